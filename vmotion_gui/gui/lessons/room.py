"""Room for a migration's charts while a step is about them, and the estate's room back afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDockWidget

if TYPE_CHECKING:
    from vmotion_gui.gui.window import MainWindow

_SHARE = 0.4
"""Of the window's height, for the charts."""
_BELOW = ("tasks", "events", "alarms", "logs", "migration")


class ChartsRoom:
    """Gives the docks below the estate more height, and takes it back."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._before_px = 0

    def give(self) -> None:
        """The charts are to be seen well."""
        wanted_px, height_px = round(self._window.height() * _SHARE), self._height_px()
        if 0 < height_px < wanted_px:
            self._before_px = self._before_px or height_px
            self._resize(wanted_px)

    def take_back(self) -> bool:
        """As it was before the first time; False if nothing was given."""
        before_px, self._before_px = self._before_px, 0
        if before_px:
            self._resize(before_px)
        return before_px > 0

    def _docks(self) -> list[QDockWidget]:
        """Those that are in front of their tabs; the others keep sizes of their own, somewhere outside the window."""
        docks = [self._window.docks[name] for name in _BELOW]
        return [dock for dock in docks if dock.isVisible() and self._window.rect().contains(dock.geometry().center())]

    def _height_px(self) -> int:
        return max((dock.height() for dock in self._docks()), default=0)

    def _resize(self, height_px: int) -> None:
        docks = self._docks()
        self._window.resizeDocks(docks, [height_px] * len(docks), Qt.Orientation.Vertical)
