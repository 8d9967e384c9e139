"""Small shapes of our own: power, states, verdicts, kinds. Each is drawn into a square of a given side."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.objects import State
from vmotion_gui.gui.topology.style import Style

Draw = Callable[[QPainter, Style], None]
"""Draws into the unit square of side 16 at the origin."""

_LARGEST_STAMP = 80
"""Pixels; larger ones are rare, and drawn as they are."""

SEVERITY_ROLE = {
    Severity.NONE: "normal",
    Severity.INFO: "normal",
    Severity.WARNING: "warning",
    Severity.ERROR: "alert",
}


def draw(painter: QPainter, style: Style, glyph: Draw, x: float, y: float, side: float) -> None:
    """A glyph with its top left corner at (x, y)."""
    unit = side / 16.0

    def paint(on: QPainter) -> None:
        on.save()
        on.translate(x, y)
        on.scale(unit, unit)
        glyph(on, style)
        on.restore()

    _stamp(painter, style, glyph, QRectF(x - unit, y - unit, side + 2.0 * unit, side + 2.0 * unit), paint)


def _stamp(painter: QPainter, style: Style, key: object, rect: QRectF, paint: Callable[[QPainter], None]) -> None:
    """Draw by way of a pixmap that is kept for its size on the screen; `key` is all that it depends on besides.

    The place is rounded to whole pixels, so that the pixmap is copied, not resampled.
    """
    transform = painter.deviceTransform()
    scale = transform.m11()
    w, h = max(1, round(rect.width() * scale)), max(1, round(rect.height() * scale))
    if style.vectors or max(w, h) > _LARGEST_STAMP:
        paint(painter)
        return

    def in_corner(on: QPainter) -> None:
        on.translate(-rect.topLeft())
        paint(on)

    pixmap = style.stamp(key, rect.width(), rect.height(), scale, in_corner)
    x = (round(rect.x() * scale + transform.dx()) - transform.dx()) / scale
    y = (round(rect.y() * scale + transform.dy()) - transform.dy()) / scale
    painter.drawPixmap(QRectF(x, y, w / scale, h / scale), pixmap, QRectF(0.0, 0.0, w, h))


def _polygon(points: tuple[tuple[float, float], ...]) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points])


# --- what a thing is --------------------------------------------------------------------------------------------------

_FOLDED = _polygon(((2.5, 1.5), (9.5, 1.5), (13.5, 5.5), (13.5, 14.5), (2.5, 14.5)))
_FOLD = _polygon(((9.5, 1.5), (9.5, 5.5), (13.5, 5.5)))
_BACK, _FRONT = QRectF(5.5, 1.5, 9.0, 8.5), QRectF(1.5, 5.0, 9.5, 9.0)


def vm(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("info", 1.3))
    painter.setBrush(style.brush("info", 70))
    painter.drawRect(_BACK)
    painter.setBrush(style.brush("raised"))
    painter.drawRect(_FRONT)


def vm_dimmed(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("neutral", 1.3, 120))
    painter.setBrush(style.no_brush)
    painter.drawRect(_BACK)
    painter.setBrush(style.brush("raised"))
    painter.drawRect(_FRONT)


def template(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("neutral", 1.3))
    painter.setBrush(style.brush("raised"))
    painter.drawPolygon(_FOLDED)
    painter.drawPolyline(_FOLD)


def host(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("neutral", 1.2))
    painter.setBrush(style.brush("info", 45))
    for top in (1.5, 6.0, 10.5):
        painter.drawRoundedRect(QRectF(1.0, top, 14.0, 3.6), 0.8, 0.8)
    painter.setPen(style.no_pen)
    painter.setBrush(style.brush("info"))
    for top in (3.3, 7.8, 12.3):
        painter.drawEllipse(QPointF(3.6, top), 0.9, 0.9)


_PIN = QPainterPath()
_PIN.moveTo(8.0, 15.0)
_PIN.cubicTo(QPointF(4.0, 10.0), QPointF(3.0, 8.2), QPointF(3.0, 6.2))
_PIN.arcTo(QRectF(3.0, 1.2, 10.0, 10.0), 180.0, -180.0)
_PIN.cubicTo(QPointF(13.0, 8.2), QPointF(12.0, 10.0), QPointF(8.0, 15.0))


def site(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("info", 1.3))
    painter.setBrush(style.brush("info", 45))
    painter.drawPath(_PIN)
    painter.setBrush(style.brush("raised"))
    painter.drawEllipse(QPointF(8.0, 6.2), 1.9, 1.9)


# --- power ------------------------------------------------------------------------------------------------------------

_TRIANGLE = _polygon(((3.0, 1.5), (14.5, 8.0), (3.0, 14.5)))


def play(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("raised", 1.5))
    painter.setBrush(style.brush("normal"))
    painter.drawPolygon(_TRIANGLE)


def pause(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("raised", 1.5))
    painter.setBrush(style.brush("warning_text"))
    painter.drawRect(QRectF(2.0, 1.5, 5.0, 13.0))
    painter.drawRect(QRectF(9.0, 1.5, 5.0, 13.0))


# --- states -----------------------------------------------------------------------------------------------------------

_WRENCH = QPainterPath()
_WRENCH.moveTo(12.6, 3.6)
_WRENCH.arcTo(QRectF(7.6, 2.6, 6.0, 6.0), 40.0, 260.0)
_WRENCH_HANDLE = (QPointF(8.6, 7.6), QPointF(3.4, 12.8))
_MOON = QPainterPath()
_MOON.moveTo(10.5, 2.6)
_MOON.arcTo(QRectF(2.6, 2.2, 11.6, 11.6), 70.0, 255.0)
_MOON.arcTo(QRectF(5.6, 0.8, 9.6, 9.6), -65.0, -210.0)
_MOON.closeSubpath()
_SHIELD = QPainterPath()
_SHIELD.moveTo(8.0, 1.0)
_SHIELD.cubicTo(QPointF(10.0, 2.6), QPointF(12.0, 3.0), QPointF(14.0, 3.0))
_SHIELD.cubicTo(QPointF(14.0, 9.0), QPointF(12.0, 12.8), QPointF(8.0, 15.0))
_SHIELD.cubicTo(QPointF(4.0, 12.8), QPointF(2.0, 9.0), QPointF(2.0, 3.0))
_SHIELD.cubicTo(QPointF(4.0, 3.0), QPointF(6.0, 2.6), QPointF(8.0, 1.0))


def wrench(painter: QPainter, style: Style) -> None:
    painter.setBrush(style.no_brush)
    painter.setPen(style.pen("warning_text", 2.6))
    painter.drawPath(_WRENCH)
    painter.setPen(style.pen("warning_text", 3.2))
    painter.drawLine(*_WRENCH_HANDLE)


def wrench_ring(painter: QPainter, style: Style) -> None:
    draw(painter, style, wrench, 2.5, 2.5, 11.0)
    painter.setPen(style.pen("warning_text", 1.3))
    painter.setBrush(style.no_brush)
    painter.drawEllipse(QPointF(8.0, 8.0), 7.2, 7.2)


def _broken_link(painter: QPainter, style: Style, role: str) -> None:
    painter.setPen(style.pen(role, 1.8))
    painter.setBrush(style.no_brush)
    painter.drawArc(QRectF(1.0, 5.0, 7.0, 6.0), 60 * 16, 240 * 16)
    painter.drawArc(QRectF(8.0, 5.0, 7.0, 6.0), -120 * 16, 240 * 16)
    painter.drawLine(QPointF(6.0, 1.5), QPointF(7.0, 4.0))
    painter.drawLine(QPointF(10.0, 1.5), QPointF(9.0, 4.0))
    painter.drawLine(QPointF(6.0, 14.5), QPointF(7.0, 12.0))
    painter.drawLine(QPointF(10.0, 14.5), QPointF(9.0, 12.0))


def not_responding(painter: QPainter, style: Style) -> None:
    _broken_link(painter, style, "alert")


def disconnected(painter: QPainter, style: Style) -> None:
    _broken_link(painter, style, "neutral")


def moon(painter: QPainter, style: Style) -> None:
    painter.setPen(style.no_pen)
    painter.setBrush(style.brush("info"))
    painter.drawPath(_MOON)


def shield(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("warning_text", 1.4))
    painter.setBrush(style.brush("warning", 70))
    painter.drawPath(_SHIELD)
    painter.setPen(style.pen("warning_text", 2.0))
    painter.drawLine(QPointF(8.0, 4.6), QPointF(8.0, 8.6))
    painter.drawPoint(QPointF(8.0, 11.4))


def power_off(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("neutral", 1.8))
    painter.setBrush(style.no_brush)
    painter.drawArc(QRectF(2.5, 3.0, 11.0, 11.0), 120 * 16, 300 * 16)
    painter.drawLine(QPointF(8.0, 1.5), QPointF(8.0, 7.5))


def crossed(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("alert", 2.4))
    painter.drawLine(QPointF(3.0, 3.0), QPointF(13.0, 13.0))
    painter.drawLine(QPointF(13.0, 3.0), QPointF(3.0, 13.0))


STATES: dict[State, Draw] = {
    "maintenance": wrench,
    "entering": wrench_ring,
    "notResponding": not_responding,
    "disconnected": disconnected,
    "standby": moon,
    "quarantine": shield,
    "off": power_off,
    "inaccessible": crossed,
    "down": not_responding,
    "suspended": pause,
}

# --- verdicts ---------------------------------------------------------------------------------------------------------

_CHECK = _polygon(((4.4, 8.4), (7.0, 11.0), (11.8, 5.2)))
_DIAMOND = _polygon(((8.0, 0.0), (16.0, 8.0), (8.0, 16.0), (0.0, 8.0)))
_WARN = _polygon(((8.0, 1.0), (15.6, 14.6), (0.4, 14.6)))


def check(painter: QPainter, style: Style) -> None:
    painter.setPen(style.no_pen)
    painter.setBrush(style.brush("normal"))
    painter.drawEllipse(QPointF(8.0, 8.0), 8.0, 8.0)
    painter.setPen(style.pen("background", 2.0))
    painter.setBrush(style.no_brush)
    painter.drawPolyline(_CHECK)


def caution(painter: QPainter, style: Style) -> None:
    painter.setPen(style.pen("warning_text", 1.0))
    painter.setBrush(style.brush("warning"))
    painter.drawPolygon(_WARN)
    ink = "background" if style.theme.dark else "text"
    painter.setPen(style.pen(ink, 1.8))
    painter.drawLine(QPointF(8.0, 5.8), QPointF(8.0, 9.8))
    painter.drawPoint(QPointF(8.0, 12.4))


def cross(painter: QPainter, style: Style) -> None:
    painter.setPen(style.no_pen)
    painter.setBrush(style.brush("alert"))
    painter.drawEllipse(QPointF(8.0, 8.0), 8.0, 8.0)
    painter.setPen(style.pen("background", 2.0))
    painter.drawLine(QPointF(5.2, 5.2), QPointF(10.8, 10.8))
    painter.drawLine(QPointF(10.8, 5.2), QPointF(5.2, 10.8))


def verdict(severity: Severity) -> Draw:
    """The mark of a verdict: check, triangle or cross."""
    return cross if severity >= Severity.ERROR else caution if severity >= Severity.WARNING else check


def alert(painter: QPainter, style: Style) -> None:
    """vSphere's red diamond."""
    painter.setPen(style.no_pen)
    painter.setBrush(style.brush("alert"))
    painter.drawPolygon(_DIAMOND)
    painter.setPen(style.pen("background", 1.8))
    painter.drawLine(QPointF(8.0, 4.4), QPointF(8.0, 9.0))
    painter.drawPoint(QPointF(8.0, 11.6))


