"""Everything the context menus offer for machines, hosts and clusters, clicked entry by entry."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QDialog

from tests.gui.xvfb.walking import Gesture, Walk
from vmotion_gui.gui.editor.batch import BatchDialog
from vmotion_gui.gui.editor.dialog import EntityDialog
from vmotion_gui.gui.editor.removing import RemoveDialog
from vmotion_gui.gui.maintenance.enter_dialog import EnterMaintenanceDialog
from vmotion_gui.gui.snapshots.dialog import SnapshotDialog
from vmotion_gui.inventory.entities import Host, VirtualMachine


class Menus(Walk):
    """Each entry, and what it has changed."""

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (
            self.power,
            self.migrate_to,
            self.snapshot,
            self.edit_settings,
            self.maintenance_mode,
            self.disconnected,
            self.failed_host,
            self.new_host,
            self.new_vm,
            self.many_vms,
            self.removed,
            self.undone,
        )

    def vm(self, id_: str) -> VirtualMachine:
        return self.session.inventory.vms[id_]

    def host(self, id_: str) -> Host:
        return self.session.inventory.hosts[id_]

    def power(self) -> Gesture:
        """Suspend, on, off, on."""
        states = []
        for entry, state in (
            ("Suspend", "suspended"),
            ("Power On", "poweredOn"),
            ("Power Off", "poweredOff"),
            ("Power On", "poweredOn"),
        ):
            yield from self.menu_of("vm-app-03")
            yield from self.choose("Power", entry, picture=entry.replace(" ", "-"))
            yield lambda state=state: self.vm("vm-app-03").power_state == state  # type: ignore[misc]
            states.append(self.vm("vm-app-03").power_state)
        self.told(states=states)

    def migrate_to(self) -> Gesture:
        """The hosts with their verdict and load, in the menu itself."""
        yield from self.menu_of("vm-app-03")
        yield from self.open_submenu("Migrate to")
        self.picture("hosts")
        hosts = self.menu()
        assert hosts is not None
        texts = [action.text() for action in hosts.actions()]
        yield self.hands.key("Escape", "Escape", "Escape")
        yield lambda: self.menu() is None
        self.told(offered=len(texts), marks=sorted({text[0] for text in texts}))

    def snapshot(self) -> Gesture:
        yield from self.menu_of("vm-app-03")
        yield from self.choose("Snapshots", "Take Snapshot", picture="menu")
        yield self.asked(SnapshotDialog)
        yield self.write("before the patch")
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.gone(SnapshotDialog)
        self.session.set_speed(60.0)
        self.session.play()
        yield lambda: bool(self.vm("vm-app-03").snapshots)
        self.session.pause()
        self.picture("taken")
        self.told(snapshots=[snapshot.name for snapshot in self.vm("vm-app-03").snapshots])

    def edit_settings(self) -> Gesture:
        yield from self.menu_of("vm-app-03")
        yield from self.choose("Edit settings")
        yield self.asked(EntityDialog)
        yield self.write("app-03b")
        dialog = self.dialog(EntityDialog)
        assert isinstance(dialog, EntityDialog)
        assert dialog.form is not None
        for row in range(dialog.form.rail.count()):
            dialog.form.rail.setCurrentRow(row)
            yield self.hands.still
            self.picture(f"group-{row}")
        yield from self.press(dialog.ok)
        yield self.gone(EntityDialog)
        self.told(name=self.vm("vm-app-03").name)

    def maintenance_mode(self) -> Gesture:
        """Enter: its machines leave; exit."""
        yield from self.menu_of("host-3")
        yield from self.choose("Maintenance Mode", "Enter Maintenance Mode", picture="menu")
        yield self.asked(EnterMaintenanceDialog)
        self.picture("asked")
        dialog = self.dialog(EnterMaintenanceDialog)
        assert isinstance(dialog, EnterMaintenanceDialog)
        yield from self.press(dialog.enter)
        yield self.gone(EnterMaintenanceDialog)
        yield lambda: bool(self.session.backend.tasks())
        self.session.set_speed(30.0)
        self.session.play()
        yield lambda: len(self.session.busy_vms()) > 2
        self.picture("leaving")
        self.session.set_speed(600.0)
        yield lambda: self.host("host-3").maintenance_state == "inMaintenance" or self._ended()
        self.session.pause()
        self.picture("entered")
        left = sum(vm.host == "host-3" and vm.power_state == "poweredOn" for vm in self.session.inventory.vms.values())
        state = self.host("host-3").maintenance_state
        yield from self.menu_of("host-3")
        leave = "Exit Maintenance Mode" if state == "inMaintenance" else "Cancel entering maintenance mode"
        yield from self.choose("Maintenance Mode", leave)
        yield lambda: self.host("host-3").maintenance_state == "normal"
        self.told(state=state, left=left)

    def _ended(self) -> bool:
        """Machines that cannot leave keep a host from entering: then it waits for them."""
        moves = self.session.backend.migrations().values()
        return bool(moves) and all(status.phase.ended for status in moves)

    def disconnected(self) -> Gesture:
        yield from self.menu_of("host-12")
        yield from self.choose("Connection", "Disconnect", picture="menu")
        yield lambda: self.host("host-12").connection_state == "disconnected"
        self.picture("disconnected")
        yield from self.menu_of("host-12")
        yield from self.choose("Connection", "Connect")
        yield lambda: self.host("host-12").connection_state == "connected"
        self.told(state=self.host("host-12").connection_state)

    def failed_host(self) -> Gesture:
        """The host fails, HA restarts its machines elsewhere; then it is repaired."""
        before = sum(vm.host == "host-2" for vm in self.session.inventory.vms.values())
        yield from self.menu_of("host-2")
        yield from self.open_submenu("Inject fault")
        faults = self.menu()
        assert faults is not None
        texts = [action.text() for action in faults.actions()]
        self.picture("menu")
        yield self.hands.click(faults.mapToGlobal(faults.actionGeometry(faults.actions()[-1]).center()))
        yield lambda: self.menu() is None
        yield lambda: bool(self.session.backend.faults())
        self.session.set_speed(60.0)
        self.session.play()
        yield lambda: self.host("host-2").connection_state != "connected"
        yield lambda: sum(vm.host == "host-2" for vm in self.session.inventory.vms.values()) < before
        self.session.pause()
        self.picture("restarted-elsewhere")
        self.told(faults=texts, before=before)

    # --- adding -------------------------------------------------------------------------------------------------------

    def confirmed(self, kind: type[QDialog], picture: str) -> Gesture:
        """Wait for a dialog of the editor, and say OK."""
        yield self.asked(kind)
        self.picture(picture)
        yield self.hands.key("Return")
        yield self.gone(kind)

    def new_host(self) -> Gesture:
        before = set(self.session.inventory.hosts)
        yield from self.menu_of("cluster-prod")
        yield from self.choose("Add", "Host", picture="menu")
        yield from self.confirmed(EntityDialog, "form")
        (new,) = set(self.session.inventory.hosts) - before
        self.picture("added")
        self.told(cluster=self.host(new).cluster, mounts=len(self.host(new).mounts))

    def new_vm(self) -> Gesture:
        before = set(self.session.inventory.vms)
        yield from self.menu_of("host-4")
        yield from self.choose("Add", "Virtual machine", picture="menu")
        yield from self.confirmed(EntityDialog, "form")
        (new,) = set(self.session.inventory.vms) - before
        self.told(host=self.vm(new).host, disks=len(self.vm(new).disks))

    def many_vms(self) -> Gesture:
        before = len(self.session.inventory.vms)
        yield from self.menu_of("cluster-prod")
        yield from self.choose("Add", "Many VMs from a preset")
        yield self.asked(BatchDialog)
        yield self.write("40")
        yield from self.confirmed(BatchDialog, "asked")
        self.picture("added")
        self.told(added=len(self.session.inventory.vms) - before)

    def removed(self) -> Gesture:
        yield from self.menu_of("vm-app-07")
        yield from self.choose("Remove")
        yield from self.confirmed(RemoveDialog, "asked")
        self.told(there="vm-app-07" in self.session.inventory.vms)

    def undone(self) -> Gesture:
        """Ctrl+Z as often as there is something to undo since the new host."""
        yield self.back_to_the_window()
        for _ in range(3):
            yield self.hands.key("ctrl+z")
        yield lambda: "vm-app-07" in self.session.inventory.vms
        self.picture("undone")
        self.told(vms=len(self.session.inventory.vms))
