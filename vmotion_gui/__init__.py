"""A whole vSphere estate as a graph, and live migrations to watch in it."""

__version__ = "0.1.0"
