"""The words at broken edges: what is missing, at the edge, in the screen's pixels."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui.topology.causes import Cause
from vmotion_gui.gui.topology.items_labels import LABELS_Z
from vmotion_gui.gui.topology.paint_host import rect_of
from vmotion_gui.gui.topology.picture import Picture

_HEIGHT, _PADDING, _GAP = 18.0, 6.0, 3.0
_SIZE = 10.0
_MOST = 10
_PLACES = (0.62, 0.5, 0.38, 0.26, 0.16, 0.08)
"""Where along an edge, from the host, its label may be: the first place in sight."""


class CausesItem(QGraphicsRectItem):
    """Plates above everything else; none where nothing is refused."""

    def __init__(self, picture: Picture) -> None:
        super().__init__()
        self.setZValue(LABELS_Z + 1.0)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._picture = picture
        self._causes: tuple[tuple[Cause, QPainterPath], ...] = ()
        self.setRect(rect_of(picture.layout.bounds.grown(200.0)))

    @property
    def causes(self) -> tuple[Cause, ...]:
        """What is told at the moment."""
        return tuple(cause for cause, _ in self._causes)

    def tell(self, causes: Sequence[tuple[Cause, QPainterPath]]) -> None:
        """Show these, each along its edge; an empty path for what has none."""
        before = self.causes
        self._causes = tuple(causes[:_MOST])
        if self.causes != before:
            self.update()

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        style, hosts = self._picture.style, self._picture.inventory.hosts
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(style.no_brush)
        painter.setPen(style.pen("alert", 1.8, 255, Qt.PenStyle.DashLine, cosmetic=True))
        for cause, path in self._causes:
            if cause.node in hosts:
                painter.drawPath(path)  # cards lie above the other edges
        taken: list[QRectF] = []
        for cause, path in self._causes:
            plate = self._plate(cause, path, taken)
            taken.append(plate)
            self._draw(painter, self._words(cause), plate)

    def _words(self, cause: Cause) -> str:
        entity = self._picture.inventory.get(cause.named or cause.node) if cause.node else None
        is_host = cause.node in self._picture.inventory.hosts
        return f"✕ {cause.text}" if entity is None or is_host else f"✕ {cause.text}: {entity.name}"

    def _plate(self, cause: Cause, path: QPainterPath, taken: Sequence[QRectF]) -> QRectF:
        """Its rectangle in the scene, where no other plate is."""
        scale = self._picture.scale
        width = (self._picture.style.width(self._words(cause), _SIZE, bold=True) + 2 * _PADDING + 4.0) / scale
        height = _HEIGHT / scale
        card = self._picture.layout.boxes[cause.host]
        if path.isEmpty():
            plate = QRectF(card.x, card.bottom + _GAP / scale, width, height)
        else:
            at = self._in_sight(path)
            plate = QRectF(at.x() - width / 2.0, at.y() - height / 2.0, width, height)
        while any(plate.intersects(other) for other in taken):
            plate.translate(0.0, height + _GAP / scale)
        return plate

    def _in_sight(self, path: QPainterPath) -> QPointF:
        views = self.scene().views()
        if views:
            port = views[0].viewport().rect().adjusted(80, 12, -80, -12)
            sight = views[0].mapToScene(port).boundingRect()
            for share in _PLACES:
                if sight.contains(path.pointAtPercent(share)):
                    return path.pointAtPercent(share)
        return path.pointAtPercent(_PLACES[0])

    def _draw(self, painter: QPainter, text: str, plate: QRectF) -> None:
        picture, style = self._picture, self._picture.style
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(plate.topLeft())
        painter.scale(1.0 / picture.scale, 1.0 / picture.scale)
        box = QRectF(0.0, 0.0, plate.width() * picture.scale, _HEIGHT)
        painter.setPen(style.pen("alert", 1.2))
        painter.setBrush(style.brush("background", 245))
        painter.drawRoundedRect(box, 4.0, 4.0)
        style.text(painter, box.adjusted(_PADDING, 0.0, -_PADDING, 0.0), text, size=_SIZE, bold=True, role="alert")
        painter.restore()
