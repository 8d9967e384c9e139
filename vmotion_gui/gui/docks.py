"""The window's docks: what is where, and what the user changed about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget, QFrame, QMainWindow, QScrollArea, QWidget

from vmotion_gui.gui.parts import Parts
from vmotion_gui.gui.settings import DOCKS, GEOMETRY, Settings

_LAYOUT_VERSION = 3
_LEFT, _RIGHT, _BOTTOM = (
    Qt.DockWidgetArea.LeftDockWidgetArea,
    Qt.DockWidgetArea.RightDockWidgetArea,
    Qt.DockWidgetArea.BottomDockWidgetArea,
)


class Docks:
    """The docks of a main window, by name."""

    def __init__(self, window: QMainWindow, parts: Parts) -> None:
        self._window, self._parts = window, parts
        self._docks: dict[str, QDockWidget] = {}
        window.setDockNestingEnabled(True)
        window.setCorner(Qt.Corner.BottomLeftCorner, _BOTTOM)
        window.setCorner(Qt.Corner.BottomRightCorner, _BOTTOM)
        self._add("inventory", parts.inventory, _LEFT)
        self._add("objects", parts.objects, _LEFT)
        self._docks["objects"].hide()
        self._add("inspector", parts.inspector, _RIGHT)
        self._add("knobs", parts.knobs, _RIGHT)
        window.tabifyDockWidget(self._docks["inspector"], self._docks["knobs"])
        self._docks["knobs"].hide()
        self._add("tasks", parts.tasks, _BOTTOM)
        self._add("timeline", parts.timeline, _BOTTOM)
        window.splitDockWidget(self._docks["tasks"], self._docks["timeline"], Qt.Orientation.Vertical)
        self._add("events", parts.events, _BOTTOM)
        self._add("alarms", parts.alarms, _BOTTOM)
        self._add("logs", parts.logs, _BOTTOM)
        self._add("migration", _scrolled(parts.migration), _BOTTOM)
        self._docks["migration"].visibilityChanged.connect(self._give_charts_height)
        self._tall: list[QDockWidget] = []
        self.let_be_tall(self._docks["knobs"])
        window.tabifyDockWidget(self._docks["tasks"], self._docks["events"])
        window.tabifyDockWidget(self._docks["events"], self._docks["alarms"])
        window.tabifyDockWidget(self._docks["alarms"], self._docks["logs"])
        window.tabifyDockWidget(self._docks["logs"], self._docks["migration"])
        self._docks["tasks"].raise_()
        for name in ("tasks", "events", "alarms", "logs", "migration", "timeline"):
            self._without_title(self._docks[name])

    def _without_title(self, dock: QDockWidget) -> None:
        """Tabs name the docks below, and the timeline speaks for itself; a title bar would take height."""
        dock.setTitleBarWidget(QWidget(dock))

    def _add(self, name: str, widget: QWidget, area: Qt.DockWidgetArea) -> None:
        dock = QDockWidget(self._window)
        dock.setObjectName(f"dock-{name}")
        dock.setWidget(widget)
        self._window.addDockWidget(area, dock)
        self._docks[name] = dock

    def __getitem__(self, name: str) -> QDockWidget:
        return self._docks[name]

    def all(self) -> list[QDockWidget]:
        """The docks in the order of the View menu."""
        return list(self._docks.values())

    def set_titles(self, titles: dict[str, str]) -> None:
        """Name them in the window's language."""
        for name, title in titles.items():
            self._docks[name].setWindowTitle(title)

    def arrange(self) -> None:
        """The sizes to begin with."""
        width, height = self._window.width(), self._window.height()
        side = [self._docks["inventory"], self._docks["inspector"]]
        self._window.resizeDocks(side, [max(240, width // 6), max(270, width // 5)], Qt.Orientation.Horizontal)
        below = [self._docks["tasks"], self._docks["timeline"]]
        self._window.resizeDocks(below, [max(140, height // 5), 62], Qt.Orientation.Vertical)

    def remember_first(self) -> None:
        """The window is complete: so it is before anybody has moved anything."""
        self._first = self._window.saveState(_LAYOUT_VERSION)

    def reset(self) -> None:
        """Put everything where it was before anybody had moved anything."""
        self._window.restoreState(self._first, _LAYOUT_VERSION)
        self.arrange()

    def show(self, name: str) -> None:
        """Bring a dock to the front."""
        self._docks[name].show()
        self._docks[name].raise_()

    def let_be_tall(self, dock: QDockWidget) -> None:
        """A dock at the right that has the window's full height as long as it is there."""
        self._tall.append(dock)
        dock.visibilityChanged.connect(self._fit_corner)

    def _fit_corner(self) -> None:
        """One that is behind another tab is there, too; it would jump otherwise."""
        tall = any(not dock.isHidden() for dock in self._tall)
        self._window.setCorner(Qt.Corner.BottomRightCorner, _RIGHT if tall else _BOTTOM)

    def _give_charts_height(self, seen: bool) -> None:
        """Charts need more height than tables: while they are in front they have it, and leave it to the picture of the
        estate otherwise."""
        panel = self._parts.migration
        self._docks["migration"].widget().setMinimumHeight(panel.minimumHeight() if seen else 0)

    def save(self, settings: Settings) -> None:
        """Remember where everything is."""
        settings.put(GEOMETRY, self._window.saveGeometry())
        settings.put(DOCKS, self._window.saveState(_LAYOUT_VERSION))

    def restore(self, settings: Settings, *, geometry: bool) -> bool:
        """Put everything where it was last time; False if nothing is remembered."""
        if geometry and settings.get(GEOMETRY).size():
            self._window.restoreGeometry(settings.get(GEOMETRY))
        state = settings.get(DOCKS)
        return bool(state.size()) and self._window.restoreState(state, _LAYOUT_VERSION)


def _scrolled(panel: QWidget) -> QScrollArea:
    """A panel that asks for no height of its own."""
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(panel)
    return area
