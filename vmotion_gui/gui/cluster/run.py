"""One run of DRS for the page, in slices between the window's frames."""

from __future__ import annotations

import time
from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.gui.context import Context
from vmotion_gui.planning.drs.controller import left_lately, move_cost, under_way
from vmotion_gui.planning.drs.recommend import DrsResult, drs_steps
from vmotion_gui.planning.drs.what_if import AfterFailure, after_failure

_SLICE_S = 0.015


class DrsRunner(QObject):
    """Asks DRS about a cluster as it is, or as it would be after a host has failed.

    Signals:
        finished(): `result` and `failure` are those of the last question.
    """

    finished = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._steps: Generator[None, None, DrsResult] | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self.result: DrsResult | None = None
        self.failure: AfterFailure | None = None

    def ask(self, cluster: str, failed_host: str = "") -> None:
        """Begin; a question that is not answered yet is dropped."""
        session = self._context.session
        self.failure = after_failure(session.inventory, failed_host) if failed_host else None
        if self.failure is not None:
            self._steps = drs_steps(Checker.for_inventory(self.failure.inventory, previous=session.checker()), cluster)
        else:
            statuses = list(session.backend.migrations().values())
            hosts = set(session.inventory.hosts_in(cluster))
            moving = {
                vm: host
                for vm, host in under_way(session.inventory, statuses).items()
                if host in hosts and session.inventory.vms[vm].host in hosts
            }
            self._steps = drs_steps(
                session.checker(),
                cluster,
                predict=lambda spec: move_cost(session.backend.estimate(spec)),
                moving=moving,
                avoid=left_lately(statuses, session.backend.now_s),
            )
        self._timer.start()

    def drop(self) -> None:
        """Forget the question and the last answer."""
        self._timer.stop()
        self._steps = self.result = self.failure = None

    def _go_on(self) -> None:
        until = time.perf_counter() + _SLICE_S
        while self._steps is not None and time.perf_counter() < until:
            try:
                next(self._steps)
            except StopIteration as end:
                self._timer.stop()
                self._steps, self.result = None, end.value
                self.finished.emit()
