"""The cards of a virtual machine."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui import objects, words
from vmotion_gui.gui.workspace.card import Card, Fact
from vmotion_gui.gui.workspace.workloads import workload_rows
from vmotion_gui.inventory.entities import VirtualDisk, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.building.snapshots import files


def vm_cards(vm: VirtualMachine, inventory: Inventory) -> list[Card]:
    """All that is known of a VM: state and place, hardware, disks, networks, devices, workload."""
    cards = [_general(vm, inventory), _hardware(vm), _disks(vm, inventory), _networks(vm, inventory)]
    if vm.devices or vm.snapshots:
        cards.append(_devices(vm, inventory))
    cards.append(Card(QCoreApplication.translate("Facts", "Workload"), list(workload_rows(vm))))
    if vm.annotation:
        cards.append(Card(QCoreApplication.translate("Facts", "Notes"), [Fact("", vm.annotation)]))
    return cards


def _general(vm: VirtualMachine, inventory: Inventory) -> Card:
    host = inventory.hosts[vm.host]
    cluster = inventory.clusters.get(host.cluster)
    home = inventory.datastores.get(vm.home_datastore)
    title = objects.kind_name(objects.kind_of(vm))
    power_mark = "" if vm.connection_state == "connected" else "error"
    rows: list[Fact] = [
        Fact(QCoreApplication.translate("Facts", "Power state"), objects.power_name(vm.power_state)),
        Fact(QCoreApplication.translate("Facts", "Host"), objects.label(host), host.id),
    ]
    if power_mark:
        rows.insert(1, Fact(QCoreApplication.translate("Facts", "Connection"), objects.state_text(vm), "", power_mark))
    if cluster is not None:
        rows.append(Fact(QCoreApplication.translate("Facts", "Cluster"), cluster.name, cluster.id))
    if (pool := inventory.resource_pools.get(vm.resource_pool)) is not None:
        rows.append(Fact(QCoreApplication.translate("Facts", "Resource pool"), pool.name, pool.id))
    if home is not None and vm.config_path:
        rows.append(Fact(QCoreApplication.translate("Facts", "Configuration"), f"[{home.name}] {vm.config_path}"))
    rows.append(Fact(QCoreApplication.translate("Facts", "Guest OS"), vm.guest_id))
    tools = (
        QCoreApplication.translate("Facts", "Running")
        if vm.tools_running
        else QCoreApplication.translate("Facts", "Not running")
    )
    rows.append(Fact(QCoreApplication.translate("Facts", "VMware Tools"), tools))
    if vm.question:
        rows.append(Fact(QCoreApplication.translate("Facts", "Pending question"), vm.question, "", "warning"))
    return Card(title, list(rows))


def _hardware(vm: VirtualMachine) -> Card:
    memory = words.quantity(vm.memory_bytes, "bytes")
    rows = [
        Fact(QCoreApplication.translate("Facts", "vCPUs"), str(vm.cpus)),
        Fact(QCoreApplication.translate("Facts", "Memory"), memory),
        Fact(QCoreApplication.translate("Facts", "Hardware version"), f"vmx-{vm.hardware_version}"),
        Fact(QCoreApplication.translate("Facts", "Firmware"), "EFI" if vm.firmware == "efi" else "BIOS"),
    ]
    if vm.touched_memory_bytes is not None:
        touched = words.quantity(vm.touched_memory_bytes, "bytes")
        rows.insert(2, Fact(QCoreApplication.translate("Facts", "Memory ever written"), touched))
    if vm.memory_reservation_bytes:
        reserved = words.quantity(vm.memory_reservation_bytes, "bytes")
        rows.append(Fact(QCoreApplication.translate("Facts", "Memory reservation"), reserved))
    if vm.cpu_reservation_mhz:
        rows.append(Fact(QCoreApplication.translate("Facts", "CPU reservation"), f"{vm.cpu_reservation_mhz} MHz"))
    if vm.min_required_evc_mode_key:
        rows.append(Fact(QCoreApplication.translate("Facts", "Needs EVC mode"), vm.min_required_evc_mode_key))
    rows += _special(vm)
    return Card(QCoreApplication.translate("Facts", "Hardware"), list(rows))


def _special(vm: VirtualMachine) -> list[Fact]:
    yes = QCoreApplication.translate("Facts", "Yes")
    special = (
        (vm.encrypted, QCoreApplication.translate("Facts", "Encrypted")),
        (
            vm.fault_tolerance not in ("notConfigured", "disabled"),
            QCoreApplication.translate("Facts", "Fault Tolerance"),
        ),
        (vm.latency_sensitivity == "high", QCoreApplication.translate("Facts", "Latency sensitivity high")),
        (vm.linked_clone, QCoreApplication.translate("Facts", "Linked clone")),
    )
    return [Fact(label, yes) for applies, label in special if applies]


def disk_place(disk: VirtualDisk, inventory: Inventory) -> str:
    """ "[datastore] folder/disk.vmdk"."""
    datastore = inventory.datastores.get(disk.datastore)
    return f"[{datastore.name if datastore is not None else disk.datastore}] {disk.path}"


def _disks(vm: VirtualMachine, inventory: Inventory) -> Card:
    rows: list[Fact] = []
    for disk in vm.disks:
        size = QCoreApplication.translate("Facts", "{used} of {capacity} used").format(
            used=words.quantity(disk.allocated_bytes, "bytes"), capacity=words.quantity(disk.capacity_bytes, "bytes")
        )
        kind = (
            QCoreApplication.translate("Facts", "thin") if disk.thin else QCoreApplication.translate("Facts", "thick")
        )
        rows.append(Fact(disk.label, disk_place(disk, inventory), disk.datastore))
        rows.append(Fact("", f"{size} · {kind}" + (" · RDM" if disk.rdm is not None else "")))
    return Card(QCoreApplication.translate("Facts", "Virtual disks"), list(rows))


def _networks(vm: VirtualMachine, inventory: Inventory) -> Card:
    rows: list[Fact] = []
    for nic in vm.nics:
        group = inventory.portgroups.get(nic.portgroup)
        off = "" if nic.connected else QCoreApplication.translate("Facts", "not connected")
        rows.append(Fact(nic.label, group.name if group is not None else nic.portgroup, nic.portgroup))
        details = [part for part in (nic.type, nic.mac_address, nic.ip_address, off) if part]
        rows.append(Fact("", " · ".join(details)))
    return Card(QCoreApplication.translate("Facts", "Networks"), list(rows))


def _devices(vm: VirtualMachine, inventory: Inventory) -> Card:
    rows = []
    for device in vm.devices:
        state = (
            QCoreApplication.translate("Facts", "connected")
            if device.connected
            else QCoreApplication.translate("Facts", "not connected")
        )
        rows.append(Fact(device.label, " · ".join(part for part in (device.backing, state) if part)))
    for number, snapshot in enumerate(vm.snapshots, start=1):
        with_memory = snapshot.state != "poweredOff"
        held = QCoreApplication.translate("Facts", "with memory") if with_memory else ""
        parts = (snapshot.name, snapshot.created[:10], words.quantity(snapshot.size_bytes, "bytes"), held)
        label = QCoreApplication.translate("Facts", "Snapshot")
        rows.append(Fact(label, " · ".join(part for part in parts if part)))
        store = inventory.datastores.get(vm.home_datastore)
        place = f"[{store.name}] " if store is not None else ""
        rows += [Fact("", f"{place}{file.name}") for file in files(inventory, vm, number, memory=with_memory)]
    return Card(QCoreApplication.translate("Facts", "Devices and snapshots"), list(rows))
