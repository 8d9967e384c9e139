"""Where Storage DRS takes the files of a VM whose datastore is emptied.

Of the other datastores of its cluster those that no rule forbids and that have the room; first those that stay below
the threshold of space utilization, of these the one that is used least afterwards, then the inventory's order. A VM's
disks stay together unless the cluster's default says otherwise. Sources: `StorageDrsPodConfigInfo` and
`StorageDrsSpaceLoadBalanceConfig` in the vSphere API reference; VMware, "Placing Datastores in Maintenance Mode".
Simplified: space only, neither I/O load nor rules of single VMs.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import DatastoreCluster, VirtualMachine
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.store_files import disks_on, relocation

_UNRESERVED = (Phase.QUEUED, Phase.CHECKING)


class Choice(NamedTuple):
    """What to migrate, or why there is nothing that could be."""

    spec: MigrationSpec | None
    reasons: tuple[Reason, ...] = ()
    """What stands against the datastores, the first of each rule."""


def claims(core: Core) -> dict[str, int]:
    """Datastore -> bytes that migrations will bring there that do not yet hold them."""
    found: dict[str, int] = {}
    for id_ in core.state.active:
        migration = core.state.migrations[id_]
        if migration.phase in _UNRESERVED:
            for store, amount in migration.plan.arriving:
                found[store] = found.get(store, 0) + amount
    return found


def choose(core: Core, pod: DatastoreCluster, vm: VirtualMachine, datastore: str, claimed: Mapping[str, int]) -> Choice:
    """Where the files go that a VM has on `datastore`; `claimed`: see `claims`."""
    inventory = core.state.inventory
    stores = [store.id for store in inventory.datastores.values() if store.cluster == pod.id and store.id != datastore]
    specs = [relocation(vm, (datastore,), id_) for id_ in stores]
    if not pod.storage_drs.default_intra_vm_affinity:
        specs += _apart(core, vm, datastore, stores, claimed)
    found: dict[str, Reason] = {}
    able: list[tuple[bool, float, MigrationSpec]] = []
    for spec in specs:
        against = [r for r in core.check(inventory, spec, {}).reasons if r.severity is Severity.ERROR]
        against = against or _lacking(core, spec, claimed)
        for one in against:
            found.setdefault(one.rule, one)
        if not against:
            used = max(_used_after(core, spec, claimed).values(), default=0.0)
            able.append((used > pod.storage_drs.space_utilization_threshold, used, spec))
    if not able:
        return Choice(None, tuple(found.values()))
    return Choice(min(able, key=lambda one: one[:2])[2])


def _apart(
    core: Core, vm: VirtualMachine, datastore: str, stores: list[str], claimed: Mapping[str, int]
) -> list[MigrationSpec]:
    """The VM's disks on datastores of their own, the largest first, each where most is free then."""
    free = {id_: core.free_bytes(id_) - claimed.get(id_, 0) for id_ in stores}
    if len(free) < 2:
        return []
    places: dict[str, str] = {}
    for disk in sorted(disks_on(vm, (datastore,)), key=lambda disk: -disk.space_as(disk.format)):
        places[disk.label] = store = max(free, key=lambda id_: free[id_])
        free[store] -= disk.space_as(disk.format)
    return [relocation(vm, (datastore,), max(free, key=lambda id_: free[id_]), places)]


def _lacking(core: Core, spec: MigrationSpec, claimed: Mapping[str, int]) -> list[Reason]:
    found = []
    for store, amount in resolve(core.state.inventory, spec).arriving:
        free = core.free_bytes(store) - claimed.get(store, 0)
        if amount > free:
            args = {"datastore": core.name(store), "needed": amount, "free": max(0, free)}
            found.append(reason("noSpace", store, **args))
    return found


def _used_after(core: Core, spec: MigrationSpec, claimed: Mapping[str, int]) -> dict[str, float]:
    """Share of each destination that is used afterwards."""
    stores = core.state.inventory.datastores
    return {
        id_: 1.0 - (core.free_bytes(id_) - claimed.get(id_, 0) - amount) / max(1, stores[id_].capacity_bytes)
        for id_, amount in resolve(core.state.inventory, spec).arriving
    }
