"""The textbook's series of passes: what a migration comes to when its rates stay as they are.

Akoush et al. (MASCOTS 2010) and Liu et al. (HPDC 2011); the mechanism is Nelson et al. (USENIX ATC 2005):

    V(0) = M,  T(i) = V(i) / R,  V(i + 1) = min(W, D T(i)),  until V(i) / R is within the goal

with a memory of M bytes, a bandwidth R, a dirty-page rate D and a working set W. Below D / R = 1 the passes shrink by
that factor each; from there on they grow to the working set and stay, unless the guest is slowed.
"""

from __future__ import annotations

import math

import msgspec

MOST_PASSES = 60
_SHRINKS_BY = 0.999
"""A pass that is hardly smaller than the last one leads nowhere."""


class Race(msgspec.Struct, frozen=True, kw_only=True):
    """What the series depends on; bytes, bytes per second, seconds."""

    memory_bytes: float
    working_set_bytes: float
    dirty_bytes_per_s: float
    bandwidth_bytes_per_s: float
    goal_s: float
    throttle_margin: float | None = None
    """A guest that wins the race is slowed until it dirties this share of the bandwidth; None: it is left alone."""

    @property
    def ratio(self) -> float:
        """Dirty-page rate over bandwidth; below 1 the passes shrink."""
        return self.dirty_bytes_per_s / self.bandwidth_bytes_per_s if self.bandwidth_bytes_per_s > 0.0 else math.inf


class Series(msgspec.Struct, frozen=True, kw_only=True):
    """What the formula gives."""

    passes_bytes: tuple[float, ...]
    """What each pass sends while the guest runs."""
    rest_bytes: float
    """What is left for the switchover."""
    copy_s: float
    """All passes and the rest, without what checking, preparing and resuming take."""
    downtime_s: float
    """Sending the rest."""
    converges: bool
    """Whether the rest came within the goal."""
    slowed: bool
    """Whether only because the guest was slowed."""

    @property
    def sent_bytes(self) -> float:
        return sum(self.passes_bytes) + self.rest_bytes


def series(race: Race) -> Series:
    """The passes of a race. ValueError without a bandwidth."""
    bandwidth = race.bandwidth_bytes_per_s
    if not bandwidth > 0.0:
        raise ValueError(f"a bandwidth of {bandwidth} carries nothing")
    dirty, slowed = race.dirty_bytes_per_s, False
    passes: list[float] = []
    volume = race.memory_bytes
    while len(passes) < MOST_PASSES:
        passes.append(volume)
        following = min(race.working_set_bytes, dirty * volume / bandwidth)
        if following / bandwidth > race.goal_s and following >= _SHRINKS_BY * volume:
            if race.throttle_margin is None or slowed:
                volume = following
                break
            dirty, slowed = min(dirty, race.throttle_margin * bandwidth), True
            following = min(race.working_set_bytes, dirty * volume / bandwidth)
        volume = following
        if volume / bandwidth <= race.goal_s:
            break
    return Series(
        passes_bytes=tuple(passes),
        rest_bytes=volume,
        copy_s=(sum(passes) + volume) / bandwidth,
        downtime_s=volume / bandwidth,
        converges=volume / bandwidth <= race.goal_s,
        slowed=slowed,
    )
