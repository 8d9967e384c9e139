"""How many hosts HA's admission control lets be empty at the same time (`compatibility/failover.py` counts)."""

from __future__ import annotations

from vmotion_gui.compatibility.failover import failover_room, in_service
from vmotion_gui.inventory.entities import Cluster
from vmotion_gui.inventory.estate import Inventory


def most_at_once(inventory: Inventory, cluster: Cluster) -> int:
    """How many hosts of a cluster, whichever they are, may be empty at the same time; 0: not even one."""
    ids = inventory.hosts_in(cluster.id)
    sizes = sorted((h for id_ in ids if in_service(h := inventory.hosts[id_])), key=lambda host: -host.memory_bytes)
    dedicated = [host for host in sizes if host.id in cluster.das.failover_hosts]
    order = [host.id for host in (*dedicated, *(host for host in sizes if host not in dedicated))]
    count = 0
    while count + 1 < len(order) and failover_room(inventory, cluster, without=order[: count + 1]).enough:
        count += 1
    return count
