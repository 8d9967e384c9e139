"""When the migrations that run and wait will begin and end, kept up to date between the frames of a window."""

from __future__ import annotations

import time

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.gui.session import Session
from vmotion_gui.simulation.forecast import Range
from vmotion_gui.simulation.remaining import LookAtEnds

_SLICE_S = 0.005
_EVENTS = 8
_PAUSE_MS = 1000
MOST_ACTIVE = 40
"""With more migrations at a time, running ahead would cost more than the run itself."""


class ExpectedTimes(QObject):
    """Looks ahead about once a second while time goes on, and soon after something was asked for.

    Signals:
        known(tuple[str, ...]): of these migrations something else is expected than before.
    """

    known = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._starts: dict[str, Range] = {}
        self._ends: dict[str, Range] = {}
        self._look: LookAtEnds | None = None
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._go_on)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._begin)
        session.time_changed.connect(self._time_changed)
        session.submitted.connect(self._anew)
        session.opened.connect(self._forget)

    def start_s(self, migration: str) -> Range | None:
        """When a migration leaves the queue, by the lab's clock; None if nothing is known."""
        return self._starts.get(migration)

    def end_s(self, migration: str) -> Range | None:
        """When it ends."""
        return self._ends.get(migration)

    def _forget(self) -> None:
        self._tell({}, {})
        self._anew()

    def _anew(self) -> None:
        """What runs now was not foreseen."""
        self._slices.stop()
        self._look = None
        self._pause.start()

    def _time_changed(self, _now_s: float) -> None:
        if self._look is None and not self._pause.isActive():
            self._pause.start()

    def _begin(self) -> None:
        backend = self._session.backend
        active = tuple(id_ for id_ in backend.migrations() if not backend.phase(id_).ended)
        if 0 < len(active) <= MOST_ACTIVE:
            self._look = backend.look_at_ends(active)
            self._slices.start(0)
        else:
            self._tell({}, {})

    def _go_on(self) -> None:
        look = self._look
        assert look is not None, "the timer runs during a look only"
        begin = time.perf_counter()
        while not look.done and time.perf_counter() - begin < _SLICE_S:
            look.step(_EVENTS)
        if look.done:
            self._slices.stop()
            self._look = None
            self._tell(look.starts(), {id_: one.end_s for id_, one in look.looks().items()})

    def _tell(self, starts: dict[str, Range], ends: dict[str, Range]) -> None:
        about = tuple({**self._starts, **self._ends, **starts, **ends})
        self._starts, self._ends = starts, ends
        if about:
            self.known.emit(about)
