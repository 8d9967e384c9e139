"""Where the arrow keys and Tab lead: from an object to its neighbour in a direction, or to the next of its kind."""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.gui.topology.scene import TopologyScene

_SIDEWAYS_COSTS = 2.5


def neighbour(scene: TopologyScene, current: str, direction: tuple[int, int]) -> str:
    """The nearest object of the same kind in a direction (dx, dy); "" if there is none.

    From nothing the walk begins at the first host.
    """
    here = scene.box_of(current)
    if here is None:
        return next(iter(scene.hosts), "")
    dx, dy = direction
    best, best_cost = "", float("inf")
    for id_ in _kin(scene, current):
        there = scene.box_of(id_)
        if id_ == current or there is None:
            continue
        x, y = there.center[0] - here.center[0], there.center[1] - here.center[1]
        along, across = x * dx + y * dy, abs(x * dy) + abs(y * dx)
        cost = along + _SIDEWAYS_COSTS * across
        if along > 1.0 and cost < best_cost:
            best, best_cost = id_, cost
    return best


def sibling(scene: TopologyScene, current: str, step: int) -> str:
    """The next (or, with -1, previous) object in the same container; "" behind the last one."""
    if scene.box_of(current) is None:
        return next(iter(scene.hosts), "")
    ids = list(_siblings(scene, current))
    place = ids.index(current) + step if current in ids else -1
    return ids[place] if 0 <= place < len(ids) else ""


def _siblings(scene: TopologyScene, current: str) -> Iterable[str]:
    layout = scene.picture.layout
    if current in scene.picture.inventory.vms:
        return [vm for vm in scene.hosts[scene.host_of(current)].slots.vms if vm]
    kind, parent = layout.kinds[current], layout.parents.get(current)
    return [id_ for id_, other in layout.kinds.items() if other == kind and layout.parents.get(id_) == parent]


def _kin(scene: TopologyScene, current: str) -> Iterable[str]:
    """Candidates: for a chip those of its own card and of the cards around it, else all of the kind."""
    layout = scene.picture.layout
    host = scene.host_of(current)
    if current not in scene.picture.inventory.vms:
        kind = layout.kinds[current]
        return [id_ for id_, other in layout.kinds.items() if other == kind]
    near = layout.boxes[host].grown(500.0)
    cards = (item for id_, item in scene.hosts.items() if near.overlaps(layout.boxes[id_]))
    return [vm for item in cards for vm in item.slots.vms if vm]
