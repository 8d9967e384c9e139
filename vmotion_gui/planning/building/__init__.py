"""Building an estate: what an edit, a new object, a copy or a removal means for everything around it."""
