"""How a host's card looks at each level of detail."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLineF, QRectF
from PySide6.QtGui import QPainter, QPen

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.topology import glyphs
from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.card import BARS_H, CHIP_H, FOOT_H, HEADER_H, PAD, CardPlan, bars_box, chip_box
from vmotion_gui.gui.topology.facts import ChipFacts, HostFacts
from vmotion_gui.gui.topology.picture import Picture
from vmotion_gui.gui.topology.style import Style

RADIUS = 4.0
_CHIP_RADIUS = 3.0
_ICON_W = 22.0


@dataclass
class Card:
    """All that is needed to draw one card."""

    id: str
    box: Box
    plan: CardPlan
    facts: HostFacts
    read_chips: Callable[[], Sequence[ChipFacts | None]]
    """What `chips` asks, once."""
    slots: int
    stores: Sequence[tuple[str, str, str, float, Box]]
    """Local datastores: id, name, free space in words, fill, place."""

    @property
    def rect(self) -> QRectF:
        return QRectF(*self.box)

    @functools.cached_property
    def chips(self) -> Sequence[ChipFacts | None]:
        """By slot; None for a hole."""
        return self.read_chips()


def rect_of(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)


def _severity(card: Card, picture: Picture) -> Severity | None:
    return None if picture.severities is None else picture.severities.get(card.id)


def _frame(painter: QPainter, card: Card, picture: Picture, radius: float) -> None:
    """Background, verdict's tint, outline."""
    style, rect, severity = picture.style, card.rect, _severity(card, picture)
    if radius:
        painter.setPen(style.no_pen)
        painter.setBrush(style.brush("border", 110))
        painter.drawRoundedRect(rect.adjusted(0.0, 2.0, 0.0, 2.0), radius, radius)
    painter.setBrush(style.brush("raised"))
    painter.setPen(_outline(card, picture, severity))
    if radius:
        painter.drawRoundedRect(rect, radius, radius)
    else:
        painter.drawRect(rect)
    if severity is not None:
        painter.setPen(style.no_pen)
        painter.setBrush(style.brush(glyphs.SEVERITY_ROLE[severity], 46 if style.theme.dark else 34))
        painter.drawRect(rect.adjusted(1.0, 1.0, -1.0, -1.0))


def _outline(card: Card, picture: Picture, severity: Severity | None) -> QPen:
    style = picture.style
    if card.id == picture.target:
        return style.pen("selection", 3.0, cosmetic=True)
    if card.id in picture.selected:
        return style.pen("selection", 2.5, cosmetic=True)
    if severity is not None:
        return style.pen(glyphs.SEVERITY_ROLE[severity], 2.0, cosmetic=True)
    if card.id in picture.matches:
        return style.pen("warning_text", 2.5, cosmetic=True)
    if card.id == picture.hovered:
        return style.pen("info", 1.5, cosmetic=True)
    if card.facts.state == "notResponding":
        return style.pen("alert", 1.5, cosmetic=True)
    return style.pen("border", 1.0, cosmetic=True)


def _flat(painter: QPainter, card: Card, picture: Picture, severity: Severity | None) -> None:
    """Outline and background as filled rectangles, which is the quickest way to paint."""
    style, rect = picture.style, card.rect
    pen = _outline(card, picture, severity)
    edge = pen.widthF() / picture.scale
    inner = rect.adjusted(edge, edge, -edge, -edge)
    painter.fillRect(rect, pen.brush())
    painter.fillRect(inner, style.brush("raised"))
    if severity is not None:
        painter.fillRect(inner, style.brush(glyphs.SEVERITY_ROLE[severity], 90))


