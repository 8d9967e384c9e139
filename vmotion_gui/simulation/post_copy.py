"""Post-copy's last phase: the VM runs at its destination while its memory is still on the way.

Pages are pushed in address order; one that the guest wants earlier is a fault and is fetched. Each page crosses once.
The guest waits for every fault, and for the network if that is away; if either host dies now, the VM is lost
(QEMU, docs/devel/migration/postcopy).
"""

from __future__ import annotations

import math

import msgspec

from vmotion_gui.messages import message
from vmotion_gui.simulation import availability
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.ending import finish
from vmotion_gui.simulation.exposure import survival
from vmotion_gui.simulation.memory import TINY_BYTES, MemoryCopy
from vmotion_gui.simulation.memory_copy import all_sent_s, begin_pass, pass_record, share_at
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.outages import begin_outage, end_outage
from vmotion_gui.simulation.profiles.profile import PAGE_BYTES
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.spaces import space_changes
from vmotion_gui.simulation.status import Phase

STRETCHES = 16
"""Into so many equal parts the phase is divided; in each the guest is slowed by that part's faults."""


def enter_post_copying(core: Core, migration: Migration) -> None:
    """Push what is left; the guest waits for what it wants before."""
    migration.throttle, migration.trace_cost, migration.io_share = 0.0, 0.0, 1.0
    names = {"vm": migration.vm_name, "host": core.name(migration.plan.destination)}
    text = message("simulation.event.postCopying", faults=expected_faults(core, migration), **names)
    core.emit("PhaseStarted", text, migration, milestone=True)
    begin_pass(core, migration)


def expected_faults(core: Core, migration: Migration) -> float:
    """Pages that the guest writes to before they are there, at the present rate of the copy and if the guest were not
    slowed by waiting for them: for each region, those that are not there yet times the mean over their arrivals of the
    chance to be written before. For a first touches per second, uniform over M bytes that arrive at R bytes per second:
    a M / (2 R). The model knows of no reads, which fault too."""
    rate, now = core.rate(migration.flow), core.state.now_s
    copy = _copy(migration).paced(rate, now)
    return _faults_until(core, migration, copy, _end_s(copy, now)) if rate > 0.0 else 0.0


def _faults_until(core: Core, migration: Migration, copy: MemoryCopy, time_s: float) -> float:
    """Faults from the guest's resuming to a time: pages written before their own turn, gone out or not."""
    assert migration.clock is not None
    speed = share_at(core, migration, migration.plan.destination)
    clock = migration.clock.changed(migration.phase_since_s, speed=speed)
    waiting = copy.counts(clock, time_s).in_flight
    fetched = waiting * (1.0 - survival(copy.start, clock.reading(time_s)))
    return copy.written_before_sent(clock, time_s) + float(fetched.sum())


def _end_s(copy: MemoryCopy, now_s: float) -> float:
    return now_s + (copy.wire_total - copy.position(now_s)) / copy.move.rate


def _lost_to_faults(core: Core, migration: Migration, until_s: float) -> float:
    """Share of its speed that the guest loses on average until a time: each fault holds one vCPU for the round trip,
    the page and what the hosts need for it; a guest that waits asks for less meanwhile."""
    copy, now = _copy(migration), core.state.now_s
    if until_s <= now:
        return 0.0
    faults = _faults_until(core, migration, copy, until_s) - _faults_until(core, migration, copy, now)
    return _share_waited(core, migration, faults, until_s - now, copy.move.rate)


def _share_waited(core: Core, migration: Migration, faults: float, duration_s: float, rate: float) -> float:
    if duration_s <= 0.0 or rate <= 0.0:
        return 0.0
    rtt_s = migration.route.rtt_s if migration.route else 0.0
    fault_s = core.profile.page_fault_s + rtt_s + PAGE_BYTES / rate
    vcpus = core.state.inventory.vms[migration.plan.vm].cpus
    waited = max(0.0, faults) * fault_s / duration_s / vcpus
    return waited / (1.0 + waited)


def plan_post_copying(core: Core, migration: Migration) -> float:
    """When the present stretch of the memory is there; while the network is away the guest waits, and nobody gives
    up."""
    if core.rate(migration.flow) <= 0.0:
        _pause(core, migration)
        return math.inf
    _go_on(core, migration)
    copy, now = _copy(migration), core.state.now_s
    each = copy.wire_total / STRETCHES
    if each <= TINY_BYTES:
        return all_sent_s(core, migration)
    position = copy.position(now)
    until = min(copy.wire_total, (math.floor((position + TINY_BYTES) / each) + 1.0) * each)
    until_s = min(all_sent_s(core, migration), now + (until - position) / copy.move.rate)
    lost = _lost_to_faults(core, migration, until_s)
    if lost != migration.trace_cost:
        core.note(migration)
        migration.trace_cost = lost
    return until_s


def _pause(core: Core, migration: Migration) -> None:
    if not migration.paused:
        core.note(migration)
        migration.paused = True
        begin_outage(core.state, migration.plan.vm)
        text = message("simulation.event.postCopyPaused", vm=migration.vm_name)
        core.emit("VmPaused", text, migration, host=migration.plan.destination, level="warning", milestone=True)


def _go_on(core: Core, migration: Migration) -> None:
    if migration.paused:
        core.note(migration)
        migration.paused = False
        end_outage(core.state, migration.plan.vm)
        text = message("simulation.event.postCopyGoesOn", vm=migration.vm_name)
        core.emit("VmResumed", text, migration, host=migration.plan.destination, milestone=True)


def stretch_there(core: Core, migration: Migration) -> None:
    """A stretch of the memory is at the destination; after the last one all of it is."""
    copy = _copy(migration)
    if copy.position(core.state.now_s) < copy.wire_total - TINY_BYTES:
        core.replan(core, migration)
        return
    core.note(migration)
    _record(core, migration, ended=True)
    core.drop_flows(migration)
    core.enter(migration, Phase.CLEANING_UP)


def host_gone(core: Core, migration: Migration, host: str) -> None:
    """Half of the memory is on a host that is dead: nobody has all of the VM any more."""
    core.note(migration)
    _record(core, migration, ended=False)
    migration.paused = False
    migration.fault = reason("postCopyLost", host, vm=migration.vm_name, host=core.name(host))
    if host == migration.plan.source:
        availability.vm_lost(core, migration.plan.vm)
    core.apply(space_changes(core, migration.plan.leaving))
    finish(core, migration, Phase.FAILED)


def _record(core: Core, migration: Migration, *, ended: bool) -> None:
    record = pass_record(core, migration, ended=ended)
    faults = _faults_until(core, migration, _copy(migration), core.state.now_s)
    mean = _share_waited(core, migration, faults, record.duration_s, record.copy_bytes_per_s)
    record = msgspec.structs.replace(record, guest_slowdown=mean)
    migration.passes = (*migration.passes, record)
    migration.memory_sent_bytes += record.sent_bytes
    migration.trace_cost = 0.0


def _copy(migration: Migration) -> MemoryCopy:
    assert migration.memory is not None
    return migration.memory
