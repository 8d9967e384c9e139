"""Pre-copy: passes over memory while the guest runs. What a pass is for and when it is the last one is the loop's
business (`simulation/loops/`); here are the steps that every loop takes.
"""

from __future__ import annotations

import math

import msgspec

from vmotion_gui.messages import message
from vmotion_gui.simulation.chance import drawn, phase_shift_s
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.cpu import cpu_share, vmotion_reservation_mhz
from vmotion_gui.simulation.encryption import encryption_cycles
from vmotion_gui.simulation.exposure import Exposure
from vmotion_gui.simulation.memory import TINY_BYTES, MemoryCopy, PageCounts, total_of
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.network import capped
from vmotion_gui.simulation.randomness import generator
from vmotion_gui.simulation.sharing import Demand
from vmotion_gui.simulation.status import PassRecord, Phase
from vmotion_gui.simulation.workload_model import layout_of


def enter_copying_memory(core: Core, migration: Migration) -> None:
    """Make the first pass, of all touched pages, and let the loop begin."""
    migration.stage = 2
    text = message("simulation.event.copyingMemory", vm=migration.vm_name)
    core.emit("PhaseStarted", text, migration, milestone=True)
    if migration.clock is None:
        migration.clock = new_clock(core, migration)
    migration.cpu_share = source_share(core, migration)
    migration.clock = migration.clock.changed(core.state.now_s, speed=running_speed(core, migration))
    migration.memory = MemoryCopy.first_pass(migration.clock.layout, migration.clock, core.state.now_s, core.profile)
    assert migration.route is not None
    migration.flow = core.state.network.add(migration.id, copy_parts(core, migration))
    schedule_workload(core, migration)
    core.loop.begin(core, migration)


def new_clock(core: Core, migration: Migration) -> Exposure:
    """The VM's memory model, made when its copy begins. Where a sweep's head is then is drawn at random, unless its
    workload says it.
    """
    layout = layout_of(core.state.inventory.vms[migration.plan.vm], core.profile.regions, core.profile.tracking_bytes)
    migration.phase_shift_s = phase_shift_s(core, migration, layout)
    phase, _ = layout.phase_at(core.state.now_s + migration.phase_shift_s)
    sweep = layout.phases[phase].sweep
    if sweep is not None and sweep.origin is not None:
        head = (sweep.origin + sweep.pages_per_s * core.state.now_s / sweep.pages) % 1.0
    else:
        head = float(generator(core.seed, "sweep", migration.plan.vm).random()) if layout.sweeps else 0.0
    return Exposure.started(layout, phase, core.state.now_s, 1.0, head)


def running_speed(core: Core, migration: Migration) -> float:
    """Share of its full speed at which the guest runs."""
    return migration.cpu_share * core.profile.guest_speed(migration.throttle) * (1.0 - migration.trace_cost)


def source_share(core: Core, migration: Migration) -> float:
    """What the guest gets of the CPU that it asks for at its source."""
    return share_at(core, migration, migration.plan.source)


def share_at(core: Core, migration: Migration, host_id: str) -> float:
    """What the guest gets of the CPU that it asks for at one end of its migration."""
    host = core.state.inventory.hosts[host_id]
    cycles = encryption_cycles(core, migration.plan)
    reserved = vmotion_reservation_mhz(core.state.inventory, host, cycles) if core.profile.reserves_cpu else 0.0
    return cpu_share(core.state.inventory, host, reserved)


def change_clock(core: Core, migration: Migration, *, speed: float | None = None, phase: int | None = None) -> Exposure:
    """The guest runs at another speed, or another phase of its workload, from now on; its clock from now on."""
    clock, memory, now = migration.clock, migration.memory, core.state.now_s
    assert clock is not None
    core.note(migration)
    if memory is not None and memory.since_s < now:
        migration.memory = memory.settled(clock, now)
    migration.clock = clock.changed(now, speed=speed, phase=phase)
    return migration.clock


