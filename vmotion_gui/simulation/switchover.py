"""The switchover: the VM stands still, its last pages and its device state go over, and it resumes at the
destination.

Until the destination has confirmed that the VM runs there, the source owns it; from then on the destination
does.
"""

from __future__ import annotations

import math

from vmotion_gui.compatibility import lasting
from vmotion_gui.inventory.changes import Change, DiskPlace, FieldsChanged, VmMoved
from vmotion_gui.inventory.commands import DestinationCannotResume, SwitchoverStalled
from vmotion_gui.inventory.entities import VirtualNic
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import message
from vmotion_gui.simulation import planning
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.device_state import device_state_bytes
from vmotion_gui.simulation.disk_copy import mirror_rate
from vmotion_gui.simulation.ending import fail, finish
from vmotion_gui.simulation.memory_copy import all_sent_s, change_clock, pass_record, sends_rest
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.outages import begin_outage, end_outage
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.spaces import space_changes
from vmotion_gui.simulation.status import DowntimeItem, DowntimePart, Phase

_HANDSHAKES = 2.0
"""Round trips until source and destination agree that the mirror is empty (two or three, by the model notes).
"""
SILENT_RELEARN_S = 1.0
"""Where no switch tells others of an arrived VM, its next own packet does, after so long (assumed)."""
_MIRROR_BUFFER_S = 0.01
"""Mirrored writes that are under way when the VM stops: what 10 ms of writing make (assumed)."""


def enter_switchover(core: Core, migration: Migration) -> None:
    """Stop the VM."""
    migration.stage = 2
    now = core.state.now_s
    core.settle(core, migration)
    core.emit(
        "SwitchoverStarted",
        message("simulation.event.switchover", vm=migration.vm_name),
        migration,
        milestone=True,
    )
    migration.stun_s, migration.workload = now, 0
    migration.downtime = ()
    if core.profile.sends_device_state:
        migration.device_bytes = sum(device_state_bytes(core.state.inventory.vms[migration.plan.vm]).values())
    if migration.clock is not None:
        change_clock(core, migration, speed=0.0)
    if core.profile.max_switchover_s != math.inf:
        migration.limit = core.schedule(now + core.profile.max_switchover_s, "limit", migration.id)
    begin_outage(core.state, migration.plan.vm)
    text = message("simulation.event.stunned", vm=migration.vm_name, host=core.name(migration.plan.source))
    core.emit("VmStunned", text, migration, milestone=True)
    migration.pass_start_s = now + core.profile.quiesce_s
    core.replan(core, migration)
    core.start_timer(migration, core.profile.quiesce_s)


def step_over(core: Core, migration: Migration) -> None:
    """A timed step of the standstill is over; which one is told by what has been accounted."""
    done = migration.downtime[-1].part if migration.downtime else ""
    elapsed = core.state.now_s - migration.timer_since_s
    if not done:
        _account(migration, "quiesce", elapsed)
        _send_rest(core, migration)
    elif done != "deviceState":
        _account(migration, "deviceState", elapsed)
        migration.device_arrived = True
        _drain(core, migration)
    else:
        _account(migration, "mirrorDrain", elapsed)
        _drained(core, migration)


def _account(migration: Migration, part: DowntimePart, duration_s: float) -> None:
    migration.downtime = (*migration.downtime, DowntimeItem(part=part, duration_s=duration_s))


def _send_rest(core: Core, migration: Migration) -> None:
    """The last pages; a VM that stays on its host has none to send."""
    if migration.memory is None:
        _send_device_state(core, migration)
        return
    if not core.loop.begin_rest(core, migration):
        migration.rest_follows = True
        core.replan(core, migration)
        return
    migration.pass_start_s = core.state.now_s
    migration.stalled = take_injected(core, migration, SwitchoverStalled)
    core.replan(core, migration)


def take_injected(core: Core, migration: Migration, kind: type[SwitchoverStalled | DestinationCannotResume]) -> bool:
    """Whether such a fault waits for this VM; it strikes once."""
    waiting = [
        active
        for active in core.state.faults
        if isinstance(active.fault, kind) and active.fault.vm == migration.plan.vm
    ]
    core.state.faults = tuple(active for active in core.state.faults if active not in waiting)
    return bool(waiting)


