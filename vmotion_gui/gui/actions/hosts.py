"""What can be done with a host."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vmotion_gui.gui.actions.menu import SEPARATOR, Entry
from vmotion_gui.gui.actions.vms import fault_entry
from vmotion_gui.gui.context import Context
from vmotion_gui.inventory.commands import HostFailed, VmotionNetworkLost
from vmotion_gui.inventory.entities import Host


class HostActions(QObject):
    """Put VMs down, maintenance mode, connection, faults.

    Signals:
        entering(str): a host is to enter maintenance mode; how is to be asked.
        planning(str): a plan for a host's maintenance is wanted.
    """

    entering = Signal(str)
    planning = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def entries(self, host: Host) -> list[Entry]:
        """The entries for a host."""
        faults = (VmotionNetworkLost(host=host.id), HostFailed(host=host.id))
        return [
            put_down_entry(self._context, host.id, self.tr("Put down here (Ctrl+V)"), self.tr("Nothing is picked up.")),
            SEPARATOR,
            Entry(self.tr("Maintenance Mode"), children=self._maintenance(host)),
            Entry(self.tr("Connection"), children=self._connection(host)),
            Entry(self.tr("Inject fault"), children=tuple(fault_entry(self._context, fault) for fault in faults)),
        ]

    def _maintenance(self, host: Host) -> tuple[Entry, ...]:
        commands = self._context.commands
        task = self._task_of(host)
        hint = self.tr("Its powered-on VMs leave for other hosts first.")
        return (
            Entry(
                self.tr("Enter Maintenance Mode…"), lambda: self.entering.emit(host.id), self._cannot_enter(host), hint
            ),
            Entry(
                self.tr("Exit Maintenance Mode"),
                lambda: commands.exit_maintenance(host.id),
                self._cannot_leave(host, running=bool(task)),
            ),
            Entry(
                self.tr("Cancel entering maintenance mode"),
                lambda: commands.cancel_task(task),
                "" if task else self.tr("The host is not entering maintenance mode."),
            ),
            Entry(
                self.tr("Plan Maintenance…"),
                lambda: self.planning.emit(host.id),
                self._cannot_enter(host),
                self.tr("Where every VM would go, how long it takes, what stands against it; then run or export it."),
            ),
        )

    def _task_of(self, host: Host) -> str:
        """The running task of a host; empty if there is none."""
        tasks = self._context.session.backend.tasks().values()
        return next((task.id for task in tasks if task.host == host.id and not task.ended), "")

    def _cannot_enter(self, host: Host) -> str:
        if host.maintenance_state == "inMaintenance":
            return self.tr("The host is in maintenance mode.")
        if self._task_of(host):
            return self.tr("The host is entering maintenance mode already.")
        return "" if host.connection_state == "connected" else self.tr("The host is not connected.")

    def _cannot_leave(self, host: Host, *, running: bool) -> str:
        if host.maintenance_state == "normal":
            return self.tr("The host is not in maintenance mode.")
        return self.tr("The host is still entering: cancel that instead.") if running else ""

    def _connection(self, host: Host) -> tuple[Entry, ...]:
        connected = host.connection_state == "connected"
        connect = self.tr("The host is connected.") if connected else ""
        disconnect = "" if connected else self.tr("The host is not connected.")
        return (
            self._entry(self.tr("Connect"), host, connect, "edit.connect", connection_state="connected"),
            self._entry(self.tr("Disconnect"), host, disconnect, "edit.disconnect", connection_state="disconnected"),
        )

    def _entry(self, text: str, host: Host, reason: str, label: str, **fields: str) -> Entry:
        def run() -> None:
            self._context.commands.set_fields(lambda: f"{text}: {host.name}", [host.id], label, **fields)

        return Entry(text, run, reason)


def put_down_entry(context: Context, target: str, text: str, reason: str) -> Entry:
    """An entry that puts the picked-up VMs down on an object."""
    held = context.drag.picked_up
    return Entry(text, lambda: put_down(context, target), "" if held else reason)


def put_down(context: Context, target: str) -> None:
    """Put the picked-up VMs down."""
    context.drag.put_down(target)
