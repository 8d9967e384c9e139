"""The wizards, with real clicks and keys."""
