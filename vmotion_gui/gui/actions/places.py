"""What can be done with clusters, datastores, links and the other places."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal

from vmotion_gui.gui.actions.hosts import put_down_entry
from vmotion_gui.gui.actions.menu import SEPARATOR, Entry
from vmotion_gui.gui.actions.vms import fault_entry
from vmotion_gui.gui.context import Context
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import DatastoreFull, LinkFailed


class PlaceActions(QObject):
    """Put VMs down, fail and repair.

    Signals:
        rolling(str): a plan for a cluster's maintenance, host by host, is wanted.
        planning(str): a plan for a datastore's maintenance is wanted.
    """

    rolling = Signal(str)
    planning = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def entries(self, entity: e.Entity) -> list[Entry]:
        """The entries for a place."""
        put = put_down_entry(
            self._context, entity.id, self.tr("Put down here (Ctrl+V)"), self.tr("Nothing is picked up.")
        )
        if isinstance(entity, e.Cluster):
            plan = Entry(self.tr("Plan rolling maintenance…"), lambda: self.rolling.emit(entity.id))
            return [put, SEPARATOR, Entry(self.tr("DRS"), children=self._drs(entity)), plan]
        if isinstance(entity, e.DatastoreCluster):
            return [Entry(self.tr("Storage DRS"), children=self._storage_drs(entity))]
        if isinstance(entity, e.Datastore):
            faults = fault_entry(self._context, DatastoreFull(datastore=entity.id))
            maintenance = Entry(self.tr("Maintenance Mode"), children=self._maintenance(entity))
            return [put, SEPARATOR, maintenance, Entry(self.tr("Inject fault"), children=(faults,))]
        if isinstance(entity, e.NetworkLink):
            return [Entry(self.tr("Inject fault"), children=(fault_entry(self._context, LinkFailed(link=entity.id)),))]
        return []

    def _maintenance(self, store: e.Datastore) -> tuple[Entry, ...]:
        commands = self._context.commands
        tasks = self._context.session.backend.tasks().values()
        task = next((task.id for task in tasks if task.datastore == store.id and not task.ended), "")
        state = store.maintenance_mode
        cannot = self.tr("The datastore is in maintenance mode.") if state == "inMaintenance" else ""
        cannot = cannot or (self.tr("The datastore is entering maintenance mode already.") if task else "")
        not_in = self.tr("The datastore is not in maintenance mode.") if state == "normal" else ""
        return (
            Entry(
                self.tr("Enter Maintenance Mode…"),
                lambda: self.planning.emit(store.id),
                cannot,
                self.tr("Where all files would go, how long it takes, what stands against it; then run or export it."),
            ),
            Entry(
                self.tr("Enter now, with Storage DRS"),
                lambda: commands.enter_datastore_maintenance(store.id),
                cannot,
                self.tr("Storage DRS of its datastore cluster moves the files, or recommends it. Without it you do."),
            ),
            Entry(
                self.tr("Exit Maintenance Mode"),
                lambda: commands.exit_datastore_maintenance(store.id),
                not_in or (self.tr("The datastore is still entering: cancel that instead.") if task else ""),
            ),
            Entry(
                self.tr("Cancel entering maintenance mode"),
                lambda: commands.cancel_task(task),
                "" if task else self.tr("The datastore is not entering maintenance mode."),
            ),
        )

    def _drs(self, cluster: e.Cluster) -> tuple[Entry, ...]:
        levels: tuple[tuple[str, e.DrsBehavior], ...] = (
            (self.tr("Manual"), "manual"),
            (self.tr("Partially Automated"), "partiallyAutomated"),
            (self.tr("Fully Automated"), "fullyAutomated"),
        )
        return tuple(self._drs_level(cluster, text, level) for text, level in levels)

    def _drs_level(self, cluster: e.Cluster, text: str, level: e.DrsBehavior) -> Entry:
        drs = cluster.drs
        reason = self.tr("This is the present level.") if drs.enabled and drs.default_vm_behavior == level else ""
        fields = {"enabled": True, "default_vm_behavior": level, "migration_threshold": drs.migration_threshold}

        def run() -> None:
            self._context.commands.set_fields(lambda: f"{text}: {cluster.name}", [cluster.id], "edit.drs", drs=fields)

        return Entry(text, run, reason)

    def _storage_drs(self, pod: e.DatastoreCluster) -> tuple[Entry, ...]:
        drs = pod.storage_drs
        levels = (
            (self.tr("Off"), msgspec.structs.replace(drs, enabled=False)),
            (self.tr("Manual"), msgspec.structs.replace(drs, enabled=True, default_vm_behavior="manual")),
            (self.tr("Fully Automated"), msgspec.structs.replace(drs, enabled=True, default_vm_behavior="automated")),
        )
        return tuple(self._storage_drs_level(pod, text, config) for text, config in levels)

    def _storage_drs_level(self, pod: e.DatastoreCluster, text: str, config: e.StorageDrsConfig) -> Entry:
        present = pod.storage_drs
        off = not config.enabled and not present.enabled
        reason = self.tr("This is the present level.") if off or config == present else ""
        fields = msgspec.to_builtins(config)

        def run() -> None:
            commands, told = self._context.commands, lambda: f"{text}: {pod.name}"
            commands.set_fields(told, [pod.id], "edit.storageDrs", storage_drs=fields)

        return Entry(text, run, reason)
