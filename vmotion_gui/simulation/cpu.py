"""How much of the CPU that it asks for a VM gets: a VM dirties memory only while it runs."""

from __future__ import annotations

from vmotion_gui.inventory.estate import Inventory


def cpu_share(inventory: Inventory, host_id: str) -> float:
    """Share of its demand that each VM on a host gets, 0 to 1 (all are slowed alike when the host is
    overcommitted).

    Demand is the first phase's CPU load; it is looked at when a pass begins, not followed in between.
    """
    host = inventory.hosts[host_id]
    capacity = float(host.cores * host.cpu_mhz)
    demand = 0.0
    for vm_id in inventory.vms_on(host_id):
        vm = inventory.vms[vm_id]
        if vm.power_state == "poweredOn" and not vm.template and vm.workload.phases:
            demand += vm.cpus * host.cpu_mhz * vm.workload.phases[0].cpu_load
    return 1.0 if demand <= capacity else capacity / demand
