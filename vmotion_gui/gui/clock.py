"""Simulated time as people read it."""

from __future__ import annotations

from PySide6.QtCore import QLocale


def clock(seconds: float) -> str:
    """ "0:01:02.350": hours, minutes, seconds and milliseconds, with the language's decimal mark."""
    milliseconds = round(seconds * 1000.0)
    hours, rest = divmod(milliseconds, 3_600_000)
    minutes, rest = divmod(rest, 60_000)
    whole, part = divmod(rest, 1000)
    return f"{hours}:{minutes:02d}:{whole:02d}{QLocale().decimalPoint()}{part:03d}"


def clock_to_seconds(seconds: float) -> str:
    """ "0:01:02", for times that nobody knows to the millisecond."""
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes // 60}:{minutes % 60:02d}:{rest:02d}"


def speed_text(speed: float) -> str:
    """ "0.1×", "30×"."""
    return f"{QLocale().toString(speed, 'g', 4)}×"
