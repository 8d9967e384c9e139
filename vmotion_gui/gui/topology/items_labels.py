"""Names of frames that have become too small on the screen for a header of their own: one item draws them all."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGraphicsItem, QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.items_frame import FrameItem, header_readable, paint_verdict_counts, verdict_counts
from vmotion_gui.gui.topology.paint_host import rect_of
from vmotion_gui.gui.topology.picture import Picture

LABELS_Z = 30.0
_HEIGHT = 20.0
_GRAPH_NAMED_FROM = 0.07
_LEAST_WIDTH = 84.0


class LabelsItem(QGraphicsRectItem):
    """Plates with names, in the screen's pixels: clusters in their middle, vCenters above their frames."""

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
        graph = picture.layout.mode == "graph"
        seen: QRectF = option.exposedRect
        layout = picture.layout
        for id_, frame in self._frames.items():
            kind, box = layout.kinds[id_], layout.boxes[id_]
            width = box.w * picture.scale
            small = picture.scale < _GRAPH_NAMED_FROM if graph else width < _LEAST_WIDTH or kind == "datacenter"
            if small or not rect_of(box.grown(120.0)).intersects(seen):
                continue
            name, _, counts = frame.facts()
            if graph:
                self._inside(painter, box, name, "", frame.hosts)
            elif kind == "vcenter":
                self._above(painter, box, name, width)
            else:
                self._inside(painter, box, name, counts, frame.hosts)

    def _above(self, painter: QPainter, box: Box, name: str, width: float) -> None:
        style, scale = self._picture.style, self._picture.scale
        painter.save()
        painter.translate(box.x, box.y)
        painter.scale(1.0 / scale, 1.0 / scale)
        style.text(painter, QRectF(2.0, -18.0, width, 17.0), name, size=12.0, bold=True)
        painter.restore()

    def _inside(self, painter: QPainter, box: Box, name: str, counts: str, hosts: Sequence[str]) -> None:
        picture, style = self._picture, self._picture.style
        room = box.w * picture.scale - 8.0 if counts else 220.0
        marks = 0.0
        if picture.severities is not None:
            marks = sum(30.0 + 7.0 * len(str(count)) for _, count in verdict_counts(picture, hosts)) + 6.0
        text = f"{name} · {counts}" if counts else name
        width = style.width(text, 11.0, bold=True)
        if width + marks + 16.0 > room:
            text, width = name, style.width(name, 11.0, bold=True)
        width = min(width + 16.0 + marks, room)
        painter.save()
        painter.translate(*box.center)
        painter.scale(1.0 / picture.scale, 1.0 / picture.scale)
        plate = QRectF(-width / 2.0, -_HEIGHT / 2.0, width, _HEIGHT)
        painter.setPen(style.pen("border"))
        painter.setBrush(style.brush("background", 225))
        painter.drawRoundedRect(plate, 3.0, 3.0)
        style.text(painter, plate.adjusted(8.0, 0.0, -marks, 0.0), text, size=11.0, bold=True)
        if marks and width - marks >= 20.0:
            painter.translate(plate.topLeft())
            paint_verdict_counts(painter, picture, hosts, width - 8.0, _HEIGHT)
        painter.restore()
