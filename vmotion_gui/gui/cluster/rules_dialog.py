"""The editor of a cluster's VM/Host rules; OK makes all changes one undoable edit."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.cluster.checked_list import CheckedList
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.workspace.facts_places import rule_kind
from vmotion_gui.inventory.entities import ClusterRule, VmAffinityRule, VmAntiAffinityRule, VmHostRule

_FEWEST_VMS = 2


def _make(kind: int, name: str, vms: tuple[str, ...], hosts: tuple[str, ...], *, enabled: bool) -> ClusterRule:
    """A rule by its place among `_samples`."""
    if kind == 0:
        return VmAffinityRule(name=name, vms=vms, enabled=enabled)
    if kind == 1:
        return VmAntiAffinityRule(name=name, vms=vms, enabled=enabled)
    affine, mandatory = ((True, True), (True, False), (False, True), (False, False))[kind - 2]
    return VmHostRule(name=name, vms=vms, hosts=hosts, affine=affine, mandatory=mandatory, enabled=enabled)


def _samples() -> list[ClusterRule]:
    return [_make(kind, "rule", (), (), enabled=True) for kind in range(6)]


class RuleDialog(QDialog):
    """One rule: name, kind, VMs, hosts."""

    def __init__(self, context: Context, cluster: str, rule: ClusterRule | None, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, "affinity-rule")
        serve_help_key(self)
        inventory = context.session.inventory
        hosts = inventory.hosts_in(cluster)
        vms = [id_ for host in hosts for id_ in inventory.vms_on(host) if not inventory.vms[id_].template]
        self.setWindowTitle(self.tr("VM/Host rule"))
        self._enabled = rule is None or rule.enabled
        self.name = QLineEdit(rule.name if rule is not None else "", self)
        self.kind = QComboBox(self)
        self.kind.addItems([rule_kind(sample) for sample in _samples()])
        if rule is not None:
            self.kind.setCurrentText(rule_kind(rule))
        self.vms = CheckedList(context, vms, rule.vms if rule is not None else (), self)
        self.hosts = CheckedList(context, hosts, rule.hosts if isinstance(rule, VmHostRule) else (), self)
        self.problem = QLabel(self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        form = QFormLayout()
        form.addRow(self.tr("&Name:"), self.name)
        form.addRow(self.tr("&Type:"), self.kind)
        form.addRow(self.tr("&Virtual machines:"), self.vms)
        form.addRow(self.tr("&Hosts:"), self.hosts)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self.problem)
        rows.addWidget(self.buttons)
        self.name.textChanged.connect(self.refresh)
        self.kind.currentIndexChanged.connect(self.refresh)
        self.vms.itemChanged.connect(self.refresh)
        self.hosts.itemChanged.connect(self.refresh)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.finished.connect(self.deleteLater)
        self.resize(460, 520)
        self.refresh()

    def rule(self) -> ClusterRule:
        """The rule as the dialog says."""
        name = self.name.text().strip()
        return _make(self.kind.currentIndex(), name, self.vms.chosen(), self.hosts.chosen(), enabled=self._enabled)

    def refresh(self) -> None:
        """Say what is missing."""
        about_hosts = self.kind.currentIndex() > 1
        self.hosts.setEnabled(about_hosts)
        problem = ""
        if not self.name.text().strip():
            problem = self.tr("The rule needs a name.")
        elif len(self.vms.chosen()) < (1 if about_hosts else _FEWEST_VMS):
            problem = self.tr("Too few virtual machines are chosen.")
        elif about_hosts and not self.hosts.chosen():
            problem = self.tr("No host is chosen.")
        self.problem.setText(problem)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(not problem)


class RulesDialog(QDialog):
    """All rules of a cluster; a tick says whether a rule is enabled."""

    def __init__(self, context: Context, cluster: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "affinity-rule")
        serve_help_key(self)
        self._context = context
        self._cluster = context.session.inventory.clusters[cluster]
        self.rules: list[ClusterRule] = list(self._cluster.rules)
        self.setWindowTitle(self.tr("VM/Host rules of {cluster}").format(cluster=self._cluster.name))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Rules"))
        self.add, self.edit = QPushButton(self.tr("&Add…"), self), QPushButton(self.tr("&Edit…"), self)
        self.remove = QPushButton(self.tr("&Remove"), self)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        side = QVBoxLayout()
        for button in (self.add, self.edit, self.remove):
            side.addWidget(button)
        side.addStretch(1)
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        rows = QVBoxLayout(self)
        rows.addLayout(middle)
        rows.addWidget(self.buttons)
        self.add.clicked.connect(lambda: self.open_rule(None))
        self.edit.clicked.connect(lambda: self.open_rule(self.list.currentRow()))
        self.list.itemActivated.connect(lambda _item: self.open_rule(self.list.currentRow()))
        self.list.itemChanged.connect(lambda _item: self._read_ticks())
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._offer)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._put)
        self.finished.connect(self.deleteLater)
        self.resize(560, 360)
        self._fill()

    def _fill(self, row: int = 0) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for rule in self.rules:
            self.list.addItem(f"{rule.name}: {rule_kind(rule)} ({', '.join(map(self._context.name, rule.vms))})")
            item = self.list.item(self.list.count() - 1)
            item.setCheckState(Qt.CheckState.Checked if rule.enabled else Qt.CheckState.Unchecked)
        self.list.blockSignals(False)
        self.list.setCurrentRow(min(row, len(self.rules) - 1))
        self._offer()

    def _offer(self) -> None:
        for button in (self.edit, self.remove):
            button.setEnabled(self.list.currentRow() >= 0)

    def _read_ticks(self) -> None:
        for row, rule in enumerate(self.rules):
            ticked = self.list.item(row).checkState() is Qt.CheckState.Checked
            self.rules[row] = msgspec.structs.replace(rule, enabled=ticked)

    def open_rule(self, row: int | None) -> RuleDialog:
        """Edit a rule, or make one."""
        dialog = RuleDialog(self._context, self._cluster.id, None if row is None else self.rules[row], self)

        def put() -> None:
            place = len(self.rules) if row is None else row
            self.rules[place : place + 1] = [dialog.rule()]
            self._fill(place)

        dialog.accepted.connect(put)
        dialog.open()
        return dialog

    def _remove(self) -> None:
        row = self.list.currentRow()
        del self.rules[row]
        self._fill(row)

    def _put(self) -> None:
        name = self._cluster.name
        if tuple(self.rules) != self._cluster.rules:
            self._context.commands.set_fields(
                lambda: self.tr("VM/Host rules of {cluster}").format(cluster=name),
                [self._cluster.id],
                "drs.edit.rules",
                rules=msgspec.to_builtins(self.rules),
            )
