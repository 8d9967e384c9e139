"""What is told of a task at a moment. Reading changes nothing."""

from __future__ import annotations

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.tasks import evacuation, store_leaving
from vmotion_gui.simulation.tasks.store_task import StoreTask
from vmotion_gui.simulation.tasks.task import Blocker, HostTask, TaskStatus

_BEGINS, _EMPTY = 0.02, 0.98
"""Progress when it has begun, as vCenter shows it, and when the last VM has left."""
_DATA_SHARE = 0.5
"""Of that, what belongs to vSAN's data, where there are any to move."""


def statuses(core: Core) -> dict[str, TaskStatus]:
    """All tasks of hosts and datastores as they stand now, by id, in order of submission."""
    hosts, stores = core.state.tasks, core.state.store_tasks
    ids = hosts if not stores else sorted((*hosts, *stores), key=lambda id_: int(id_.rpartition("-")[2]))
    return {id_: status_of_task(core, hosts[id_]) if id_ in hosts else _of_store(core, stores[id_]) for id_ in ids}


def status_of_task(core: Core, task: HostTask) -> TaskStatus:
    """The task as it stands now; of one that has ended, as it was then, but for its VMs, which go their ways."""
    running = task.state == "running"
    here = {vm.id for vm in evacuation.present(core.state.inventory, task)} if running else set()
    return TaskStatus(
        id=task.id,
        kind=task.kind,
        host=task.host,
        initiator=task.initiator,
        state=task.state,
        progress=_progress(core, task),
        start_s=task.start_s,
        end_s=task.end_s,
        timeout_s=task.timeout_s,
        evacuate_powered_off=task.evacuate_powered_off,
        vsan_mode=task.vsan_mode,
        leaving=len(task.leaving),
        left=sum(id_ not in here for id_ in task.leaving) if running else task.left,
        blockers=_blockers(core, task) if running else task.blockers,
        fault=task.fault,
        data_bytes=_data_bytes(task),
        data_moved_bytes=_moved_bytes(core, task),
        moves=tuple(task.moves.values()),
    )


def _of_store(core: Core, task: StoreTask) -> TaskStatus:
    running = task.state == "running"
    here = {vm.id for vm in store_leaving.here(core.state.inventory, task)} if running else set()
    return TaskStatus(
        id=task.id,
        kind=task.kind,
        datastore=task.datastore,
        initiator=task.initiator,
        state=task.state,
        progress=_BEGINS + (_EMPTY - _BEGINS) * store_leaving.share_left(core, task) if running else 1.0,
        start_s=task.start_s,
        end_s=task.end_s,
        timeout_s=0.0,
        leaving=len(task.leaving),
        left=sum(id_ not in here for id_ in task.leaving) if running else task.left,
        blockers=_store_blockers(core, task) if running else task.blockers,
        fault=task.fault,
        moves=tuple(task.moves.values()),
    )


def _store_blockers(core: Core, task: StoreTask) -> tuple[Blocker, ...]:
    state = core.state
    known = {blocker.vm: blocker for blocker in task.blockers}
    found = []
    for vm in store_leaving.here(state.inventory, task):
        moving = [state.migrations[id_] for id_ in state.by_vm.get(vm.id, ())]
        if moving:
            found.append(store_leaving.migrating(core, task, vm, moving[0]))
        elif vm.id in known:
            found.append(known[vm.id])
    return tuple(found)


def _progress(core: Core, task: HostTask) -> float:
    if task.state != "running":
        return 1.0
    share = evacuation.share_left(core, task)
    host = core.state.inventory.hosts.get(task.host)
    if host is not None and host.vsan_components and task.vsan_mode != "noAction":
        total = _data_bytes(task)
        moved = _moved_bytes(core, task) / total if total else 0.0
        share = share * (1.0 - _DATA_SHARE) + moved * _DATA_SHARE
    return _BEGINS + (_EMPTY - _BEGINS) * share


def _data_bytes(task: HostTask) -> float:
    return float(sum(move.size_bytes for move in task.data or ()))


def _moved_bytes(core: Core, task: HostTask) -> float:
    """What of vSAN's data has left so far."""
    total = _data_bytes(task)
    if not task.data_due:
        return total if task.state == "success" else 0.0
    return min(total, (core.state.now_s - task.data_since_s) * task.data_bytes_per_s)


def _blockers(core: Core, task: HostTask) -> tuple[Blocker, ...]:
    """What stood against the VMs at the last look, without those that have left or are on their way since."""
    state = core.state
    known = {blocker.vm: blocker for blocker in task.blockers}
    found = []
    for vm in evacuation.present(state.inventory, task):
        moving = [state.migrations[id_] for id_ in state.by_vm.get(vm.id, ())]
        if moving:
            found.append(evacuation.migrating(core, vm, moving[0]))
        elif vm.id in known:
            found.append(known[vm.id])
    return tuple(found)
