"""Variants of one migration played to their ends between the frames of the window, and where each is at a time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QLocale, QObject, QTimer, Signal

from vmotion_gui.gui import words
from vmotion_gui.planning.tuning.variants import Variant
from vmotion_gui.simulation.status import MigrationStatus, Phase, Samples
from vmotion_gui.simulation.trial import Trial

_SLICE_S = 0.01
_EVENTS = 8
_BEYOND = 1.3
"""So far beyond the last end the time goes where some do not end."""


class Contest(QObject):
    """One variant after the other is played.

    Signals:
        changed(): one more is known.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: list[Variant] = []
        self._trial: Trial | None = None
        self.trials: list[Trial] = []
        self.series: list[Samples | None] = []
        """Of each trial, in their order."""
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    def begin(self, variants: Sequence[Variant]) -> None:
        """Play these, and forget all others."""
        self._waiting, self._trial = list(variants), None
        self.trials, self.series = [], []
        self._timer.start(0)

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._timer.stop()

    @property
    def busy(self) -> bool:
        """Whether more is to come."""
        return self._timer.isActive()

    def _go_on(self) -> None:
        if self._trial is None:
            if not self._waiting:
                self._timer.stop()
                return
            self._trial = self._waiting.pop(0).begin()
        begin = time.perf_counter()
        while time.perf_counter() - begin < _SLICE_S:
            if self._trial.step(_EVENTS):
                self.trials.append(self._trial)
                self.series.append(self._trial.samples())
                self._trial = None
                self.changed.emit()
                return

    def end_of(self, places: Iterable[int]) -> float:
        """Where the common time of these trials ends, seconds."""
        totals = [status.end_s for place in places if (status := self.trials[place].status) is not None]
        ended = [end_s for end_s in totals if end_s is not None]
        if len(ended) == len(totals) and ended:
            return max(ended)
        return max(ended) * _BEYOND if ended else 120.0


def state_at(status: MigrationStatus | None, time_s: float) -> str:
    """Where a migration was at a time, in words; seconds from its start, which is the engine's time 0."""
    if status is None:
        return QCoreApplication.translate("Contest", "refused")
    if status.end_s is not None and time_s >= status.end_s:
        return words.phase_name(status)
    begun = [record for record in status.passes if record.start_s <= time_s]
    if not begun:
        return QCoreApplication.translate("Contest", "being prepared")
    last = begun[-1]
    over = last is status.passes[-1] and last.ended and time_s > last.start_s + last.duration_s
    if over and status.phase is Phase.COMPLETED:
        return QCoreApplication.translate("Contest", "runs at the destination")
    if last.stop_and_copy:
        return QCoreApplication.translate("Contest", "stands still: the rest is sent")
    if any(record.stop_and_copy for record in status.passes) or status.phase is not Phase.COMPLETED:
        text = QCoreApplication.translate("Contest", "runs at the source, pass {number}")
        return text.format(number=QLocale().toString(last.index + 1))
    return QCoreApplication.translate("Contest", "runs at the destination, fetches its memory")
