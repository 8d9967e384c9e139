"""The checkpoints of one branch: dense near its end, evenly spread further back, never more than fits."""

from __future__ import annotations

import bisect
from typing import NamedTuple

from vmotion_gui.simulation.engine import Checkpoint

_EVENLY_FROM = 0.1
"""Beyond this share of the run, seen from its end, checkpoints are spread evenly."""


class Moment(NamedTuple):
    """A checkpoint with its place in a branch."""

    time_s: float
    position: int
    """How many commands of the branch's journal had been done."""
    work: int
    """How many engine events it took to get there: what a replay from the beginning would cost."""
    checkpoint: Checkpoint


class Checkpoints:
    """Moments in order of time, at most `limit`; the first and the last are always kept.

    Near the end the gap between two of them, in engine events, grows with the distance from the end, so that
    going back a little is cheap. Further back the gaps are alike, so that no moment costs more than a small
    part of the whole run. The cost of both is `limit` checkpoints, however long the run.
    """

    def __init__(self, first: Moment, limit: int = 64) -> None:
        if limit < 3:
            raise ValueError(f"a history needs room for three checkpoints at least, not {limit}")
        self._moments = [first]
        self._limit = limit

    def __len__(self) -> int:
        return len(self._moments)

    def before(self, time_s: float) -> Moment:
        """The last moment that is not after a time; the first one for a time before it."""
        index = bisect.bisect_right(self._moments, time_s, key=lambda moment: moment.time_s)
        return self._moments[max(0, index - 1)]

    def add(self, moment: Moment) -> None:
        """Keep a moment; a second one at the same time with the same commands done is not kept."""
        place = (moment.time_s, moment.position)
        index = bisect.bisect_left(self._moments, place, key=lambda known: (known.time_s, known.position))
        known = self._moments[index] if index < len(self._moments) else None
        if known is not None and (known.time_s, known.position) == place:
            return
        self._moments.insert(index, moment)
        if len(self._moments) > self._limit:
            del self._moments[self._most_dispensable()]

    def _most_dispensable(self) -> int:
        """The moment whose loss leaves the smallest gap, seen from the end of the branch."""
        moments, end = self._moments, self._moments[-1].work

        def gap(index: int) -> float:
            width = moments[index + 1].work - moments[index - 1].work
            age = end - moments[index - 1].work
            return width / (min(age, end * _EVENLY_FROM) + 1)

        return min(range(1, len(moments) - 1), key=gap)

    def until(self, time_s: float, position: int) -> Checkpoints:
        """Those that a branch forked here shares: at or before a time, with no more commands done."""
        shared = [m for m in self._moments if m.time_s <= time_s and m.position <= position]
        copy = Checkpoints(shared[0], self._limit)
        copy._moments = shared
        return copy
