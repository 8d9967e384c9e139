"""Moves as bars over time, in groups: what is planned, what has really happened, and what is dragged elsewhere."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.maintenance.bars import Actual, Bar, Group, load_tip
from vmotion_gui.gui.wizards.maintenance.gantt_paint import MOST_LABELS, GanttPainter, Judge, Scale

_SHIFTED_PX = 12
"""A bar that is dropped nearer than that to its old time keeps it."""


class GanttView(QWidget):
    """Planned bars are outlines once something runs; what is done fills them, a failed one has a cross.

    Signals:
        chosen(int): a bar is the current one; its key.
        moved(int, str, float): a bar was dropped: its key, the group, and when it is to begin at the earliest; negative
            where only the group is another.
        asked(int): Enter on a bar.
        hinted(str): what a drop here would mean; "" if nothing is dragged.
        pointed(QPoint): where a dragged bar is.
    """

    chosen = Signal(int)
    moved = Signal(int, str, float)
    asked = Signal(int)
    hinted = Signal(str)
    pointed = Signal(QPoint)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._rows: list[Group | Bar] = []
        self._actual: dict[int, Actual] = {}
        self._cursor_s: float | None = None
        self._end_s = 1.0
        self._labels = MOST_LABELS
        self._current = -1
        self.judge: Judge | None = None
        """Asked when a bar begins to be dragged; None: bars stay where they are."""
        self._pressed: QPoint | None = None
        self._dragged: Bar | None = None
        self._refused: dict[str, str] = {}
        self._pointer = QPoint()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Migrations in time"))

    # --- what it shows --------------------------------------------------------------------------------------

    def show_rows(self, groups: Sequence[Group], bars: Sequence[Bar]) -> None:
        """The groups in their order, each with its bars below it, by their starts."""
        under: dict[str, list[Bar]] = {group.key: [] for group in groups}
        for bar in sorted(bars, key=lambda bar: (bar.start_s, bar.key)):
            under[bar.group].append(bar)
        self._rows = []
        for group in groups:
            self._rows += [group, *under[group.key]]
        self._actual = {}
        self._drop()
        self._measure()

    def show_actual(self, actual: Mapping[int, Actual]) -> None:
        """By the bars' keys."""
        self._actual = dict(actual)
        self._measure()

    def set_cursor(self, seconds: float | None) -> None:
        """Mark a moment; None: none."""
        self._cursor_s = seconds
        self.update()

    def set_current(self, key: int) -> None:
        """Mark a bar; -1: none. Tells nobody."""
        self._current = key
        self.update()

    def bars(self) -> list[Bar]:
        """From top to bottom."""
        return [row for row in self._rows if isinstance(row, Bar)]

    def groups(self) -> list[str]:
        """Keys, from top to bottom."""
        return [row.key for row in self._rows if isinstance(row, Group)]

    def center_of(self, key: int) -> QPoint:
        """The middle of a bar. KeyError if there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Bar) and row.key == key:
                middle = (row.start_s + row.end_s) / 2.0
                return QPoint(round(self._scale().at(middle)), self._middle(number))
        raise KeyError(key)

    def middle_of(self, group: str) -> int:
        """How far down a group's line is. KeyError if there is none."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Group) and row.key == group:
                return self._middle(number)
        raise KeyError(group)

    def _measure(self) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        metrics = QFontMetrics(bold)
        widest = max((metrics.horizontalAdvance(row.label) for row in self._rows), default=0)
        self._labels = min(MOST_LABELS, widest + 34)
        planned = [bar.end_s for bar in self.bars()]
        self._end_s = max([1e-3, *planned, *(one.end_s for one in self._actual.values())])
        self.setMinimumHeight(self._row() * (len(self._rows) + 1) + 8)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(640, self._row() * (len(self._rows) + 1) + 8)

    def _scale(self) -> Scale:
        return Scale(self._labels, self.width(), self._end_s)

    def _row(self) -> int:
        return self.fontMetrics().height() + 8

    def _middle(self, number: int) -> int:
        return self._row() * (number + 1) + self._row() // 2

    def _row_at(self, y: int) -> int:
        return min(max(0, y // self._row() - 1), len(self._rows) - 1)

    def _group_at(self, y: int) -> Group | None:
        rows = self._rows[: self._row_at(y) + 1] if self._rows else []
        return next((row for row in reversed(rows) if isinstance(row, Group)), None)

    # --- painting -------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, height = self._row(), self.height()
        paint = GanttPainter(painter, self._theme, row, self._scale())
        first = max(0, math.floor(event.rect().top() / row) - 2)
        last = min(len(self._rows), math.ceil(event.rect().bottom() / row) + 1)
        target = self._group_at(self._pointer.y()) if self._dragged is not None else None
        paint.axis(height)
        for index in range(first, last):
            shown = self._rows[index]
            if isinstance(shown, Group):
                paint.group(shown, row * (index + 1), self._mark(shown) if shown is target else "")
        for index in range(first, last):
            shown = self._rows[index]
            if isinstance(shown, Bar):
                paint.bar(
                    shown,
                    row * (index + 1),
                    self._actual.get(shown.key),
                    outlined=bool(self._actual),
                    chosen=shown.key == self._current,
                )
        if self._cursor_s is not None:
            paint.cursor(self._cursor_s, height)
        if self._dragged is not None and self._pressed is not None:
            grip = self._scale().at(self._dragged.start_s) - self._pressed.x()
            allowed = target is not None and target.key not in self._refused
            paint.ghost(self._dragged, self._pointer.x() + grip, self._pointer.y(), allowed=allowed)
        painter.end()

    def _mark(self, group: Group) -> str:
        return "alert" if group.key in self._refused else "normal"

    # --- dragging -------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        bar = self._bar_at(event.position().toPoint())
        if bar is None or event.button() is not Qt.MouseButton.LeftButton:
            super().mousePressEvent(event)
            return
        self._choose(bar)
        self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None or self.judge is None:
            return
        far = (place - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if self._dragged is None and far:
            self._dragged = next((bar for bar in self.bars() if bar.key == self._current), None)
            self._refused = self.judge(self._current) if self._dragged is not None else {}
        if self._dragged is not None:
            self._pointer = place
            self.hinted.emit(self._hint(self._dragged))
            self.pointed.emit(place)
            self.update()

    def _hint(self, bar: Bar) -> str:
        group = self._group_at(self._pointer.y())
        if group is None:
            return ""
        if group.key in self._refused:
            return self._refused[group.key]
        if group.key != bar.group:
            return self.tr("{vm} to {host}").format(vm=bar.label, host=group.label)
        return self.tr("{vm} begins when the bar to its left has ended").format(vm=bar.label)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        bar, pressed, pointer, refused = self._dragged, self._pressed, self._pointer, self._refused
        self._drop()
        if bar is None or pressed is None:
            return
        group = self._group_at(pointer.y())
        if group is None or group.key in refused:
            return
        shift = pointer.x() - pressed.x()
        begin_s = self._scale().time_at(self._scale().at(bar.start_s) + shift)
        shifted = abs(shift) > _SHIFTED_PX
        if group.key != bar.group:
            self.moved.emit(bar.key, group.key, -1.0)
        elif shifted:
            self.moved.emit(bar.key, group.key, begin_s)

    def _drop(self) -> None:
        self._pressed = self._dragged = None
        self._refused = {}
        self.hinted.emit("")
        self.update()

    def _bar_at(self, place: QPoint) -> Bar | None:
        row = self._rows[self._row_at(place.y())] if self._rows and place.y() >= self._row() else None
        return row if isinstance(row, Bar) else None

    def _choose(self, bar: Bar) -> None:
        self.set_current(bar.key)
        self.chosen.emit(bar.key)
        self.setAccessibleDescription(bar.tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bars = self.bars()
        place = next((k for k, bar in enumerate(bars) if bar.key == self._current), -1)
        key = event.key()
        if key == Qt.Key.Key_Escape and self._dragged is not None:
            self._drop()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and bars:
            bar = bars[min(max(0, place + (1 if key == Qt.Key.Key_Down else -1)), len(bars) - 1)]
            self._choose(bar)
            self.pointed.emit(self.center_of(bar.key))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and place >= 0:
            self.asked.emit(self._current)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """What a bar is about, at the pointer."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            number = event.pos().y() // self._row() - 1
            row = self._rows[number] if 0 <= number < len(self._rows) else None
            if row is not None:
                QToolTip.showText(event.globalPos(), row.tip if isinstance(row, Bar) else load_tip(row), self)
                return True
        return super().event(event)
