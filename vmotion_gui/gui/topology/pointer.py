"""What the mouse does on the topology: hover, select, rubber band, pan, and the start of a drag."""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QRubberBand

from vmotion_gui.gui.drag.port import DragPort
from vmotion_gui.gui.maintenance.area import drag_hosts
from vmotion_gui.gui.selection import Selection
from vmotion_gui.inventory.entities import Host

if TYPE_CHECKING:
    from vmotion_gui.gui.topology.view import TopologyView


class _Doing(enum.Enum):
    NOTHING = enum.auto()
    PRESSED_VM = enum.auto()
    """A VM's chip is pressed: becomes a drag, or a click."""
    PRESSED_HOST = enum.auto()
    """A host that is selected already: becomes a drag of the selected hosts, or a click."""
    PRESSED = enum.auto()
    """Something else is pressed: becomes a pan, or a click."""
    PANNING = enum.auto()
    BAND = enum.auto()


_CLICKS = (_Doing.PRESSED_VM, _Doing.PRESSED_HOST, _Doing.PRESSED)


class Pointer(QObject):
    """One gesture at a time, from press to release."""

    def __init__(self, view: TopologyView, selection: Selection, drag: DragPort) -> None:
        super().__init__(view)
        self._view = view
        self._selection = selection
        self._drag = drag
        self._doing = _Doing.NOTHING
        self._at = QPoint()
        self._pressed = ""
        self._space = False
        self._carrying = False
        self._looking: tuple[str, ...] = ()
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, view)
        """A child of the view: the viewport's children move when it scrolls."""

    def key(self, event: QKeyEvent, *, pressed: bool) -> bool:
        """The space bar turns the pointer into a hand; Esc ends the gesture. True if the key was taken."""
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._space = pressed
                self._show_hand()
            return True
        if pressed and event.key() == Qt.Key.Key_Escape:
            if self._drag.picked_up:
                self._drag.cancel()
                return True
            if self._doing is not _Doing.NOTHING:
                self._end()
                return True
        return False

    def carry(self, carrying: bool) -> None:
        """VMs were picked up, or put down."""
        self._carrying = carrying
        self._show_hand()

    def look(self, ids: Sequence[str]) -> None:
        """The possible targets of these VMs are shown: pointing at one says why, a click still selects."""
        self._looking = tuple(ids)

    def _show_hand(self) -> None:
        port = self._view.viewport()
        if self._doing is _Doing.PANNING:
            port.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            port.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._carrying:
            port.setCursor(Qt.CursorShape.DragMoveCursor)
        else:
            port.unsetCursor()

    # --- press, move, release -----------------------------------------------------------------------------------------

    def press(self, event: QMouseEvent) -> None:
        """A button went down."""
        self._at = event.position().toPoint()
        self._pressed = self._view.object_at(self._at)
        button, modifiers = event.button(), event.modifiers()
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            self._pan()
        elif button == Qt.MouseButton.LeftButton and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._doing = _Doing.BAND
        elif button == Qt.MouseButton.LeftButton:
            is_vm = self._pressed in self._view.picture.picture.inventory.vms
            taken = self._pressed in self._selection.ids and self._pressed in self._hosts()
            self._doing = _Doing.PRESSED_VM if is_vm else _Doing.PRESSED_HOST if taken else _Doing.PRESSED
            plain = not modifiers & Qt.KeyboardModifier.ControlModifier
            if is_vm and plain and self._pressed not in self._selection.ids:
                self._view.choose([self._pressed])

    def move(self, event: QMouseEvent) -> None:
        """The pointer moved, with a button held or without."""
        at = event.position().toPoint()
        if self._doing is _Doing.NOTHING:
            self._view.picture.hover(self._view.object_at(at))
            if self._carrying or self._looking:
                self._point(at)
            return
        far = (at - self._at).manhattanLength() >= QApplication.startDragDistance()
        if self._doing is _Doing.PRESSED_VM and far:
            self._start_drag()
        elif self._doing is _Doing.PRESSED_HOST and far:
            self._drag_hosts()
        elif self._doing is _Doing.PRESSED and far:
            self._pan()
        elif self._doing is _Doing.BAND and (far or self._band.isVisible()):
            self._band.setGeometry(QRect(self._at, at).normalized())
            self._band.show()
        if self._doing is _Doing.PANNING:
            self._view.pan(self._at - at)
            self._at = at

    def release(self, event: QMouseEvent) -> None:
        """A button went up: a gesture that went nowhere was a click."""
        doing, banded = self._doing, self._band.isVisible()
        area = self._band.geometry()
        self._end()
        if doing is _Doing.BAND and banded:
            self._take_band(area)
        elif doing is _Doing.BAND and self._pressed:
            self._view.choose([*self._selection.ids, self._pressed])
        elif doing in _CLICKS and not (self._carrying and self._put_down()):
            self._click(event)

    def _hosts(self) -> Mapping[str, Host]:
        return self._view.picture.picture.inventory.hosts

    def _drag_hosts(self) -> None:
        hosts = self._hosts()
        ids = [id_ for id_ in self._selection.ids if id_ in hosts]
        self._end()
        drag_hosts(ids, [hosts[id_].name for id_ in ids], self._view)

    def _target(self, id_: str) -> str:
        """What VMs would be put on: a chip stands for its host."""
        return self._view.picture.host_of(id_) if id_ in self._view.picture.picture.inventory.vms else id_

    def _point(self, at: QPoint) -> None:
        """Say what putting down here would do."""
        target = self._target(self._view.object_at(at))
        answer = self._drag.hover(target, self._view.viewport().mapToGlobal(at))
        self._view.picture.aim(target if answer.accepts and self._carrying else "")
        self._view.picture.show_causes(target)

    def _put_down(self) -> bool:
        """Put what was picked up on what was clicked; on its own host it stays picked up."""
        target = self._target(self._pressed)
        return bool(target) and self._drag.put_down(target)

    def _click(self, event: QMouseEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            if self._pressed:
                self._toggle(self._pressed)
        else:
            self._view.choose([self._pressed] if self._pressed else [])

    def _toggle(self, id_: str) -> None:
        rest = [other for other in self._selection.ids if other != id_]
        self._view.choose(rest if len(rest) < len(self._selection.ids) else [*rest, id_])

    def _take_band(self, area: QRect) -> None:
        corner = self._view.mapToScene(QRect(area.topLeft(), QSize(max(area.width(), 1), max(area.height(), 1))))
        found = self._view.picture.vms_in(corner.boundingRect())
        self._view.choose([*self._selection.ids, *found])

    def _pan(self) -> None:
        self._doing = _Doing.PANNING
        self._show_hand()

    def _start_drag(self) -> None:
        """The whole selection if the chip belongs to it, else the chip's VM alone."""
        vms = self._view.picture.picture.inventory.vms
        chosen = [id_ for id_ in self._selection.ids if id_ in vms]
        pressed = self._pressed
        self._end()
        self._drag.start(chosen if pressed in chosen else [pressed], self._view)

    def _end(self) -> None:
        self._doing = _Doing.NOTHING
        self._band.hide()
        self._show_hand()
