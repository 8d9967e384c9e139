"""Small estates in which room and rules are tight, made of the generator's healthy one."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Checkpoint, Engine

GIB = 2**30


def vm(
    number: int, host: int, *, reserved_gib: float = 4.0, memory_gib: float = 8.0, **more: object
) -> e.VirtualMachine:
    """A running VM on shared storage; its overhead is 1 % of its memory and 40 MiB."""
    fields: dict[str, object] = {
        "cpus": 1,
        "memory_bytes": int(memory_gib * GIB),
        "memory_reservation_bytes": int(reserved_gib * GIB),
        "disks": (e.VirtualDisk(datastore="datastore-0-0", path=f"m{number}/m{number}.vmdk", capacity_bytes=20 * GIB),),
        "config_path": f"m{number}/m{number}.vmx",
    }
    return e.VirtualMachine(id=f"m{number}", name=f"machine {number}", host=f"host-{host}", **(fields | more))


def estate(
    host_gib: Sequence[float],
    vms: Sequence[e.VirtualMachine],
    rules: Sequence[e.ClusterRule] = (),
    *,
    das: e.DasConfig | None = None,
    extra: Sequence[e.Entity] = (),
) -> Inventory:
    """One cluster of hosts with so much memory, without HA unless it is given."""
    bare = generate(len(host_gib), 0, clusters_of=len(host_gib))
    hosts = [
        msgspec.structs.replace(host, memory_bytes=int(gib * GIB))
        for host, gib in zip(bare.hosts.values(), host_gib, strict=True)
    ]
    das = das or e.DasConfig(enabled=False)
    cluster = msgspec.structs.replace(bare.clusters["cluster-0"], rules=tuple(rules), das=das)
    return bare.with_entities([*hosts, cluster, *vms, *extra])


def start(inventory: Inventory) -> Checkpoint:
    """The first moment of a run in it."""
    return Engine(Lab(inventory=inventory)).checkpoint()
