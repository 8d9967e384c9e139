"""All edges, drawn by one item: aggregated by cluster in the overview, one by one for what is hovered or selected."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui.topology import glyphs
from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.curves import curve, edge, link_path, missing, straight, tie
from vmotion_gui.gui.topology.layout import FRAME_HEADER, Layout, standalone_frame
from vmotion_gui.gui.topology.paint_host import rect_of
from vmotion_gui.gui.topology.picture import Detail, Picture
from vmotion_gui.gui.topology.style import Style
from vmotion_gui.gui.topology.ties import vm_ties

EDGES_Z = 5.0
_OVERVIEW_FROM = 0.1
"""Zoom from which aggregated edges are drawn; below, they would be a grey film."""
_MOST_SMOOTH = 16
"""Groups of aggregated edges in sight up to which they are antialiased."""
_MOST_SHOWN = 400
"""Edges of one highlight; a network of two thousand hosts is shown aggregated."""


class EdgesItem(QGraphicsRectItem):
    """Ties to datastores and subnets, links between sites, SSO domains between vCenters."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.setZValue(EDGES_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._picture = picture
        self._broken: frozenset[tuple[str, str]] = frozenset()
        self._bright, self._bad = QPainterPath(), QPainterPath()
        self.rebuild()

    def rebuild(self) -> None:
        """The layout, the ties or the links are others."""
        picture = self._picture
        self.setZValue(EDGES_Z if picture.layout.mode == "nested" else -1.0)
        self.setRect(rect_of(picture.layout.bounds.grown(80.0)))
        self._overview = [_merged(paths) for paths in (*self._aggregated(), *_in_chunks(self._contained())) if paths]
        self._links = list(self._network_links())
        self._sso = list(self._sso_links())
        self.highlight()
        self.update()

    def highlight(self) -> None:
        """What is hovered or selected is something else now."""
        picture, before = self._picture, self._lit_bounds()
        self._bright = QPainterPath()
        self._bad = QPainterPath()
        for host, node in sorted(self._broken):
            self._bad.addPath(missing(picture.layout, host, node))
        shown = 0
        for id_ in dict.fromkeys([picture.hovered, *sorted(picture.selected)[:20]]):
            for a, b in self._edges_of(id_):
                if shown < _MOST_SHOWN and (a, b) not in self._broken:
                    self._add_bright(a, b)
                    shown += 1
        for rect in (before, self._lit_bounds()):
            if not rect.isEmpty():
                self.update(rect)

    def _lit_bounds(self) -> QRectF:
        """What the highlighted edges take up, with the width of their pens."""
        bounds = QRectF()
        for path in (self._bright, self._bad):
            if not path.isEmpty():
                bounds = bounds.united(path.boundingRect())
        margin = 4.0 / max(self._picture.scale, 0.01) + 10.0
        return bounds if bounds.isNull() else bounds.adjusted(-margin, -margin, margin, margin)

    def _add_bright(self, a: str, b: str) -> None:
        layout = self._picture.layout
        one, other = layout.boxes.get(a), layout.boxes.get(b)
        if one is not None and other is not None and layout.ties.local.get(b) != a:
            broken = (a, b) in layout.ties.broken
            path = tie(layout, a, other) if layout.kinds[a] == "host" else edge(layout, one, other)
            (self._bad if broken else self._bright).addPath(path)

    def mark_broken(self, ties: frozenset[tuple[str, str]]) -> None:
        """(host, other end) of ties that are missing, and so the cause of a refusal."""
        if ties != self._broken:
            self._broken = ties
            self.highlight()

    def broken_bounds(self) -> QRectF:
        """What the ties that are drawn broken at the moment take up."""
        return self._bad.boundingRect()

    def _edges_of(self, id_: str) -> Iterator[tuple[str, str]]:
        inventory, ties = self._picture.inventory, self._picture.layout.ties
        if id_ in inventory.vms:
            vm = inventory.vms[id_]
            yield from ((vm.host, node) for node in vm_ties(inventory, vm))
        elif id_ in inventory.hosts:
            yield from ((id_, node) for node in ties.of_host.get(id_, ()))
        elif id_ in ties.of_node:
            hosts = ties.of_node[id_]
            if len(hosts) <= _MOST_SHOWN // 2:
                yield from ((host, id_) for host in hosts)
            else:
                yield from ((c, n) for c, n in ties.of_cluster if n == id_)
        elif id_ in inventory.clusters:
            yield from ((c, n) for c, n in ties.of_cluster if c == id_)

    # --- paths --------------------------------------------------------------------------------------------------------

    def _aggregated(self) -> Iterator[list[QPainterPath]]:
        """One edge per cluster and node, in the nested picture from the cluster's frame; those of one side together."""
        layout, hosts = self._picture.layout, self._picture.inventory.hosts
        sides: dict[str, list[str]] = {}
        for place, node in layout.ties.of_cluster:
            if place in hosts and layout.mode == "nested":
                place = standalone_frame(hosts[place].datacenter)
            if node in layout.boxes and place in layout.boxes and self._same_vcenter(place, node):
                sides.setdefault(place, []).append(node)
        for place, nodes in sides.items():
            box = layout.boxes[place]
            unique = list(dict.fromkeys(nodes))
            for side in (
                [n for n in unique if layout.boxes[n].x < box.x],
                [n for n in unique if layout.boxes[n].x >= box.x],
            ):
                side.sort(key=lambda node: layout.boxes[node].y)
                yield [edge(layout, box, layout.boxes[node], nth=k, of=len(side)) for k, node in enumerate(side)]

    def _same_vcenter(self, place: str, node: str) -> bool:
        """Whether an edge stays in one frame; one from vCenter to vCenter is shown when its ends are pointed at."""
        layout = self._picture.layout
        return layout.mode == "graph" or _outermost(layout, place) == _outermost(layout, node)

    def _contained(self) -> Iterator[QPainterPath]:
        """What holds what, where frames do not show it."""
        layout = self._picture.layout
        if layout.mode == "graph":
            for child, parent in layout.parents.items():
                if parent in layout.boxes and layout.ties.local.get(child) != parent:
                    yield edge(layout, layout.boxes[parent], layout.boxes[child])

    def _network_links(self) -> Iterator[tuple[QPainterPath, bool]]:
        layout = self._picture.layout
        for link in self._picture.inventory.links.values():
            a, b, label = (layout.boxes.get(id_) for id_ in (link.a, link.b, link.id))
            if a is not None and b is not None and label is not None:
                yield link_path(layout, a, label, b), link.state == "down"

    def _sso_links(self) -> Iterator[QPainterPath]:
        """vCenters of one SSO domain, each with the next one."""
        layout = self._picture.layout
        earlier: dict[str, list[Box]] = {}
        for vcenter in self._picture.inventory.vcenters.values():
            box = layout.boxes[vcenter.id]
            others = earlier.setdefault(vcenter.sso_domain, [])
            if others and layout.mode == "graph":
                yield straight(others[-1], box)
            elif others and others[-1].y == box.y:
                yield curve(others[-1]._replace(h=FRAME_HEADER), box._replace(h=FRAME_HEADER))
            elif others:
                above = [other for other in others if other.x == box.x] or others
                yield curve(above[-1], box)
            others.append(box)

    # --- painting -----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        picture, style = self._picture, self._picture.style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, picture.detail >= Detail.SUMMARY)
        painter.setBrush(style.no_brush)
        dragging = picture.severities is not None
        seen: QRectF = option.exposedRect
        graph = picture.layout.mode == "graph"
        if graph or picture.scale >= _OVERVIEW_FROM:
            far = picture.detail == Detail.FAR
            self._quiet(painter, seen, style.pen("muted", 1.0, 45 if dragging or far else 110, cosmetic=True))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.pen("simulated", 1.4, 170, Qt.PenStyle.DashLine, cosmetic=True))
        for path in self._sso:
            if path.boundingRect().adjusted(-8.0, -8.0, 8.0, 8.0).intersects(seen):
                painter.drawPath(path)
        for path, down in self._links:
            if path.boundingRect().adjusted(-8.0, -8.0, 8.0, 8.0).intersects(seen):
                self._link(painter, style, path, down)
        self._highlighted(painter, style)

    def _quiet(self, painter: QPainter, seen: QRectF, pen: QPen) -> None:
        """Few are drawn as smooth curves; many as plain polylines, which cost a tenth of that."""
        painter.setPen(pen)
        shown = [chunk for chunk in self._overview if chunk.bounds.intersects(seen)]
        if len(shown) <= _MOST_SMOOTH:
            for chunk in shown:
                painter.drawPath(chunk.path)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for chunk in shown:
            for polygon in chunk.polygons:
                painter.drawPolyline(polygon)

    def _link(self, painter: QPainter, style: Style, path: QPainterPath, down: bool) -> None:
        far = self._picture.detail == Detail.FAR
        if down:
            painter.setPen(style.pen("alert", 2.5, 255, Qt.PenStyle.DashLine, cosmetic=True))
            painter.drawPath(path)
            return
        painter.setPen(style.pen("neutral", 2.0 if far else 5.0, 150, cosmetic=True))
        painter.drawPath(path)
        if not far:
            painter.setPen(style.pen("raised", 2.0, cosmetic=True))
            painter.drawPath(path)

    def _highlighted(self, painter: QPainter, style: Style) -> None:
        if not self._bright.isEmpty():
            painter.setPen(style.pen("info", 1.8, cosmetic=True))
            painter.drawPath(self._bright)
        if not self._bad.isEmpty():
            painter.setPen(style.pen("alert", 1.8, 255, Qt.PenStyle.DashLine, cosmetic=True))
            painter.drawPath(self._bad)
            if self._picture.detail >= Detail.MID:
                middle = self._bad.pointAtPercent(0.5)
                glyphs.draw(painter, style, glyphs.crossed, middle.x() - 8.0, middle.y() - 8.0, 16.0)


def _outermost(layout: Layout, id_: str) -> str:
    while id_ in layout.parents:
        id_ = layout.parents[id_]
    return id_


class _Chunk(NamedTuple):
    """Edges that are drawn together, or not at all if they are out of sight."""

    path: QPainterPath
    polygons: Sequence[QPolygonF]
    bounds: QRectF


def _merged(paths: Iterable[QPainterPath]) -> _Chunk:
    whole = QPainterPath()
    for path in paths:
        whole.addPath(path)
    return _Chunk(whole, whole.toSubpathPolygons(), whole.boundingRect().adjusted(-4.0, -4.0, 4.0, 4.0))


def _in_chunks(paths: Iterable[QPainterPath], size: int = 24) -> Iterator[list[QPainterPath]]:
    """Neighbours together, so that what is out of sight costs nothing."""
    chunk: list[QPainterPath] = []
    for path in paths:
        chunk.append(path)
        if len(chunk) == size:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
