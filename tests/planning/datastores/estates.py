"""Estates whose datastores are emptied."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from tests.simulation import worlds as w
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Checkpoint, Engine

GIB = w.GIB
STORES = ("ds-a", "ds-b", "ds-c", "ds-d")


def vm(
    number: int,
    *sizes: int,
    on: str = "h-1",
    store: str = "ds-a",
    power_state: e.VmPowerState = "poweredOn",
    **more: object,
) -> e.VirtualMachine:
    """A VM with disks of so many GiB, all on one datastore; its memory is reserved, so that it has no swap file."""
    disks = tuple(
        e.VirtualDisk(label=f"Hard disk {k}", datastore=store, path=f"web-{number}/{k}.vmdk", capacity_bytes=size * GIB)
        for k, size in enumerate(sizes, 1)
    )
    fields: dict[str, object] = {
        "memory_reservation_bytes": GIB,
        "config_datastore": store,
        "disks": disks,
        **more,
    }
    return w.vm(number, on=on, memory=GIB, power_state=power_state, **fields)


def estate(
    *machines: e.VirtualMachine,
    free: Mapping[str, int],
    pods: Mapping[str, str] | None = None,
    mounts: Sequence[Sequence[str]] = (STORES, STORES),
) -> Inventory:
    """Datastores of 1,000 GiB with so many GiB free; those that `free` does not name are not there. `pods`: datastore
    -> datastore cluster. `mounts`: what each host sees."""
    hosts = [
        w.host(number, stores=tuple(id_ for id_ in seen if id_ in free or id_ == "ds-a"))
        for number, seen in enumerate(mounts, 1)
    ]
    inventory = w.inventory(*hosts, *machines)
    base = inventory.datastores["ds-a"]
    known = {"ds-a": 500, **free}
    stores = [
        msgspec.structs.replace(base, id=id_, name=id_, free_bytes=amount * GIB, cluster=(pods or {}).get(id_, ""))
        for id_, amount in known.items()
    ]
    clusters = [e.DatastoreCluster(id=id_, name=id_, datacenter="dc") for id_ in sorted(set((pods or {}).values()))]
    gone = [id_ for id_ in inventory.datastores if id_ not in known]
    return inventory.with_entities([*clusters, *stores], remove=gone)


def moment(inventory: Inventory) -> Checkpoint:
    return Engine(Lab(inventory=inventory)).checkpoint()
