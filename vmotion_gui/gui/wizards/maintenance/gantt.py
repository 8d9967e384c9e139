"""Moves as bars over time: what is planned, and what has really happened so far."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.words import quantity

_LABELS = 190
_TICKS = 6


class Actual:
    """How a move has gone; times since the plan's start."""

    def __init__(self, start_s: float, end_s: float, *, failed: bool = False) -> None:
        self.start_s, self.end_s, self.failed = start_s, end_s, failed


class GanttView(QWidget):
    """Planned bars are outlines once something runs; what is done fills them. A failed one is crossed out."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._bars: tuple[tuple[str, str, float, float], ...] = ()
        self._actual: dict[int, Actual] = {}
        self._end_s = 1.0
        self.setAccessibleName(self.tr("Migrations in time"))

    def show_bars(self, bars: Sequence[tuple[str, str, float, float]]) -> None:
        """Label, tip, start and end in seconds."""
        self._bars = tuple(bars)
        self._actual = {}
        self._measure()

    def show_actual(self, actual: dict[int, Actual]) -> None:
        """By the bars' places."""
        self._actual = dict(actual)
        self._measure()

    def _measure(self) -> None:
        planned = [end for _, _, _, end in self._bars]
        self._end_s = max([1e-3, *planned, *(one.end_s for one in self._actual.values())])
        self.setMinimumHeight(self._row() * (len(self._bars) + 1) + 8)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, self._row() * (len(self._bars) + 1) + 8)

    def _row(self) -> int:
        return self.fontMetrics().height() + 8

    def _at(self, seconds: float) -> float:
        return _LABELS + (self.width() - _LABELS - 40.0) * seconds / self._end_s

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_axis(painter)
        first = max(0, math.floor(event.rect().top() / self._row()) - 2)
        last = min(len(self._bars), math.ceil(event.rect().bottom() / self._row()) + 1)
        for index in range(first, last):
            self._paint_bar(painter, index)
        painter.end()

    def _paint_axis(self, painter: QPainter) -> None:
        row = self._row()
        painter.setPen(QPen(self._theme.color("grid")))
        for k in range(_TICKS + 1):
            x = self._at(self._end_s * k / _TICKS)
            painter.drawLine(QPointF(x, row), QPointF(x, self.height()))
        painter.setPen(self._theme.color("muted"))
        for k in range(_TICKS + 1):
            seconds = self._end_s * k / _TICKS
            place = QRectF(self._at(seconds) - 45.0, 0.0, 90.0, row)
            text = quantity(seconds, "seconds") if k else "0"
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, text)

    def _paint_bar(self, painter: QPainter, index: int) -> None:
        label, _, start_s, end_s = self._bars[index]
        row = self._row()
        y = row * (index + 1)
        painter.setPen(self._theme.color("text"))
        room = QRectF(8.0, y, _LABELS - 18.0, row)
        text = self.fontMetrics().elidedText(label, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        planned = QRectF(self._at(start_s), y + 4.0, max(2.0, self._at(end_s) - self._at(start_s)), row - 8.0)
        actual = self._actual.get(index)
        started = bool(self._actual)
        painter.setPen(QPen(self._theme.color("info")))
        painter.setBrush(Qt.BrushStyle.NoBrush if started else self._theme.color("info", 200))
        painter.drawRoundedRect(planned, 2.0, 2.0)
        if actual is not None:
            done = QRectF(
                self._at(actual.start_s),
                y + 6.0,
                max(2.0, self._at(actual.end_s) - self._at(actual.start_s)),
                row - 12.0,
            )
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("alert" if actual.failed else "normal"))
            painter.drawRect(done)
            if actual.failed:
                painter.setPen(QPen(self._theme.color("text"), 2.0))
                painter.drawLine(done.topLeft(), done.bottomRight())

    def event(self, event: QEvent) -> bool:
        """What a bar is about, at the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            index = event.pos().y() // self._row() - 1
            if 0 <= index < len(self._bars):
                QToolTip.showText(event.globalPos(), self._bars[index][1], self)
                return True
        return super().event(event)
