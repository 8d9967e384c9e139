"""Writing lessons in the window: recorded by doing, edited, previewed, saved."""
