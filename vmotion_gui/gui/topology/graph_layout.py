"""The free picture: everything a node of a graph, the same cards, ties drawn as edges.

Small estates are laid out by forces (Fruchterman and Reingold, as networkx computes it, with a fixed seed and nodes
in a fixed order), then pushed apart until nothing overlaps. Larger ones get a computed layout: around every cluster
its hosts on rings, around those its datastores; the clusters of a datacenter in rows around it.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence

import networkx as nx
import numpy as np
import numpy.typing as npt

from vmotion_gui.gui.topology.boxes import Box, in_rows, union
from vmotion_gui.gui.topology.card import foot_boxes
from vmotion_gui.gui.topology.layout import Layout, NodeKind
from vmotion_gui.inventory.estate import Inventory

FORCES_UP_TO = 300
"""Nodes; networkx's force layouts grow with their square, and need SciPy from 500 on."""
_SEED = 7
_GAP = 44.0
_NODE_SIZE: dict[str, tuple[float, float]] = {
    "vcenter": (440.0, 48.0),
    "datacenter": (400.0, 48.0),
    "cluster": (400.0, 48.0),
    "datastore": (320.0, 56.0),
    "subnet": (320.0, 56.0),
}

FloatArray = npt.NDArray[np.float64]


def graph_layout(inventory: Inventory, nested: Layout) -> Layout:
    """Rectangles of the free picture, from those of the nested one, which gives sizes and the first places."""
    layout = Layout("graph", nested.ties, plans=dict(nested.plans))
    ids = [id_ for id_, kind in nested.kinds.items() if kind != "standalone" and id_ not in nested.ties.local]
    sizes = {id_: _NODE_SIZE.get(nested.kinds[id_], (nested.boxes[id_].w, nested.boxes[id_].h)) for id_ in ids}
    edges = _edges(inventory, nested, set(ids))
    if len(ids) <= FORCES_UP_TO:
        centers = _by_forces(ids, edges, nested, sizes)
    else:
        centers = _computed(inventory, nested, ids, sizes)
    for id_ in ids:
        (w, h), (x, y) = sizes[id_], centers[id_]
        layout.put(id_, nested.kinds[id_], Box(x - w / 2.0, y - h / 2.0, w, h), _holder(inventory, nested, id_))
    _put_feet(layout, nested)
    return layout


def _holder(inventory: Inventory, nested: Layout, id_: str) -> str:
    host = inventory.hosts.get(id_)
    if host is not None:
        return host.cluster or host.datacenter
    return nested.parents.get(id_, "") if nested.kinds[id_] in ("cluster", "datacenter") else ""


def _put_feet(layout: Layout, nested: Layout) -> None:
    feet: dict[str, list[str]] = {}
    for store, host in nested.ties.local.items():
        feet.setdefault(host, []).append(store)
    for host, stores in feet.items():
        for store, box in zip(stores, foot_boxes(layout.boxes[host], len(stores)), strict=True):
            layout.put(store, "datastore", box, host)


def _edges(inventory: Inventory, nested: Layout, ids: set[str]) -> list[tuple[str, str]]:
    """All edges between nodes, each once, in the inventory's order."""
    edges = [(_holder(inventory, nested, id_), id_) for id_ in nested.kinds if id_ in ids]
    edges += [(host, node) for host, nodes in nested.ties.of_host.items() for node in nodes]
    edges += [(end, link.id) for link in inventory.links.values() for end in (link.a, link.b)]
    edges += [(dc.site, dc.id) for dc in inventory.datacenters.values()]
    vcenters = list(inventory.vcenters)
    edges += list(itertools.pairwise(vcenters))
    return [(a, b) for a, b in dict.fromkeys(edges) if a in ids and b in ids]


