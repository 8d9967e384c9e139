"""Snapshots as edits: what one writes to datastores, what stands against it, what reverting and deleting change.

After VMware's "Using Snapshots To Manage Virtual Machines". Simplified: an edit takes no simulated time, a delta disk
keeps the size that it begins with, and all files count on the datastore of the VM's home.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, FieldsChanged
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.building.editing import as_in_document, no_space, with_space

DELTA_BYTES = 16 * 2**20
"""What a delta disk begins with (simplified)."""
MOST = 32
"""Snapshots in a chain that vSphere supports."""


class SnapshotFile(msgspec.Struct, frozen=True, kw_only=True):
    """One file of a snapshot."""

    name: str
    datastore: str
    size_bytes: int


def files(inventory: Inventory, vm: e.VirtualMachine, number: int, *, memory: bool) -> tuple[SnapshotFile, ...]:
    """The files of a VM's snapshot: `number` counts from 1; `memory`: what the running guest held goes with it."""
    home = vm.home_datastore
    found = [
        SnapshotFile(name=_delta_name(inventory, disk, number), datastore=home, size_bytes=DELTA_BYTES)
        for disk in _taken_along(vm)
    ]
    found.append(SnapshotFile(name=f"{vm.name}-Snapshot{number}.vmsn", datastore=home, size_bytes=0))
    if memory:
        name = f"{vm.name}-Snapshot{number}.vmem"
        found.append(SnapshotFile(name=name, datastore=home, size_bytes=vm.memory_bytes))
    return tuple(found)


def _taken_along(vm: e.VirtualMachine) -> list[e.VirtualDisk]:
    return [disk for disk in vm.disks if not disk.mode.startswith("independent")]


def _delta_name(inventory: Inventory, disk: e.VirtualDisk, number: int) -> str:
    store = inventory.datastores.get(disk.datastore)
    stem = disk.path.rpartition("/")[2].removesuffix(".vmdk")
    kind = "sesparse" if store is not None and store.type == "VMFS" else "delta"
    return f"{stem}-{number:06d}-{kind}.vmdk"


def obstacle(inventory: Inventory, vm: e.VirtualMachine, *, memory: bool) -> Message | None:
    """Why a VM cannot have a snapshot now; space is `no_space`'s business."""
    if vm.template:
        return message("snapshot.template", vm=vm.name)
    if len(vm.snapshots) >= MOST:
        return message("snapshot.most", vm=vm.name, most=MOST)
    for disk in vm.disks:
        if disk.rdm is not None and disk.rdm.compatibility_mode == "physicalMode":
            return message("snapshot.physicalRdm", vm=vm.name, disk=disk.label)
        if disk.bus_sharing != "noSharing":
            return message("snapshot.busSharing", vm=vm.name, disk=disk.label)
        if memory and disk.mode.startswith("independent"):
            return message("snapshot.independent", vm=vm.name, disk=disk.label)
    return None


def take(inventory: Inventory, vms: Sequence[str], name: str, created: str, *, memory: bool) -> tuple[Change, ...]:
    """The changes that give VMs a snapshot each; `memory` counts for those that run."""
    changes: list[Change] = []
    for id_ in vms:
        vm = inventory.vms[id_]
        running = memory and vm.power_state == "poweredOn"
        size = sum(file.size_bytes for file in files(inventory, vm, len(vm.snapshots) + 1, memory=running))
        state: e.VmPowerState = vm.power_state if running or vm.power_state == "suspended" else "poweredOff"
        snapshot = e.Snapshot(name=name, created=created, size_bytes=size, state=state)
        changes.append(_fields(id_, snapshots=(*vm.snapshots, snapshot)))
    return with_space(inventory, changes)


def revert(inventory: Inventory, vms: Sequence[str]) -> tuple[Change, ...]:
    """The changes that put VMs back to their latest snapshot: its power state, and an empty delta disk after it.

    A VM whose snapshot holds no memory is off afterwards; the snapshot stays.
    """
    changes: list[Change] = []
    for id_ in vms:
        vm = inventory.vms[id_]
        latest = vm.snapshots[-1]
        memory = latest.state == "poweredOn"
        size = sum(file.size_bytes for file in files(inventory, vm, len(vm.snapshots), memory=memory))
        anew = msgspec.structs.replace(latest, size_bytes=min(size, latest.size_bytes))
        changes.append(_fields(id_, power_state=latest.state, snapshots=(*vm.snapshots[:-1], anew)))
    return with_space(inventory, changes)


def delete_all(inventory: Inventory, vms: Sequence[str]) -> tuple[Change, ...]:
    """The changes that delete all snapshots of VMs and give their space back; the guests stay as they are."""
    return with_space(inventory, [_fields(id_, snapshots=()) for id_ in vms if inventory.vms[id_].snapshots])


def refusal(inventory: Inventory, vms: Sequence[str], *, memory: bool) -> Message | None:
    """Why these VMs cannot all have a snapshot: what stands against one of them, or space that lacks."""
    for id_ in vms:
        vm = inventory.vms[id_]
        found = obstacle(inventory, vm, memory=memory and vm.power_state == "poweredOn")
        if found is not None:
            return found
    return no_space(inventory, take(inventory, vms, "", "", memory=memory))


def _fields(vm: str, **values: object) -> FieldsChanged:
    return FieldsChanged(id=vm, fields={name: as_in_document(value) for name, value in values.items()})
