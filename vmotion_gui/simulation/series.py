"""Bounded series over simulated time: their points depend on what happened, never on how it was played.

Two kinds. `GridSeries` reads a curve at multiples of a step that is a power of two of a second, so every
coarser grid is part of each finer one and a time is exact in binary. `StepSeries` keeps a rate that is
constant between changes.
"""

from __future__ import annotations

import math

import numpy as np

from vmotion_gui.simulation.status import FloatArray

FINEST_STEP_S = 2.0**-7


class GridSeries:
    """Rows read at k * step; when there would be more than `limit` points, every other one is dropped."""

    def __init__(self, rows: int, limit: int = 1024, step_s: float = FINEST_STEP_S) -> None:
        """`step_s` is the first step: `FINEST_STEP_S` times a power of two."""
        self._limit = limit
        self._step_s = step_s
        self._points: list[int] = []
        self._values: list[FloatArray] = []
        self._rows = rows

    def __len__(self) -> int:
        return len(self._points)

    @property
    def step_s(self) -> float:
        return self._step_s

    def due(self, start_s: float, end_s: float) -> FloatArray:
        """The grid's times in [start, end); makes room for them first."""
        while len(self._points) + self._count(start_s, end_s) > self._limit:
            self.coarsen()
        return self.grid(start_s, end_s)

    def grid(self, start_s: float, end_s: float) -> FloatArray:
        """The present grid's times in [start, end)."""
        first = math.ceil(start_s / self._step_s)
        return np.arange(first, first + self._count(start_s, end_s), dtype=np.float64) * self._step_s

    def _count(self, start_s: float, end_s: float) -> int:
        return max(0, math.ceil(end_s / self._step_s) - math.ceil(start_s / self._step_s))

    def append(self, times_s: FloatArray, values: FloatArray) -> None:
        """Add readings of shape (rows, k) at the k times that `due` gave."""
        self._points += [round(time / self._step_s) for time in times_s.tolist()]
        self._values += list(values.T)

    def coarsen(self) -> None:
        """Double the step: the points of the coarser grid stay as they are."""
        kept = [index for index, point in enumerate(self._points) if point % 2 == 0]
        self._values = [self._values[index] for index in kept]
        self._points = [self._points[index] // 2 for index in kept]
        self._step_s *= 2.0

    def before(self, time_s: float) -> GridSeries:
        """A copy with the points before a time."""
        kept = sum(1 for point in self._points if point * self._step_s < time_s)
        copy = GridSeries(self._rows, self._limit, self._step_s)
        copy._points, copy._values = self._points[:kept], self._values[:kept]
        return copy

    def read(self, until_s: float) -> tuple[FloatArray, FloatArray]:
        """Times (n,) up to and including one, and values (rows, n)."""
        times = np.asarray(self._points, dtype=np.float64) * self._step_s
        count = int(np.searchsorted(times, until_s, side="right"))
        values = np.asarray(self._values[:count], dtype=np.float64).reshape(count, self._rows)
        return times[:count], values.T


class StepSeries:
    """A rate that holds until its next change; beyond `limit` changes the older half is averaged in pairs."""

    def __init__(self, limit: int = 2048) -> None:
        self._limit = limit
        self._times: list[float] = []
        self._rates: list[float] = []

    def __len__(self) -> int:
        return len(self._times)

    @property
    def last_rate(self) -> float:
        """The rate that holds now; 0 before the first change."""
        return self._rates[-1] if self._rates else 0.0

    def change(self, time_s: float, rate: float) -> None:
        """From this time on the rate is another one; times must not go back."""
        if self.last_rate == rate:
            return
        self._times.append(time_s)
        self._rates.append(rate)
        if len(self._times) > self._limit:
            self._average_older_half()

    def _average_older_half(self) -> None:
        """Bytes stay what they are: the mean over two stretches is weighted with their lengths."""
        half = len(self._times) // 4 * 2
        times = np.asarray(self._times[: half + 1])
        lengths = np.diff(times)
        sent = (np.asarray(self._rates[:half]) * lengths).reshape(-1, 2).sum(axis=1)
        spans = lengths.reshape(-1, 2).sum(axis=1)
        self._rates[:half] = (sent / np.where(spans > 0.0, spans, 1.0)).tolist()
        self._times[:half] = times[:half:2].tolist()

    def before(self, time_s: float) -> StepSeries:
        """A copy with the changes up to a time."""
        kept = sum(1 for time in self._times if time <= time_s)
        copy = StepSeries(self._limit)
        copy._times, copy._rates = self._times[:kept], self._rates[:kept]
        return copy

    def read(self, until_s: float) -> tuple[FloatArray, FloatArray]:
        """Times (n,) and rates (n,) of the staircase up to a time: two points a change, one at the end."""
        times = np.asarray(self._times, dtype=np.float64)
        count = int(np.searchsorted(times, until_s, side="right"))
        times, rates = times[:count], np.asarray(self._rates[:count], dtype=np.float64)
        before = np.concatenate(([0.0], rates[:-1])) if count else rates
        stairs_s = np.append(np.repeat(times, 2), until_s)
        stairs = np.append(np.stack((before, rates), axis=1).ravel(), rates[-1] if count else 0.0)
        return stairs_s, stairs
