"""Every check before a migration, explained: a window of all of them, and links from each reason."""
