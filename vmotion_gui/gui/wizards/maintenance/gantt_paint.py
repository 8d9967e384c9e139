"""How a Gantt chart's rows look."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.maintenance.bars import Actual, Bar, Group
from vmotion_gui.gui.words import quantity

LABELS = 210
RIGHT = 46.0
_TICKS = 6
_LEAST = 3.0


class GanttPainter:
    """Paints with one painter, at one scale."""

    def __init__(self, painter: QPainter, theme: Theme, row: int, width: int, end_s: float) -> None:
        self._painter, self._theme, self._row, self._width = painter, theme, row, width
        self._end_s = end_s
        self._metrics = painter.fontMetrics()

    def at(self, seconds: float) -> float:
        """Where a time is."""
        return x_of(seconds, self._width, self._end_s)

    def axis(self, height: int) -> None:
        """Times across the top, lines down."""
        painter, row = self._painter, self._row
        painter.setPen(QPen(self._theme.color("grid")))
        for k in range(_TICKS + 1):
            x = self.at(self._end_s * k / _TICKS)
            painter.drawLine(QPointF(x, row), QPointF(x, height))
        painter.setPen(self._theme.color("muted"))
        for k in range(_TICKS + 1):
            seconds = self._end_s * k / _TICKS
            place = QRectF(self.at(seconds) - 45.0, 0.0, 90.0, row)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, quantity(seconds, "seconds") if k else "0")

    def group(self, group: Group, y: float, mark: str) -> None:
        """A host's line. `mark`: a role's colour behind it, or nothing."""
        painter = self._painter
        band = QRectF(0.0, y, self._width, self._row)
        painter.fillRect(band, self._theme.color(mark, 70) if mark else self._theme.color("panel"))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        self._text(group.label, QRectF(8.0, y, LABELS - 14.0, self._row), "text")
        font.setBold(False)
        painter.setFont(font)
        self._text(group.text, QRectF(LABELS, y, self._width - LABELS - 8.0, self._row), "muted")

    def bar(self, bar: Bar, y: float, actual: Actual | None, *, outlined: bool, chosen: bool) -> None:
        """A move's line: the time for which it waits hatched, then what is planned, and what has really happened."""
        painter, row = self._painter, self._row
        if chosen:
            painter.fillRect(QRectF(0.0, y, self._width, row), self._theme.color("selection", 40))
        self._text(bar.label, QRectF(20.0, y, LABELS - 28.0, row), "text")
        if bar.start_s > bar.ready_s:
            waits = self._span(bar.ready_s, bar.start_s, y + 6.0, row - 12.0)
            painter.setPen(QPen(self._theme.color("border"), 1.0, Qt.PenStyle.DotLine))
            painter.setBrush(QBrush(self._theme.color("muted", 150), Qt.BrushStyle.BDiagPattern))
            painter.drawRect(waits)
        planned = self._span(bar.start_s, bar.end_s, y + 4.0, row - 8.0)
        role = "simulated" if bar.makes_room else "info"
        painter.setPen(QPen(self._theme.color("selection" if chosen else role), 2.0 if chosen else 1.0))
        painter.setBrush(Qt.BrushStyle.NoBrush if outlined else self._theme.color(role, 200))
        painter.drawRoundedRect(planned, 2.0, 2.0)
        if actual is not None:
            self._actual(actual, y)

    def _actual(self, actual: Actual, y: float) -> None:
        painter = self._painter
        done = self._span(actual.start_s, actual.end_s, y + 7.0, self._row - 14.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("alert" if actual.failed else "normal"))
        painter.drawRect(done)
        if actual.failed:
            painter.setPen(QPen(self._theme.color("alert"), 2.0))
            middle = QPointF(done.right() + 9.0, y + self._row / 2.0)
            for dy in (-4.0, 4.0):
                painter.drawLine(middle + QPointF(-4.0, dy), middle + QPointF(4.0, -dy))

    def cursor(self, seconds: float, height: int) -> None:
        """A moment, as a line."""
        x = self.at(seconds)
        self._painter.setPen(QPen(self._theme.color("simulated"), 2.0))
        self._painter.drawLine(QPointF(x, self._row - 4.0), QPointF(x, height))

    def ghost(self, bar: Bar, x: float, y: float, *, allowed: bool) -> None:
        """A bar while it is dragged."""
        width = max(_LEAST, self.at(bar.end_s) - self.at(bar.start_s))
        place = QRectF(x, y - self._row / 2.0 + 4.0, width, self._row - 8.0)
        role = "normal" if allowed else "alert"
        self._painter.setPen(QPen(self._theme.color(role), 2.0, Qt.PenStyle.DashLine))
        self._painter.setBrush(self._theme.color(role, 90))
        self._painter.drawRoundedRect(place, 2.0, 2.0)
        self._text(
            ("✓ " if allowed else "✕ ") + bar.label, place.translated(width + 6.0, 0.0).adjusted(0, 0, 260, 0), "text"
        )

    def _span(self, start_s: float, end_s: float, y: float, height: float) -> QRectF:
        left = self.at(start_s)
        return QRectF(left, y, max(_LEAST, self.at(end_s) - left), height)

    def _text(self, text: str, room: QRectF, role: str) -> None:
        elided = self._painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(room.width()))
        self._painter.setPen(self._theme.color(role))
        self._painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, elided)


def x_of(seconds: float, width: int, end_s: float) -> float:
    """Where a time is on a chart of a width that ends at a time."""
    return LABELS + (width - LABELS - RIGHT) * seconds / end_s


def time_at(x: float, width: int, end_s: float) -> float:
    """The time at a place; not before 0."""
    return max(0.0, (x - LABELS) * end_s / max(1.0, width - LABELS - RIGHT))


Judge = Callable[[int], dict[str, str]]
"""For a bar's key: the groups that it cannot go to, and why."""
