"""Whole passes: send everything, look what has become dirty meanwhile, send that. vSphere and Xen since 4.6."""

from __future__ import annotations

from vmotion_gui.messages import message
from vmotion_gui.simulation import page_traces
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import (
    all_sent_s,
    begin_pass,
    end_pass,
    set_throttle,
)
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import PassRecord, Phase

_ROUNDING = 1.0 + 1e-12


class WholePasses:
    """See `Loop`. The profile says when the passes stop and whether the guest is slowed."""

    ends_with_pass = True

    def begin(self, core: Core, migration: Migration) -> None:
        """Have the guest's writes noticed; then send all touched pages."""
        plan, inventory = migration.plan, core.state.inventory
        traces = page_traces.install(core.profile, inventory.hosts[plan.source], inventory.vms[plan.vm])
        if traces.duration_s <= 0.0:
            self._first_pass(core, migration)
            return
        core.emit(
            "TracesInstalling",
            message("simulation.event.tracing", vm=migration.vm_name, seconds=traces.duration_s),
            migration,
            milestone=True,
        )
        core.state.network.hold(migration.flow)
        set_throttle(core, migration, migration.throttle, traces.lost)
        core.wake(migration, core.state.now_s + traces.duration_s)

    def _first_pass(self, core: Core, migration: Migration) -> None:
        clock = migration.clock
        assert clock is not None
        dirty = clock.write_rate() * migration.cpu_share
        set_throttle(core, migration, migration.throttle, _trace_cost(core, migration, dirty))
        begin_pass(core, migration)

    def decision_s(self, core: Core, migration: Migration) -> float:
        """At the end of the pass."""
        return all_sent_s(core, migration)

    def decide(self, core: Core, migration: Migration) -> None:
        """Switch over if the rest is small enough, else slow the guest if it must be, and send the rest."""
        record = end_pass(core, migration)
        if _is_last(core, migration, record):
            core.enter(migration, Phase.SWITCHOVER)
            return
        throttle = migration.throttle
        if core.profile.throttles:
            throttle = needed_throttle(core, record, throttle)
        dirty = record.dirtied_pages / record.duration_s if record.duration_s > 0.0 else 0.0
        set_throttle(core, migration, throttle, _trace_cost(core, migration, dirty))
        begin_pass(core, migration)

    def woken(self, core: Core, migration: Migration) -> None:
        """The traces are installed."""
        core.state.network.release(migration.flow)
        self._first_pass(core, migration)

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The rest goes while the guest stands still."""
        return True


def _trace_cost(core: Core, migration: Migration, dirty_pages_per_s: float) -> float:
    """What the next pass costs the guest if it goes on writing to so many pages as it did."""
    return page_traces.lost_to_faults(core.profile, core.state.inventory.vms[migration.plan.vm], dirty_pages_per_s)


def _is_last(core: Core, migration: Migration, record: PassRecord) -> bool:
    copy, profile = migration.memory, core.profile
    assert copy is not None
    if profile.stop_rule == "fewPages":
        full = profile.max_passes is not None and migration.pass_index >= profile.max_passes
        return full or _sent_enough(core, migration) or copy.pages < profile.few_pages
    measured = record.copy_bytes_per_s if record.sent_bytes > 0.0 else core.rate(migration.flow)
    return copy.wire_total <= measured * profile.switchover_goal_s


def _sent_enough(core: Core, migration: Migration) -> bool:
    """Whether the memory has been sent so often that Xen gives up: more than three times, so that no more than five
    times the memory goes in all (Akoush et al., MASCOTS 2010)."""
    factor, copy = core.profile.max_memory_factor, migration.memory
    assert copy is not None
    pages = sum(record.pages for record in migration.passes)
    return factor is not None and pages > factor * float(copy.layout.pages.sum()) * _ROUNDING


def needed_throttle(core: Core, record: PassRecord, throttle: float) -> float:
    """The sleep fraction for the next pass, from what the unslowed guest would have dirtied in this one (SDPS, model
    notes 4.3): s = max(0, 1 - margin * copy rate / dirty rate).
    """
    free_rate = record.dirty_bytes_per_s / (1.0 - throttle)
    if free_rate <= 0.0:
        return 0.0
    wanted = 1.0 - core.profile.throttle_margin * record.copy_bytes_per_s / free_rate
    return min(core.profile.max_throttle, max(0.0, wanted))
