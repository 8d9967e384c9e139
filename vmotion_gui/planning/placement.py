"""Which host or datastore to take when a person names only the place around it.

The choice is DRS-like in its order: first compatibility, then the memory load that the host would have, then CPU, then
the inventory's own order, so that the same question always gets the same answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory


class HostLoad(msgspec.Struct, frozen=True, kw_only=True):
    """What the powered-on VMs of a host take of it."""

    cpu_mhz: float
    memory_bytes: float
    cpu_share: float
    """Of the host's capacity; above 1 it is overcommitted."""
    memory_share: float


def host_load(inventory: Inventory, host: Host, arriving: Iterable[VirtualMachine] = ()) -> HostLoad:
    """The load of a host, with VMs that would arrive; what of those is there already counts once."""
    running = {vm.id: vm for id_ in inventory.vms_on(host.id) if (vm := inventory.vms[id_]).power_state == "poweredOn"}
    running |= {vm.id: vm for vm in arriving}
    cpu_mhz = sum(vm.cpus * host.cpu_mhz * vm.workload.phases[0].cpu_load for vm in running.values())
    memory = float(sum(vm.memory_bytes for vm in running.values()))
    return HostLoad(
        cpu_mhz=cpu_mhz,
        memory_bytes=memory,
        cpu_share=cpu_mhz / (host.cores * host.cpu_mhz),
        memory_share=memory / host.memory_bytes,
    )


def best_host(checker: Checker, vm_ids: Sequence[str], hosts: Iterable[str]) -> str:
    """The host that takes all these VMs with the fewest cautions and the lowest load after it; "" if none can."""
    inventory = checker.inventory
    verdicts = checker.hosts_for(vm_ids)
    severity = dict(zip(verdicts.host_ids, verdicts.severity.tolist(), strict=True))
    vms = [inventory.vms[id_] for id_ in vm_ids]

    def badness(host: str) -> tuple[int, float, float]:
        load = host_load(inventory, inventory.hosts[host], vms)
        return severity[host], load.memory_share, load.cpu_share

    able = [host for host in hosts if severity[host] < Severity.ERROR]
    return min(able, key=badness, default="")


def best_datastore(checker: Checker, vm_id: str, host: str, *, attempts: int = 8) -> str:
    """The datastore for a VM that moves to a host with its storage: the one with most free space; "" if none can."""
    inventory = checker.inventory
    mounts = [mount.datastore for mount in inventory.hosts[host].mounts if mount.access_mode == "readWrite"]
    roomy = sorted(mounts, key=lambda id_: -inventory.datastores[id_].free_bytes)[:attempts]
    for datastore in roomy:
        if checker.check(MigrationSpec(vm=vm_id, host=host, datastore=datastore)).possible:
            return datastore
    return ""
