"""Tests of presenter mode."""
