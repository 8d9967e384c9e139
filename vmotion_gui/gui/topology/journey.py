"""The ways of one migration through the picture: of memory from host to host, of disks between datastores."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainterPath

from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.curves import curve, rounded, spot, straight, tie
from vmotion_gui.gui.topology.gutters import way_out
from vmotion_gui.gui.topology.scene import TopologyScene
from vmotion_gui.simulation.status import MigrationStatus

_SAMPLES = 160


@dataclass
class Way:
    """A path with points at equal distances, so that a packet's place is a look-up."""

    path: QPainterPath
    points: npt.NDArray[np.float64]
    """(n, 2)"""
    length: float

    def at(self, share: float) -> QPointF:
        """The point at a share of 0 to 1 of the way."""
        place = min(max(share, 0.0), 1.0) * (len(self.points) - 1)
        low = min(int(place), len(self.points) - 2)
        x, y = self.points[low] + (self.points[low + 1] - self.points[low]) * (place - low)
        return QPointF(float(x), float(y))


class Course(NamedTuple):
    """What is drawn between the ends of a migration."""

    ways: list[Way]
    """The memory's way first, if there is one, then those of disks."""
    stays: list[QPainterPath]
    """Ties of datastores that stay to both hosts."""
    stay_at: list[Box]
    """Those datastores."""


@dataclass
class Journey:
    """Where one migration is drawn."""

    chip: Box
    """The VM's chip at its origin; where it was, once the VM has left."""
    here: Box
    """Where the VM is now."""
    ghost: Box | None
    """Its place at the destination; None if it keeps its host."""
    plot: Callable[[], Course]
    """Finds what lies between; of very many migrations nobody asks for it."""

    @functools.cached_property
    def course(self) -> Course:
        """What lies between the ends."""
        return self.plot()

    def ends(self) -> tuple[Box, Box, Box | None]:
        """The places that are no way."""
        return self.chip, self.here, self.ghost


def journey(scene: TopologyScene, status: MigrationStatus, before: Journey | None = None) -> Journey | None:
    """The ways of a migration; None if one of its ends has no picture.

    `before` is how it was drawn last: it tells where the VM's chip was when the VM has already left.
    """
    source, destination = scene.hosts.get(status.source_host), scene.hosts.get(status.destination_host)
    if source is None or destination is None:
        return None
    chip = source.chip_box(status.vm) or (before.chip if before is not None else source.box)
    ghost = None
    if destination is not source:
        ghost = destination.chip_box(status.vm)
        if ghost is None and status.phase.ended:
            ghost = before.ghost if before is not None else None
        elif ghost is None:
            ghost = destination.slot_box(destination.slots.reserve(status.vm))
    here = scene.box_of(status.vm) or chip
    return Journey(chip, here, ghost, lambda: _course(scene, status, chip, ghost))


def _course(scene: TopologyScene, status: MigrationStatus, chip: Box, ghost: Box | None) -> Course:
    ways = [_way(_along_route(scene, status, chip, ghost))] if ghost is not None else []
    moves, stays = _disks(scene, status)
    ways += [_way(_path_between([a, b])) for a, b in moves]
    ends = [status.source_host, status.destination_host] if ghost is not None else []
    ties = [tie(scene.picture.layout, end, store) for store in stays for end in ends]
    return Course(ways, ties, stays if ends else [])


def _along_route(scene: TopologyScene, status: MigrationStatus, chip: Box, ghost: Box) -> QPainterPath:
    """From chip to ghost over the networks and links between; in the nested picture in the gaps between cards."""
    layout = scene.picture.layout
    middle = [box for id_ in status.route[1:-1] if (box := scene.box_of(id_)) is not None]
    if not middle or layout.mode == "graph":
        return _path_between([chip, *middle, ghost])
    first, last = middle[0], middle[-1]
    out = way_out(layout, status.source_host, chip, first.center[0])
    back = way_out(layout, status.destination_host, ghost, last.center[0])[::-1]
    path = rounded(out)
    path.connectPath(curve(spot(out[-1]), first))
    for a, b in itertools.pairwise(middle):
        path.connectPath(curve(a, b))
    path.connectPath(curve(last, spot(back[0])))
    path.connectPath(rounded(back))
    return path


def _path_between(boxes: Sequence[Box]) -> QPainterPath:
    """Curves from rectangle to rectangle, joined through their middles."""
    path = QPainterPath(QPointF(*boxes[0].center))
    for a, b in itertools.pairwise(boxes):
        part = curve(a, b) if not a.overlaps(b) else straight(a, b)
        path.connectPath(part)
    path.lineTo(QPointF(*boxes[-1].center))
    return path


def _way(path: QPainterPath) -> Way:
    """The path with its points; Qt flattens it once, which is far cheaper than asking it for each point."""
    corners = np.array([(p.x(), p.y()) for polygon in path.toSubpathPolygons() for p in polygon.toList()])
    along = np.concatenate(([0.0], np.cumsum(np.hypot(*np.diff(corners, axis=0).T))))
    even = np.linspace(0.0, along[-1], _SAMPLES + 1)
    points = np.stack([np.interp(even, along, corners[:, axis]) for axis in (0, 1)], axis=1)
    return Way(path, points, float(along[-1]))


def _disks(scene: TopologyScene, status: MigrationStatus) -> tuple[list[tuple[Box, Box]], list[Box]]:
    """Datastores that disks leave and reach, and datastores whose disks stay; each once."""
    vm = scene.picture.inventory.vms[status.vm]
    moved = {location.label for location in status.disks if location.moved}
    moves: dict[tuple[Box, Box], None] = {}
    stays: dict[Box, None] = {}
    for disk in vm.disks:
        origin = scene.box_of(disk.datastore)
        target = scene.box_of(status.spec.disks.get(disk.label, status.spec.datastore))
        if disk.label in moved and origin is not None and target is not None and origin != target:
            moves[origin, target] = None
        elif disk.label not in moved and origin is not None:
            stays[origin] = None
    return list(moves), list(stays)
