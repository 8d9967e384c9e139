"""Our own icons, drawn as vectors on a 16 x 16 grid in the theme's colours, with badges for the state.

A state is told by a badge's shape and place (power lower right, maintenance lower left, trouble upper right), never by
colour alone.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from vmotion_gui.gui.objects import Kind, State
from vmotion_gui.gui.theme import DARK, Theme

_SIZES = (16, 24, 32, 48)
_DIMMED = 0.38

_cache: dict[tuple[str, ...], QIcon] = {}

Draw = Callable[[QPainter, Theme], None]


def object_icon(kind: Kind, state: State, theme: Theme, alarm: int = 0) -> QIcon:
    """The icon of an object in a state; `alarm`: 1 with a warning's sign in the corner, 2 with an alert's."""

    def draw(painter: QPainter, colours: Theme) -> None:
        _object(painter, kind, state, colours)
        if alarm:
            painter.translate(-1.0, 7.0)
            painter.scale(0.58, 0.58)
            _LEVELS["error" if alarm == 2 else "warning"](painter, colours)

    return _icon((kind, state, theme.name, str(alarm)), theme, draw)


def paint_object(painter: QPainter, rect: QRectF, kind: Kind, state: State, theme: Theme) -> None:
    """The same as lines and shapes, for what is no screen."""
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(rect.width() / 16.0, rect.height() / 16.0)
    _object(painter, kind, state, theme)
    painter.restore()


def glyph(name: str, theme: Theme) -> QIcon:
    """The icon of a command: play, pause, next, previous, undo, redo, search, branch, fit …"""
    return _icon(("glyph", name, theme.name), theme, _GLYPHS[name])


def level_icon(level: str, theme: Theme) -> QIcon:
    """The sign of an event's level: circle i, triangle !, octagon !; or a check mark for "done"."""
    return _icon(("level", level, theme.name), theme, _LEVELS[level])


def _icon(key: tuple[str, ...], theme: Theme, draw: Draw) -> QIcon:
    """On a selected row, whose ground is dark in both themes, the dark theme's colours are used."""
    if key not in _cache:
        icon = QIcon()
        for size in _SIZES:
            icon.addPixmap(_pixmap(size, theme, draw))
            icon.addPixmap(_pixmap(size, DARK, draw), QIcon.Mode.Selected)
            icon.addPixmap(_pixmap(size, theme, draw, opacity=_DIMMED), QIcon.Mode.Disabled)
        _cache[key] = icon
    return _cache[key]


def _pixmap(size: int, theme: Theme, draw: Draw, opacity: float = 1.0) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.scale(size / 16.0, size / 16.0)
    painter.setOpacity(opacity)
    draw(painter, theme)
    painter.end()
    return pixmap


# --- objects ------------------------------------------------------------------------------------------------


def _object(painter: QPainter, kind: Kind, state: State, theme: Theme) -> None:
    dimmed = state in ("off", "disconnected", "standby")
    painter.setOpacity(_DIMMED if dimmed else 1.0)
    _outline(painter, theme)
    _SHAPES[kind](painter, theme)
    painter.setOpacity(1.0)
    if kind == "vm" and state == "normal":
        _badge_play(painter, theme)
    elif state in _BADGES:
        _BADGES[state](painter, theme)


def _outline(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.neutral), 1.2))
    painter.setBrush(theme.color("info", 50))


def _shape_vm(painter: QPainter, theme: Theme) -> None:
    painter.drawRoundedRect(QRectF(4.5, 1.5, 10, 9), 1, 1)
    painter.setBrush(QColor(theme.raised))
    painter.drawRoundedRect(QRectF(1.5, 4.5, 10, 9), 1, 1)
    painter.fillRect(QRectF(3, 6, 7, 6), theme.color("info", 70))


def _shape_template(painter: QPainter, theme: Theme) -> None:
    corner = QPolygonF([QPointF(x, y) for x, y in ((2.5, 1.5), (10, 1.5), (13.5, 5), (13.5, 14.5), (2.5, 14.5))])
    painter.drawPolygon(corner)
    painter.drawPolyline(QPolygonF([QPointF(10, 1.5), QPointF(10, 5), QPointF(13.5, 5)]))


def _shape_host(painter: QPainter, theme: Theme) -> None:
    for top in (2.0, 6.2, 10.4):
        painter.drawRoundedRect(QRectF(1.5, top, 13, 3.4), 0.8, 0.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.neutral))
    for top in (3.7, 7.9, 12.1):
        painter.drawEllipse(QPointF(4, top), 0.8, 0.8)


