"""Opens the preview of cures over a window or a dialog."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.cures.problem import Problem, curable


def open_cures(context: Context, problems: Sequence[Problem], parent: QWidget) -> CureDialog | None:
    """Show the cures of these, the first one's first; None, and a sentence is told, where there is none."""
    found = curable(context.session.checker(), problems)
    if not found:
        sentence = QCoreApplication.translate("Cures", "Nothing that can be changed in the estate would cure it.")
        context.commands.told.emit(sentence)
        return None
    dialog = CureDialog(context, found, parent)
    dialog.open()
    return dialog
