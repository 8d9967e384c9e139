"""What moves would take, as ranges: the engine itself, run ahead from now with other seeds.

Chance is on in these runs, whatever the lab says: which pages are written, where a workload's phases and a sweep's head
stand (`chance.py`). All moves start together, beside whatever runs already. Faults, and what people do later, are not
foreseen.
"""

from __future__ import annotations

import dataclasses
from collections import Counter, deque
from collections.abc import Sequence

import msgspec
import numpy as np

from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.simulation.engine import Checkpoint, Engine
from vmotion_gui.simulation.result_document import Outcome, outcome_of
from vmotion_gui.simulation.status import MigrationStatus

RUNS = 12
LEAST_RUNS = 3
MOST_EVENTS = 60_000
"""Of all runs together; once they have taken so many, no further run begins after the least number."""
_MOST_EVENTS_OF_ONE = 20_000
"""A migration that has not ended then is told as one that still runs."""


class Range(msgspec.Struct, frozen=True):
    """The least and the most of all runs."""

    least: float
    most: float

    @property
    def width(self) -> float:
        return self.most - self.least


class Forecast(msgspec.Struct, frozen=True, kw_only=True):
    """One move in all runs so far; the ranges are those of the runs in which it completes."""

    outcomes: dict[Outcome, int]
    duration_s: Range | None
    """From the command on, so with the wait in the queue; None if it completes in no run."""
    downtime_s: Range | None
    bytes: Range | None

    @property
    def runs(self) -> int:
        return sum(self.outcomes.values())

    @property
    def completed(self) -> int:
        """In how many runs it completes."""
        return self.outcomes.get("completed", 0)


class Forecaster:
    """Runs ahead in slices, so that a window can go on in between. Changes nothing in the engine that it is made of."""

    def __init__(self, engine: Engine, specs: Sequence[MigrationSpec], runs: int = RUNS) -> None:
        """`runs`: how many seeds to try, 1 or more: 1, 2, 3, …, so the same moment gives the same ranges."""
        self._checkpoint = engine.checkpoint()
        self._specs = tuple(specs)
        self._wanted = runs
        self._events = 0
        self._statuses: list[list[MigrationStatus | None]] = []
        self._run: _Run | None = None

    @property
    def runs(self) -> int:
        """How many runs have ended."""
        return len(self._statuses)

    @property
    def done(self) -> bool:
        """Whether all runs have ended, or as many as their cost allows."""
        dear = self._events >= MOST_EVENTS and self.runs >= LEAST_RUNS
        return self.runs >= self._wanted or (self._run is None and dear)

    def step(self, max_events: int = 64) -> bool:
        """Go on by one more move asked for, or by so many engine events, at most to the end of a run. True if a run has
        ended."""
        if self.done:
            return False
        if self._run is None:
            self._run = _Run(by_chance(self._checkpoint, self.runs + 1), self._specs)
        self._events += max_events
        if not self._run.step(max_events):
            return False
        self._statuses.append(self._run.statuses())
        self._run = None
        return True

    def forecasts(self) -> tuple[Forecast, ...]:
        """One for each move, in their order."""
        return tuple(_forecast([run[index] for run in self._statuses]) for index in range(len(self._specs)))


class _Run:
    """One run ahead."""

    def __init__(self, checkpoint: Checkpoint, specs: Sequence[MigrationSpec]) -> None:
        self._engine = Engine.restore(checkpoint)
        self._waiting = deque(specs)
        self._ids: list[str] = []
        self._left = _MOST_EVENTS_OF_ONE

    def step(self, max_events: int) -> bool:
        """True if all that was asked for has ended, or will not."""
        if self._waiting:
            ticket = self._engine.submit(Migrate(spec=self._waiting.popleft()))
            self._ids.append(ticket.id if ticket.accepted else "")
            return False
        next_s = self._engine.next_event_s
        if next_s is not None and self._left > 0 and not set(self._ids).isdisjoint(self._engine.active_ids()):
            self._left -= max_events
            self._engine.play(float("inf"), max_events)
            return False
        return True

    def statuses(self) -> list[MigrationStatus | None]:
        return [self._engine.status(id_) if id_ else None for id_ in self._ids]


def by_chance(checkpoint: Checkpoint, seed: int) -> Checkpoint:
    """The same moment, with what is random in a run drawn by a seed."""
    profile = dataclasses.replace(checkpoint.profile, random_pages=True)
    return dataclasses.replace(checkpoint, seed=seed, profile=profile)


def _forecast(statuses: Sequence[MigrationStatus | None]) -> Forecast:
    counts = Counter("failed" if status is None else outcome_of(status.phase) for status in statuses)
    ended = [status for status in statuses if status is not None and outcome_of(status.phase) == "completed"]
    durations = [status.end_s - status.queued_s for status in ended if status.end_s is not None]
    return Forecast(
        outcomes=dict(counts),
        duration_s=_range(durations),
        downtime_s=_range([status.downtime_s for status in ended]),
        bytes=_range([status.sent_bytes for status in ended]),
    )


def _range(values: Sequence[float]) -> Range | None:
    return Range(float(np.min(values)), float(np.max(values))) if values else None
