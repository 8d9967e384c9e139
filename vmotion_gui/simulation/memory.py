"""One pass of the memory copy, in closed form over regions.

At the start of a pass every page of a region is either clean or to be sent. Regions go out in address order. At
any time

    in flight = to send, not yet sent
    dirty     = clean at the start, written since            (1 - survival since the start)
              + sent in this pass, written since             (since the pass's start, or since their own send)
    clean     = all the rest

so clean + dirty + in flight = pages in each region. Under Poisson writes a clean page has no memory, which is
why two counts at the start of a pass carry everything. Pages of a region go out one after the other; where
writes count from a page's own send, the region keeps the one reading that stands for all of them: exp(reading)
is the mean of exp(E) over the sends, which is exact for every later moment.
"""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

import numpy as np

from vmotion_gui.simulation.exposure import Exposure, Reading, survival
from vmotion_gui.simulation.profiles import PAGE_BYTES, Profile
from vmotion_gui.simulation.status import FloatArray
from vmotion_gui.simulation.workload_model import Layout


class PageCounts(NamedTuple):
    """Pages by region, shape (n,) or (k, n) for k times."""

    clean: FloatArray
    dirty: FloatArray
    in_flight: FloatArray


class _Sent(NamedTuple):
    """Pages sent, and the reading that stands for their sends."""

    pages: FloatArray
    reading: Reading


@dataclasses.dataclass(frozen=True, slots=True)
class MemoryCopy:
    """A running pass. Values never change; `settled` and `next_pass` make the next ones."""

    layout: Layout
    to_send: FloatArray
    start: Reading
    wire: FloatArray
    """Bytes on the wire of each region's part of this pass, zero pages' marks included."""
    wire_start: FloatArray
    wire_total: float
    after_own_send: bool
    since_s: float
    """When this value was made: at the start of the pass or the last change of a rate."""
    sent_wire: float
    """Bytes on the wire of this pass up to `since_s`."""
    sent: FloatArray
    sent_reading: Reading

    @classmethod
    def first_pass(cls, layout: Layout, clock: Exposure, now_s: float, profile: Profile) -> MemoryCopy:
        """All touched pages are to be sent, untouched ones only marked."""
        marks = layout.untouched * profile.zero_page_bytes
        return cls._pass(layout, layout.pages - layout.untouched, marks, clock, now_s, profile)

    @classmethod
    def _pass(
        cls,
        layout: Layout,
        to_send: FloatArray,
        marks: FloatArray,
        clock: Exposure,
        now_s: float,
        profile: Profile,
    ) -> MemoryCopy:
        wire = to_send * (PAGE_BYTES + profile.page_header_bytes) + marks
        ends = np.cumsum(wire)
        start = clock.reading(now_s)
        return cls(
            layout=layout,
            to_send=to_send,
            start=start,
            wire=wire,
            wire_start=ends - wire,
            wire_total=float(ends[-1]),
            after_own_send=profile.dirty_tracking == "afterOwnSend",
            since_s=now_s,
            sent_wire=0.0,
            sent=np.zeros(len(to_send)),
            sent_reading=start,
        )

    def next_pass(self, clock: Exposure, rate: float, now_s: float, profile: Profile) -> MemoryCopy:
        """The pass that sends all that is dirty or still unsent now."""
        counts = self.counts(clock, rate, now_s)
        marks = np.zeros(len(self.to_send))
        return self._pass(self.layout, counts.dirty + counts.in_flight, marks, clock, now_s, profile)

    def position(self, rate: float, time_s: float | FloatArray) -> FloatArray:
        """Bytes of this pass on the wire at a time, copied at `rate` since `since_s`."""
        return np.minimum(self.sent_wire + rate * (np.asarray(time_s) - self.since_s), self.wire_total)

    def counts(self, clock: Exposure, rate: float, time_s: float | FloatArray) -> PageCounts:
        """Clean, dirty and in-flight pages; `time_s` a number gives (n,), an array of shape (k, 1) gives (k,
        n).
        """
        now = clock.reading(time_s)
        recent = self._sent_since(clock, rate, time_s)
        in_flight = np.maximum(0.0, self.to_send - self.sent - recent.pages)
        clean = (self.layout.pages - self.to_send) * survival(self.start, now)
        clean = clean + self.sent * survival(self.sent_reading, now) + recent.pages * survival(recent.reading, now)
        dirty = np.maximum(0.0, self.layout.pages - in_flight - clean)
        return PageCounts(clean, dirty, in_flight)

    def settled(self, clock: Exposure, rate: float, now_s: float) -> MemoryCopy:
        """The same pass, seen from now: call before the rate or the clock changes."""
        recent = self._sent_since(clock, rate, now_s)
        return dataclasses.replace(
            self,
            since_s=now_s,
            sent_wire=float(self.position(rate, now_s)),
            sent=np.minimum(self.to_send, self.sent + recent.pages),
            sent_reading=_merged(_Sent(self.sent, self.sent_reading), recent),
        )

    def _sent_since(self, clock: Exposure, rate: float, time_s: float | FloatArray) -> _Sent:
        """What was sent between `since_s` and a time."""
        position = self.position(rate, time_s)
        begin = np.clip(self.wire_start, self.sent_wire, position)
        end = np.clip(self.wire_start + self.wire, begin, position)
        overlap = end - begin
        share = np.divide(overlap, self.wire, out=np.zeros(np.shape(overlap)), where=self.wire > 0.0)
        pages = self.to_send * share
        if not self.after_own_send or rate <= 0.0:
            return _Sent(pages, self.start)
        first = clock.reading(self.since_s + (begin - self.sent_wire) / rate)
        last = clock.reading(self.since_s + (end - self.sent_wire) / rate)
        return _Sent(pages, _mean_reading(first, last))


def _mean_reading(first: Reading, last: Reading) -> Reading:
    """The reading that stands for sends spread evenly from one to the other: exp(e) = mean of exp(E)."""
    grown = last.writes - first.writes
    small = grown < 1e-9
    factor = np.where(small, 1.0 - grown / 2.0, -np.expm1(-grown) / np.where(small, 1.0, grown))
    return Reading(last.writes + np.log(factor), (first.sweeps + last.sweeps) / 2.0)


def _merged(earlier: _Sent, later: _Sent) -> Reading:
    """One reading for two lots of sent pages."""
    total = earlier.pages + later.pages
    weight = np.divide(later.pages, total, out=np.zeros(np.shape(total)), where=total > 0.0)
    top = np.maximum(earlier.reading.writes, later.reading.writes)
    mean = (1.0 - weight) * np.exp(earlier.reading.writes - top) + weight * np.exp(later.reading.writes - top)
    # Where one lot is empty its reading does not count, however far below the other it lies.
    writes = top + np.log(np.maximum(mean, 1e-300))
    sweeps = (1.0 - weight) * earlier.reading.sweeps + weight * later.reading.sweeps
    return Reading(writes, sweeps)
