"""Datastores, subnets, sites and network links: the nodes beside the clusters."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui import objects, words
from vmotion_gui.gui.topology import glyphs
from vmotion_gui.gui.topology.facts import percent
from vmotion_gui.gui.topology.layout import NodeKind
from vmotion_gui.gui.topology.paint_host import rect_of
from vmotion_gui.gui.topology.picture import Detail, Picture
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

NODE_Z = 9.0
_TEXT_READABLE = 0.55
_MARK, _MARK_PX = 16.0, 11.0
"""A state's mark: its size in the scene, and the least on the screen."""
_LINKS_NAMED_FROM = 0.2
_SITES_NAMED_FROM = 0.17
_LABEL_REACH = 400.0
"""How far the label of a link or site may grow beyond its rectangle, so that it can be read from further away."""


@dataclass(frozen=True)
class NodeFacts:
    """What a node says."""

    name: str
    line: str
    fill: float
    state: objects.State
    vmotion: bool


class NodeItem(QGraphicsRectItem):
    """One node; its kind decides how it looks."""

    def __init__(self, id_: str, kind: NodeKind, picture: Picture) -> None:
        super().__init__()
        self.setZValue(NODE_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._id = id_
        self._kind = kind
        self._picture = picture
        self.relocate()

    def relocate(self) -> None:
        """The layout is another one."""
        reach = _LABEL_REACH if self._kind in ("link", "site") else 3.0
        self.setRect(rect_of(self._picture.layout.boxes[self._id].grown(reach)))
        self.refresh()

    def refresh(self) -> None:
        """Something about it is new."""
        self._facts: NodeFacts | None = None
        self.update()

    def facts(self) -> NodeFacts:
        """What it says now."""
        if self._facts is None:
            self._facts = _facts_of(self._picture.inventory, self._id)
        return self._facts

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        picture = self._picture
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, picture.detail >= Detail.SUMMARY)
        rect = rect_of(picture.layout.boxes[self._id])
        if self._kind == "datastore":
            self._paint_datastore(painter, rect)
        elif self._kind == "subnet":
            self._paint_subnet(painter, rect)
        elif self._kind == "site":
            self._paint_site(painter, rect)
        else:
            self._paint_link(painter, rect)

    def _body(self, painter: QPainter, rect: QRectF, radius: float) -> None:
        picture, style = self._picture, self._picture.style
        painter.setBrush(style.brush("raised"))
        if self._id in picture.selected or self._id == picture.target:
            painter.setPen(style.pen("selection", 2.5, cosmetic=True))
        elif self._id in picture.matches:
            painter.setPen(style.pen("warning_text", 2.5, cosmetic=True))
        elif self._id == picture.hovered:
            painter.setPen(style.pen("info", 1.5, cosmetic=True))
        else:
            painter.setPen(style.pen("border", 1.0, cosmetic=True))
        if picture.detail == Detail.FAR:
            painter.drawRect(rect)
        else:
            painter.drawRoundedRect(rect, radius, radius)

    def _lines(self, painter: QPainter, rect: QRectF) -> None:
        """Name and line near; the name alone, in the screen's pixels, from further away; nothing from afar."""
        style, scale, facts = self._picture.style, self._picture.scale, self.facts()
        if scale >= _TEXT_READABLE:
            half = rect.height() / 2.0
            size = 12.0 if scale >= 0.8 else 14.0
            name = QRectF(rect.x(), rect.y() + 3.0, rect.width(), half - 2.0)
            style.text(painter, name, facts.name, size=size, bold=True)
            line = QRectF(rect.x(), rect.y() + half, rect.width(), half - 4.0)
            style.text(painter, line, self._line(), size=size - 1.0, role="muted")
        elif rect.height() * scale >= 10.0:
            painter.save()
            painter.translate(rect.topLeft())
            painter.scale(1.0 / scale, 1.0 / scale)
            room = QRectF(0.0, 0.0, rect.width() * scale, rect.height() * scale)
            style.text(painter, room, facts.name, size=10.0)
            painter.restore()

    def _state_mark(self, painter: QPainter, rect: QRectF) -> None:
        mark = self._mark()
        if mark is not None:
            size = self._mark_size(rect)
            from_top = min(4.0, (rect.height() - size) / 2.0)
            glyphs.draw(painter, self._picture.style, mark, rect.right() - size - 5.0, rect.y() + from_top, size)

    def _mark(self) -> glyphs.Draw | None:
        """The state's mark, or that of the gravest alarm."""
        return glyphs.STATES.get(self.facts().state) or glyphs.alarm(self._picture.alarms.get(self._id, 0))

    def _mark_size(self, rect: QRectF) -> float:
        """As large as it must be to be seen from afar, too."""
        return min(max(_MARK, _MARK_PX / self._picture.scale), rect.height() - 2.0)

    def _paint_datastore(self, painter: QPainter, rect: QRectF) -> None:
        facts, style = self.facts(), self._picture.style
        self._body(painter, rect, 4.0)
        tube = QRectF(rect.x() + 9.0, rect.y() + 8.0, 26.0, rect.height() - 16.0)
        glyphs.cylinder(painter, style, tube, facts.fill, role=glyphs.fill_role(facts.fill))
        right = 8.0 if self._mark() is None else self._mark_size(rect) + 7.0
        self._lines(painter, rect.adjusted(44.0, 0.0, -right, 0.0))
        self._state_mark(painter, rect)

    def _paint_subnet(self, painter: QPainter, rect: QRectF) -> None:
        """A band with taps; the arrow marks a network that carries vMotion."""
        facts, style = self.facts(), self._picture.style
        self._body(painter, rect, rect.height() / 2.0)
        painter.setPen(style.pen("info", 2.0))
        middle = rect.center().y()
        x = rect.x() + 14.0
        painter.drawLine(QLineF(x, middle, x + 20.0, middle))
        painter.setPen(style.pen("info", 1.4))
        for dx, dy in ((4.0, -7.0), (10.0, 7.0), (16.0, -7.0)):
            painter.drawLine(QLineF(x + dx, middle, x + dx, middle + dy))
        if facts.vmotion:
            painter.setPen(style.pen("normal", 2.0))
            painter.drawLine(QLineF(rect.right() - 30.0, middle, rect.right() - 14.0, middle))
            tip = QPointF(rect.right() - 14.0, middle)
            painter.drawLine(tip, tip + QPointF(-5.0, -4.5))
            painter.drawLine(tip, tip + QPointF(-5.0, 4.5))
        self._lines(painter, rect.adjusted(42.0, 0.0, -36.0 if facts.vmotion else -14.0, 0.0))

    def _paint_site(self, painter: QPainter, rect: QRectF) -> None:
        style, scale = self._picture.style, self._picture.scale
        if scale < _TEXT_READABLE:
            self._paint_site_far(painter, rect)
            return
        self._body(painter, rect, rect.height() / 2.0)
        glyphs.draw(painter, style, glyphs.site, rect.x() + 13.0, rect.y() + 9.0, 22.0)
        style.text(painter, rect.adjusted(43.0, 0.0, -12.0, 0.0), self.facts().name, size=14.0, bold=True)

    def _paint_site_far(self, painter: QPainter, rect: QRectF) -> None:
        """In the screen's pixels, as wide as its name; a bare pill from afar."""
        style, scale, name = self._picture.style, self._picture.scale, self.facts().name
        if scale < _SITES_NAMED_FROM:
            self._body(painter, rect, rect.height() / 2.0)
            return
        height = max(16.0, rect.height() * scale)
        width = max(style.width(name, 11.0, bold=True) + 30.0, rect.width() * scale)
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(1.0 / scale, 1.0 / scale)
        self._body(painter, QRectF(0.0, 0.0, width, height), height / 2.0)
        glyphs.draw(painter, style, glyphs.site, 7.0, (height - 12.0) / 2.0, 12.0)
        style.text(painter, QRectF(22.0, 0.0, width - 26.0, height), name, size=11.0, bold=True)
        painter.restore()

    def _line(self) -> str:
        """What it says, and how full it is while something goes over it."""
        used = self._picture.loads.used.get(self._id) if self._kind in ("link", "datastore") else None
        if used is None:
            return self.facts().line
        told = QCoreApplication.translate("Topology", "{percent} busy").format(percent=percent(used))
        return f"{self.facts().line} · {told}"

    def _paint_link(self, painter: QPainter, rect: QRectF) -> None:
        style, scale = self._picture.style, self._picture.scale
        down = self.facts().state == "down"
        if scale < _TEXT_READABLE:
            self._paint_link_far(painter, rect, down=down)
            return
        self._body(painter, rect, 4.0)
        if down:
            painter.setPen(style.pen("alert", 1.6, line=Qt.PenStyle.DashLine, cosmetic=True))
            painter.setBrush(style.brush("alert", 26))
            painter.drawRoundedRect(rect, 4.0, 4.0)
        self._lines(painter, rect.adjusted(12.0, 0.0, -28.0 if down else -8.0, 0.0))
        self._state_mark(painter, rect)

    def _paint_link_far(self, painter: QPainter, rect: QRectF, *, down: bool) -> None:
        """Only what it can carry, in the screen's pixels, as wide as the words are."""
        line, style, scale = self._line(), self._picture.style, self._picture.scale
        width = style.width(line, 10.0) + 12.0
        if scale < _LINKS_NAMED_FROM:
            return
        painter.save()
        painter.translate(rect.center())
        painter.scale(1.0 / scale, 1.0 / scale)
        self._body(painter, QRectF(-width / 2.0, -9.0, width, 18.0), 3.0)
        place = QRectF(-width / 2.0 + 6.0, -9.0, width, 18.0)
        style.text(painter, place, line, size=10.0, role="alert" if down else "text")
        painter.restore()


