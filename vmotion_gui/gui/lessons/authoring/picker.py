"""Choosing a spotlight's target by clicking it: what lies under the mouse is framed, a click takes it."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.lessons.targets import Targets
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.lessons.targets import OBJECT

_DIM = 40


class TargetPicker(QWidget):
    """A veil over the window that takes one click, or Esc.

    Signals:
        picked(str): the target that was clicked; "" if the user has given up.
    """

    picked = Signal(str)

    def __init__(self, window: QWidget, targets: Targets, topology: TopologyView, themes: ThemeManager) -> None:
        super().__init__(window)
        self._targets, self._topology, self._themes = targets, topology, themes
        self._hint = self.tr("Click what the spotlight is to fall on. Esc: none.")
        self._under = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self._hint)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus()

    def target_at(self, position: QPoint) -> str:
        """The innermost target at a place of the window: an object of the topology, else the smallest part."""
        port = self._topology.viewport()
        inside = port.mapFrom(self.window(), position)
        if port.isVisibleTo(self.window()) and port.rect().contains(inside):
            id_ = self._topology.object_at(inside)
            if id_ and not self._targets.rect(f"{OBJECT}{id_}").isEmpty():
                return f"{OBJECT}{id_}"
        found = [(self._targets.rect(name), name) for name in self._targets.widgets]
        hit = [(rect.width() * rect.height(), name) for rect, name in found if rect.contains(position)]
        return min(hit)[1] if hit else ""

    def _end(self, target: str) -> None:
        self.hide()
        self.deleteLater()
        self.picked.emit(target)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        under = self.target_at(event.position().toPoint())
        if under != self._under:
            self._under = under
            self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and (target := self.target_at(event.position().toPoint())):
            self._end(target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._end("")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(0, 0, 0, _DIM))
        theme = self._themes.theme
        if self._under:
            painter.setPen(QPen(theme.color("info"), 3.0))
            painter.drawRoundedRect(QRectF(self._targets.rect(self._under)).adjusted(1.5, 1.5, -1.5, -1.5), 6.0, 6.0)
        width = painter.fontMetrics().horizontalAdvance(self._hint) + 32
        box = QRect((self.width() - width) // 2, 12, width, painter.fontMetrics().height() + 16)
        painter.fillRect(box, theme.color("raised"))
        painter.setPen(theme.color("text"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._hint)
        painter.end()
