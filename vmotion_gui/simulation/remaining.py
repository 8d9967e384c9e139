"""How long running migrations still take, as ranges that narrow: the engine, run ahead from now with other seeds.

A run ahead knows neither the lab's own seed nor what people do later, so its range is an honest one: nothing of the
future of the run that is watched goes into it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import msgspec

from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.forecast import Range, by_chance
from vmotion_gui.simulation.status import MigrationStatus

RUNS = 8
_FIRST_SEED = 1_000_003
"""Far from the seeds that people give their labs: a run with the lab's own would be the future itself."""
_MOST_EVENTS_OF_ONE = 20_000
_MARGIN = 0.25
"""Share of the runs' width that the range goes beyond them on each side: the least and the most of n runs hold the next
one in (n - 1) / (n + 1) of all cases only."""
_LEAST_MARGIN = 0.02
"""Share of the remaining time that it goes beyond them in any case."""
_NOTED = 0.1
"""A rate that changed by less than this share is no reason."""

Cause = Literal["dirtyRose", "dirtyFell", "copyRose", "copyFell"]


class Look(msgspec.Struct, frozen=True, kw_only=True):
    """One migration, looked at once."""

    at_s: float
    end_s: Range
    """Simulated moments between which it ends, in whatever way."""
    dirty_bytes_per_s: float
    copy_bytes_per_s: float


class Outlook(msgspec.Struct, frozen=True, kw_only=True):
    """What is told of a migration's end, after all looks so far."""

    look: Look
    """The newest one."""
    end_s: Range
    cause: Cause | None = None
    """Why the range last moved instead of narrowing; None if it never did or no rate explains it."""
    rate_bytes_per_s: float = 0.0
    """What the cause's rate has become."""

    def remaining_s(self, now_s: float) -> Range:
        """What is left at a moment, seconds, never below 0."""
        return Range(max(0.0, self.end_s.least - now_s), max(0.0, self.end_s.most - now_s))


class LookAtEnds:
    """Runs ahead in slices until some running migrations have ended; changes nothing in the engine it is made of."""

    def __init__(self, engine: Engine, migrations: Sequence[str], runs: int = RUNS) -> None:
        """`migrations`: ids. KeyError if there is no such migration."""
        self._checkpoint = engine.checkpoint()
        self._at_s = engine.now_s
        self._statuses = {id_: engine.status(id_) for id_ in migrations}
        self._wanted = runs
        self._runs = 0
        self._ends: dict[str, list[float]] = {id_: [] for id_ in migrations}
        self._starts: dict[str, list[float]] = {id_: [] for id_ in migrations}
        self._never: set[str] = set()
        self._ahead: Engine | None = None
        self._left = 0

    @property
    def done(self) -> bool:
        """Whether all runs have ended."""
        return self._runs >= self._wanted

    def step(self, max_events: int = 16) -> None:
        """Go on by so many engine events, at most to the end of a run."""
        if self.done:
            return
        if self._ahead is None:
            self._ahead = Engine.restore(by_chance(self._checkpoint, _FIRST_SEED + self._runs))
            self._left = _MOST_EVENTS_OF_ONE
            return
        going = not set(self._ends).isdisjoint(self._ahead.active_ids())
        if going and self._left > 0 and self._ahead.next_event_s is not None:
            self._left -= max_events
            self._ahead.play(float("inf"), max_events)
            return
        self._note(self._ahead)
        self._ahead = None
        self._runs += 1

    def looks(self) -> dict[str, Look]:
        """By migration, of the runs so far; without those that did not end in each of them."""
        found = {}
        for id_, ends in self._ends.items():
            if ends and id_ not in self._never:
                found[id_] = self._look(self._statuses[id_], ends)
        return found

    def starts(self) -> dict[str, Range]:
        """When those that wait leave the queue, by migration, in the runs so far; without those that did so in none."""
        return {id_: Range(min(times), max(times)) for id_, times in self._starts.items() if times}

    def _note(self, ahead: Engine) -> None:
        for id_, ends in self._ends.items():
            status = ahead.status(id_)
            end_s = status.end_s
            if status.start_s is not None:
                self._starts[id_].append(status.start_s)
            if end_s is None:
                self._never.add(id_)
            else:
                ends.append(end_s)

    def _look(self, status: MigrationStatus, ends: Sequence[float]) -> Look:
        least, most = min(ends), max(ends)
        margin_s = max(_MARGIN * (most - least), _LEAST_MARGIN * (most - self._at_s))
        return Look(
            at_s=self._at_s,
            end_s=Range(max(self._at_s, least - margin_s), most + margin_s),
            dirty_bytes_per_s=status.dirty_bytes_per_s,
            copy_bytes_per_s=status.copy_bytes_per_s,
        )


def followed(before: Outlook | None, look: Look) -> Outlook:
    """The outlook after one more look: narrower while the looks agree, else the new one with its reason.

    A look from before the last one (someone went back in time) begins anew.
    """
    if before is None or look.at_s < before.look.at_s:
        return Outlook(look=look, end_s=look.end_s)
    least, most = max(before.end_s.least, look.end_s.least), min(before.end_s.most, look.end_s.most)
    if least <= most and 2.0 * (most - least) >= look.end_s.width:
        return Outlook(
            look=look, end_s=Range(least, most), cause=before.cause, rate_bytes_per_s=before.rate_bytes_per_s
        )
    later = look.end_s.least + look.end_s.most > before.end_s.least + before.end_s.most
    cause, rate = _cause(before.look, look, later=later)
    return Outlook(look=look, end_s=look.end_s, cause=cause, rate_bytes_per_s=rate)


def _cause(before: Look, now: Look, *, later: bool) -> tuple[Cause | None, float]:
    dirty = _change(before.dirty_bytes_per_s, now.dirty_bytes_per_s)
    copy = _change(before.copy_bytes_per_s, now.copy_bytes_per_s)
    dirty, copy = (dirty, -copy) if later else (-dirty, copy)
    if max(dirty, copy) < _NOTED:
        return None, 0.0
    if dirty >= copy:
        return ("dirtyRose" if later else "dirtyFell"), now.dirty_bytes_per_s
    return ("copyFell" if later else "copyRose"), now.copy_bytes_per_s


def _change(before: float, now: float) -> float:
    """Share of the larger one, -1 to 1; 0 where a rate is not known, as before a copy begins."""
    return (now - before) / max(before, now) if before > 0.0 and now > 0.0 else 0.0
