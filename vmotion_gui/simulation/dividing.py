"""How a physical adapter is divided among kinds of traffic: by shares, with reservations and limits."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import NamedTuple


class Claim(NamedTuple):
    """One kind of traffic: what it has to send (bytes/s; infinite: all that it gets), and what it may have."""

    demand: float
    shares: float = 1.0
    reservation: float = 0.0
    limit: float = math.inf

    @property
    def most(self) -> float:
        return min(self.demand, self.limit)

    @property
    def least(self) -> float:
        return min(self.reservation, self.most)

    def at(self, level: float) -> float:
        """What it gets when a share is worth this much."""
        return min(self.most, max(self.least, level * self.shares))


def divided(capacity: float, claims: Sequence[Claim]) -> list[float]:
    """What each claim gets of a capacity, bytes/s: all that it wants, or in proportion to its shares, but never less
    than what is reserved for it and used. Weighted max-min fairness with floors; the order of the claims is of no
    account. Where more is reserved than there is, the reservations are cut in proportion.
    """
    reserved = math.fsum(claim.least for claim in claims)
    if reserved >= capacity:
        return [claim.least * capacity / reserved if reserved else 0.0 for claim in claims]
    if math.fsum(claim.most for claim in claims) <= capacity:
        return [claim.most for claim in claims]
    level = _level(capacity, claims)
    return [claim.at(level) for claim in claims]


def _level(capacity: float, claims: Sequence[Claim]) -> float:
    """What a share is worth when the capacity is used up: what is used rises with it, linearly between the levels at
    which a claim begins or ceases to rise."""
    bends = sorted({bend / claim.shares for claim in claims for bend in (claim.least, claim.most) if bend < math.inf})
    low, used_low = 0.0, math.fsum(claim.at(0.0) for claim in claims)
    for high in bends:
        used = math.fsum(claim.at(high) for claim in claims)
        if used >= capacity:
            return low + (high - low) * (capacity - used_low) / (used - used_low) if used > used_low else high
        low, used_low = high, used
    return low + (capacity - used_low) / math.fsum(claim.shares for claim in claims if math.isinf(claim.most))
