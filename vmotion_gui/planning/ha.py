"""HA's admission control: does a cluster keep the room that it needs when hosts fail?

Three policies, after VMware's "vSphere Availability". Slots: a slot holds the largest reservation of a running VM, and
enough slots must be left without the largest hosts. Percentage: so much of all CPU and memory must stay unreserved,
by default as much as the largest hosts have (vSphere's own default since 6.5).
Dedicated hosts: they must be in service and empty.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.inventory.automation import AdmissionControlPolicy
from vmotion_gui.inventory.entities import Cluster, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation.tasks.failover import in_service

LEAST_CPU_MHZ = 32
"""What HA counts for a VM without a CPU reservation (`das.vmcpuminmhz`)."""


class Slots(msgspec.Struct, frozen=True, kw_only=True):
    """The slot policy's figures."""

    cpu_mhz: float
    memory_bytes: float
    total: int
    used: int
    """A VM larger than a slot takes several."""
    tolerated: int
    """How many hosts, the largest first, could fail now (`currentFailoverLevel`)."""


class Shares(msgspec.Struct, frozen=True, kw_only=True):
    """The percentage policy's figures: what is unreserved now, and what must be, of all in percent."""

    cpu_percent: float
    memory_percent: float
    cpu_wanted_percent: float
    memory_wanted_percent: float


class FailoverRoom(msgspec.Struct, frozen=True, kw_only=True):
    """How a cluster stands with its admission control."""

    policy: AdmissionControlPolicy
    active: bool
    """False: HA or its admission control is off, and nothing is refused."""
    enough: bool
    reason: Message
    """What there is and what there must be."""
    slots: Slots | None = None
    shares: Shares | None = None


def failover_room(inventory: Inventory, cluster: Cluster, arriving: Sequence[VirtualMachine] = ()) -> FailoverRoom:
    """A cluster's room for failures, with VMs that would be powered on or come in."""
    hosts = [host for id_ in inventory.hosts_in(cluster.id) if in_service(host := inventory.hosts[id_])]
    members = (inventory.vms[id_] for host in inventory.hosts_in(cluster.id) for id_ in inventory.vms_on(host))
    running = {vm.id: vm for vm in members if vm.power_state == "poweredOn"} | {vm.id: vm for vm in arriving}
    vms = list(running.values())
    if cluster.das.policy == "failoverHost":
        room = _dedicated(inventory, cluster, hosts)
    elif cluster.das.policy == "failoverResources":
        room = _percentage(cluster, hosts, vms)
    else:
        room = _slots(cluster, hosts, vms)
    if cluster.das.enabled and cluster.das.admission_control_enabled:
        return room
    return msgspec.structs.replace(room, active=False, enough=True, reason=message("ha.off"))


def _cpu_mhz(vm: VirtualMachine) -> float:
    return float(max(vm.cpu_reservation_mhz, LEAST_CPU_MHZ))


def _memory_bytes(vm: VirtualMachine) -> float:
    return float(vm.memory_reservation_bytes + memory_overhead_bytes(vm))


def _slots(cluster: Cluster, hosts: Sequence[Host], vms: Sequence[VirtualMachine]) -> FailoverRoom:
    das = cluster.das
    cpu = das.slot_cpu_mhz or max(map(_cpu_mhz, vms), default=LEAST_CPU_MHZ)
    memory = das.slot_memory_bytes or max(map(_memory_bytes, vms), default=1.0)
    held = sorted(min(int(h.cores * h.cpu_mhz // cpu), int(h.memory_bytes // memory)) for h in hosts)
    used = sum(int(max(1, -(-_cpu_mhz(vm) // cpu), -(-_memory_bytes(vm) // memory))) for vm in vms)
    tolerated = 0
    while tolerated + 1 < len(held) and sum(held[: len(held) - tolerated - 1]) >= used:
        tolerated += 1
    slots = Slots(cpu_mhz=cpu, memory_bytes=memory, total=sum(held), used=used, tolerated=tolerated)
    return FailoverRoom(
        policy="failoverLevel",
        active=True,
        enough=tolerated >= das.failover_level,
        slots=slots,
        reason=message("ha.slots", total=slots.total, used=used, tolerated=tolerated, wanted=das.failover_level),
    )


def _percentage(cluster: Cluster, hosts: Sequence[Host], vms: Sequence[VirtualMachine]) -> FailoverRoom:
    das = cluster.das
    cpu, memory = [float(h.cores * h.cpu_mhz) for h in hosts], [float(h.memory_bytes) for h in hosts]
    auto = das.auto_compute_percentages
    shares = Shares(
        cpu_percent=_free_percent(sum(cpu), sum(map(_cpu_mhz, vms))),
        memory_percent=_free_percent(sum(memory), sum(map(_memory_bytes, vms))),
        cpu_wanted_percent=_largest_percent(cpu, das.failover_level) if auto else das.cpu_failover_resources_percent,
        memory_wanted_percent=_largest_percent(memory, das.failover_level)
        if auto
        else das.memory_failover_resources_percent,
    )
    return FailoverRoom(
        policy="failoverResources",
        active=True,
        enough=shares.cpu_percent >= shares.cpu_wanted_percent
        and shares.memory_percent >= shares.memory_wanted_percent,
        shares=shares,
        reason=message(
            "ha.percentage",
            cpu=round(shares.cpu_percent),
            memory=round(shares.memory_percent),
            cpu_wanted=round(shares.cpu_wanted_percent),
            memory_wanted=round(shares.memory_wanted_percent),
        ),
    )


def _free_percent(total: float, reserved: float) -> float:
    return 100.0 * (total - reserved) / total if total > 0 else 0.0


def _largest_percent(sizes: Sequence[float], count: int) -> float:
    """The share of so many of the largest; all of it where there are no more."""
    return 100.0 * sum(sorted(sizes)[max(0, len(sizes) - count) :]) / sum(sizes) if sizes else 100.0


def _dedicated(inventory: Inventory, cluster: Cluster, hosts: Sequence[Host]) -> FailoverRoom:
    ready = [host for host in hosts if host.id in cluster.das.failover_hosts]
    busy = [host.name for host in ready if any(_runs(inventory, id_) for id_ in inventory.vms_on(host.id))]
    enough = bool(ready) and len(ready) == len(cluster.das.failover_hosts) and not busy
    return FailoverRoom(
        policy="failoverHost",
        active=True,
        enough=enough,
        reason=message("ha.dedicated", ready=len(ready) - len(busy), wanted=len(cluster.das.failover_hosts)),
    )


def _runs(inventory: Inventory, vm: str) -> bool:
    return inventory.vms[vm].power_state == "poweredOn"
