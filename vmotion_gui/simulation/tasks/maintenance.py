"""Maintenance mode as a task of vCenter: what begins it, what ends it, and what it waits for.

A host that enters takes no VM and starts none; the flag is set only when the last running VM has left and no migration
touches the host any more. Sources: `EnterMaintenanceMode_Task` and `HostRuntimeInfo.inMaintenanceMode` in the vSphere
API reference; VMware, "Place a Host in Maintenance Mode".
"""

from __future__ import annotations

import msgspec

from vmotion_gui.compatibility.failover import in_service
from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EnterMaintenanceMode, Migrate, MigrationSpec
from vmotion_gui.inventory.entities import Host, MaintenanceState
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation import ending
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.events import Level
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks import evacuation, vsan
from vmotion_gui.simulation.tasks.task import HostTask, TaskKind, TaskState

INITIATOR = evacuation.INITIATOR
FIRST_RUN_S = 1.0
"""From the command until DRS has looked at the host's VMs (assumed)."""


# --- what people ask for ---------------------------------------------------------------


def enter(core: Core, command: EnterMaintenanceMode, initiator: str) -> Ticket:
    """Begin to empty a host."""
    host = core.state.inventory.hosts.get(command.host)
    if host is None:
        return _refused("simulation.refused.unknown", id=command.host)
    if host.connection_state != "connected":
        return _refused("simulation.refused.hostNotConnected", host=host.name)
    if host.maintenance_state == "inMaintenance":
        return _refused("simulation.refused.hostInMaintenance", host=host.name)
    if _open_task(core, host.id) is not None:
        return _refused("simulation.refused.hostEntering", host=host.name)
    task = _begun(core, "enterMaintenanceMode", host.id, initiator)
    task = msgspec.structs.replace(
        task,
        timeout_s=command.timeout_s,
        evacuate_powered_off=command.evacuate_powered_off,
        vsan_mode=command.vsan_mode,
    )
    if command.timeout_s > 0.0:
        due = core.schedule(core.state.now_s + command.timeout_s, "taskTimeout", task.id)
        task = msgspec.structs.replace(task, timeout_due=due)
    task = evacuation.noted(core, task)
    core.state.tasks[task.id] = evacuation.run_at(core, task, core.state.now_s + FIRST_RUN_S)
    core.state.open_tasks = (*core.state.open_tasks, task.id)
    _set_state(core, host.id, "entering")
    text = message("simulation.event.maintenanceEntering", host=host.name, count=len(task.leaving))
    _tell(core, task, "EnteringMaintenanceModeEvent", text)
    return Ticket(id=task.id, accepted=True)


def leave(core: Core, host_id: str, initiator: str) -> Ticket:
    """Take a host back into service, at once."""
    host = core.state.inventory.hosts.get(host_id)
    if host is None:
        return _refused("simulation.refused.unknown", id=host_id)
    if _open_task(core, host_id) is not None:
        return _refused("simulation.refused.hostEntering", host=host.name)
    if host.maintenance_state == "normal":
        return _refused("simulation.refused.notInMaintenance", host=host.name)
    if host.connection_state != "connected":
        return _refused("simulation.refused.hostNotConnected", host=host.name)
    task = _begun(core, "exitMaintenanceMode", host_id, initiator)
    _set_state(core, host_id, "normal")
    _end(core, task, "success", None)
    _tell(core, task, "ExitMaintenanceModeEvent", message("simulation.event.maintenanceExited", host=host.name))
    return Ticket(id=task.id, accepted=True)


def cancel(core: Core, id_: str) -> Ticket:
    """End a task because a person wants it; what has left stays where it is, what is on its way arrives."""
    task = core.state.tasks.get(id_)
    if task is None:
        return _refused("simulation.refused.unknown", id=id_)
    if task.state == "running":
        _give_up(core, task, "canceled", reason("maintenanceCanceled", task.host, host=core.name(task.host)))
    return Ticket(id="", accepted=True)


