"""What keeps a datastore from being empty: files of virtual machines, and images in their drives."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import VirtualDisk, VirtualMachine
from vmotion_gui.inventory.estate import Inventory

_DRIVES = ("cdrom", "floppy")


def machines_on(inventory: Inventory, datastore: str) -> list[VirtualMachine]:
    """The VMs and templates with a file on a datastore, in the inventory's order."""
    return [vm for vm in inventory.vms.values() if has_files_on(vm, datastore)]


def image_readers(inventory: Inventory, datastore: str) -> list[VirtualMachine]:
    """The VMs with no file of their own there, but with an image of that datastore in a connected drive."""
    readers = (vm for vm in inventory.vms.values() if vm.devices and reads_image_on(vm, datastore))
    return [vm for vm in readers if not has_files_on(vm, datastore)]


def has_files_on(vm: VirtualMachine, datastore: str) -> bool:
    """Whether the VM's home or one of its disks is there: `datastore in vm.datastores`, but quicker, as all VMs of an
    estate are asked."""
    return vm.config_datastore == datastore or any(disk.datastore == datastore for disk in vm.disks)


def reads_image_on(vm: VirtualMachine, datastore: str) -> bool:
    """Whether a connected drive of the VM holds an image that lies on the datastore."""
    start = f"iso:{datastore}/"
    return any(d.kind in _DRIVES and d.connected and d.backing.startswith(start) for d in vm.devices)


def disks_on(vm: VirtualMachine, datastores: Collection[str]) -> tuple[VirtualDisk, ...]:
    """The VM's disks there."""
    return tuple(disk for disk in vm.disks if disk.datastore in datastores)


def relocation(
    vm: VirtualMachine, datastores: Collection[str], target: str, apart: Mapping[str, str] | None = None
) -> MigrationSpec:
    """The migration that takes the VM's files off datastores and leaves all others where they are.

    `target`: where its home goes, if that is to leave, and each disk that is to leave and that `apart` (disk label ->
    datastore) does not name.
    """
    leaving = {disk.label: (apart or {}).get(disk.label, target) for disk in disks_on(vm, datastores)}
    if vm.home_datastore not in datastores:
        return MigrationSpec(vm=vm.id, disks=leaving, state=vm.power_state)
    staying = {disk.label: disk.datastore for disk in vm.disks if disk.datastore not in datastores}
    elsewhere = {label: store for label, store in leaving.items() if store != target}
    return MigrationSpec(vm=vm.id, datastore=target, disks={**staying, **elsewhere}, state=vm.power_state)


def targets_of(vm: VirtualMachine, spec: MigrationSpec) -> tuple[str, ...]:
    """The datastores that files of the VM newly come to by a migration, the home's first."""
    home = (spec.datastore,) if spec.datastore not in ("", vm.home_datastore) else ()
    disks = (spec.disks.get(disk.label) or spec.datastore for disk in vm.disks)
    moved = (store for disk, store in zip(vm.disks, disks, strict=True) if store not in ("", disk.datastore))
    return tuple(dict.fromkeys((*home, *moved)))
