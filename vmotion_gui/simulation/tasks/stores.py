"""Maintenance mode of a datastore as a task of vCenter: what begins it, what ends it, and what it waits for.

Nothing new is placed on a datastore that enters; it is in maintenance mode once no VM has a file there any more and no
migration touches it. The task itself moves nothing: Storage DRS of the datastore's cluster does, or recommends it, and
elsewhere a person has to. Sources: `DatastoreEnterMaintenanceMode` and `DatastoreSummary.maintenanceMode` in the
vSphere API reference; VMware, "Placing Datastores in Maintenance Mode".
"""

from __future__ import annotations

import msgspec

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EnterDatastoreMaintenanceMode, Migrate
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation import ending
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.events import Level
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks import store_leaving as leaving
from vmotion_gui.simulation.tasks.store_task import StoreTask
from vmotion_gui.simulation.tasks.task import StoreTaskKind, TaskState

FIRST_RUN_S = 1.0
"""From the command until Storage DRS has looked at the datastore's VMs (assumed)."""


# --- what people ask for ---------------------------------------------------------------


def enter(core: Core, command: EnterDatastoreMaintenanceMode, initiator: str) -> Ticket:
    """Begin to empty a datastore."""
    store = core.state.inventory.datastores.get(command.datastore)
    if store is None:
        return _refused("simulation.refused.unknown", id=command.datastore)
    if store.maintenance_mode == "inMaintenance":
        return _refused("simulation.refused.hostInMaintenance", host=store.name)
    if _open_task(core, store.id) is not None:
        return _refused("simulation.refused.hostEntering", host=store.name)
    task = leaving.noted(core, _begun(core, "enterDatastoreMaintenanceMode", store.id, initiator))
    core.state.store_tasks[task.id] = leaving.run_at(core, task, core.state.now_s + FIRST_RUN_S)
    core.state.open_store_tasks = (*core.state.open_store_tasks, task.id)
    _set_state(core, store.id, "enteringMaintenance")
    text = message("simulation.event.storeEntering", datastore=store.name, count=len(task.leaving))
    _tell(core, task, "DatastoreEnteringMaintenanceModeEvent", text)
    return Ticket(id=task.id, accepted=True)


def leave(core: Core, datastore: str, initiator: str) -> Ticket:
    """Take a datastore back into service, at once."""
    store = core.state.inventory.datastores.get(datastore)
    if store is None:
        return _refused("simulation.refused.unknown", id=datastore)
    if _open_task(core, datastore) is not None:
        return _refused("simulation.refused.hostEntering", host=store.name)
    if store.maintenance_mode == "normal":
        return _refused("simulation.refused.notInMaintenance", host=store.name)
    task = _begun(core, "exitDatastoreMaintenanceMode", datastore, initiator)
    _set_state(core, datastore, "normal")
    _end(core, task, "success", None)
    text = message("simulation.event.storeExited", datastore=store.name)
    _tell(core, task, "DatastoreExitedMaintenanceModeEvent", text)
    return Ticket(id=task.id, accepted=True)


def cancel(core: Core, id_: str) -> Ticket:
    """End a task because a person wants it; what has left stays where it is, what is on its way arrives."""
    task = core.state.store_tasks[id_]
    if task.state == "running":
        _give_up(core, task, "canceled", reason("storeCanceled", task.datastore, datastore=core.name(task.datastore)))
    return Ticket(id="", accepted=True)


def apply_recommendations(core: Core, id_: str, vms: tuple[str, ...]) -> Ticket:
    """Start what Storage DRS recommends and a person has now agreed to."""
    task = core.state.store_tasks[id_]
    wanted = [spec for vm, spec in task.recommended.items() if not vms or vm in vms]
    if task.state != "running" or not wanted:
        return _refused("simulation.refused.noRecommendations", host=core.name(task.datastore))
    for spec in wanted:
        ticket = core.order(Migrate(spec=spec))
        if ticket.accepted:
            task = leaving.asked(task, spec.vm, ticket.id)
    core.state.store_tasks[id_] = task
    return Ticket(id="", accepted=True)


# --- what time brings ---------------------------------------------------------------


def run(core: Core, id_: str) -> None:
    """Storage DRS looks at the VMs that are still there."""
    core.state.store_tasks[id_] = leaving.run(core, core.state.store_tasks[id_])
    _review(core, id_)