def apply_recommendations(core: Core, id_: str, vms: tuple[str, ...]) -> Ticket:
    """Start what DRS recommends and a person has now agreed to."""
    task = core.state.tasks.get(id_)
    if task is None:
        return _refused("simulation.refused.unknown", id=id_)
    wanted = [blocker for blocker in task.blockers if blocker.kind == "recommended" and (not vms or blocker.vm in vms)]
    if task.state != "running" or not wanted:
        return _refused("simulation.refused.noRecommendations", host=core.name(task.host))
    for blocker in wanted:
        ticket = core.order(Migrate(spec=MigrationSpec(vm=blocker.vm, host=blocker.host)))
        if ticket.accepted:
            task = evacuation.asked(task, blocker.vm, ticket.id)
    core.state.tasks[id_] = task
    return Ticket(id="", accepted=True)


# --- what time brings ---------------------------------------------------------------


def run(core: Core, id_: str) -> None:
    """DRS looks at the VMs that are still there."""
    core.state.tasks[id_] = evacuation.run(core, core.state.tasks[id_])
    _review(core, id_)


def timed_out(core: Core, id_: str) -> None:
    """The task has taken longer than it may."""
    task = core.state.tasks[id_]
    why = reason("maintenanceTimeout", task.host, host=core.name(task.host), limit=task.timeout_s)
    _give_up(core, task, "error", why)


def review(core: Core) -> None:
    """See what has become of the VMs of hosts that are being emptied; cheap where nothing has changed."""
    state = core.state
    ended, core.just_ended = core.just_ended, ()
    if state.inventory is state.reviewed and not ended:
        return
    for id_ in state.open_tasks:
        task = state.tasks[id_]
        for migration in ended:
            task = evacuation.migration_ended(core, task, migration)
        state.tasks[id_] = evacuation.something_changed(core, task)
        _review(core, id_)
    state.reviewed = state.inventory


def _review(core: Core, id_: str) -> None:
    task = core.state.tasks[id_]
    host = core.state.inventory.hosts.get(task.host)
    if task.state != "running":
        return
    if host is None or host.maintenance_state != "entering":
        _give_up(core, task, "error", reason("maintenanceEdited", task.host, host=core.name(task.host)))
    elif host.connection_state != "connected":
        _give_up(core, task, "error", reason("maintenanceHostAway", task.host, host=host.name))
    elif not evacuation.in_the_way(core, task) and not _touched_by_migration(core, task.host) and not task.data_due:
        _move_data(core, task, host)


def _move_data(core: Core, task: HostTask, host: Host) -> None:
    """No VM is in the way any more: what vSAN keeps here goes where it must, then the host is in maintenance mode."""
    plan = vsan.plan(core.state.inventory, host, task.vsan_mode)
    if plan.stuck:
        vms = sorted(core.name(vm) for vm in plan.stuck)
        _give_up(core, task, "error", reason("maintenanceVsan", task.host, host=host.name, vms=vms))
    elif plan.moves:
        rate = vsan.bytes_per_s(core.state.inventory, host)
        total = sum(move.size_bytes for move in plan.moves)
        due = core.schedule(core.state.now_s + total / rate, "taskData", task.id)
        core.state.tasks[task.id] = msgspec.structs.replace(
            core.state.tasks[task.id],
            data=plan.moves,
            data_since_s=core.state.now_s,
            data_bytes_per_s=rate,
            data_due=due,
        )
        text = message("simulation.event.vsanMoves", host=host.name, bytes=total)
        _tell(core, task, "VsanDataEvacuationStarted", text)
    else:
        _entered(core, task, host)
        if plan.lost:
            vms = [core.name(vm) for vm in plan.lost]
            text = message("simulation.event.vsanLost", host=host.name, vms=vms)
            _tell(core, task, "VsanObjectsInaccessible", text, "warning")


def _entered(core: Core, task: HostTask, host: Host) -> None:
    _set_state(core, task.host, "inMaintenance")
    _end(core, task, "success", None)
    duration = core.state.now_s - task.start_s
    text = message("simulation.event.maintenanceEntered", host=host.name, duration=duration)
    _tell(core, task, "EnteredMaintenanceModeEvent", text)


