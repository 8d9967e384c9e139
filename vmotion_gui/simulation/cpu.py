"""How much of the CPU that it asks for a VM gets: a VM dirties memory only while it runs."""

from __future__ import annotations

from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.profiles.profile import GBIT
from vmotion_gui.simulation.routes import adapters, uplinks


def cpu_share(inventory: Inventory, host: Host, reserved_mhz: float = 0.0) -> float:
    """Share of its demand that each VM on a host gets, 0 to 1 (all are slowed alike when the host is
    overcommitted). `reserved_mhz` is set aside for others.

    Demand is the first phase's CPU load; it is looked at when a pass begins, not followed in between.
    """
    capacity = max(0.0, float(host.cores * host.cpu_mhz) - reserved_mhz)
    demand = 0.0
    for vm_id in inventory.vms_on(host.id):
        vm = inventory.vms[vm_id]
        if vm.power_state == "poweredOn" and not vm.template and vm.workload.phases:
            demand += vm.cpus * host.cpu_mhz * vm.workload.phases[0].cpu_load
    return 1.0 if demand <= capacity else capacity / demand


def vmotion_reservation_mhz(inventory: Inventory, host: Host, encryption_cycles_per_byte: float = 0.0) -> float:
    """CPU that a host sets aside for vMotion while it takes part in one: a tenth of a core per Gbit/s of its vMotion
    network, at least 30 % of a core, however many migrations there are (frankdenneman.nl, 2018); and what encrypting
    at that network's speed takes (assumed to be on top).
    """
    nics = uplinks(inventory, host, adapters(host, "vmotion"))
    bytes_per_s = sum(nic.speed_bits_per_s for nic in nics) / 8.0
    return host.cpu_mhz * max(0.3, 0.1 * bytes_per_s / GBIT) + bytes_per_s * encryption_cycles_per_byte / 1e6
