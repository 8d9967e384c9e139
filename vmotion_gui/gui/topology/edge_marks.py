"""While something is dragged: marks at the viewport's edges that count the hosts out of sight on that side."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.topology.items_frame import paint_verdict_counts, verdict_counts
from vmotion_gui.gui.topology.scene import TopologyScene

_HEIGHT, _MARGIN = 24.0, 8.0
_ARROWS = {
    "left": ((0.0, 0.0), (6.0, -5.0), (6.0, 5.0)),
    "right": ((6.0, 0.0), (0.0, -5.0), (0.0, 5.0)),
    "up": ((3.0, -5.0), (8.0, 4.0), (-2.0, 4.0)),
    "down": ((3.0, 5.0), (8.0, -4.0), (-2.0, -4.0)),
}


class EdgeMarks(QWidget):
    """Lies over the viewport and takes no events."""

    def __init__(self, scene: TopologyScene, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self._scene = scene
        self._sides: dict[str, list[str]] = {}
        self.hide()

    @property
    def sides(self) -> dict[str, list[str]]:
        """Side of the viewport -> hosts out of sight there."""
        return self._sides

    def judge(self, sight: QRectF, zoom: float) -> None:
        """What is in sight has changed, or the verdicts have."""
        if self._scene.picture.severities is None:
            self._sides = {}
            self.hide()
            return
        self._sides = self._out_of(sight)
        self.setVisible(bool(self._sides))
        self.update()

    def _out_of(self, sight: QRectF) -> dict[str, list[str]]:
        hosts = list(self._scene.hosts)
        boxes = np.array([self._scene.picture.layout.boxes[id_] for id_ in hosts]).reshape(-1, 4)
        x, y = boxes[:, 0] + boxes[:, 2] / 2.0, boxes[:, 1] + boxes[:, 3] / 2.0
        left, right = x < sight.left(), x > sight.right()
        up, down = y < sight.top(), y > sight.bottom()
        across = left | right
        masks = {"left": left, "right": right, "up": up & ~across, "down": down & ~across}
        return {side: [hosts[int(k)] for k in np.flatnonzero(mask)] for side, mask in masks.items() if mask.any()}

    def paintEvent(self, event: QPaintEvent) -> None:
        picture = self._scene.picture
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for side, hosts in self._sides.items():
            counts = verdict_counts(picture, hosts)
            width = 32.0 + sum(28.0 + picture.style.width(str(n), 11.0, bold=True) for _, n in counts)
            rect = self._place(side, width)
            painter.setPen(picture.style.pen("border"))
            painter.setBrush(picture.style.brush("raised", 240))
            painter.drawRoundedRect(rect, _HEIGHT / 2.0, _HEIGHT / 2.0)
            able = any(severity < Severity.ERROR for severity, _ in counts)
            painter.setPen(picture.style.no_pen)
            painter.setBrush(picture.style.brush("normal" if able else "neutral"))
            arrow = QPolygonF([QPointF(px, py) for px, py in _ARROWS[side]])
            painter.drawPolygon(arrow.translated(rect.x() + 10.0, rect.center().y()))
            painter.save()
            painter.translate(rect.topLeft())
            paint_verdict_counts(painter, picture, hosts, width - 10.0, _HEIGHT)
            painter.restore()
        painter.end()

    def _place(self, side: str, width: float) -> QRectF:
        middle = QPointF((self.width() - width) / 2.0, (self.height() - _HEIGHT) / 2.0)
        x = {"left": _MARGIN, "right": self.width() - width - _MARGIN}.get(side, middle.x())
        y = {"up": _MARGIN, "down": self.height() - _HEIGHT - _MARGIN}.get(side, middle.y())
        return QRectF(x, y, width, _HEIGHT)
