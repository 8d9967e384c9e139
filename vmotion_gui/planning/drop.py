"""What dropping VMs on an object of the estate would do: one answer for colour, label, drop, keyboard and dialog."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Cluster, Datastore, Host, VirtualMachine
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.placement import best_datastore, best_host


class PlannedMove(msgspec.Struct, frozen=True, kw_only=True):
    """One VM of a drop: what would be asked of the engine, and whether it may be."""

    spec: MigrationSpec
    verdict: Verdict


class DropPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to "what if these VMs were dropped here?"."""

    target: str
    moves: tuple[PlannedMove, ...] = ()
    refusal: Message | None = None
    """Why this is no place for VMs at all, or why no host was found; then there are no moves."""
    choice: Message | None = None
    """Why this host or datastore was chosen, where the target left it open."""

    @property
    def possible(self) -> tuple[PlannedMove, ...]:
        """The moves that may start."""
        return tuple(move for move in self.moves if move.verdict.possible)

    @property
    def severity(self) -> Severity:
        """The worst verdict of all moves; ERROR for a refusal."""
        if self.refusal is not None:
            return Severity.ERROR
        return max((move.verdict.severity for move in self.moves), default=Severity.ERROR)


def plan_drop(
    checker: Checker,
    vm_ids: Sequence[str],
    target_id: str,
    *,
    with_storage: bool = False,
    busy: Mapping[str, str] | None = None,
) -> DropPlan:
    """What a drop of these VMs on an object would do.

    A host (or a VM on it) means "change compute resource only", with `with_storage` "change both"; a cluster lets the
    placement choose the host; a datastore means "change storage only". Anything else refuses.
    """
    inventory = checker.inventory
    target = inventory.get(target_id)
    if isinstance(target, VirtualMachine):
        target = inventory.hosts.get(target.host)
    if isinstance(target, Host):
        return _to_host(checker, vm_ids, target, with_storage, busy)
    if isinstance(target, Cluster):
        return _to_cluster(checker, vm_ids, target, with_storage, busy)
    if isinstance(target, Datastore):
        specs = [MigrationSpec(vm=vm, datastore=target.id) for vm in vm_ids]
        return DropPlan(target=target.id, moves=_judged(checker, specs, busy))
    return DropPlan(target=target_id, refusal=message("drop.noPlace"))


def _to_host(
    checker: Checker, vm_ids: Sequence[str], host: Host, with_storage: bool, busy: Mapping[str, str] | None
) -> DropPlan:
    specs = [
        MigrationSpec(vm=vm, host=host.id, datastore=best_datastore(checker, vm, host.id) if with_storage else "")
        for vm in vm_ids
    ]
    return DropPlan(target=host.id, moves=_judged(checker, specs, busy))


def _to_cluster(
    checker: Checker, vm_ids: Sequence[str], cluster: Cluster, with_storage: bool, busy: Mapping[str, str] | None
) -> DropPlan:
    inventory = checker.inventory
    homes = {inventory.vms[vm].host for vm in vm_ids}
    host_id = best_host(checker, vm_ids, [host for host in inventory.hosts_in(cluster.id) if host not in homes])
    if not host_id:
        return DropPlan(target=cluster.id, refusal=message("drop.noHost", cluster=cluster.name))
    host = inventory.hosts[host_id]
    plan = _to_host(checker, vm_ids, host, with_storage, busy)
    return msgspec.structs.replace(plan, choice=message("drop.hostChosen", host=host.name, cluster=cluster.name))


def _judged(
    checker: Checker, specs: Sequence[MigrationSpec], busy: Mapping[str, str] | None
) -> tuple[PlannedMove, ...]:
    return tuple(PlannedMove(spec=spec, verdict=checker.check(spec, busy=busy)) for spec in specs)
