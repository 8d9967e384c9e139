"""The dock of events: filter, list, and the way back to the moment of an event."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.tasks import events_model as columns
from vmotion_gui.gui.tasks.events_model import EventsModel
from vmotion_gui.gui.tasks.export import ask_and_write, write_table
from vmotion_gui.gui.text_sized import TextSized

_LEVEL_CHOICES = (("info", "warning", "error"), ("warning", "error"), ("error",))
_FILTER_AFTER_MS = 200
_WIDTHS = (520, 100, 130, 150, 190)


class EventsPane(QWidget):
    """What happened, newest first; a double click goes to the moment."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, fixed_object: bool = False) -> None:
        """With `fixed_object` the pane shows one object's events and lets nobody choose that."""
        super().__init__(parent)
        self._context = context
        self._fixed = fixed_object
        self.model = EventsModel(context, self)
        self.text = QLineEdit(self)
        self.level = QComboBox(self)
        self.only_selected = QCheckBox(self)
        self.export = QToolButton(self)
        self.table = QTableView(self)
        self._hint = EmptyHint(self.table)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_FILTER_AFTER_MS)
        self._arrange()
        self._connect()
        self._retranslate()

    def _arrange(self) -> None:
        self.text.setClearButtonEnabled(True)
        for choice in _LEVEL_CHOICES:
            self.level.addItem("", choice)
        self.only_selected.setVisible(not self._fixed)
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 4, 6, 0)
        bar.setSpacing(8)
        bar.addWidget(self.text, 1)
        bar.addWidget(self.level)
        bar.addWidget(self.only_selected)
        bar.addWidget(self.export)
        table = self.table
        table.setModel(self.model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        TextSized(table, _WIDTHS, 24)
        header.setSectionResizeMode(columns.DESCRIPTION, QHeaderView.ResizeMode.Stretch)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(table, 1)

    def _connect(self) -> None:
        self.text.textChanged.connect(self._typed)
        self._timer.timeout.connect(self._filter)
        self.level.currentIndexChanged.connect(self._filter)
        self.only_selected.toggled.connect(self._filter)
        self.export.clicked.connect(self._export)
        self.table.doubleClicked.connect(self._go_to)
        if not self._fixed:
            self._context.selection.changed.connect(self._filter)
        for signal in (self.model.modelReset, self.model.rowsInserted):
            signal.connect(self._update_hint)

    def _typed(self) -> None:
        self._timer.start()

    def _filter(self) -> None:
        self._timer.stop()
        self.model.set_filter(text=self.text.text(), levels=self.level.currentData())
        if not self._fixed:
            shown = self._context.selection.current if self.only_selected.isChecked() else ""
            self.model.set_filter(object_id=shown)

    def show_object(self, id_: str) -> None:
        """Only the events of an object."""
        self.model.set_filter(object_id=id_)

    def _go_to(self, index: QModelIndex) -> None:
        event = self.model.event_at(index)
        session = self._context.session
        if event is None or not session.backend.can_rewind:
            return
        session.pause()
        session.rewind(event.time_s)
        if event.migration:
            self._context.selection.show_migration(event.migration)

    def _export(self) -> None:
        ask_and_write(self, self.tr("Events"), lambda path: write_table(self.model, path))

    # --- words ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.text.setPlaceholderText(self.tr("Filter events"))
        self.text.setAccessibleName(self.tr("Filter events"))
        texts = (self.tr("All severities"), self.tr("Warnings and errors"), self.tr("Errors"))
        for row, text in enumerate(texts):
            self.level.setItemText(row, text)
        self.level.setAccessibleName(self.tr("Severity"))
        self.only_selected.setText(self.tr("Selected object only"))
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(self.tr("Write the events that are shown as a table for other programs (CSV)."))
        self.table.setAccessibleName(self.tr("Events"))
        self.table.setToolTip(self.tr("Double-click an event to go to its moment."))
        self._hint.setText(self.tr("No events to show."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns.TYPE)
        self.model.rebuild()
        self._update_hint()

    def _update_hint(self) -> None:
        self._hint.show_if(self.model.rowCount() == 0)
