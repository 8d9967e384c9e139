"""HA and its admission control, with what they come to as they are set."""

from __future__ import annotations

import msgspec
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.compatibility.failover import failover_room
from vmotion_gui.gui.cluster.checked_list import CheckedList
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.inventory.entities import DasConfig

_POLICIES = ("failoverLevel", "failoverResources", "failoverHost")


class HaDialog(QDialog):
    """Edits a cluster's HA; OK makes it one undoable edit."""

    def __init__(self, context: Context, cluster: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "admission-control")
        serve_help_key(self)
        self._context = context
        self._cluster = context.session.inventory.clusters[cluster]
        das = self._cluster.das
        self.setWindowTitle(self.tr("HA settings of {cluster}").format(cluster=self._cluster.name))
        self.enabled = QCheckBox(self.tr("HA restarts virtual machines when a host fails"), self)
        self.enabled.setChecked(das.enabled)
        self.admission = QCheckBox(self.tr("Admission control keeps room for failed hosts"), self)
        self.admission.setChecked(das.admission_control_enabled)
        self.policy = QComboBox(self)
        names = self.tr("Slot policy"), self.tr("Cluster resource percentage"), self.tr("Dedicated failover hosts")
        for policy, name in zip(_POLICIES, names, strict=True):
            self.policy.addItem(name, policy)
        self.policy.setCurrentIndex(_POLICIES.index(das.policy))
        self.level = self._spin(das.failover_level, 32, "")
        self.auto = QCheckBox(self.tr("As much as the largest hosts have"), self)
        self.auto.setChecked(das.auto_compute_percentages)
        self.cpu = self._spin(das.cpu_failover_resources_percent, 100, " %")
        self.memory = self._spin(das.memory_failover_resources_percent, 100, " %")
        hosts = context.session.inventory.hosts_in(cluster)
        self.hosts = CheckedList(context, hosts, das.failover_hosts, self)
        self.outcome = QLabel(self)
        self.outcome.setWordWrap(True)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._lay_out()
        self._connect()
        self.resize(460, 480)
        self.refresh()

    def _spin(self, value: int, most: int, suffix: str) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(0, most)
        spin.setSuffix(suffix)
        spin.setValue(value)
        spin.valueChanged.connect(self.refresh)
        return spin

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.enabled)
        form.addRow(self.admission)
        form.addRow(self.tr("&Policy:"), self.policy)
        form.addRow(self.tr("Host &failures to tolerate:"), self.level)
        form.addRow(self.auto)
        form.addRow(self.tr("&CPU kept free:"), self.cpu)
        form.addRow(self.tr("&Memory kept free:"), self.memory)
        form.addRow(self.tr("&Dedicated hosts:"), self.hosts)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self.outcome)
        rows.addWidget(self.buttons)

    def _connect(self) -> None:
        for box in (self.enabled, self.admission, self.auto):
            box.toggled.connect(self.refresh)
        self.policy.currentIndexChanged.connect(self.refresh)
        self.hosts.itemChanged.connect(self.refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._put)
        self.finished.connect(self.deleteLater)

    def config(self) -> DasConfig:
        """HA as the dialog says."""
        policy = self.policy.currentData()
        return msgspec.structs.replace(
            self._cluster.das,
            enabled=self.enabled.isChecked(),
            admission_control_enabled=self.admission.isChecked(),
            admission_control_policy=policy,
            failover_level=self.level.value(),
            auto_compute_percentages=self.auto.isChecked(),
            cpu_failover_resources_percent=self.cpu.value(),
            memory_failover_resources_percent=self.memory.value(),
            failover_hosts=self.hosts.chosen() if policy == "failoverHost" else (),
        )

    def refresh(self) -> None:
        """Offer what the policy needs, and say what it comes to."""
        policy = self.policy.currentData()
        counts = self.enabled.isChecked() and self.admission.isChecked()
        self.admission.setEnabled(self.enabled.isChecked())
        self.policy.setEnabled(counts)
        shares = counts and policy == "failoverResources"
        given = shares and not self.auto.isChecked()
        self.level.setEnabled(counts and (policy == "failoverLevel" or (shares and not given)))
        self.auto.setEnabled(shares)
        for spin in (self.cpu, self.memory):
            spin.setEnabled(given)
        self.hosts.setEnabled(counts and policy == "failoverHost")
        room = failover_room(self._context.session.inventory, msgspec.structs.replace(self._cluster, das=self.config()))
        mark = "✓" if room.enough else "✕"
        self.outcome.setText(f"{mark} {self._context.language.text(room.reason)}")

    def _put(self) -> None:
        name, config = self._cluster.name, self.config()
        if config != self._cluster.das:
            self._context.commands.set_fields(
                lambda: self.tr("HA settings of {cluster}").format(cluster=name),
                [self._cluster.id],
                "drs.edit.cluster",
                das=msgspec.to_builtins(config),
            )
