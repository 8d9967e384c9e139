"""What migrations that run when a plan for datastores is made will have done by then."""

from __future__ import annotations

import msgspec

from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.engine import Checkpoint
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase


def _going(moment: Checkpoint) -> list[Migration]:
    state = moment.state
    return [m for id_ in state.active if (m := state.migrations[id_]).phase is not Phase.ROLLING_BACK]


def settled(moment: Checkpoint) -> Inventory:
    """The estate with all VMs that are on their way, and their files, where they are going; free space as it is now."""
    inventory = moment.state.inventory
    there = [_arrived(inventory.vms[m.plan.vm], m) for m in _going(moment) if m.plan.vm in inventory.vms]
    return inventory.with_entities(there) if there else inventory


def _arrived(vm: VirtualMachine, migration: Migration) -> VirtualMachine:
    plan = migration.plan
    places = {move.label: (move.destination, move.path) for move in plan.disks}
    disks = tuple(
        msgspec.structs.replace(disk, datastore=places[disk.label][0], path=places[disk.label][1])
        if disk.label in places
        else disk
        for disk in vm.disks
    )
    return msgspec.structs.replace(
        vm, host=plan.destination, disks=disks, config_datastore=plan.config_datastore, config_path=plan.config_path
    )


def claims(moment: Checkpoint) -> dict[str, int]:
    """Datastore -> bytes that migrations on their way bring there."""
    found: dict[str, int] = {}
    for migration in _going(moment):
        for store, amount in migration.plan.arriving:
            found[store] = found.get(store, 0) + amount
    return found
