"""The table itself: quick to paint, because every cell is a rectangle and a few characters."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QLabel,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from vmotion_gui.gui.possibilities.header import UprightHeader
from vmotion_gui.gui.possibilities.model import Cell, Mark, PossibilitiesModel, mark_text
from vmotion_gui.gui.theme import Theme, ThemeManager

_TINT = 46
_ROLES = {Mark.ABLE: "normal", Mark.CAUTION: "warning_text", Mark.UNABLE: "alert", Mark.HERE: "info"}
_FILLS = {Mark.ABLE: "normal", Mark.CAUTION: "warning", Mark.UNABLE: "alert", Mark.HERE: "info"}
_NAMES_PX = 170
_MOST_NAME_EMS = 18


class _Painter(QStyledItemDelegate):
    """Paints marks in the theme's colours."""

    def __init__(self, model: PossibilitiesModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._fills: dict[Mark, QColor] = {}
        self._pens: dict[Mark, QPen] = {}

    def dress(self, theme: Theme) -> None:
        """Take a theme's colours."""
        self._fills = {mark: theme.color(role, _TINT) for mark, role in _FILLS.items()}
        self._pens = {mark: QPen(theme.color(role)) for mark, role in _ROLES.items()}
        self._pens[Mark.UNKNOWN] = QPen(theme.color("muted"))
        self._ground = theme.color("background")
        self._focus = QPen(theme.color("info"), 2)
        self._line = QPen(theme.color("border"))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        cell = self._model.cell(index.row(), index.column())
        rect = option.rect
        painter.fillRect(rect, self._ground)  # over what the style draws behind the selection
        fill = self._fills.get(cell.mark)
        if fill is not None:
            painter.fillRect(rect.adjusted(1, 1, 0, 0), fill)
        painter.setPen(self._pens[cell.mark])
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, mark_text(cell))
        if self._model.columns[index.column()].host < 0:
            painter.setPen(self._line)
            painter.drawLine(rect.topRight(), rect.bottomRight())
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(self._focus)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))


class PossibilitiesTable(QTableView):
    """VMs by clusters and hosts.

    Signals:
        cell_chosen(int, int): a cell is the current one now; -1, -1 for none.
        cluster_toggled(int): the cluster of a section is to be opened or closed.
    """

    cell_chosen = Signal(int, int)
    cluster_toggled = Signal(int)

    def __init__(self, model: PossibilitiesModel, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._themes = themes
        self._legend = QLabel(self)
        self._legend.setMargin(8)
        self._legend.setWordWrap(True)
        self._legend.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        header = UprightHeader(model, themes, self)
        header.cluster_clicked.connect(self.cluster_toggled)
        self.setHorizontalHeader(header)
        self.setModel(model)
        self._painter = _Painter(model, self)
        self._painter.dress(themes.theme)
        self.setItemDelegate(self._painter)
        themes.changed.connect(self._dress)
        self.setShowGrid(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Who can go where"))
        self.setTabKeyNavigation(False)
        side = self.verticalHeader()
        side.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        side.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        side.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tell_marks()
        self._size()
        model.modelReset.connect(self._size)
        self.selectionModel().currentChanged.connect(self._chosen)

    def _size(self) -> None:
        metrics = self.fontMetrics()
        across, down = self.horizontalHeader(), self.verticalHeader()
        narrow, wide = metrics.horizontalAdvance("✓") + 20, metrics.horizontalAdvance("⚠ 000") + 12
        many = any(column.host < 0 and not self._model.is_open(column.cluster) for column in self._model.columns)
        across.setDefaultSectionSize(wide if many else narrow)
        for section, column in enumerate(self._model.columns):
            width = wide if column.host < 0 else narrow
            if across.sectionSize(section) != width:
                across.resizeSection(section, width)
        down.setDefaultSectionSize(metrics.height() + 8)
        down.setFixedWidth(max(_NAMES_PX, metrics.averageCharWidth() * _MOST_NAME_EMS))

    def _tell_marks(self) -> None:
        """The corner says what the marks mean."""
        marks = (Mark.ABLE, Mark.CAUTION, Mark.UNABLE, Mark.HERE)
        theme = self._themes.theme
        lines = [
            f"<span style='color:{theme.color(_ROLES[mark]).name()}'>{mark_text(Cell(mark))}</span>"
            f" {escape(self._model.mark_name(mark))}"
            for mark in marks
        ]
        self._legend.setText("<br>".join(lines))

    def updateGeometries(self) -> None:
        super().updateGeometries()
        corner = QRect(0, 0, self.verticalHeader().width(), self.horizontalHeader().height())
        self._legend.setGeometry(corner.translated(self.frameWidth(), self.frameWidth()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._tell_marks()
            self.setAccessibleName(self.tr("Who can go where"))

    def _dress(self, theme: Theme) -> None:
        self._painter.dress(theme)
        self._tell_marks()
        self._size()
        self.updateGeometries()
        self.viewport().update()
        self.horizontalHeader().viewport().update()

    def _chosen(self, current: QModelIndex) -> None:
        self.cell_chosen.emit(current.row(), current.column())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter or Space on a cluster's cell opens or closes the cluster."""
        index = self.currentIndex()
        keys = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in keys and index.isValid() and self._model.columns[index.column()].host < 0:
            self.cluster_toggled.emit(index.column())
            return
        super().keyPressEvent(event)
