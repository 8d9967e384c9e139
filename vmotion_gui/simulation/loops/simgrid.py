"""SimGrid's live-migration plugin (VmLiveMigration.cpp, dirty_page_tracking.cpp): for holding the engine against it."""

from __future__ import annotations

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import all_sent_s, begin_pass, end_pass
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase


class SimGridLoop:
    """See `Loop`. Every transfer pays the way's latency before it flows, and counts in its measured bandwidth; the
    transfers end when the rest is at most that bandwidth times the allowed downtime."""

    def begin(self, core: Core, migration: Migration) -> None:
        """Stage 1: the whole memory."""
        self._send(core, migration)

    def _send(self, core: Core, migration: Migration) -> None:
        begin_pass(core, migration)

    def decision_s(self, core: Core, migration: Migration) -> float:
        """At the end of the transfer."""
        return all_sent_s(core, migration)

    def decide(self, core: Core, migration: Migration) -> None:
        """Stage 2 while there is too much left, else stage 3."""
        record = end_pass(core, migration)
        copy = migration.memory
        assert copy is not None
        if copy.wire_total <= record.copy_bytes_per_s * core.profile.switchover_goal_s:
            core.enter(migration, Phase.SWITCHOVER)
        else:
            self._send(core, migration)

    def woken(self, core: Core, migration: Migration) -> None:
        """The latency is over."""

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """Stage 3."""
        return True
