"""Opens the dialogs of maintenance mode."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.maintenance.area import MaintenanceArea
from vmotion_gui.gui.maintenance.enter_dialog import EnterMaintenanceDialog
from vmotion_gui.gui.maintenance.task_dialog import HostTaskDialog
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard
from vmotion_gui.gui.wizards.maintenance.opening import open_maintenance_wizard
from vmotion_gui.inventory.lab import Lab


class MaintenanceController(QObject):
    """What menus and tables ask for."""

    def __init__(self, context: Context, lab: Callable[[], Lab], parent: QWidget) -> None:
        """`lab`: the one that is open."""
        super().__init__(parent)
        self._context = context
        self._lab = lab
        self._window = parent

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

    def plan(self, host_id: str = "") -> MaintenanceWizard:
        """Plan the maintenance of a host, or of those that are selected."""
        return self.plan_hosts([host_id] if host_id else self._context.selection.ids)

    def show_task(self, task: str) -> None:
        """Show what keeps a host from maintenance mode."""
        HostTaskDialog(self._context, task, self._window).show()
