"""The frames: vCenter Servers, datacenters, clusters, and stand-alone hosts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import icons, objects
from vmotion_gui.gui.topology import glyphs
from vmotion_gui.gui.topology.facts import host_count, vm_count
from vmotion_gui.gui.topology.layout import FRAME_HEADER, NodeKind
from vmotion_gui.gui.topology.paint_host import rect_of
from vmotion_gui.gui.topology.picture import Detail, Picture
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

HEADER_READABLE_PX = 9.5
"""Height on the screen below which a frame's header gives way to a label (see `items_labels`)."""
GRAPH_READABLE_PX = 11.0
"""The same in the graph, where frames are nodes with room around them."""
_DEPTHS: dict[NodeKind, float] = {"vcenter": 0.0, "datacenter": 1.0, "cluster": 2.0, "standalone": 2.0}
_RADIUS = 6.0


class FrameItem(QGraphicsRectItem):
    """A frame with its header: icon, name, tags, counts."""

    def __init__(self, id_: str, kind: NodeKind, picture: Picture) -> None:
        super().__init__()
        self.setZValue(_DEPTHS[kind])
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._id = id_
        self._kind = kind
        self._picture = picture
        self.hosts: Sequence[str] = ()
        """Ids of the hosts within."""
        self.relocate()

    def relocate(self) -> None:
        """The layout is another one."""
        box = self._picture.layout.boxes[self._id]
        self.setRect(rect_of(box.grown(2.0)))
        self.refresh()

    def refresh(self) -> None:
        """Something about it is new."""
        self._facts: tuple[str, list[str], str] | None = None
        self.update()

    def facts(self) -> tuple[str, list[str], str]:
        """Name, tags, counts."""
        if self._facts is None:
            inventory = self._picture.inventory
            vms = sum(len(inventory.vms_on(host)) for host in self.hosts)
            counts = f"{host_count(len(self.hosts))} · {vm_count(vms)}"
            self._facts = (*_name_and_tags(inventory, inventory.get(self._id)), counts)
        return self._facts

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        picture, style = self._picture, self._picture.style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, picture.detail >= Detail.MID)
        rect = rect_of(picture.layout.boxes[self._id])
        marked = self._id in picture.selected or self._id == picture.target
        line = Qt.PenStyle.DashLine if self._kind == "standalone" else Qt.PenStyle.SolidLine
        if marked:
            painter.setPen(style.pen("selection", 2.5, cosmetic=True))
        elif self._id in picture.matches:
            painter.setPen(style.pen("warning_text", 2.5, cosmetic=True))
        elif self._id == picture.hovered:
            painter.setPen(style.pen("info", 1.2, cosmetic=True))
        else:
            painter.setPen(style.pen("border", 1.0, 255 if self._kind != "cluster" else 190, line, cosmetic=True))
        painter.setBrush(style.brush("background" if self._kind == "datacenter" else "panel"))
        if picture.detail >= Detail.MID:
            painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        else:
            painter.drawRect(rect)
        if header_readable(picture):
            self._paint_header(painter, rect)

    def _paint_header(self, painter: QPainter, rect: QRectF) -> None:
        """In the screen's pixels, so that it stays readable when the frame is small."""
        scale, style = self._picture.scale, self._picture.style
        name, tags, counts = self.facts()
        height, width = FRAME_HEADER * scale, rect.width() * scale
        size = min(max(10.0 if height < 13.0 else 11.0, 15.0 * scale), 15.0 * max(scale, 1.0))
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(1.0 / scale, 1.0 / scale)
        x = 14.0 * scale
        if self._kind != "standalone":
            side = min(20.0 * max(scale, 0.7), height)
            place, kind = QRectF(x, (height - side) / 2.0, side, side), objects.kind_of(self._entity())
            if style.vectors:
                icons.paint_object(painter, place, kind, "normal", style.theme)
            else:
                icons.object_icon(kind, "normal", style.theme).paint(painter, place.toAlignedRect())
            x += side + 8.0 * max(scale, 0.6)
        right = self._paint_right(painter, width - 14.0 * scale, height, counts, x)
        room = QRectF(x, 0.0, right - x - 10.0, height)
        x += style.text(painter, room, name, size=size, bold=True) + 12.0
        for tag in tags:
            x = self._paint_tag(painter, tag, x, right, height)
        painter.restore()

    def _entity(self) -> e.Entity:
        entity = self._picture.inventory.get(self._id)
        assert entity is not None
        return entity

    def _paint_right(self, painter: QPainter, right: float, height: float, counts: str, left: float) -> float:
        """Verdict counts while something is dragged, else the counts of hosts and VMs; where it begins."""
        style, picture = self._picture.style, self._picture
        if picture.severities is not None and self.hosts:
            return paint_verdict_counts(painter, picture, self.hosts, right, height)
        size = 10.0 if height < 13.0 else 11.0
        width = style.width(counts, size)
        if right - left - width < 100.0:
            return right
        style.text(
            painter,
            QRectF(right - width - 1.0, 0.0, width + 2.0, height),
            counts,
            size=size,
            role="muted",
            align=glyphs.ALIGN_RIGHT,
        )
        return right - width - 10.0

    def _paint_tag(self, painter: QPainter, tag: str, x: float, right: float, height: float) -> float:
        style = self._picture.style
        width = style.width(tag, 10.0) + 12.0
        if x + width > right - 6.0 or height < 17.0:
            return x
        tall = min(17.0, height - 2.0)
        painter.setPen(style.pen("border"))
        painter.setBrush(style.brush("raised"))
        painter.drawRoundedRect(QRectF(x, (height - tall) / 2.0, width, tall), 3.0, 3.0)
        style.text(painter, QRectF(x + 6.0, 0.0, width, height), tag, size=10.0, role="muted")
        return x + width + 6.0


