"""A lab's history: every branch's journal with checkpoints, so that any past moment is a restore and a short
replay.

The engine runs without the lab's commands in it; the timeline hands it each command of the journal when its
time has come. So a branch is nothing but a journal, and going back, going on and acting otherwise are the
same few steps.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

import msgspec

from vmotion_gui.inventory.commands import Command, TimedCommand
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.alarms.log import AlarmLog
from vmotion_gui.simulation.backend import Branch, Ticket
from vmotion_gui.simulation.checkpoints import Checkpoints, Moment
from vmotion_gui.simulation.control import Controller, Thinking
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.recorder import Recorder

CHECKPOINT_EVENTS = 256
"""After so many engine events a checkpoint is kept …"""
CHECKPOINT_S = 30.0
"""… or after so much simulated time in which anything happened."""
_SLICE = 64


class Line:
    """One branch: what was asked in it, how far it was played, and how to get back into it."""

    def __init__(self, branch: Branch, checkpoints: Checkpoints, recorder: Recorder, alarms: AlarmLog) -> None:
        self.id, self.name = branch.id, branch.name
        self.parent, self.forked_at_s = branch.parent, branch.forked_at_s
        self.journal = list(branch.journal)
        self.refused: set[int] = set()
        """Indices of the commands that the engine refused."""
        self.end_s = branch.end_s
        self.controlled_s = branch.end_s
        """Up to here the controller has been asked."""
        self.checkpoints = checkpoints
        self.recorder = recorder
        self.alarms = alarms

    def branch(self) -> Branch:
        """The branch as others see it."""
        return Branch(
            id=self.id,
            name=self.name,
            parent=self.parent,
            forked_at_s=self.forked_at_s,
            journal=tuple(self.journal),
            end_s=self.end_s,
        )


class Timeline:
    """A running lab that can go back. Attributes: `engine`, the run at the present moment of the current
    branch.
    """

    def __init__(self, lab: Lab, branches: Sequence[Branch] = ()) -> None:
        """Start at time 0 of the lab, whose commands are the first branch's journal; or of its known
        branches.

        ValueError if the branches are not numbered 0, 1, 2, … from the root on.
        """
        self._initial = msgspec.structs.replace(lab, commands=())
        self.engine = Engine(self._initial)
        start = Moment(0.0, 0, 0, self.engine.checkpoint())
        self._lines: list[Line] = []
        for number, branch in enumerate(branches or (_root(lab.commands),)):
            if branch.id != number or (branch.parent is not None) != (number > 0):
                raise ValueError(f"branch {branch.id} stands where branch {number} belongs")
            self._lines.append(Line(branch, Checkpoints(start), Recorder(), AlarmLog(lab.inventory)))
        self._controller: Controller | None = None
        self._thinking: Thinking | None = None
        """What the controller has begun to think about at the present moment."""
        self._position = self._work = 0
        self.line = self._lines[0]
        self._adopt(self.engine)

    # --- reading --------------------------------------------------------------------------------------------

    @property
    def now_s(self) -> float:
        return self.engine.now_s

    @property
    def played_until_s(self) -> float:
        """How far the current branch has been played."""
        return max(self.line.end_s, self.now_s)

    @property
    def next_event_s(self) -> float | None:
        """When the engine or the journal has something to do next; None if nothing will ever happen by
        itself.
        """
        times = [time for time in (self.engine.next_event_s, self._next_command_s()) if time is not None]
        return min(times, default=None)

    def branches(self) -> tuple[Branch, ...]:
        """All branches by id; a parent comes before its children."""
        self._note_end()
        return tuple(line.branch() for line in self._lines)

    def lab(self) -> Lab:
        """The lab as it began, with the journal of the current branch: loaded again, it gives the same run.

        Commands that were refused changed nothing and are left out: they may name what never existed.
        """
        line = self.line
        done = tuple(timed for index, timed in enumerate(line.journal) if index not in line.refused)
        return msgspec.structs.replace(self._initial, commands=done)

    # --- going on -------------------------------------------------------------------------------------------

    def submit(self, command: Command, initiator: str) -> Ticket:
        """Do a command now. If the branch has been played further than now, this starts another branch."""
        self.play(self.now_s)
        if self.now_s < self.line.end_s:
            self._fork()
        return self._do(command, initiator)

    def control(self, controller: Controller | None) -> None:
        """Have somebody act from now on wherever a branch goes further than it was played; None: nobody."""
        self._controller, self._thinking = controller, None
        self._note_end()
        for line in self._lines:
            line.controlled_s = line.end_s

    def play(self, until_s: float, max_events: int | None = None) -> bool:
        """Go on to a time, doing the journal's commands and the controller's on the way; stop at `max_events`, and if
        there is such a limit after each step of the controller. True if arrived.
        """
        while self._controller is not None and (turn_s := self._turn_s(self._controller)) <= until_s:
            if not self._play(turn_s, max_events):
                return False
            self._think(self._controller, turn_s, in_steps=max_events is not None)
            if max_events is not None:
                return False
        return self._play(until_s, max_events)

    def _think(self, controller: Controller, turn_s: float, *, in_steps: bool) -> None:
        """Ask the controller, as far as its next step; what it asks for is done once it knows."""
        thinking = self._thinking = self._thinking or controller.steps(self.engine)
        try:
            next(thinking)
            while not in_steps:
                next(thinking)
        except StopIteration as end:
            self._thinking = None
            self.line.controlled_s = turn_s
            for command in end.value:
                self._do(command, controller.initiator)

    def _turn_s(self, controller: Controller) -> float:
        """When the controller is asked next."""
        return (math.floor(self.line.controlled_s / controller.period_s) + 1.0) * controller.period_s

    def _do(self, command: Command, initiator: str) -> Ticket:
        """Do a command at the present end of the branch."""
        self.line.journal.append(TimedCommand(time_s=self.now_s, command=command, initiator=initiator))
        return self._do_next()

    def _play(self, until_s: float, max_events: int | None) -> bool:
        left = math.inf if max_events is None else max_events
        while True:
            due_s = self._next_command_s()
            target_s = until_s if due_s is None else min(until_s, due_s)
            while not self._slice(target_s, int(min(left, _SLICE))):
                left -= _SLICE
                if left <= 0:
                    return False
            if due_s is None or due_s > until_s:
                self._note_end()
                return True
            if left <= 0:
                return False
            self._do_next()
            left -= 1

    def _slice(self, until_s: float, events: int) -> bool:
        told = len(self.engine.events)
        arrived = self.engine.advance(until_s, max_events=events)
        self._work += events if not arrived else len(self.engine.events) - told
        self._keep_checkpoint()
        return arrived

    def _do_next(self) -> Ticket:
        """Hand the next command of the journal to the engine; its time has come."""
        timed = self.line.journal[self._position]
        ticket = self.engine.submit(timed.command, initiator=timed.initiator)
        if not ticket.accepted:
            self.line.refused.add(self._position)
        self._position += 1
        self._work += 1
        self._note_end()
        return ticket

    def _next_command_s(self) -> float | None:
        journal = self.line.journal
        return journal[self._position].time_s if self._position < len(journal) else None

    def _note_end(self) -> None:
        self.line.end_s = self.played_until_s

    # --- going elsewhere ------------------------------------------------------------------------------------

    def rewind(self, to_s: float) -> None:
        """Go to a moment of this branch that has been played; beyond its end, to its end."""
        to_s = min(max(0.0, to_s), self.played_until_s)
        self._keep_end()
        nearest = self.line.checkpoints.before(to_s)
        if to_s < self.now_s or nearest.time_s > self.now_s:
            self._restore(nearest)
        self.play(to_s)

    def switch(self, branch: int) -> None:
        """Go to the end of another branch. KeyError if there is none with this id."""
        if not 0 <= branch < len(self._lines):
            raise KeyError(branch)
        self._keep_end()
        self._note_end()
        self.line = self._lines[branch]
        self._restore(self.line.checkpoints.before(self.line.end_s))
        self.play(self.line.end_s)

    def rename(self, branch: int, name: str) -> None:
        """Give a branch another name. KeyError if there is none with this id."""
        if not 0 <= branch < len(self._lines):
            raise KeyError(branch)
        self._lines[branch].name = name

    def fork(self, at_s: float, commands: Sequence[Command], *, before: bool = False) -> tuple[Ticket, ...]:
        """Go to a moment of this branch that has been played and start another there: with these commands, then with
        all that was asked for later, at its time. `before`: before what was asked for at that very time. The answers to
        the commands.
        """
        at_s = min(max(0.0, at_s), self.played_until_s)
        if before:
            self._rewind_before(at_s)
        else:
            self.rewind(at_s)
        further = self.line.journal[self._position :]
        self._fork(further)
        tickets = tuple(self._insert(command) for command in commands)
        self.line.end_s = max((timed.time_s for timed in further), default=self.now_s)
        self.play(self.now_s)
        return tickets

    def _insert(self, command: Command) -> Ticket:
        """Do a command now, before those that wait in the journal."""
        timed = TimedCommand(time_s=self.now_s, command=command)
        self.line.journal.insert(self._position, timed)
        return self._do_next()

    def _rewind_before(self, at_s: float) -> None:
        """Go to a moment before the commands of that time."""
        self._keep_end()
        done = sum(timed.time_s < at_s for timed in self.line.journal)
        self._restore(self.line.checkpoints.until(at_s, done).before(at_s))
        if at_s > 0.0:
            self._play(math.nextafter(at_s, 0.0), None)
            self.engine.advance(at_s)

    def peek(self, branch: int) -> tuple[Engine, Recorder]:
        """The end of a branch and what was recorded of it, to be read; the present stays what it is. KeyError if there
        is none with this id.
        """
        if not 0 <= branch < len(self._lines):
            raise KeyError(branch)
        if branch == self.line.id and self.now_s >= self.line.end_s:
            return self.engine, self.line.recorder
        here = self.line, self.engine, self._position, self._work
        self._note_end()
        self.line = line = self._lines[branch]
        try:
            self._restore(line.checkpoints.before(line.end_s))
            self._play(line.end_s, None)
            self._keep_moment()
            return self.engine, line.recorder
        finally:
            self.line, self.engine, self._position, self._work = here

    def _fork(self, further: Sequence[TimedCommand] = ()) -> None:
        """From now on this is another branch, in which these commands wait; the old one keeps all it has."""
        old, now_s = self.line, self.now_s
        branch = Branch(
            id=len(self._lines),
            name=str(len(self._lines) + 1),
            parent=old.id,
            forked_at_s=now_s,
            journal=(*old.journal[: self._position], *further),
            end_s=now_s,
        )
        checkpoints = old.checkpoints.until(now_s, self._position)
        line = Line(branch, checkpoints, old.recorder.before(now_s), old.alarms.until(now_s))
        line.refused = {index for index in old.refused if index < self._position}
        line.controlled_s = now_s
        self._lines.append(line)
        self.line = line
        self.engine.observe(line.recorder, line.alarms)

    # --- checkpoints ----------------------------------------------------------------------------------------

    def _keep_checkpoint(self) -> None:
        last = self.line.checkpoints.before(self.now_s)
        events, seconds = self._work - last.work, self.now_s - last.time_s
        if events >= CHECKPOINT_EVENTS or (events > 0 and seconds >= CHECKPOINT_S):
            self._keep_moment()

    def _keep_end(self) -> None:
        """Before leaving the end of a branch: coming back costs nothing then."""
        if self.now_s >= self.line.end_s:
            self._keep_moment()

    def _keep_moment(self) -> None:
        moment = Moment(self.now_s, self._position, self._work, self.engine.checkpoint())
        self.line.checkpoints.add(moment)

    def _restore(self, moment: Moment) -> None:
        self._position, self._work = moment.position, moment.work
        self._adopt(Engine.restore(moment.checkpoint))

    def _adopt(self, engine: Engine) -> None:
        self.engine, self._thinking = engine, None
        engine.observe(self.line.recorder, self.line.alarms)


def _root(commands: Iterable[TimedCommand]) -> Branch:
    journal = tuple(commands)
    end_s = max((timed.time_s for timed in journal), default=0.0)
    return Branch(id=0, name="1", parent=None, forked_at_s=0.0, journal=journal, end_s=end_s)
