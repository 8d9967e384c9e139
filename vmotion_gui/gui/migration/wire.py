"""What is on the wire now: pages of the first pass, pages that are copied again, at last the devices and registers."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import MigrationStatus, Phase

_BLOCKS = 14
_PER_S = 3.0
"""About so many blocks pass a point in a simulated second."""
_STRIP = 12


class WireStrip(QWidget):
    """Blocks that run from left to right as bytes are sent: where nothing is sent they stand."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._status: MigrationStatus | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("On the wire"))

    def sizeHint(self) -> QSize:
        return QSize(240, self.fontMetrics().height() + _STRIP + 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, self.sizeHint().height())

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("On the wire"))
            self.show_status(self._status)
        super().changeEvent(event)

    def show_status(self, status: MigrationStatus | None) -> None:
        """Show a migration as it stands now; None: nothing is sent."""
        self._status = status
        self.setAccessibleDescription(self.told())
        self.setToolTip(self.told())
        self.update()

    @property
    def kind(self) -> str:
        """ "first", "again", "last" for pages; "parcels" for devices and registers; "" for nothing."""
        status = self._status
        if status is None or status.phase.ended:
            return ""
        running = {parcel.kind for parcel in status.parcels if parcel.state == "running"}
        if status.phase is Phase.SWITCHOVER and running - {"memory", "disk"}:
            return "parcels"
        if not status.passes or status.passes[-1].ended or status.copy_bytes_per_s <= 0.0:
            return ""
        last = status.passes[-1]
        return "last" if last.stop_and_copy else "first" if last.index == 0 else "again"

    def told(self) -> str:
        """The same in words."""
        status, kind = self._status, self.kind
        if status is None or not kind:
            return self.tr("On the wire: nothing")
        rate = words.quantity(status.copy_bytes_per_s, "bytes_per_s")
        if kind == "parcels":
            return self.tr("On the wire: devices and registers, while the VM stands still")
        texts = {
            "first": self.tr("On the wire: each page for the first time, {rate}"),
            "again": self.tr("On the wire: pages that were written again (pass {number}), {rate}"),
            "last": self.tr("On the wire: the last pages, while the VM stands still, {rate}"),
        }
        return texts[kind].format(rate=rate, number=status.passes[-1].index + 1)

    @property
    def offset(self) -> float:
        """How far the blocks are on the way to their neighbours' places, 0 to 1: by the bytes that have been sent."""
        status = self._status
        if status is None or status.copy_bytes_per_s <= 0.0:
            return 0.0
        block_bytes = 2.0 ** round(math.log2(status.copy_bytes_per_s / _PER_S))
        return (status.sent_bytes / block_bytes) % 1.0

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._theme
        painter.fillRect(self.rect(), theme.color("background"))
        painter.setPen(theme.color("text"))
        line = self.fontMetrics().height()
        text = self.fontMetrics().elidedText(self.told(), Qt.TextElideMode.ElideRight, self.width() - 8)
        painter.drawText(QRectF(4.0, 2.0, self.width() - 8.0, line), Qt.AlignmentFlag.AlignVCenter, text)
        wire = QRectF(4.0, line + 4.0, self.width() - 8.0, _STRIP)
        painter.fillRect(wire.adjusted(0.0, _STRIP / 2.0 - 1.0, 0.0, 1.0 - _STRIP / 2.0), theme.color("border"))
        painter.setClipRect(wire)
        self._paint_blocks(painter, wire)
        painter.end()

    def _paint_blocks(self, painter: QPainter, wire: QRectF) -> None:
        kind = self.kind
        if not kind:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color({"first": "in_flight", "parcels": "simulated"}.get(kind, "dirty")))
        pitch = wire.width() / _BLOCKS
        side = min(_STRIP - 2.0, pitch * 0.6)
        for number in range(-1, _BLOCKS):
            left = wire.left() + (number + self.offset) * pitch
            block = QRectF(left, wire.center().y() - side / 2.0, side, side)
            if kind == "parcels":
                painter.drawEllipse(block)
            else:
                painter.drawRect(block)
