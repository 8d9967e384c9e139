"""QEMU's loop: send until what is left falls below the threshold, then read the dirty log, and go on from there."""

from __future__ import annotations

import math

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import TINY_BYTES, begin_pass, end_pass, set_throttle
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase


class ThresholdLoop:
    """See `Loop`."""

    def begin(self, core: Core, migration: Migration) -> None:
        """Send all touched pages."""
        begin_pass(core, migration)

    def decision_s(self, core: Core, migration: Migration) -> float:
        """When what is left fits into the downtime limit, but not before the loop's own period is over."""
        copy = migration.memory
        assert copy is not None
        now, rate = core.state.now_s, copy.move.rate
        least = min(copy.wire_total, rate * core.profile.min_pass_s)
        left = max(least, copy.wire_total - rate * core.profile.switchover_goal_s) - copy.position(now)
        if left <= TINY_BYTES:
            return now
        return math.inf if rate <= 0.0 else now + left / rate

    def decide(self, core: Core, migration: Migration) -> None:
        """Read the dirty log; if the rest still fits, it is the last."""
        end_pass(core, migration, go_on=True)
        copy = migration.memory
        assert copy is not None
        if copy.wire_total < copy.move.rate * core.profile.switchover_goal_s or copy.wire_total <= TINY_BYTES:
            core.enter(migration, Phase.SWITCHOVER)
            return
        set_throttle(core, migration, migration.throttle)
        begin_pass(core, migration)

    def woken(self, core: Core, migration: Migration) -> None:
        """Nothing is asked for."""

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The rest goes while the guest stands still."""
        return True
