"""The inventory tree with its four views."""
