"""The moves of a plan as a table; a destination is changed in its cell."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QPainter, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.wizards.maintenance.destinations import Destinations, place_of
from vmotion_gui.gui.wizards.maintenance.tables import fill
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.handover.places import source_text, target_text
from vmotion_gui.planning.maintenance.override import Wish
from vmotion_gui.planning.maintenance.plan import Plan

TO = 2
_Index = QModelIndex | QPersistentModelIndex


class MoveTable(QTableWidget):
    """Signals: wished(Wish): another destination is wanted."""

    wished = Signal(object)

    def __init__(self, context: Context, destinations: Destinations, parent: QWidget | None = None) -> None:
        super().__init__(0, 7, parent)
        self._context, self.destinations = context, destinations
        self.plan: Plan | None = None
        dress_table(self, self.tr("Migrations of the plan"))
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setItemDelegateForColumn(TO, _ToDelegate(self))

    def show_plan(self, plan: Plan) -> None:
        """A row per move, in the plan's order."""
        self.plan = plan
        name = self._context.name
        titles = (self.tr("Virtual machine"), self.tr("From"), self.tr("To"), self.tr("Start"))
        self.setHorizontalHeaderLabels([*titles, self.tr("Duration"), self.tr("Downtime"), self.tr("Data")])
        rows = [
            (
                name(move.spec.vm),
                source_text(move, name),
                target_text(move, name),
                *(quantity(value, "seconds") for value in (move.start_s, move.duration_s, move.downtime_s)),
                quantity(move.bytes, "bytes"),
            )
            for move in plan.moves
        ]
        fill(self, rows)
        for row in range(len(rows)):
            for column in range(self.columnCount()):
                if (item := self.item(row, column)) is not None:
                    self._set_editable(item, on=column == TO)
        share_width(self, 1, TO)

    def _set_editable(self, item: QTableWidgetItem, *, on: bool) -> None:
        flag = Qt.ItemFlag.ItemIsEditable
        item.setFlags(item.flags() | flag if on else item.flags() & ~flag)
        if on:
            item.setToolTip(self.tr("{host}\nF2 or a double click: another destination").format(host=item.text()))


class _ToDelegate(QStyledItemDelegate):
    """A list of hosts; those that the table of rules forbids cannot be chosen, and say why."""

    def __init__(self, table: MoveTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """With a mark that there is a list."""
        super().paint(painter, option, index)
        painter.drawText(
            option.rect.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, "▾"
        )

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """The list."""
        plan = self._table.plan
        assert plan is not None
        box = QComboBox(parent)
        box.setAccessibleName(self.tr("Destination"))
        model = box.model()
        assert isinstance(model, QStandardItemModel)
        for host, name, reason in self._table.destinations.choices(plan, index.row()):
            box.addItem(name, host)
            if reason:
                row = box.count() - 1
                model.item(row).setEnabled(False)
                box.setItemData(row, reason, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(box.findData(place_of(plan.moves[index.row()])))
        box.activated.connect(lambda _row: self._chosen(box))
        return box

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """It is set when it is made."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """The cell shows the other host once the plan is checked."""
        plan = self._table.plan
        assert isinstance(editor, QComboBox)
        assert plan is not None
        host = editor.currentData()
        if host and host != place_of(plan.moves[index.row()]):
            self._table.wished.emit(Wish(move=index.row(), host=host))
