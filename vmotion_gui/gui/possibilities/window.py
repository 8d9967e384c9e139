"""The window "Who can go where"."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.possibilities.causes import CausesModel
from vmotion_gui.gui.possibilities.details import Details
from vmotion_gui.gui.possibilities.judging import Judging
from vmotion_gui.gui.possibilities.model import PossibilitiesModel
from vmotion_gui.gui.possibilities.table import PossibilitiesTable

_AFTER_A_CHANGE_MS = 300
"""Several changes of the estate are judged once; of an estate that changes all the time, what is in sight."""
_SIZE = (1600, 900)


class PossibilitiesWindow(QDialog):
    """All VMs against all hosts, why not, and what would help; it follows the estate while it is open.

    Signals:
        cure_wanted(Problem): somebody wants to see what would cure this.
        migration_wanted(str, str): this VM is to go to this host.
    """

    cure_wanted = Signal(object)
    migration_wanted = Signal(str, str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Window)
        self._context = context
        self.judging = Judging(self)
        self.model = PossibilitiesModel(self.judging, self)
        self.causes = CausesModel(self.judging, context.language, self)
        self.table = PossibilitiesTable(self.model, context.themes, self)
        self.cause_table = self._make_cause_table()
        self.details = Details(context, self.judging, self)
        self.vm_filter, self.host_filter = QLineEdit(self), QLineEdit(self)
        self.counts = QLabel(self)
        self.progress = QProgressBar(self)
        self.stop = QPushButton(self)
        self.everything = QPushButton(self)
        self._rule = ""
        self._stale = QTimer(self)
        self._stale.setSingleShot(True)
        self._stale.setInterval(_AFTER_A_CHANGE_MS)
        self._arrange()
        self._connect()
        self._name()
        room = parent.window().size()
        self.resize(min(_SIZE[0], max(room.width() - 30, 800)), min(_SIZE[1], max(room.height() - 40, 500)))

    def _make_cause_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self.causes)
        table.verticalHeader().hide()
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setTabKeyNavigation(False)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() * 2 + 10)
        return table

    def _arrange(self) -> None:
        top = QHBoxLayout()
        for widget, stretch in ((self.vm_filter, 2), (self.host_filter, 2), (self.counts, 3)):
            top.addWidget(widget, stretch)
        self.progress.setFixedWidth(180)
        top.addWidget(self.progress)
        top.addWidget(self.stop)
        self.stop.setAutoDefault(False)
        self.everything.setAutoDefault(False)
        self.everything.setEnabled(False)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 4, 0)
        column.addWidget(self.cause_table, 1)
        column.addWidget(self.everything)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        for part, stretch in ((left, 0), (self.table, 1), (self.details, 0)):
            split.addWidget(part)
            split.setStretchFactor(split.count() - 1, stretch)
        split.setSizes([320, 560, 330])
        split.setChildrenCollapsible(False)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(split, 1)

    def _connect(self) -> None:
        session = self._context.session
        self.vm_filter.textChanged.connect(self._filter)
        self.host_filter.textChanged.connect(self._filter)
        self.cause_table.selectionModel().currentRowChanged.connect(self._narrow)
        self.everything.clicked.connect(self._widen)
        self.table.cell_chosen.connect(self._tell)
        self.table.cluster_toggled.connect(self._toggle)
        self.details.reasons.cure_wanted.connect(self.cure_wanted)
        self.details.migration_wanted.connect(self.migration_wanted)
        self.judging.progressed.connect(self._show_progress)
        self.stop.clicked.connect(self._stop_or_go_on)
        self._stale.timeout.connect(self._judge_again)
        session.inventory_changed.connect(self._changed)
        session.opened.connect(self._changed)
        session.submitted.connect(self._look_for_busy)
        session.migrations_changed.connect(self._look_for_busy)
        self._context.language.changed.connect(self._retell)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Who can go where"))
        self.vm_filter.setPlaceholderText(self.tr("Filter virtual machines"))
        self.host_filter.setPlaceholderText(self.tr("Filter hosts and clusters"))
        for field in (self.vm_filter, self.host_filter):
            field.setAccessibleName(field.placeholderText())
            field.setClearButtonEnabled(True)
        self.everything.setText(self.tr("Show all virtual machines"))
        self.progress.setAccessibleName(self.tr("Virtual machines checked"))
        self.cause_table.setAccessibleName(self.tr("Reasons"))

    def _retell(self, _code: str) -> None:
        self._name()
        self.causes.forget()
        self._show_progress()
        index = self.table.currentIndex()
        self._tell(index.row(), index.column())

    def reveal(self, vm: str) -> None:
        """Make a VM's row the current one, if it is shown."""
        row = self.model.row_of(vm)
        if row >= 0 and self.table.currentIndex().row() != row:
            index = self.model.index(row, 0)
            self.table.setCurrentIndex(index)
            self.table.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)

    # --- judging --------------------------------------------------------------------------------------------

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        checker, session = self.judging.checker, self._context.session
        same = checker is not None and checker.inventory is session.inventory
        if not same or session.busy_vms().keys() != self.judging.busy.keys():
            self._judge_again()
        elif self.judging.running:
            self.judging.resume()

    def hideEvent(self, event: QHideEvent) -> None:
        self._stale.stop()
        self.judging.stop()
        super().hideEvent(event)

    def _changed(self) -> None:
        if self.isVisible() and not self._stale.isActive():
            self._stale.start()

    def _look_for_busy(self) -> None:
        """A VM that begins or ends a migration is judged otherwise, though the estate is the same."""
        if self.isVisible() and self._context.session.busy_vms().keys() != self.judging.busy.keys():
            self._changed()

    def _judge_again(self) -> None:
        session = self._context.session
        first = self.judging.checker is None
        vm, place = self._chosen_ids()
        busy = {id_: self.tr("Relocate virtual machine") for id_ in session.busy_vms()}
        self.judging.begin(session.checker(), busy)
        self.model.reset(first=first)
        self.causes.forget()
        if self._rule or self.vm_filter.text() or self.host_filter.text():
            self._filter()
        self._choose(vm, place)

    def _chosen_ids(self) -> tuple[str, str]:
        index = self.table.currentIndex()
        if not index.isValid() or self.judging.checker is None:
            return "", ""
        return self.model.vm_id(index.row()), self.model.host_id(index.column())

    def _choose(self, vm: str, host: str) -> None:
        """Make the cell of these the current one again, if it is still there."""
        row, column = self.model.row_of(vm), self.model.column_of(host)
        if row >= 0 and column >= 0:
            self.table.setCurrentIndex(self.model.index(row, column))
        else:
            self.details.say_nothing()

    def _show_progress(self) -> None:
        matrix, number = self.judging.matrix, QLocale().toString
        if matrix is None:
            return
        total = len(matrix.vm_ids)
        self.progress.setRange(0, max(total, 1))
        self.progress.setValue(matrix.judged)
        self.progress.setVisible(not matrix.done)
        self.stop.setVisible(not matrix.done)
        self.stop.setText(self.tr("Cancel") if self.judging.running else self.tr("Continue"))
        text = self.tr("{vms} VMs × {hosts} hosts: ✓ {able} · ⚠ {cautioned} · ✕ {unable}")
        hosts = len(self.model.inventory.hosts)
        pairs = {"able": matrix.able, "cautioned": matrix.cautioned, "unable": matrix.unable}
        self.counts.setText(
            text.format(vms=number(total), hosts=number(hosts), **{name: number(n) for name, n in pairs.items()})
        )
        self._refresh_causes()
        if matrix.done and self._rule:
            self._filter()

    def _refresh_causes(self) -> None:
        picked = self.cause_table.selectionModel()
        picked.blockSignals(True)
        self.causes.refresh()
        row = self.causes.row_of(self._rule) if self._rule else -1
        if row >= 0:
            flags = QItemSelectionModel.SelectionFlag
            picked.setCurrentIndex(self.causes.index(row, 0), flags.ClearAndSelect | flags.Rows)
        picked.blockSignals(False)

    def _stop_or_go_on(self) -> None:
        if self.judging.running:
            self.judging.pause()
        else:
            self.judging.resume()

    # --- choosing -------------------------------------------------------------------------------------------

    def _filter(self) -> None:
        vm, host = self._chosen_ids() if self.table.currentIndex().isValid() else ("", "")
        self.model.filter(self.vm_filter.text(), self.host_filter.text(), self._rule)
        self._choose(vm, host)

    def _narrow(self) -> None:
        row = self.cause_table.currentIndex().row()
        self._rule = self.causes.rule(row) if row >= 0 else ""
        self.everything.setEnabled(bool(self._rule))
        self._filter()

    def _widen(self) -> None:
        self.cause_table.clearSelection()
        self.cause_table.setCurrentIndex(self.causes.index(-1, 0))
        self._rule = ""
        self.everything.setEnabled(False)
        self._filter()

    def _toggle(self, section: int) -> None:
        index = self.table.currentIndex()
        row, cluster = index.row(), self.model.columns[section].cluster
        self.model.toggle(section, self.host_filter.text())
        column = next(k for k, held in enumerate(self.model.columns) if held.cluster == cluster)
        if row >= 0:
            self.table.setCurrentIndex(self.model.index(row, column))

    def _tell(self, row: int, column: int) -> None:
        if row < 0 or column < 0:
            self.details.say_nothing()
            return
        vm, host = self.model.vm_id(row), self.model.host_id(column)
        if host:
            self.details.tell_host(vm, host)
        else:
            assert self.judging.matrix is not None
            cluster = self.judging.matrix.cluster_ids[self.model.columns[column].cluster]
            self.details.tell_cluster(vm, cluster, self.model.place_name(column))
