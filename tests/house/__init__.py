"""Tests of the house rules: what holds for every file, whatever it does."""
