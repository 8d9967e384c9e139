"""Faults that people inject, what they break, and what takes them back."""

from __future__ import annotations

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.changes import Change, FieldsChanged, inverse_all
from vmotion_gui.inventory.commands import (
    DatastoreFull,
    Fault,
    HostFailed,
    LinkFailed,
    fault_target,
)
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation import availability, post_copy, rerouting
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.ending import fail
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.state import ActiveFault
from vmotion_gui.simulation.status import Phase


def _text(core: Core, stem: str, fault: Fault) -> Message:
    kind = type(fault).__name__
    return message(f"simulation.event.{stem}.{kind[0].lower()}{kind[1:]}", name=core.name(fault_target(fault)))


def inject(core: Core, fault: Fault) -> None:
    """Break it, now."""
    text = _text(core, "fault", fault)
    objects = (fault_target(fault),)
    core.emit("FaultInjected", text, level="warning", objects=objects, milestone=True)
    changes = _changes(core, fault)
    filled = _filled(core, fault)
    inverse = inverse_all(core.state.inventory, changes)
    core.apply(changes)
    core.state.faults = (*core.state.faults, ActiveFault(fault, inverse, filled))
    core.state.network.touch_all()
    _strike(core, fault)
    rerouting.ways_changed(core)


def _changes(core: Core, fault: Fault) -> tuple[Change, ...]:
    match fault:
        case LinkFailed(link=link):
            return (FieldsChanged(id=link, fields={"state": "down"}),)
        case DatastoreFull(datastore=datastore):
            return (FieldsChanged(id=datastore, fields={"free_bytes": 0}),)
        case HostFailed(host=host):
            fields = {"connection_state": "notResponding", "power_state": "unknown"}
            return (FieldsChanged(id=host, fields=fields), *availability.power_lost(core, host))
        case _:
            return ()


def _filled(core: Core, fault: Fault) -> int:
    if isinstance(fault, DatastoreFull):
        return core.state.inventory.datastores[fault.datastore].free_bytes
    return 0


def _strike(core: Core, fault: Fault) -> None:
    """What the fault does to running migrations at once; what it does to flows comes with the new rates."""
    match fault:
        case HostFailed(host=host):
            for migration in _active(core):
                _host_gone(core, migration, host)
            availability.host_failed(core, host)
        case DatastoreFull(datastore=datastore):
            for migration in _active(core):
                _no_space_left(core, migration, datastore)
        case _:
            pass


def _active(core: Core) -> list[Migration]:
    return [core.state.migrations[id_] for id_ in core.state.active]


def _host_gone(core: Core, migration: Migration, host: str) -> None:
    plan = migration.plan
    if migration.phase is Phase.POST_COPYING and host in (plan.source, plan.destination):
        post_copy.host_gone(core, migration, host)
        return
    if migration.handed_over or migration.phase is Phase.QUEUED:
        return
    if plan.source == host:
        # The VM is lost with its host: there is nothing to go back to.
        fault = reason("sourceFailed", host, vm=migration.vm_name, host=core.name(host))
        fail(core, migration, fault, source_lost=True)
    elif plan.destination == host and migration.phase is not Phase.ROLLING_BACK:
        _fail(core, migration, reason("destinationFailed", host, vm=migration.vm_name, host=core.name(host)))


def _no_space_left(core: Core, migration: Migration, datastore: str) -> None:
    """The copy cannot take what it has not written yet."""
    if migration.phase not in (Phase.CHECKING, Phase.PREPARING, Phase.COPYING_DISK):
        return
    transfers = migration.plan.transfers
    if any(transfers[index].destination == datastore for index in set(range(len(transfers))) - {*migration.files_done}):
        _fail(
            core,
            migration,
            reason("datastoreFull", datastore, vm=migration.vm_name, datastore=core.name(datastore)),
        )


def _fail(core: Core, migration: Migration, fault: Reason) -> None:
    if migration.phase is not Phase.ROLLING_BACK:
        fail(core, migration, fault)


def active_fault(core: Core, fault: Fault) -> ActiveFault | None:
    """The injected fault that equals this one."""
    return next((active for active in core.state.faults if active.fault == fault), None)


def repair(core: Core, active: ActiveFault) -> None:
    """Take a fault back; migrations that failed stay failed."""
    fault = active.fault
    core.state.faults = tuple(other for other in core.state.faults if other is not active)
    text = _text(core, "repaired", fault)
    core.emit("FaultRepaired", text, objects=(fault_target(fault),), milestone=True)
    if isinstance(fault, DatastoreFull):
        core.apply(_emptied(core, fault, active.filled_bytes))
    elif isinstance(fault, HostFailed):
        core.apply(availability.host_back(core, fault.host, active.inverse))
        availability.answer_again(core, fault.host)
    else:
        core.apply(change for change in active.inverse if _still_there(core, change))
    core.state.network.touch_all()
    rerouting.ways_changed(core)


def _emptied(core: Core, fault: DatastoreFull, filled: int) -> tuple[Change, ...]:
    datastore = core.state.inventory.datastores.get(fault.datastore)
    if datastore is None:
        return ()
    free = min(datastore.capacity_bytes, max(0, datastore.free_bytes + filled))
    return (FieldsChanged(id=datastore.id, fields={"free_bytes": free}),)


def _still_there(core: Core, change: Change) -> bool:
    return isinstance(change, FieldsChanged) and core.state.inventory.get(change.id) is not None
