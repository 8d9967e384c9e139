"""Work that a window takes in slices and everybody else at one go."""

from __future__ import annotations

from collections.abc import Generator
from typing import TypeVar

T = TypeVar("T")

Steps = Generator[float, None, T]
"""Yields the share (0 to 1) that is done, and returns what was to be found."""


def at_once(steps: Generator[float, None, T]) -> T:
    """The result of such work, done to its end."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            found: T = end.value
            return found
