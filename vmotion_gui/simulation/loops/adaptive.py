"""Xen of 2005: each pass goes a step faster than the guest dirtied memory in the one before."""

from __future__ import annotations

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.loops.passes import WholePasses
from vmotion_gui.simulation.memory_copy import begin_pass, end_pass, limit_copy, set_throttle
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.profiles.profile import PAGE_BYTES
from vmotion_gui.simulation.status import Phase


class RisingRate(WholePasses):
    """See `Loop`. Pre-copy ends when the next pass would have to be faster than the maximum, or when little is left;
    what is left then goes at the maximum."""

    def begin(self, core: Core, migration: Migration) -> None:
        """The first pass goes at the minimum."""
        limit_copy(core, migration, core.profile.min_bandwidth_bytes_per_s)
        begin_pass(core, migration)

    def decide(self, core: Core, migration: Migration) -> None:
        """Go on at the dirty rate and a step more, if that is allowed and worth it."""
        record, profile = end_pass(core, migration), core.profile
        copy = migration.memory
        assert copy is not None
        dirty = record.dirtied_pages * PAGE_BYTES / record.duration_s if record.duration_s > 0.0 else 0.0
        following = max(profile.min_bandwidth_bytes_per_s, dirty + profile.bandwidth_step_bytes_per_s)
        if float(copy.to_send.sum()) < profile.few_pages or following > profile.max_bandwidth_bytes_per_s:
            core.enter(migration, Phase.SWITCHOVER)
            return
        set_throttle(core, migration, migration.throttle)
        limit_copy(core, migration, following)
        begin_pass(core, migration)

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The rest goes as fast as is allowed."""
        limit_copy(core, migration, core.profile.max_bandwidth_bytes_per_s)
        return True
