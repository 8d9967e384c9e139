"""Whole passes: send everything, look what has become dirty meanwhile, send that. vSphere and Xen since 4.6."""

from __future__ import annotations

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import (
    all_sent_s,
    begin_pass,
    end_pass,
    set_throttle,
)
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import PassRecord, Phase


class WholePasses:
    """See `Loop`. The profile says when the passes stop and whether the guest is slowed."""

    def begin(self, core: Core, migration: Migration) -> None:
        """Send all touched pages."""
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
        set_throttle(core, migration, throttle)
        begin_pass(core, migration)

    def woken(self, core: Core, migration: Migration) -> None:
        """Nothing is asked for."""

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The rest goes while the guest stands still."""
        return True


def _is_last(core: Core, migration: Migration, record: PassRecord) -> bool:
    copy, profile = migration.memory, core.profile
    assert copy is not None
    if profile.stop_rule == "fewPages":
        full = profile.max_passes is not None and migration.pass_index >= profile.max_passes
        return full or float(copy.to_send.sum()) < profile.few_pages
    measured = record.copy_bytes_per_s if record.sent_bytes > 0.0 else core.rate(migration.flow)
    return copy.wire_total <= measured * profile.switchover_goal_s


def needed_throttle(core: Core, record: PassRecord, throttle: float) -> float:
    """The sleep fraction for the next pass, from what the unslowed guest would have dirtied in this one (SDPS, model
    notes 4.3): s = max(0, 1 - margin * copy rate / dirty rate).
    """
    free_rate = record.dirty_bytes_per_s / (1.0 - throttle)
    if free_rate <= 0.0:
        return 0.0
    wanted = 1.0 - core.profile.throttle_margin * record.copy_bytes_per_s / free_rate
    return min(core.profile.max_throttle, max(0.0, wanted))
