"""The open lab as the window sees it: commands in, facts out as signals, once per frame."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory.commands import Command
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.backend import Backend, Ticket
from vmotion_gui.simulation.status import MigrationStatus

FRAME_MS = 33
SLICE_S = 0.012
"""Of each frame, what the engine may use; the rest is for painting and input."""
EVENTS_PER_SLICE = 4
SPEEDS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0, 1000.0)


class Session(QObject):
    """Drives a backend from the window's timer and tells the widgets what became of it.

    Signals:
        opened(): another backend, another branch or another moment: rebuild everything from `backend`.
        inventory_changed(Inventory): the estate is another one now.
        migrations_changed(tuple[MigrationStatus, ...]): those that changed since the last frame.
        events_added(tuple[Event, ...]): events since the last frame.
        time_changed(float): simulated seconds.
        playback_changed(): playing, speed.
        submitted(TimedCommand-like: Command, Ticket): a command was answered.
    """

    opened = Signal()
    inventory_changed = Signal(object)
    migrations_changed = Signal(object)
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

    def busy_vms(self) -> dict[str, str]:
        """VMs with a migration queued or running, and its id."""
        return {status.vm: status.id for status in self._backend.migrations().values() if not status.phase.ended}

    def submit(self, command: Command) -> Ticket:
        """Ask the backend for something now, and tell what came of it at once."""
        ticket = self._backend.submit(command)
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
        self._last = self._clock()
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

    def rewind(self, to_s: float) -> None:
        """Show another moment of this branch."""
        self._backend.rewind(to_s)
        self._forget()
        self.opened.emit()

    def switch_branch(self, branch: int) -> None:
        self._backend.switch_branch(branch)
        self._forget()
        self.opened.emit()

    def _frame(self) -> None:
        now = self._clock()
        elapsed, self._last = min(now - self._last, 0.25), now
        target = self._backend.now_s + elapsed * self._speed
        while not self._backend.advance(target, max_events=EVENTS_PER_SLICE):
            if self._clock() - now > SLICE_S:
                break
        self.refresh()

    # --- what is new ----------------------------------------------------------------------------------------

    def _forget(self) -> None:
        self._seen_inventory = self._backend.inventory
        self._seen_events = len(self._backend.events)
        self._seen_statuses = dict(self._backend.migrations())

    def refresh(self) -> None:
        """Tell the widgets all that changed since the last time."""
        backend = self._backend
        if backend.inventory is not self._seen_inventory:
            self._seen_inventory = backend.inventory
            self.inventory_changed.emit(backend.inventory)
        statuses = backend.migrations()
        changed = tuple(s for id_, s in statuses.items() if self._is_news(id_, s))
        if changed:
            self._seen_statuses.update((status.id, status) for status in changed)
            self.migrations_changed.emit(changed)
        if len(backend.events) > self._seen_events:
            fresh = tuple(backend.events[self._seen_events :])
            self._seen_events += len(fresh)
            self.events_added.emit(fresh)
        self.time_changed.emit(backend.now_s)

    def _is_news(self, id_: str, status: MigrationStatus) -> bool:
        seen = self._seen_statuses.get(id_)
        return seen is not status and not (seen is not None and seen.phase.ended and status.phase.ended)
