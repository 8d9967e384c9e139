"""Recorded migrations over simulated ones."""
