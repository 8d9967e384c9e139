"""The window in front of a class: full screen, large type, a slide for the lesson, notes for who speaks."""