def data_moved(core: Core, id_: str) -> None:
    """What vSAN kept on the host is elsewhere; what was meant for a host that is not there any more is planned anew."""
    _keep_arrived(core, core.state.tasks[id_])
    core.state.tasks[id_] = msgspec.structs.replace(core.state.tasks[id_], data_due=0)
    _review(core, id_)


def _keep_arrived(core: Core, task: HostTask) -> None:
    """The parts that are through are where they went."""
    host = core.state.inventory.hosts.get(task.host)
    if host is None or not task.data_due or not task.data:
        return
    moved = (core.state.now_s - task.data_since_s) * task.data_bytes_per_s
    hosts = core.state.inventory.hosts
    there = tuple(
        move for move in vsan.arrived(task.data, moved) if move.host in hosts and in_service(hosts[move.host])
    )
    core.apply(vsan.changes(core.state.inventory, host, there))


def _touched_by_migration(core: Core, host: str) -> bool:
    """Whether a migration that has begun still needs the host, or comes there."""
    running = (core.state.migrations[id_] for id_ in core.state.active)
    return any(m.phase is not Phase.QUEUED and host in (m.plan.source, m.plan.destination) for m in running)


# --- beginnings and ends ---------------------------------------------------------------


def _begun(core: Core, kind: TaskKind, host: str, initiator: str) -> HostTask:
    id_ = f"task-{core.state.task_count + 1}"
    task = HostTask(id=id_, kind=kind, host=host, initiator=initiator, start_s=core.state.now_s)
    core.state.tasks[id_] = task
    return task


def _end(core: Core, task: HostTask, state: TaskState, fault: Reason | None) -> None:
    here = {vm.id for vm in evacuation.present(core.state.inventory, task)}
    core.state.tasks[task.id] = msgspec.structs.replace(
        core.state.tasks[task.id],
        state=state,
        fault=fault,
        end_s=core.state.now_s,
        run_due=0,
        timeout_due=0,
        data_due=0,
        left=sum(id_ not in here for id_ in task.leaving),
    )
    core.state.open_tasks = tuple(id_ for id_ in core.state.open_tasks if id_ != task.id)


def _give_up(core: Core, task: HostTask, state: TaskState, why: Reason) -> None:
    """The host is in service again. Its moves that still wait are taken back, those that run go on to their end."""
    _keep_arrived(core, core.state.tasks[task.id])
    _end(core, task, state, why)
    host = core.state.inventory.hosts.get(task.host)
    if host is not None and host.maintenance_state == "entering":
        _set_state(core, task.host, "normal")
    for id_ in task.moves.values():
        migration = core.state.migrations[id_]
        if migration.phase is Phase.QUEUED:
            ending.cancel(core, migration)
    moving = sum(not core.state.migrations[id_].phase.ended for id_ in task.moves.values())
    here = set(core.state.inventory.vms_on(task.host))
    staying = sum(id_ in here for id_ in task.leaving) - moving
    counts = {"left": len(task.leaving) - staying - moving, "moving": moving, "staying": max(0, staying)}
    type_ = {"RequestCanceled": "CanceledHostOperationEvent", "Timedout": "TimedOutHostOperationEvent"}
    text = message("simulation.event.maintenanceNotEntered", reason=why.text, **counts)
    level: Level = "warning" if state == "canceled" else "error"
    _tell(core, task, type_.get(why.fault, "GeneralHostErrorEvent"), text, level)


def _set_state(core: Core, host: str, state: MaintenanceState) -> None:
    core.apply([FieldsChanged(id=host, fields={"maintenance_state": state})])


def _open_task(core: Core, host: str) -> HostTask | None:
    return next((core.state.tasks[id_] for id_ in core.state.open_tasks if core.state.tasks[id_].host == host), None)


def _tell(core: Core, task: HostTask, type_: str, text: Message, level: Level = "info") -> None:
    core.emit(type_, text, host=task.host, objects=(task.host,), level=level, milestone=True)


def _refused(key: str, **args: object) -> Ticket:
    return Ticket(id="", accepted=False, reason=message(key, **args))
