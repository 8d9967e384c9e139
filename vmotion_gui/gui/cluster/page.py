"""The page "vSphere DRS" of a cluster: score, imbalance, recommendations, and what would be after a failure."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.compatibility.failover import failover_room
from vmotion_gui.gui import words
from vmotion_gui.gui.cluster import wording
from vmotion_gui.gui.cluster.automation import DrsAutomation
from vmotion_gui.gui.cluster.ha_dialog import HaDialog
from vmotion_gui.gui.cluster.rules_dialog import RulesDialog
from vmotion_gui.gui.cluster.run import DrsRunner
from vmotion_gui.gui.cluster.settings_row import DrsSettingsRow
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.glossary.marks import mark
from vmotion_gui.inventory.entities import Cluster
from vmotion_gui.planning.drs.cost import HORIZON_S
from vmotion_gui.planning.drs.recommend import DrsResult
from vmotion_gui.simulation.drs_limit import INITIATOR

_TABLE_PX = 150
_PRIORITY, _MOVE, _REASON, _DURATION, _GAIN, _COST = range(6)


class DrsPage(QWidget):
    """Follows one cluster; asked anew whenever it changes."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "drs")
        self._context = context
        self._cluster = ""
        self.runner = DrsRunner(context, self)
        self.runner.finished.connect(self._fill)
        self.automation = DrsAutomation(context.session, self)
        self.automation.changed.connect(self._show_automation)
        self.score, self.details, self.failover = QLabel(self), QLabel(self), QLabel(self)
        self.score.setObjectName("objectName")
        for label in (self.details, self.failover):
            label.setWordWrap(True)
        self.settings = DrsSettingsRow(context, self)
        self.acts = QCheckBox(self)
        self.acts.toggled.connect(self.automation.switch)
        self.scenario = QComboBox(self)
        self.scenario.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.scenario.activated.connect(self._ask)
        self.table = self._make_table()
        self._hint = EmptyHint(self.table)
        self.run_now, self.apply, self.apply_all = QPushButton(self), QPushButton(self), QPushButton(self)
        self.rules, self.ha = QPushButton(self), QPushButton(self)
        self.run_now.clicked.connect(self._ask)
        self.apply.clicked.connect(self._apply_selected)
        self.apply_all.clicked.connect(lambda: self._apply(range(self.table.rowCount())))
        self.rules.clicked.connect(self.edit_rules)
        self.ha.clicked.connect(self.edit_ha)
        self._lay_out()

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 6, self)
        table.setMinimumHeight(_TABLE_PX)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        for column in (_PRIORITY, _DURATION, _GAIN, _COST):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        for column in (_MOVE, _REASON):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        table.itemSelectionChanged.connect(self._offer)
        return table

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self.score)
        top.addStretch(1)
        top.addWidget(self.scenario)
        top.addWidget(self.run_now)
        bottom = QHBoxLayout()
        bottom.addWidget(self.rules)
        bottom.addWidget(self.ha)
        bottom.addStretch(1)
        bottom.addWidget(self.apply)
        bottom.addWidget(self.apply_all)
        content = QWidget(self)
        rows = QVBoxLayout(content)
        rows.addLayout(top)
        rows.addWidget(self.details)
        rows.addWidget(self.failover)
        rows.addWidget(self.table, 1)
        rows.addLayout(bottom)
        rows.addWidget(self.settings)
        rows.addWidget(self.acts)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(content)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)

    # --- what is shown --------------------------------------------------------------------------------------

    def show_cluster(self, cluster: Cluster) -> None:
        """Ask DRS about a cluster as it is now."""
        other = cluster.id != self._cluster
        self._cluster = cluster.id
        inventory, chosen = self._context.session.inventory, "" if other else self.scenario.currentData()
        hosts = sorted(inventory.hosts_in(cluster.id), key=self._context.name)
        self.scenario.clear()
        self.scenario.addItem(self.tr("As it is now"), "")
        for host in hosts:
            self.scenario.addItem(self.tr("After {host} fails").format(host=self._context.name(host)), host)
        self.scenario.setCurrentIndex(max(0, self.scenario.findData(chosen)))
        self.settings.show_cluster(cluster)
        if other:
            self.runner.drop()
            self.table.setRowCount(0)
        self._ask()

    def _ask(self) -> None:
        if self._cluster in self._context.session.inventory.clusters:
            self.runner.ask(self._cluster, self.scenario.currentData() or "")

    def _fill(self) -> None:
        result = self.runner.result
        inventory = self._context.session.inventory
        if result is None or result.cluster not in inventory.clusters:
            return
        failure = self.runner.failure
        after = inventory if failure is None else failure.inventory
        self.score.setText(self.tr("DRS score (estimated): {score}").format(score=wording.percent(result.before.score)))
        self.details.setText(f"{wording.score_text(result.before, result.after)}\n{wording.bucket_text(result.before)}")
        room = failover_room(after, after.clusters[result.cluster])
        lines = [self._context.language.text(problem) for problem in result.problems]
        if room.enough:
            reason = self._context.language.text(room.reason)
            lines.insert(0, f"HA: {reason}" if room.active else reason)
        if failure is not None:
            text = self.tr("HA restarts {restarted} virtual machines on other hosts; {stopped} stay off.")
            lines.insert(0, text.format(restarted=len(failure.restarted), stopped=len(failure.stopped)))
        self.failover.setText("\n".join(lines))
        self._fill_table(result)

    def _fill_table(self, result: DrsResult) -> None:
        moves = result.recommendations
        self.table.setRowCount(len(moves))
        for row, move in enumerate(moves):
            texts = (
                str(move.priority),
                wording.move_text(self._context, move),
                wording.reason_text(self._context, move),
                words.quantity(move.duration_s, "seconds"),
                words.quantity(move.gain_vms * HORIZON_S, "seconds"),
                words.quantity(move.cost_vms * HORIZON_S, "seconds"),
            )
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        self._hint.show_if(not moves)
        self._offer()

    def _offer(self) -> None:
        real = self.runner.failure is None
        self.apply.setEnabled(real and bool(self.table.selectedItems()))
        self.apply_all.setEnabled(real and self.table.rowCount() > 0)

    def _show_automation(self) -> None:
        self.acts.blockSignals(True)
        self.acts.setChecked(self.automation.on)
        self.acts.blockSignals(False)

    # --- acting ---------------------------------------------------------------------------------------------

    def _apply_selected(self) -> None:
        self._apply(sorted({item.row() for item in self.table.selectedItems()}))

    def _apply(self, rows: range | list[int]) -> None:
        result = self.runner.result
        if result is not None and self.runner.failure is None:
            specs = [result.recommendations[row].spec for row in rows]
            self._context.commands.migrate(specs, INITIATOR)
            self._ask()

    def edit_rules(self) -> RulesDialog:
        """Open the editor of the cluster's rules."""
        dialog = RulesDialog(self._context, self._cluster, self)
        dialog.open()
        return dialog

    def edit_ha(self) -> HaDialog:
        """Open the settings of HA."""
        dialog = HaDialog(self._context, self._cluster, self)
        dialog.open()
        return dialog

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.acts.setText(self.tr("DRS acts every five minutes of simulated time where it is fully automated"))
        self.acts.setToolTip(
            self.tr("Its migrations stand in the history like all others; going back takes them back.")
        )
        self.run_now.setText(self.tr("Run &DRS Now"))
        self.apply.setText(self.tr("Apply &Selected"))
        self.apply_all.setText(self.tr("&Apply Recommendations"))
        self.rules.setText(self.tr("VM/Host &Rules…"))
        self.ha.setText(self.tr("&HA Settings…"))
        self.scenario.setAccessibleName(self.tr("What if"))
        self.table.setAccessibleName(self.tr("DRS recommendations"))
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Priority"),
                self.tr("Recommendation"),
                self.tr("Reason"),
                self.tr("Duration"),
                self.tr("Gain"),
                self.tr("Cost"),
            ]
        )
        tip = self.tr("Seconds in which one average virtual machine gets all its performance, over one hour.")
        for column in (_GAIN, _COST):
            header = self.table.horizontalHeaderItem(column)
            assert header is not None, "set just above"
            header.setToolTip(tip)
        self._hint.setText(self.tr("DRS has no recommendations at this migration threshold."))
        self.settings.retranslate()
