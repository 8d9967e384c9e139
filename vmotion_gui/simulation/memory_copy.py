"""Pre-copy: passes over memory while the guest runs, until the rest is small enough for the switchover."""

from __future__ import annotations

import math

from vmotion_gui.messages import message
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.cpu import cpu_share
from vmotion_gui.simulation.exposure import Exposure
from vmotion_gui.simulation.memory import MemoryCopy
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.profiles import PAGE_BYTES
from vmotion_gui.simulation.randomness import generator
from vmotion_gui.simulation.status import PassRecord, Phase
from vmotion_gui.simulation.workload_model import layout_of

TINY_BYTES = 1e-3
"""What is less than this is a rounding error of a byte count, not a byte."""


def enter_copying_memory(core: Core, migration: Migration) -> None:
    """Start the first pass: all touched pages."""
    migration.stage = 2
    now = core.state.now_s
    text = message("simulation.event.copyingMemory", vm=migration.vm_name)
    core.emit("PhaseStarted", text, migration, milestone=True)
    if migration.clock is None:
        migration.clock = new_clock(core, migration)
    migration.cpu_share = cpu_share(core.state.inventory, migration.plan.source)
    migration.clock = migration.clock.changed(now, speed=running_speed(migration))
    migration.memory = MemoryCopy.first_pass(migration.clock.layout, migration.clock, now, core.profile)
    assert migration.route is not None
    migration.flow = core.state.network.add(migration.id, migration.route.parts)
    schedule_workload(core, migration)
    _start_pass(core, migration)


def new_clock(core: Core, migration: Migration) -> Exposure:
    """The VM's memory model, made when its copy begins. Where a sweep's head is then is the only thing drawn
    at random.
    """
    layout = layout_of(core.state.inventory.vms[migration.plan.vm])
    phase, _ = layout.phase_at(core.state.now_s)
    head = float(generator(core.seed, "sweep", migration.plan.vm).random())
    return Exposure.started(layout, phase, core.state.now_s, 1.0, head)


def running_speed(migration: Migration) -> float:
    """Share of its full speed at which the guest runs."""
    return migration.cpu_share * (1.0 - migration.throttle)


def schedule_workload(core: Core, migration: Migration) -> None:
    """Note when the guest's workload changes."""
    assert migration.clock is not None
    _, end_s = migration.clock.layout.phase_at(core.state.now_s)
    migration.workload = 0 if math.isinf(end_s) else core.schedule(end_s, "workload", migration.id)


def workload_changed(core: Core, migration: Migration) -> None:
    """The guest's workload comes to its next phase."""
    assert migration.clock is not None
    core.settle(core, migration)
    phase, _ = migration.clock.layout.phase_at(core.state.now_s)
    migration.clock = migration.clock.changed(core.state.now_s, phase=phase)
    schedule_workload(core, migration)
    core.replan(core, migration)


def _start_pass(core: Core, migration: Migration) -> None:
    copy = migration.memory
    assert copy is not None
    migration.pass_start_s = core.state.now_s
    text = message(
        "simulation.event.passStarted",
        vm=migration.vm_name,
        number=migration.pass_index + 1,
        pages=float(copy.to_send.sum()),
        bytes=copy.wire_total,
    )
    core.emit("PassStarted", text, migration, milestone=True)
    core.replan(core, migration)


def pass_target_bytes(core: Core, migration: Migration, rate: float) -> float:
    """Bytes after which the running pass ends: all of it, or in QEMU's loop what leaves less than the
    threshold.
    """
    copy = migration.memory
    assert copy is not None
    if core.profile.stop_rule != "downtimeLimit" or migration.phase is not Phase.COPYING_MEMORY:
        return copy.wire_total
    least = min(copy.wire_total, rate * core.profile.min_pass_s)
    return max(least, copy.wire_total - rate * core.profile.switchover_goal_s)


def copy_rate(core: Core, migration: Migration) -> float:
    """Bytes per second at which memory goes over: in the switchover, only while the last pages do."""
    if migration.phase is Phase.SWITCHOVER and not sends_rest(migration):
        return 0.0
    return core.rate(migration.flow) if migration.memory is not None and migration.disk is None else 0.0


def sends_rest(migration: Migration) -> bool:
    """Whether the switchover's last pages are on their way."""
    return bool(migration.downtime) and migration.downtime[-1].part == "quiesce" and not migration.stalled


def plan_memory(core: Core, migration: Migration) -> float:
    """When the running pass ends at the present rate; infinite while nothing moves."""
    copy = migration.memory
    assert copy is not None
    rate = core.rate(migration.flow)
    left = pass_target_bytes(core, migration, rate) - float(copy.position(rate, core.state.now_s))
    if left <= TINY_BYTES:
        return core.state.now_s
    return math.inf if rate <= 0.0 else core.state.now_s + left / rate


