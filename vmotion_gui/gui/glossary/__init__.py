"""The words of the field: a window behind F1, and their meaning in the tooltips of what they are about."""
