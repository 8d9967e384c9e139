"""The picture that follows the pointer: the chips of the VMs that are being moved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QGuiApplication, QPainter, QPixmap

from vmotion_gui.gui.theme import Theme

_HEIGHT = 24.0
_STACK = 4.0


def ghost_pixmap(names: Sequence[str], theme: Theme, ratio: float) -> QPixmap:
    """A chip with the VM's name, or a stack of up to three with the count; `ratio` device pixels per pixel."""
    text = names[0]
    if len(names) > 1:
        text = QCoreApplication.translate("Ghost", "{name} and {count} more").format(
            name=names[0], count=len(names) - 1
        )
    font = QGuiApplication.font()
    width = QFontMetricsF(font).horizontalAdvance(text) + 22.0
    layers = min(len(names), 3) - 1
    size = (width + layers * _STACK + 2.0, _HEIGHT + layers * _STACK + 2.0)
    pixmap = QPixmap(round(size[0] * ratio), round(size[1] * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(font)
    painter.setPen(theme.color("selection"))
    painter.setBrush(theme.color("raised", 230))
    for layer in range(layers, -1, -1):
        rect = QRectF(1.0 + layer * _STACK, 1.0 + layer * _STACK, width, _HEIGHT)
        painter.drawRoundedRect(rect, 5.0, 5.0)
    painter.setPen(theme.color("text"))
    painter.drawText(QRectF(1.0, 1.0, width, _HEIGHT), Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap
