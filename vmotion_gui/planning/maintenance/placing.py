"""Placements to choose from: by the quick way first, by the exact one where that leaves VMs behind."""

from __future__ import annotations

from typing import NamedTuple

from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.greedy import Greedy, Hop
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.plan import Objective


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
    fewest = min(len(placement.left) for placement in found)
    distinct = {placement.hops: placement for placement in found if len(placement.left) == fewest}
    return list(distinct.values())


def _greedy(ground: Ground, objective: Objective) -> Placement:
    greedy = Greedy(ground, objective)
    greedy.place()
    return Placement(tuple(greedy.hops), greedy.state, tuple(greedy.left))
