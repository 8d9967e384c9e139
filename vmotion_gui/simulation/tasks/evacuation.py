"""Which VMs leave a host that is being emptied, by whose decision, and why the others don't.

DRS at `fullyAutomated` moves them, at the lower levels it recommends and a person applies; a VM's own level takes the
cluster's place. Evacuations are mandatory moves (priority 1), done at every migration threshold; they are not held to
what DRS plans per run for balance, but wait in vCenter's queue like all others. Sources: `ClusterDrsConfigInfo` and
`NoMaintenanceModeDrsRecommendationForVM` in the vSphere API reference; VMware, "Place a Host in Maintenance Mode".
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import msgspec

from vmotion_gui.compatibility.failover import failover_room, in_service
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.inventory.entities import Cluster, DrsBehavior, VirtualMachine, VmAffinityRule
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import message
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.drs_limit import POLL_PERIOD_S
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.choosing import Choice
from vmotion_gui.simulation.tasks.task import Blocker, BlockerKind, HostTask

INITIATOR = "maintenance"
RERUN_S = 5.0
"""After a change of the estate, until DRS looks again (assumed)."""
ATTEMPTS = 3
"""A VM whose moves have failed so often is left to a person (assumed)."""
_AT_ONCE = 4
"""VMs that are looked at in one step, so that no step takes long."""
_TOLD: frozenset[BlockerKind] = frozenset(("vmDrsDisabled", "failover", "noHost", "capacity", "rule"))
_MAY_STAY: frozenset[BlockerKind] = frozenset(("vmDrsDisabled", "noHost", "capacity", "rule", "failed"))
"""A VM that does not run may stay for these reasons, though it was asked to leave."""


# --- who is there ---------------------------------------------------------------


def present(inventory: Inventory, task: HostTask) -> list[VirtualMachine]:
    """The VMs on the host that have to leave, the largest first; those that run before the others."""
    vms = (inventory.vms[id_] for id_ in inventory.vms_on(task.host))
    concerned = [vm for vm in vms if vm.power_state == "poweredOn" or (task.evacuate_powered_off and not vm.template)]
    return sorted(concerned, key=lambda vm: (vm.power_state != "poweredOn", -vm.memory_bytes, vm.id))


def in_the_way(core: Core, task: HostTask) -> bool:
    """Whether a VM keeps the host from maintenance mode. One that does not run does so only as long as it is not known
    that it may stay."""
    excused = {blocker.vm for blocker in task.blockers if blocker.kind in _MAY_STAY}
    return any(vm.power_state == "poweredOn" or vm.id not in excused for vm in present(core.state.inventory, task))


def noted(core: Core, task: HostTask) -> HostTask:
    """The task, knowing of all VMs that are there now."""
    known = dict.fromkeys((*task.leaving, *(vm.id for vm in present(core.state.inventory, task))))
    return task if len(known) == len(task.leaving) else msgspec.structs.replace(task, leaving=tuple(known))


# --- what happens meanwhile ---------------------------------------------------------------


def asked(task: HostTask, vm: str, migration: str) -> HostTask:
    """A migration of a VM has been asked for."""
    others = tuple(blocker for blocker in task.blockers if blocker.vm != vm)
    return msgspec.structs.replace(task, moves={**task.moves, vm: migration}, blockers=others)


def migration_ended(core: Core, task: HostTask, migration: Migration) -> HostTask:
    """A failed move is tried again in DRS's next run; one that somebody cancelled is not."""
    vm = migration.plan.vm
    if task.moves.get(vm) != migration.id or migration.phase is Phase.COMPLETED:
        return task
    cancelled = migration.phase is Phase.CANCELLED
    failures = {**task.failures, vm: ATTEMPTS if cancelled else task.failures.get(vm, 0) + 1}
    task = msgspec.structs.replace(task, failures=failures)
    if failures[vm] < ATTEMPTS:
        return run_at(core, task, (core.state.now_s // POLL_PERIOD_S + 1.0) * POLL_PERIOD_S)
    return run_at(core, task, core.state.now_s)


def something_changed(core: Core, task: HostTask) -> HostTask:
    """The estate is another one, or a migration is over: what could not leave perhaps can now."""
    task = noted(core, task)
    idle = [vm for vm in present(core.state.inventory, task) if vm.id not in core.state.by_vm]
    waits = any(task.failures.get(vm.id, 0) == 0 or task.failures[vm.id] >= ATTEMPTS for vm in idle)
    return run_at(core, task, core.state.now_s + RERUN_S) if waits else task


def run_at(core: Core, task: HostTask, time_s: float) -> HostTask:
    """DRS looks at the VMs at a time, or earlier if it meant to."""
    if task.run_due and task.run_at_s <= time_s:
        return task
    due = core.schedule(time_s, "taskRun", task.id)
    return msgspec.structs.replace(task, run_due=due, run_at_s=time_s)


# --- a run of DRS ---------------------------------------------------------------


def run(core: Core, task: HostTask) -> HostTask:
    """Move, recommend, or say why not, for each VM that is there and not on its way; a few at once, the others next."""
    vms = core.state.inventory.vms
    pending = task.pending or tuple(vm.id for vm in present(core.state.inventory, task))
    task = msgspec.structs.replace(task, run_due=0, pending=pending[_AT_ONCE:])
    inventory = _with_arrivals(core, task)
    for id_ in pending[:_AT_ONCE]:
        if id_ in vms and vms[id_].host == task.host and id_ not in core.state.by_vm:
            inventory, task = _look_at(core, inventory, task, vms[id_])
    return run_at(core, task, core.state.now_s) if task.pending else _looked_at_all(core, task)


def _look_at(core: Core, inventory: Inventory, task: HostTask, vm: VirtualMachine) -> tuple[Inventory, HostTask]:
    obstacle = _standing_against(core, task, vm)
    if obstacle is None:
        target, obstacle = _target(core, inventory, task, vm)
        if target:
            inventory = _moved(inventory, vm.id, target)
            task, obstacle = _move_or_recommend(core, task, vm, target)
    return inventory, task if obstacle is None else msgspec.structs.replace(task, found=(*task.found, obstacle))


def _looked_at_all(core: Core, task: HostTask) -> HostTask:
    """What was found stands, and what is new in it is told."""
    before = {blocker.vm: blocker for blocker in task.blockers}
    for blocker in task.found:
        if blocker.kind in _TOLD and (blocker.vm not in before or before[blocker.vm].kind != blocker.kind):
            _tell_blocked(core, task, blocker)
    _tell_recommended(core, task, task.found, before)
    return msgspec.structs.replace(task, blockers=task.found, found=())


def _standing_against(core: Core, task: HostTask, vm: VirtualMachine) -> Blocker | None:
    """Why DRS does nothing about a VM, whatever hosts there are; None if it does."""
    inventory = core.state.inventory
    host = inventory.hosts[task.host]
    cluster = inventory.clusters.get(host.cluster)
    if cluster is None:
        return _blocker(vm, "alone", host=host.name)
    if not cluster.drs.enabled:
        return _blocker(vm, "noDrs", cluster=cluster.name)
    if vm.drs_behavior == "disabled":
        return _blocker(vm, "vmDrsDisabled")
    if task.failures.get(vm.id, 0) >= ATTEMPTS:
        last = core.state.migrations[task.moves[vm.id]]
        why = last.fault.text if last.fault is not None else message("simulation.reason.unknown")
        reasons = () if last.fault is None else (last.fault,)
        return msgspec.structs.replace(_blocker(vm, "failed", reason=why), reasons=reasons)
    if vm.power_state == "poweredOn" and not _keeps_room(inventory, cluster, task.host):
        level = len(cluster.das.failover_hosts) or cluster.das.failover_level
        return _blocker(vm, "failover", cluster=cluster.name, level=level)
    return None


def _keeps_room(inventory: Inventory, cluster: Cluster, host: str) -> bool:
    """Whether HA's admission control lets a host be emptied: DRS uses no room up that is kept for failed hosts
    (VMware, "Place a Host in Maintenance Mode")."""
    return failover_room(inventory, cluster, without=[host]).enough


def _target(core: Core, inventory: Inventory, task: HostTask, vm: VirtualMachine) -> tuple[str, Blocker | None]:
    """The host for a VM; or "" and why there is none."""
    cluster = inventory.clusters[inventory.hosts[task.host].cluster]
    hosts = [id_ for id_ in inventory.hosts_in(cluster.id) if id_ != task.host and in_service(inventory.hosts[id_])]
    choice = core.evacuator.choose(inventory, _together(inventory, cluster, task.host, vm), hosts)
    return choice.host, None if choice.host else _no_target(vm, choice, hosts)


def _no_target(vm: VirtualMachine, choice: Choice, hosts: list[str]) -> Blocker:
    if not choice.reasons:
        return _blocker(vm, "noHost", reason=message("simulation.blocker.noOtherHost", count=len(hosts)))
    kind = choice.obstacle or "noHost"
    found = _blocker(vm, kind, reason=choice.reasons[0].text)
    return msgspec.structs.replace(found, cure=choice.reasons[0].cure, reasons=choice.reasons)


def _together(inventory: Inventory, cluster: Cluster, host: str, vm: VirtualMachine) -> list[str]:
    """A VM, and those that a rule keeps with it and that are still on its host."""
    mates = (
        id_
        for rule in cluster.rules
        if isinstance(rule, VmAffinityRule) and rule.enabled and vm.id in rule.vms
        for id_ in rule.vms
    )
    there = (id_ for id_ in mates if id_ in inventory.vms and inventory.vms[id_].host == host)
    return list(dict.fromkeys((vm.id, *there)))


def _move_or_recommend(core: Core, task: HostTask, vm: VirtualMachine, target: str) -> tuple[HostTask, Blocker | None]:
    if _behavior(core.state.inventory, task.host, vm) != "fullyAutomated":
        found = _blocker(vm, "recommended", host=core.name(target))
        return task, msgspec.structs.replace(found, host=target)
    ticket = core.order(Migrate(spec=MigrationSpec(vm=vm.id, host=target)))
    if ticket.accepted:
        return asked(task, vm.id, ticket.id), None
    return task, _blocker(vm, "failed", reason=ticket.reason or message("simulation.reason.unknown"))


def _behavior(inventory: Inventory, host: str, vm: VirtualMachine) -> DrsBehavior:
    own = vm.drs_behavior
    if own == "default" or own == "disabled":  # mypy narrows by == only
        return inventory.clusters[inventory.hosts[host].cluster].drs.default_vm_behavior
    return own


def _with_arrivals(core: Core, task: HostTask) -> Inventory:
    """The inventory with all VMs that are on their way, or just recommended, at their destinations: the room there is
    theirs already."""
    inventory = core.state.inventory
    for id_ in core.state.active:
        plan = core.state.migrations[id_].plan
        if plan.changes_host and plan.vm in inventory.vms:
            inventory = _moved(inventory, plan.vm, plan.destination)
    for blocker in task.found:
        if blocker.host and blocker.vm in inventory.vms:
            inventory = _moved(inventory, blocker.vm, blocker.host)
    return inventory


def _moved(inventory: Inventory, vm: str, host: str) -> Inventory:
    return inventory.with_entities([msgspec.structs.replace(inventory.vms[vm], host=host)])


# --- words ---------------------------------------------------------------


def _blocker(vm: VirtualMachine, kind: BlockerKind, **args: object) -> Blocker:
    text = message(f"simulation.blocker.{kind}", vm=vm.name, **args)
    cure = message(f"simulation.blockerCure.{kind}", vm=vm.name, **args)
    return Blocker(vm=vm.id, kind=kind, text=text, cure=cure)


def migrating(core: Core, vm: VirtualMachine, migration: Migration) -> Blocker:
    """A VM that is on its way, as one that is still there."""
    found = _blocker(vm, "migrating", host=core.name(migration.plan.destination))
    return msgspec.structs.replace(found, host=migration.plan.destination)


def _tell_blocked(core: Core, task: HostTask, blocker: Blocker) -> None:
    core.emit(
        "NoMaintenanceModeDrsRecommendationForVM",
        blocker.text,
        level="warning",
        vm=blocker.vm,
        host=task.host,
        objects=(blocker.vm, task.host),
        milestone=True,
    )


def _tell_recommended(core: Core, task: HostTask, blockers: Iterable[Blocker], before: dict[str, Blocker]) -> None:
    fresh = [b for b in blockers if b.kind == "recommended" and (b.vm not in before or before[b.vm].host != b.host)]
    if fresh:
        text = message("simulation.event.movesRecommended", host=core.name(task.host), count=len(fresh))
        core.emit("RecommendationsMade", text, host=task.host, objects=(task.host,), milestone=True)


def share_left(core: Core, task: HostTask) -> float:
    """How much of the VMs' leaving is done, 0 to 1; a VM on its way counts by its migration's progress."""
    here = {vm.id for vm in present(core.state.inventory, task)}
    parts = [1.0 if id_ not in here else _progress(core, id_) for id_ in task.leaving]
    return math.fsum(parts) / len(parts) if parts else 1.0


def _progress(core: Core, vm: str) -> float:
    running = (core.state.migrations[id_] for id_ in core.state.by_vm.get(vm, ()))
    return max((core.progress(m) for m in running if m.plan.changes_host and not m.cancelled), default=0.0)
