"""Hypervisors: one module each with all its constants and their sources."""
