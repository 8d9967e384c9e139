"""Which VMs leave a datastore that is being emptied, by whose decision, and why the others don't.

Storage DRS at `automated` moves them, at `manual` it recommends and a person applies; where there is none, a person
moves them. It moves no template, and no image that a drive of a VM reads. Source: VMware, "Placing Datastores in
Maintenance Mode" and `DatastoreEnterMaintenanceMode` in the vSphere API reference.
"""

from __future__ import annotations

import math

import msgspec

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.inventory.entities import DatastoreCluster, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.layered import differing
from vmotion_gui.messages import message
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.drs_limit import POLL_PERIOD_S
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.evacuation import ATTEMPTS, RERUN_S
from vmotion_gui.simulation.tasks.store_choosing import choose, claims
from vmotion_gui.simulation.tasks.store_files import (
    has_files_on,
    image_readers,
    machines_on,
    reads_image_on,
    targets_of,
)
from vmotion_gui.simulation.tasks.store_task import StoreTask
from vmotion_gui.simulation.tasks.task import Blocker, StoreBlockerKind

_AT_ONCE = 1
"""VMs that are looked at in one step, so that no step takes long: each asks the rules for every datastore."""
_TOLD: frozenset[StoreBlockerKind] = frozenset(("noDatastore", "template", "image", "noStorageDrs"))


def present(inventory: Inventory, datastore: str) -> list[VirtualMachine]:
    """The VMs that keep the datastore from being empty, the largest first; those that run before the others."""
    vms = (*machines_on(inventory, datastore), *image_readers(inventory, datastore))
    return sorted(vms, key=_hardest_first)


def _hardest_first(vm: VirtualMachine) -> tuple[bool, int, str]:
    return vm.power_state != "poweredOn", -sum(disk.allocated_bytes for disk in vm.disks), vm.id


def here(inventory: Inventory, task: StoreTask) -> list[VirtualMachine]:
    """The same for a task that has noted all VMs that were ever there: without a look at the whole estate."""
    known = (inventory.vms[id_] for id_ in task.leaving if id_ in inventory.vms)
    there = (vm for vm in known if _is_there(vm, task.datastore))
    return sorted(there, key=_hardest_first)


def _is_there(vm: VirtualMachine, datastore: str) -> bool:
    return has_files_on(vm, datastore) or reads_image_on(vm, datastore)


def noted(core: Core, task: StoreTask, before: Inventory | None = None) -> StoreTask:
    """The task, knowing of all VMs that are there now; `before`: an inventory of which it knew all."""
    inventory = core.state.inventory
    pairs = None if before is None else differing(before.vms, inventory.vms)
    if pairs is None:
        there = [vm.id for vm in present(inventory, task.datastore)]
    else:
        there = [vm.id for _, vm in pairs if _is_there(vm, task.datastore)]
    known = dict.fromkeys((*task.leaving, *there))
    return task if len(known) == len(task.leaving) else msgspec.structs.replace(task, leaving=tuple(known))


def stores_of(migration: Migration) -> set[str]:
    """The datastores that files come to or leave in a migration."""
    plan = migration.plan
    found = {store for store, _ in (*plan.arriving, *plan.leaving)}
    found.update(store for move in plan.disks for store in (move.source, move.destination))
    return found | {plan.config_datastore} if plan.moves_files else found


# --- what happens meanwhile ---------------------------------------------------------------


def asked(task: StoreTask, vm: str, migration: str) -> StoreTask:
    """A migration of a VM has been asked for."""
    others = tuple(blocker for blocker in task.blockers if blocker.vm != vm)
    rest = {id_: spec for id_, spec in task.recommended.items() if id_ != vm}
    return msgspec.structs.replace(task, moves={**task.moves, vm: migration}, blockers=others, recommended=rest)


