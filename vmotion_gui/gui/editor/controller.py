"""What builds and changes the estate: opens the forms and makes undoable edits of what was entered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.actions.menu import Entry
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.editor.dialog import EntityDialog
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.undo.steps import Text
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change
from vmotion_gui.planning.building.editing import edited, no_space


class Editor(QObject):
    """Edits objects of the open lab, on behalf of menus, keys and drops."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    # --- menus ----------------------------------------------------------------------------------------------

    def fill_menu(self, menus: Menus) -> None:
        """The editor's entries of the Edit menu."""
        edit = menus.add(menus.edit, lambda: self.tr("&Edit settings…"), self.edit_selected)
        edit.setShortcuts([QKeySequence("E"), QKeySequence("Alt+Return")])

    def entries(self, held: Sequence[e.Entity]) -> list[Entry]:
        """What can be done to these objects, which are of one kind; of none, what can be added to the lab."""
        if not held:
            return []
        last = held[-1]
        return [Entry(self.tr("Edit settings…"), lambda: self._edit_soon(last.id), hint=self.tr("Opens its form (E)."))]

    def _edit_soon(self, id_: str) -> None:
        self.edit(id_)

    # --- editing --------------------------------------------------------------------------------------------

    def edit_selected(self) -> None:
        """Open the form of the selected object."""
        current = self._context.selection.current
        if self._context.session.inventory.get(current) is None:
            self._context.commands.told.emit(self.tr("Select an object first."))
        else:
            self.edit(current)

    def edit(self, id_: str) -> EntityDialog:
        """Open the form of an object. KeyError if there is none with this id."""
        inventory = self._context.session.inventory
        entity = inventory.get(id_)
        if entity is None:
            raise KeyError(id_)
        dialog = EntityDialog(entity, self._context, self._window, new=False, estate=inventory)
        dialog.confirmed.connect(self._apply)
        dialog.open()
        return dialog

    def _apply(self, after: e.Entity) -> None:
        inventory = self._context.session.inventory
        changes = edited(inventory, after)
        if changes:
            self.do(lambda: self.tr("edit of {name}").format(name=after.name), changes, "edit.settings")

    def do(self, text: Text, changes: Sequence[Change], label: str) -> bool:
        """Make changes as one step that can be undone; False, with the reason told, where there is not the space."""
        refusal = no_space(self._context.session.inventory, changes)
        if refusal is not None:
            self._context.commands.refused.emit(self._context.language.text(refusal))
            return False
        self._context.commands.edit(text, changes, label)
        return True
