"""How flows share links: max-min fairness by progressive filling (Bertsekas & Gallager, Data Networks)."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

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


def max_min(demands: Sequence[Demand], capacities: Mapping[LinkKey, float]) -> list[float]:
    """The max-min fair rates, bytes/s, one for each demand.

    All rates rise together in proportion to their weights; at a full link its flows freeze, at its own cap a
    flow. A
    demand without any link gets its cap. The order of the demands changes nothing but roundings.
    """
    rates = [0.0] * len(demands)
    frozen_use: dict[LinkKey, float] = {}
    members = _members(demands)
    active = set(range(len(demands)))
    while active:
        level, links = _tightest(demands, capacities, members, frozen_use)
        capped = _reached_cap(demands, active, level)
        freezing = capped or {index for link in links for index in members[link]} or set(active)
        for index in sorted(freezing):
            rates[index] = _frozen_rate(demands[index], level)
            _freeze(demands[index], rates[index], index, members, frozen_use)
        active -= freezing
    return rates


def _members(demands: Sequence[Demand]) -> dict[LinkKey, list[int]]:
    members: dict[LinkKey, list[int]] = {}
    for index, demand in enumerate(demands):
        for use in demand.uses:
            members.setdefault(use.link, []).append(index)
    return members


def _tightest(
    demands: Sequence[Demand],
    capacities: Mapping[LinkKey, float],
    members: Mapping[LinkKey, list[int]],
    frozen_use: Mapping[LinkKey, float],
) -> tuple[float, list[LinkKey]]:
    """The lowest level at which links fill, and those links."""
    lowest, links = math.inf, []
    for link, indices in members.items():
        if not indices:
            continue
        rise = sum(demands[i].weight * use.coefficient for i in indices for use in demands[i].uses if use.link == link)
        left = max(0.0, capacities[link] - frozen_use.get(link, 0.0))
        level = left / rise
        if level < lowest / _SLACK:
            lowest, links = level, [link]
        elif level <= lowest * _SLACK:
            links.append(link)
    return lowest, links


def _reached_cap(demands: Sequence[Demand], active: set[int], level: float) -> set[int]:
    """Flows whose own cap lies below the level: all of them can freeze at once, each at its cap."""
    return {i for i in active if demands[i].cap < level * demands[i].weight}


def _frozen_rate(demand: Demand, level: float) -> float:
    return min(demand.cap, level * demand.weight)


def _freeze(
    demand: Demand,
    rate: float,
    index: int,
    members: Mapping[LinkKey, list[int]],
    frozen_use: dict[LinkKey, float],
) -> None:
    for use in demand.uses:
        members[use.link].remove(index)
        frozen_use[use.link] = frozen_use.get(use.link, 0.0) + rate * use.coefficient