def header_readable(picture: Picture) -> bool:
    """Whether frames have room on the screen for a header of their own."""
    least = GRAPH_READABLE_PX if picture.layout.mode == "graph" else HEADER_READABLE_PX
    return FRAME_HEADER * picture.scale >= least


def verdict_counts(picture: Picture, hosts: Sequence[str]) -> list[tuple[Severity, int]]:
    """How many of the hosts can take what is dragged, can with warnings, cannot; only what occurs."""
    severities = picture.severities or {}
    counts = {Severity.NONE: 0, Severity.WARNING: 0, Severity.ERROR: 0}
    for host in hosts:
        severity = severities.get(host)
        if severity is not None:
            counts[Severity.NONE if severity == Severity.INFO else severity] += 1
    return [(severity, count) for severity, count in counts.items() if count]


def paint_verdict_counts(
    painter: QPainter, picture: Picture, hosts: Sequence[str], right: float, height: float
) -> float:
    """Marks with counts, right-aligned in screen pixels; returns where they begin."""
    style = picture.style
    for severity, count in reversed(verdict_counts(picture, hosts)):
        width = style.width(str(count), 11.0, bold=True)
        right -= width + 2.0
        style.text(painter, QRectF(right, 0.0, width + 2.0, height), str(count), size=11.0, bold=True)
        right -= 16.0
        glyphs.draw(painter, style, glyphs.verdict(severity), right, (height - 13.0) / 2.0, 13.0)
        right -= 10.0
    return right


def _name_and_tags(inventory: Inventory, entity: e.Entity | None) -> tuple[str, list[str]]:
    translate = QCoreApplication.translate
    if isinstance(entity, e.VCenter):
        domain = translate("Topology", "SSO {name}").format(name=entity.sso_domain)
        return entity.name, [f"vCenter {entity.version}", domain]
    if isinstance(entity, e.Datacenter):
        site = inventory.sites.get(entity.site)
        return entity.name, [site.name] if site else []
    if isinstance(entity, e.Cluster):
        return entity.name, _cluster_tags(entity)
    return translate("Topology", "Stand-alone hosts"), []


def _cluster_tags(cluster: e.Cluster) -> list[str]:
    translate = QCoreApplication.translate
    levels = {
        "manual": translate("Topology", "DRS manual"),
        "partiallyAutomated": translate("Topology", "DRS partially automated"),
        "fullyAutomated": translate("Topology", "DRS fully automated"),
    }
    tags = [levels[cluster.drs.default_vm_behavior]] if cluster.drs.enabled else []
    if cluster.das.enabled:
        tags.append(translate("Topology", "HA"))
    if cluster.evc_mode_key:
        tags.append(f"EVC {cluster.evc_mode_key}")
    return tags
