"""The spotlight: what a step is about stays bright and framed, the rest of the window is dimmed a little."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.lessons.targets import Targets
from vmotion_gui.gui.theme import ThemeManager

_DIM = 70
_FRAME_PX = 3.0
_ROUND_PX = 6.0
_ALWAYS_BRIGHT = "lesson"
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show, QEvent.Type.Hide)


class Spotlight(QWidget):
    """A veil over the whole window that takes no clicks and no focus."""

    def __init__(self, window: QWidget, targets: Targets, themes: ThemeManager) -> None:
        super().__init__(window)
        self._window, self._targets, self._themes = window, targets, themes
        self._names: tuple[str, ...] = ()
        self._rects: list[QRect] = []
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        window.installEventFilter(self)
        for widget in targets.widgets.values():
            widget.installEventFilter(self)

    @property
    def rects(self) -> list[QRect]:
        """What is bright and framed now, in the window."""
        return self._rects

    def point_at(self, names: Sequence[str]) -> None:
        """Let the light fall on these targets; on none: no veil at all."""
        self._names = tuple(names)
        for name in self._names:
            self._targets.show(name)
        self.follow()

    def follow(self) -> None:
        """Look again where the targets are."""
        rects = [rect for name in self._names if not (rect := self._targets.rect(name)).isEmpty()]
        if not rects:
            self._rects = []
            self.hide()
            return
        self.setGeometry(self._window.rect())
        if rects != self._rects or self.isHidden():
            self._rects = rects
            self.show()
            self.update()
        if self._window.children()[-1] is not self:  # docks that come to the front would be drawn over it
            self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Targets that move take their light along."""
        if self._names and event.type() in _MOVING:
            self.follow()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._themes.theme
        veil = QPainterPath()
        veil.addRect(QRectF(self.rect()))
        bright = QPainterPath()
        bright.setFillRule(Qt.FillRule.WindingFill)  # targets within targets are bright, too
        framed = [self._around(rect) for rect in self._rects]
        for rect in [*framed, QRectF(self._targets.rect(_ALWAYS_BRIGHT))]:
            bright.addRoundedRect(rect, _ROUND_PX, _ROUND_PX)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(veil.subtracted(bright), QColor(0, 0, 0, _DIM))
        painter.setPen(QPen(theme.color("info"), _FRAME_PX))
        half = _FRAME_PX / 2.0
        for rect in framed:
            painter.drawRoundedRect(rect.adjusted(half, half, -half, -half), _ROUND_PX, _ROUND_PX)
        painter.end()

    def _around(self, rect: QRect) -> QRectF:
        """A target with its frame beside it, not over what stands at its edge; within the window."""
        frame = round(_FRAME_PX)
        return QRectF(rect.adjusted(-frame, -frame, frame, frame) & self.rect())
