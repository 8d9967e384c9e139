"""How a migration ends: the way back from any phase, and what is returned at every end."""

from __future__ import annotations

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.messages import message
from vmotion_gui.simulation import queueing
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import is_sending, pass_record
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.outages import end_outage
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import DowntimeItem, Phase


def cancel(core: Core, migration: Migration) -> bool:
    """Cancel it if it still can be; False after the point of no return, or if it goes back or has ended
    already.
    """
    if migration.phase.ended or migration.handed_over or migration.phase is Phase.ROLLING_BACK:
        return False
    migration.cancelled = True
    fail(core, migration, reason("cancelled", migration.plan.vm, vm=migration.vm_name))
    return True


def fail(core: Core, migration: Migration, fault: Reason, *, source_lost: bool = False) -> None:
    """It cannot go on. What was begun is taken back; `source_lost` is true if there is nobody left to take it
    back.
    """
    migration.fault = fault
    began = migration.phase
    core.settle(core, migration)
    _count_unfinished_pass(core, migration)
    core.drop_flows(migration)
    migration.limit = 0
    if began in (Phase.QUEUED, Phase.CHECKING) or source_lost:
        finish(core, migration, Phase.CANCELLED if migration.cancelled else Phase.FAILED)
        return
    core.enter(migration, Phase.ROLLING_BACK)


def _count_unfinished_pass(core: Core, migration: Migration) -> None:
    """What a pass has sent so far was sent, though for nothing."""
    if migration.memory is None or not is_sending(migration):
        return
    core.note(migration)
    record = pass_record(core, migration, ended=False)
    migration.passes = (*migration.passes, record)
    migration.memory_sent_bytes += record.sent_bytes


def enter_rolling_back(core: Core, migration: Migration) -> None:
    """The source owns the VM: it runs on at once, if it stood still; what the destination holds is removed."""
    text = message("simulation.event.rollbackStarted", vm=migration.vm_name, host=core.name(migration.plan.source))
    core.emit("RollbackStarted", text, migration, level="warning", milestone=True)
    migration.throttle, migration.io_share = 0.0, 1.0
    if migration.stun_s is not None and migration.downtime_end_s is None:
        resume_at_source(core, migration)
    core.start_timer(migration, core.profile.roll_back_s)


def resume_at_source(core: Core, migration: Migration) -> None:
    """The VM runs again where it was."""
    now = core.state.now_s
    migration.downtime_end_s = now
    stun = migration.stun_s if migration.stun_s is not None else now
    accounted = sum(item.duration_s for item in migration.downtime)
    rest = max(0.0, now - stun - accounted)
    migration.downtime = (*migration.downtime, DowntimeItem(part="resume", duration_s=rest))
    end_outage(core.state, migration.plan.vm)
    names = {"vm": migration.vm_name, "host": core.name(migration.plan.source), "downtime": now - stun}
    core.emit("VmResumed", message("simulation.event.resumedAtSource", **names), migration, milestone=True)


def leave_rolling_back(core: Core, migration: Migration) -> None:
    """All is as it was."""
    text = message("simulation.event.rollbackEnded", vm=migration.vm_name, host=core.name(migration.plan.source))
    core.emit("RollbackEnded", text, migration, milestone=True)
    finish(core, migration, Phase.CANCELLED if migration.cancelled else Phase.FAILED)


def finish(core: Core, migration: Migration, phase: Phase) -> None:
    """The end: everything that was held is returned on this one path."""
    state = core.state
    migration.end_s = state.now_s
    core.drop_flows(migration)
    _return_holdings(core, migration)
    state.active.pop(migration.id, None)
    _forget(core, migration)
    core.ended.append(migration)
    core.enter(migration, phase)


def _forget(core: Core, migration: Migration) -> None:
    by_vm = core.state.by_vm
    by_vm[migration.plan.vm] = tuple(id_ for id_ in by_vm[migration.plan.vm] if id_ != migration.id)
    if not by_vm[migration.plan.vm]:
        del by_vm[migration.plan.vm]


def _return_holdings(core: Core, migration: Migration) -> None:
    if migration.admitted:
        queueing.give_back(core, migration)
    else:
        queueing.leave(core, migration)
    if migration.holdings and not migration.handed_over:
        for datastore, amount in migration.plan.arriving:
            core.reserve(datastore, -amount)
    migration.holdings = ()
    migration.admitted = False


def enter_completed(core: Core, migration: Migration) -> None:
    """The VM is at its destination and nothing is left at the source."""
    plan = migration.plan
    names = {
        "vm": migration.vm_name,
        "source": core.name(plan.source),
        "destination": core.name(plan.destination),
        "duration": (migration.end_s or 0.0) - (migration.start_s or 0.0),
    }
    if not plan.changes_host:
        type_, key = "VmRelocatedEvent", "simulation.event.relocated"
    elif plan.moves_files:
        type_, key = "VmRelocatedEvent", "simulation.event.moved"
    elif migration.initiator in ("DRS", "maintenance"):
        type_, key = "DrsVmMigratedEvent", "simulation.event.moved"
    else:
        type_, key = "VmMigratedEvent", "simulation.event.moved"
    core.emit(type_, message(key, **names), migration, host=plan.destination, milestone=True)


def enter_failed(core: Core, migration: Migration) -> None:
    """The VM is where it was."""
    why = migration.fault.text if migration.fault else message("simulation.reason.unknown")
    kind = "VmRelocateFailedEvent" if migration.plan.moves_files else "VmFailedMigrateEvent"
    text = message(
        "simulation.event.failed",
        vm=migration.vm_name,
        source=core.name(migration.plan.source),
        destination=core.name(migration.plan.destination),
        reason=why,
    )
    core.emit(kind, text, migration, level="error", milestone=True)


def enter_cancelled(core: Core, migration: Migration) -> None:
    """Somebody did not want it any more."""
    kind = "VmRelocateFailedEvent" if migration.plan.moves_files else "VmFailedMigrateEvent"
    text = message("simulation.event.cancelled", vm=migration.vm_name, host=core.name(migration.plan.source))
    core.emit(kind, text, migration, level="warning", milestone=True)
