"""The timeline: what has been played, with marks for events, and a handle that goes back to any moment of it."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.events import Event, Level

_MARGIN = 46.0
_STEPS = (
    0.001,
    0.002,
    0.005,
    0.01,
    0.02,
    0.05,
    0.1,
    0.2,
    0.5,
    1.0,
    2.0,
    5.0,
    10.0,
    15.0,
    30.0,
    60.0,
    120.0,
    300.0,
    600.0,
    1800.0,
    3600.0,
)
_LEAST_S = 10.0
_ROLES: dict[Level, str] = {"info": "info", "warning": "warning", "error": "alert"}

_Times = npt.NDArray[np.float64]


class TimelineBar(QWidget):
    """Draws the axis; knows no session.

    Signals:
        wanted(float): the user wants to see this moment (while dragging too).
        released(): a drag of the handle is over.
    """

    wanted = Signal(float)
    released = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._now_s = 0.0
        self._played_s = 0.0
        self._end_s = _LEAST_S
        self._marks_s = {level: np.empty(0) for level in _ROLES}
        """Of events of each level."""
        self._texts: list[tuple[float, str]] = []
        self._starts_s, self._ends_s = np.empty(0), np.empty(0)
        """Of migrations."""
        self._dragging = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def sizeHint(self) -> QSize:
        return QSize(400, 48 + self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 36 + self.fontMetrics().height())

    # --- contents -------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Draw with other colours."""
        self._theme = theme
        self.update()

    def set_time(self, now_s: float, played_until_s: float) -> None:
        """The moment that is shown, and how far this branch has been played."""
        self._now_s, self._played_s = now_s, max(played_until_s, now_s)
        if self._played_s > self._end_s or self._played_s < self._end_s / 4.0:
            self._end_s = max(_LEAST_S, self._played_s * 1.5)
        self.update()

    def set_marks(self, marks: list[tuple[Event, str]]) -> None:
        """Events that matter, in order of time, with their sentences."""
        self._marks_s = {level: _times(e.time_s for e, _text in marks if e.level == level) for level in _ROLES}
        self._texts = [(event.time_s, text) for event, text in marks]
        self.update()

    def set_spans(self, spans: list[tuple[float, float | None]]) -> None:
        """From when until when each migration ran; None: still running."""
        self._starts_s = _times(start for start, _end in spans)
        self._ends_s = _times(math.inf if end is None else end for _start, end in spans)
        self.update()

    @property
    def dragging(self) -> bool:
        """Whether the handle is being dragged."""
        return self._dragging

    # --- where and when -------------------------------------------------------------------------------------

    def x_of(self, time_s: float) -> float:
        """The pixel of a time."""
        return _MARGIN + (self.width() - 2 * _MARGIN) * time_s / self._end_s

    def _xs(self, times_s: _Times) -> _Times:
        return _MARGIN + max(self.width() - 2 * _MARGIN, 0) * times_s / self._end_s

    def time_at(self, x: float) -> float:
        """The time of a pixel, within what has been played."""
        share = (x - _MARGIN) / max(self.width() - 2 * _MARGIN, 1.0)
        return min(max(share * self._end_s, 0.0), self._played_s)

    # --- the mouse and the keys -----------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._dragging = True
            self.wanted.emit(self.time_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        x = event.position().x()
        if self._dragging:
            self.wanted.emit(self.time_at(x))
        else:
            near = [text for time_s, text in self._texts if abs(self.x_of(time_s) - x) < 4.0]
            lines = [clock(self.time_at(x)), *near[:5]]
            QToolTip.showText(event.globalPosition().toPoint(), "\n".join(lines), self)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._dragging:
            self._dragging = False
            self.released.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = self._tick() / 5.0
        moments = {
            Qt.Key.Key_Left: self._now_s - step,
            Qt.Key.Key_Right: self._now_s + step,
            Qt.Key.Key_Home: 0.0,
            Qt.Key.Key_End: self._played_s,
        }
        moment = moments.get(Qt.Key(event.key()))
        if moment is None:
            super().keyPressEvent(event)
            return
        self.wanted.emit(min(max(moment, 0.0), self._played_s))
        self.released.emit()

    # --- painting -------------------------------------------------------------------------------------------

    def _label_px(self) -> float:
        """The room that the words of a tick want."""
        return max(90.0, self.fontMetrics().horizontalAdvance("0:00:00.000") + 20.0)

    def _tick(self) -> float:
        room = max((self.width() - 2 * _MARGIN) / self._label_px(), 1.0)
        wanted = self._end_s / room
        return next((step for step in _STEPS if step >= wanted), math.ceil(wanted / 3600.0) * 3600.0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme, middle = self._theme, self.height() * 0.42
        painter.fillRect(self.rect(), theme.color("background"))
        self._paint_axis(painter, middle)
        painter.fillRect(QRectF(_MARGIN, middle - 3, self.width() - 2 * _MARGIN, 6), theme.color("grid"))
        played = self.x_of(self._played_s) - _MARGIN
        painter.fillRect(QRectF(_MARGIN, middle - 3, played, 6), theme.color("neutral", 120))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_spans(painter, middle)
        self._paint_marks(painter, middle)
        self._paint_handle(painter, middle)
        painter.end()

    def _paint_axis(self, painter: QPainter, middle: float) -> None:
        theme, tick = self._theme, self._tick()
        bottom, label = middle + 12, self._label_px()
        for number in range(int(self._end_s / tick) + 1):
            x = self.x_of(number * tick)
            painter.setPen(theme.color("border"))
            painter.drawLine(QPointF(x, middle + 5), QPointF(x, bottom))
            painter.setPen(theme.color("muted"))
            place = QRectF(x - label / 2.0, bottom, label, self.height() - bottom)
            flags = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            text = clock(number * tick)
            painter.drawText(place, flags, text if tick < 1.0 else text[:-4])

    def _paint_spans(self, painter: QPainter, middle: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("info", 150))
        for left, right in _joined(self._xs(self._starts_s), self._xs(np.fmin(self._ends_s, self._played_s))):
            painter.drawRoundedRect(QRectF(left, middle - 3, max(right - left, 2.0), 6), 2, 2)

    def _paint_marks(self, painter: QPainter, middle: float) -> None:
        for level, role in _ROLES.items():
            colour = self._theme.color(role)
            painter.setPen(QPen(colour, 1.4))
            painter.setBrush(colour)
            columns = np.flatnonzero(np.bincount(np.rint(self._xs(self._marks_s[level])).astype(int)))
            for x in columns.tolist():
                painter.drawLine(QPointF(x, middle - 12), QPointF(x, middle - 5))
                if level != "info":
                    painter.drawPolygon(
                        QPolygonF([QPointF(x - 4, middle - 12), QPointF(x + 4, middle - 12), QPointF(x, middle - 5)])
                    )

    def _paint_handle(self, painter: QPainter, middle: float) -> None:
        x = self.x_of(self._now_s)
        colour = QColor(self._theme.text)
        painter.setPen(QPen(colour, 1.6))
        painter.drawLine(QPointF(x, middle - 14), QPointF(x, middle + 10))
        painter.setBrush(self._theme.color("selection" if self.hasFocus() else "raised"))
        painter.drawEllipse(QPointF(x, middle), 6.0, 6.0)


def _times(seconds: Iterable[float]) -> _Times:
    return np.fromiter(seconds, dtype=float)


def _joined(lefts: _Times, rights: _Times) -> list[tuple[float, float]]:
    """Stretches of pixels, those that touch as one: a thousand migrations are a few."""
    if not len(lefts):
        return []
    order = np.argsort(lefts, kind="stable")
    lefts, reach = lefts[order], np.maximum.accumulate(rights[order])
    first = np.concatenate([[True], lefts[1:] > reach[:-1] + 1.0])
    last = np.concatenate([first[1:], [True]])
    return list(zip(lefts[first].tolist(), reach[last].tolist(), strict=True))