def schedule_workload(core: Core, migration: Migration) -> None:
    """Note when the guest's workload changes."""
    assert migration.clock is not None
    _, end_s = migration.clock.layout.phase_at(core.state.now_s + migration.phase_shift_s)
    end_s -= migration.phase_shift_s
    migration.workload = 0 if math.isinf(end_s) else core.schedule(end_s, "workload", migration.id)


def workload_changed(core: Core, migration: Migration) -> None:
    """The guest's workload comes to its next phase."""
    assert migration.clock is not None
    core.settle(core, migration)
    phase, _ = migration.clock.layout.phase_at(core.state.now_s + migration.phase_shift_s)
    change_clock(core, migration, phase=phase)
    schedule_workload(core, migration)
    core.replan(core, migration)


def workload_edited(core: Core, migration: Migration) -> None:
    """The guest writes at other rates from now on. Where it writes is as before: regions stay what they are."""
    core.settle(core, migration)
    layout = layout_of(core.state.inventory.vms[migration.plan.vm], core.profile.regions, core.profile.tracking_bytes)
    phase, _ = layout.phase_at(core.state.now_s + migration.phase_shift_s)
    migration.clock = msgspec.structs.replace(change_clock(core, migration, phase=phase), layout=layout)
    if migration.memory is not None:
        migration.memory = msgspec.structs.replace(migration.memory, layout=layout)
    schedule_workload(core, migration)
    core.replan(core, migration)


# --- the loops' steps ---------------------------------------------------------------


def begin_pass(core: Core, migration: Migration) -> None:
    """Tell of the pass in `migration.memory` and send it."""
    copy = migration.memory
    assert copy is not None
    migration.pass_start_s = core.state.now_s
    text = message(
        "simulation.event.passStarted",
        vm=migration.vm_name,
        number=migration.pass_index + 1,
        pages=copy.pages,
        bytes=copy.wire_total,
    )
    core.emit("PassStarted", text, migration, milestone=True)
    core.replan(core, migration)


def end_pass(core: Core, migration: Migration, *, go_on: bool = False) -> PassRecord:
    """Read the dirty log: the pass is over, and `migration.memory` holds all that is dirty or still unsent, as the next
    one. With `go_on` that goes on from where this one stands, else from the lowest address."""
    copy, clock, now = migration.memory, migration.clock, core.state.now_s
    assert copy is not None
    assert clock is not None
    core.note(migration)
    migration.progress_floor = max(migration.progress_floor, core.progress(migration))
    counts = drawn(core, migration, clock.layout.phases[clock.phase], copy.counts(clock, now))
    record = pass_record(core, migration, ended=True, counts=counts)
    migration.passes = (*migration.passes, record)
    migration.memory_sent_bytes += record.sent_bytes
    following = copy.next_pass(clock, now, core.profile, counts, go_on=go_on)
    migration.memory = following.paced(copy.move.rate, now)
    migration.pass_index += 1
    text = message(
        "simulation.event.passEnded",
        vm=migration.vm_name,
        number=record.index + 1,
        duration=record.duration_s,
        rate=record.copy_bytes_per_s,
        dirty=record.dirty_bytes_per_s,
        left=following.pages * core.profile.tracking_bytes,
    )
    core.emit("PassEnded", text, migration)
    return record


def set_throttle(core: Core, migration: Migration, throttle: float, trace_cost: float = 0.0) -> None:
    """Let the guest's vCPUs sleep for a share of their time from now on, and lose another to its traces; what others on
    its host leave it of the CPU is looked at anew, too."""
    share = source_share(core, migration)
    if abs(throttle - migration.throttle) > 1e-9 and throttle > 0.0:
        text = message("simulation.event.throttled", vm=migration.vm_name, percent=round(throttle * 100.0, 1))
        core.emit("GuestThrottled", text, migration, level="warning")
    if (throttle, share, trace_cost) != (migration.throttle, migration.cpu_share, migration.trace_cost):
        core.note(migration)
        migration.throttle, migration.cpu_share, migration.trace_cost = throttle, share, trace_cost
        change_clock(core, migration, speed=running_speed(core, migration))


