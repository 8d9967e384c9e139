"""Tests of results, and of a class's table."""