def alarm(level: int) -> Draw | None:
    """The mark of an alarm: triangle or diamond; None for none."""
    return (None, caution, alert)[level]


_LEVELS = 40
"""Steps in which fill levels are drawn."""

# --- storage ----------------------------------------------------------------------------------------------------------


def cylinder(painter: QPainter, style: Style, rect: QRectF, fill: float, *, role: str = "info") -> None:
    """A cylinder in a rectangle, filled to a share of 0 to 1."""
    level = round(min(max(fill, 0.0), 1.0) * _LEVELS)
    around = rect.adjusted(-1.0, -1.0, 1.0, 1.0)

    def paint(on: QPainter) -> None:
        _cylinder(on, style, rect, level / _LEVELS, role)

    _stamp(painter, style, ("cylinder", level, role), around, paint)


def _cylinder(painter: QPainter, style: Style, rect: QRectF, fill: float, role: str) -> None:
    lid = min(rect.height() * 0.28, rect.width() * 0.5)
    body = _tube(rect, lid)
    painter.setPen(style.no_pen)
    painter.setBrush(style.brush("raised"))
    painter.drawPath(body)
    inner = rect.height() - lid
    level = fill * inner
    if level > 0.0:
        painter.setBrush(style.brush(role, 150))
        painter.drawPath(_tube(QRectF(rect.x(), rect.bottom() - level - lid, rect.width(), level + lid), lid))
    painter.setPen(style.pen("neutral", 1.2))
    painter.setBrush(style.no_brush)
    painter.drawPath(body)
    painter.drawArc(QRectF(rect.x(), rect.y(), rect.width(), lid), 180 * 16, 180 * 16)


def _tube(rect: QRectF, lid: float) -> QPainterPath:
    path = QPainterPath()
    top = QRectF(rect.x(), rect.y(), rect.width(), lid)
    bottom = QRectF(rect.x(), rect.bottom() - lid, rect.width(), lid)
    path.arcMoveTo(top, 180.0)
    path.arcTo(top, 180.0, -180.0)
    path.lineTo(bottom.right(), bottom.center().y())
    path.arcTo(bottom, 0.0, -180.0)
    path.closeSubpath()
    return path


def fill_role(share: float) -> str:
    """The colour of a load or fill level; the bar's length and a figure say it as well."""
    return "alert" if share > 0.95 else "warning" if share > 0.8 else "info"


def bar(painter: QPainter, style: Style, rect: QRectF, share: float) -> None:
    """A load bar, filled to a share of 0 to 1."""
    painter.fillRect(rect, style.brush("grid"))
    filled = QRectF(rect.x(), rect.y(), rect.width() * min(max(share, 0.0), 1.0), rect.height())
    painter.fillRect(filled, style.brush(fill_role(share)))


ALIGN_RIGHT = Qt.AlignmentFlag.AlignRight
ALIGN_CENTER = Qt.AlignmentFlag.AlignHCenter
