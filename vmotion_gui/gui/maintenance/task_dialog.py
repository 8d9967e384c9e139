"""The VMs that keep a host from maintenance mode: how each stands, why, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QProgressBar,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.compatibility.failover import in_service
from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.opening import open_cures
from vmotion_gui.gui.cures.problem import Problem, is_curable
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.maintenance import wording
from vmotion_gui.gui.tasks.cells import ID_ROLE
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.simulation.tasks.store_files import relocation
from vmotion_gui.simulation.tasks.task import Blocker, TaskStatus

_VM, _STATE, _REASON, _CURE = range(4)
_ORDER = {"recommended": 1, "migrating": 2}
"""What is blocked stands above what is not."""
_THOUSAND = 1000
_PADDING = 8


class HostTaskDialog(QDialog):
    """Follows a task to its end; recommendations are applied here, and the task is cancelled."""

    def __init__(self, context: Context, task: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(900, 420)
        self._context = context
        self._task = task
        self.head = QLabel(self)
        self.head.setWordWrap(True)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, _THOUSAND)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.table = self._table()
        self._hint = EmptyHint(self.table)
        self._hint.setText(self.tr("No virtual machine is in the way."))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        role = QDialogButtonBox.ButtonRole.ActionRole
        self.apply = self.buttons.addButton(self.tr("&Apply Recommendations"), role)
        self.cancel = self.buttons.addButton(self.tr("&Cancel Task"), role)
        self.cure = self.buttons.addButton(self.tr("C&ures…"), role)
        self.cure.setEnabled(False)
        self.cure.setToolTip(self.tr("Changes of the estate that would let the chosen virtual machine leave."))
        self.cure.clicked.connect(self._cure)
        self.apply.clicked.connect(lambda: context.commands.apply_recommendations(self._task))
        self.cancel.clicked.connect(lambda: context.commands.cancel_task(self._task))
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.head, self.bar, self.table, self.buttons):
            layout.addWidget(widget)
        context.session.tasks_changed.connect(self.refresh)
        context.session.opened.connect(self.refresh)
        self.refresh()

    def _table(self) -> QTableWidget:
        table = QTableWidget(0, 4, self)
        table.setHorizontalHeaderLabels(
            [self.tr("Virtual Machine"), self.tr("State"), self.tr("Reason"), self.tr("What to do")]
        )
        table.setAccessibleName(self.tr("Virtual machines that are still there"))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.verticalHeader().hide()
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column, width in ((_VM, 130), (_STATE, 110)):
            table.setColumnWidth(column, width)
        for column in (_REASON, _CURE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.itemDoubleClicked.connect(self._go_to)
        table.itemSelectionChanged.connect(self._offer_cures)
        return table

    def refresh(self) -> None:
        """Show the task as it stands now; close where it is not (yet) in this moment's history."""
        task = self._context.session.backend.tasks().get(self._task)
        if task is None:
            self.close()
            return
        self.setWindowTitle(f"{wording.task_name(task)}: {self._context.name(task.target)}")
        self.head.setText(f"{wording.state_name(task)}. {wording.details(task, self._context.language)}")
        self.bar.setValue(round(task.progress * _THOUSAND))
        self.bar.setVisible(not task.ended)
        self.apply.setEnabled(bool(task.recommendations) and not task.ended)
        self.cancel.setEnabled(not task.ended)
        self._fill(task)

    def _fill(self, task: TaskStatus) -> None:
        shown = sorted(task.blockers, key=lambda blocker: _ORDER.get(blocker.kind, 0))
        rows = [self._cells(blocker) for blocker in shown]
        if rows != [self._shown(row) for row in range(self.table.rowCount())]:
            self.table.setRowCount(len(rows))
            for row, (blocker, texts) in enumerate(zip(shown, rows, strict=True)):
                for column, text in enumerate(texts):
                    item = QTableWidgetItem(text)
                    item.setData(ID_ROLE, blocker.vm)
                    item.setToolTip(self._all_reasons(blocker) if column == _REASON else text)
                    self.table.setItem(row, column, item)
            self._fit_rows()
            self._offer_cures()
        self._hint.show_if(not rows)

    def _fit_rows(self) -> None:
        self.table.resizeRowsToContents()
        for row in range(self.table.rowCount()):
            self.table.setRowHeight(row, self.table.rowHeight(row) + _PADDING)

    # --- cures ------------------------------------------------------------------------------------------------

    def _problems(self) -> list[Problem]:
        """What stands against the chosen VM, each against the host that it is about."""
        task = self._context.session.backend.tasks().get(self._task)
        item = self.table.item(self.table.currentRow(), _VM)
        if task is None or item is None or not self.table.selectedItems():
            return []
        blockers = [blocker for blocker in task.blockers if blocker.vm == item.data(ID_ROLE)]
        if task.datastore:
            return [problem for blocker in blockers for problem in self._storage_problems(blocker, task.datastore)]
        return [
            Problem(MigrationSpec(vm=blocker.vm, host=host), reason)
            for blocker in blockers
            for reason in blocker.reasons
            if (host := self._host_of(reason, task.host))
        ]

    def _storage_problems(self, blocker: Blocker, datastore: str) -> list[Problem]:
        """What stands against the datastores that a VM's files could go to."""
        inventory = self._context.session.inventory
        vm = inventory.vms.get(blocker.vm)
        near = [store.id for store in inventory.datastores.values() if store.id != datastore]
        found = []
        for reason in blocker.reasons if vm is not None else ():
            target = next((id_ for id_ in (*reason.objects, *near) if id_ in near), "")
            if vm is not None and target:
                found.append(Problem(relocation(vm, (datastore,), target), reason))
        return found

    def _host_of(self, reason: Reason, source: str) -> str:
        """The host that a reason speaks about; else the first other one in service in the cluster."""
        inventory = self._context.session.inventory
        named = [id_ for id_ in reason.objects if id_ in inventory.hosts and id_ != source]
        near = [id_ for id_ in inventory.hosts_in(inventory.hosts[source].cluster) if id_ != source]
        return next((id_ for id_ in (*named, *near) if in_service(inventory.hosts[id_])), "")

    def _offer_cures(self) -> None:
        self.cure.setEnabled(is_curable(self._context.session.checker(), self._problems()))

    def _cure(self) -> None:
        open_cures(self._context, self._problems(), self)

    def _cells(self, blocker: Blocker) -> list[str]:
        language = self._context.language
        return [
            self._context.name(blocker.vm),
            wording.blocker_state(blocker),
            language.text(blocker.text),
            language.text(blocker.cure),
        ]

    def _all_reasons(self, blocker: Blocker) -> str:
        """What stands against each host, where that is known; of each rule the first."""
        texts = [self._context.language.text(reason.text) for reason in blocker.reasons]
        return "\n".join(texts) or self._context.language.text(blocker.text)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_rows()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_rows()

    def _shown(self, row: int) -> list[str]:
        items = (self.table.item(row, column) for column in range(self.table.columnCount()))
        return [item.text() if item is not None else "" for item in items]

    def _go_to(self, item: QTableWidgetItem) -> None:
        self._context.selection.select([item.data(ID_ROLE)])
