"""Cures on the screen: what is wrong, what would cure it and what else that brings, and doing it."""
