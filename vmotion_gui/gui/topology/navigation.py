"""A view that can be zoomed about the pointer, panned and fitted."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QResizeEvent, QTransform, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

STEP = 1.25
LARGEST = 2.5
_SMALLEST_OF_FIT = 0.7
_WHEEL = 1.0015
_READING = 1.0

DIRECTIONS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NavigableView(QGraphicsView):
    """Without scroll bars: one moves by dragging, by wheel, by keys and by the overview map.

    Signals:
        looked(): another part of the scene is shown.
    """

    looked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self._fitted = True
        self.reading = _READING
        """The size at which texts are read, in screen pixels per scene unit: nothing is brought nearer than this by
        itself."""

    @property
    def zoom(self) -> float:
        """Screen pixels per scene unit."""
        return self.transform().m11()

    def sight(self) -> QRectF:
        """The part of the scene that is shown."""
        return self.mapToScene(self.viewport().rect()).boundingRect()

    def zoom_by(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom by a factor; what is at `about` (viewport; the middle if not given) stays there."""
        place = about if about is not None else QPointF(self.viewport().rect().center())
        held = self.viewportTransform().inverted()[0].map(place)
        self._scale_to(self._bounded(self.zoom * factor))
        self.pan((self.viewportTransform().map(held) - place).toPoint())

    def zoom_into(self, rect: QRectF, about: QPointF, least: float = STEP) -> bool:
        """Come near enough that a rectangle of the scene fills the viewport, at most to reading size.

        What is at `about` (viewport) stays there. False if that is less than a factor of `least` nearer.
        """
        scale = self._bounded(min(self._scale_for(rect), self.reading))
        if rect.isEmpty() or scale < self.zoom * least:
            return False
        self.zoom_by(scale / self.zoom, about)
        return True

    def zoom_to(self, scale: float) -> None:
        """Zoom to so many screen pixels per scene unit, about the middle."""
        self.zoom_by(scale / self.zoom)

    def zoom_in(self) -> None:
        """One step nearer."""
        self.zoom_by(STEP)

    def zoom_out(self) -> None:
        """One step farther."""
        self.zoom_by(1.0 / STEP)

    def fit(self, rect: QRectF | None = None, margin: float = 0.0) -> None:
        """Show a rectangle of the scene, or everything; not larger than reading size."""
        target = (rect if rect is not None else self.sceneRect()).adjusted(-margin, -margin, margin, margin)
        if target.isEmpty():
            return
        self._scale_to(self._bounded(min(self._scale_for(target), self.reading)))
        self.centerOn(target.center())
        self._fitted = rect is None
        self._look()

    def pan(self, by: QPoint) -> None:
        """Scroll by so many pixels: positive to what lies right and below."""
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + by.x())
        down.setValue(down.value() + by.y())
        self._fitted = False

    def look_at(self, point: QPointF) -> None:
        """Bring a point of the scene to the middle."""
        self.centerOn(point)
        self._fitted = False

    def _scale_for(self, rect: QRectF) -> float:
        room = self.viewport().size()
        return min(room.width() / max(rect.width(), 1.0), room.height() / max(rect.height(), 1.0))

    def _bounded(self, scale: float) -> float:
        smallest = min(self._scale_for(self.sceneRect()) * _SMALLEST_OF_FIT, self.reading)
        return min(max(scale, smallest), LARGEST)

    def _scale_to(self, scale: float) -> None:
        self.setTransform(QTransform.fromScale(scale, scale))
        self._look()

    def _look(self) -> None:
        """What is shown has changed."""
        self.looked.emit()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A picture that was fitted stays so; any other keeps its middle."""
        super().resizeEvent(event)
        if self._fitted:
            self.fit()
        self._look()

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.zoom_by(_WHEEL ** event.angleDelta().y(), event.position())
        event.accept()
