"""Ready to complete: everything that was chosen, and what it will take."""

from __future__ import annotations

from collections import deque

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFormLayout, QLabel, QTableWidget, QTableWidgetItem, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.prediction.ahead import LookAhead
from vmotion_gui.gui.prediction.cells import show_estimate, show_forecast
from vmotion_gui.gui.prediction.words import convergence_text
from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.files import files_of, format_name
from vmotion_gui.gui.wizards.migrate.page import Page
from vmotion_gui.gui.wizards.migrate.panel import Finding
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.choices import Step
from vmotion_gui.planning.networks import destination_networks, source_networks
from vmotion_gui.simulation.forecast import Forecast
from vmotion_gui.simulation.status import Estimate

_DURATION = 3


class ReadyPage(Page):
    """The engine runs ahead once per VM, in a turn of the event loop of its own."""

    def __init__(self, draft: Draft, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(draft, intro, parent)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(16)
        self._form.setVerticalSpacing(3)
        self._form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self.table = QTableWidget(0, 6, self)
        titles = (self.tr("Virtual machine"), self.tr("From"), self.tr("To"))
        predicted = (self.tr("Duration"), self.tr("Downtime"), self.tr("Data"))
        self.table.setHorizontalHeaderLabels([*titles, *predicted])
        dress_table(self.table, self.tr("Virtual machines to migrate"))
        self.outlook = QLabel(self)
        self.outlook.setWordWrap(True)
        self.body.addLayout(self._form)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.outlook)
        self._specs: tuple[MigrationSpec, ...] = ()
        self._pending: deque[int] = deque()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._estimate_next)
        self._slowest: Estimate | None = None
        self._ahead = LookAhead(draft.context.session, self)
        self._ahead.known.connect(self._show_ranges)

    # --- summary --------------------------------------------------------------------------------------------

    def enter(self) -> None:
        self._specs = self.draft.specs()
        while self._form.rowCount():
            self._form.removeRow(0)
        for title, text in self._summary():
            label = QLabel(text, self)
            label.setWordWrap(True)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._form.addRow(title, label)
        self._fill()
        self._slowest = None
        self._show_outlook()
        self._ahead.stop()
        self._pending = deque(range(len(self._specs)))
        self._timer.start(0)

    def leave(self) -> None:
        self._timer.stop()
        self._ahead.stop()

    def _summary(self) -> list[tuple[str, str]]:
        wish, steps = self.draft.wish, self.draft.steps
        checker = self.draft.context.session.checker()
        verdicts = [checker.check(spec) for spec in self._specs]
        types = {words.type_name(verdict.type, cross_vcenter=verdict.cross_vcenter) for verdict in verdicts}
        lines = [(self.tr("Migration type:"), "; ".join(sorted(types)))]
        if Step.COMPUTE in steps:
            lines.append((self.tr("Compute resource:"), self._target()))
        if Step.STORAGE in steps:
            lines.append((self.tr("Storage:"), self._storage()))
            formats = dict.fromkeys(file.format for file in files_of(self.draft) if file.label)
            mixed = wish.format is None and not wish.formats
            text = format_name(None) if mixed else ", ".join(format_name(format_) for format_ in formats)
            lines.append((self.tr("Virtual disk format:"), text))
        if Step.NETWORKS in steps:
            lines.append((self.tr("Networks:"), self._networks()))
        if Step.PRIORITY in steps:
            high = wish.priority == "highPriority"
            lines.append((self.tr("vMotion priority:"), self.tr("High") if high else self.tr("Regular")))
        return lines

    def _target(self) -> str:
        name = self.draft.context.name
        hosts = list(dict.fromkeys(self.draft.placement().hosts.values()))
        target = self.draft.wish.target
        if target in hosts:
            return name(target)
        return f"{name(target)} ({', '.join(name(id_) for id_ in hosts)})"

    def _storage(self) -> str:
        stores = dict.fromkeys(file.after for file in files_of(self.draft) if file.after)
        return ", ".join(self.draft.context.name(id_) for id_ in stores)

    def _networks(self) -> str:
        if self.draft.wish.adapters:
            return self.tr("assigned adapter by adapter")
        hosts, inventory = self.draft.placement().hosts, self.draft.inventory
        names = {network.key: network.name for network in destination_networks(inventory, hosts.values())}
        pairs = []
        for network in source_networks(inventory, hosts):
            there = self.draft.wish.networks.get(network.key) or network.default
            pairs.append(f"{network.name} → {names.get(there, network.name)}")
        return ", ".join(pairs)

    # --- prediction -----------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self.table.setRowCount(len(self._specs))
        for row, spec in enumerate(self._specs):
            vm = self.draft.inventory.vms[spec.vm]
            source, target = self.draft.context.name(vm.host), self.draft.context.name(spec.host or vm.host)
            if spec.datastore:
                source = f"{source} [{self.draft.context.name(vm.home_datastore)}]" if vm.home_datastore else source
                target = f"{target} [{self.draft.context.name(spec.datastore)}]"
            for column, text in enumerate((vm.name, source, target, "…", "…", "…")):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(row, column, item)
        share_width(self.table, 1, 2)

    def _estimate_next(self) -> None:
        if not self._pending:
            self._timer.stop()
            self._ahead.begin(self._specs)
            return
        row = self._pending.popleft()
        estimate = self.draft.context.session.backend.estimate(self._specs[row])
        show_estimate(self.table, row, _DURATION, estimate)
        if self._slowest is None or estimate.convergence_ratio > self._slowest.convergence_ratio:
            self._slowest = estimate
            self._show_outlook()

    def _show_ranges(self, forecasts: tuple[Forecast, ...]) -> None:
        for row, forecast in enumerate(forecasts):
            show_forecast(self.table, row, _DURATION, forecast)

    def _show_outlook(self) -> None:
        profile = words.profile_name(self.draft.context.session.backend.profile)
        lines = [self.tr("Simulated by the rules of {profile}.").format(profile=profile)]
        if self._slowest is not None:
            lines.insert(0, convergence_text(self._slowest))
        self.outlook.setText("\n".join(line for line in lines if line))

    def finding(self) -> Finding:
        return Finding(self.draft.reasons(networks=True))

    def first_field(self) -> QWidget:
        return self.table
