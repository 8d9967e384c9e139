"""How edges run: curves in the gutters of the nested picture, straight lines in the graph."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF
from PySide6.QtGui import QPainterPath

from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.gutters import way_out
from vmotion_gui.gui.topology.layout import Layout

_CORNER = 8.0
_ROW_GAP = 40.0
_SPREAD = 7.0
"""Distance between edges that leave one side of a frame."""


def curve(a: Box, b: Box, *, nth: int = 0, of: int = 1) -> QPainterPath:
    """From the side of `a` that faces `b` to the side of `b` that faces `a`; the `nth` of several that leave `a`."""
    offset = (nth - (of - 1) / 2.0) * min(_SPREAD, 0.8 * a.h / max(of, 1))
    ax, bx = (a.right, b.x) if b.x >= a.right else (a.x, b.right)
    if a.x < b.right and b.x < a.right:
        return _vertical(a, b)
    start, end = QPointF(ax, a.center[1] + offset), QPointF(bx, b.center[1])
    reach = max(24.0, abs(bx - ax) * 0.5) * (1.0 if bx >= ax else -1.0)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(reach, 0.0), end - QPointF(reach, 0.0), end)
    return path


def _round_corners(a: Box, b: Box) -> QPainterPath:
    """Along the row of `a`, down or up the gap left of `b`, and into `b`."""
    gap = b.x - _ROW_GAP
    path = QPainterPath(QPointF(*a.center))
    path.lineTo(gap, a.center[1])
    path.lineTo(gap, b.center[1])
    path.lineTo(QPointF(*b.center))
    return path


def _vertical(a: Box, b: Box) -> QPainterPath:
    ay, by = (a.bottom, b.y) if b.y >= a.y else (a.y, b.bottom)
    start, end = QPointF(a.center[0], ay), QPointF(b.center[0], by)
    reach = (by - ay) * 0.5
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(0.0, reach), end - QPointF(0.0, reach), end)
    return path


def rounded(points: Sequence[tuple[float, float]]) -> QPainterPath:
    """Straight lines from point to point with rounded corners."""
    spots = [QPointF(x, y) for x, y in points]
    path = QPainterPath(spots[0])
    for before, corner, after in zip(spots, spots[1:], spots[2:], strict=False):
        path.lineTo(_short_of(corner, before))
        path.quadTo(corner, _short_of(corner, after))
    path.lineTo(spots[-1])
    return path


def _short_of(corner: QPointF, end: QPointF) -> QPointF:
    """The point on the way from a corner to an end at which its curve ends."""
    line = QLineF(corner, end)
    line.setLength(min(_CORNER, line.length() / 2.0))
    return line.p2()


def straight(a: Box, b: Box) -> QPainterPath:
    """From centre to centre; what stands there covers the ends."""
    path = QPainterPath(QPointF(*a.center))
    path.lineTo(QPointF(*b.center))
    return path


def edge(layout: Layout, a: Box, b: Box, *, nth: int = 0, of: int = 1) -> QPainterPath:
    """An edge in the manner of the layout."""
    return straight(a, b) if layout.mode == "graph" else curve(a, b, nth=nth, of=of)


def spot(point: tuple[float, float]) -> Box:
    """A point as a rectangle without an extent."""
    return Box(*point, 0.0, 0.0)


def tie(layout: Layout, host: str, node: Box) -> QPainterPath:
    """From a host's card to a node; in the nested picture in the gaps between cards."""
    card = layout.boxes[host]
    if layout.mode == "graph":
        return straight(card, node)
    out = way_out(layout, host, card, node.center[0])
    path = rounded(out)
    path.connectPath(curve(spot(out[-1]), node))
    return path


def missing(layout: Layout, host: str, node: str) -> QPainterPath:
    """From a host to what it would have to be tied to: a node, a frame, or another host; empty without either."""
    card, other = layout.boxes.get(host), layout.boxes.get(node)
    if card is None or other is None:
        return QPainterPath()
    return tie(layout, host, other) if layout.kinds[node] in ("datastore", "subnet") else straight(card, other)


def link_path(layout: Layout, a: Box, label: Box, b: Box) -> QPainterPath:
    """A network link from `a` by its label to `b`; to another row of the nested picture along the gaps of frames."""
    if layout.mode == "nested" and a.y != b.y:
        return _round_corners(a, b)
    left, right = (a, b) if a.x <= b.x else (b, a)
    start, middle, end = QPointF(*left.center), QPointF(*label.center), QPointF(*right.center)
    path = QPainterPath(start)
    for one, other in ((start, middle), (middle, end)):
        reach = QPointF((other.x() - one.x()) * 0.45, 0.0)
        path.cubicTo(one + reach, other - reach, other)
    return path