def pass_record(core: Core, migration: Migration, *, ended: bool) -> PassRecord:
    """The running pass as it stands now."""
    copy, clock = migration.memory, migration.clock
    assert copy is not None
    assert clock is not None
    now, rate = core.state.now_s, copy_rate(core, migration)
    duration = max(0.0, now - migration.pass_start_s)
    sent = float(copy.position(rate, now))
    counts = copy.counts(clock, rate, now)
    dirtied = float(counts.dirty.sum())
    return PassRecord(
        index=migration.pass_index,
        start_s=migration.pass_start_s,
        duration_s=duration,
        pages=float(copy.to_send.sum()),
        sent_bytes=sent,
        copy_bytes_per_s=sent / duration if duration > 0.0 else rate,
        dirty_bytes_per_s=dirtied * PAGE_BYTES / duration if duration > 0.0 else 0.0,
        dirtied_pages=dirtied,
        guest_slowdown=slowdown(migration),
        stop_and_copy=migration.phase is Phase.SWITCHOVER,
        ended=ended,
    )


def slowdown(migration: Migration) -> float:
    """0: the guest runs freely; 1: it stands still. What other VMs take of the CPU does not count."""
    if migration.stun_s is not None and migration.downtime_end_s is None:
        return 1.0
    return 1.0 - (1.0 - migration.throttle) * min(1.0, migration.io_share)


def pass_done(core: Core, migration: Migration) -> None:
    """A pass has ended: go on with the next, slow the guest, or switch over."""
    copy, clock, profile = migration.memory, migration.clock, core.profile
    assert copy is not None
    assert clock is not None
    now, rate = core.state.now_s, core.rate(migration.flow)
    record = pass_record(core, migration, ended=True)
    migration.passes = (*migration.passes, record)
    migration.memory_sent_bytes += record.sent_bytes
    migration.memory = copy.next_pass(clock, rate, now, profile)
    migration.pass_index += 1
    text = message(
        "simulation.event.passEnded",
        vm=migration.vm_name,
        number=record.index + 1,
        duration=record.duration_s,
        rate=record.copy_bytes_per_s,
        dirty=record.dirty_bytes_per_s,
        left=float(migration.memory.to_send.sum()) * PAGE_BYTES,
    )
    core.emit("PassEnded", text, migration)
    if may_switch_over(core, migration, record):
        core.enter(migration, Phase.SWITCHOVER)
        return
    _set_speed(core, migration, record)
    _start_pass(core, migration)


def may_switch_over(core: Core, migration: Migration, record: PassRecord) -> bool:
    """The profile's stop rule, at the end of a pass."""
    copy, profile = migration.memory, core.profile
    assert copy is not None
    if profile.stop_rule == "fewPages":
        full = profile.max_passes is not None and migration.pass_index >= profile.max_passes
        return full or float(copy.to_send.sum()) < profile.few_pages
    measured = record.copy_bytes_per_s if record.sent_bytes > 0.0 else core.rate(migration.flow)
    if profile.stop_rule == "downtimeLimit":
        measured = core.rate(migration.flow)
        return copy.wire_total < measured * profile.switchover_goal_s or copy.wire_total <= TINY_BYTES
    return copy.wire_total <= measured * profile.switchover_goal_s


def _set_speed(core: Core, migration: Migration, record: PassRecord) -> None:
    """Slow the guest where it dirties memory faster than the copy goes (SDPS): s = max(0, 1 - margin * rate /
    dirty).
    """
    clock, now = migration.clock, core.state.now_s
    assert clock is not None
    throttle = migration.throttle
    if core.profile.throttles:
        throttle = needed_throttle(core, record, migration.throttle)
    share = cpu_share(core.state.inventory, migration.plan.source)
    if abs(throttle - migration.throttle) > 1e-9 and throttle > 0.0:
        text = message("simulation.event.throttled", vm=migration.vm_name, percent=round(throttle * 100.0, 1))
        core.emit("GuestThrottled", text, migration, level="warning")
    if throttle != migration.throttle or share != migration.cpu_share:
        migration.throttle, migration.cpu_share = throttle, share
        migration.clock = clock.changed(now, speed=running_speed(migration))


def needed_throttle(core: Core, record: PassRecord, throttle: float) -> float:
    """The sleep fraction for the next pass, from what the unslowed guest would have dirtied in this one."""
    free_rate = record.dirty_bytes_per_s / (1.0 - throttle)
    if free_rate <= 0.0:
        return 0.0
    wanted = 1.0 - core.profile.throttle_margin * record.copy_bytes_per_s / free_rate
    return min(core.profile.max_throttle, max(0.0, wanted))