def plan_switchover(core: Core, migration: Migration) -> float:
    """When the last pages are across; infinite before they are sent, or while they are held up."""
    if sends_rest(migration) and migration.memory is not None:
        return all_sent_s(core, migration)
    if migration.downtime and migration.downtime[-1].part == (
        "quiesce" if migration.rest_follows else "remainingPages"
    ):
        _follow_device_state(core, migration)
    return math.inf


def _follow_device_state(core: Core, migration: Migration) -> None:
    """The device state goes over the same network: it stops with it, and starts again when it is back."""
    if core.rate(migration.flow) <= 0.0:
        migration.timer = 0
    elif not migration.timer:
        _send_device_state(core, migration)


def rest_done(core: Core, migration: Migration) -> None:
    """The last pages are across."""
    core.note(migration)
    record = pass_record(core, migration, ended=True)
    migration.passes = (*migration.passes, record)
    migration.memory_sent_bytes += record.sent_bytes
    _account(migration, "remainingPages", record.duration_s)
    _send_device_state(core, migration)


def _send_device_state(core: Core, migration: Migration) -> None:
    rate = core.rate(migration.flow)
    transfer = migration.device_bytes / rate if rate > 0.0 else 0.0
    core.start_timer(migration, core.profile.device_state_s + _handshake_s(core, migration) + transfer)


def _drain(core: Core, migration: Migration) -> None:
    if migration.mirrors:
        core.start_timer(migration, _drain_s(core, migration))
    else:
        _drained(core, migration)


def _drain_s(core: Core, migration: Migration) -> float:
    """Mirrored writes under way, and the agreement that there are none left."""
    rtt = migration.route.rtt_s if migration.route else 0.0
    return (_MIRROR_BUFFER_S if mirror_rate(core, migration) > 0.0 else 0.0) + _HANDSHAKES * rtt


def _drained(core: Core, migration: Migration) -> None:
    core.settle(core, migration)
    if not migration.rest_follows:
        core.drop_flows(migration)
    core.enter(migration, Phase.RESUMING)


def limit_reached(core: Core, migration: Migration) -> None:
    """The switchover takes too long: the VM goes on at its source."""
    seconds = core.profile.max_switchover_s
    fail(core, migration, reason("switchoverTimeout", migration.plan.vm, vm=migration.vm_name, limit=seconds))


def enter_resuming(core: Core, migration: Migration) -> None:
    """The destination takes the VM over, or registers it if it does not run."""
    migration.stage = 3
    text = message("simulation.event.resuming", vm=migration.vm_name, host=core.name(migration.plan.destination))
    core.emit("PhaseStarted", text, migration, milestone=True)
    core.start_timer(migration, _resume_s(core, migration))


def _resume_s(core: Core, migration: Migration) -> float:
    return core.profile.resume_s + _handshake_s(core, migration)


def _handshake_s(core: Core, migration: Migration) -> float:
    """What the two sides say to each other; a bare copy of memory says nothing."""
    return migration.route.rtt_s if migration.route and core.profile.sends_device_state else 0.0


def resumed(core: Core, migration: Migration) -> None:
    """The destination confirms, or says that it cannot."""
    plan = migration.plan
    migration.limit = 0
    if plan.live and take_injected(core, migration, DestinationCannotResume):
        fault = reason("cannotResume", plan.destination, vm=migration.vm_name, host=core.name(plan.destination))
        fail(core, migration, fault)
        return
    hand_over(core, migration)
    if migration.rest_follows:
        _announce(core, migration)
        core.enter(migration, Phase.POST_COPYING)
    else:
        core.enter(migration, Phase.CLEANING_UP)


def hand_over(core: Core, migration: Migration) -> None:
    """From now on the destination owns the VM; this is the only place where a migration changes the
    inventory.
    """
    migration.handed_over = True
    for datastore, amount in migration.plan.arriving:
        core.reserve(datastore, -amount)
    core.apply(_changes(core, migration))
    planning.vm_moved(core, migration.plan.vm)
    if migration.plan.live:
        _account(migration, "resume", core.state.now_s - migration.timer_since_s)
        migration.downtime_end_s = core.state.now_s
        _tell_resumed(core, migration)


