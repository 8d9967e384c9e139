"""The dock of alarms: what is triggered, what to do about it, and the way to its object and its moment."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.alarms.model import ALARM, OBJECT, AlarmsModel
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.text_sized import TextSized
from vmotion_gui.simulation.alarms.log import Key

_WIDTHS = (220, 320, 120, 170, 110)


class AlarmsPane(QWidget):
    """Triggered alarms; a double click goes to the object, in the list of changes to the moment."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.watch = context.alarms
        self.model = AlarmsModel(context, self.watch, self)
        self.table = QTableView(self)
        self.past = QCheckBox(self)
        self.acknowledge = QPushButton(self)
        self.reset = QPushButton(self)
        self._hint = EmptyHint(self.table)
        self._arrange()
        self._connect()
        self._retranslate()

    def _arrange(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        TextSized(table, _WIDTHS, 24)
        header.setSectionResizeMode(ALARM, QHeaderView.ResizeMode.Stretch)
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 4, 6, 0)
        for widget in (self.acknowledge, self.reset):
            bar.addWidget(widget)
        bar.addStretch(1)
        bar.addWidget(self.past)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(table, 1)

    def _connect(self) -> None:
        self.past.toggled.connect(lambda on: self.model.show_past(on=on))
        self.acknowledge.clicked.connect(lambda: self.watch.acknowledge(self._chosen()))
        self.reset.clicked.connect(lambda: self.watch.reset(self._chosen()))
        self.table.activated.connect(self._go_to)
        self.table.customContextMenuRequested.connect(self._menu)
        self.table.selectionModel().selectionChanged.connect(self._enable)
        self.model.modelReset.connect(self._refresh)

    def _refresh(self) -> None:
        self._enable()
        self._hint.setText(
            self.tr("No alarm has been triggered or cleared so far.")
            if self.past.isChecked()
            else self.tr("No alarms are triggered.")
        )
        self._hint.show_if(self.model.rowCount() == 0)

    def _enable(self) -> None:
        possible = bool(self._chosen()) and not self.past.isChecked()
        self.acknowledge.setEnabled(possible)
        self.reset.setEnabled(possible)

    def _chosen(self) -> list[Key]:
        rows = self.table.selectionModel().selectedRows()
        return [self.model.key_at(index.row()) for index in rows]

    def _go_to(self, index: QModelIndex) -> None:
        time_s, object_ = self.model.time_at(index.row()), self.model.key_at(index.row()).object
        session = self._context.session
        if self.past.isChecked() and time_s > -math.inf and session.backend.can_rewind:
            session.pause()
            session.rewind(time_s)
        self._context.selection.select([object_])

    def _menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for button in (self.acknowledge, self.reset):
            action = QAction(button.text(), menu)
            action.setEnabled(button.isEnabled())
            action.triggered.connect(button.click)
            menu.addAction(action)
        menu.popup(self.table.viewport().mapToGlobal(at))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.past.setText(self.tr("What was triggered and cleared so far"))
        self.acknowledge.setText(self.tr("Acknowledge"))
        self.acknowledge.setToolTip(self.tr("You have seen it: it stays in the list, and its object loses the mark."))
        self.reset.setText(self.tr("Reset To Green"))
        self.reset.setToolTip(self.tr("Back to normal by hand, until it is triggered anew."))
        self.table.setAccessibleName(self.tr("Triggered alarms"))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, OBJECT, self.model.columnCount() - 1)
        self._refresh()
