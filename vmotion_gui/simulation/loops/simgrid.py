"""SimGrid's live-migration plugin (VmLiveMigration.cpp, dirty_page_tracking.cpp): for holding the engine against it."""

from __future__ import annotations

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import all_sent_s, begin_pass, end_pass
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase


class SimGridLoop:
    """See `Loop`. Every transfer waits for the way's one-way delay before it flows, which counts in its measured
    bandwidth; the transfers end when the rest is at most that bandwidth times the allowed downtime."""

    def begin(self, core: Core, migration: Migration) -> None:
        """Stage 1: the whole memory."""
        self._wait(core, migration)
        begin_pass(core, migration)

    def _wait(self, core: Core, migration: Migration) -> None:
        """Leave the network until the delay is over."""
        assert migration.route is not None
        delay_s = migration.route.rtt_s / 2.0
        if delay_s > 0.0:
            core.state.network.hold(migration.flow)
            core.wake(migration, core.state.now_s + delay_s)

    def decision_s(self, core: Core, migration: Migration) -> float:
        """At the end of the transfer."""
        return all_sent_s(core, migration)

    def decide(self, core: Core, migration: Migration) -> None:
        """Stage 2 while there is too much left and the timeout is far, else stage 3."""
        record = end_pass(core, migration)
        copy = migration.memory
        assert copy is not None
        begun = migration.passes[0].start_s
        late = core.state.now_s - begun >= core.profile.stage_timeout_s
        if late or copy.wire_total <= record.copy_bytes_per_s * core.profile.switchover_goal_s:
            core.enter(migration, Phase.SWITCHOVER)
        else:
            self._wait(core, migration)
            begin_pass(core, migration)

    def woken(self, core: Core, migration: Migration) -> None:
        """The delay is over: flow."""
        core.state.network.release(migration.flow)

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """Stage 3."""
        self._wait(core, migration)
        return True
