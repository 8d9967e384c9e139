"""The entry of the menu that puts variants of a migration side by side."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from vmotion_gui.gui.comparison.variants_dialog import VariantsDialog
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.files.controller import FileController
from vmotion_gui.gui.knobs.subject import subject_of, targets
from vmotion_gui.gui.menus import Menus


class ComparisonController(QObject):
    """Compares for the selected VM, or the one whose migration is shown."""

    def __init__(self, context: Context, files: FileController, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._files, self._window = context, files, window

    def fill(self, menus: Menus) -> None:
        """Add the entry."""
        menus.add(menus.view, lambda: self.tr("&Ways to migrate…"), self.show, "Ctrl+Shift+Y")

    def show(self) -> VariantsDialog | None:
        """Open the comparison; without a VM that can go anywhere, say so."""
        subject = subject_of(self._context, "")
        if subject is None:
            text = self.tr("Select a powered-on virtual machine that can go to another host.")
            self._context.commands.refused.emit(text)
            return None
        move = subject.move
        possible = [move.destination] if move.running else targets(self._context, move.vm)
        dialog = VariantsDialog(self._context, move, possible, self._files.recordings.show_shipped, self._window)
        dialog.show()
        return dialog