def _shape_cluster(painter: QPainter, theme: Theme) -> None:
    for x, y in ((1.0, 1.5), (8.8, 1.5), (4.9, 9.0)):
        painter.drawRoundedRect(QRectF(x, y, 6.2, 2.4), 0.6, 0.6)
        painter.drawRoundedRect(QRectF(x, y + 2.8, 6.2, 2.4), 0.6, 0.6)


def _shape_datastore(painter: QPainter, theme: Theme) -> None:
    body = QPainterPath()
    body.moveTo(2.5, 4)
    body.lineTo(2.5, 12)
    body.arcTo(QRectF(2.5, 9.8, 11, 4.4), 180, 180)
    body.lineTo(13.5, 4)
    painter.drawPath(body)
    painter.setBrush(QColor(theme.raised))
    painter.drawEllipse(QRectF(2.5, 1.8, 11, 4.4))


def _shape_datastore_cluster(painter: QPainter, theme: Theme) -> None:
    painter.save()
    for x, y in ((-0.5, -1.0), (5.4, 4.5)):
        painter.save()
        painter.translate(x, y)
        painter.scale(0.7, 0.7)
        _shape_datastore(painter, theme)
        painter.restore()
    painter.restore()


def _shape_network(painter: QPainter, theme: Theme) -> None:
    painter.drawLine(QPointF(1.5, 8), QPointF(14.5, 8))
    for x, y in ((4, 3), (8, 13), (12, 3)):
        painter.drawLine(QPointF(x, 8), QPointF(x, y))
        painter.drawEllipse(QPointF(x, y), 1.6, 1.6)


def _shape_switch(painter: QPainter, theme: Theme) -> None:
    painter.drawRoundedRect(QRectF(1.5, 5, 13, 6), 1, 1)
    painter.setPen(QPen(QColor(theme.neutral), 1.1))
    for x in (4.0, 6.7, 9.4, 12.1):
        painter.drawLine(QPointF(x, 7.2), QPointF(x, 8.8))


def _shape_subnet(painter: QPainter, theme: Theme) -> None:
    painter.drawRoundedRect(QRectF(1, 5.5, 14, 5), 2.5, 2.5)
    painter.drawLine(QPointF(4, 8), QPointF(12, 8))


def _shape_link(painter: QPainter, theme: Theme) -> None:
    painter.drawLine(QPointF(4, 8), QPointF(12, 8))
    for x in (3.0, 13.0):
        painter.drawEllipse(QPointF(x, 8), 2.2, 2.2)


def _shape_datacenter(painter: QPainter, theme: Theme) -> None:
    painter.drawRect(QRectF(2.5, 5.5, 6, 9))
    painter.drawRect(QRectF(8.5, 1.5, 5, 13))
    painter.setPen(QPen(QColor(theme.neutral), 1.0))
    for y in (4.5, 7.5, 10.5):
        painter.drawLine(QPointF(10, y), QPointF(12, y))
    for y in (8.5, 11.0):
        painter.drawLine(QPointF(4, y), QPointF(7, y))


def _shape_vcenter(painter: QPainter, theme: Theme) -> None:
    shield = QPainterPath()
    shield.moveTo(8, 1.2)
    shield.cubicTo(QPointF(10, 2.8), QPointF(12, 3), QPointF(13.8, 3))
    shield.cubicTo(QPointF(13.8, 9), QPointF(12, 12.5), QPointF(8, 14.8))
    shield.cubicTo(QPointF(4, 12.5), QPointF(2.2, 9), QPointF(2.2, 3))
    shield.cubicTo(QPointF(4, 3), QPointF(6, 2.8), QPointF(8, 1.2))
    painter.drawPath(shield)
    painter.drawPolyline(QPolygonF([QPointF(5, 6), QPointF(8, 11), QPointF(11, 6)]))


def _shape_site(painter: QPainter, theme: Theme) -> None:
    pin = QPainterPath()
    pin.moveTo(8, 14.8)
    pin.cubicTo(QPointF(4, 10), QPointF(3, 8), QPointF(3, 6.2))
    pin.arcTo(QRectF(3, 1.2, 10, 10), 180, -180)
    pin.cubicTo(QPointF(13, 8), QPointF(12, 10), QPointF(8, 14.8))
    painter.drawPath(pin)
    painter.setBrush(QColor(theme.raised))
    painter.drawEllipse(QPointF(8, 6.2), 1.9, 1.9)


