"""What builds and changes the estate: opens the forms and makes undoable edits of what was entered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.editor.batch import BatchDialog
from vmotion_gui.gui.editor.dialog import EntityDialog
from vmotion_gui.gui.editor.duplicating import DuplicateDialog
from vmotion_gui.gui.editor.mounting import MountDialog
from vmotion_gui.gui.editor.removing import RemoveDialog
from vmotion_gui.gui.objects import kind_name, kind_of
from vmotion_gui.gui.undo.steps import Text
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, EntityPut
from vmotion_gui.planning.building.adding import Proposal, missing, proposal
from vmotion_gui.planning.building.bulk import Batch, batch_changes, machines
from vmotion_gui.planning.building.copying import copies, with_own_files
from vmotion_gui.planning.building.editing import no_space, with_space
from vmotion_gui.planning.building.joining import changes_for
from vmotion_gui.planning.building.mounting import used_unmounted
from vmotion_gui.planning.building.removing import Removal, removal

_SHOWN = 6


class Editor(QObject):
    """Edits objects of the open lab, on behalf of menus, keys and drops.

    Signals:
        built(): objects were added.
    """

    built = Signal()

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context = context
        self._window = window

    def do(self, text: Text, changes: Sequence[Change], label: str) -> bool:
        """Make changes as one step that can be undone; False, with the reason told, where there is not the space."""
        refusal = no_space(self.context.session.inventory, changes)
        if refusal is not None:
            self.context.commands.refused.emit(self.context.language.text(refusal))
            return False
        self.context.commands.edit(text, changes, label)
        return True

    # --- editing --------------------------------------------------------------------------------------------

    def edit(self, id_: str) -> EntityDialog:
        """Open the form of an object. KeyError if there is none with this id."""
        inventory = self.context.session.inventory
        entity = inventory.get(id_)
        if entity is None:
            raise KeyError(id_)
        dialog = EntityDialog(entity, self.context, self._window, new=False, estate=inventory)
        dialog.confirmed.connect(self._apply)
        dialog.open()
        return dialog

    def _apply(self, after: e.Entity) -> None:
        changes = changes_for(self.context.session.inventory, after)
        if changes:
            self.do(lambda: self.tr("edit of {name}").format(name=after.name), changes, "edit.settings")

    # --- adding ---------------------------------------------------------------------------------------------

    def add(self, collection: str, parent: str = "") -> EntityDialog | None:
        """Open the form of a new object, filled in for its place; None, with the reason told, if it lacks something."""
        inventory = self.context.session.inventory
        reason = missing(inventory, collection)
        if reason is not None:
            self.context.commands.refused.emit(self.context.language.text(reason))
            return None
        found = proposal(inventory, collection, parent)
        estate = inventory.with_entities(found.along)
        note = self._along(found)
        dialog = EntityDialog(found.entity, self.context, self._window, new=True, estate=estate, note=note)
        dialog.confirmed.connect(lambda after: self._added(after, found))
        dialog.open()
        return dialog

    def _along(self, found: Proposal) -> str:
        """What comes or changes along with a new object, in a sentence."""
        inventory = self.context.session.inventory
        new = [entity for entity in found.along if inventory.get(entity.id) is None]
        changed = [entity for entity in found.along if inventory.get(entity.id) is not None]
        parts = []
        if new:
            names = ", ".join(f"{kind_name(kind_of(entity))} {entity.name}" for entity in new)
            parts.append(self.tr("Comes with: {names}.").format(names=names))
        if changed:
            names = ", ".join(entity.name for entity in changed[:_SHOWN]) + ("…" if changed[_SHOWN:] else "")
            parts.append(self.tr("Is joined to: {names}.").format(names=names))
        return " ".join(parts)

    def _added(self, after: e.Entity, found: Proposal) -> None:
        if isinstance(after, e.VirtualMachine):
            after = with_own_files(after, found.entity.name)
        changes = changes_for(self.context.session.inventory, after, found.along)
        text = self.tr("new {kind} {name}").format(kind=kind_name(kind_of(after)), name=after.name)
        if self.do(lambda: text, changes, "edit.add"):
            self._show_new([after.id])

    def add_batch(self, place: str) -> BatchDialog | None:
        """Ask for many VMs at a place; None, with the reason told, if there is no host."""
        inventory = self.context.session.inventory
        reason = missing(inventory, "vms")
        if reason is not None:
            self.context.commands.refused.emit(self.context.language.text(reason))
            return None
        dialog = BatchDialog(place, inventory, self.context, self._window)
        dialog.confirmed.connect(lambda batch: self._add_batch(place, batch))
        dialog.open()
        return dialog

    def _add_batch(self, place: str, batch: Batch) -> None:
        inventory = self.context.session.inventory
        made = machines(inventory, place, batch)
        changes = batch_changes(inventory, made)
        if self.do(lambda: self.tr("{count} new VMs").format(count=len(made)), changes, "edit.add"):
            self._show_new([vm.id for vm in made])

    def _show_new(self, ids: Sequence[str]) -> None:
        self.context.selection.select(ids)
        self.built.emit()

    # --- copies ---------------------------------------------------------------------------------------------

    def duplicate(self, id_: str) -> DuplicateDialog:
        """Ask how many copies of an object there are to be. KeyError if there is no such object."""
        inventory = self.context.session.inventory
        entity = inventory.get(id_)
        if entity is None:
            raise KeyError(id_)
        dialog = DuplicateDialog(entity, inventory, self._window)
        dialog.confirmed.connect(lambda count: self._duplicate(entity, count))
        dialog.open()
        return dialog

    def _duplicate(self, entity: e.Entity, count: int) -> None:
        inventory = self.context.session.inventory
        put = copies(inventory, entity.id, count)
        fresh = [one.id for one in put if type(one) is type(entity) and inventory.get(one.id) is None]
        changes = with_space(inventory, [EntityPut.of(one) for one in put])
        text = self.tr("{count} × copy of {name}").format(count=count, name=entity.name)
        if self.do(lambda: text, changes, "edit.duplicate"):
            self._show_new(fresh)

    # --- mounts ---------------------------------------------------------------------------------------------

    def mount(self, id_: str) -> MountDialog:
        """Ask which hosts see a datastore. KeyError if there is no such datastore."""
        store = self.context.session.inventory.datastores[id_]
        dialog = MountDialog(store, self.context, self._window)
        dialog.confirmed.connect(lambda hosts: self._mounted(store, hosts))
        dialog.open()
        return dialog

    def _mounted(self, store: e.Datastore, hosts: Sequence[e.Host]) -> None:
        reason = used_unmounted(self.context.session.inventory, store.id, hosts)
        if reason is not None:
            self.context.commands.refused.emit(self.context.language.text(reason))
        elif hosts:
            changes = [EntityPut.of(host) for host in hosts]
            self.do(lambda: self.tr("mounts of {name}").format(name=store.name), changes, "edit.mounts")

    # --- removal --------------------------------------------------------------------------------------------

    def remove(self, ids: Iterable[str]) -> RemoveDialog:
        """Show what removing objects means, and do it when that is confirmed."""
        session = self.context.session
        found = removal(session.inventory, tuple(ids), busy=session.busy_vms())
        dialog = RemoveDialog(found, self.context, self._window)
        dialog.confirmed.connect(lambda: self._remove(found))
        dialog.open()
        return dialog

    def _remove(self, found: Removal) -> None:
        inventory = self.context.session.inventory
        names = [self.context.name(id_) for id_ in found.chosen]
        text = self.tr("removal of {names}").format(names=", ".join(names[:3]) + ("…" if names[3:] else ""))
        self.context.selection.select(())
        self.do(lambda: text, found.changes(inventory), "edit.remove")
