"""One pass of the memory copy, in closed form over regions.

At the start of a pass every page of a region is either clean or to be sent. Regions go out in address order, from
wherever the last pass stood if the hypervisor goes on from there. At any time

    in flight = to send, not yet sent
    dirty     = clean at the start, written since            (1 - survival since the start)
              + sent in this pass, written since             (since the pass's start, or since their own send)
    clean     = all the rest

so clean + dirty + in flight = pages in each region. Under Poisson writes a clean page has no memory, which is
why two counts at the start of a pass carry everything.

A change of the copy's rate costs nothing: it is noted as a move, and only who asks for counts walks over the moves.
What was sent between two moves of one region went out evenly, so the mean of exp(exposure) over its sends has a closed
form, and every change of rate stays exact. Where the clock itself changes (`settled`), a region keeps the one reading
that stands for all its sends, which is exact for every later moment.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec
import numpy as np

from vmotion_gui.simulation.exposure import Exposure, Reading, survival
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.status import FloatArray, IntArray
from vmotion_gui.simulation.workload_model import Layout

_replaced = msgspec.structs.replace
TINY_BYTES = 1e-3
"""What is less than this is a rounding error of a byte count, not a byte."""
_STILL_BYTES_PER_S = 1e-6
"""What goes slower stands still: no time could be told from its position."""
_AT_ONCE = 48
"""Times at which curves are evaluated together."""
_tuple = tuple.__new__  # twice as fast as a named tuple's own; moves are made all the time


class PageCounts(NamedTuple):
    """Pages by region, shape (n,)."""

    clean: FloatArray
    dirty: FloatArray
    in_flight: FloatArray
    reading: Reading | None = None
    """The clock when they were counted."""


class Curves(NamedTuple):
    """Sums over all regions at times, shape (k,)."""

    remaining_pages: FloatArray
    dirty_pages_per_s: FloatArray
    """Clean pages turning dirty."""


def total_of(values: FloatArray) -> float:
    """Their sum; what textbooks take for a VM's memory is one region, and is asked most often."""
    return float(values[0]) if len(values) == 1 else float(np.add.reduce(values))


class Move(NamedTuple):
    """From `time_s` on the copy goes at `rate`; by then `position` bytes of the pass were on the wire."""

    time_s: float
    position: float
    rate: float
    before: Move | None


class _Pieces(NamedTuple):
    """What was sent, cut where a region or a move ends, shape (m,): within a piece pages went out evenly."""

    region: IntArray
    end: FloatArray
    """Position at which it had been sent."""
    pages: FloatArray
    last: FloatArray
    """The clock's writes when its last page went out."""
    grown: FloatArray
    """By how much the clock's writes grew while it went out."""
    survived: FloatArray
    """Share of it that was still clean then."""
    sweeps: FloatArray


