"""Situations in the window: a gallery, a key for each, and the goal in one line."""
