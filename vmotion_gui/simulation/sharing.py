"""How flows share links: max-min fairness by progressive filling (Bertsekas & Gallager, Data Networks)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeVar

_SLACK = 1.0 + 1e-12
"""Two levels that differ by less than this are the same one, reached by two roundings."""


Direction = Literal["tx", "rx", "read", "write", "ab", "ba"]


class LinkKey(NamedTuple):
    """One direction of something that carries data.

    `kind`: "pnic" (device of a host), "link" (network link), "datastore", or "vmotion" (a host's whole vMotion network:
    no limit, but nothing at all while it is lost).
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
        return [_alone(parts[0], capacities)]
    rates = [0.0] * len(parts)
    members, left = _members(parts, capacities)
    rise = {link: _rise(parts, indices) for link, indices in members.items()}
    active = dict.fromkeys(range(len(parts)))
    while active:
        level, links = _tightest(rise, left)
        freezing = [i for i in active if parts[i][0] < level * parts[i][1]]
        if not freezing:
            freezing = sorted({i for link in links for i in members[link]}) or list(active)
        touched: dict[L, None] = {}
        for i in freezing:
            cap, weight, uses = parts[i]
            rates[i] = rate = min(cap, level * weight)
            del active[i]
            for link, coefficient in uses:
                if link in left:
                    left[link] = max(0.0, left[link] - rate * coefficient)
                    del members[link][i]
                    touched[link] = None
        if active:
            for link in touched:
                if members[link]:
                    rise[link] = _rise(parts, members[link])
                else:
                    del rise[link]
    return rates


def _alone(part: Part[L], capacities: Mapping[L, float]) -> float:
    cap, _, uses = part
    return min([cap, *(capacities[link] / coefficient for link, coefficient in uses)])


def _members(
    parts: Sequence[Part[L]], capacities: Mapping[L, float]
) -> tuple[dict[L, dict[int, float]], dict[L, float]]:
    """The flows of each link that can bind, with their coefficients, and what is left of it."""
    members: dict[L, dict[int, float]] = {}
    left: dict[L, float] = {}
    for index, (_, _, uses) in enumerate(parts):
        for link, coefficient in uses:
            if link in members:
                members[link][index] = coefficient
            elif (capacity := capacities[link]) != math.inf:
                members[link] = {index: coefficient}
                left[link] = capacity
    return members, left


def _rise(parts: Sequence[Part[L]], members: Mapping[int, float]) -> float:
    """How fast a link fills while the level rises by one."""
    total = 0.0
    for index, coefficient in members.items():
        total += parts[index][1] * coefficient
    return total


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
