"""The dock of recent tasks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.tasks import cells as columns
from vmotion_gui.gui.tasks.export import ask_and_write, write_table
from vmotion_gui.gui.tasks.host_tasks import task_offer
from vmotion_gui.gui.tasks.model import TasksModel
from vmotion_gui.gui.tasks.progress import ProgressDelegate
from vmotion_gui.gui.text_sized import TextSized
from vmotion_gui.simulation.status import MigrationStatus, Phase
from vmotion_gui.simulation.tasks.task import TaskStatus

_WIDTHS = (180, 110, 225, 340, 70, 85, 120, 165, 145)


class TasksPane(QWidget):
    """Recent tasks: what runs, what came of it, cancel and Move back.

    Signals:
        opened(str): the migration of a task is wanted in full.
        task_opened(str): a host's task is.
    """

    opened = Signal(str)
    task_opened = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.model = TasksModel(context, self)
        self.table = QTableView(self)
        self._delegate = ProgressDelegate(context)
        self._hint = EmptyHint(self.table)
        self.filter, self.export = QLineEdit(self), QToolButton(self)
        self._configure()
        self._arrange()
        self._connect()
        self._retranslate()

    def _configure(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setItemDelegateForColumn(columns.STATUS, self._delegate)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(False)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        TextSized(table, _WIDTHS, 26)
        header.setSectionResizeMode(columns.DETAILS, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(60)
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _arrange(self) -> None:
        self.filter.setClearButtonEnabled(True)
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 4, 6, 0)
        bar.setSpacing(8)
        bar.addWidget(self.filter, 1)
        bar.addWidget(self.export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.table)

    def _connect(self) -> None:
        self.filter.textChanged.connect(self.model.filter)
        self.export.clicked.connect(self._export)
        self.table.selectionModel().currentRowChanged.connect(self._chosen)
        self.table.clicked.connect(self._clicked)
        self.table.doubleClicked.connect(self._opened)
        self.table.customContextMenuRequested.connect(self._menu)
        self._context.selection.migration_changed.connect(self._show_migration)
        for signal in (self.model.modelReset, self.model.rowsInserted):
            signal.connect(self._update_hint)

    def show_object(self, id_: str) -> None:
        """Only the tasks of an object."""
        self.model.show_object(id_)

    # --- choosing -------------------------------------------------------------------------------------------

    def _chosen(self, index: QModelIndex) -> None:
        status = self.model.status_at(index)
        if status is not None:
            self._context.selection.show_migration(status.id)

    def _show_migration(self, migration: str) -> None:
        row = self.model.row_of(migration)
        if row >= 0 and self.table.currentIndex().row() != row:
            self.table.selectRow(row)

    def _opened(self, index: QModelIndex) -> None:
        status, task = self.model.status_at(index), self.model.task_at(index)
        if task is not None and index.column() != columns.ACTION:
            self._context.selection.select([task.target])
            self.task_opened.emit(task.id)
        if status is not None and index.column() != columns.ACTION:
            self._context.selection.select([status.vm])
            self.opened.emit(status.id)

    # --- acting ---------------------------------------------------------------------------------------------

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == columns.ACTION:
            self._act(index)

    def _act(self, index: QModelIndex) -> None:
        status, task = self.model.status_at(index), self.model.task_at(index)
        if task is not None:
            self._act_on_task(task)
        if status is None:
            return
        offer = self.model.offer(status)
        if offer.kind == "cancel":
            self._context.commands.cancel(status.id)
        elif offer.kind == "back":
            self._context.commands.move_back(status.id)
        elif offer.kind == "retry":
            self._context.commands.migrate((status.spec,))

    def _act_on_task(self, task: TaskStatus) -> None:
        kind = task_offer(task).kind
        if kind == "apply":
            self._context.commands.apply_recommendations(task.id)
        elif kind == "cancel":
            self._context.commands.cancel_task(task.id)

    def _menu(self, position: QPoint) -> None:
        # the menu key asks at the table's middle, where no row may be
        index = at if (at := self.table.indexAt(position)).isValid() else self.table.currentIndex()
        status, task = self.model.status_at(index), self.model.task_at(index)
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if task is not None:
            self._fill_for_task(menu, task)
        elif status is not None:
            self._fill_for_migration(menu, status, index)
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(self.table.viewport().mapToGlobal(position))

    def _fill_for_task(self, menu: QMenu, task: TaskStatus) -> None:
        commands = self._context.commands
        apply = menu.addAction(self.tr("Apply Recommendations"))
        apply.setEnabled(bool(task.recommendations) and not task.ended)
        apply.triggered.connect(lambda: commands.apply_recommendations(task.id))
        cancel = menu.addAction(self.tr("Cancel"))
        cancel.setEnabled(not task.ended)
        cancel.triggered.connect(lambda: commands.cancel_task(task.id))
        menu.addAction(self.tr("VMs that are still there…")).triggered.connect(lambda: self.task_opened.emit(task.id))
        go = menu.addAction(self.tr("Go to the host") if task.host else self.tr("Go to the datastore"))
        go.triggered.connect(lambda: self._context.selection.select([task.target]))

    def _fill_for_migration(self, menu: QMenu, status: MigrationStatus, index: QModelIndex) -> None:
        offer = self.model.offer(status)
        if offer.text:
            menu.addAction(offer.text).triggered.connect(lambda: self._act(index))
        self._fill_for_all(menu)
        go = menu.addAction(self.tr("Go to the virtual machine"))
        go.triggered.connect(lambda: self._context.selection.select([status.vm]))

    def _fill_for_all(self, menu: QMenu) -> None:
        waiting = self._ids_of(lambda status: status.phase is Phase.QUEUED)
        running = self._ids_of(lambda status: status.phase not in (Phase.QUEUED, Phase.ROLLING_BACK))
        for text, ids, wanted in (
            (self.tr("Cancel all that wait ({count})"), waiting, len(waiting) > 0),
            # those that wait go first: none of them shall start in a place that becomes free
            (self.tr("Cancel all migrations ({count})"), waiting + running, len(waiting + running) > 1),
        ):
            if wanted:
                action = menu.addAction(text.format(count=len(ids)))
                action.triggered.connect(lambda _checked=False, ids=ids: self._cancel(ids))

    def _ids_of(self, wanted: Callable[[MigrationStatus], bool]) -> list[str]:
        migrations = self._context.session.backend.migrations()
        return [id_ for id_, status in migrations.items() if not status.phase.ended and wanted(status)]

    def _cancel(self, ids: Sequence[str]) -> None:
        migrations = self._context.session.backend.migrations()
        for id_ in ids:
            # time has gone on since the menu opened
            if not migrations[id_].phase.ended:
                self._context.commands.cancel(id_)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete and self.table.currentIndex().isValid():
            self._act(self.table.currentIndex())
        else:
            super().keyPressEvent(event)

    # --- words ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Recent tasks"))
        self.filter.setPlaceholderText(self.tr("Filter tasks"))
        self.filter.setAccessibleName(self.tr("Filter tasks"))
        self.export.setText(self.tr("Export…"))
        self.export.setToolTip(self.tr("Write the tasks that are shown as a table for other programs (CSV)."))
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns.ACTION)
        self.table.viewport().update()
        self._update_hint()

    def _export(self) -> None:
        ask_and_write(self, self.tr("Recent tasks"), lambda path: write_table(self.model, path))

    def _update_hint(self) -> None:
        first = self.tr("No tasks yet. Drag a VM to another host to start a migration.")
        self._hint.setText(self.tr("No task fits the filter.") if self.filter.text().strip() else first)
        self._hint.show_if(self.model.rowCount() == 0)