def review(core: Core) -> None:
    """See what has become of the VMs on datastores that are being emptied; cheap where nothing has changed."""
    state = core.state
    ended, core.just_left = core.just_left, ()
    if state.inventory is state.reviewed_stores and not ended:
        return
    # a task that began since then has noted who was there itself
    known, state.reviewed_stores = state.reviewed_stores, state.inventory
    for id_ in state.open_store_tasks:
        task = state.store_tasks[id_]
        for migration in ended:
            task = leaving.migration_ended(core, task, migration)
        state.store_tasks[id_] = leaving.something_changed(core, task, known)
        _review(core, id_)


def _review(core: Core, id_: str) -> None:
    task = core.state.store_tasks[id_]
    store = core.state.inventory.datastores.get(task.datastore)
    if task.state != "running":
        return
    if store is None or store.maintenance_mode != "enteringMaintenance":
        _give_up(core, task, "error", reason("storeEdited", task.datastore, datastore=core.name(task.datastore)))
    elif not leaving.here(core.state.inventory, task) and not _touched_by_migration(core, store.id):
        _set_state(core, store.id, "inMaintenance")
        _end(core, task, "success", None)
        duration = core.state.now_s - task.start_s
        text = message("simulation.event.storeEntered", datastore=store.name, duration=duration)
        _tell(core, task, "DatastoreEnteredMaintenanceModeEvent", text)


def _touched_by_migration(core: Core, datastore: str) -> bool:
    """Whether a migration that has begun still needs the datastore, or comes there."""
    running = (core.state.migrations[id_] for id_ in core.state.active)
    return any(m.phase is not Phase.QUEUED and datastore in leaving.stores_of(m) for m in running)


# --- beginnings and ends ---------------------------------------------------------------


def _begun(core: Core, kind: StoreTaskKind, datastore: str, initiator: str) -> StoreTask:
    id_ = f"task-{core.state.task_count + 1}"
    task = StoreTask(id=id_, kind=kind, datastore=datastore, initiator=initiator, start_s=core.state.now_s)
    core.state.store_tasks[id_] = task
    return task


def _end(core: Core, task: StoreTask, state: TaskState, fault: Reason | None) -> None:
    here = {vm.id for vm in leaving.here(core.state.inventory, task)}
    core.state.store_tasks[task.id] = msgspec.structs.replace(
        core.state.store_tasks[task.id],
        state=state,
        fault=fault,
        end_s=core.state.now_s,
        run_due=0,
        left=sum(id_ not in here for id_ in task.leaving),
    )
    core.state.open_store_tasks = tuple(id_ for id_ in core.state.open_store_tasks if id_ != task.id)


def _give_up(core: Core, task: StoreTask, state: TaskState, why: Reason) -> None:
    """The datastore is in service again. Its moves that still wait are taken back, those that run go on to their
    end."""
    _end(core, task, state, why)
    store = core.state.inventory.datastores.get(task.datastore)
    if store is not None and store.maintenance_mode == "enteringMaintenance":
        _set_state(core, task.datastore, "normal")
    for id_ in task.moves.values():
        migration = core.state.migrations[id_]
        if migration.phase is Phase.QUEUED:
            ending.cancel(core, migration)
    moving = sum(not core.state.migrations[id_].phase.ended for id_ in task.moves.values())
    here = {vm.id for vm in leaving.here(core.state.inventory, task)}
    staying = sum(id_ in here for id_ in task.leaving) - moving
    counts = {"left": len(task.leaving) - staying - moving, "moving": moving, "staying": max(0, staying)}
    text = message("simulation.event.maintenanceNotEntered", reason=why.text, **counts)
    level: Level = "warning" if state == "canceled" else "error"
    _tell(core, task, "DatastoreMaintenanceModeErrorsEvent", text, level)


def _set_state(core: Core, datastore: str, state: str) -> None:
    core.apply([FieldsChanged(id=datastore, fields={"maintenance_mode": state})])


def _open_task(core: Core, datastore: str) -> StoreTask | None:
    tasks = (core.state.store_tasks[id_] for id_ in core.state.open_store_tasks)
    return next((task for task in tasks if task.datastore == datastore), None)


def _tell(core: Core, task: StoreTask, type_: str, text: Message, level: Level = "info") -> None:
    core.emit(type_, text, objects=(task.datastore,), level=level, milestone=True)


def _refused(key: str, **args: object) -> Ticket:
    return Ticket(id="", accepted=False, reason=message(key, **args))
