"""Versions of hosts."""

from __future__ import annotations


def version_of(text: str) -> tuple[int, int, int]:
    """ "7.0.2" as numbers; what is missing or no number counts as 0."""
    numbers = [int(part) if part.isdigit() else 0 for part in text.split(".")]
    major, minor, update = [*numbers, 0, 0, 0][:3]
    return major, minor, update
