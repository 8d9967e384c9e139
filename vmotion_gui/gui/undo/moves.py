"""What takes a finished move back, and what does it again."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vmotion_gui.inventory.changes import Change, DiskPlace, FieldsChanged, VmMoved
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.files import footprint
from vmotion_gui.simulation.status import MigrationStatus


def move_to(inventory: Inventory, vm_id: str, place: VirtualMachine) -> tuple[Change, ...]:
    """The changes that put a VM where another value of it stands: host, disks, networks, and the space they take."""
    vm = inventory.vms[vm_id]
    there = {disk.label: disk for disk in place.disks}
    moved = [
        (disk, there[disk.label])
        for disk in vm.disks
        if disk.label in there and (disk.datastore, disk.path) != (there[disk.label].datastore, there[disk.label].path)
    ]
    ports = {nic.label: nic.portgroup for nic in place.nics}
    change = VmMoved(
        vm=vm_id,
        host=place.host,
        resource_pool=place.resource_pool,
        config_datastore=place.config_datastore,
        disks=tuple(
            DiskPlace(label=to.label, datastore=to.datastore, path=to.path, format=to.format) for _, to in moved
        ),
        portgroups={
            nic.label: ports[nic.label] for nic in vm.nics if ports.get(nic.label, nic.portgroup) != nic.portgroup
        },
        folder=None if place.folder == vm.folder else place.folder,
    )
    space = footprint(inventory, vm)
    for datastore, taken in footprint(inventory, change.apply(inventory).vms[vm_id]).items():
        space[datastore] = space.get(datastore, 0) - taken
    path = (
        [FieldsChanged(id=vm_id, fields={"config_path": place.config_path})]
        if place.config_path != vm.config_path
        else []
    )
    return (change, *path, *_freed(inventory, space))


def _freed(inventory: Inventory, space: dict[str, int]) -> Iterable[Change]:
    for datastore, freed_bytes in space.items():
        if freed_bytes:
            free = inventory.datastores[datastore].free_bytes + freed_bytes
            yield FieldsChanged(id=datastore, fields={"free_bytes": free})


def fits(inventory: Inventory, changes: Iterable[Change]) -> bool:
    """Whether the datastores have the space that the changes take."""
    return all(change.fields.get("free_bytes", 0) >= 0 for change in changes if isinstance(change, FieldsChanged))


def place_before(inventory: Inventory, vm: VirtualMachine, status: MigrationStatus) -> VirtualMachine | None:
    """The VM as it stood before a migration, from what the migration's status tells; None if that place is gone.

    Networks stay as they are: the status does not tell them.
    """
    host = inventory.hosts.get(status.source_host)
    if host is None or status.before is None:
        return None
    by_name = {inventory.datastores[mount.datastore].name: mount.datastore for mount in host.mounts}
    disks = {location.label: _datastore_and_path(location.before) for location in status.disks}
    home, config_path = _datastore_and_path(status.before.config_path)
    names = [name for name, _ in disks.values()] + ([home] if home else [])
    if any(name not in by_name for name in names):
        return None
    moved = tuple(
        msgspec.structs.replace(disk, datastore=by_name[disks[disk.label][0]], path=disks[disk.label][1])
        if disk.label in disks
        else disk
        for disk in vm.disks
    )
    kept_home = by_name[home] if vm.config_datastore and home else vm.config_datastore
    return msgspec.structs.replace(
        vm, host=host.id, disks=moved, config_datastore=kept_home, config_path=config_path or vm.config_path
    )


def _datastore_and_path(text: str) -> tuple[str, str]:
    """Name and path of "[name] folder/file"; two empty texts if it is none."""
    if not text.startswith("[") or "] " not in text:
        return "", ""
    name, _, path = text[1:].rpartition("] ")
    return name, path
