"""The rules are asked ahead: what an estate's first drag would wait for is made between frames when it is opened."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.gui.drag.working import Working
from vmotion_gui.gui.session import Session

AFTER_MS = 200
"""First the window shows the estate."""


class Foresight(QObject):
    """Makes the checker of each lab that is opened."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._working: Working[Checker] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._begin)
        session.opened.connect(self._opened)
        self._timer.start()

    def _opened(self) -> None:
        if self._working is not None:
            self._working.stop()
        self._timer.start()

    def _begin(self) -> None:
        self._working = Working(Checker.in_steps(self._session.inventory), self._session.keep_checker, self)