def migration_ended(core: Core, task: StoreTask, migration: Migration) -> StoreTask:
    """A failed move is tried again in the next run; one that somebody cancelled is not."""
    vm = migration.plan.vm
    if task.moves.get(vm) != migration.id or migration.phase is Phase.COMPLETED:
        return task
    cancelled = migration.phase is Phase.CANCELLED
    failures = {**task.failures, vm: ATTEMPTS if cancelled else task.failures.get(vm, 0) + 1}
    task = msgspec.structs.replace(task, failures=failures)
    if failures[vm] < ATTEMPTS:
        return run_at(core, task, (core.state.now_s // POLL_PERIOD_S + 1.0) * POLL_PERIOD_S)
    return run_at(core, task, core.state.now_s)


def something_changed(core: Core, task: StoreTask, before: Inventory | None) -> StoreTask:
    """The estate is another one than `before`, or a migration is over: what could not leave perhaps can now."""
    task = noted(core, task, before)
    idle = [vm for vm in here(core.state.inventory, task) if vm.id not in core.state.by_vm]
    waits = any(task.failures.get(vm.id, 0) == 0 or task.failures[vm.id] >= ATTEMPTS for vm in idle)
    return run_at(core, task, core.state.now_s + RERUN_S) if waits else task


def run_at(core: Core, task: StoreTask, time_s: float) -> StoreTask:
    """The VMs are looked at at a time, or earlier if that was meant."""
    if task.run_due and task.run_at_s <= time_s:
        return task
    due = core.schedule(time_s, "storeRun", task.id)
    return msgspec.structs.replace(task, run_due=due, run_at_s=time_s)


# --- a run of Storage DRS ---------------------------------------------------------------


def run(core: Core, task: StoreTask) -> StoreTask:
    """Move, recommend, or say why not, for each VM that is there and not on its way; a few at once, the others next."""
    inventory = core.state.inventory
    there = {vm.id: vm for vm in here(inventory, task)}
    pending = task.pending or tuple(there)
    if not task.pending:
        task = msgspec.structs.replace(task, recommended={})
    task = msgspec.structs.replace(task, run_due=0, pending=pending[_AT_ONCE:])
    for id_ in pending[:_AT_ONCE]:
        if id_ in there and id_ not in core.state.by_vm:
            task = _look_at(core, task, there[id_])
    return run_at(core, task, core.state.now_s) if task.pending else _looked_at_all(core, task)


def _look_at(core: Core, task: StoreTask, vm: VirtualMachine) -> StoreTask:
    obstacle = _standing_against(core, task, vm)
    if obstacle is None:
        task, obstacle = _move_or_recommend(core, task, vm)
    return task if obstacle is None else msgspec.structs.replace(task, found=(*task.found, obstacle))


def _standing_against(core: Core, task: StoreTask, vm: VirtualMachine) -> Blocker | None:
    """Why nothing is done about a VM, whatever datastores there are; None if it is."""
    if vm.template:
        return _blocker(core, task, vm, "template")
    if reads_image_on(vm, task.datastore):
        return _with_reason(_blocker(core, task, vm, "image"), "dev.image")
    if _storage_drs(core, task) is None:
        return _blocker(core, task, vm, "noStorageDrs")
    if task.failures.get(vm.id, 0) >= ATTEMPTS:
        last = core.state.migrations[task.moves[vm.id]]
        why = last.fault.text if last.fault is not None else message("simulation.reason.unknown")
        reasons = () if last.fault is None else (last.fault,)
        return msgspec.structs.replace(_blocker(core, task, vm, "failed", reason=why), reasons=reasons)
    return None


def _storage_drs(core: Core, task: StoreTask) -> DatastoreCluster | None:
    """The datastore's cluster, if Storage DRS is turned on there."""
    inventory = core.state.inventory
    store = inventory.datastores.get(task.datastore)
    pod = inventory.datastore_clusters.get(store.cluster) if store is not None else None
    return pod if pod is not None and pod.storage_drs.enabled else None


def _move_or_recommend(core: Core, task: StoreTask, vm: VirtualMachine) -> tuple[StoreTask, Blocker | None]:
    pod = _storage_drs(core, task)
    assert pod is not None
    choice = choose(core, pod, vm, task.datastore, _claimed(core, task))
    if choice.spec is None:
        none = message("simulation.blocker.noOtherDatastore", cluster=pod.name)
        why = choice.reasons[0].text if choice.reasons else none
        found = _blocker(core, task, vm, "noDatastore", reason=why)
        return task, msgspec.structs.replace(found, reasons=choice.reasons)
    if pod.storage_drs.default_vm_behavior == "automated":
        ticket = core.order(Migrate(spec=choice.spec))
        if ticket.accepted:
            return asked(task, vm.id, ticket.id), None
        return task, _blocker(core, task, vm, "failed", reason=ticket.reason or message("simulation.reason.unknown"))
    targets = targets_of(vm, choice.spec)
    found = _blocker(core, task, vm, "recommended", targets=[core.name(id_) for id_ in targets])
    task = msgspec.structs.replace(task, recommended={**task.recommended, vm.id: choice.spec})
    return task, msgspec.structs.replace(found, datastore=next(iter(targets), ""))


def _claimed(core: Core, task: StoreTask) -> dict[str, int]:
    """What others will bring to datastores: migrations that wait, and what has just been recommended."""
    found = claims(core)
    for spec in task.recommended.values():
        for store, amount in resolve(core.state.inventory, spec).arriving:
            found[store] = found.get(store, 0) + amount
    return found


def _looked_at_all(core: Core, task: StoreTask) -> StoreTask:
    """What was found stands, and what is new in it is told."""
    before = {blocker.vm: blocker for blocker in task.blockers}
    for blocker in task.found:
        if blocker.kind in _TOLD and (blocker.vm not in before or before[blocker.vm].kind != blocker.kind):
            objects = (blocker.vm, task.datastore)
            type_ = "DatastoreMaintenanceModeErrorsEvent"
            core.emit(type_, blocker.text, level="warning", vm=blocker.vm, objects=objects, milestone=True)
    fresh = [
        b
        for b in task.found
        if b.kind == "recommended" and (b.vm not in before or before[b.vm].datastore != b.datastore)
    ]
    if fresh:
        names = {"datastore": core.name(task.datastore), "count": len(fresh)}
        text = message("simulation.event.storeMovesRecommended", **names)
        core.emit("RecommendationsMade", text, objects=(task.datastore,), milestone=True)
    return msgspec.structs.replace(task, blockers=task.found, found=())


# --- words ---------------------------------------------------------------


def _blocker(core: Core, task: StoreTask, vm: VirtualMachine, kind: StoreBlockerKind, **args: object) -> Blocker:
    args = {"vm": vm.name, "datastore": core.name(task.datastore), **args}
    text = message(f"simulation.storeBlocker.{kind}", **args)
    return Blocker(vm=vm.id, kind=kind, text=text, cure=message(f"simulation.storeBlockerCure.{kind}", **args))


def _with_reason(blocker: Blocker, rule: str) -> Blocker:
    """The same with its sentences as a reason, so that the rule's cures are offered."""
    reason = Reason(
        rule=rule,
        fault="InvalidDatastoreState",
        severity=Severity.ERROR,
        group="storage",
        test_group="datastoreTests",
        text=blocker.text,
        cure=blocker.cure,
        objects=(blocker.vm,),
    )
    return msgspec.structs.replace(blocker, reasons=(reason,))


def migrating(core: Core, task: StoreTask, vm: VirtualMachine, migration: Migration) -> Blocker:
    """A VM that is on its way, as one that is still there."""
    targets = dict.fromkeys(move.destination for move in migration.plan.disks)
    targets = targets or dict.fromkeys((migration.plan.config_datastore,))
    found = _blocker(core, task, vm, "migrating", targets=[core.name(id_) for id_ in targets])
    return msgspec.structs.replace(found, datastore=next(iter(targets)))


def share_left(core: Core, task: StoreTask) -> float:
    """How much of the VMs' leaving is done, 0 to 1; a VM on its way counts by its migration's progress."""
    there = {vm.id for vm in here(core.state.inventory, task)}
    parts = [1.0 if id_ not in there else _progress(core, id_) for id_ in task.leaving]
    return math.fsum(parts) / len(parts) if parts else 1.0


def _progress(core: Core, vm: str) -> float:
    running = (core.state.migrations[id_] for id_ in core.state.by_vm.get(vm, ()))
    return max((core.progress(m) for m in running if m.plan.moves_files and not m.cancelled), default=0.0)
