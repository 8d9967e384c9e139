"""How a Gantt chart's rows look."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QPen

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.maintenance.bars import FULL, Actual, Bar, Group, Shares
from vmotion_gui.gui.words import quantity

MOST_LABELS = 220
"""The names take no more of the width."""
RIGHT = 46.0
_TICK_PX = 84.0
_STEPS_S = (
    0.1,
    0.5,
    1.0,
    5.0,
    10.0,
    30.0,
    60.0,
    120.0,
    300.0,
    600.0,
    1800.0,
    3600.0,
    7200.0,
    14400.0,
    43200.0,
    86400.0,
)
_LEAST = 3.0
_LOAD_PX = 96.0


@dataclasses.dataclass(frozen=True)
class Scale:
    """From times to places."""

    labels: int
    """Pixels that the names take."""
    width: int
    end_s: float

    def at(self, seconds: float) -> float:
        """Where a time is."""
        return self.labels + (self.width - self.labels - RIGHT) * seconds / self.end_s

    def time_at(self, x: float) -> float:
        """The time at a place; not before 0."""
        return max(0.0, (x - self.labels) * self.end_s / max(1.0, self.width - self.labels - RIGHT))

    def ticks(self) -> list[float]:
        """Round times, far enough apart to be read."""
        room = max(1.0, (self.width - self.labels - RIGHT) / _TICK_PX)
        step_s = next((step for step in _STEPS_S if self.end_s / step <= room), _STEPS_S[-1] * 7.0)
        while self.end_s / step_s > room:
            step_s *= 2.0
        return [step_s * k for k in range(int(self.end_s / step_s) + 1)]


class GanttPainter:
    """Paints with one painter, at one scale."""

    def __init__(self, painter: QPainter, theme: Theme, row: int, scale: Scale) -> None:
        self._painter, self._theme, self._row, self._scale = painter, theme, row, scale
        self._width, self.at = scale.width, scale.at

    def axis(self, height: int) -> None:
        """Times across the top, lines down."""
        painter, row = self._painter, self._row
        for seconds in self._scale.ticks():
            x = self.at(seconds)
            painter.setPen(QPen(self._theme.color("grid")))
            painter.drawLine(QPointF(x, row), QPointF(x, height))
            painter.setPen(self._theme.color("muted"))
            place = QRectF(x - _TICK_PX / 2.0, 0.0, _TICK_PX, row)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, quantity(seconds, "seconds") if seconds else "0")

    def group(self, group: Group, y: float, mark: str) -> None:
        """A host's line with its load. `mark`: a role's colour behind it, or nothing."""
        painter, left = self._painter, float(self._scale.labels)
        band = QRectF(0.0, y + 1.0, self._width, self._row - 2.0)
        painter.fillRect(band, self._theme.color("background"))
        painter.fillRect(band, self._theme.color(mark or "border", 90 if mark else 60))
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        self._text(group.label, QRectF(8.0, y, left - 14.0, self._row), "text")
        font.setBold(False)
        painter.setFont(font)
        if group.shares is not None:
            paint_load(painter, self._theme, QRectF(left, y + 6.0, _LOAD_PX, self._row - 12.0), group.shares)
            left += _LOAD_PX + 8.0
        self._text(group.text, QRectF(left, y, self._width - left - 8.0, self._row), "muted")

    def bar(self, bar: Bar, y: float, actual: Actual | None, *, outlined: bool, chosen: bool) -> None:
        """A move's line: the time for which it waits hatched, then what is planned, and what has really happened."""
        painter, row = self._painter, self._row
        if chosen:
            painter.fillRect(QRectF(0.0, y, self._width, row), self._theme.color("selection", 40))
        self._text(bar.label, QRectF(20.0, y, self._scale.labels - 28.0, row), "text")
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


def paint_load(painter: QPainter, theme: Theme, bar: QRectF, shares: Shares) -> None:
    """A host's load: filled as it will be, a tick where it is, an outline up to the worst moment."""
    before, worst, after = (min(max(share, 0.0), 1.0) for share in shares)
    role = "alert" if worst >= 1.0 else "warning" if worst >= FULL else "info"
    painter.fillRect(bar, theme.color("grid"))
    painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * after, bar.height()), theme.color(role, 210))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(theme.color("text"), 1.0, Qt.PenStyle.DotLine))
    painter.drawRect(QRectF(bar.left(), bar.top(), bar.width() * worst, bar.height()))
    painter.setPen(QPen(theme.color("text"), 2.0))
    x = bar.left() + bar.width() * before
    painter.drawLine(QPointF(x, bar.top() - 2.0), QPointF(x, bar.bottom() + 2.0))


Judge = Callable[[int], dict[str, str]]
"""For a bar's key: the groups that it cannot go to, and why."""
