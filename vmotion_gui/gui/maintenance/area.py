"""Hosts dragged onto the topology: an area appears in which to drop them, and their maintenance is planned."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QHBoxLayout, QLabel, QWidget

from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.theme import Theme, ThemeManager

HOST_MIME = "application/x-vmotion-gui-hosts+json"
_ICON_PX = 28
_EDGE = 24


def drag_hosts(ids: Sequence[str], names: Sequence[str], source: QWidget) -> None:
    """Let the pointer carry hosts until it is released."""
    data = QMimeData()
    data.setData(HOST_MIME, json.dumps(list(ids)).encode())
    data.setText("\n".join(names))
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.exec(Qt.DropAction.CopyAction)


def hosts_of(data: QMimeData) -> tuple[str, ...]:
    """Ids of the hosts that are carried; empty if there are none."""
    if not data.hasFormat(HOST_MIME):
        return ()
    try:
        found = json.loads(bytes(data.data(HOST_MIME).data()))
    except ValueError:
        return ()
    return tuple(map(str, found)) if isinstance(found, list) else ()


class MaintenanceArea(QFrame):
    """Stands in a view while hosts are carried over it.

    Signals:
        dropped(tuple[str, ...]): these hosts are to go into maintenance.
    """

    dropped = Signal(object)

    def __init__(self, view: QAbstractScrollArea, themes: ThemeManager) -> None:
        super().__init__(view)
        self._view = view
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._icon, self._text = QLabel(self), QLabel(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(12)
        row.addWidget(self._icon)
        row.addWidget(self._text)
        self._theme = themes.theme
        themes.changed.connect(self._dress)
        view.viewport().installEventFilter(self)
        self.hide()

    def _dress(self, theme: Theme) -> None:
        self._theme = theme

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.DragLeave:
            self.hide()
        elif isinstance(event, QDragEnterEvent | QDragMoveEvent | QDropEvent) and hosts_of(event.mimeData()):
            self._carried(event)
            return True
        return False

    def _carried(self, event: QDropEvent) -> None:
        at = event.position().toPoint()
        if event.type() is QEvent.Type.DragEnter:
            self._place()
        inside = self.geometry().contains(at + self._view.viewport().pos())
        self._mark(inside)
        if event.type() is QEvent.Type.Drop:
            self.hide()
            if inside:
                self.dropped.emit(hosts_of(event.mimeData()))
        if inside or event.type() is QEvent.Type.DragEnter:
            event.acceptProposedAction()
        else:
            event.ignore()

    def _place(self) -> None:
        self._text.setText(QCoreApplication.translate("MaintenanceArea", "Maintenance\nDrop hosts here to plan it"))
        self._icon.setPixmap(object_icon("host", "maintenance", self._theme).pixmap(_ICON_PX, _ICON_PX))
        self._mark(False)
        self.adjustSize()
        port = self._view.viewport()
        middle = port.pos() + QPoint((port.width() - self.width()) // 2, port.height() - self.height() - _EDGE)
        self.move(middle)
        self.raise_()
        self.show()

    def _mark(self, inside: bool) -> None:
        theme = self._theme
        edge, style = (theme.selection, "solid") if inside else (theme.info, "dashed")
        self.setStyleSheet(
            f"MaintenanceArea {{ background: {theme.raised}; border: 2px {style} {edge}; border-radius: 6px; }}"
            f" QLabel {{ color: {theme.text}; border: 0; }}"
        )
