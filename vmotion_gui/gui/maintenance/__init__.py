"""Maintenance mode in the window: asking for it, and what keeps a host from it."""
