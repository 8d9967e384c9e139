"""How loaded hosts are before a plan, at its worst moment, and afterwards: as bars in a table's cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QTableWidgetItem, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.planning.maintenance.plan import HostLoads

_SHARES = Qt.ItemDataRole.UserRole + 1
_FULL = 0.9
"""From here on a host is warned about, as vCenter's default alarms do."""
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
        tip = self.tr("Tick: before. Filled: afterwards. Outlined: at the worst moment.")
        self.setRowCount(len(loads))
        for row, one in enumerate(loads):
            self.setItem(row, 0, QTableWidgetItem(name(one.host)))
            memory = one.before.memory, one.worst.memory, one.after.memory
            for column, shares in ((1, memory), (2, (one.before.cpu, one.worst.cpu, one.after.cpu))):
                before, worst, after = (round(share * 100) for share in shares)
                item = QTableWidgetItem(told.format(before=before, after=after, worst=worst))
                item.setData(_SHARES, list(shares))
                item.setToolTip(f"{item.text()}\n{tip}")
                self.setItem(row, column, item)
        share_width(self, 1, 2)


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
        before, worst, after = (min(max(float(share), 0.0), 1.0) for share in shares)
        painter.save()
        painter.fillRect(bar, theme.color("grid"))
        role = "alert" if worst >= 1.0 else "warning" if worst >= _FULL else "info"
        painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() * after, bar.height()), theme.color(role, 200))
        painter.setPen(QPen(theme.color("text"), 1.0, Qt.PenStyle.DotLine))
        painter.drawRect(QRectF(bar.left(), bar.top(), bar.width() * worst, bar.height()))
        painter.setPen(QPen(theme.color("text"), 2.0))
        x = bar.left() + bar.width() * before
        painter.drawLine(round(x), round(bar.top() - 3.0), round(x), round(bar.bottom() + 3.0))
        painter.setPen(theme.color("text"))
        painter.drawText(text, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.restore()
