"""Every way to start a migration, one after the other, with a real pointer and real keys on a virtual screen.

Run as `python -m tests.gui.xvfb.walk [FOLDER]` with DISPLAY set: goes through the gestures in the real program, prints
what came of each as a line of JSON, and leaves pictures in the folder. A gesture is a generator: it acts, and yields
what must be true before it goes on.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QProcess, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QListView, QMenu, QWidget

from tests.gui.xvfb.drive import POLL_MS, STEPS_OF_THE_POINTER
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.gui.palette.dialog import Palette
from vmotion_gui.gui.program import Program
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.gui.wizards.migrate.dialog import MigrateWizard
from vmotion_gui.simulation.status import MigrationStatus

MOST_OF_A_GESTURE_S = 30.0

Condition = Callable[[], bool]
Gesture = Iterator[Condition]


class Hands:
    """The pointer and the keyboard, through xdotool."""

    def __init__(self, parent: QObject) -> None:
        self._tool = QProcess(parent)

    def still(self) -> bool:
        return self._tool.state() is QProcess.ProcessState.NotRunning

    def do(self, *words: str) -> Condition:
        """Begin something; it is over when the returned condition holds."""
        self._tool.start("xdotool", list(words))
        return self.still

    def key(self, *keys: str) -> Condition:
        return self.do("key", "--delay", "60", *keys)

    def click(self, point: QPoint, button: int = 1) -> Condition:
        return self.do("mousemove", str(point.x()), str(point.y()), "sleep", "0.1", "click", str(button))

    def take(self, start: QPoint, end: QPoint) -> Condition:
        """Press, and move slowly; the button stays down."""
        words = ["mousemove", str(start.x()), str(start.y()), "sleep", "0.1", "mousedown", "1"]
        for step in range(1, STEPS_OF_THE_POINTER + 1):
            point = start + (end - start) * step / STEPS_OF_THE_POINTER
            words += ["sleep", "0.04", "mousemove", str(point.x()), str(point.y())]
        return self.do(*words)

    def let_go(self) -> Condition:
        return self.do("sleep", "0.2", "mouseup", "1")


class Walk(QObject):
    """Goes from gesture to gesture, each as soon as its conditions hold."""

    def __init__(self, program: Program, folder: Path | None) -> None:
        super().__init__(program.application)
        self.program, self.folder = program, folder
        self.window = program.open_window("", (1280, 800))
        self.hands = Hands(self)
        self.refusals: list[str] = []
        self.drag.refused.connect(self.refusals.append)
        self._pictures = 0
        self._gestures = iter(
            (
                self.drag_to_a_host,
                self.refused_by_a_host,
                self.several_to_a_cluster,
                self.storage_from_the_tree,
                self.another_vcenter_asks_for_more,
                self.alt_opens_the_wizard,
                self.possible_targets,
                self.picked_up_and_put_down,
                self.wizard_page_by_page,
                self.palette,
                self.move_back,
            )
        )
        self._running: Gesture = self._shown()
        self._name = "shown"
        self._wait: Condition = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)
        self._timer.start(POLL_MS)

    # --- going on -----------------------------------------------------------------------------------------------------

    def _poll(self) -> None:
        if not self._wait():
            if time.monotonic() - self._since > MOST_OF_A_GESTURE_S:
                self.picture("stuck")
                where = f"active: {QApplication.activeWindow()}, focus: {QApplication.focusWidget()}"
                print(f"stuck in {self._name} at {self._wait.__qualname__}; {where}", file=sys.stderr, flush=True)
                self.program.application.exit(1)
                self._timer.stop()
            return
        try:
            self._wait = next(self._running)
        except StopIteration:
            self._next()

    def _next(self) -> None:
        gesture = next(self._gestures, None)
        if gesture is None:
            self._timer.stop()
            self.window.files.may_close = lambda: True
            self.window.close()
            self.program.application.quit()
            return
        self._name, self._since = gesture.__name__, time.monotonic()
        self._running, self._wait = gesture(), lambda: True

    def told(self, **facts: object) -> None:
        print(json.dumps({"gesture": self._name, **facts}), flush=True)

    def picture(self, what: str) -> None:
        """The whole screen, menus and labels at the pointer included."""
        if self.folder is not None:
            self._pictures += 1
            screen = self.program.application.primaryScreen()
            screen.grabWindow(0).save(str(self.folder / f"{self._pictures:02}-{self._name}-{what}.png"))

    # --- what is there ------------------------------------------------------------------------------------------------

    @property
    def drag(self) -> DragController:
        return self.window.parts.drag

    @property
    def view(self) -> TopologyView:
        view = self.window.parts.topology.findChild(TopologyView)
        assert isinstance(view, TopologyView)
        return view

    @property
    def session(self) -> Session:
        return self.window.context.session

    def at(self, id_: str) -> QPoint:
        return self.view.viewport().mapToGlobal(self.view.viewport_point_of(id_))

    def in_tree(self, id_: str) -> QPoint:
        pane = self.window.parts.inventory
        pane.tree.setCurrentIndex(pane.model.index_of(id_))
        pane.tree.scrollTo(pane.model.index_of(id_))
        return pane.tree.viewport().mapToGlobal(pane.tree.visualRect(pane.model.index_of(id_)).center())

    def dialog(self, kind: type[QDialog]) -> QDialog | None:
        return next((d for d in self.window.findChildren(kind) if d.isVisible()), None)

    def asked(self, kind: type[QDialog]) -> Condition:
        def ready() -> bool:
            dialog = self.dialog(kind)
            return dialog is not None and dialog.isActiveWindow()

        return ready

    def gone(self, kind: type[QDialog]) -> Condition:
        return lambda: self.dialog(kind) is None

    def of(self, vm: str) -> list[MigrationStatus]:
        return [status for status in self.session.backend.migrations().values() if status.vm == vm]

    def begun(self, *vms: str) -> Condition:
        return lambda: all(self.of(vm) for vm in vms)

    def play_to_the_end(self) -> Condition:
        self.session.set_speed(300.0)
        self.session.play()
        return lambda: all(status.phase.ended for status in self.session.backend.migrations().values())

    def _shown(self) -> Gesture:
        handle = self.window.windowHandle
        yield lambda: handle() is not None and handle().isExposed() and not self.view.rect_of("vm-web-01").isNull()
        self.picture("begin")

    # --- the gestures -------------------------------------------------------------------------------------------------

    def drag_to_a_host(self) -> Gesture:
        yield self.hands.take(self.at("vm-web-01"), self.at("host-2"))
        yield lambda: self.drag.active
        self.picture("over")
        yield self.hands.let_go()
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun("vm-web-01")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(
            phases=[s.phase.value for s in self.of("vm-web-01")], host=self.session.inventory.vms["vm-web-01"].host
        )

    def refused_by_a_host(self) -> Gesture:
        yield self.hands.take(self.at("vm-web-01"), self.at("host-5"))
        yield lambda: self.drag.active
        self.picture("over")
        yield self.hands.let_go()
        yield lambda: bool(self.refusals)
        self.told(refusals=self.refusals, migrations=len(self.of("vm-web-01")))

    def several_to_a_cluster(self) -> Gesture:
        self.window.context.selection.select(["vm-app-01", "vm-app-05"])
        yield self.hands.still
        frame = self.view.rect_of("cluster-prod")
        corner = self.view.mapFromScene(frame.right() - 12.0, frame.bottom() - 4.0)
        yield self.hands.take(self.at("vm-app-05"), self.view.viewport().mapToGlobal(corner))
        yield lambda: self.drag.active
        self.picture("over")
        yield self.hands.let_go()
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun("vm-app-01", "vm-app-05")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(hosts=[self.session.inventory.vms[vm].host for vm in ("vm-app-01", "vm-app-05")])

    def storage_from_the_tree(self) -> Gesture:
        vm = self.session.inventory.vms["vm-web-02"]
        goal = next(id_ for id_ in ("datastore-vmfs-01", "datastore-vmfs-02") if id_ != vm.home_datastore)
        yield self.hands.take(self.in_tree("vm-web-02"), self.at(goal))
        yield lambda: self.drag.active
        self.picture("over")
        yield self.hands.let_go()
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun("vm-web-02")
        yield self.play_to_the_end()
        self.session.pause()
        after = self.session.inventory.vms["vm-web-02"]
        self.told(moved=after.home_datastore == goal, same_host=after.host == vm.host)

    def another_vcenter_asks_for_more(self) -> Gesture:
        yield self.hands.take(self.at("vm-build-01"), self.at("host-21"))
        yield lambda: self.drag.active
        self.picture("over")
        yield self.hands.let_go()
        yield self.asked(MigrateWizard)
        self.picture("wizard")
        yield self.hands.key("Escape")
        yield self.gone(MigrateWizard)
        self.told(migrations=len(self.of("vm-build-01")))

    def alt_opens_the_wizard(self) -> Gesture:
        yield self.hands.take(self.at("vm-web-03"), self.at("host-4"))
        yield lambda: self.drag.active
        yield self.hands.do("keydown", "alt", "sleep", "0.2", "mouseup", "1", "sleep", "0.2", "keyup", "alt")
        yield self.asked(MigrateWizard)
        self.picture("wizard")
        yield self.hands.key("Escape")
        yield self.gone(MigrateWizard)
        self.told(migrations=len(self.of("vm-web-03")))

    def possible_targets(self) -> Gesture:
        marked: list[bool] = []
        self.drag.verdicts_changed.connect(lambda verdicts: marked.append(verdicts is not None))
        yield self.hands.click(self.at("vm-web-03"))
        yield self.hands.key("ctrl+t")
        yield lambda: self.drag.active
        self.picture("marks")
        yield self.hands.key("Escape")
        yield lambda: not self.drag.active
        self.told(marked=marked)

    def picked_up_and_put_down(self) -> Gesture:
        yield self.hands.click(self.at("vm-web-03"))
        yield self.hands.key("ctrl+x")
        yield lambda: self.drag.picked_up == ("vm-web-03",)
        self.picture("held")
        yield self.hands.click(self.at("host-4"))
        yield self.asked(ConfirmDialog)
        yield self.hands.key("Return")
        yield self.begun("vm-web-03")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(host=self.session.inventory.vms["vm-web-03"].host)

    def wizard_page_by_page(self) -> Gesture:
        yield self.hands.click(self.at("vm-web-04"), 3)
        yield lambda: self.menu() is not None
        self.picture("menu")
        yield self.hands.key("Escape")
        yield lambda: self.menu() is None
        yield self.hands.key("ctrl+m")
        yield self.asked(MigrateWizard)
        titles = []
        while (wizard := self.dialog(MigrateWizard)) is not None and len(titles) < 8:
            assert isinstance(wizard, MigrateWizard)
            titles.append(type(wizard.page).__name__)
            self.picture(f"page-{len(titles)}")
            if titles[-1] == "ComputePage":
                yield self.choose_host(wizard, "esx-02.hq.example.com")
            page = wizard.page
            yield self.hands.key("Return")
            yield lambda page=page: self.dialog(MigrateWizard) is None or self.wizard_page() is not page  # type: ignore[misc]
        yield self.begun("vm-web-04")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(pages=titles, host=self.session.inventory.vms["vm-web-04"].host)

    def wizard_page(self) -> QWidget | None:
        wizard = self.dialog(MigrateWizard)
        return wizard.page if isinstance(wizard, MigrateWizard) else None

    def choose_host(self, wizard: MigrateWizard, name: str) -> Condition:
        """Click the row of a host in the wizard's list."""
        for table in wizard.page.findChildren(QWidget):
            model = getattr(table, "model", None)
            if model is None or not table.isVisible() or not hasattr(table, "visualRect"):
                continue
            for row in range(model().rowCount()):
                index = model().index(row, 0)
                if name in str(index.data()):
                    return self.hands.click(table.viewport().mapToGlobal(table.visualRect(index).center()))
        raise LookupError(name)

    def menu(self) -> QMenu | None:
        popup = QApplication.activePopupWidget()
        return popup if isinstance(popup, QMenu) else None

    def palette(self) -> Gesture:
        yield self.hands.click(self.at("host-4"))
        yield self.hands.key("ctrl+k")
        yield self.asked(Palette)
        yield self.hands.do("type", "--delay", "40", "app-02")
        palette = self.dialog(Palette)
        assert palette is not None
        found = palette.findChild(QListView)
        assert isinstance(found, QListView)
        yield lambda: found.model().rowCount() > 0
        self.picture("found")
        yield self.hands.key("Return")
        yield self.gone(Palette)
        self.told(selected=list(self.window.context.selection.ids))

    def move_back(self) -> Gesture:
        before = self.session.inventory.vms["vm-web-04"].host
        yield self.hands.click(self.at("host-4"))
        yield self.hands.key("ctrl+z")
        yield lambda: self.session.inventory.vms["vm-web-04"].host != before
        self.picture("back")
        self.told(before=before, host=self.session.inventory.vms["vm-web-04"].host)


def main() -> int:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    program = Program("en", "light")
    walk = Walk(program, folder)
    status = program.application.exec()
    walk.deleteLater()
    program.end()
    return status


if __name__ == "__main__":
    sys.exit(main())
