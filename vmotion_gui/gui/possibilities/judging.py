"""Fills the matrix while the window goes on: a few milliseconds of each turn of the event loop."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator, Mapping

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.matrix import Matrix, Work
from vmotion_gui.inventory.commands import MigrationSpec

SLICE_S = 0.008
TOLD_EVERY_S = 0.25
"""Totals are told so often; what is in sight, at once."""
_MOST_ROWS = 2048
"""Rows of verdicts that are kept host by host: more than any screen shows; of 2,500 hosts 5 MB."""
Levels = npt.NDArray[np.uint8]


class Judging(QObject):
    """The matrix of one estate, being filled.

    Signals:
        rows_known(tuple[int, ...]): these VMs (rows of the matrix) can be told host by host now.
        progressed(): more VMs have been judged, or all, or the work was stopped.
    """

    rows_known = Signal(object)
    progressed = Signal()

    def __init__(self, parent: QObject | None = None, *, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._turn)
        self.work: Work | None = None
        self.checker: Checker | None = None
        self.busy: Mapping[str, str] = {}
        """VM -> the task that runs on it."""
        self._steps: Iterator[int] = iter(())
        self._rows: OrderedDict[int, Levels] = OrderedDict()
        self._wanted: dict[int, None] = {}
        self._paused = False
        self._told_s = 0.0

    @property
    def matrix(self) -> Matrix | None:
        """What is known so far; None before `begin`."""
        return self.work.matrix if self.work is not None else None

    @property
    def running(self) -> bool:
        """Whether VMs are being judged."""
        return self.matrix is not None and not self.matrix.done and not self._paused

    def begin(self, checker: Checker, busy: Mapping[str, str]) -> None:
        """Judge an estate from the beginning. `busy`: VM -> the task that runs on it."""
        vms = [id_ for id_, vm in checker.inventory.vms.items() if not vm.template]
        self.busy, self.checker, self.work = busy, checker, Work(checker, vms, busy=busy)
        self._steps = self.work.steps()
        self._rows.clear()
        self._wanted.clear()
        self._paused = False
        self._timer.start(0)
        self.progressed.emit()

    def pause(self) -> None:
        """Judge only what is looked at from now on."""
        self._paused = True
        self.progressed.emit()

    def resume(self) -> None:
        """Go on with all the rest."""
        self._paused = False
        self._timer.start(0)
        self.progressed.emit()

    def stop(self) -> None:
        """Do nothing any more: nobody looks."""
        self._timer.stop()

    # --- rows -----------------------------------------------------------------------------------------------

    def levels(self, row: int) -> Levels | None:
        """(hosts,) `Severity` of one VM at each host; None if it is not known yet: then it is one of the next."""
        known = self._rows.get(row)
        if known is None:
            self._wanted[row] = None
            if not self._timer.isActive() and self.work is not None:
                self._timer.start(0)
        return known

    def spec(self, row: int, host: int) -> MigrationSpec:
        """The migration that a cell stands for."""
        assert self.work is not None
        assert self.checker is not None
        return MigrationSpec(vm=self.work.matrix.vm_ids[row], host=self.checker.columns.ids[host])

    def _turn(self) -> None:
        until = self._clock() + SLICE_S
        known = self._look_at_wanted(until)
        if known:
            self.rows_known.emit(tuple(known))
        elif not self._wanted:
            self._judge(until)
        if not self._wanted and not self.running:
            self._timer.stop()
            self.progressed.emit()

    def _look_at_wanted(self, until: float) -> list[int]:
        """What was asked for last is in sight; what was asked for long ago may have scrolled away."""
        assert self.work is not None
        known = []
        while self._wanted:
            row, _ = self._wanted.popitem()
            self.work.prefer([row])
            next(self._steps, None)
            self._rows[row] = self.work.levels(row)
            if len(self._rows) > _MOST_ROWS:
                self._rows.popitem(last=False)
            known.append(row)
            if self._clock() > until:
                break
        return known

    def _judge(self, until: float) -> None:
        if self._paused:
            return
        for _ in self._steps:
            if self._clock() > until:
                break
        now = self._clock()
        if now - self._told_s > TOLD_EVERY_S:
            self._told_s = now
            self.progressed.emit()
