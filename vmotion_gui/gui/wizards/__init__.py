"""Wizards: step by step to a command."""
