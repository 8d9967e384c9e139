"""The whole estate in a corner, with the rectangle of what is in sight; a click goes there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.topology import glyphs
from vmotion_gui.gui.topology.view import TopologyView

_SIZE = QSize(200, 124)
_MARGIN = 6.0


class Minimap(QWidget):
    """A picture that is drawn once per layout, theme and estate, and kept."""

    def __init__(self, view: TopologyView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self._cached: QPixmap | None = None
        self.setFixedSize(_SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._retranslate()
        view.looked.connect(self._look)
        view.mode_changed.connect(self.forget)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Overview map"))
        self.setToolTip(self.tr("Click to go there"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def forget(self) -> None:
        """Draw the picture anew next time."""
        self._cached = None
        self.update()

    def _look(self) -> None:
        self.update()

    def _factor(self) -> float:
        scene = self._view.sceneRect()
        room = (self.width() - 2 * _MARGIN, self.height() - 2 * _MARGIN)
        return min(room[0] / max(scene.width(), 1.0), room[1] / max(scene.height(), 1.0))

    def _origin(self) -> QPointF:
        scene, factor = self._view.sceneRect(), self._factor()
        return QPointF(
            (self.width() - scene.width() * factor) / 2.0 - scene.x() * factor,
            (self.height() - scene.height() * factor) / 2.0 - scene.y() * factor,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        ratio = self.devicePixelRatioF()
        if self._cached is None or self._cached.devicePixelRatio() != ratio:
            self._cached = self._drawn(ratio)
        painter.drawPixmap(0, 0, self._cached)
        style, factor, origin = self._view.picture.picture.style, self._factor(), self._origin()
        sight = self._view.sight()
        rect = QRectF(origin + sight.topLeft() * factor, sight.size() * factor)
        painter.setPen(style.pen("selection", 1.5))
        painter.setBrush(style.brush("selection", 36))
        painter.drawRect(rect.intersected(QRectF(self.rect()).adjusted(1.0, 1.0, -2.0, -2.0)))
        painter.end()

    def _drawn(self, ratio: float) -> QPixmap:
        picture = self._view.picture.picture
        style, layout, factor, origin = picture.style, picture.layout, self._factor(), self._origin()
        pixmap = QPixmap(self.size() * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(style.color("raised"))
        painter = QPainter(pixmap)
        painter.setPen(style.pen("border"))
        painter.drawRect(0, 0, self.width() - 1, self.height() - 1)
        for id_, kind in layout.kinds.items():
            box = layout.boxes[id_]
            rect = QRectF(origin.x() + box.x * factor, origin.y() + box.y * factor, box.w * factor, box.h * factor)
            if kind in ("vcenter", "datacenter", "cluster"):
                painter.setPen(style.pen("border", 1.0, 160))
                painter.setBrush(style.brush("panel" if kind != "datacenter" else "background"))
                painter.drawRect(rect)
            elif kind == "host":
                share = self._view.picture.hosts[id_].card().facts.memory_share if len(layout.boxes) < 1500 else 0.0
                painter.fillRect(rect, style.brush(glyphs.fill_role(share), 150))
            elif id_ not in layout.ties.local:
                painter.fillRect(rect, style.brush("muted", 110))
        painter.end()
        return pixmap

    # --- going there --------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._go(event.position())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event.position())

    def _go(self, at: QPointF) -> None:
        self._view.look_at((at - self._origin()) / self._factor())
