"""The toolbar's shapes, on a grid of 16 by 16."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter

from vmotion_gui.gui.topology.style import Style


def _outline(painter: QPainter, style: Style, role: str = "text", width: float = 1.3) -> None:
    painter.setPen(style.pen(role, width))
    painter.setBrush(style.no_brush)


def nested(painter: QPainter, style: Style) -> None:
    """Boxes in a box."""
    _outline(painter, style)
    painter.drawRoundedRect(QRectF(1.5, 1.5, 13.0, 13.0), 1.5, 1.5)
    painter.setBrush(style.brush("info", 90))
    painter.drawRect(QRectF(4.0, 4.0, 3.2, 8.0))
    painter.drawRect(QRectF(9.0, 4.0, 3.2, 3.2))
    painter.drawRect(QRectF(9.0, 9.0, 3.2, 3.0))


def graph(painter: QPainter, style: Style) -> None:
    """Nodes and edges."""
    _outline(painter, style)
    for x, y in ((3.5, 12.5), (12.5, 12.0), (8.0, 3.5)):
        painter.drawLine(QLineF(8.0, 8.5, x, y))
    painter.setBrush(style.brush("raised"))
    for x, y in ((3.5, 12.5), (12.5, 12.0), (8.0, 3.5)):
        painter.drawEllipse(QPointF(x, y), 2.1, 2.1)
    painter.setBrush(style.brush("info"))
    painter.drawEllipse(QPointF(8.0, 8.5), 2.1, 2.1)


def _corners(painter: QPainter) -> None:
    for x, y, dx, dy in ((2.0, 2.0, 1, 1), (14.0, 2.0, -1, 1), (2.0, 14.0, 1, -1), (14.0, 14.0, -1, -1)):
        painter.drawLine(QLineF(x, y, x + 3.5 * dx, y))
        painter.drawLine(QLineF(x, y, x, y + 3.5 * dy))


def fit(painter: QPainter, style: Style) -> None:
    """A frame's corners around everything."""
    _outline(painter, style, width=1.5)
    _corners(painter)
    painter.setPen(style.pen("text", 1.2))
    painter.drawRect(QRectF(5.0, 5.5, 6.0, 5.0))


def to_selection(painter: QPainter, style: Style) -> None:
    """A frame's corners around what is selected."""
    _outline(painter, style, width=1.5)
    _corners(painter)
    painter.fillRect(QRectF(5.0, 5.5, 6.0, 5.0), style.brush("selection"))


def _lens(painter: QPainter, style: Style) -> None:
    _outline(painter, style, width=1.5)
    painter.drawEllipse(QPointF(6.8, 6.8), 4.8, 4.8)
    painter.drawLine(QLineF(10.4, 10.4, 14.2, 14.2))
    painter.drawLine(QLineF(4.6, 6.8, 9.0, 6.8))


def nearer(painter: QPainter, style: Style) -> None:
    _lens(painter, style)
    painter.drawLine(QLineF(6.8, 4.6, 6.8, 9.0))


def farther(painter: QPainter, style: Style) -> None:
    _lens(painter, style)


def legend(painter: QPainter, style: Style) -> None:
    """A list of shapes with their words."""
    painter.setPen(style.no_pen)
    painter.setBrush(style.brush("info"))
    painter.drawRect(QRectF(2.0, 2.2, 3.2, 3.2))
    painter.drawEllipse(QPointF(3.6, 8.0), 1.7, 1.7)
    painter.drawRoundedRect(QRectF(2.0, 10.8, 3.2, 3.2), 1.0, 1.0)
    painter.setPen(style.pen("text", 1.4))
    for y in (3.8, 8.0, 12.4):
        painter.drawLine(QLineF(7.5, y, 14.0, y))