def copy_parts(core: Core, migration: Migration) -> tuple[Demand, ...]:
    """What the copy asks of the network while the guest runs: its way, and the limit that it is held to."""
    assert migration.route is not None
    limit = min(core.profile.max_bandwidth_bytes_per_s, migration.spec.max_bandwidth_bytes_per_s or math.inf)
    migration.copy_limit_bytes_per_s = limit
    return migration.route.parts if math.isinf(limit) else capped(migration.route.parts, limit)


def limit_copy(core: Core, migration: Migration, bytes_per_s: float) -> None:
    """Hold the copy to another rate from now on; infinite: to none but what its way allows."""
    assert migration.route is not None
    migration.copy_limit_bytes_per_s = bytes_per_s
    parts = migration.route.parts if math.isinf(bytes_per_s) else capped(migration.route.parts, bytes_per_s)
    core.state.network.set_parts(migration.flow, parts)


def settings_changed(core: Core, migration: Migration) -> None:
    """The profile's constants are others from now on: hold the copy to its new limit, and look anew when the loop's
    next decision comes."""
    core.note(migration)
    if migration.flow:
        core.state.network.set_parts(migration.flow, copy_parts(core, migration))
    core.replan(core, migration)


# --- reading ---------------------------------------------------------------


def copy_rate(core: Core, migration: Migration) -> float:
    """Bytes per second at which memory goes over: in the switchover, only while the last pages do."""
    if migration.memory is None or migration.disk is not None or not migration.flow:
        return 0.0
    if migration.phase is Phase.COPYING_MEMORY:
        return core.rate(migration.flow)
    if migration.phase in (Phase.SWITCHOVER, Phase.RESUMING) and not sends_rest(migration):
        return 0.0
    return core.rate(migration.flow)


def is_sending(migration: Migration) -> bool:
    """Whether a pass is on its way."""
    return migration.phase in (Phase.COPYING_MEMORY, Phase.POST_COPYING) or sends_rest(migration)


def sends_rest(migration: Migration) -> bool:
    """Whether the switchover's last pages are on their way."""
    if migration.rest_follows:
        return False
    return bool(migration.downtime) and migration.downtime[-1].part == "quiesce" and not migration.stalled


def all_sent_s(core: Core, migration: Migration) -> float:
    """When everything of the running pass is across at the present rate; infinite while nothing moves, or while the
    copy waits: even an empty message has its way before it."""
    copy = migration.memory
    assert copy is not None
    if migration.flow in core.state.network.held:
        return math.inf
    left = copy.wire_total - copy.position(core.state.now_s)
    if left <= TINY_BYTES:
        return core.state.now_s
    return math.inf if copy.move.rate <= 0.0 else core.state.now_s + left / copy.move.rate


def pass_record(core: Core, migration: Migration, *, ended: bool, counts: PageCounts | None = None) -> PassRecord:
    """The running pass as it stands now; `counts` saves counting again."""
    copy, clock, now = migration.memory, migration.clock, core.state.now_s
    assert copy is not None
    assert clock is not None
    duration = max(0.0, now - migration.pass_start_s)
    sent = copy.position(now)
    dirtied = total_of((counts or copy.counts(clock, now)).dirty)
    return PassRecord(
        index=migration.pass_index,
        start_s=migration.pass_start_s,
        duration_s=duration,
        pages=copy.pages,
        sent_bytes=sent,
        copy_bytes_per_s=sent / duration if duration > 0.0 else copy.move.rate,
        dirty_bytes_per_s=dirtied * core.profile.tracking_bytes / duration if duration > 0.0 else 0.0,
        dirtied_pages=dirtied,
        guest_slowdown=slowdown(migration),
        stop_and_copy=migration.phase is Phase.SWITCHOVER,
        ended=ended,
    )


def slowdown(migration: Migration) -> float:
    """0: the guest runs freely; 1: it stands still. What other VMs take of the CPU does not count."""
    if migration.paused or (migration.stun_s is not None and migration.downtime_end_s is None):
        return 1.0
    return 1.0 - (1.0 - migration.throttle) * (1.0 - migration.trace_cost) * min(1.0, migration.io_share)
