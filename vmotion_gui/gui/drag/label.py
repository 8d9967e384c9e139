"""The label that follows the pointer during a drag: the verdict, its reasons, the prediction."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.drag.port import Hover
from vmotion_gui.gui.theme import Theme

_OFFSET = QPoint(18, 22)


class DragLabel(QLabel):
    """A small frame beside the pointer that never takes the pointer's events."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setFixedWidth(330)

    def tell(self, hover: Hover, severity: Severity, theme: Theme, position: QPoint) -> None:
        """Show an answer beside a global position, within the screen."""
        edge = (
            theme.alert
            if severity >= Severity.ERROR
            else theme.warning
            if severity >= Severity.WARNING
            else theme.normal
        )
        self.setStyleSheet(
            f"background: {theme.raised}; color: {theme.text}; border: 1px solid {theme.border};"
            f"border-left: 4px solid {edge}; padding: 6px 8px;"
        )
        lines = "".join(f"<div style='margin-top:3px'>{escape(line)}</div>" for line in hover.lines)
        self.setText(f"<b>{escape(hover.title)}</b>{lines}")
        self.setMinimumHeight(0)  # what a QLabel asks for is never less than its minimum
        self.setFixedHeight(self.heightForWidth(330))
        self.move(self._beside(position))
        self.show()

    def _beside(self, position: QPoint) -> QPoint:
        screen = QGuiApplication.screenAt(position) or QGuiApplication.primaryScreen()
        room = screen.availableGeometry()
        place = position + _OFFSET
        if place.x() + self.width() > room.right():
            place.setX(position.x() - _OFFSET.x() - self.width())
        if place.y() + self.height() > room.bottom():
            place.setY(position.y() - _OFFSET.y() - self.height())
        return place
