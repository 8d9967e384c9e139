"""A program on a virtual screen that is led by a real pointer and real keys, from one condition to the next.

A gesture is a generator: it acts, and yields what must be true before it goes on. What came of it is printed as a line
of JSON; pictures of the whole screen are left in a folder.
"""

from __future__ import annotations

import itertools
import json
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, QPoint, QProcess, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QDialog,
    QMenu,
    QMessageBox,
    QScrollArea,
    QTabBar,
    QWidget,
)

from tests.gui.xvfb.drive import POLL_MS, STEPS_OF_THE_POINTER
from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.gui.program import Program
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.simulation.status import MigrationStatus

MOST_OF_A_GESTURE_S = 30.0

Condition = Callable[[], bool]
"""What must be true before a gesture goes on."""
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
        self._gestures: Iterator[Callable[[], Gesture]] = iter(self.gestures())
        self._running: Gesture = self._shown()
        self._name = "shown"
        self._wait: Condition = lambda: True
        self._since = time.monotonic()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._poll)
        self._timer.start(POLL_MS)

    # --- going on -----------------------------------------------------------------------------------------------------

    def _poll(self) -> None:
        try:
            if self._wait():
                self._wait = next(self._running)
            elif time.monotonic() - self._since > MOST_OF_A_GESTURE_S:
                where = f"active: {QApplication.activeWindow()}, focus: {QApplication.focusWidget()}"
                raise TimeoutError(f"{self._wait.__qualname__}; {where}")
        except StopIteration:
            self._next()
        except Exception:  # whatever it is: a program without hands would wait for ever
            self._timer.stop()
            self.picture("stuck")
            print(f"stuck in {self._name}", traceback.format_exc(), sep="\n", file=sys.stderr, flush=True)
            self.program.application.exit(1)

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

    def begin_at(self, name: str) -> None:
        """Leave out the gestures before this one."""
        self._gestures = itertools.dropwhile(lambda gesture: gesture.__name__ != name, self.gestures())

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        """What is walked through, in this order."""
        return ()

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

    # --- what is done over and over -----------------------------------------------------------------------------------

    def press(self, widget: QWidget) -> Gesture:
        """A click in the middle of a widget."""
        yield lambda: widget.isVisible() and widget.isEnabled()
        area = widget.parentWidget()
        while area is not None:
            if isinstance(area, QScrollArea):
                area.ensureWidgetVisible(widget)
            area = area.parentWidget()
        yield self.hands.click(centre(widget))

    def press_tab(self, bar: QTabBar, number: int) -> Gesture:
        """A click on a tab."""
        yield self.hands.click(bar.mapToGlobal(bar.tabRect(number).center()))
        yield lambda: bar.currentIndex() == number

    def press_cell(self, table: QAbstractItemView, row: int, column: int, button: int = 1) -> Gesture:
        """A click on a cell of a table."""
        index = table.model().index(row, column)
        table.scrollTo(index)
        yield lambda: not table.visualRect(index).isEmpty()
        yield self.hands.click(table.viewport().mapToGlobal(table.visualRect(index).center()), button)

    def menu(self) -> QMenu | None:
        popup = QApplication.activePopupWidget()
        return popup if isinstance(popup, QMenu) else None

    def menu_of(self, id_: str) -> Gesture:
        """The context menu of an object, by the right button on its row in the tree."""
        yield self.hands.click(self.in_tree(id_), 3)
        yield lambda: self.menu() is not None

    def choose(self, *path: str, picture: str = "") -> Gesture:
        """Click through the open menu's entries; each is the beginning of an entry's text."""
        for number, text in enumerate(path):
            menu = self.menu()
            assert menu is not None, path
            action = next((a for a in menu.actions() if a.text().replace("&", "").startswith(text)), None)
            assert action is not None, (path, [a.text() for a in menu.actions()])
            if picture and number == len(path) - 1:
                self.picture(picture)
            yield self.hands.click(menu.mapToGlobal(menu.actionGeometry(action).center()))
            if number < len(path) - 1:
                yield lambda menu=menu: self.menu() not in (None, menu)  # type: ignore[misc]
        yield lambda: self.menu() is None

    def open_submenu(self, text: str) -> Gesture:
        """Open a submenu of the open menu, and leave it open."""
        menu = self.menu()
        assert menu is not None
        action = next(a for a in menu.actions() if a.text().replace("&", "").startswith(text))
        yield self.hands.click(menu.mapToGlobal(menu.actionGeometry(action).center()))
        yield lambda: self.menu() not in (None, menu)

    def choose_in_bar(self, title: str, *path: str, picture: str = "") -> Gesture:
        """The same from the menu bar."""
        bar = self.window.menuBar()
        action = next(a for a in bar.actions() if a.text().replace("&", "") == title)
        yield self.hands.click(bar.mapToGlobal(bar.actionGeometry(action).center()))
        yield lambda: self.menu() is not None
        yield from self.choose(*path, picture=picture)

    def drop(self, vm: QPoint, target: QPoint, picture: str = "over", *, foreseen: bool = False) -> Gesture:
        """Drag from one point to another and let go; `foreseen`: wait for the prediction at the pointer."""
        yield self.hands.take(vm, target)
        yield lambda: self.drag.active
        if foreseen:
            yield lambda: bool(self.drag._gesture and self.drag._gesture.forecasts)
        self.picture(picture)
        yield self.hands.let_go()

    def back_to_the_window(self) -> Condition:
        """A click on the ground of the topology: without a window manager nothing else gives the window the keys."""
        return self.hands.click(self.view.viewport().mapToGlobal(QPoint(20, 8)))

    def answer(self, role: QMessageBox.ButtonRole) -> Gesture:
        """Answer a question."""
        yield lambda: isinstance(QApplication.activeModalWidget(), QMessageBox)
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        self.picture("question")
        yield from self.press(next(button for button in box.buttons() if box.buttonRole(button) is role))

    def write(self, text: str) -> Condition:
        """Type over what is in the field that has the keyboard."""
        return self.hands.do("key", "ctrl+a", "type", "--delay", "30", text)


def centre(widget: QWidget) -> QPoint:
    """Where to click it, on the screen."""
    return widget.mapToGlobal(widget.rect().center())


def walk_through(make: Callable[[Program, Path | None], Walk], folder: Path | None, first: str = "") -> int:
    """Start the program, walk from the first gesture or the named one, end; the exit status."""
    program = Program("en", "light")
    walk = make(program, folder)
    if first:
        walk.begin_at(first)
    status = program.application.exec()
    walk.deleteLater()
    program.end()
    return status
