"""Watches how long one running migration still takes, in slices between the frames of a window."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

from vmotion_gui.gui import words
from vmotion_gui.gui.prediction.words import range_text
from vmotion_gui.gui.session import Session
from vmotion_gui.simulation.remaining import LookAtEnds, Outlook, followed

SLICE_S = 0.006
_EVENTS = 4
"""What the engine does between two looks at the clock."""
_NO_BREAK = "\u00a0"
PAUSE_S = 0.7
"""Between the end of a look and the next one; a look costs what the frames would like to have."""


class RemainingWatch(QObject):
    """Looks ahead at one migration again and again, while somebody asks.

    Signals:
        known(): the outlook is another one.
    """

    known = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._migration = ""
        self._outlook: Outlook | None = None
        self._look: LookAtEnds | None = None
        self._looked_at_s = -1.0
        self._free_from_s = 0.0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)
        session.opened.connect(self.forget)
        session.submitted.connect(self._commanded)

    def outlook(self, migration: str) -> Outlook | None:
        """What is known of a running migration's end; asking for it keeps it up to date. None before the first look."""
        now_s = self._session.backend.now_s
        if migration != self._migration or now_s < self._looked_at_s:
            self.forget()
            self._migration = migration
        if self._look is None and now_s != self._looked_at_s and time.perf_counter() >= self._free_from_s:
            self._begin(now_s)
        return self._outlook

    def forget(self) -> None:
        """Nothing is known any more, and nobody asks."""
        self._timer.stop()
        self._look = self._outlook = None
        self._migration, self._looked_at_s, self._free_from_s = "", -1.0, 0.0

    @property
    def busy(self) -> bool:
        """Whether a look is under way."""
        return self._look is not None

    def _commanded(self) -> None:
        """What runs now was not foreseen: what was told may be wrong from here on."""
        self._timer.stop()
        self._look = None
        self._looked_at_s, self._free_from_s = -1.0, 0.0

    def _begin(self, now_s: float) -> None:
        self._look = self._session.backend.look_at_ends((self._migration,))
        self._looked_at_s = now_s
        self._timer.start(0)

    def _go_on(self) -> None:
        look = self._look
        assert look is not None, "the timer runs during a look only"
        begin = time.perf_counter()
        while not look.done and time.perf_counter() - begin < SLICE_S:
            look.step(_EVENTS)
        if not look.done:
            return
        self._timer.stop()
        self._look = None
        self._free_from_s = time.perf_counter() + PAUSE_S
        if (found := look.looks().get(self._migration)) is not None:
            self._outlook = followed(self._outlook, found)
        self.known.emit()


def remaining_text(outlook: Outlook, now_s: float) -> str:
    """ "12 s – 15 s left (dirty rate rose to 1.1 GiB/s)"."""
    text = QCoreApplication.translate("Prediction", "{range} left").format(
        range=range_text(outlook.remaining_s(now_s), "seconds").replace(" ", _NO_BREAK)
    )
    reasons = {
        "dirtyRose": QCoreApplication.translate("Prediction", "dirty rate rose to {rate}"),
        "dirtyFell": QCoreApplication.translate("Prediction", "dirty rate fell to {rate}"),
        "copyRose": QCoreApplication.translate("Prediction", "copy rate rose to {rate}"),
        "copyFell": QCoreApplication.translate("Prediction", "copy rate fell to {rate}"),
    }
    if outlook.cause is None:
        return text
    rate = words.quantity(outlook.rate_bytes_per_s, "bytes_per_s")
    return f"{text} ({reasons[outlook.cause].format(rate=rate)})"