def _facts_of(inventory: Inventory, id_: str) -> NodeFacts:
    entity = inventory.get(id_)
    assert entity is not None
    line, fill, vmotion = "", 0.0, False
    if isinstance(entity, e.Datastore):
        text = QCoreApplication.translate("Topology", "{free} of {capacity} free")
        line = text.format(
            free=words.quantity(entity.free_bytes, "bytes"), capacity=words.quantity(entity.capacity_bytes, "bytes")
        )
        fill = 1.0 - entity.free_bytes / entity.capacity_bytes if entity.capacity_bytes else 0.0
    elif isinstance(entity, e.Subnet):
        line = f"{entity.cidr} · VLAN {entity.vlan}" if entity.vlan else entity.cidr
        vmotion = carries_vmotion(inventory, id_)
    elif isinstance(entity, e.NetworkLink):
        line = link_line(entity)
    return NodeFacts(entity.name, line, fill, objects.state_of(entity), vmotion)


def link_line(link: e.NetworkLink) -> str:
    """ "2.00 Gbit/s · RTT 9 ms", or that it is down."""
    if link.state == "down":
        return QCoreApplication.translate("Topology", "down")
    speed = words.quantity(link.bandwidth_bits_per_s, "bits_per_s")
    text = QCoreApplication.translate("Topology", "{speed} · RTT {rtt}")
    return text.format(speed=speed, rtt=words.quantity(link.rtt_s, "seconds"))


def carries_vmotion(inventory: Inventory, subnet: str) -> bool:
    """Whether a host has a VMkernel adapter for vMotion in a subnet."""
    return any(
        adapter.subnet == subnet and "vmotion" in adapter.services
        for host in inventory.hosts.values()
        for adapter in host.vmk_adapters
    )
