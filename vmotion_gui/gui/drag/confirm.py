"""The one question after a drop: what will move, how, and what that will take."""

from __future__ import annotations

from collections import deque
from html import escape

import msgspec
from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import words
from vmotion_gui.gui.checks.links import explaining_link
from vmotion_gui.gui.cures.problem import Problem, is_curable, problems_of
from vmotion_gui.gui.glossary.marks import serve_help_key, teach_columns
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.prediction.ahead import LookAhead
from vmotion_gui.gui.prediction.cells import show_estimate, show_forecast
from vmotion_gui.gui.prediction.words import convergence_text
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.drop import DropPlan, PlannedMove, judged_anew
from vmotion_gui.simulation.forecast import Forecast
from vmotion_gui.simulation.status import Estimate

_KEEP = ""
_FROM, _TO = 1, 2
_DURATION, _DOWNTIME = 4, 5


class ConfirmDialog(QDialog):
    """Lists the moves with type, verdict and estimate; Enter starts those that are ticked and possible.

    Estimates come from the engine, one per turn of the event loop, so that the dialog is there at once.

    Signals:
        confirmed(tuple[MigrationSpec, ...]): start these.
        wizard_wanted(bool): choose everything in the wizard; whether the storage moves, too.
        cures_wanted(tuple[Problem, ...]): show what would cure what stands against the moves.
    """

    confirmed = Signal(object)
    wizard_wanted = Signal(bool)
    cures_wanted = Signal(object)

    def __init__(
        self, session: Session, language: Language, theme_manager: ThemeManager, plan: DropPlan, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        serve_help_key(self)
        self._session = session
        self._language = language
        self._theme = theme_manager.theme
        self._moves = list(plan.moves)
        self._pending: deque[int] = deque()
        self._heading = QLabel(self)
        self._heading.setTextFormat(Qt.TextFormat.RichText)
        self._heading.setWordWrap(True)
        self._table = self._make_table()
        self.why = QLabel(self)
        self.why.setWordWrap(True)
        self.why.setVisible(any(move.choice is not None for move in self._moves))
        self._storage = self._make_storage()
        self._priority = self._make_priority()
        self._reasons = QLabel(self)
        self._reasons.setWordWrap(True)
        self._reasons.setTextFormat(Qt.TextFormat.RichText)
        self._reasons.setOpenExternalLinks(True)
        self._outlook = QLabel(self)
        self._outlook.setWordWrap(True)
        self._ahead = LookAhead(session, self)
        self._ahead.known.connect(self._show_ranges)
        self._asked: tuple[MigrationSpec, ...] = ()
        self._curing = False
        self._buttons = self._make_buttons()
        self._arrange(plan)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._estimate_next)
        session.inventory_changed.connect(self._cured)
        self._show_moves()

    # --- parts --------------------------------------------------------------------------------------------------------

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 7, self)
        table.setHorizontalHeaderLabels(
            [
                self.tr("Virtual machine"),
                self.tr("From"),
                self.tr("To"),
                self.tr("Compatibility"),
                self.tr("Duration"),
                self.tr("Downtime"),
                self.tr("Data"),
            ]
        )
        teach_columns(table.horizontalHeader(), {_DURATION: "convergence", _DOWNTIME: "downtime"})
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setAccessibleName(self.tr("Virtual machines to migrate"))
        table.setShowGrid(False)
        table.horizontalHeader().setHighlightSections(False)
        table.itemChanged.connect(self._update_start)
        table.currentCellChanged.connect(self._tell_why)
        return table

    def _make_storage(self) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("Leave it where it is"), _KEEP)
        inventory = self._session.inventory
        hosts = [inventory.hosts[id_] for id_ in {move.spec.host for move in self._moves} if id_]
        if hosts:
            seen = [frozenset(mount.datastore for mount in host.mounts) for host in hosts]
            for mount in hosts[0].mounts:
                datastore = inventory.datastores[mount.datastore]
                if any(datastore.id not in stores for stores in seen):
                    continue
                free = words.quantity(datastore.free_bytes, "bytes")
                box.addItem(self.tr("{name} ({free} free)").format(name=datastore.name, free=free), datastore.id)
        chosen = {move.spec.datastore for move in self._moves}
        if len(chosen) == 1:
            box.setCurrentIndex(max(box.findData(chosen.pop()), 0))
        box.currentIndexChanged.connect(self._storage_chosen)
        return box

    def _make_priority(self) -> QComboBox:
        box = QComboBox(self)
        box.addItem(self.tr("Schedule regular vMotion"), "defaultPriority")
        box.addItem(self.tr("Schedule vMotion with high priority"), "highPriority")
        box.currentIndexChanged.connect(self._look_ahead)
        return box

    def _make_buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._start = buttons.addButton(self.tr("Migrate"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._start.setDefault(True)
        more = buttons.addButton(self.tr("More options…"), QDialogButtonBox.ButtonRole.ResetRole)
        more.setAutoDefault(False)
        more.setToolTip(self.tr("Open the Migrate wizard: storage per disk, networks, priority."))
        more.clicked.connect(self._open_wizard)
        self.cure = buttons.addButton(self.tr("Try the cure…"), QDialogButtonBox.ButtonRole.ResetRole)
        self.cure.setAutoDefault(False)
        self.cure.setToolTip(self.tr("Show what would remove the reasons above, and what else that brings."))
        self.cure.clicked.connect(self._ask_for_cures)
        buttons.accepted.connect(self._accept_moves)
        buttons.rejected.connect(self.reject)
        return buttons

    def _arrange(self, plan: DropPlan) -> None:
        form = QFormLayout()
        storage_only = all(not move.spec.host for move in self._moves)
        if not storage_only:
            form.addRow(self.tr("Storage:"), self._storage)
        self._storage.setVisible(not storage_only)
        form.addRow(self.tr("vMotion priority:"), self._priority)
        layout = QVBoxLayout(self)
        layout.addWidget(self._heading)
        if plan.choice is not None:
            choice = QLabel(self._language.text(plan.choice), self)
            choice.setWordWrap(True)
            layout.addWidget(choice)
        layout.addWidget(self._table)
        layout.addWidget(self.why)
        layout.addWidget(self._reasons)
        layout.addWidget(self._outlook)
        layout.addLayout(form)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(940)

    # --- contents -----------------------------------------------------------------------------------------------------

    def _show_moves(self) -> None:
        first = self._moves[0]
        count = len(self._moves)
        name = self._session.inventory.vms[first.spec.vm].name
        title = (
            self.tr("Migrate | {name}").format(name=name) if count == 1 else self.tr("Migrate | %n VM(s)", "", count)
        )
        self.setWindowTitle(title)
        type_ = words.type_name(first.verdict.type, cross_vcenter=first.verdict.cross_vcenter)
        self._heading.setText(f"<b>{escape(type_)}</b>")
        self._table.blockSignals(True)
        self._table.setRowCount(count)
        for row, move in enumerate(self._moves):
            self._fill(row, move)
        self._table.blockSignals(False)
        header = self._table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for place in (_FROM, _TO):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(70)
        self._table.setFixedHeight(min(30 * count + 36, 260))
        self._tell_why(max(self._table.currentRow(), 0))
        self._show_reasons()
        self._update_start()
        self._ahead.stop()
        self._asked = ()
        self._slowest: Estimate | None = None
        self._show_outlook()
        self._pending = deque(row for row, move in enumerate(self._moves) if move.verdict.possible)
        self._timer.start(0)

    def _fill(self, row: int, move: PlannedMove) -> None:
        inventory = self._session.inventory
        vm = inventory.vms[move.spec.vm]
        source = inventory.hosts[vm.host].name
        target = inventory.hosts[move.spec.host].name if move.spec.host else source
        if move.spec.datastore:
            store = inventory.datastores[vm.home_datastore].name if vm.home_datastore else "–"
            source, target = f"{source} [{store}]", f"{target} [{inventory.datastores[move.spec.datastore].name}]"
        severity = move.verdict.severity
        verdict = f"{words.severity_mark(severity)} {words.severity_name(severity)}"
        waiting = "…" if move.verdict.possible else "–"
        for column, text in enumerate((vm.name, source, target, verdict, waiting, waiting, waiting)):
            item = QTableWidgetItem(text)
            item.setToolTip(self._why(move) if column == _TO and move.choice is not None else text)
            if column == 0:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
                item.setCheckState(Qt.CheckState.Checked if move.verdict.possible else Qt.CheckState.Unchecked)
                if not move.verdict.possible:
                    item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            if column == 3:
                role = (
                    "alert"
                    if severity >= Severity.ERROR
                    else "warning_text"
                    if severity >= Severity.WARNING
                    else "normal"
                )
                item.setForeground(self._theme.color(role))
            self._table.setItem(row, column, item)

    def _tell_why(self, row: int) -> None:
        """Why the VM of the current row goes to its host, where the placement chose it."""
        if 0 <= row < len(self._moves):
            self.why.setText(self._why(self._moves[row]))

    def _why(self, move: PlannedMove) -> str:
        inventory = self._session.inventory
        if move.choice is None or move.spec.host not in inventory.hosts:
            return ""
        text = self.tr("Why {host} for {vm}: {reason}")
        host, vm = inventory.hosts[move.spec.host].name, inventory.vms[move.spec.vm].name
        return text.format(host=host, vm=vm, reason=self._language.text(move.choice))

    def _show_reasons(self) -> None:
        lines: list[str] = []
        for move in self._moves:
            for reason in move.verdict.reasons:
                if reason.severity >= Severity.WARNING:
                    color = self._theme.alert if reason.severity >= Severity.ERROR else self._theme.warning_text
                    text, cure = self._language.text(reason.text), self._language.text(reason.cure)
                    mark = words.severity_mark(reason.severity)
                    sentence = f"<span style='color:{color}'>{mark}</span> {escape(text)} <i>{escape(cure)}</i>"
                    lines.append(f"{sentence} {explaining_link(reason, self._theme)}")
        shown = list(dict.fromkeys(lines))
        more = len(shown) - 6
        if more > 0:
            shown[6:] = [self.tr("+ {count} more").format(count=more)]
        self._reasons.setText("<br>".join(shown) or escape(words.severity_name(Severity.NONE)))
        self.cure.setVisible(is_curable(self._session.checker(), self._problems()))

    def _estimate_next(self) -> None:
        if not self._pending:
            self._timer.stop()
            self._look_ahead()
            return
        row = self._pending.popleft()
        estimate = self._session.backend.estimate(self._moves[row].spec)
        show_estimate(self._table, row, _DURATION, estimate)
        if self._slowest is None or estimate.convergence_ratio > self._slowest.convergence_ratio:
            self._slowest = estimate
            self._show_outlook()

    def _show_outlook(self) -> None:
        profile = words.profile_name(self._session.backend.profile)
        lines = [self.tr("Simulated by the rules of {profile}.").format(profile=profile)]
        if self._slowest is not None:
            lines.insert(0, convergence_text(self._slowest))
        self._outlook.setText("\n".join(line for line in lines if line))

    def _look_ahead(self) -> None:
        """Ranges for what is ticked now, all of it together."""
        chosen = self._chosen()
        if chosen != self._asked and not self._timer.isActive():
            self._asked = chosen
            self._ahead.begin(chosen)

    def _show_ranges(self, forecasts: tuple[Forecast, ...]) -> None:
        for row, forecast in zip(self._rows_chosen(), forecasts, strict=True):
            show_forecast(self._table, row, _DURATION, forecast)

    def _cell(self, row: int, column: int) -> QTableWidgetItem:
        item = self._table.item(row, column)
        assert item is not None, "every cell was filled"
        return item

    # --- answers ------------------------------------------------------------------------------------------------------

    def _storage_chosen(self) -> None:
        datastore = self._storage.currentData()
        self._moves = [
            msgspec.structs.replace(move, spec=msgspec.structs.replace(move.spec, datastore=datastore))
            for move in self._moves
        ]
        self._judge()

    def _judge(self) -> None:
        self._moves = list(judged_anew(self._session.checker(), self._moves))
        self._show_moves()

    def _problems(self) -> tuple[Problem, ...]:
        return problems_of((move.spec, move.verdict) for move in self._moves)

    def _ask_for_cures(self) -> None:
        self._curing = True
        self.cures_wanted.emit(self._problems())

    def _cured(self) -> None:
        """The estate is another one: what was to be cured is judged anew."""
        known = self._session.inventory.vms
        if self._curing and all(move.spec.vm in known for move in self._moves):
            self._curing = False
            self._judge()

    def _rows_chosen(self) -> list[int]:
        return [
            row
            for row, move in enumerate(self._moves)
            if move.verdict.possible and self._cell(row, 0).checkState() is Qt.CheckState.Checked
        ]

    def _chosen(self) -> tuple[MigrationSpec, ...]:
        priority = self._priority.currentData()
        specs = [self._moves[row].spec for row in self._rows_chosen()]
        return tuple(msgspec.structs.replace(spec, priority=priority) for spec in specs)

    def _update_start(self) -> None:
        self._start.setEnabled(bool(self._rows_chosen()))
        self._look_ahead()

    def _accept_moves(self) -> None:
        chosen = self._chosen()
        self.accept()
        self.confirmed.emit(chosen)

    def _open_wizard(self) -> None:
        with_storage = any(move.spec.datastore for move in self._moves)
        self.reject()
        self.wizard_wanted.emit(with_storage)

    def done(self, result: int) -> None:
        """Stop estimating when the dialog closes, whichever way."""
        self._timer.stop()
        self._ahead.stop()
        super().done(result)
