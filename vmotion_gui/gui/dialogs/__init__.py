"""Small dialogs: search, keys, about."""
