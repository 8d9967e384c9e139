"""Tests of what brings the program to people: its resources, the set-up script, the wheel."""
