"""The snapshot entries of a VM's menus."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from vmotion_gui.gui.actions.menu import Entry
from vmotion_gui.gui.actions.owner import window_of
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.snapshots.dialog import SnapshotDialog
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.planning.building.snapshots import delete_all, revert


class SnapshotEntries(QObject):
    """Take, revert to the latest, delete all: with the vSphere Client's words."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def entry(self, vms: Sequence[VirtualMachine], reason: str) -> Entry:
        """The submenu for these VMs; `reason`: why nothing of it can be done now."""
        ids = [vm.id for vm in vms]
        none = "" if all(vm.snapshots for vm in vms) else self.tr("The virtual machine has no snapshot.")
        nowhere = "" if any(vm.snapshots for vm in vms) else self.tr("The virtual machine has no snapshot.")
        template = self.tr("A template has no snapshots.") if any(vm.template for vm in vms) else ""
        latest = {vm.snapshots[-1].name for vm in vms if vm.snapshots}
        back = self.tr("Back to “{name}”.").format(name=latest.pop()) if len(latest) == 1 else ""
        return Entry(
            self.tr("Snapshots"),
            reason=reason,
            children=(
                Entry(self.tr("Take Snapshot…"), lambda: self.ask(ids), template),
                Entry(self.tr("Revert to Latest Snapshot"), lambda: self._revert(ids), none, back),
                Entry(self.tr("Delete All Snapshots"), lambda: self._delete(ids), nowhere),
            ),
        )

    def ask(self, ids: Sequence[str]) -> None:
        """Ask for the name, and take it."""
        SnapshotDialog(self._context, ids, window_of(self)).open()

    def _revert(self, ids: Sequence[str]) -> None:
        text = self.tr("return of {vms} to the latest snapshot").format(vms=self._names(ids))
        changes = revert(self._context.session.inventory, ids)
        self._context.commands.edit(lambda: text, changes, "edit.snapshotReverted")

    def _delete(self, ids: Sequence[str]) -> None:
        text = self.tr("deletion of all snapshots of {vms}").format(vms=self._names(ids))
        changes = delete_all(self._context.session.inventory, ids)
        self._context.commands.edit(lambda: text, changes, "edit.snapshotsDeleted")

    def _names(self, ids: Sequence[str]) -> str:
        return ", ".join(self._context.name(id_) for id_ in ids[:3])
