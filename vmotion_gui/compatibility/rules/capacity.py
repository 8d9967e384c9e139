"""Is there room for what the VM reserves? After VMware's documents on admission control and reservations."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility.case import HOST_LIVE, Case
from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.compatibility.rule import Findings, RuleBook

BOOK = RuleBook("capacity", "resourcePoolTests")
CROWDED = 0.9
"""Share of a host's memory in running VMs' configured memory from which on a move there is worth a warning."""


@BOOK.rule("cap.memory", "InsufficientMemoryResourcesFault", types=HOST_LIVE)
def memory(case: Case) -> Findings:
    need = case.vm.memory_reservation_bytes + memory_overhead_bytes(case.vm)
    free = case.columns.memory_bytes - case.columns.reserved_bytes
    return Findings(
        error=(free < need) & case.elsewhere,
        words=lambda _case, row: {"need": need, "free": max(float(free[row]), 0.0)},
    )


@BOOK.rule("cap.cpu", "InsufficientCpuResourcesFault", types=HOST_LIVE)
def cpu(case: Case) -> Findings:
    need = case.vm.cpu_reservation_mhz
    free = case.columns.capacity_mhz - case.columns.reserved_mhz
    return Findings(
        error=(free < need) & case.elsewhere,
        words=lambda _case, row: {"need": need, "free": max(round(float(free[row])), 0)},
    )


@BOOK.rule("cap.load", "", types=HOST_LIVE)
def load(case: Case) -> Findings:
    share = (case.columns.running_bytes + case.vm.memory_bytes) / case.columns.memory_bytes
    return Findings(
        warning=(share > CROWDED) & case.elsewhere, words=lambda _case, row: {"share": round(float(share[row]) * 100)}
    )


@BOOK.rule("cap.pool", "InsufficientMemoryResourcesFault", types=HOST_LIVE)
def resource_pool(case: Case) -> Findings:
    pool = case.inventory.resource_pools.get(case.spec.resource_pool or case.vm.resource_pool)
    if pool is None or pool.id == case.vm.resource_pool or pool.expandable_reservation:
        return Findings()
    held = [vm for vm in case.inventory.vms.values() if vm.resource_pool == pool.id and vm.power_state == "poweredOn"]
    free = pool.memory_reservation_bytes - sum(vm.memory_reservation_bytes for vm in held)
    need = case.vm.memory_reservation_bytes
    return Findings(
        error=free < need, words=lambda _case, _row: {"pool": pool.name, "need": need, "free": max(free, 0)}
    )


@BOOK.rule("ha.capacity", "InsufficientFailoverResourcesFault", types=HOST_LIVE, simplified=True)
def failover(case: Case) -> Findings:
    """Entering another cluster: without its largest hosts, the rest must still hold all reservations."""
    short = case.columns.none
    clusters = np.array(case.columns.cluster, dtype=object)
    need = case.vm.memory_reservation_bytes + memory_overhead_bytes(case.vm)
    for cluster in case.inventory.clusters.values():
        das = cluster.das
        if cluster.id == case.source.cluster or not (das.enabled and das.admission_control_enabled):
            continue
        rows = np.flatnonzero(clusters == cluster.id)
        kept = np.sort(case.columns.memory_bytes[rows])[: max(len(rows) - das.failover_level, 0)].sum()
        if kept < case.columns.reserved_bytes[rows].sum() + need:
            short[rows] = True
    return Findings(error=short, words=_cluster_name)


def _cluster_name(case: Case, row: int) -> dict[str, str]:
    cluster = case.inventory.clusters.get(case.columns.cluster[row])
    return {"cluster": cluster.name if cluster is not None else ""}