def _shape_folder(painter: QPainter, theme: Theme) -> None:
    points = ((1.5, 3.5), (6, 3.5), (7.5, 5), (14.5, 5), (14.5, 13), (1.5, 13))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _shape_pool(painter: QPainter, theme: Theme) -> None:
    painter.drawEllipse(QRectF(2, 2, 12, 12))
    painter.setBrush(theme.color("info", 130))
    painter.drawPie(QRectF(2, 2, 12, 12), 0, 110 * 16)


def _shape_vapp(painter: QPainter, theme: Theme) -> None:
    for x, y in ((2, 2), (8.6, 2), (2, 8.6), (8.6, 8.6)):
        painter.drawRoundedRect(QRectF(x, y, 5.2, 5.2), 0.8, 0.8)


_SHAPES: dict[Kind, Draw] = {
    "vm": _shape_vm,
    "template": _shape_template,
    "host": _shape_host,
    "cluster": _shape_cluster,
    "datastore": _shape_datastore,
    "datastoreCluster": _shape_datastore_cluster,
    "portgroup": _shape_network,
    "switch": _shape_switch,
    "subnet": _shape_subnet,
    "link": _shape_link,
    "datacenter": _shape_datacenter,
    "vcenter": _shape_vcenter,
    "site": _shape_site,
    "folder": _shape_folder,
    "pool": _shape_pool,
    "vapp": _shape_vapp,
}


# --- badges -------------------------------------------------------------------------------------------------


def _disc(painter: QPainter, theme: Theme, centre: QPointF, colour: str) -> None:
    painter.setPen(QPen(QColor(theme.background), 1.0))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, 3.6, 3.6)


def _badge_play(painter: QPainter, theme: Theme) -> None:
    _disc(painter, theme, QPointF(12, 12), theme.normal)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.background))
    painter.drawPolygon(QPolygonF([QPointF(10.9, 10.1), QPointF(14.1, 12), QPointF(10.9, 13.9)]))


def _badge_pause(painter: QPainter, theme: Theme) -> None:
    _disc(painter, theme, QPointF(12, 12), theme.info)
    for x in (10.5, 12.5):
        painter.fillRect(QRectF(x, 10.3, 1.1, 3.4), QColor(theme.background))


def _badge_broken(painter: QPainter, theme: Theme, colour: str) -> None:
    _disc(painter, theme, QPointF(12, 4), colour)
    painter.setPen(QPen(QColor(theme.background), 1.2))
    painter.drawLine(QPointF(10.6, 2.6), QPointF(13.4, 5.4))
    painter.drawLine(QPointF(10.6, 5.4), QPointF(13.4, 2.6))


def _badge_not_responding(painter: QPainter, theme: Theme) -> None:
    _badge_broken(painter, theme, theme.alert)


def _badge_disconnected(painter: QPainter, theme: Theme) -> None:
    _badge_broken(painter, theme, theme.neutral)


def _badge_wrench(painter: QPainter, theme: Theme) -> None:
    _disc(painter, theme, QPointF(4, 12), theme.warning_text)
    painter.setPen(QPen(QColor(theme.background), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(2.6, 13.4), QPointF(4.6, 11.4))
    painter.drawArc(QRectF(4.0, 9.6, 2.6, 2.6), 120 * 16, 270 * 16)


def _badge_entering(painter: QPainter, theme: Theme) -> None:
    _badge_wrench(painter, theme)
    painter.setPen(QPen(QColor(theme.warning_text), 1.0, Qt.PenStyle.DotLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawEllipse(QPointF(4.6, 11.4), 4.4, 4.4)


def _badge_moon(painter: QPainter, theme: Theme) -> None:
    moon = QPainterPath()
    moon.addEllipse(QPointF(12, 12), 3.4, 3.4)
    bite = QPainterPath()
    bite.addEllipse(QPointF(13.6, 11), 2.8, 2.8)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.neutral))
    painter.drawPath(moon.subtracted(bite))


def _badge_warning(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.background), 0.8))
    painter.setBrush(QColor(theme.warning))
    painter.drawPolygon(QPolygonF([QPointF(11.5, 0.6), QPointF(15.6, 7.4), QPointF(7.4, 7.4)]))
    painter.fillRect(QRectF(11.0, 2.6, 1.1, 2.4), QColor("#1B2A32"))
    painter.fillRect(QRectF(11.0, 5.5, 1.1, 1.1), QColor("#1B2A32"))


_BADGES: dict[State, Draw] = {
    "suspended": _badge_pause,
    "disconnected": _badge_disconnected,
    "notResponding": _badge_not_responding,
    "standby": _badge_moon,
    "maintenance": _badge_wrench,
    "entering": _badge_entering,
    "quarantine": _badge_warning,
    "inaccessible": _badge_not_responding,
    "down": _badge_not_responding,
}


