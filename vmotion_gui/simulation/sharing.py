"""How flows share links: max-min fairness by progressive filling (Bertsekas & Gallager, Data Networks)."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

from vmotion_gui.inventory.traffic import TrafficClass

_SLACK = 1.0 + 1e-12
"""Two levels that differ by less than this are the same one, reached by two roundings."""


Direction = Literal["tx", "rx", "read", "write", "ab", "ba"]


class LinkKey(NamedTuple):
    """One direction of something that carries data.

    `kind`: "pnic" (device of a host), "link" (network link), "datastore", or "vmotion" (a host's whole vMotion network:
    no limit, but nothing at all while it is lost). Further limits on the way: "halfDuplex" (an adapter, both directions
    together), "shaper" (a VMkernel adapter, by its port group), "kindLimit" (a kind of traffic on an adapter).
    """

    kind: str
    object: str
    device: str
    direction: Direction


class Use(NamedTuple):
    """That a demand uses a link: each byte of it takes `coefficient` bytes there (headers, for instance)."""

    link: LinkKey
    coefficient: float = 1.0


class Demand(NamedTuple):
    """One flow: the links that it uses, its own cap in bytes/s, its weight among its peers."""

    uses: tuple[Use, ...]
    cap: float = math.inf
    weight: float = 1.0
    traffic: TrafficClass = "vmotion"


L = TypeVar("L")

Part = tuple[float, float, tuple[tuple[L, float], ...]]
"""A demand with any kind of link ids: its cap, its weight, and the (link, coefficient) pairs, each link once."""


def max_min(demands: Sequence[Demand], capacities: Mapping[LinkKey, float]) -> list[float]:
    """The max-min fair rates, bytes/s, one for each demand.

    All rates rise together in proportion to their weights; at a full link its flows freeze, at its own cap a
    flow. A demand without any link gets its cap. The order of the demands changes nothing but roundings.
    """
    return fill([part_of(demand) for demand in demands], capacities)


def part_of(demand: Demand) -> Part[LinkKey]:
    """A demand as `fill` takes it."""
    uses: dict[LinkKey, float] = {}
    for use in demand.uses:
        uses[use.link] = uses.get(use.link, 0.0) + use.coefficient
    return demand.cap, demand.weight, tuple(uses.items())


def fill(parts: Sequence[Part[L]], capacities: Mapping[L, float]) -> list[float]:
    """Progressive filling, see `max_min`; links of infinite capacity bind nobody."""
    if len(parts) == 1:
        cap, _, uses = parts[0]
        return [min([cap, *[capacities[link] / coefficient for link, coefficient in uses]])]
    rise = _rises(parts, capacities)
    level, links = _tightest(rise, capacities)
    together = _together(parts, level, links)
    if together is not None:
        return together
    rates = [0.0] * len(parts)
    members = _members(parts, rise)
    left = {link: capacities[link] for link in members}
    active = dict.fromkeys(range(len(parts)))
    while active:
        level, links = _tightest(rise, left)
        freezing = [i for i in active if parts[i][0] < level * parts[i][1]]
        if not freezing:
            freezing = sorted({i for link in links for i in members[link]}) or list(active)
        for i in freezing:
            cap, weight, _ = parts[i]
            rates[i] = min(cap, level * weight)
            del active[i]
        if active:
            _take(parts, rates, freezing, members, left, rise)
    return rates


def _rises(parts: Sequence[Part[L]], capacities: Mapping[L, float]) -> dict[L, float]:
    """How fast each link that can bind fills as the level rises."""
    rise: dict[L, float] = {}
    for _, weight, uses in parts:
        for link, coefficient in uses:
            if link in rise:
                rise[link] += weight * coefficient
            elif capacities[link] != math.inf:
                rise[link] = weight * coefficient
    return rise


def _together(parts: Sequence[Part[L]], level: float, links: Sequence[L]) -> list[float] | None:
    """The rates if all freeze at once, as the first links that fill are on everybody's way; else None."""
    rates = []
    for cap, weight, uses in parts:
        rate = level * weight
        if cap < rate:
            return None
        for link, _ in uses:
            if link in links:
                break
        else:
            return None
        rates.append(rate)
    return rates


def _members(parts: Sequence[Part[L]], links: Iterable[L]) -> dict[L, dict[int, float]]:
    """The flows of each link, with their coefficients."""
    members: dict[L, dict[int, float]] = {link: {} for link in links}
    for index, (_, _, uses) in enumerate(parts):
        for link, coefficient in uses:
            if link in members:
                members[link][index] = coefficient
    return members


def _take(
    parts: Sequence[Part[L]],
    rates: Sequence[float],
    frozen: Iterable[int],
    members: dict[L, dict[int, float]],
    left: dict[L, float],
    rise: dict[L, float],
) -> None:
    """Take what the frozen flows use from their links."""
    touched: dict[L, None] = {}
    for i in frozen:
        for link, coefficient in parts[i][2]:
            if link in left:
                left[link] = max(0.0, left[link] - rates[i] * coefficient)
                del members[link][i]
                touched[link] = None
    for link in touched:
        # summed anew, so that no rounding is left of those that have gone
        rise[link] = sum(parts[i][1] * coefficient for i, coefficient in members[link].items())
        if not members[link]:
            del rise[link]


def _tightest(rise: Mapping[L, float], left: Mapping[L, float]) -> tuple[float, list[L]]:
    """The lowest level at which links fill, and those links."""
    lowest, links = math.inf, []
    for link, speed in rise.items():
        level = left[link] / speed
        if level * _SLACK < lowest:
            lowest, links = level, [link]
        elif level <= lowest * _SLACK:
            links.append(link)
    return lowest, links
