"""Pens, brushes, fonts and texts of one theme, made once and kept."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QGuiApplication, QPainter, QPen, QPixmap, QStaticText

from vmotion_gui.gui.theme import Theme

_MOST_TEXTS = 20_000
_MOST_STAMPS = 2_000


class Style:
    """What the items draw with. Font sizes are pixels: of the scene near, of the screen far."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._pens: dict[tuple[str, float, int, Qt.PenStyle, bool], QPen] = {}
        self._brushes: dict[tuple[str, int], QBrush] = {}
        self._fonts: dict[tuple[float, bool], tuple[QFont, QFontMetricsF]] = {}
        self._texts: dict[tuple[str, float, bool, int], tuple[QStaticText, float, float]] = {}
        self._stamps: dict[tuple[object, int, int], QPixmap] = {}
        self.vectors = False
        """Whether what is painted goes to a file of vectors, into which no kept pixmap belongs."""
        self.no_pen = QPen(Qt.PenStyle.NoPen)
        self.no_brush = QBrush(Qt.BrushStyle.NoBrush)

    def color(self, role: str, alpha: int = 255) -> QColor:
        return self.brush(role, alpha).color()

    def brush(self, role: str, alpha: int = 255) -> QBrush:
        """A brush of a theme's role."""
        key = (role, alpha)
        if key not in self._brushes:
            self._brushes[key] = QBrush(self.theme.color(role, alpha))
        return self._brushes[key]

    def pen(
        self,
        role: str,
        width: float = 1.0,
        alpha: int = 255,
        line: Qt.PenStyle = Qt.PenStyle.SolidLine,
        *,
        cosmetic: bool = False,
    ) -> QPen:
        """A pen of a theme's role; a cosmetic one is so wide on the screen, whatever the zoom."""
        key = (role, width, alpha, line, cosmetic)
        if key not in self._pens:
            pen = QPen(self.theme.color(role, alpha), width, line, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
            pen.setCosmetic(cosmetic)
            self._pens[key] = pen
        return self._pens[key]

    def font(self, size: float, *, bold: bool = False) -> tuple[QFont, QFontMetricsF]:
        """The application's font in a pixel size, with its metrics."""
        key = (size, bold)
        if key not in self._fonts:
            font = QFont(QGuiApplication.font())
            font.setPixelSize(max(1, round(size)))
            font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
            self._fonts[key] = (font, QFontMetricsF(font))
        return self._fonts[key]

    def stamp(
        self, key: object, width: float, height: float, ratio: float, draw: Callable[[QPainter], None]
    ) -> QPixmap:
        """A small picture, drawn once for a size in screen pixels; `draw` paints it in units of the screen."""
        place = (key, round(width * ratio), round(height * ratio))
        found = self._stamps.get(place)
        if found is None:
            found = QPixmap(max(1, place[1]), max(1, place[2]))
            found.fill(Qt.GlobalColor.transparent)
            painter = QPainter(found)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.scale(ratio, ratio)
            draw(painter)
            painter.end()
            if len(self._stamps) > _MOST_STAMPS:
                self._stamps.clear()
            self._stamps[place] = found
        return found

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """How wide a text is."""
        return self._text(text, size, bold, 100_000)[1]

    def text(
        self,
        painter: QPainter,
        rect: QRectF,
        text: str,
        *,
        size: float = 12.0,
        bold: bool = False,
        role: str = "text",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> float:
        """One line, vertically centred in a rectangle, elided to its width; returns how wide it became."""
        if rect.width() < min(size, self.width(text, size, bold=bold)):
            return 0.0
        static, width, height = self._text(text, size, bold, int(rect.width()))
        x = rect.x()
        if align == Qt.AlignmentFlag.AlignRight:
            x = rect.right() - width
        elif align == Qt.AlignmentFlag.AlignHCenter:
            x = rect.x() + (rect.width() - width) / 2.0
        painter.setFont(self.font(size, bold=bold)[0])
        painter.setPen(self.pen(role))
        painter.drawStaticText(QPointF(x, rect.y() + (rect.height() - height) / 2.0), static)
        return width

    def _text(self, text: str, size: float, bold: bool, room: int) -> tuple[QStaticText, float, float]:
        key = (text, size, bold, room)
        found = self._texts.get(key)
        if found is None:
            if len(self._texts) > _MOST_TEXTS:
                self._texts.clear()
            font, metrics = self.font(size, bold=bold)
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
            static = QStaticText(shown)
            static.setTextFormat(Qt.TextFormat.PlainText)
            static.setPerformanceHint(QStaticText.PerformanceHint.AggressiveCaching)
            static.prepare(font=font)
            found = (static, metrics.horizontalAdvance(shown), metrics.height())
            self._texts[key] = found
        return found
