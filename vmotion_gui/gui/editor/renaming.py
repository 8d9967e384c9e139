"""Another name for an object: one field, on F2."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QInputDialog

from vmotion_gui.gui.actions.owner import window_of
from vmotion_gui.gui.context import Context


class Renaming(QObject):
    """Asks for an object's new name; each answer is one undoable edit."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context

    def ask(self, id_: str) -> None:
        """Open the question; an empty or unchanged name changes nothing."""
        name = self._context.name(id_)
        dialog = QInputDialog(window_of(self))
        dialog.setWindowTitle(self.tr("Rename {name}").format(name=name))
        dialog.setLabelText(self.tr("New name:"))
        dialog.setTextValue(name)
        dialog.textValueSelected.connect(lambda chosen: self._rename(id_, chosen.strip()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.resize(420, dialog.sizeHint().height())
        dialog.open()

    def _rename(self, id_: str, name: str) -> None:
        inventory = self._context.session.inventory
        entity = inventory.get(id_)
        if entity is None or not name or name == entity.name:
            return
        if any(other.name == name and type(other) is type(entity) for other in inventory):
            text = self.tr("There is another object of this kind with the name “{name}”.")
            self._context.commands.refused.emit(text.format(name=name))
            return
        old = entity.name
        self._context.commands.set_fields(
            lambda: self.tr("renaming of {old} to {name}").format(old=old, name=name), [id_], "edit.rename", name=name
        )
