"""The exposure clock: how often each region's pages have been written, as an integral over time.

A region keeps the clock's reading at its last send. What happened since is in the difference of two readings,
whatever
changed the rate in between (phases of the workload, throttling, CPU share), so every change stays exact.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
import numpy as np

from vmotion_gui.simulation.status import FloatArray, IntArray
from vmotion_gui.simulation.workload_model import Layout


class Reading(NamedTuple):
    """Writes per page since the clock was made: random ones (Poisson), and those of which each falls on a clean page
    (passes of a sequential sweep, linear growth)."""

    writes: FloatArray
    sweeps: FloatArray


def survival(since: Reading, now: Reading) -> FloatArray:
    """Expected share of the pages, clean at `since`, that are still clean `now`: exp(-w t) under Poisson
    writes.
    """
    untouched: FloatArray = np.exp(since.writes - now.writes)
    return untouched if now.sweeps is since.sweeps else untouched * np.maximum(0.0, 1.0 - (now.sweeps - since.sweeps))


class Exposure(msgspec.Struct, frozen=True):
    """A VM's clock. Values never change; `changed` makes the next one."""

    layout: Layout
    phase: int
    since_s: float
    writes: FloatArray
    sweeps: FloatArray
    head_pages: float
    """Where the sweep's head is at `since_s`, in pages of its working set."""
    speed: float
    """Share of its full speed at which the guest runs: CPU share, throttling; 0 while it is stopped."""

    @classmethod
    def started(cls, layout: Layout, phase: int, now_s: float, speed: float, sweep_start: float) -> Exposure:
        """A clock at zero; `sweep_start` in [0, 1) is where in its working set a sweep begins."""
        zeros = np.zeros(len(layout.pages))
        sweep = layout.phases[phase].sweep
        head = sweep_start * sweep.pages if sweep else 0.0
        return cls(layout, phase, now_s, zeros, zeros, head, speed)

    def reading(self, time_s: float | FloatArray, regions: IntArray | None = None) -> Reading:
        """The clock at a time at or after `since_s`; times of shape (k, 1) broadcast over regions, times (m,) go with
        `regions` (m,), one each.
        """
        rates = self.layout.phases[self.phase]
        elapsed = (time_s - self.since_s) * self.speed
        if regions is None and rates.sweep is None and rates.fresh_per_page is None:
            return Reading(self.writes + rates.writes_per_page * elapsed, self.sweeps)
        chosen: IntArray | slice = slice(None) if regions is None else regions
        writes = self.writes[chosen] + rates.writes_per_page[chosen] * elapsed
        sweeps = self.sweeps[chosen]
        if rates.fresh_per_page is not None:
            sweeps = sweeps + rates.fresh_per_page[chosen] * elapsed
        if rates.sweep is None:
            return Reading(writes, sweeps)
        before = rates.sweep.coverage(self.head_pages)[chosen]
        after = rates.sweep.coverage(self.head_pages + rates.sweep.pages_per_s * elapsed, regions)
        return Reading(writes, sweeps + (after - before))

    def rate(self, time_s: float | FloatArray) -> FloatArray:
        """Writes per page and second at a time, shape as in `reading`."""
        rates = self.layout.phases[self.phase]
        writes = rates.writes_per_page
        if rates.fresh_per_page is not None:
            writes = writes + rates.fresh_per_page
        if rates.sweep is None:
            return writes * self.speed
        head = self.head_pages + rates.sweep.pages_per_s * self.speed * (time_s - self.since_s)
        return (writes + rates.sweep.rate(head)) * self.speed

    def write_rate(self) -> float:
        """Page writes per second of the whole guest in this phase if it ran freely; a page counts as often as it is
        written."""
        return float(self.layout.phases[self.phase].write_rate(self.layout.pages).sum())

    def changed(self, now_s: float, *, speed: float | None = None, phase: int | None = None) -> Exposure:
        """The clock from now on, with another speed or phase."""
        at = self.reading(now_s)
        sweep = self.layout.phases[self.phase].sweep
        head = self.head_pages
        if sweep is not None:
            head = (head + sweep.pages_per_s * self.speed * (now_s - self.since_s)) % sweep.pages
        if phase is not None and phase != self.phase:
            head = 0.0
        return msgspec.structs.replace(
            self,
            since_s=now_s,
            writes=at.writes,
            sweeps=at.sweeps,
            head_pages=head,
            speed=self.speed if speed is None else speed,
            phase=self.phase if phase is None else phase,
        )
