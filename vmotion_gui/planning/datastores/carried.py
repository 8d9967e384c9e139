"""The estate with a move of files carried out."""

from __future__ import annotations

import msgspec

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.plan import resolve


def with_files_moved(inventory: Inventory, spec: MigrationSpec) -> Inventory:
    """As it is once the VM's files are where the migration brings them, with the space that this takes and frees."""
    vm = inventory.vms[spec.vm]
    plan = resolve(inventory, spec)
    places = {move.label: (move.destination, move.path) for move in plan.disks}
    disks = tuple(
        msgspec.structs.replace(disk, datastore=places[disk.label][0], path=places[disk.label][1])
        if disk.label in places
        else disk
        for disk in vm.disks
    )
    changed = msgspec.structs.replace(
        vm, disks=disks, config_datastore=plan.config_datastore, config_path=plan.config_path
    )
    free = {id_: store.free_bytes for id_, store in inventory.datastores.items()}
    for amounts, sign in ((plan.arriving, -1), (plan.leaving, 1)):
        for id_, amount in amounts:
            if id_ in free:
                free[id_] += sign * amount
    stores = [
        msgspec.structs.replace(store, free_bytes=min(store.capacity_bytes, max(0, free[id_])))
        for id_, store in inventory.datastores.items()
        if free[id_] != store.free_bytes
    ]
    return inventory.with_entities([changed, *stores])