# --- signs of levels and commands ---------------------------------------------------------------------------


def _level_info(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.info), 1.3))
    painter.drawEllipse(QPointF(8, 8), 5.8, 5.8)
    painter.fillRect(QRectF(7.3, 7, 1.5, 4.2), QColor(theme.info))
    painter.fillRect(QRectF(7.3, 4.4, 1.5, 1.6), QColor(theme.info))


def _level_warning(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.warning_text), 0.8))
    painter.setBrush(QColor(theme.warning))
    painter.drawPolygon(QPolygonF([QPointF(8, 1.5), QPointF(15, 14), QPointF(1, 14)]))
    painter.fillRect(QRectF(7.3, 5.6, 1.5, 4.2), QColor("#1B2A32"))
    painter.fillRect(QRectF(7.3, 11, 1.5, 1.6), QColor("#1B2A32"))


def _level_error(painter: QPainter, theme: Theme) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.alert))
    points = ((5.3, 1.5), (10.7, 1.5), (14.5, 5.3), (14.5, 10.7), (10.7, 14.5), (5.3, 14.5), (1.5, 10.7), (1.5, 5.3))
    painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))
    painter.fillRect(QRectF(7.25, 4.2, 1.5, 5), QColor(theme.background))
    painter.fillRect(QRectF(7.25, 10.4, 1.5, 1.6), QColor(theme.background))


def _level_done(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.normal), 2.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawPolyline(QPolygonF([QPointF(3, 8.5), QPointF(6.5, 12), QPointF(13, 4.5)]))


_LEVELS: dict[str, Draw] = {
    "info": _level_info,
    "warning": _level_warning,
    "error": _level_error,
    "done": _level_done,
}


def _solid(painter: QPainter, theme: Theme, *polygons: tuple[tuple[float, float], ...]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.text))
    for points in polygons:
        painter.drawPolygon(QPolygonF([QPointF(x, y) for x, y in points]))


def _bars(painter: QPainter, theme: Theme, *bars: QRectF) -> None:
    for bar in bars:
        painter.fillRect(bar, QColor(theme.text))


def _glyph_play(painter: QPainter, theme: Theme) -> None:
    _solid(painter, theme, ((4, 2.5), (13.5, 8), (4, 13.5)))


def _glyph_pause(painter: QPainter, theme: Theme) -> None:
    _bars(painter, theme, QRectF(4, 2.5, 3, 11), QRectF(9, 2.5, 3, 11))


def _glyph_next(painter: QPainter, theme: Theme) -> None:
    _solid(painter, theme, ((3, 3), (10.5, 8), (3, 13)))
    _bars(painter, theme, QRectF(11, 3, 2, 10))


def _glyph_previous(painter: QPainter, theme: Theme) -> None:
    _solid(painter, theme, ((13, 3), (5.5, 8), (13, 13)))
    _bars(painter, theme, QRectF(3, 3, 2, 10))


def _glyph_undo(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.text), 1.6))
    painter.drawArc(QRectF(3, 4.5, 10, 9), -60 * 16, 200 * 16)
    _solid(painter, theme, ((1.2, 7.2), (3.4, 2.6), (6.6, 6.8)))


def _glyph_redo(painter: QPainter, theme: Theme) -> None:
    painter.translate(16, 0)
    painter.scale(-1, 1)
    _glyph_undo(painter, theme)


def _glyph_search(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.text), 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawEllipse(QPointF(6.8, 6.8), 4.2, 4.2)
    painter.drawLine(QPointF(10, 10), QPointF(13.8, 13.8))


def _glyph_branch(painter: QPainter, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.text), 1.5))
    painter.drawLine(QPointF(4, 4), QPointF(4, 12))
    painter.drawPolyline(QPolygonF([QPointF(4, 10), QPointF(7, 7.5), QPointF(11, 7.5), QPointF(12, 4)]))
    painter.setBrush(QColor(theme.text))
    for x, y in ((4, 3), (4, 13), (12, 3.4)):
        painter.drawEllipse(QPointF(x, y), 1.6, 1.6)


_GLYPHS: dict[str, Draw] = {
    "play": _glyph_play,
    "pause": _glyph_pause,
    "next": _glyph_next,
    "previous": _glyph_previous,
    "undo": _glyph_undo,
    "redo": _glyph_redo,
    "search": _glyph_search,
    "branch": _glyph_branch,
}
