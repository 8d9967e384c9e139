"""The open lab as the window sees it: commands in, facts out as signals, once per frame."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.gui.garbage import Garbage
from vmotion_gui.inventory.commands import Command
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.backend import Backend, Ticket
from vmotion_gui.simulation.status import MigrationStatus, Phase

FRAME_MS = 33
SLICE_S = 0.012
"""Of each frame, what the engine may use; the rest is for painting and input."""
BUSY_SLICE_S = 0.025
"""The same while the run is behind the clock and nobody drags anything."""
EVENTS_PER_SLICE = 4
MOST_BEHIND_S = 0.25
"""What is left of a frame with much to do is made up for in the next ones, up to so much; then the run is slower."""
RUNNING_PER_FRAME = 40
"""So many running migrations are looked at in a frame; with more, each has its turn a little later, …"""
MANY_REFRESH_S = 0.5
"""… and widgets are told only so often."""
SPEEDS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0)


_ROUNDS = frozenset(("PassStarted", "SwitchoverStarted", "VmMigratedEvent", "VmFailedMigrateEvent"))
_MOST_STEPS = 200
"""Events of others that a step to the next pass may go over."""


class Session(QObject):
    """Drives a backend from the window's timer and tells the widgets what became of it.

    Signals:
        opened(): another backend, another branch or another moment: rebuild everything from `backend`.
        inventory_changed(Inventory): the estate is another one now.
        migrations_changed(tuple[MigrationStatus, ...]): those that changed since the last frame; of very many that only
            went on, some.
        tasks_changed(tuple[TaskStatus, ...]): tasks of hosts that changed since the last frame.
        events_added(tuple[Event, ...]): events since the last frame.
        time_changed(float): simulated seconds.
        playback_changed(): playing, speed.
        submitted(TimedCommand-like: Command, Ticket): a command was answered.
    """

    opened = Signal()
    inventory_changed = Signal(object)
    migrations_changed = Signal(object)
    tasks_changed = Signal(object)
    events_added = Signal(object)
    time_changed = Signal(float)
    playback_changed = Signal()
    submitted = Signal(object, object)

    def __init__(
        self, backend: Backend, parent: QObject | None = None, *, clock: Callable[[], float] = time.perf_counter
    ) -> None:
        super().__init__(parent)
        self._clock = clock
        self._playing = False
        self._speed = 1.0
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self._frame)
        self._garbage = Garbage()
        self.limit: Callable[[], float | None] | None = None
        """Says up to which moment playing may go, asked after each event; there it pauses. None: on and on."""
        self.adopt(backend)

    # --- the world ------------------------------------------------------------------------------------------

    @property
    def backend(self) -> Backend:
        return self._backend

    @property
    def inventory(self) -> Inventory:
        return self._backend.inventory

    def adopt(self, backend: Backend) -> None:
        """Go over to another backend (another lab), paused."""
        self._backend = backend
        self._checker: Checker | None = None
        self._garbage.opened(len(backend.inventory.vms))
        self.pause()
        self._forget()
        self.opened.emit()

    def checker(self) -> Checker:
        """The compatibility checker of the present inventory."""
        inventory = self._backend.inventory
        if self._checker is None:
            self._checker = Checker(inventory)
        elif self._checker.inventory is not inventory:
            self._checker = Checker.for_inventory(inventory, previous=self._checker)
        return self._checker

    def keep_checker(self, checker: Checker) -> None:
        """Take a checker that was made ahead, if none has been needed before."""
        if self._checker is None:
            self._checker = checker

    def busy_vms(self) -> dict[str, str]:
        """VMs with a migration queued or running, and its id."""
        backend = self._backend
        statuses = backend.migrations()
        running = [statuses[id_] for id_ in statuses if not backend.phase(id_).ended]
        return {status.vm: status.id for status in running}

    def submit(self, command: Command, *, initiator: str = "user") -> Ticket:
        """Ask the backend for something now, and tell what came of it at once."""
        ticket = self._backend.submit(command, initiator=initiator)
        self.submitted.emit(command, ticket)
        self.refresh()
        return ticket

    # --- time -----------------------------------------------------------------------------------------------

    @property
    def playing(self) -> bool:
        return self._playing

    @property
    def speed(self) -> float:
        """Simulated seconds per second."""
        return self._speed

    def set_speed(self, speed: float) -> None:
        """Choose the speed, within 0.01 and 1000."""
        self._speed = min(max(speed, SPEEDS[0]), SPEEDS[-1])
        self.playback_changed.emit()

    def play(self) -> None:
        self._playing = True
        self._last, self._behind_s = self._clock(), 0.0
        self._timer.start()
        self.playback_changed.emit()

    def pause(self) -> None:
        self._playing = False
        self._timer.stop()
        self.playback_changed.emit()

    def step(self) -> None:
        """Go on to the next event that matters."""
        self.pause()
        while not self._backend.advance_to_next_milestone(max_events=EVENTS_PER_SLICE):
            pass
        self.refresh()

    def step_pass(self, migration: str) -> None:
        """Go on to the beginning of the next pre-copy pass of a migration, or to what follows the last one."""
        seen = len(self._backend.events)
        for _ in range(_MOST_STEPS):
            before_s = self._backend.now_s
            self.step()
            fresh = [event for event in self._backend.events[seen:] if event.migration == migration]
            seen = len(self._backend.events)
            if any(event.type in _ROUNDS for event in fresh) or self._backend.now_s <= before_s:
                return

    def rewind(self, to_s: float) -> None:
        """Show another moment of this branch."""
        self._backend.rewind(to_s)
        self._forget()
        self.opened.emit()

    def switch_branch(self, branch: int) -> None:
        self._backend.switch_branch(branch)
        self._forget()
        self.opened.emit()

    def fork(self, at_s: float, commands: Sequence[Command], *, before: bool = False) -> tuple[Ticket, ...]:
        """Start a branch at a moment of this one; see `Backend.fork`."""
        self.pause()
        tickets = self._backend.fork(at_s, commands, before=before)
        self._forget()
        self.opened.emit()
        return tickets

    def _too_early(self, now: float) -> bool:
        """With very many migrations widgets are told less often: what they show costs more than the run."""
        return self._running > RUNNING_PER_FRAME and now - self._told < MANY_REFRESH_S

    def _frame(self) -> None:
        now = self._clock()
        elapsed, self._last = min(now - self._last, MOST_BEHIND_S), now
        owed_s = min(elapsed + self._behind_s, MOST_BEHIND_S)
        slice_s = BUSY_SLICE_S if self._behind_s and not _is_dragged() else SLICE_S
        target = self._backend.now_s + owed_s * self._speed
        if self.limit is not None:
            self._advance_within(self.limit, target, now + slice_s)
        else:
            while not self._backend.advance(target, max_events=EVENTS_PER_SLICE):
                if self._clock() - now > slice_s:
                    break
        self._behind_s = max(0.0, target - self._backend.now_s) / self._speed
        if not self._too_early(now):
            self._told = now
            self.refresh()

    def _advance_within(self, limit: Callable[[], float | None], target_s: float, until: float) -> None:
        """Go on to a time, moment by moment, but no further than the limit allows, and until the clock says so."""
        while self._clock() <= until:
            times = (target_s, self._backend.next_event_s, limit())
            self._backend.advance(max(self._backend.now_s, min(time for time in times if time is not None)))
            limit_s = limit()
            if limit_s is not None and limit_s <= self._backend.now_s:
                self.pause()
                return
            if self._backend.now_s >= target_s:
                return

    # --- what is new ----------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._seen_inventory = self._backend.inventory
        self._seen_events = len(self._backend.events)
        self._seen_phases = {id_: self._backend.phase(id_) for id_ in self._backend.migrations()}
        self._seen_tasks = self._backend.tasks()
        self._seen_moment: tuple[float, int] | None = None
        self._turn = self._running = 0
        self._told = -math.inf

    def refresh(self) -> None:
        """Tell the widgets all that changed since the last time."""
        backend = self._backend
        if backend.inventory is not self._seen_inventory:
            self._seen_inventory = backend.inventory
            self.inventory_changed.emit(backend.inventory)
        if (moment := (backend.now_s, len(backend.events))) != self._seen_moment:
            self._seen_moment = moment
            if changed := self._changed_migrations():
                self.migrations_changed.emit(changed)
            self._tell_tasks()
        if len(backend.events) > self._seen_events:
            fresh = tuple(backend.events[self._seen_events :])
            self._seen_events += len(fresh)
            self.events_added.emit(fresh)
        self.time_changed.emit(backend.now_s)

    def _tell_tasks(self) -> None:
        tasks = self._backend.tasks()
        changed = tuple(task for id_, task in tasks.items() if self._seen_tasks.get(id_) != task)
        self._seen_tasks = tasks
        if changed:
            self.tasks_changed.emit(changed)

    def _changed_migrations(self) -> tuple[MigrationStatus, ...]:
        """All that came to another phase; of the others that run, as many as a frame has time for, in turns."""
        backend, seen = self._backend, self._seen_phases
        statuses = backend.migrations()
        changed, running = [], []
        for id_ in statuses:
            before = seen.get(id_)
            if before is not None and before.ended:
                continue
            phase = backend.phase(id_)
            if phase is not before:
                seen[id_] = phase
                changed.append(id_)
            elif phase is not Phase.QUEUED:
                running.append(id_)
        self._running = len(running)
        if len(running) > RUNNING_PER_FRAME:
            self._turn %= len(running)
            running = (running[self._turn :] + running[: self._turn])[:RUNNING_PER_FRAME]
            self._turn += RUNNING_PER_FRAME
        return tuple(statuses[id_] for id_ in (*changed, *running))


def _is_dragged() -> bool:
    """Whether somebody holds something with the mouse, which must follow at once."""
    return QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
