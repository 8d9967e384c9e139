"""The toolbar's icons, drawn in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPen, QPixmap

from vmotion_gui.gui.theme import Theme

_SIZES = (16, 20, 32, 40)


def tool_icon(name: str, theme: Theme) -> QIcon:
    """An icon by its name in `_DRAW`; KeyError for any other."""
    icon = QIcon()
    for size in _SIZES:
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(size / 16.0, size / 16.0)
        painter.setPen(QPen(theme.color("text"), 1.4, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        _DRAW[name](painter, theme)
        painter.end()
        icon.addPixmap(pixmap)
    return icon


def _nested(painter: QPainter, theme: Theme) -> None:
    painter.drawRoundedRect(QRectF(1.5, 2.0, 13.0, 12.0), 1.2, 1.2)
    painter.setBrush(theme.color("info", 120))
    painter.drawRect(QRectF(4.0, 5.5, 3.2, 5.8))
    painter.drawRect(QRectF(9.0, 5.5, 3.2, 5.8))


def _graph(painter: QPainter, theme: Theme) -> None:
    points = (QPointF(3.5, 4.0), QPointF(12.5, 3.5), QPointF(8.0, 12.5))
    for a, b in ((0, 1), (0, 2), (1, 2)):
        painter.drawLine(points[a], points[b])
    painter.setBrush(theme.color("info"))
    for point in points:
        painter.drawEllipse(point, 2.2, 2.2)


def _corners(painter: QPainter) -> None:
    for x, y, dx, dy in ((2.0, 2.0, 3, 3), (14.0, 2.0, -3, 3), (2.0, 14.0, 3, -3), (14.0, 14.0, -3, -3)):
        painter.drawLine(QLineF(x, y, x + dx, y))
        painter.drawLine(QLineF(x, y, x, y + dy))


def _fit(painter: QPainter, theme: Theme) -> None:
    _corners(painter)
    painter.setBrush(theme.color("info", 120))
    painter.drawRect(QRectF(5.2, 5.2, 5.6, 5.6))


def _selection(painter: QPainter, theme: Theme) -> None:
    _corners(painter)
    painter.setPen(QPen(theme.color("selection"), 2.0))
    painter.drawEllipse(QPointF(8.0, 8.0), 3.0, 3.0)


def _glass(painter: QPainter) -> None:
    painter.drawEllipse(QPointF(6.8, 6.8), 4.8, 4.8)
    painter.drawLine(QPointF(10.4, 10.4), QPointF(14.2, 14.2))


def _zoom_in(painter: QPainter, theme: Theme) -> None:
    _glass(painter)
    painter.drawLine(QPointF(4.6, 6.8), QPointF(9.0, 6.8))
    painter.drawLine(QPointF(6.8, 4.6), QPointF(6.8, 9.0))


def _zoom_out(painter: QPainter, theme: Theme) -> None:
    _glass(painter)
    painter.drawLine(QPointF(4.6, 6.8), QPointF(9.0, 6.8))


def _legend(painter: QPainter, theme: Theme) -> None:
    for y, role in ((3.5, "normal"), (8.0, "warning"), (12.5, "alert")):
        painter.fillRect(QRectF(1.8, y - 1.6, 3.2, 3.2), theme.color(role))
        painter.drawLine(QPointF(7.2, y), QPointF(14.0, y))


def _map(painter: QPainter, theme: Theme) -> None:
    painter.drawRoundedRect(QRectF(1.5, 2.5, 13.0, 11.0), 1.0, 1.0)
    painter.setPen(QPen(theme.color("selection"), 1.4))
    painter.setBrush(theme.color("selection", 60))
    painter.drawRect(QRectF(7.5, 7.0, 5.0, 4.5))


_DRAW: dict[str, Callable[[QPainter, Theme], None]] = {
    "nested": _nested,
    "graph": _graph,
    "fit": _fit,
    "selection": _selection,
    "zoomIn": _zoom_in,
    "zoomOut": _zoom_out,
    "legend": _legend,
    "map": _map,
}
