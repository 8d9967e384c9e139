"""One migration played ahead by an engine of its own, with its curves: what would become of it if something were
otherwise.
"""

from __future__ import annotations

from collections.abc import Sequence

from vmotion_gui.inventory.commands import Command, Migrate, MigrationSpec
from vmotion_gui.messages import Message
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.recorder import Recorder
from vmotion_gui.simulation.status import MigrationStatus, Samples

MOST_EVENTS = 20_000
MOST_S = 3600.0
"""Simulated seconds after which a migration that still runs is told as one that does not end."""


class Trial:
    """Plays one migration to its end, in slices. Attributes: `refusal`, why nothing was played, or None."""

    def __init__(
        self, engine: Engine, move: MigrationSpec | str, commands: Sequence[Command] = (), most_s: float = MOST_S
    ) -> None:
        """`engine` belongs to the trial from now on. `move`: what to start now, or the id of a migration that runs;
        `commands` come first. KeyError if there is no such migration."""
        self._engine = engine
        self._recorder = Recorder()
        self._recorder.begin(engine)
        engine.observe(self._recorder)
        self.refusal: Message | None = None
        self._id = move if isinstance(move, str) else ""
        for command in (*commands, *(() if isinstance(move, str) else (Migrate(spec=move),))):
            ticket = engine.submit(command)
            if not ticket.accepted:
                self.refusal = ticket.reason
                break
            if isinstance(command, Migrate):
                self._id = ticket.id
        self.start_s = engine.now_s
        self._left = MOST_EVENTS
        self._most_s = most_s
        if self.refusal is None:
            engine.phase(self._id)

    @property
    def done(self) -> bool:
        """Whether there is nothing more to play."""
        engine = self._engine
        if self.refusal is not None or self._left <= 0 or self._id not in engine.active_ids():
            return True
        next_s = engine.next_event_s
        return next_s is None or next_s > self.start_s + self._most_s

    def step(self, max_events: int = 16) -> bool:
        """Go on by so many engine events; True if there is nothing more to play."""
        if not self.done:
            self._engine.play(self.start_s + self._most_s, max_events)
            self._left -= max_events
        return self.done

    def to_end(self) -> Trial:
        """Play all of it."""
        while not self.step():
            pass
        return self

    def go_to(self, time_s: float, max_events: int) -> bool:
        """Play no further than to a time; True if arrived, or nothing is left to play before it."""
        if self.done:
            return True
        self._left -= max_events
        return self._engine.advance(time_s, max_events=max_events)

    @property
    def now_s(self) -> float:
        """How far it has been played."""
        return self._engine.now_s

    @property
    def status(self) -> MigrationStatus | None:
        """The migration as it stands; None if it was refused."""
        return None if self.refusal is not None else self._engine.status(self._id)

    def samples(self) -> Samples | None:
        """The migration's series since the trial began; None if it was refused."""
        return None if self.refusal is not None else self._recorder.samples(self._engine, self._id)
