"""One migration from near: its three stages, live charts, the map of its memory, its disks, and what its users notice."""