def far(painter: QPainter, card: Card, picture: Picture) -> None:
    """A rectangle, filled from below to its memory load."""
    style, box, severity = picture.style, card.box, _severity(card, picture)
    _flat(painter, card, picture, severity)
    if severity is None and card.facts.reachable:
        share = min(card.facts.memory_share, 1.0)
        level = QRectF(box.x, box.bottom - share * box.h, box.w, share * box.h)
        painter.fillRect(level, style.brush(glyphs.fill_role(card.facts.memory_share), 130))
    if box.w * picture.scale >= 22.0:
        side = min(14.0 / picture.scale, box.h * 0.8)
        x, y = box.x + (box.w - side) / 2.0, box.y + (box.h - side) / 2.0
        mark = _mark(card, picture)
        if mark is not None:
            glyphs.draw(painter, style, mark, x, y, side)


def summary(painter: QPainter, card: Card, picture: Picture) -> None:
    """Name, count and bars in the screen's pixels."""
    _frame(painter, card, picture, 0.0)
    style, facts, scale = picture.style, card.facts, picture.scale
    w, h = card.box.w * scale, card.box.h * scale
    painter.save()
    painter.translate(card.box.x, card.box.y)
    painter.scale(1.0 / scale, 1.0 / scale)
    mark = _mark(card, picture)
    room = w - 10.0 - (15.0 if mark else 0.0)
    style.text(painter, QRectF(5.0, 3.0, room, 16.0), facts.short_name, size=11.0, bold=True)
    if mark is not None:
        glyphs.draw(painter, style, mark, w - 17.0, 4.0, 13.0)
    if h >= 36.0:
        style.text(painter, QRectF(5.0, 18.0, w - 10.0, 15.0), facts.count, size=10.0, role="muted")
    if facts.reachable and h >= 44.0:
        glyphs.bar(painter, style, QRectF(5.0, h - 12.0, w - 10.0, 3.0), facts.cpu_share)
        glyphs.bar(painter, style, QRectF(5.0, h - 7.0, w - 10.0, 3.0), facts.memory_share)
    painter.restore()


def _mark(card: Card, picture: Picture) -> glyphs.Draw | None:
    """A verdict while something is dragged; else a state that is not the usual one; else an alarm."""
    severity = _severity(card, picture)
    if severity is not None:
        return glyphs.verdict(severity)
    return glyphs.STATES.get(card.facts.state) or glyphs.alarm(picture.alarms.get(card.id, 0))


def mid(painter: QPainter, card: Card, picture: Picture) -> None:
    """Name and count above tiles that stand where the chips do."""
    _frame(painter, card, picture, 0.0)
    style, facts, scale = picture.style, card.facts, picture.scale
    w, header = card.box.w * scale, HEADER_H * scale
    painter.save()
    painter.translate(card.box.x, card.box.y)
    painter.scale(1.0 / scale, 1.0 / scale)
    mark = _mark(card, picture)
    right = w - 6.0 - (20.0 if mark else 0.0)
    counted = style.width(facts.count, 10.0)
    fits = right - 6.0 - counted > 40.0
    style.text(
        painter,
        QRectF(6.0, 0.0, right - 6.0 - (counted + 6.0 if fits else 0.0), header),
        facts.short_name,
        size=12.0,
        bold=True,
    )
    if fits:
        place = QRectF(right - counted - 1.0, 0.0, counted + 2.0, header)
        style.text(painter, place, facts.count, size=10.0, role="muted", align=glyphs.ALIGN_RIGHT)
    if mark is not None:
        glyphs.draw(painter, style, mark, w - 20.0, (header - 14.0) / 2.0, 14.0)
    painter.restore()
    if facts.reachable:
        _thin_bars(painter, card, picture)
    for slot, chip in enumerate(card.chips):
        if chip is not None:
            _tile(painter, rect_of(chip_box(card.box, card.plan, slot, card.slots)), chip, picture)
    _foot(painter, card, picture)


def _thin_bars(painter: QPainter, card: Card, picture: Picture) -> None:
    strip = bars_box(card.box)
    half = (strip.w - 12.0) / 2.0
    height = max(6.0, 3.0 / picture.scale)
    top = strip.y + 2.0
    glyphs.bar(painter, picture.style, QRectF(strip.x, top, half, height), card.facts.cpu_share)
    glyphs.bar(painter, picture.style, QRectF(strip.x + half + 12.0, top, half, height), card.facts.memory_share)


