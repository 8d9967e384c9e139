"""Whether DRS acts by itself in the open lab's simulated time; off in every lab that is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vmotion_gui.gui.session import Session
from vmotion_gui.planning.drs.controller import DrsController
from vmotion_gui.simulation.embedded import EmbeddedBackend


class DrsAutomation(QObject):
    """The switch.

    Signals:
        changed(): it is on or off now.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._backend = session.backend
        self.on = False
        session.opened.connect(self._opened)

    def switch(self, on: bool) -> None:
        """Let DRS act from now on, or no longer."""
        if isinstance(self._backend, EmbeddedBackend):
            self._backend.control(DrsController() if on else None)
            self.on = on
            self.changed.emit()

    def _opened(self) -> None:
        if self._session.backend is not self._backend:
            self._backend, self.on = self._session.backend, False
            self.changed.emit()
