"""Tests of what the window hands to others."""
