"""The sub-commands that need no window. They know no Qt."""
