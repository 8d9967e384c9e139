"""The actions of the selected objects: one source for the tree's, the topology's and the menu bar's menus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu, QWidget

from vmotion_gui.gui.actions.hosts import HostActions
from vmotion_gui.gui.actions.menu import SEPARATOR, Entry, fill_menu
from vmotion_gui.gui.actions.places import PlaceActions
from vmotion_gui.gui.actions.vms import VmActions
from vmotion_gui.gui.context import Context
from vmotion_gui.inventory import entities as e


class Editing(Protocol):
    """What can be done to any object: change it, copy it, add to it, remove it."""

    def entries(self, held: Sequence[e.Entity]) -> list[Entry]: ...


class ObjectActions(QObject):
    """Knows what can be done with which objects."""

    def __init__(self, context: Context, editing: Editing, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._editing = editing
        self._vms = VmActions(context, self)
        self.hosts = HostActions(context, self)
        self.places = PlaceActions(context, self)
        self.building = True
        """Whether objects can be changed, added and removed."""

    def entries(self, ids: Sequence[str]) -> list[Entry]:
        """What can be done with these objects; of several sorts, with those of the last one's sort."""
        inventory = self._context.session.inventory
        held = [entity for id_ in ids if (entity := inventory.get(id_)) is not None]
        if not held:
            return self._editing.entries([]) if self.building else []
        kind = type(held[-1])
        same = [entity for entity in held if type(entity) is kind]
        own = self._own_entries(same)
        if not self.building:
            return own
        return [*own, *([SEPARATOR] if own else []), *self._editing.entries(same)]

    def _own_entries(self, same: Sequence[e.Entity]) -> list[Entry]:
        last = same[-1]
        if isinstance(last, e.VirtualMachine):
            return self._vms.entries([vm for vm in same if isinstance(vm, e.VirtualMachine)])
        return self.hosts.entries(last) if isinstance(last, e.Host) else self.places.entries(last)

    def fill(self, menu: QMenu, ids: Sequence[str]) -> None:
        """Put the actions of these objects into a menu."""
        fill_menu(menu, self.entries(ids))

    def targets_menu(self, parent: QWidget) -> QMenu | None:
        """Where the selected VMs can go, as a menu; None if none are selected or they cannot go anywhere."""
        vms = self._context.session.inventory.vms
        held = [vms[id_] for id_ in self._context.selection.ids if id_ in vms]
        entry = next((entry for entry in self._vms.entries(held) if entry.fill is not None), None) if held else None
        if entry is None or entry.reason or entry.fill is None:
            return None
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill_menu(menu, entry.fill())
        return menu

    def menu(self, parent: QWidget) -> QMenu:
        """The context menu of the selection, not shown yet."""
        menu = QMenu(parent)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.fill(menu, self._context.selection.ids)
        return menu

    def popup(self, position: QPoint, parent: QWidget) -> None:
        """Show the context menu of the selection at a global position."""
        self.menu(parent).popup(position)
