"""The topology as a vector graphic or as pixels, the window as pixels; each with what it shows written under it."""

from __future__ import annotations

import re
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QGraphicsItem, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.inventory.document import write_atomically

CAPTION_PX = 26
_MARGIN_PX = 10
_FAMILY = re.compile(rb'font-family="([^"]*)"')
_WITH_OTHERS = rb'font-family="\1, sans-serif"'
"""Who does not have this machine's font has one without serifs, too."""
_SHARPNESS = 2.0
"""Pixels of a picture for each of the screen's: it may be printed, or shown large."""


def write_topology_svg(view: TopologyView, theme: Theme, caption: str, title: str, path: Path) -> None:
    """Write what the topology shows as an SVG of lines, shapes and texts. OSError if the file cannot be written."""
    size = _size(view)
    buffer = QBuffer()
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setSize(size)
    generator.setViewBox(QRect(0, 0, size.width(), size.height()))
    generator.setTitle(title)
    generator.setDescription(caption)
    painter = QPainter(generator)
    paint_topology(painter, view, theme, caption, QRectF(0.0, 0.0, size.width(), size.height()))
    painter.end()
    write_atomically(path, _FAMILY.sub(_WITH_OTHERS, buffer.data().data()))


def write_topology_png(view: TopologyView, theme: Theme, caption: str, path: Path) -> None:
    """Write what the topology shows as pixels, sharper than on the screen. OSError if the file cannot be written."""
    size = _size(view)
    image = QImage(size * _SHARPNESS, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_SHARPNESS, _SHARPNESS)
    paint_topology(painter, view, theme, caption, QRectF(0.0, 0.0, size.width(), size.height()))
    painter.end()
    _save(image, path)


def write_window_png(window: QWidget, path: Path) -> None:
    """Write the whole window as it is seen. OSError if the file cannot be written."""
    _save(window.grab().toImage(), path)


def _save(image: QImage, path: Path) -> None:
    with path.open("wb"):
        pass
    if not QImageWriter(str(path), QByteArray(b"png")).write(image):
        raise OSError(f"cannot write {path}")


def _size(view: TopologyView) -> QSize:
    return view.viewport().size() + QSize(0, CAPTION_PX)


def paint_topology(painter: QPainter, view: TopologyView, theme: Theme, caption: str, room: QRectF) -> None:
    """Paint what a view shows, and a line of text under it, into a rectangle of a painter."""
    picture = room.adjusted(0.0, 0.0, 0.0, -CAPTION_PX)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(room, theme.color("background"))
    _render(painter, view, picture)
    below = QRectF(room.left(), picture.bottom(), room.width(), CAPTION_PX)
    painter.fillRect(below, theme.color("panel"))
    font = QFont(view.font())
    font.setPixelSize(13)
    painter.setFont(font)
    painter.setPen(QColor(theme.text))
    text = below.adjusted(_MARGIN_PX, 0.0, -_MARGIN_PX, 0.0)
    shown = QFontMetricsF(font).elidedText(caption, Qt.TextElideMode.ElideMiddle, text.width())
    painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _render(painter: QPainter, view: TopologyView, target: QRectF) -> None:
    """What is kept as pixmaps on the screen would come as such into any file; here it is painted as it is."""
    style = view.picture.picture.style
    items = (*view.picture.hosts.values(), *view.picture.nodes.values())
    kept = [(item, item.cacheMode()) for item in items if item.cacheMode() != QGraphicsItem.CacheMode.NoCache]
    for item, _ in kept:
        item.setCacheMode(QGraphicsItem.CacheMode.NoCache)
    style.vectors = True
    try:
        view.render(painter, target, view.viewport().rect(), Qt.AspectRatioMode.KeepAspectRatio)
    finally:
        style.vectors = False
        for item, mode in kept:
            item.setCacheMode(mode)
