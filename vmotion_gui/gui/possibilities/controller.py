"""Opens "Who can go where" from the menu, and leads its cures to where they are shown."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.controller import CureController
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.possibilities.window import PossibilitiesWindow


class PossibilitiesController(QObject):
    """Keeps one window, made when it is first wanted."""

    def __init__(self, context: Context, cures: CureController, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._cures = cures
        self._parent = window
        self._shown: PossibilitiesWindow | None = None

    def fill_menu(self, menus: Menus) -> None:
        """The entry of the View menu."""
        menus.add(menus.view, lambda: self.tr("&Who can go where…"), self.show, "Ctrl+Shift+W")

    def show(self) -> PossibilitiesWindow:
        """Open the window, or bring it to the front."""
        if self._shown is None:
            self._shown = PossibilitiesWindow(self._context, self._parent)
            self._shown.migration_wanted.connect(lambda vm, host: self._context.drag.propose([vm], host))
            self._shown.cure_wanted.connect(lambda problem: self._cures.ask([problem]))
        self._shown.show()
        self._shown.reveal(self._context.selection.current)
        self._shown.raise_()
        self._shown.activateWindow()
        return self._shown
