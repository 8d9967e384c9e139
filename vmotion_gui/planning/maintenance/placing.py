"""Placements to choose from: by the quick way first, by the exact one where that leaves VMs behind."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

import numpy as np

from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.chains import shortest_chain
from vmotion_gui.planning.maintenance.exact import best_target
from vmotion_gui.planning.maintenance.greedy import Greedy, Hop
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.plan import Objective
from vmotion_gui.planning.maintenance.sequence import sequence


class Placement(NamedTuple):
    """Moves that work one by one, where all VMs are then, and the VMs that found no place."""

    hops: tuple[Hop, ...]
    state: Arrangement
    left: tuple[int, ...]


def placements(ground: Ground) -> list[Placement]:
    """One or several placements that leave as few VMs behind as could be found; never none."""
    objective = ground.options.objective
    ways: tuple[Objective, ...] = ("balance",) if objective == "balance" else ("time", "balance")
    found = [_greedy(ground, way) for way in ways]
    if any(placement.left for placement in found) or objective == "moves":
        found += _thorough(ground)
    fewest = min(len(placement.left) for placement in found)
    distinct = {placement.hops: placement for placement in found if len(placement.left) == fewest}
    return list(distinct.values())


def first_placement(ground: Ground) -> Placement:
    """One placement: by the quick way, or by the exact one if that leaves fewer behind."""
    quick = _greedy(ground, "balance" if ground.options.objective == "balance" else "time")
    found: list[Placement] = [quick, *(_thorough(ground) if quick.left else ())]
    return min(found, key=lambda placement: len(placement.left))


def _thorough(ground: Ground) -> list[Placement]:
    """What the exact ways find: a placement that some order reaches, else the shortest chain; nothing on large estates.

    The placement leaves the fewest behind of all, so that no chain could leave fewer. Where there are too many chains
    to look at, those of the VMs that the placement moves are.
    """
    target = best_target(ground)
    if target is not None and (way := sequence(ground, target.at)) is not None:
        return [Placement(tuple(way[0]), way[1], target.left)]
    chain = shortest_chain(ground)
    if chain is None and target is not None:
        chain = shortest_chain(ground, set(np.flatnonzero(target.at != ground.at).tolist()))
    return [] if chain is None else [Placement(chain.hops, _after(ground, chain.hops), chain.left)]


def _after(ground: Ground, hops: Iterable[Hop]) -> Arrangement:
    state = Arrangement(ground)
    for hop in hops:
        state.move(*hop)
    return state


def _greedy(ground: Ground, objective: Objective) -> Placement:
    greedy = Greedy(ground, objective)
    greedy.place()
    return Placement(tuple(greedy.hops), greedy.state, tuple(greedy.left))
