"""SimGrid's live-migration plugin (VmLiveMigration.cpp, dirty_page_tracking.cpp): for holding the engine against it."""

from __future__ import annotations

import dataclasses
import math

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.loops.loop import LoopState
from vmotion_gui.simulation.memory_copy import all_sent_s, begin_pass, end_pass
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import PassRecord, Phase

_GATHERED = 100
"""So many transfers in a row that got nowhere let one more be gathered into each pass: what gathering may overlook is
within one percent of the time that has gone by."""
_EQUAL = 1e-6
"""Two durations that differ by a smaller share are the same one."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SimGridState(LoopState):
    """What the loop remembers of a migration."""

    at_once: int = 1
    """Transfers that the running pass stands for."""
    in_vain: int = 0
    """Transfers in a row, up to the last, that left as much as they sent and took the same time."""
    each_s: float = math.nan
    """What the last one took."""


class SimGridLoop:
    """See `Loop`. Every transfer waits for the way's one-way delay before it flows, which counts in its measured
    bandwidth; the transfers end when the rest is at most that bandwidth times the allowed downtime.

    Memory that does not converge would be sent millions of times before the timeout. Equal transfers are gathered into
    passes that stand for more and more of them, so the cost grows with the logarithm of their number.
    """

    ends_with_pass = True

    def begin(self, core: Core, migration: Migration) -> None:
        """Stage 1: the whole memory."""
        migration.loop = SimGridState()
        self._wait(core, migration)
        begin_pass(core, migration)

    def _wait(self, core: Core, migration: Migration, times: int = 1) -> None:
        """Leave the network until the delay is over."""
        assert migration.route is not None
        delay_s = times * migration.route.rtt_s / 2.0
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
            migration.loop = state = _next_state(core, migration, record)
            migration.memory = copy.repeated(state.at_once)
            self._wait(core, migration, state.at_once)
            begin_pass(core, migration)

    def woken(self, core: Core, migration: Migration) -> None:
        """The delay is over: flow."""
        core.state.network.release(migration.flow)

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """Stage 3."""
        self._wait(core, migration)
        return True


def _next_state(core: Core, migration: Migration, last: PassRecord) -> SimGridState:
    """How many transfers the next pass stands for: more than one only after many equal ones that got nowhere, and none
    that would begin after the timeout."""
    before, copy = migration.loop, migration.memory
    assert isinstance(before, SimGridState)
    assert copy is not None
    each_s, each_bytes = last.duration_s / before.at_once, last.sent_bytes / before.at_once
    if copy.wire_total < each_bytes * (1.0 - _EQUAL) or not math.isclose(each_s, before.each_s, rel_tol=_EQUAL):
        return SimGridState(each_s=each_s)
    in_vain = before.in_vain + before.at_once
    left_s = core.profile.stage_timeout_s - (core.state.now_s - migration.passes[0].start_s)
    most = max(1, math.ceil(left_s / each_s))
    return SimGridState(at_once=min(most, max(1, in_vain // _GATHERED)), in_vain=in_vain, each_s=each_s)
