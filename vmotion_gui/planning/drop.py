"""What dropping VMs on an object of the estate would do: one answer for colour, label, drop, keyboard and dialog."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.steps import Steps, at_once
from vmotion_gui.compatibility.verdict import Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Cluster, Datacenter, Datastore, Host, VCenter, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.placement import Placing, Rehearsal, best_datastore, largest_first

_Busy = Mapping[str, str] | None


class PlannedMove(msgspec.Struct, frozen=True, kw_only=True):
    """One VM of a drop: what would be asked of the engine, and whether it may be."""

    spec: MigrationSpec
    verdict: Verdict
    choice: Message | None = None
    """Why this host, where the target left it open; where none can take the VM, that."""


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
    checker: Checker, vm_ids: Sequence[str], target_id: str, *, with_storage: bool = False, busy: _Busy = None
) -> DropPlan:
    """What a drop of these VMs on an object would do; `drop_steps` at one go."""
    return at_once(drop_steps(checker, vm_ids, target_id, with_storage=with_storage, busy=busy))


def drop_steps(
    checker: Checker, vm_ids: Sequence[str], target_id: str, *, with_storage: bool = False, busy: _Busy = None
) -> Steps[DropPlan]:
    """What a drop of these VMs on an object would do, one VM at a step.

    A host (or a VM on it) means "change compute resource only", with `with_storage` "change both"; in a cluster the
    placement chooses a host for each VM, and in another datacenter or vCenter Server too, there with the files where
    they cannot stay; a datastore means "change storage only". Anything else refuses. Each move is judged as if those
    before it had been made.
    """
    inventory = checker.inventory
    target = inventory.get(target_id)
    if isinstance(target, VirtualMachine):
        target = inventory.hosts.get(target.host)
    if isinstance(target, Host):
        return (yield from _to_host(checker, vm_ids, target, with_storage, busy))
    if isinstance(target, Cluster):
        placing = _Placed(checker, vm_ids, inventory.hosts_in(target.id), busy)
        return (yield from placing.into(target, with_storage=with_storage))
    if isinstance(target, Datacenter | VCenter) and (hosts := _hosts_elsewhere(inventory, vm_ids, target)):
        plan = yield from _Placed(checker, vm_ids, hosts, busy).into(target, with_storage=with_storage)
        if not plan.possible and not with_storage:
            plan = yield from _Placed(checker, vm_ids, hosts, busy).into(target, with_storage=True)
        return plan
    if isinstance(target, Datastore):
        specs = (MigrationSpec(vm=vm, datastore=target.id) for vm in vm_ids)
        return DropPlan(target=target.id, moves=(yield from _judged(checker, vm_ids, (), specs, busy)))
    return DropPlan(target=target_id, refusal=message("drop.noPlace"))


def _hosts_elsewhere(inventory: Inventory, vm_ids: Sequence[str], target: Datacenter | VCenter) -> tuple[str, ...]:
    """The hosts of a datacenter or vCenter Server that none of the VMs is in; else none: it would say nothing."""
    if isinstance(target, VCenter):
        inside = {id_ for id_, datacenter in inventory.datacenters.items() if datacenter.vcenter == target.id}
    else:
        inside = {target.id}
    if any(inventory.hosts[inventory.vms[vm].host].datacenter in inside for vm in vm_ids):
        return ()
    return tuple(id_ for id_, host in inventory.hosts.items() if host.datacenter in inside)


def _to_host(checker: Checker, vm_ids: Sequence[str], host: Host, with_storage: bool, busy: _Busy) -> Steps[DropPlan]:
    specs = (
        MigrationSpec(vm=vm, host=host.id, datastore=best_datastore(checker, vm, host.id) if with_storage else "")
        for vm in vm_ids
    )
    return DropPlan(target=host.id, moves=(yield from _judged(checker, vm_ids, (host.id,), specs, busy)))


def _judged(
    checker: Checker, vm_ids: Sequence[str], hosts: Sequence[str], specs: Iterable[MigrationSpec], busy: _Busy
) -> Steps[tuple[PlannedMove, ...]]:
    rehearsal = Rehearsal(checker, vm_ids, hosts)
    moves = []
    for spec in specs:
        moves.append(PlannedMove(spec=spec, verdict=rehearsal.judged(spec, busy)))
        yield len(moves) / len(vm_ids)
    return tuple(moves)


def judged_anew(checker: Checker, moves: Sequence[PlannedMove]) -> tuple[PlannedMove, ...]:
    """The same moves after something about them, or the inventory, has changed; each after those before it."""
    specs = [move.spec for move in moves]
    hosts = {spec.host for spec in specs} - {""}
    anew = at_once(_judged(checker, [spec.vm for spec in specs], sorted(hosts), specs, None))
    return tuple(msgspec.structs.replace(new, choice=old.choice) for old, new in zip(moves, anew, strict=True))


class _Placed:
    """VMs that find their hosts among several, the largest first; told in the order in which they were given."""

    def __init__(self, checker: Checker, vm_ids: Sequence[str], hosts: Sequence[str], busy: _Busy) -> None:
        self._checker, self._vm_ids, self._hosts, self._busy = checker, vm_ids, hosts, busy

    def into(self, target: Cluster | Datacenter | VCenter, *, with_storage: bool) -> Steps[DropPlan]:
        if not self._hosts:
            return DropPlan(target=target.id, refusal=message("drop.noHost", cluster=target.name))
        placing = Placing(self._checker, self._vm_ids, self._hosts)
        found: dict[str, PlannedMove] = {}
        for vm in largest_first(self._checker.inventory, self._vm_ids):
            seat = placing.place(vm, with_storage=with_storage, busy=self._busy)
            if seat is not None:
                found[vm] = PlannedMove(spec=seat.spec, verdict=seat.verdict, choice=seat.reason)
            yield len(found) / len(self._vm_ids)
        moves = tuple(found[vm] for vm in self._vm_ids if vm in found)
        plan = DropPlan(target=target.id, moves=moves)
        if not plan.possible:
            return DropPlan(target=target.id, refusal=message("drop.noHost", cluster=target.name))
        return msgspec.structs.replace(plan, choice=self._chosen(plan, target.name))

    def _chosen(self, plan: DropPlan, place: str) -> Message:
        names = {self._checker.inventory.hosts[move.spec.host].name for move in plan.possible}
        if len(names) == 1:
            return message("drop.hostChosen", host=names.pop(), cluster=place)
        return message("drop.hostsChosen", count=len(names), vms=len(plan.possible), place=place)
