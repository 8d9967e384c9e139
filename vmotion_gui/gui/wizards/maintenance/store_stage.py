"""The datastores of a plan as a picture: what has to be empty on the left, what receives on the right, how full each
is, and the moves as arcs between them, at any moment of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.words import quantity
from vmotion_gui.inventory.entities import Datastore
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.ahead import MoveState, estate_at, progress_at, stage_of, state_at
from vmotion_gui.planning.maintenance.plan import Move, Plan

_MARGIN, _BOX_W, _LEAST_W, _BOX_H, _GAP, _ICON = 14.0, 180.0, 96.0, 82.0, 22.0, 16
_BAR_H, _DOT, _PAD = 6.0, 4.5, 8.0
_BESIDE = 40.0
"""How far a move between boxes of one column bends."""
_FULL = 0.9
_COLOURS: dict[MoveState, str] = {"waiting": "muted", "running": "info", "completed": "normal", "failed": "alert"}
_WIDTHS: dict[MoveState, float] = {"waiting": 1.0, "running": 2.4, "completed": 1.6, "failed": 2.4}


class StoreStage(QWidget):
    """Read only."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._begin: Inventory | None = None
        self._now: Inventory | None = None
        self._moves: tuple[Move, ...] = ()
        self._sources: tuple[str, ...] = ()
        self._targets: tuple[str, ...] = ()
        self._time_s, self._current = 0.0, -1
        self.setMinimumWidth(240)
        self.setAccessibleName(self.tr("The datastores of the plan"))
        themes.changed.connect(lambda _theme: self.update())

    def show_plan(self, inventory: Inventory, plan: Plan) -> None:
        """The datastores as they are when the plan begins."""
        self._begin, self._moves = stage_of(inventory, plan), plan.moves
        self._sources = plan.datastores
        used = dict.fromkeys(store for move in plan.moves for store in move.to_datastores)
        self._targets = tuple(id_ for id_ in used if id_ not in plan.datastores)
        rows = max(len(self._sources), len(self._targets))
        self.setMinimumHeight(round(2 * _MARGIN + rows * _BOX_H + max(0, rows - 1) * 8.0))
        self.show_time(0.0)

    def show_time(self, time_s: float, current: int = -1) -> None:
        """As it will be so long after the plan's start; `current`: a move to be seen among the others."""
        if self._begin is None:
            return
        self._time_s, self._current = time_s, current
        self._now = estate_at(self._begin, self._moves, time_s)
        told = (f"{store.name}: {', '.join(self._fill_texts(store))}" for store in self._now.datastores.values())
        self.setAccessibleDescription("; ".join(told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(340, 300)

    # --- places ---------------------------------------------------------------------------------------------

    def boxes(self) -> dict[str, QRectF]:
        """Where each datastore is drawn."""
        width = min(_BOX_W, max(_LEAST_W, (self.width() - 2 * _MARGIN) * 0.4))
        right = self.width() - _MARGIN - width
        return {**self._column(self._sources, _MARGIN, width), **self._column(self._targets, right, width)}

    def _column(self, ids: Sequence[str], x: float, width: float) -> dict[str, QRectF]:
        room = self.height() - 2 * _MARGIN
        gap = min(_GAP, max(4.0, (room - len(ids) * _BOX_H) / max(1, len(ids))))
        total = len(ids) * _BOX_H + max(0, len(ids) - 1) * gap
        top = _MARGIN + max(0.0, (room - total) / 2.0)
        return {id_: QRectF(x, top + k * (_BOX_H + gap), width, _BOX_H) for k, id_ in enumerate(ids)}

    def _paths(self, boxes: dict[str, QRectF]) -> list[QPainterPath | None]:
        """From box to box; moves that leave or reach the same one are spread along its side."""
        ways = [_way(move, boxes) for move in self._moves]
        leaving: dict[str, list[int]] = {id_: [] for id_ in boxes}
        coming: dict[str, list[int]] = {id_: [] for id_ in boxes}
        for k in sorted(range(len(ways)), key=lambda k: boxes[ways[k][1]].y() if ways[k][1] else 0.0):
            source, target = ways[k]
            if source:
                leaving[source].append(k)
                coming[target].append(k)
        paths: list[QPainterPath | None] = []
        for k, (source, target) in enumerate(ways):
            if not source:
                paths.append(None)
                continue
            start = _spread(boxes[source], leaving[source].index(k), len(leaving[source]))
            end = _spread(boxes[target], coming[target].index(k), len(coming[target]))
            paths.append(_curve(boxes[source], start, boxes[target], end))
        return paths

    # --- painting -------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), self._themes.theme.color("background"))
        if self._now is not None:
            boxes = self.boxes()
            self._paint_moves(painter, boxes)
            for id_, box in boxes.items():
                if (store := self._now.datastores.get(id_)) is not None:
                    self._paint_store(painter, box, store)
        painter.end()

    def _paint_moves(self, painter: QPainter, boxes: dict[str, QRectF]) -> None:
        theme, paths = self._themes.theme, self._paths(boxes)
        states = [state_at(move, self._time_s) for move in self._moves]
        last = {"waiting": 0, "completed": 1, "failed": 2, "running": 3}
        for k in sorted(range(len(states)), key=lambda k: (k == self._current, last[states[k]])):
            path, state, chosen = paths[k], states[k], k == self._current
            if path is None:
                continue
            pen = QPen(theme.color("selection" if chosen else _COLOURS[state]), _WIDTHS[state] + 1.5 * chosen)
            if state == "waiting":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(path)
            if state == "running":
                painter.setBrush(pen.color())
                painter.drawEllipse(path.pointAtPercent(progress_at(self._moves[k], self._time_s)), _DOT, _DOT)

    def _paint_store(self, painter: QPainter, box: QRectF, store: Datastore) -> None:
        theme = self._themes.theme
        painter.setPen(QPen(theme.color("border"), 1.0))
        painter.setBrush(theme.color("panel"))
        painter.drawRoundedRect(box, 4.0, 4.0)
        icon = object_icon("datastore", "normal", theme).pixmap(_ICON, _ICON)
        painter.drawPixmap(QPointF(box.x() + _PAD, box.y() + _PAD), icon)
        font = painter.font()
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        room = QRectF(box.x() + _PAD + _ICON + 5.0, box.y() + _PAD - 1.0, box.width() - 2 * _PAD - _ICON - 5.0, 18.0)
        name = painter.fontMetrics().elidedText(store.name, Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, name)
        font.setBold(False)
        painter.setFont(font)
        track = QRectF(box.x() + _PAD, box.y() + 31.0, box.width() - 2 * _PAD, _BAR_H)
        painter.fillRect(track, theme.color("grid"))
        share = _used(store)
        filled = QRectF(track.x(), track.y(), track.width() * share, track.height())
        painter.fillRect(filled, theme.color("warning" if share > _FULL else "info"))
        painter.setPen(theme.color("muted"))
        for row, text in enumerate(self._fill_texts(store)):
            below = QRectF(box.x() + _PAD, box.y() + 40.0 + 18.0 * row, box.width() - 2 * _PAD, 18.0)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(below.width()))
            painter.drawText(below, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)

    def _fill_texts(self, store: Datastore) -> tuple[str, str]:
        full = self.tr("{percent} % full").format(percent=round(_used(store) * 100))
        return full, self.tr("{space} free").format(space=quantity(store.free_bytes, "bytes"))


def _way(move: Move, boxes: dict[str, QRectF]) -> tuple[str, str]:
    """The datastores that a move leaves and reaches, of several the first; empty where one of them is not drawn."""
    source, target = next(iter(move.from_datastores), ""), next(iter(move.to_datastores), "")
    return (source, target) if source in boxes and target in boxes else ("", "")


def _curve(source: QRectF, start: float, target: QRectF, end: float) -> QPainterPath:
    """From the right side to the left side of a box; between boxes that stand above each other beside both."""
    beside = source.x() == target.x()
    begin = QPointF(source.x() if beside else source.right(), start)
    goal = QPointF(target.x(), end)
    bend = QPointF(-_BESIDE if beside else (goal.x() - begin.x()) / 2.0, 0.0)
    path = QPainterPath(begin)
    path.cubicTo(begin + bend, goal + bend if beside else goal - bend, goal)
    return path


def _used(store: Datastore) -> float:
    return min(1.0, max(0.0, 1.0 - store.free_bytes / max(1, store.capacity_bytes)))


def _spread(box: QRectF, place: int, count: int) -> float:
    return box.y() + box.height() * (place + 1.0) / (count + 1.0)
