"""What the engine asks about a migration before it starts: one function; a test can put another in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vmotion_gui.compatibility.verdict import Reason, Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.reasons import reason

Check = Callable[[Inventory, MigrationSpec, Mapping[str, str]], Verdict]
"""(inventory, spec, VM -> the task that works on it) -> the verdict. No wall-clock time, no random numbers."""


def reachable_storage(inventory: Inventory, spec: MigrationSpec, busy: Mapping[str, str]) -> Verdict:
    """Whether the destination sees all datastores that hold the VM's files afterwards."""
    plan, vm = resolve(inventory, spec), inventory.vms[spec.vm]
    destination = inventory.hosts[plan.destination]
    seen = {mount.datastore for mount in destination.mounts if mount.accessible}
    moved = {move.label: move.destination for move in plan.disks}
    needed = dict.fromkeys(moved.get(disk.label, disk.datastore) for disk in vm.disks)
    reasons: list[Reason] = [
        reason("datastoreUnreachable", destination.id, id_, host=destination.name, datastore=_name(inventory, id_))
        for id_ in needed
        if id_ not in seen
    ]
    return Verdict(
        type=plan.type,
        cross_vcenter=plan.cross_vcenter,
        cross_datacenter=plan.cross_datacenter,
        cross_subnet=plan.cross_subnet,
        reasons=tuple(reasons),
    )


def _name(inventory: Inventory, datastore: str) -> str:
    entity = inventory.datastores.get(datastore)
    return entity.name if entity else datastore
