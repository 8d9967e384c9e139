"""Runs ahead between the frames of a window, until the ranges are there or nobody wants them any more."""

from __future__ import annotations

import time
from collections.abc import Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.gui.session import Session
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.simulation.forecast import LEAST_RUNS, Forecaster

SLICE_S = 0.01
_EVENTS = 4
"""What the engine does between two looks at the clock."""
MOST_S = 4.0
"""So much time is spent on one set of moves; beyond it, no run begins after the least number."""


class LookAhead(QObject):
    """Forecasts one set of moves at a time.

    Signals:
        known(tuple[Forecast, ...]): one for each move, from one run more than before.
    """

    known = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._forecaster: Forecaster | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self, specs: Sequence[MigrationSpec]) -> None:
        """Forecast these from the present moment on, and nothing else any more."""
        self._forecaster = self._session.backend.forecaster(specs) if specs else None
        self._spent_s = 0.0
        if self._forecaster is None:
            self._timer.stop()
        else:
            self._timer.start(0)

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self.begin(())

    @property
    def busy(self) -> bool:
        """Whether more is to come."""
        return self._timer.isActive()

    def _go_on(self) -> None:
        forecaster = self._forecaster
        assert forecaster is not None
        begin = time.perf_counter()
        while not forecaster.done and time.perf_counter() - begin < SLICE_S:
            if forecaster.step(_EVENTS):
                self.known.emit(forecaster.forecasts())
                break
        self._spent_s += time.perf_counter() - begin
        if forecaster.done or (self._spent_s > MOST_S and forecaster.runs >= LEAST_RUNS):
            self._timer.stop()
