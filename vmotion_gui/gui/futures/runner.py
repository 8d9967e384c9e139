"""Plays a migration to its end, changes one thing at an earlier moment, and plays it to its end again."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.gui.session import Session
from vmotion_gui.inventory.commands import Command

_SLICE_S = 0.02
_EVENTS = 4
_MOST_S = 3600.0
"""A migration that has not ended after so long is left where it is."""


class ForkRunner(QObject):
    """Works between the frames of the window, which stays paused.

    Signals:
        done(): both futures are known.
        refused(Message | None): the change cannot be made; there is no branch then.
    """

    done = Signal()
    refused = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._migration = ""
        self._then: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether it is at work."""
        return self._timer.isActive()

    def begin(
        self, migration: str, at_s: float, change: Callable[[], Sequence[Command]], name: str, *, before: bool
    ) -> None:
        """Fork at a moment; `change` makes the commands once that moment is shown. `before`: before the migration was
        asked for. KeyError if there is no such migration."""
        session = self._session
        session.pause()
        self._migration = migration
        self._then = lambda: self._fork(at_s, change, name, before=before)
        session.rewind(session.backend.played_until_s)
        self._start()

    def stop(self) -> None:
        """Leave everything where it is."""
        self._timer.stop()

    def _start(self) -> None:
        self._until_s = self._session.backend.now_s + _MOST_S
        self._timer.start(0)

    def _go_on(self) -> None:
        backend = self._session.backend
        begin = time.perf_counter()
        while not backend.phase(self._migration).ended and time.perf_counter() - begin < _SLICE_S:
            next_s = backend.next_event_s
            if next_s is None or next_s > self._until_s:
                self._arrived()
                return
            backend.advance(next_s, max_events=_EVENTS)
        if backend.phase(self._migration).ended:
            self._arrived()

    def _arrived(self) -> None:
        self._timer.stop()
        then, self._then = self._then, None
        if then is not None:
            then()
        else:
            self._session.refresh()
            self.done.emit()

    def _fork(self, at_s: float, change: Callable[[], Sequence[Command]], name: str, *, before: bool) -> None:
        session = self._session
        session.backend.rewind(at_s)
        tickets = session.fork(at_s, change(), before=before)
        backend = session.backend
        backend.rename_branch(backend.current_branch, name)
        refusal = next((ticket for ticket in tickets if not ticket.accepted), None)
        if refusal is not None:
            self.refused.emit(refusal.reason)
            return
        self._start()