def _changes(core: Core, migration: Migration) -> tuple[Change, ...]:
    plan = migration.plan
    moved = VmMoved(
        vm=plan.vm,
        host=plan.destination,
        resource_pool=plan.resource_pool,
        config_datastore=plan.config_datastore,
        disks=tuple(
            DiskPlace(label=m.label, datastore=m.destination, path=m.path, format=m.format) for m in plan.disks
        ),
        portgroups=plan.portgroups,
        folder="" if plan.cross_datacenter else None,  # folders belong to a datacenter
    )
    changes: list[Change] = [moved, *lasting.moved(core.state.inventory, plan.vm, plan.destination)]
    if plan.config_path != core.state.inventory.vms[plan.vm].config_path:
        changes.append(FieldsChanged(id=plan.vm, fields={"config_path": plan.config_path}))
    used = [(datastore, -amount) for datastore, amount in plan.arriving]
    return (*changes, *space_changes(core, used))


def _tell_resumed(core: Core, migration: Migration) -> None:
    plan = migration.plan
    stun = migration.stun_s if migration.stun_s is not None else core.state.now_s
    names = {
        "vm": migration.vm_name,
        "host": core.name(plan.destination),
        "downtime": core.state.now_s - stun,
    }
    core.emit(
        "VmResumed",
        message("simulation.event.resumed", **names),
        migration,
        host=plan.destination,
        milestone=True,
    )


def _announce(core: Core, migration: Migration) -> None:
    """The network learns where the VM is: its new host's switches tell it, or the VM's next own packet does."""
    plan, inventory = migration.plan, core.state.inventory
    migration.announced = True
    end_outage(core.state, plan.vm)
    if not plan.changes_host:
        return
    _account(migration, "networkAnnounce", core.state.now_s - (migration.downtime_end_s or 0.0))
    for nic in inventory.vms[plan.vm].nics:
        if nic.connected and _notifies(inventory, nic):
            text = message(
                "simulation.event.rarp", host=core.name(plan.destination), mac=nic.mac_address, nic=nic.label
            )
            core.emit("RarpSent", text, migration, host=plan.destination)


def _notifies(inventory: Inventory, nic: VirtualNic) -> bool:
    """Whether the switch that a NIC is on tells physical switches of VMs that arrive."""
    portgroup = inventory.portgroups.get(nic.portgroup)
    switch = inventory.switches.get(portgroup.switch) if portgroup else None
    return switch is None or switch.notify_switches


def _announce_s(core: Core, migration: Migration) -> float:
    """How long after its resuming the VM is silent for its clients."""
    plan, inventory = migration.plan, core.state.inventory
    if not plan.changes_host:
        return 0.0
    nics = [nic for nic in inventory.vms[plan.vm].nics if nic.connected]
    quiet = nics and not any(_notifies(inventory, nic) for nic in nics)
    return core.profile.announce_s + (SILENT_RELEARN_S if quiet else 0.0)


def enter_cleaning_up(core: Core, migration: Migration) -> None:
    """The source forgets the VM."""
    text = message("simulation.event.cleaningUp", vm=migration.vm_name, host=core.name(migration.plan.source))
    core.emit("PhaseStarted", text, migration)
    migration.throttle = 0.0
    if not migration.plan.live:
        migration.announced = True
    silent_s = 0.0 if migration.announced else _announce_s(core, migration)
    if silent_s > 0.0:
        core.start_timer(migration, silent_s)
    else:
        _go_on_cleaning(core, migration)


def _go_on_cleaning(core: Core, migration: Migration) -> None:
    """What remains of the clean-up once the network knows where the VM is."""
    if not migration.announced:
        _announce(core, migration)
    rtt = migration.route.rtt_s if migration.route else 0.0
    whole_s = core.profile.clean_up_s + core.profile.acknowledgement_delays * rtt / 2.0
    core.start_timer(migration, max(0.0, migration.phase_since_s + whole_s - core.state.now_s))


def leave_cleaning_up(core: Core, migration: Migration) -> None:
    """The network has been told; then: the source's files are gone, its space is free."""
    if not migration.announced:
        _go_on_cleaning(core, migration)
        return
    core.apply(space_changes(core, migration.plan.leaving))
    finish(core, migration, Phase.COMPLETED)
