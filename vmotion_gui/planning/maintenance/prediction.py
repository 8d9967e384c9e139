"""What a plan's moves take: the engine plays them, under vCenter's limits, and tells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import msgspec

from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.planning.maintenance.plan import Move
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.result_document import outcome_of

_EVENTS_AT_ONCE = 512
_MOST_EVENTS_OF_A_MOVE = 20_000
"""Once so many have been played for each move, those that still run are told as running."""

Watch = Callable[[int, int], None]
"""Told of how many moves have ended, of how many; what it raises ends the work."""


def predicted(
    engine: Engine, moves: Sequence[Move], on_progress: Watch | None = None, *, under_way: Sequence[str] = ()
) -> tuple[Move, ...]:
    """Play moves from the engine's now on, each when what it waits for has completed; the moves with their figures.

    `engine` goes on to the end of the last one. Times count from when it was given. A move that waits for one that has
    not completed is told as failed. `under_way`: ids of the migrations that are the first of the moves, and run
    already; their starts may lie before.
    """
    run = _Run(engine, moves, under_way)
    while run.go_on():
        if on_progress is not None:
            on_progress(run.ended, len(moves))
    return run.told()


class _Run:
    def __init__(self, engine: Engine, moves: Sequence[Move], under_way: Sequence[str]) -> None:
        self._engine, self._moves = engine, moves
        self._start_s = engine.now_s
        self._ids: dict[int, str] = dict(enumerate(under_way))
        self._waiting = {k: set(move.after) for k, move in enumerate(moves) if k not in self._ids}
        self._watched = {earlier for move in moves for earlier in move.after}
        self._left = _MOST_EVENTS_OF_A_MOVE * max(1, len(moves))
        self._submit()

    @property
    def ended(self) -> int:
        """How many moves have ended."""
        return len(self._ids) - len(set(self._ids.values()).intersection(self._engine.active_ids()))

    def _submit(self) -> None:
        ready = [index for index, after in self._waiting.items() if not after]
        for index in ready:
            del self._waiting[index]
            ticket = self._engine.submit(Migrate(spec=self._moves[index].spec), initiator="maintenance")
            self._ids[index] = ticket.id if ticket.accepted else ""

    def go_on(self) -> bool:
        """Some events more; False if all that can end has ended."""
        active = set(self._ids.values()).intersection(self._engine.active_ids())
        if not active or self._left <= 0:
            return False
        # one by one as long as something may begin at any event's end
        count = 1 if self._waiting else _EVENTS_AT_ONCE
        self._left -= count
        self._engine.play(float("inf"), count)
        if self._waiting:
            self._let_begin()
        return True

    def _let_begin(self) -> None:
        done = {index for index in self._watched if self._completed(index)}
        if done:
            self._watched -= done
            for after in self._waiting.values():
                after -= done
            self._submit()

    def _completed(self, index: int) -> bool:
        id_ = self._ids.get(index, "")
        return bool(id_) and outcome_of(self._engine.phase(id_)) == "completed"

    def told(self) -> tuple[Move, ...]:
        return tuple(self._told(index, move) for index, move in enumerate(self._moves))

    def _told(self, index: int, move: Move) -> Move:
        id_ = self._ids.get(index, "")
        if not id_:
            return msgspec.structs.replace(move, outcome="failed")
        status = self._engine.status(id_)
        start_s = status.queued_s if status.start_s is None else status.start_s
        end_s = self._engine.now_s if status.end_s is None else status.end_s
        return msgspec.structs.replace(
            move,
            start_s=start_s - self._start_s,
            duration_s=end_s - start_s,
            downtime_s=status.downtime_s,
            bytes=status.sent_bytes,
            outcome=outcome_of(status.phase),
            fault=status.fault,
        )
