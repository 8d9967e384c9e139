"""Many virtual machines at once, from a preset, spread over the hosts of a place."""

from __future__ import annotations

from dataclasses import dataclass

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, EntityPut
from vmotion_gui.inventory.editing.naming import Names
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.building.adding import best_datastore, guest_network, hosts_at, machine
from vmotion_gui.planning.building.editing import with_space


@dataclass(frozen=True)
class Batch:
    """What people ask for."""

    count: int
    prefix: str
    """The name before the number: "web-" for "web-01"."""
    preset: str
    cpus: int
    memory_bytes: int
    disk_bytes: int
    datastore: str = ""
    """Empty: for each host the one that fits best."""
    portgroup: str = ""
    """The same."""


def machines(inventory: Inventory, place: str, batch: Batch) -> tuple[e.VirtualMachine, ...]:
    """The VMs of a batch: each on the host whose VMs then leave the most memory, named with the next free numbers."""
    hosts = hosts_at(inventory, place)
    left = {
        host.id: host.memory_bytes - sum(inventory.vms[id_].memory_bytes for id_ in inventory.vms_on(host.id))
        for host in hosts
    }
    by_id = {host.id: host for host in hosts}
    stores = {host.id: batch.datastore or best_datastore(inventory, host) for host in hosts}
    groups = {host.id: batch.portgroup or guest_network(inventory, host) for host in hosts}
    pool = place if place in inventory.resource_pools else ""
    names, found = Names(inventory), []
    first = f"{batch.prefix}{'0' * len(str(batch.count + 9))}"
    for _ in range(batch.count):
        host_id = max(left, key=lambda id_: left[id_])
        left[host_id] -= batch.memory_bytes
        found.append(
            machine(
                inventory,
                by_id[host_id],
                names.id_for(e.VirtualMachine),
                names.name_for(e.VirtualMachine, [first]),
                cpus=batch.cpus,
                memory_bytes=batch.memory_bytes,
                disk_bytes=batch.disk_bytes,
                preset=batch.preset,
                resource_pool=pool,
                mac=names.mac_address(),
                datastore=stores[host_id],
                portgroup=groups[host_id],
            )
        )
    return tuple(found)


def batch_changes(inventory: Inventory, made: tuple[e.VirtualMachine, ...]) -> tuple[Change, ...]:
    """The changes that put these VMs into the estate, with the space that they take."""
    return with_space(inventory, [EntityPut.of(vm) for vm in made])
