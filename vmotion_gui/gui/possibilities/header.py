"""The table's upper header: names stand upright, clusters show whether they are open."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QMouseEvent, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from vmotion_gui.gui.possibilities.model import PossibilitiesModel
from vmotion_gui.gui.theme import ThemeManager

_HEIGHT_PX = 132
_MARGIN = 6


class UprightHeader(QHeaderView):
    """Names read from below; a click on a cluster opens or closes it.

    Signals:
        cluster_clicked(int): the section of a cluster was clicked.
    """

    cluster_clicked = Signal(int)

    def __init__(self, model: PossibilitiesModel, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self._themes = themes
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setSectionsClickable(True)
        self.setHighlightSections(True)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), max(_HEIGHT_PX, self.fontMetrics().height() * 8))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        theme, model = self._themes.theme, self._model
        if section >= len(model.columns):
            return
        place = model.columns[section]
        is_cluster = place.host < 0
        painter.save()
        painter.fillRect(rect, theme.color("raised" if is_cluster else "panel"))
        painter.setPen(theme.color("border" if is_cluster else "grid"))
        painter.drawLine(rect.topRight(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        font = self.font()
        font.setBold(is_cluster)
        painter.setFont(font)
        painter.setPen(theme.color("text" if is_cluster else "muted"))
        name = model.place_name(section)
        if is_cluster:
            name = f"{'▾' if model.is_open(place.cluster) else '▸'} {name}"
        painter.translate(rect.left(), rect.bottom())
        painter.rotate(-90.0)
        room = rect.height() - 2 * _MARGIN
        text = QFontMetrics(font).elidedText(name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(_MARGIN, 0, room, rect.width()), Qt.AlignmentFlag.AlignVCenter, text)
        painter.restore()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        section = self.logicalIndexAt(event.position().toPoint())
        known = event.button() is Qt.MouseButton.LeftButton and 0 <= section < len(self._model.columns)
        if known and self._model.columns[section].host < 0:
            self.cluster_clicked.emit(section)
