"""Where the spotlight falls: the widgets behind the names of `lessons.targets`, and objects in the topology."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtWidgets import QDockWidget, QStackedWidget, QTabWidget, QWidget

from vmotion_gui.gui.parts import Parts
from vmotion_gui.lessons.targets import Target, target_of

_EDGE_ROOM = 8.0
"""Around an edge, in the scene."""


class Targets:
    """The targets of one window."""

    def __init__(self, window: QWidget, parts: Parts, pane: QWidget) -> None:
        self._window = window
        self._view = parts.topology.view
        migration = parts.migration
        self._charts = migration.charts
        self.widgets: dict[str, QWidget] = {
            "inventory": parts.inventory,
            "topology": parts.topology,
            "details": parts.inspector,
            "knobs": parts.knobs,
            "tasks": parts.tasks,
            "events": parts.events,
            "alarms": parts.alarms,
            "logs": parts.logs,
            "migration": migration,
            "migration.stages": migration.stages,
            "migration.memory": migration.memory,
            "migration.charts": migration.charts,
            "migration.wire": migration.wire,
            "migration.service": migration.service,
            "timeline": parts.timeline,
            "transport": parts.transport,
            "lesson": pane,
        }
        """Name -> widget, for every name that a lesson may give."""

    def rect(self, target: str) -> QRect:
        """Where a target is in the window; empty if it cannot be seen now."""
        parsed = target_of(target)
        assert parsed is not None, target
        if parsed.kind == "moments":
            return self._moments_rect(parsed)
        if parsed.kind == "part":
            return self._rect_of(self.widgets[parsed.part])
        boxes = [box for id_ in parsed.ids if not (box := self._view.rect_of(id_)).isEmpty()]
        if parsed.kind == "edge":
            return self._in_topology(_between(*boxes)) if len(boxes) == 2 else QRect()
        return self._in_topology(functools.reduce(QRectF.united, boxes)) if boxes else QRect()

    def show(self, target: str) -> None:
        """Bring a target to the front: its dock, its tab."""
        parsed = target_of(target)
        assert parsed is not None, target
        if parsed.kind == "moments":
            bring_forward(self.widgets["migration.charts"])
        else:
            bring_forward(self.widgets[parsed.part] if parsed.part else self._view)

    def _rect_of(self, widget: QWidget) -> QRect:
        if not widget.isVisibleTo(self._window):
            return QRect()
        seen, parent = QRect(widget.mapTo(self._window, widget.rect().topLeft()), widget.size()), widget.parentWidget()
        while parent is not None and parent is not self._window:  # what is scrolled away is not to be lit
            seen &= QRect(parent.mapTo(self._window, parent.rect().topLeft()), parent.size())
            parent = parent.parentWidget()
        return seen if seen.isValid() and not widget.visibleRegion().isEmpty() else QRect()

    def _in_topology(self, scene: QRectF) -> QRect:
        port = self._view.viewport()
        if not port.isVisibleTo(self._window):
            return QRect()
        inside = self._view.mapFromScene(scene).boundingRect().adjusted(-4, -4, 4, 4) & port.rect()
        return QRect(port.mapTo(self._window, inside.topLeft()), inside.size()) if inside.isValid() else QRect()

    def _moments_rect(self, target: Target) -> QRect:
        """The part of the charts between two times, as far as it is in sight."""
        charts, whole = self._charts, self._rect_of(self._charts)
        span = charts.span_rect(target.begin_s, target.end_s)
        return QRect(charts.mapTo(self._window, span.topLeft()), span.size()) & whole


def _between(a: QRectF, b: QRectF) -> QRectF:
    """What lies between two boxes: from the point of each that is nearest to the other's middle."""
    ends = [_nearest(a, b.center()), _nearest(b, a.center())]
    return QRectF(ends[0], ends[1]).normalized().adjusted(-_EDGE_ROOM, -_EDGE_ROOM, _EDGE_ROOM, _EDGE_ROOM)


def _nearest(box: QRectF, point: QPointF) -> QPointF:
    x = min(max(point.x(), box.left()), box.right())
    return QPointF(x, min(max(point.y(), box.top()), box.bottom()))


def bring_forward(widget: QWidget) -> None:
    """Show the docks and tabs that a widget is in."""
    child, parent = widget, widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QDockWidget):
            parent.show()
            parent.raise_()
        elif isinstance(parent, QStackedWidget):
            owner = parent.parentWidget()
            if isinstance(owner, QTabWidget):
                owner.setCurrentWidget(child)
            else:
                parent.setCurrentWidget(child)
        child, parent = parent, parent.parentWidget()
