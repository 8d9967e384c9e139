"""Recent tasks and events."""
