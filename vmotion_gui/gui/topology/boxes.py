"""Rectangles, and how to set many of them side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle in scene units (pixels at zoom 1), y downwards."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        return self.x + self.w

    @property
    def bottom(self) -> float:
        return self.y + self.h

    @property
    def center(self) -> tuple[float, float]:
        return self.x + self.w / 2.0, self.y + self.h / 2.0

    def moved(self, dx: float, dy: float) -> Box:
        return Box(self.x + dx, self.y + dy, self.w, self.h)

    def grown(self, by: float) -> Box:
        return Box(self.x - by, self.y - by, self.w + 2.0 * by, self.h + 2.0 * by)

    def contains(self, x: float, y: float) -> bool:
        return self.x <= x < self.x + self.w and self.y <= y < self.y + self.h

    def overlaps(self, other: Box) -> bool:
        """Whether they share an area; touching edges do not count."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom

    def holds(self, other: Box) -> bool:
        """Whether the other one is within this one."""
        inside_x = self.x <= other.x and other.right <= self.right
        return inside_x and self.y <= other.y and other.bottom <= self.bottom


def union(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around all; an empty one at the origin for none."""
    all_ = list(boxes)
    if not all_:
        return Box(0.0, 0.0, 0.0, 0.0)
    x, y = min(box.x for box in all_), min(box.y for box in all_)
    return Box(x, y, max(box.right for box in all_) - x, max(box.bottom for box in all_) - y)


def in_rows(sizes: Sequence[tuple[float, float]], gap: float, ratio: float) -> list[tuple[float, float]]:
    """Top left corners of rectangles (width, height) set in rows from left to right, in their order.

    The number of columns is the one whose outline comes closest to `ratio` (width over height).
    """
    best: list[tuple[float, float]] = []
    best_miss = float("inf")
    for columns in range(1, len(sizes) + 1):
        places, width, height = _rows_of(sizes, columns, gap)
        miss = max(width / height / ratio, ratio * height / width)
        if miss < best_miss:
            best, best_miss = places, miss
    return best


def _rows_of(
    sizes: Sequence[tuple[float, float]], columns: int, gap: float
) -> tuple[list[tuple[float, float]], float, float]:
    places: list[tuple[float, float]] = []
    widest, y = 0.0, 0.0
    for start in range(0, len(sizes), columns):
        row, x = sizes[start : start + columns], 0.0
        for width, _ in row:
            places.append((x, y))
            x += width + gap
        widest = max(widest, x - gap)
        y += max(height for _, height in row) + gap
    return places, widest, y - gap
