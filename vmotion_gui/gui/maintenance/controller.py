"""Opens the dialogs of maintenance mode."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vmotion_gui.gui.actions.objects import ObjectActions
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.maintenance.area import MaintenanceArea
from vmotion_gui.gui.maintenance.enter_dialog import EnterMaintenanceDialog
from vmotion_gui.gui.maintenance.task_dialog import HostTaskDialog
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard
from vmotion_gui.gui.wizards.maintenance.opening import open_datastore_wizard, open_maintenance_wizard
from vmotion_gui.gui.wizards.rolling.dialog import RollingWindow
from vmotion_gui.inventory.lab import Lab


class MaintenanceController(QObject):
    """What menus and tables ask for."""

    def __init__(self, context: Context, lab: Callable[[], Lab], parent: QWidget) -> None:
        """`lab`: the one that is open."""
        super().__init__(parent)
        self._context = context
        self._lab = lab
        self._window = parent
        self._rolling: RollingWindow | None = None

    def fill(self, menus: Menus) -> None:
        """Add the entries."""
        menus.add(menus.edit, lambda: self.tr("Plan mai&ntenance…"), self.plan, "Ctrl+Shift+P")
        menus.add(menus.edit, lambda: self.tr("Plan r&olling maintenance…"), self.plan_cluster, "Ctrl+Alt+P")

    def serve(self, actions: ObjectActions) -> None:
        """Do what the objects' menus ask for."""
        actions.hosts.entering.connect(self.ask)
        actions.hosts.planning.connect(self.plan)
        actions.places.rolling.connect(self.plan_cluster)
        actions.places.planning.connect(lambda id_: self.plan_datastores([id_]))

    def ask(self, host_id: str) -> None:
        """Ask how a host is to enter, and have it done."""
        inventory = self._context.session.inventory
        host = inventory.hosts.get(host_id)
        if host is None:
            return
        dialog = EnterMaintenanceDialog(inventory, host, self._window)
        dialog.accepted.connect(lambda: self._context.commands.enter_maintenance(dialog.command))
        dialog.open()

    def watch(self, view: QAbstractScrollArea) -> None:
        """Hosts that are carried over this view can be dropped on an area for maintenance."""
        area = MaintenanceArea(view, self._context.themes)
        area.dropped.connect(self.plan_hosts)

    def plan_hosts(self, hosts: Sequence[str]) -> MaintenanceWizard:
        """Plan the maintenance of these."""
        known = [id_ for id_ in hosts if id_ in self._context.session.inventory.hosts]
        return open_maintenance_wizard(self._context, self._lab(), known, self._window)

    def plan_datastores(self, datastores: Sequence[str]) -> MaintenanceWizard:
        """Plan the maintenance of these datastores."""
        known = [id_ for id_ in datastores if id_ in self._context.session.inventory.datastores]
        return open_datastore_wizard(self._context, self._lab(), known, self._window)

    def plan(self, host_id: str = "") -> MaintenanceWizard:
        """Plan the maintenance of a host, or of the hosts or datastores that are selected."""
        chosen = self._context.selection.ids
        stores = self._context.session.inventory.datastores
        if not host_id and chosen and all(id_ in stores for id_ in chosen):
            return self.plan_datastores(chosen)
        return self.plan_hosts([host_id] if host_id else chosen)

    def plan_cluster(self, cluster: str = "") -> RollingWindow:
        """Plan to go through a cluster host by host: the one that is named or selected, or else the largest. What is
        being carried out is shown again."""
        if self._rolling is not None and self._rolling.runs:
            self._rolling.show()
            self._rolling.raise_()
            return self._rolling
        inventory = self._context.session.inventory
        chosen = [id_ for id_ in (cluster, *self._context.selection.ids) if id_ in inventory.clusters]
        chosen += sorted(inventory.clusters, key=lambda id_: -len(inventory.hosts_in(id_)))
        window = RollingWindow(self._context, self._lab(), next(iter(chosen), ""), self._window)
        self._rolling = window
        window.destroyed.connect(self._forget)
        window.host_wanted.connect(self.plan)
        window.show()
        return window

    def _forget(self, gone: QObject) -> None:
        if self._rolling is gone:
            self._rolling = None

    def show_task(self, task: str) -> None:
        """Show what keeps a host from maintenance mode."""
        HostTaskDialog(self._context, task, self._window).show()
