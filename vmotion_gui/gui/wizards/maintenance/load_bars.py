"""How loaded hosts are before a plan, at its worst moment, and afterwards: as bars in a table's cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QTableWidgetItem, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.maintenance.bars import Group, load_tip, space_shares
from vmotion_gui.gui.wizards.maintenance.gantt_paint import paint_load
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.planning.maintenance.plan import HostLoads, StoreSpace

_SHARES = Qt.ItemDataRole.UserRole + 1
_TEXT_W = 190


class LoadTable(QTableWidget):
    """Host, memory and CPU."""

    def __init__(self, theme: Callable[[], Theme], parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        dress_table(self, self.tr("Load of the hosts"))
        self._delegate = _LoadDelegate(theme, self)
        self.setItemDelegateForColumn(1, self._delegate)
        self.setItemDelegateForColumn(2, self._delegate)

    def show_loads(self, loads: Sequence[HostLoads], name: Callable[[str], str]) -> None:
        """A line per host."""
        self.setHorizontalHeaderLabels([self.tr("Host"), self.tr("Memory"), self.tr("CPU")])
        told = self.tr("{before} % → {after} %, at worst {worst} %")
        self.setRowCount(len(loads))
        for row, one in enumerate(loads):
            self.setItem(row, 0, QTableWidgetItem(name(one.host)))
            memory = one.before.memory, one.worst.memory, one.after.memory
            for column, shares in ((1, memory), (2, (one.before.cpu, one.worst.cpu, one.after.cpu))):
                before, worst, after = (round(share * 100) for share in shares)
                item = QTableWidgetItem(told.format(before=before, after=after, worst=worst))
                item.setData(_SHARES, list(shares))
                item.setToolTip(load_tip(Group(one.host, name(one.host), item.text(), shares)))
                self.setItem(row, column, item)
        share_width(self, 1, 2)

    def show_spaces(self, spaces: Sequence[StoreSpace], name: Callable[[str], str]) -> None:
        """A line per datastore."""
        self.setHorizontalHeaderLabels([self.tr("Datastore"), self.tr("Space in use"), ""])
        self.setColumnHidden(2, True)
        self.setAccessibleName(self.tr("Space in use of the datastores"))
        told = self.tr("{before} % → {after} %, at worst {worst} %")
        self.setRowCount(len(spaces))
        for row, one in enumerate(spaces):
            self.setItem(row, 0, QTableWidgetItem(name(one.datastore)))
            shares = space_shares(one)
            before, worst, after = (round(share * 100) for share in shares)
            item = QTableWidgetItem(told.format(before=before, after=after, worst=worst))
            item.setData(_SHARES, list(shares))
            item.setToolTip(load_tip(Group(one.datastore, name(one.datastore), item.text(), shares)))
            self.setItem(row, 1, item)
        share_width(self, 1)


class _LoadDelegate(QStyledItemDelegate):
    def __init__(self, theme: Callable[[], Theme], parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Room for the bar and its words."""
        return super().sizeHint(option, index).expandedTo(QSize(_TEXT_W + 120, 26))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shares = index.data(_SHARES)
        rect = QRectF(option.rect)
        bar = rect.adjusted(0.0, 6.0, -_TEXT_W - 8.0, -6.0)
        text = QRectF(rect.right() - _TEXT_W, rect.top(), _TEXT_W, rect.height())
        theme = self._theme()
        painter.save()
        paint_load(painter, theme, bar, (shares[0], shares[1], shares[2]))
        painter.setPen(theme.color("text"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.restore()
