"""The command palette, with real keys."""
