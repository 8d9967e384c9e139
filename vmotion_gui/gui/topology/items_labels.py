"""Names of frames that have become too small on the screen for a header of their own: one item draws them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.items_frame import FrameItem, header_readable, paint_verdict_counts, verdict_counts
from vmotion_gui.gui.topology.layout import FRAME_HEADER
from vmotion_gui.gui.topology.paint_host import rect_of
from vmotion_gui.gui.topology.picture import Picture

LABELS_Z = 30.0
_HEIGHT = 16.0
_DATACENTER_LIFT = 6.0
_GRAPH_NAMED_FROM = 0.07
_LEAST_WIDTH = 84.0


class LabelsItem(QGraphicsRectItem):
    """Plates with names, in the screen's pixels, at the tops of the frames."""

    def __init__(self, picture: Picture, frames: dict[str, FrameItem]) -> None:
        super().__init__()
        self.setZValue(LABELS_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._picture = picture
        self._frames = frames
        self.relocate()

    def relocate(self) -> None:
        """The layout is another one."""
        self.setRect(rect_of(self._picture.layout.bounds.grown(200.0)))

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        picture = self._picture
        if header_readable(picture):
            return
        seen: QRectF = option.exposedRect
        for id_, frame in self._frames.items():
            if rect_of(picture.layout.boxes[id_].grown(160.0)).intersects(seen):
                self._label(painter, id_, frame)

    def _label(self, painter: QPainter, id_: str, frame: FrameItem) -> None:
        """Clusters and vCenters at the left of their frame's top, datacenters at the right: so none meets another."""
        picture = self._picture
        kind, box = picture.layout.kinds[id_], picture.layout.boxes[id_]
        name, _, counts = frame.facts()
        room = box.w * picture.scale
        if picture.layout.mode == "graph":
            if picture.scale >= _GRAPH_NAMED_FROM:
                self._plate(painter, box.center, 0.5, name, "", frame.hosts, 220.0)
        elif kind == "vcenter" and room >= _LEAST_WIDTH:
            self._above(painter, box, name, room)
        elif kind == "datacenter" and room >= 2.5 * _LEAST_WIDTH:
            at = (box.right, box.y - _DATACENTER_LIFT / picture.scale)
            self._plate(painter, at, 1.0, name, "", (), room / 2.0)
        elif kind in ("cluster", "standalone") and room >= _LEAST_WIDTH:
            at = (box.x + 2.0 / picture.scale, box.y + FRAME_HEADER / 2.0)
            self._plate(painter, at, 0.0, name, counts, frame.hosts, room - 4.0)

    def _above(self, painter: QPainter, box: Box, name: str, width: float) -> None:
        style, scale = self._picture.style, self._picture.scale
        painter.save()
        painter.translate(box.x, box.y)
        painter.scale(1.0 / scale, 1.0 / scale)
        taken = min(style.width(name, 11.0, bold=True) + 6.0, width)
        painter.fillRect(QRectF(0.0, -15.0, taken, 14.0), style.brush("background", 235))
        style.text(painter, QRectF(2.0, -15.0, width, 15.0), name, size=11.0, bold=True)
        painter.restore()

    def _plate(
        self,
        painter: QPainter,
        at: tuple[float, float],
        anchor: float,
        name: str,
        counts: str,
        hosts: Sequence[str],
        room: float,
    ) -> None:
        """A name on a plate, in the screen's pixels; `anchor` is the share of the plate that lies left of `at`."""
        picture, style = self._picture, self._picture.style
        marks = 0.0
        if picture.severities is not None and hosts:
            marks = sum(28.0 + style.width(str(n), 11.0, bold=True) for _, n in verdict_counts(picture, hosts)) + 4.0
        text = f"{name} · {counts}" if counts else name
        width = style.width(text, 10.0, bold=True)
        if width + marks + 12.0 > room:
            text, width = name, style.width(name, 10.0, bold=True)
        width = min(width + 12.0 + marks, max(room, marks + 12.0))
        painter.save()
        painter.translate(*at)
        painter.scale(1.0 / picture.scale, 1.0 / picture.scale)
        plate = QRectF(-width * anchor, -_HEIGHT / 2.0, width, _HEIGHT)
        painter.setPen(style.pen("border"))
        painter.setBrush(style.brush("background", 235))
        painter.drawRect(plate)
        style.text(painter, plate.adjusted(6.0, 0.0, -marks, 0.0), text, size=10.0, bold=True)
        if marks:
            painter.translate(plate.topLeft())
            paint_verdict_counts(painter, picture, hosts, width - 6.0, _HEIGHT)
        painter.restore()
