"""Is there room for what the VM reserves? After VMware's documents on admission control and reservations."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility.case import HOST_LIVE, Case
from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.compatibility.failover import Rooms
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.inventory.entities import Host, ResourcePool, VirtualMachine

BOOK = RuleBook("capacity", "resourcePoolTests", "capacity")
CROWDED = 0.9
"""Share of a host's memory in running VMs' configured memory from which on a move there is worth a warning."""


@BOOK.rule(
    "cap.memory", "InsufficientMemoryResourcesFault", types=HOST_LIVE, also=("InsufficientHostMemoryCapacityFault",)
)
def memory(case: Case) -> Findings:
    need = case.vm.memory_reservation_bytes + memory_overhead_bytes(case.vm)
    free = case.columns.memory_bytes - case.columns.reserved_bytes
    return Findings(
        error=(free < need) & case.elsewhere,
        words=lambda _case, row: {"need": need, "free": max(float(free[row]), 0.0)},
    )


@BOOK.rule("cap.cpu", "InsufficientCpuResourcesFault", types=HOST_LIVE, also=("InsufficientHostCpuCapacityFault",))
def cpu(case: Case) -> Findings:
    need = case.vm.cpu_reservation_mhz
    free = case.columns.capacity_mhz - case.columns.reserved_mhz
    return Findings(
        error=(free < need) & case.elsewhere,
        words=lambda _case, row: {"need": need, "free": max(round(float(free[row])), 0)},
    )


@BOOK.rule("cap.perCpu", "InsufficientPerCpuCapacity", types=HOST_LIVE)
def per_cpu(case: Case) -> Findings:
    """One vCPU runs on one core: what is reserved for it must fit there."""
    need = case.vm.cpu_reservation_mhz / case.vm.cpus
    if need <= 0:
        return Findings()
    clock = case.columns.known("clock", lambda: np.array([host.cpu_mhz for host in case.columns.hosts], dtype=float))
    return Findings(
        error=(clock < need) & case.elsewhere,
        words=lambda _case, row: {"need": round(need), "have": float(clock[row])},
    )


@BOOK.rule("vm.latency", "InsufficientCpuResourcesFault", types=HOST_LIVE, simplified=True)
def latency_sensitivity(case: Case) -> Findings:
    """High latency sensitivity wants its memory and a core for each vCPU reserved in full."""
    vm, columns = case.vm, case.columns
    if vm.latency_sensitivity != "high":
        return Findings()
    cores = columns.capacity_mhz / columns.cores
    short_cpu = columns.capacity_mhz - columns.reserved_mhz < np.maximum(cores * vm.cpus, vm.cpu_reservation_mhz)
    short_memory = columns.memory_bytes - columns.reserved_bytes < vm.memory_bytes + memory_overhead_bytes(vm)
    return Findings(error=(short_cpu | short_memory) & case.elsewhere)


@BOOK.rule("cap.load", "", types=HOST_LIVE)
def load(case: Case) -> Findings:
    share = (case.columns.running_bytes + case.vm.memory_bytes) / case.columns.memory_bytes
    return Findings(
        warning=(share > CROWDED) & case.elsewhere, words=lambda _case, row: {"share": round(float(share[row]) * 100)}
    )


@BOOK.rule("cap.poolCpu", "InsufficientCpuResourcesFault", types=HOST_LIVE)
def resource_pool_cpu(case: Case) -> Findings:
    pool = _narrow_pool(case)
    if pool is None:
        return Findings()
    free = pool.cpu_reservation_mhz - sum(vm.cpu_reservation_mhz for vm in _held(case, pool))
    need = case.vm.cpu_reservation_mhz
    return Findings(
        error=free < need, words=lambda _case, _row: {"pool": pool.name, "need": need, "free": max(free, 0)}
    )


def _narrow_pool(case: Case) -> ResourcePool | None:
    """The pool that the VM would newly come into, if that cannot borrow from its parent."""
    wanted = case.spec.resource_pool
    if not wanted or wanted == case.vm.resource_pool:
        return None
    pool = case.inventory.resource_pools.get(wanted)
    return None if pool is None or pool.expandable_reservation else pool


def _held(case: Case, pool: ResourcePool) -> list[VirtualMachine]:
    vms = case.inventory.vms.values()
    return [vm for vm in vms if vm.resource_pool == pool.id and vm.power_state == "poweredOn"]


@BOOK.rule("cap.pool", "InsufficientMemoryResourcesFault", types=HOST_LIVE)
def resource_pool(case: Case) -> Findings:
    pool = _narrow_pool(case)
    if pool is None:
        return Findings()
    free = pool.memory_reservation_bytes - sum(vm.memory_reservation_bytes for vm in _held(case, pool))
    need = case.vm.memory_reservation_bytes
    return Findings(
        error=free < need, words=lambda _case, _row: {"pool": pool.name, "need": need, "free": max(free, 0)}
    )


@BOOK.rule("ha.capacity", "InsufficientFailoverResourcesFault", types=HOST_LIVE, simplified=True)
def failover(case: Case) -> Findings:
    """Entering another cluster: it must still keep the room for failed hosts that its policy asks for."""
    rooms = Rooms.of(case.columns)
    short = rooms.short(case.vm, case.columns.arriving)
    return Findings(
        error=short[rooms.codes] & (rooms.codes != case.here(rooms.codes)),
        words=_cluster_name,
        about=lambda case, row: (case.columns.cluster[row],),
    )


def _cluster_name(case: Case, row: int) -> dict[str, str]:
    cluster = case.inventory.clusters.get(case.columns.cluster[row])
    return {"cluster": cluster.name if cluster is not None else ""}


@BOOK.rule("lic.vms", "VmLimitLicense", types=HOST_LIVE, test_group="hostTests")
def licensed_vms(case: Case) -> Findings:
    columns = case.columns
    if not columns.fact("licensed number of VMs", lambda host: host.licence_max_vms is not None).any():
        return Findings()

    def running(host: Host) -> int:
        vms = case.inventory.vms
        return sum(vms[id_].power_state == "poweredOn" for id_ in case.inventory.vms_on(host.id))

    full = columns.where(lambda host: host.licence_max_vms is not None and running(host) >= host.licence_max_vms)
    return Findings(
        error=full & case.elsewhere, words=lambda case, row: {"count": case.columns.hosts[row].licence_max_vms}
    )
