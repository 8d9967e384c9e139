"""Windows to look things up in: a filtered list at the left, the page of what is chosen at the right."""
