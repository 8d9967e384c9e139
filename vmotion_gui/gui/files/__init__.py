"""Labs as files: open, save, import, autosave and recovery."""
