"""What HA's admission control asks of hosts that are left when others are emptied.

As the engine's tasks count it (`simulation/tasks/failover.py`), for several hosts at once: without the emptied hosts
and without as many of the largest of the rest as the failover level says, the memory of the others must hold all that
running VMs have reserved, with their overhead.
"""

from __future__ import annotations

import math
from collections.abc import Collection

from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.inventory.entities import Cluster, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.tasks.failover import in_service


def reserved_bytes(vm: VirtualMachine) -> float:
    """What a VM keeps of a host's memory from others: nothing unless it runs."""
    return vm.memory_reservation_bytes + memory_overhead_bytes(vm) if vm.power_state == "poweredOn" else 0.0


def spare_bytes(inventory: Inventory, cluster: Cluster, without: Collection[str]) -> float:
    """What may still be reserved in a cluster with some hosts empty; infinite if no admission control counts it.

    Negative: less is left than what has been reserved already. With dedicated failover hosts the others may be filled:
    infinite while one of them is left, else -infinite.
    """
    das = cluster.das
    if not (das.enabled and das.admission_control_enabled):
        return math.inf
    ids = inventory.hosts_in(cluster.id)
    rest = [host for id_ in ids if id_ not in without and in_service(host := inventory.hosts[id_])]
    if das.failover_hosts:
        return math.inf if any(host.id in das.failover_hosts for host in rest) else -math.inf
    sizes = sorted(host.memory_bytes for host in rest)
    kept = sizes[: max(0, len(sizes) - das.failover_level)]
    if not kept:
        return -math.inf
    reserved = sum(reserved_bytes(inventory.vms[id_]) for host in ids for id_ in inventory.vms_on(host))
    return sum(kept) - reserved


def most_at_once(inventory: Inventory, cluster: Cluster) -> int:
    """How many hosts of a cluster, whichever they are, may be empty at the same time; 0: not even one."""
    ids = inventory.hosts_in(cluster.id)
    sizes = sorted((h for id_ in ids if in_service(h := inventory.hosts[id_])), key=lambda host: -host.memory_bytes)
    dedicated = [host for host in sizes if host.id in cluster.das.failover_hosts]
    order = [host.id for host in (*dedicated, *(host for host in sizes if host not in dedicated))]
    count = 0
    while count + 1 < len(order) and spare_bytes(inventory, cluster, order[: count + 1]) >= 0.0:
        count += 1
    return count
