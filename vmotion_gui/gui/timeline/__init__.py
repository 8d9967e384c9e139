"""Simulated time: transport, timeline, branches."""
