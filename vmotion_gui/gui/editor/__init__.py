"""Building and changing the estate: forms made from the entities' types, and what adds, copies and removes objects."""
