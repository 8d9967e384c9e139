"""Where the spotlight falls: the widgets behind the names of `lessons.targets`, and objects in the topology."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QDockWidget, QStackedWidget, QTabWidget, QWidget

from vmotion_gui.gui.parts import Parts
from vmotion_gui.lessons.targets import object_id


class Targets:
    """The targets of one window."""

    def __init__(self, window: QWidget, parts: Parts, pane: QWidget) -> None:
        self._window = window
        self._view = parts.topology.view
        migration = parts.migration
        self.widgets: dict[str, QWidget] = {
            "inventory": parts.inventory,
            "topology": parts.topology,
            "details": parts.inspector,
            "tasks": parts.tasks,
            "events": parts.events,
            "migration": migration,
            "migration.stages": migration.stages,
            "migration.memory": migration.memory,
            "migration.charts": migration.charts,
            "timeline": parts.timeline,
            "transport": parts.transport,
            "lesson": pane,
        }
        """Name -> widget, for every name that a lesson may give."""

    def rect(self, target: str) -> QRect:
        """Where a target is in the window; empty if it cannot be seen now."""
        if id_ := object_id(target):
            return self._object_rect(id_)
        return self._rect_of(self.widgets[target])

    def show(self, target: str) -> None:
        """Bring a target to the front: its dock, its tab."""
        bring_forward(self._view if object_id(target) else self.widgets[target])

    def _rect_of(self, widget: QWidget) -> QRect:
        if not widget.isVisibleTo(self._window):
            return QRect()
        seen, parent = QRect(widget.mapTo(self._window, widget.rect().topLeft()), widget.size()), widget.parentWidget()
        while parent is not None and parent is not self._window:  # what is scrolled away is not to be lit
            seen &= QRect(parent.mapTo(self._window, parent.rect().topLeft()), parent.size())
            parent = parent.parentWidget()
        return seen if seen.isValid() and not widget.visibleRegion().isEmpty() else QRect()

    def _object_rect(self, id_: str) -> QRect:
        port = self._view.viewport()
        scene = self._view.rect_of(id_)
        if scene.isEmpty() or not port.isVisibleTo(self._window):
            return QRect()
        inside = self._view.mapFromScene(scene).boundingRect().adjusted(-4, -4, 4, 4) & port.rect()
        return QRect(port.mapTo(self._window, inside.topLeft()), inside.size()) if inside.isValid() else QRect()


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
