"""Where a VM is, as people read it."""

from __future__ import annotations

from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.plan import Plan
from vmotion_gui.simulation.status import DiskLocation, Holding, Placement


def file_path(inventory: Inventory, datastore: str, path: str) -> str:
    """ "[datastore] folder/disk.vmdk"."""
    entity = inventory.datastores.get(datastore)
    return f"[{entity.name if entity else datastore}] {path}"


def placement(inventory: Inventory, vm: VirtualMachine) -> Placement:
    """The VM's host, files, and what is reserved for it there."""
    space: dict[str, float] = {}
    for disk in vm.disks:
        space[disk.datastore] = space.get(disk.datastore, 0.0) + disk.space_as(disk.format)
    reserved = Holding(
        object=vm.host,
        cpu_reservation_mhz=float(vm.cpu_reservation_mhz),
        memory_bytes=float(vm.memory_reservation_bytes),
    )
    return Placement(
        host=vm.host,
        config_path=file_path(inventory, vm.home_datastore, vm.config_path),
        disk_paths=tuple(file_path(inventory, disk.datastore, disk.path) for disk in vm.disks),
        holdings=(reserved, *(Holding(object=id_, space_bytes=size) for id_, size in space.items())),
    )


def disk_locations(inventory: Inventory, vm: VirtualMachine, plan: Plan) -> tuple[DiskLocation, ...]:
    """Each disk before and after."""
    moves = {move.label: move for move in plan.disks}
    locations = []
    for disk in vm.disks:
        before = file_path(inventory, disk.datastore, disk.path)
        move = moves.get(disk.label)
        after = file_path(inventory, move.destination, move.path) if move else before
        locations.append(DiskLocation(label=disk.label, before=before, after=after))
    return tuple(locations)
