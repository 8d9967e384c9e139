"""Lessons in the window: the gallery, the dock that plays one, and the spotlight."""
