"""Plays a migration ahead between the frames of the window, always with the newest knobs."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.gui.session import Session
from vmotion_gui.inventory.commands import Command, MigrationSpec
from vmotion_gui.simulation.trial import Trial

SLICE_S = 0.01
_EVENTS = 4
_MOST_S = 0.15
"""What has taken longer is given up when something newer is asked for."""


class Outlook(QObject):
    """One trial at a time; what is asked for meanwhile follows, and only the newest.

    Signals:
        known(Trial): a migration has been played to its end.
    """

    known = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._trial: Trial | None = None
        self._next: tuple[MigrationSpec | str, tuple[Command, ...]] | None = None
        self._spent_s = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def busy(self) -> bool:
        """Whether more is to come."""
        return self._timer.isActive()

    def ask(self, move: MigrationSpec | str, commands: Sequence[Command] = ()) -> None:
        """Play this from the present moment on."""
        self._next = (move, tuple(commands))
        if not self._timer.isActive():
            self._timer.start(0)

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._trial = self._next = None
        self._timer.stop()

    def _go_on(self) -> None:
        begin = time.perf_counter()
        if self._next is not None and (self._trial is None or self._spent_s > _MOST_S):
            (move, commands), self._next, self._spent_s = self._next, None, 0.0
            self._trial = self._session.backend.trial(move, commands)
        trial = self._trial
        while trial is not None and time.perf_counter() - begin < SLICE_S:
            if trial.step(_EVENTS):
                self._trial = None
                self.known.emit(trial)
                break
        self._spent_s += time.perf_counter() - begin
        if self._trial is None and self._next is None:
            self._timer.stop()
