"""Runs and lessons as pages for a browser or a printer: one file each, that needs nothing else."""
