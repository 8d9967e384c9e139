"""A cluster by itself: what a plan for it needs of a large estate, and nothing else."""

from __future__ import annotations

from collections.abc import Collection, Iterator

import msgspec

from vmotion_gui.inventory.entities import Entity
from vmotion_gui.inventory.estate import COLLECTIONS, Inventory
from vmotion_gui.inventory.lab import Lab


def part_of(lab: Lab, hosts: Collection[str]) -> Lab:
    """The lab with these hosts, their VMs, all places and networks, and the datastores that the hosts or VMs have.

    Without commands: it begins as the lab's inventory is.
    """
    return msgspec.structs.replace(lab, inventory=Inventory(_entities(lab.inventory, hosts)), commands=())


def _entities(inventory: Inventory, hosts: Collection[str]) -> Iterator[Entity]:
    vms = [inventory.vms[id_] for host in hosts for id_ in inventory.vms_on(host)]
    stores = {mount.datastore for host in hosts for mount in inventory.hosts[host].mounts}
    stores |= {store for vm in vms for store in vm.datastores}
    for name in COLLECTIONS:
        held = inventory.collection(name)
        if name == "vms":
            yield from vms
        elif name in ("hosts", "datastores"):
            wanted = hosts if name == "hosts" else stores
            yield from (held[id_] for id_ in wanted if id_ in held)
        else:
            yield from held.values()
