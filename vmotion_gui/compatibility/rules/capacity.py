"""Is there room for what the VM reserves? After VMware's documents on admission control and reservations."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.case import HOST_LIVE, Case
from vmotion_gui.compatibility.columns import IntArray, memory_overhead_bytes
from vmotion_gui.compatibility.rule import Findings, RuleBook

BOOK = RuleBook("capacity", "resourcePoolTests", "capacity")
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
    codes, ids = case.columns.codes("cluster", lambda host: host.cluster)
    kept = case.columns.known("memory kept", lambda: _kept_bytes(case, codes, ids))
    reserved = np.bincount(codes, weights=case.columns.reserved_bytes, minlength=len(ids))
    need = case.vm.memory_reservation_bytes + memory_overhead_bytes(case.vm)
    return Findings(error=(kept < reserved + need)[codes] & (codes != codes[case.source_row]), words=_cluster_name)


def _kept_bytes(case: Case, codes: IntArray, ids: tuple[str, ...]) -> npt.NDArray[np.float64]:
    """Memory of each cluster without its largest hosts; infinite where no admission control counts it."""
    kept = np.full(len(ids), np.inf)
    for number, id_ in enumerate(ids):
        cluster = case.inventory.clusters.get(id_)
        if cluster is not None and cluster.das.enabled and cluster.das.admission_control_enabled:
            sizes = np.sort(case.columns.memory_bytes[codes == number])
            kept[number] = sizes[: max(len(sizes) - cluster.das.failover_level, 0)].sum()
    return kept


def _cluster_name(case: Case, row: int) -> dict[str, str]:
    cluster = case.inventory.clusters.get(case.columns.cluster[row])
    return {"cluster": cluster.name if cluster is not None else ""}