def _by_forces(
    ids: Sequence[str], edges: Sequence[tuple[str, str]], nested: Layout, sizes: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    if len(ids) < 2:
        return dict.fromkeys(ids, (0.0, 0.0))
    graph: nx.Graph[str] = nx.Graph()
    graph.add_nodes_from(sorted(ids))
    graph.add_weighted_edges_from((a, b, _weight(nested, a, b)) for a, b in sorted(edges))
    bounds = nested.bounds
    start = {
        id_: ((nested.boxes[id_].center[0] - bounds.x) / bounds.w, (nested.boxes[id_].center[1] - bounds.y) / bounds.h)
        for id_ in sorted(ids)
    }
    found = nx.spring_layout(graph, pos=start, seed=_SEED, iterations=150, k=2.2 / math.sqrt(len(ids)))
    extents = np.array([sizes[id_] for id_ in ids])
    room = math.sqrt(float((extents[:, 0] + _GAP) @ (extents[:, 1] + _GAP)))
    points = np.array([found[id_] for id_ in ids])
    points = (points - points.min(axis=0)) / np.maximum(np.ptp(points, axis=0), 1e-9)
    apart = pushed_apart(points * np.array([1.35, 0.85]) * room * 1.5, extents + _GAP)
    return {id_: (float(x), float(y)) for id_, (x, y) in zip(ids, apart, strict=True)}


def _weight(nested: Layout, a: str, b: str) -> float:
    """What holds something pulls most; networks, which reach everything, pull least."""
    kinds = (nested.kinds[a], nested.kinds[b])
    return 0.25 if "subnet" in kinds else 0.8 if "datastore" in kinds else 2.5


def pushed_apart(centers: FloatArray, extents: FloatArray, rounds: int = 400) -> FloatArray:
    """Centres (n, 2) of rectangles with widths and heights `extents` (n, 2), moved until none overlap.

    Each overlapping pair moves apart along the axis on which it overlaps less. What is left after so many rounds (only
    dense knots) is spread by stretching the whole picture.
    """
    points = centers.copy()
    half = (extents[:, None, :] + extents[None, :, :]) / 2.0
    for _ in range(rounds):
        delta = points[:, None, :] - points[None, :, :]
        overlap = half - np.abs(delta)
        hit = (overlap > 1e-6).all(axis=2)
        hit &= ~np.eye(len(points), dtype=bool)
        if not hit.any():
            return points
        narrow = overlap[:, :, 0] < overlap[:, :, 1]
        way = np.where(delta > 0, 1.0, -1.0)
        order = np.sign(np.subtract.outer(np.arange(len(points)), np.arange(len(points))))
        way = np.where(delta == 0, order[:, :, None], way)
        for axis, mask in ((0, hit & narrow), (1, hit & ~narrow)):
            push = np.where(mask, overlap[:, :, axis] * way[:, :, axis] * 0.5, 0.0)
            points[:, axis] += push.sum(axis=1) * 0.6
    return _stretched(points, half)


def _stretched(points: FloatArray, half: FloatArray) -> FloatArray:
    """The picture enlarged just so far that the last overlaps are gone."""
    delta = np.abs(points[:, None, :] - points[None, :, :])
    with np.errstate(divide="ignore"):
        factor = np.where(delta > 0, half / delta, np.inf).min(axis=2)
    np.fill_diagonal(factor, 1.0)
    return points * max(1.0, float(factor.max()))


# --- large estates ----------------------------------------------------------------------------------------------------


def _computed(
    inventory: Inventory, nested: Layout, ids: Sequence[str], sizes: dict[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Discs of clusters in rows by datacenter, datacenters in rows by vCenter."""
    members = _members(inventory, nested, ids)
    places: dict[str, tuple[float, float]] = {}
    blocks = []
    for datacenter in inventory.datacenters:
        hubs = [hub for hub in members if _owner(inventory, hub) == datacenter]
        discs = [_disc(hub, members[hub], sizes) for hub in hubs]
        blocks.append((datacenter, *_in_block(datacenter, discs, sizes)))
    corners = in_rows([(w, h) for _, _, w, h in blocks], 400.0, 1.7) if blocks else []
    for (_, inner, _, _), (x, y) in zip(blocks, corners, strict=True):
        places.update((id_, (x + dx, y + dy)) for id_, (dx, dy) in inner.items())
    _put_rest(nested, [id_ for id_ in ids if id_ not in places], places, sizes)
    return places


def _owner(inventory: Inventory, hub: str) -> str:
    if hub in inventory.clusters:
        return inventory.clusters[hub].datacenter
    return hub if hub in inventory.datacenters else ""


def _members(inventory: Inventory, nested: Layout, ids: Sequence[str]) -> dict[str, list[str]]:
    """Hub (cluster, or datacenter for what belongs to none) -> hosts and datastores around it."""
    members: dict[str, list[str]] = {id_: [] for id_ in ids if nested.kinds[id_] in ("cluster", "datacenter")}
    for datacenter in inventory.datacenters.values():
        above = [id_ for id_ in (datacenter.vcenter, datacenter.site) if id_]
        taken = {id_ for around in members.values() for id_ in around}
        members[datacenter.id] += [id_ for id_ in above if id_ not in taken]
    for id_ in ids:
        hub = _hub(inventory, nested, id_)
        if hub in members:
            members[hub].append(id_)
    return members


def _hub(inventory: Inventory, nested: Layout, id_: str) -> str:
    """What a host, datastore or subnet of one datacenter stands around; "" for anything else."""
    host, store = inventory.hosts.get(id_), inventory.datastores.get(id_)
    if host is not None:
        return host.cluster or host.datacenter
    if store is not None:
        users = {inventory.hosts[user].cluster for user in nested.ties.of_node.get(id_, ())}
        return users.pop() or store.datacenter if len(users) == 1 else store.datacenter
    return nested.parents.get(id_, "") if nested.kinds[id_] == "subnet" else ""


_Disc = tuple[dict[str, tuple[float, float]], float, float]


def _disc(hub: str, members: Sequence[str], sizes: dict[str, tuple[float, float]]) -> _Disc:
    """Places around a hub, on rings, with the disc's width and height; origin top left."""
    places = {hub: (0.0, 0.0)}
    step_x = max((sizes[id_][0] for id_ in members), default=0.0) + 2 * _GAP
    step_y = max((sizes[id_][1] for id_ in members), default=0.0) + 2 * _GAP
    ring, left = 1, list(members)
    while left:
        fits = 6 * ring
        now, left = left[:fits], left[fits:]
        for k, id_ in enumerate(now):
            places[id_] = _on_ring(ring, k, step_x, step_y)
        ring += 1
    box = union(Box(x - sizes[i][0] / 2, y - sizes[i][1] / 2, *sizes[i]) for i, (x, y) in places.items())
    return {i: (x - box.x, y - box.y) for i, (x, y) in places.items()}, box.w, box.h


def _on_ring(ring: int, k: int, step_x: float, step_y: float) -> tuple[float, float]:
    """The k-th of the 6 * ring places of a ring of a hexagonal grid."""
    corners = ((1.0, 0.0), (0.5, 1.0), (-0.5, 1.0), (-1.0, 0.0), (-0.5, -1.0), (0.5, -1.0))
    side, along = divmod(k, ring)
    (ax, ay), (bx, by) = corners[side], corners[(side + 1) % 6]
    t = along / ring
    return (ax + (bx - ax) * t) * ring * step_x, (ay + (by - ay) * t) * ring * step_y


def _in_block(
    datacenter: str, discs: Sequence[_Disc], sizes: dict[str, tuple[float, float]]
) -> tuple[dict[str, tuple[float, float]], float, float]:
    corners = in_rows([(w, h) for _, w, h in discs], 160.0, 1.5) if discs else []
    places: dict[str, tuple[float, float]] = {}
    for (inner, _, _), (x, y) in zip(discs, corners, strict=True):
        places.update((id_, (x + dx, y + dy)) for id_, (dx, dy) in inner.items())
    width = max((x + w for (_, w, _), (x, _) in zip(discs, corners, strict=True)), default=sizes[datacenter][0])
    height = max((y + h for (_, _, h), (_, y) in zip(discs, corners, strict=True)), default=sizes[datacenter][1])
    return places, width, height


def _put_rest(
    nested: Layout, rest: Sequence[str], places: dict[str, tuple[float, float]], sizes: dict[str, tuple[float, float]]
) -> None:
    """vCenters, sites and networks that several datacenters share: rows above everything, in their order."""
    top = min((y - sizes[id_][1] / 2 for id_, (_, y) in places.items()), default=0.0) - 200.0
    kinds: tuple[NodeKind, ...] = ("link", "subnet", "vcenter", "site", "datastore", "host", "cluster", "datacenter")
    for kind in kinds:
        row = [id_ for id_ in rest if nested.kinds[id_] == kind]
        for k, id_ in enumerate(row):
            places[id_] = (k * (sizes[id_][0] + 400.0) + sizes[id_][0] / 2, top)
        top -= 160.0 if row else 0.0
