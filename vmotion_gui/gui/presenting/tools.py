"""What a speaker points with: a large dot for a pointer, a magnifier, an empty screen."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QCursor, QGuiApplication, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap, QRegion
from PySide6.QtWidgets import QApplication, QWidget

_DOT_PX, _LENS_PX, _FACTOR = 28, 320, 2.0
_FRAME_MS = 50


class Dot:
    """A pointer that is seen from the last row, in place of the arrow."""

    def __init__(self) -> None:
        self.on = False

    def set_on(self, *, on: bool) -> None:
        """Show it, or the arrow again."""
        if on == self.on:
            return
        self.on = on
        if on:
            QApplication.setOverrideCursor(QCursor(_dot(), _DOT_PX // 2, _DOT_PX // 2))
        else:
            QApplication.restoreOverrideCursor()


def _dot() -> QPixmap:
    pixmap = QPixmap(_DOT_PX, _DOT_PX)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#FFFFFF"), 2.5))
    painter.setBrush(QColor(224, 24, 24, 215))
    painter.drawEllipse(QPointF(_DOT_PX / 2, _DOT_PX / 2), _DOT_PX / 2 - 3, _DOT_PX / 2 - 3)
    painter.end()
    return pixmap


class Lens(QWidget):
    """A round magnifier over a window, about the pointer; the pointer goes through it."""

    def __init__(self, window: QWidget) -> None:
        """Hidden at first. It is a window of its own, as what it shows must not be itself."""
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowTransparentForInput
        super().__init__(window, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
        self.setFixedSize(_LENS_PX, _LENS_PX)
        if QGuiApplication.platformName() == "xcb":  # there may be nothing that draws translucent windows
            self.setMask(QRegion(self.rect(), QRegion.RegionType.Ellipse))
        self._window = window
        self.shown = QPixmap()
        """What lies under the glass."""
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(lambda: self.look_at(QCursor.pos()))

    def set_on(self, *, on: bool) -> None:
        """Show it where the pointer is, or no more."""
        if on:
            self.look_at(QCursor.pos())
            self.show()
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()

    def look_at(self, place: QPoint) -> None:
        """Magnify what is about a place of the screen; at the window's edge as far as there is something."""
        side = round(_LENS_PX / _FACTOR)
        around = QRect(self._window.mapFromGlobal(place) - QPoint(side // 2, side // 2), QSize(side, side))
        self.shown = self._window.grab(around)
        self.move(place - QPoint(_LENS_PX // 2, _LENS_PX // 2))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        edge = QPainterPath()
        edge.addEllipse(self.rect().adjusted(2, 2, -2, -2))
        painter.save()
        painter.setClipPath(edge)
        painter.drawPixmap(self.rect(), self.shown)
        painter.restore()
        painter.setPen(QPen(self.palette().text().color(), 3.0))
        painter.drawPath(edge)


class Blank(QWidget):
    """An empty screen, so that everybody looks at who speaks."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("blank")
        self.hide()

    def toggle(self) -> None:
        """Empty the screen, or show again what was there."""
        self.setVisible(not self.isVisible())
        self.follow()

    def follow(self) -> None:
        """The window has another size."""
        parent = self.parentWidget()
        if parent is not None and self.isVisible():
            self.setGeometry(parent.rect())
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#000000"))