def _tile(painter: QPainter, rect: QRectF, chip: ChipFacts, picture: Picture) -> None:
    style = picture.style
    if chip.id in picture.selected:
        painter.fillRect(rect, style.brush("selection"))
    elif chip.id in picture.stunned or chip.id in picture.matches:
        painter.fillRect(rect, style.brush("warning"))
    elif chip.dimmed:
        painter.setPen(style.pen("border", 1.0, cosmetic=True))
        painter.setBrush(style.no_brush)
        painter.drawRect(rect)
    else:
        strength = 190 if chip.id == picture.hovered else 60 if picture.searching else 105
        painter.fillRect(rect, style.brush("info" if chip.power == "poweredOn" else "warning_text", strength))


def near(painter: QPainter, card: Card, picture: Picture) -> None:
    """Everything, with names."""
    _frame(painter, card, picture, RADIUS)
    _header(painter, card, picture)
    if card.facts.reachable:
        _bars(painter, card, picture)
    for slot, chip in enumerate(card.chips):
        if chip is not None:
            _chip(painter, rect_of(chip_box(card.box, card.plan, slot, card.slots)), chip, picture)
    if not any(card.chips):
        empty = QCoreApplication.translate("Topology", "No virtual machines")
        top = card.box.y + HEADER_H + BARS_H
        place = QRectF(card.box.x + PAD, top, card.box.w - 2 * PAD, CHIP_H)
        picture.style.text(painter, place, empty, size=12.0, role="muted")
    _foot(painter, card, picture)


def _header(painter: QPainter, card: Card, picture: Picture) -> None:
    style, box, facts = picture.style, card.box, card.facts
    glyphs.draw(painter, style, glyphs.host, box.x + PAD, box.y + 11.0, 20.0)
    mark = _mark(card, picture)
    x = box.x + PAD + 28.0
    room = box.right - x - PAD - (28.0 if mark else 0.0)
    style.text(painter, QRectF(x, box.y + 5.0, room, 19.0), facts.name, size=13.0, bold=True)
    style.text(painter, QRectF(x, box.y + 23.0, room, 16.0), facts.line, size=11.0, role="muted")
    if mark is not None:
        glyphs.draw(painter, style, mark, box.right - PAD - 22.0, box.y + 10.0, 22.0)


def _bars(painter: QPainter, card: Card, picture: Picture) -> None:
    strip = bars_box(card.box)
    half = (strip.w - 12.0) / 2.0
    cpu, memory = QCoreApplication.translate("Topology", "CPU"), QCoreApplication.translate("Topology", "Memory")
    facts, style = card.facts, picture.style
    for x, label, share, text in (
        (strip.x, cpu, facts.cpu_share, facts.cpu_text),
        (strip.x + half + 12.0, memory, facts.memory_share, facts.memory_text),
    ):
        line = QRectF(x, strip.y - 2.0, half, 13.0)
        style.text(painter, line, label, size=10.0, role="muted")
        style.text(painter, line, text, size=10.0, role="muted", align=glyphs.ALIGN_RIGHT)
        glyphs.bar(painter, style, QRectF(x, strip.y + 12.0, half, 4.0), share)


