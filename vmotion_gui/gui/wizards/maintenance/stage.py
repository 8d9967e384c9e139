"""The hosts of a plan as a picture of their own, with the moves as arcs, at any moment of the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui.theme import Theme, ThemeManager
from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.navigation import NavigableView
from vmotion_gui.gui.topology.scene import TopologyScene
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.ahead import estate_at, progress_at, stage_of, state_at
from vmotion_gui.planning.maintenance.plan import Move, Plan

_ARCS_Z = 30.0
_DOT_PX = 4.0
_BULGE = 0.18
"""How far an arc bends, of its length."""
_COLOURS = {"waiting": "muted", "running": "info", "completed": "normal", "failed": "alert"}
_WIDTHS_PX = {"waiting": 1.0, "running": 2.4, "completed": 1.6, "failed": 2.4}


class PlanStage(NavigableView):
    """Read only: wheel and drag look around, a double click shows all again."""

    def __init__(self, themes: ThemeManager, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._themes = themes
        self._held: QPoint | None = None
        self._scene: TopologyScene | None = None
        self._inventory: Inventory | None = None
        self._moves: tuple[Move, ...] = ()
        self._arcs: _Arcs | None = None
        self.setMinimumWidth(240)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("The hosts of the plan"))
        themes.changed.connect(self._dress)

    def show_plan(self, inventory: Inventory, plan: Plan) -> None:
        """The estate as it is when the plan begins."""
        self._inventory, self._moves = stage_of(inventory, plan), plan.moves
        before = self._scene
        self._scene = TopologyScene(self._inventory, self._themes.theme, self)
        self._arcs = _Arcs(self._scene, plan.moves)
        self._scene.addItem(self._arcs)
        self.setScene(self._scene)
        if before is not None:
            before.deleteLater()
        self.setBackgroundBrush(self._themes.theme.color("background"))
        self.show_time(0.0)
        self.fit()

    def show_time(self, time_s: float, current: int = -1) -> None:
        """The estate as it will be so long after the plan's start; `current`: a move to be seen among the others."""
        scene, arcs, inventory = self._scene, self._arcs, self._inventory
        if scene is None or arcs is None or inventory is None:
            return
        running = {m.spec.vm: progress_at(m, time_s) for m in self._moves if state_at(m, time_s) == "running"}
        scene.picture.leaving = running
        scene.follow(estate_at(inventory, self._moves, time_s), before_rebuild=lambda: None)
        scene.repaint(running)
        arcs.show_time(time_s, current)

    @property
    def picture(self) -> TopologyScene | None:
        """The scene; None before there is a plan."""
        return self._scene

    def _dress(self, theme: Theme) -> None:
        if self._scene is not None:
            self.setBackgroundBrush(theme.color("background"))
            self._scene.dress(theme)

    def _look(self) -> None:
        if self._scene is not None:
            self._scene.zoomed(self.zoom, self.sight())
        super()._look()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._held = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._held is not None:
            self.pan(self._held - place)
            self._held = place

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.fit()


class _Arcs(QGraphicsRectItem):
    """All moves, from the card that a VM leaves to the one that it comes to."""

    def __init__(self, scene: TopologyScene, moves: Sequence[Move]) -> None:
        super().__init__()
        self.setZValue(_ARCS_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._picture = scene.picture
        self._moves = moves
        self._paths = _paths(scene, moves)
        self._time_s = 0.0
        self._current = -1
        self.setRect(scene.sceneRect())

    def show_time(self, time_s: float, current: int) -> None:
        """Another moment, another move to be seen among the others."""
        self._time_s, self._current = time_s, current
        self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        theme = self._picture.style.theme
        order = {"waiting": 0, "completed": 1, "failed": 2, "running": 3}
        states = [state_at(move, self._time_s) for move in self._moves]
        for index in sorted(range(len(states)), key=lambda k: (k == self._current, order[states[k]])):
            path = self._paths[index]
            if path is None:
                continue
            state = states[index]
            chosen = index == self._current
            pen = QPen(theme.color("selection" if chosen else _COLOURS[state]), _WIDTHS_PX[state] + 1.5 * chosen)
            pen.setCosmetic(True)
            if state == "waiting":
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawPath(path)
            if state == "running":
                self._dot(painter, path.pointAtPercent(progress_at(self._moves[index], self._time_s)))

    def _dot(self, painter: QPainter, at: QPointF) -> None:
        """How far it has come."""
        size = _DOT_PX / max(self._picture.scale, 0.01)
        painter.setBrush(painter.pen().color())
        painter.drawEllipse(QRectF(at.x() - size, at.y() - size, 2.0 * size, 2.0 * size))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _paths(scene: TopologyScene, moves: Sequence[Move]) -> list[QPainterPath | None]:
    """From each VM's chip to the slot that it will have if all come one after the other."""
    arrived: dict[str, int] = {}
    at: dict[str, Box] = {}
    paths: list[QPainterPath | None] = []
    for move in moves:
        target = scene.hosts.get(move.spec.host)
        start = at.get(move.spec.vm) or scene.box_of(move.spec.vm)
        if target is None or start is None:
            paths.append(None)
            continue
        slot = target.slots.count + arrived.get(move.spec.host, 0)
        arrived[move.spec.host] = slot - target.slots.count + 1
        at[move.spec.vm] = end = target.slot_box(slot)
        paths.append(_arc(QPointF(*start.center), QPointF(*end.center)))
    return paths


def _arc(start: QPointF, end: QPointF) -> QPainterPath:
    across = end - start
    path = QPainterPath(start)
    path.quadTo((start + end) / 2.0 + QPointF(across.y(), -across.x()) * _BULGE, end)
    return path
