"""Xen of 2005: each pass goes a step faster than the guest dirtied memory in the one before."""

from __future__ import annotations

import dataclasses
import math

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.loops.loop import LoopState
from vmotion_gui.simulation.loops.passes import WholePasses
from vmotion_gui.simulation.memory_copy import begin_pass, end_pass, limit_copy, set_throttle
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase

_ROUNDING = 1.0 + 1e-9


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class RateState(LoopState):
    """What the loop remembers of a migration."""

    bytes_per_s: float
    """What the running pass is held to."""


class RisingRate(WholePasses):
    """See `Loop`. Pre-copy ends when the next pass would have to be faster than the maximum, or when little is left;
    what is left then goes at the maximum. A limit of the migration itself is its maximum."""

    ends_with_pass = False

    def begin(self, core: Core, migration: Migration) -> None:
        """The first pass goes at the minimum."""
        _hold(core, migration, core.profile.min_bandwidth_bytes_per_s)
        begin_pass(core, migration)

    def decision_s(self, core: Core, migration: Migration) -> float:
        """At the end of the pass; at once where new settings have taken its rate away."""
        return core.state.now_s if _is_loose(migration) else super().decision_s(core, migration)

    def decide(self, core: Core, migration: Migration) -> None:
        """Go on at the dirty rate and a step more, if that is allowed and worth it."""
        if _is_loose(migration):
            _hold(core, migration, _state(migration).bytes_per_s)
            core.replan(core, migration)
            return
        record, profile = end_pass(core, migration), core.profile
        copy = migration.memory
        assert copy is not None
        following = max(
            profile.min_bandwidth_bytes_per_s, record.dirty_bytes_per_s + profile.bandwidth_step_bytes_per_s
        )
        if copy.pages < profile.few_pages or following > _most(core, migration) * _ROUNDING:
            core.enter(migration, Phase.SWITCHOVER)
            return
        set_throttle(core, migration, migration.throttle)
        _hold(core, migration, following)
        begin_pass(core, migration)

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The rest goes as fast as is allowed."""
        limit_copy(core, migration, _most(core, migration))
        return True


def _most(core: Core, migration: Migration) -> float:
    return min(core.profile.max_bandwidth_bytes_per_s, migration.spec.max_bandwidth_bytes_per_s or math.inf)


def _hold(core: Core, migration: Migration, bytes_per_s: float) -> None:
    limit = min(bytes_per_s, _most(core, migration))
    migration.loop = RateState(bytes_per_s=limit)
    limit_copy(core, migration, limit)


def _is_loose(migration: Migration) -> bool:
    return migration.copy_limit_bytes_per_s != _state(migration).bytes_per_s


def _state(migration: Migration) -> RateState:
    assert isinstance(migration.loop, RateState)
    return migration.loop