def _chip(painter: QPainter, rect: QRectF, chip: ChipFacts, picture: Picture) -> None:
    style = picture.style
    ink = _chip_body(painter, rect, chip, picture)
    ratio = painter.device().devicePixelRatio()
    width, height, scale = _ICON_W * picture.scale, CHIP_H * picture.scale, picture.scale
    key = ("chip", chip.template, chip.dimmed, chip.power)
    if style.vectors:
        painter.save()
        painter.translate(rect.topLeft())
        painter.scale(1.0 / scale, 1.0 / scale)
        _chip_icon(painter, chip, style, scale)
        painter.restore()
    else:
        icon = style.stamp(key, width, height, ratio, lambda stamp: _chip_icon(stamp, chip, style, scale))
        painter.drawPixmap(QRectF(rect.x(), rect.y(), _ICON_W, CHIP_H), icon, QRectF(icon.rect()))
    size = 12.0 if picture.scale >= 0.9 else 13.5
    moving = picture.leaving.get(chip.id)
    alarm = glyphs.alarm(picture.alarms.get(chip.id, 0)) if moving is None else None
    if alarm is not None:
        glyphs.draw(painter, style, alarm, rect.right() - 16.0, rect.y() + (rect.height() - 12.0) / 2.0, 12.0)
    room = rect.width() - 27.0 - (0.0 if moving is None and alarm is None else 20.0)
    style.text(painter, QRectF(rect.x() + 24.0, rect.y(), room, rect.height()), chip.name, size=size, role=ink)


def _chip_icon(painter: QPainter, chip: ChipFacts, style: Style, scale: float) -> None:
    """What the VM is, with its power badge at the lower right."""
    painter.scale(scale, scale)
    glyph = glyphs.template if chip.template else glyphs.vm_dimmed if chip.dimmed else glyphs.vm
    top = (CHIP_H - 13.0) / 2.0
    glyphs.draw(painter, style, glyph, 5.0, top, 13.0)
    badge = glyphs.pause if chip.power == "suspended" else glyphs.play
    if chip.power != "poweredOff" and not (chip.dimmed and chip.power == "poweredOn"):
        glyphs.draw(painter, style, badge, 11.5, top + 5.5, 8.5)


def _chip_body(painter: QPainter, rect: QRectF, chip: ChipFacts, picture: Picture) -> str:
    """Background and edge of a chip; the colour of its text."""
    style = picture.style
    painter.setPen(style.pen("border" if chip.id != picture.hovered else "info", 1.0))
    painter.setBrush(style.brush("panel"))
    ink = "muted" if chip.dimmed else "text"
    if chip.id in picture.selected:
        painter.setBrush(style.brush("selection"))
        ink = "selection_text"
    elif chip.id in picture.stunned:
        painter.setBrush(style.brush("warning", 150))
        painter.setPen(style.pen("warning_text", 2.0))
    elif chip.id in picture.matches:
        painter.setBrush(style.brush("warning", 110))
        painter.setPen(style.pen("warning_text", 1.5))
    elif chip.dimmed:
        painter.setBrush(style.no_brush)
        painter.setPen(style.pen("border", 1.0, 150))
    painter.drawRoundedRect(rect, _CHIP_RADIUS, _CHIP_RADIUS)
    return ink


def _foot(painter: QPainter, card: Card, picture: Picture) -> None:
    if not card.stores:
        return
    style, box = picture.style, card.box
    top = box.bottom - FOOT_H
    painter.setPen(style.pen("grid", 1.0))
    painter.drawLine(QLineF(box.x + 1.0, top, box.right - 1.0, top))
    named = picture.scale >= 0.8
    for id_, name, free, fill, place in card.stores:
        if id_ in picture.selected or id_ in (picture.hovered, picture.target):
            painter.setPen(style.pen("selection", 1.5, cosmetic=True))
            painter.setBrush(style.brush("selection", 40))
            painter.drawRoundedRect(rect_of(place).adjusted(-3.0, 0.0, 0.0, 0.0), 3.0, 3.0)
        glyphs.cylinder(
            painter, style, QRectF(place.x, place.y + 3.0, 16.0, place.h - 6.0), fill, role=glyphs.fill_role(fill)
        )
        if named:
            used = style.width(free, 11.0)
            room = QRectF(place.x + 22.0, place.y, place.w - 26.0 - (used + 8.0 if place.w > 200.0 else 0.0), place.h)
            style.text(painter, room, name, size=11.0, role="muted")
            if place.w > 200.0:
                right = QRectF(place.right - used - 4.0, place.y, used + 2.0, place.h)
                style.text(painter, right, free, size=11.0, role="muted", align=glyphs.ALIGN_RIGHT)
