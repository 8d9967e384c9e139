"""The real program on a real screen, with a real pointer that xdotool moves; prints what came of it as JSON.

Run by `test_real_drag` as `python -m tests.gui.xvfb.drive SCENARIO VM HOST` with DISPLAY set.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QProcess, QTimer

from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.program import Program
from vmotion_gui.gui.topology.view import TopologyView

POLL_MS = 40
GIVE_UP_MS = 90_000
STEPS_OF_THE_POINTER = 14

Step = tuple[str, Callable[[], bool], Callable[[], None]]
"""Name, what must be true before, what to do then."""


class Driver(QObject):
    """Goes through steps, each as soon as its condition holds."""

    def __init__(self, program: Program, scenario: str, vm: str, host: str) -> None:
        super().__init__(program.application)
        self.program = program
        self.window = program.open_window("", (1280, 800))
        self.vm, self.host, self.scenario = vm, host, scenario
        self.refusals: list[str] = []
        self.marked = False
        drag = self.window.parts.drag
        drag.refused.connect(self.refusals.append)
        drag.verdicts_changed.connect(self._verdicts)
        self._tool = QProcess(self)
        self._steps = self._plan()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)
        self._timer.start(POLL_MS)
        QTimer.singleShot(GIVE_UP_MS, self, self._give_up)

    def _plan(self) -> list[Step]:
        drag: list[Step] = [
            ("shown", self._shown, lambda: None),
            ("drag", self._idle, self._drag),
        ]
        if self.scenario == "refused":
            return [*drag, ("refusal", lambda: bool(self.refusals), self._finish)]
        if self.scenario == "cancelled":
            return [*drag, ("quiet", lambda: self._idle() and not self.window.parts.drag.active, self._finish)]
        return [
            *drag,
            ("question", self._asked, lambda: self._xdotool("key", "Return")),
            ("migration", lambda: bool(self._statuses()), self._play),
            ("end", lambda: all(status.phase.ended for status in self._statuses()), self._finish),
        ]

    # --- conditions ---------------------------------------------------------------------------------------------------

    def _shown(self) -> bool:
        handle = self.window.windowHandle()
        return handle is not None and handle.isExposed() and not self.view.rect_of(self.vm).isNull()

    def _idle(self) -> bool:
        return self._tool.state() is QProcess.ProcessState.NotRunning

    def _asked(self) -> bool:
        dialog = self._dialog()
        return dialog is not None and dialog.isActiveWindow() and self._idle()

    def _dialog(self) -> ConfirmDialog | None:
        return next((d for d in self.window.findChildren(ConfirmDialog) if d.isVisible()), None)

    def _statuses(self) -> list[object]:
        return list(self.window.context.session.backend.migrations().values())

    @property
    def view(self) -> TopologyView:
        view = self.window.parts.topology.findChild(TopologyView)
        assert isinstance(view, TopologyView)
        return view

    def _verdicts(self, verdicts: object) -> None:
        self.marked = self.marked or verdicts is not None

    # --- actions ------------------------------------------------------------------------------------------------------

    def _xdotool(self, *words: str) -> None:
        self._tool.start("xdotool", list(words))

    def _at(self, id_: str) -> QPoint:
        return self.view.viewport().mapToGlobal(self.view.viewport_point_of(id_))

    def _drag(self) -> None:
        start, end = self._at(self.vm), self._at(self.host)
        words = ["mousemove", str(start.x()), str(start.y()), "sleep", "0.1", "mousedown", "1"]
        for step in range(1, STEPS_OF_THE_POINTER + 1):
            point = start + (end - start) * step / STEPS_OF_THE_POINTER
            words += ["sleep", "0.05", "mousemove", str(point.x()), str(point.y())]
        if self.scenario == "cancelled":
            words += ["sleep", "0.2", "key", "Escape", "sleep", "0.2"]
        self._xdotool(*words, "sleep", "0.3", "mouseup", "1")

    def _play(self) -> None:
        session = self.window.context.session
        session.set_speed(100.0)
        session.play()

    # --- end ----------------------------------------------------------------------------------------------------------

    def _poll(self) -> None:
        name, ready, act = self._steps[0]
        if ready():
            del self._steps[0]
            self.last = name
            act()

    def _finish(self) -> None:
        self._timer.stop()
        session = self.window.context.session
        found = {
            "migrations": [
                {"vm": s.vm, "from": s.source_host, "to": s.destination_host, "phase": s.phase.value}
                for s in session.backend.migrations().values()
            ],
            "host": session.inventory.vms[self.vm].host,
            "refusals": self.refusals,
            "hosts_were_marked": self.marked,
            "drag_active": self.window.parts.drag.active,
        }
        print(json.dumps(found), flush=True)
        self.window.files.may_close = lambda: True
        self.window.close()
        self.program.application.quit()

    def _give_up(self) -> None:
        print(f"gave up before the step {self._steps[0][0]!r}", file=sys.stderr, flush=True)
        self.program.application.exit(1)


def main() -> int:
    scenario, vm, host = sys.argv[1:4]
    program = Program("en", "light")
    driver = Driver(program, scenario, vm, host)
    status = program.application.exec()
    driver.deleteLater()
    program.end()
    return status


if __name__ == "__main__":
    sys.exit(main())
