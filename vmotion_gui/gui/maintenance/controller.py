"""Opens the dialogs of maintenance mode."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.maintenance.enter_dialog import EnterMaintenanceDialog
from vmotion_gui.gui.maintenance.task_dialog import HostTaskDialog


class MaintenanceController(QObject):
    """What menus and tables ask for."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
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

    def show_task(self, task: str) -> None:
        """Show what keeps a host from maintenance mode."""
        HostTaskDialog(self._context, task, self._window).show()