class MemoryCopy(msgspec.Struct, frozen=True, kw_only=True):
    """A running pass. Values never change; `paced`, `settled` and `next_pass` make the next ones."""

    layout: Layout
    to_send: FloatArray
    start: Reading
    wire: FloatArray
    """Bytes on the wire of each region's part of this pass, zero pages' marks included."""
    first: int
    """The region that goes out first; those before it in address order go last."""
    wire_start: FloatArray
    wire_total: float
    pages: float
    """To be sent in all."""
    after_own_send: bool
    since_s: float
    """When this value was made: at the start of the pass or the last change of the clock."""
    sent: FloatArray
    """Pages sent up to `since_s`."""
    sent_reading: Reading
    move: Move

    @classmethod
    def first_pass(cls, layout: Layout, clock: Exposure, now_s: float, profile: Profile) -> MemoryCopy:
        """All touched pages are to be sent, untouched ones only marked."""
        marks = layout.untouched * profile.zero_page_bytes
        return cls._pass(layout, layout.pages - layout.untouched, marks, clock.reading(now_s), now_s, profile, 0)

    @classmethod
    def _pass(
        cls,
        layout: Layout,
        to_send: FloatArray,
        marks: FloatArray,
        start: Reading,
        now_s: float,
        profile: Profile,
        first: int,
    ) -> MemoryCopy:
        wire = to_send * profile.page_bytes if marks is layout.none else to_send * profile.page_bytes + marks
        if len(wire) == 1:
            total, starts = float(wire[0]), layout.none
        else:
            ends = wire.cumsum()
            total = float(ends[-1])
            starts = ends - wire
        if first:
            starts = starts - starts[first]
            starts[:first] += total
        return cls(
            layout=layout,
            to_send=to_send,
            start=start,
            wire=wire,
            first=first,
            wire_start=starts,
            wire_total=total,
            pages=total_of(to_send),
            after_own_send=profile.dirty_tracking == "afterOwnSend",
            since_s=now_s,
            sent=layout.none,
            sent_reading=start,
            move=Move(now_s, 0.0, 0.0, None),
        )

    def repeated(self, times: int) -> MemoryCopy:
        """A pass that has not begun, with all of it going over the wire so often."""
        if times == 1:
            return self
        return msgspec.structs.replace(
            self, wire=self.wire * times, wire_start=self.wire_start * times, wire_total=self.wire_total * times
        )

    def next_pass(
        self, clock: Exposure, now_s: float, profile: Profile, counts: PageCounts | None = None, *, go_on: bool = False
    ) -> MemoryCopy:
        """The pass that sends all that is dirty or still unsent now; with `go_on` from where this one stands.

        `counts` saves counting again where the caller has.
        """
        left = self.counts(clock, now_s) if counts is None else counts
        first = self.head(now_s) if go_on else 0
        to_send = left.dirty if left.in_flight is self.layout.none else left.dirty + left.in_flight
        marks = self._marks_left(now_s)
        if profile.xbzrle_cache_bytes:
            marks = marks - left.dirty * profile.saved_page_bytes(float(left.dirty.sum()))
            # What has not gone out keeps its cost.
            cost = np.divide(self.wire, self.to_send, out=np.zeros(len(self.wire)), where=self.to_send > 0.0)
            marks = marks - left.in_flight * (profile.page_bytes - cost)
        return self._pass(self.layout, to_send, marks, left.reading or clock.reading(now_s), now_s, profile, first)

    def _marks_left(self, now_s: float) -> FloatArray:
        """Bytes of zero pages' marks of each region that have not gone out yet; such a region holds nothing else."""
        position = self.position(now_s)
        if self._all_out(position):
            return self.layout.none
        part = np.minimum(np.maximum(position - self.wire_start, 0.0), self.wire)
        return np.where(self.layout.untouched > 0.0, self.wire - part, 0.0)

    # --- position -------------------------------------------------------------------------------------------

    def paced(self, rate: float, now_s: float) -> MemoryCopy:
        """The same pass, copied at `rate` bytes/s from now on."""
        move = self.move
        if rate < _STILL_BYTES_PER_S:
            rate = 0.0
        if rate == move.rate:
            return self
        if now_s == move.time_s:
            return _replaced(self, move=_tuple(Move, (now_s, move.position, rate, move.before)))
        return _replaced(self, move=_tuple(Move, (now_s, self.position(now_s), rate, move)))

    def position(self, time_s: float) -> float:
        """Bytes of this pass on the wire at a time after the last change of its rate."""
        since_s, position, rate, _ = self.move
        position += rate * (time_s - since_s)
        return position if position < self.wire_total else self.wire_total

    def _all_out(self, position: float) -> bool:
        return self.wire_total - position <= TINY_BYTES

    def positions(self, times_s: FloatArray) -> FloatArray:
        """Bytes on the wire at times since the pass began, shape as `times_s`."""
        time, position, rate = self._moves()
        index = np.maximum(np.searchsorted(time, times_s, side="right") - 1, 0)
        return np.minimum(position[index] + rate[index] * (times_s - time[index]), self.wire_total)

    def rates(self, times_s: FloatArray) -> FloatArray:
        """Bytes per second at times since the pass began, shape as `times_s`."""
        time, _, rate = self._moves()
        return rate[np.maximum(np.searchsorted(time, times_s, side="right") - 1, 0)]

    def head(self, time_s: float) -> int:
        """The region that is being sent at a time after the last change of the rate."""
        position = self.position(time_s)
        inside = (self.wire_start <= position) & (position < self.wire_start + self.wire)
        return int(np.argmax(inside)) if inside.any() else 0

    def _moves(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        moves = []
        move: Move | None = self.move
        while move is not None:
            moves.append(move[:3])
            move = move.before
        time, position, rate = zip(*reversed(moves), strict=True)
        return np.array(time), np.array(position), np.array(rate)

    # --- counts -------------------------------------------------------------------------------------------

    def counts(self, clock: Exposure, time_s: float) -> PageCounts:
        """Clean, dirty and in-flight pages of each region at a time after the last change of the rate."""
        now = clock.reading(time_s)
        position = self.position(time_s)
        untouched = survival(self.start, now)
        if self._all_out(position):
            if not self.after_own_send:
                clean = self.layout.pages * untouched
                return PageCounts(clean, self.layout.pages - clean, self.layout.none, now)
            in_flight = self.layout.none
        else:
            in_flight = np.maximum(0.0, self.to_send - self._sent(position))
        if self.after_own_send:
            clean = (self.layout.pages - self.to_send) * untouched + self.sent * survival(self.sent_reading, now)
            clean = clean + self._still_clean(clock, now, position)
        else:
            clean = (self.layout.pages - in_flight) * untouched
        return PageCounts(clean, np.maximum(0.0, self.layout.pages - in_flight - clean), in_flight, now)

    def curves(self, clock: Exposure, times_s: FloatArray) -> Curves:
        """What is left to send and how fast pages turn dirty, at ascending times (k,) since the last `settled`."""
        # Times cut pieces: all at once, the work would grow with their square.
        parts = [self._curves(clock, times_s[at : at + _AT_ONCE]) for at in range(0, len(times_s), _AT_ONCE)]
        remaining, dirty = zip(*parts, strict=True)
        return Curves(np.concatenate(remaining), np.concatenate(dirty))

    def _curves(self, clock: Exposure, times_s: FloatArray) -> Curves:
        positions = self.positions(times_s)
        now = clock.reading(times_s[:, None])
        rate = np.broadcast_to(clock.rate(times_s[:, None]), (len(times_s), len(self.to_send)))
        untouched = survival(self.start, now)
        if not self.after_own_send:
            clean = (self.layout.pages - self.to_send + self._sent(positions[:, None])) * untouched
            return Curves(self.layout.pages.sum() - clean.sum(axis=-1), (clean * rate).sum(axis=-1))
        clean = (self.layout.pages - self.to_send) * untouched + self.sent * survival(self.sent_reading, now)
        pieces = self._pieces(clock, float(positions[-1]), positions[:-1])
        # of what is sent later than a time, nothing counts at it
        since_sent = np.maximum(0.0, now.writes[:, pieces.region] - pieces.last)
        alive = pieces.survived * pieces.pages * np.exp(-since_sent)
        swept = np.broadcast_to(now.sweeps, now.writes.shape)[:, pieces.region] - pieces.sweeps
        alive *= np.maximum(0.0, 1.0 - swept) * (pieces.end <= positions[:, None] * (1.0 + 1e-12))
        remaining = self.layout.pages.sum() - clean.sum(axis=-1) - alive.sum(axis=-1)
        return Curves(remaining, (clean * rate).sum(axis=-1) + (alive * rate[:, pieces.region]).sum(axis=-1))

    def written_before_sent(self, clock: Exposure, time_s: float) -> float:
        """Pages that were sent between `since_s` and a time and had been written before their own send."""
        pieces = self._pieces(clock, self.position(time_s))
        first = pieces.last - pieces.grown
        untouched = np.exp(self.start.writes[pieces.region] - first) * pieces.survived
        swept = np.maximum(0.0, 1.0 - (pieces.sweeps - self.start.sweeps[pieces.region]))
        return float((pieces.pages * (1.0 - untouched * swept)).sum())

    def settled(self, clock: Exposure, now_s: float) -> MemoryCopy:
        """The same pass, seen from now: call before the clock changes."""
        position = self.position(now_s)
        if position <= 0.0:  # nothing has been sent
            return _replaced(self, since_s=now_s, move=Move(now_s, position, self.move.rate, None))
        sent, reading = self._sent(position), self.sent_reading
        if self.after_own_send:
            reading = self._merged(clock, now_s, position, sent)
        return _replaced(
            self,
            since_s=now_s,
            sent=np.minimum(self.to_send, sent),
            sent_reading=reading,
            move=Move(now_s, position, self.move.rate, None),
        )

    def _sent(self, position: float | FloatArray) -> FloatArray:
        """Pages sent of each region when the pass is at a position, shape (n,) or that of `position` (k, 1)."""
        part = np.minimum(np.maximum(position - self.wire_start, 0.0), self.wire)
        return self.to_send * np.divide(part, self.wire, out=np.zeros(part.shape), where=self.wire > 0.0)

    def _still_clean(self, clock: Exposure, now: Reading, position: float) -> FloatArray:
        """Pages of each region that were sent since `since_s` and not written after their own send."""
        pieces = self._pieces(clock, position)
        alive = pieces.pages * pieces.survived * np.exp(pieces.last - now.writes[pieces.region])
        alive *= np.maximum(0.0, 1.0 - (now.sweeps[pieces.region] - pieces.sweeps))
        return np.bincount(pieces.region, alive, len(self.to_send)).astype(np.float64, copy=False)

    def _merged(self, clock: Exposure, now_s: float, position: float, sent: FloatArray) -> Reading:
        """One reading for all that was sent: exp(reading) is the mean of exp(exposure) over the sends."""
        pieces = self._pieces(clock, position)
        now = clock.reading(now_s)
        length = len(self.to_send)
        earlier = self.sent * np.exp(self.sent_reading.writes - now.writes)
        unswept = np.maximum(0.0, 1.0 - (now.sweeps - self.sent_reading.sweeps))
        unwritten = pieces.pages * pieces.survived * np.exp(pieces.last - now.writes[pieces.region])
        missed = np.maximum(0.0, 1.0 - (now.sweeps[pieces.region] - pieces.sweeps))
        written = earlier + np.bincount(pieces.region, unwritten, length)
        clean = earlier * unswept + np.bincount(pieces.region, unwritten * missed, length)
        some = np.where(sent > 0.0, sent, 1.0)
        # what is clean now stays what it is: the sweeps' part is what the writes' part does not explain
        share = np.divide(clean, written, out=np.zeros(length), where=written > 0.0)
        writes = np.where(sent > 0.0, now.writes + np.log(np.maximum(written / some, 1e-300)), self.start.writes)
        return Reading(writes, np.where(sent > 0.0, now.sweeps - (1.0 - share), self.start.sweeps))

    def _pieces(self, clock: Exposure, until: float, cuts: FloatArray | None = None) -> _Pieces:
        """All that went out between the last `settled` and a position; cut at further positions, too."""
        time, position, rate = self._moves()
        order = np.arange(len(self.wire))
        if self.first:
            order = np.roll(order, -self.first)
        starts = self.wire_start[order]
        edges = [np.clip(starts, position[0], until), position[1:]]
        begin = np.sort(np.concatenate(edges if cuts is None else [*edges, cuts]))
        begin = np.clip(begin, position[0], until)
        end = np.append(begin[1:], until)
        region = order[np.maximum(np.searchsorted(starts, begin, side="right") - 1, 0)]
        # where nothing is to be sent, roundings can leave a sliver between two regions
        some = (end > begin) & (self.wire[region] > 0.0)
        begin, end, region = begin[some], end[some], region[some]
        move = np.maximum(np.searchsorted(position, begin, side="right") - 1, 0)
        since, pace = time[move], rate[move]
        sent = clock.reading(since + (begin - position[move]) / pace, region)
        last = clock.reading(since + (end - position[move]) / pace, region)
        grown = last.writes - sent.writes
        small = grown < 1e-9
        survived = np.where(small, 1.0 - grown / 2.0, -np.expm1(-grown) / np.where(small, 1.0, grown))
        pages = self.to_send[region] * (end - begin) / self.wire[region]
        return _Pieces(region, end, pages, last.writes, grown, survived, (sent.sweeps + last.sweeps) / 2.0)
