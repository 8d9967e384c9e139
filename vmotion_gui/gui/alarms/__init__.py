"""Triggered alarms: the dock that lists them, and what marks their objects everywhere else."""
