"""Axes that speak in bytes, rates, per cent and simulated time instead of powers of ten."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pyqtgraph as pg
from PySide6.QtCore import QLocale

from vmotion_gui.gui import words


class QuantityAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """An axis whose tick labels carry their unit ("512 MB/s")."""

    def __init__(self, orientation: str, unit: str, **options: Any) -> None:
        super().__init__(orientation, **options)
        self._unit = unit
        self.enableAutoSIPrefix(False)

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [words.quantity(value, self._unit) if value > 0 else "0" for value in values]

    def tickSpacing(self, minimum: float, maximum: float, size: float) -> list[tuple[float, float]]:
        """Steps that are round in the unit: powers of two for bytes."""
        if not self._unit.startswith("bytes"):
            return super().tickSpacing(minimum, maximum, size)  # type: ignore[no-any-return]  # untyped
        steps = max(size / 24.0, 2.0)
        step = 1024.0
        while (maximum - minimum) / step > steps:
            step *= 2.0
        return [(step, 0.0)]


class PercentAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """Shares of 0 to 1 as per cent, no closer than they can be read."""

    def tickSpacing(self, minimum: float, maximum: float, size: float) -> list[tuple[float, float]]:
        return [(0.25 if size >= 90.0 else 0.5 if size >= 45.0 else 1.0, 0.0)]

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        return [f"{value * 100:.0f} %" for value in values]


class TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph ships no types
    """Simulated seconds, as a clock once they are many."""

    def tickStrings(self, values: Sequence[float], scale: float, spacing: float) -> list[str]:
        digits = 0 if spacing >= 1.0 else 1 if spacing >= 0.1 else 3
        point = QLocale().decimalPoint()
        return [_clock(value, digits).replace(".", point) for value in values]


def _clock(seconds: float, digits: int) -> str:
    if abs(seconds) < 60.0:
        return f"{seconds:.{digits}f} s"
    minutes, rest = divmod(seconds, 60.0)
    hours, minutes = divmod(minutes, 60.0)
    tail = f"{int(minutes):02d}:{rest:0{2 if digits == 0 else 3 + digits}.{digits}f}"
    return f"{int(hours)}:{tail}"
