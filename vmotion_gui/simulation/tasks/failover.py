"""Whether HA's admission control lets a host be emptied.

The room that is kept is that of as many of the largest hosts as the cluster's failover level says; the others must hold
everything that running VMs have reserved, with their overhead (as the table's rule `ha.capacity` counts it). DRS
neither recommends nor does an evacuation that would use that room up (VMware, "Place a Host in Maintenance Mode").
"""

from __future__ import annotations

from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.inventory.entities import Cluster, Host
from vmotion_gui.inventory.estate import Inventory


def in_service(host: Host) -> bool:
    """Whether a host can take VMs at all."""
    return host.connection_state == "connected" and host.maintenance_state == "normal"


def keeps_failover_room(inventory: Inventory, cluster: Cluster, without: str) -> bool:
    """Whether a cluster could still lose as many hosts as it must be able to, with one host empty."""
    das = cluster.das
    if not (das.enabled and das.admission_control_enabled):
        return True
    ids = inventory.hosts_in(cluster.id)
    rest = [host for id_ in ids if id_ != without and in_service(host := inventory.hosts[id_])]
    if das.failover_hosts:
        # dedicated hosts are the room; the others may be filled
        return any(host.id in das.failover_hosts for host in rest)
    sizes = sorted(host.memory_bytes for host in rest)
    kept = sizes[: max(0, len(sizes) - das.failover_level)]
    return bool(kept) and sum(kept) >= _reserved_bytes(inventory, ids)


def _reserved_bytes(inventory: Inventory, hosts: tuple[str, ...]) -> float:
    running = (
        vm for host in hosts for id_ in inventory.vms_on(host) if (vm := inventory.vms[id_]).power_state == "poweredOn"
    )
    return sum(vm.memory_reservation_bytes + memory_overhead_bytes(vm) for vm in running)
