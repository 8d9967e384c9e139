"""The state machine: which function answers what in which phase."""

from __future__ import annotations

import math
from collections.abc import Callable

from vmotion_gui.simulation import checking, disk_copy, ending, memory_copy, post_copy, switchover
from vmotion_gui.simulation.core import Core, Enter
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.progress import progress_of
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import Phase

ENTER: dict[Phase, Enter] = {
    Phase.QUEUED: checking.enter_queued,
    Phase.CHECKING: checking.enter_checking,
    Phase.PREPARING: checking.enter_preparing,
    Phase.COPYING_DISK: disk_copy.enter_copying_disk,
    Phase.COPYING_MEMORY: memory_copy.enter_copying_memory,
    Phase.SWITCHOVER: switchover.enter_switchover,
    Phase.RESUMING: switchover.enter_resuming,
    Phase.POST_COPYING: post_copy.enter_post_copying,
    Phase.CLEANING_UP: switchover.enter_cleaning_up,
    Phase.COMPLETED: ending.enter_completed,
    Phase.ROLLING_BACK: ending.enter_rolling_back,
    Phase.FAILED: ending.enter_failed,
    Phase.CANCELLED: ending.enter_cancelled,
}

_TIMER: dict[Phase, Enter] = {
    Phase.CHECKING: checking.leave_checking,
    Phase.PREPARING: checking.leave_preparing,
    Phase.SWITCHOVER: switchover.step_over,
    Phase.RESUMING: switchover.resumed,
    Phase.CLEANING_UP: switchover.leave_cleaning_up,
    Phase.ROLLING_BACK: ending.leave_rolling_back,
}

_DONE: dict[Phase, Enter] = {
    Phase.COPYING_DISK: disk_copy.files_done,
    Phase.COPYING_MEMORY: lambda core, migration: core.loop.decide(core, migration),
    Phase.SWITCHOVER: switchover.rest_done,
    Phase.POST_COPYING: post_copy.stretch_there,
}

_DUE: dict[Phase, Callable[[Core, Migration], float]] = {
    Phase.COPYING_DISK: disk_copy.plan_files,
    Phase.COPYING_MEMORY: lambda core, migration: core.loop.decision_s(core, migration),
    Phase.SWITCHOVER: switchover.plan_switchover,
    Phase.POST_COPYING: post_copy.plan_post_copying,
}


def timer_over(core: Core, migration: Migration) -> None:
    """A timed step is over."""
    migration.timer = 0
    settle(core, migration)
    _TIMER[migration.phase](core, migration)


def copy_done(core: Core, migration: Migration) -> None:
    """What was being copied is across; or the copy has become slower since this was planned, and ends later."""
    migration.done = 0
    if migration.slowed:
        migration.due_s, migration.slowed = core.loop.decision_s(core, migration), False
    if migration.due_s > core.state.now_s:
        _expect_end(core, migration)
        return
    settle(core, migration)
    _DONE[migration.phase](core, migration)


def workload_due(core: Core, migration: Migration) -> None:
    """The guest's workload changes."""
    memory_copy.workload_changed(core, migration)
    disk_copy.refresh_mirrors(core, migration)


def stalled_too_long(core: Core, migration: Migration) -> None:
    """Nothing has moved for the network's timeout."""
    names = {"source": core.name(migration.plan.source), "destination": core.name(migration.plan.destination)}
    objects = (migration.plan.source, migration.plan.destination)
    ending.fail(core, migration, reason("networkTimeout", *objects, seconds=core.profile.network_timeout_s, **names))


def loop_woken(core: Core, migration: Migration) -> None:
    """A time has come that the hypervisor's loop asked for."""
    migration.wake = 0
    core.loop.woken(core, migration)


def settle(core: Core, migration: Migration) -> None:
    """Bring disks and mirrors up to now, at the rates until now; a memory copy keeps its own moves."""
    if not migration.files and not migration.mirrors:
        return
    core.note(migration)
    migration.progress_floor = max(migration.progress_floor, core.progress(migration))
    disk_copy.settle_files(core, migration)


def replan(core: Core, migration: Migration) -> None:
    """Schedule when the running copy ends; where nothing moves, when patience does."""
    memory, phase = migration.memory, migration.phase
    if memory is not None:
        migration.memory = memory.paced(memory_copy.copy_rate(core, migration), core.state.now_s)
    if migration.mirrors and phase is Phase.COPYING_MEMORY:
        disk_copy.note_mirror_lag(core, migration)
    if not (migration.flow or migration.files) or (due := _DUE.get(phase)) is None:
        return
    end_s = due(core, migration)
    if end_s != math.inf:
        migration.due_s, migration.slowed, migration.stall = end_s, False, 0
        # an entry that comes too early looks again; with many copies on one link most changes only delay
        if not migration.done or migration.done_at_s > end_s:
            _expect_end(core, migration)
        return
    migration.done = 0
    if core.rate(migration.flow) > 0.0 or migration.flow in core.state.network.held:
        migration.stall = 0
    elif not migration.stall and phase is not Phase.POST_COPYING:  # there the guest waits for the network
        migration.stall = core.schedule(core.state.now_s + core.profile.network_timeout_s, "stall", migration.id)


def repace(core: Core, migration: Migration, rate: float) -> None:
    """The copy's flow has a new rate: `settle` before and `replan` after it in one, as this happens most of all."""
    memory = migration.memory
    if migration.phase is not Phase.COPYING_MEMORY or migration.mirrors or memory is None or rate <= 0.0:
        replan(core, migration)
        return
    migration.memory = memory.paced(rate, core.state.now_s)
    migration.stall = 0
    if rate < memory.move.rate and migration.done and core.loop.ends_with_pass:
        migration.slowed = True
        return
    end_s = migration.due_s = core.loop.decision_s(core, migration)
    migration.slowed = False
    if not migration.done or migration.done_at_s > end_s:
        if end_s == math.inf:
            migration.done = 0
        else:
            _expect_end(core, migration)


def _expect_end(core: Core, migration: Migration) -> None:
    migration.done_at_s = migration.due_s
    migration.done = core.schedule(migration.due_s, "done", migration.id)


HANDLERS: dict[str, Enter] = {
    "timer": timer_over,
    "done": copy_done,
    "workload": workload_due,
    "stall": stalled_too_long,
    "limit": switchover.limit_reached,
    "wake": loop_woken,
}
"""What a migration's heap entries of each kind do."""


def connect(core: Core) -> None:
    """Give a core the functions that go through all phases."""
    core.settle = settle
    core.replan = replan
    core.repace = repace
    core.progress = lambda migration: progress_of(core, migration)
