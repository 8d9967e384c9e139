"""Tests of lessons: the format, hostile files, the player, and the lessons that ship."""
