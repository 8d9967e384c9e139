"""Select networks."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.page import Page
from vmotion_gui.gui.wizards.migrate.panel import Finding
from vmotion_gui.gui.wizards.migrate.table import dress_table
from vmotion_gui.planning.networks import SourceNetwork, destination_networks, source_networks

_MOST_ADAPTERS = 200
"""Each has a field of its own; more are mapped network by network."""


class NetworksPage(Page):
    """One row per source network, or per network adapter; a field in each row chooses the destination."""

    def __init__(self, draft: Draft, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(draft, intro, parent)
        self.table = QTableWidget(0, 3, self)
        dress_table(self.table, self.tr("Networks"))
        self.table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.advanced = QCheckBox(self.tr("Assign each network adapter by itself"), self)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.advanced)
        self.advanced.toggled.connect(self._advanced)

    def enter(self) -> None:
        adapters = sum(len(self.draft.inventory.vms[vm].nics) for vm in self.draft.placement().hosts)
        self.advanced.setEnabled(adapters <= _MOST_ADAPTERS)
        self.advanced.setToolTip("" if adapters <= _MOST_ADAPTERS else self.tr("There are too many network adapters."))
        self.advanced.blockSignals(True)
        self.advanced.setChecked(bool(self.draft.wish.adapters) and self.advanced.isEnabled())
        self.advanced.blockSignals(False)
        self._fill()

    def _advanced(self, on: bool) -> None:
        if not on:
            self.draft.change(adapters={})
        self._fill()
        self.told.emit()

    def _fill(self) -> None:
        hosts = self.draft.placement().hosts
        networks = source_networks(self.draft.inventory, hosts)
        self.table.clear()
        self.table.setRowCount(0)
        titles = [self.tr("Source network"), self.tr("Used by"), self.tr("Destination network")]
        self.table.setHorizontalHeaderLabels(titles)
        for network in networks:
            if self.advanced.isChecked():
                for vm, label in network.adapters:
                    self._add(network, f"{self.draft.inventory.vms[vm].name}: {label}", [vm], (vm, label))
            else:
                self._add(network, self._users(network), list(dict.fromkeys(vm for vm, _ in network.adapters)), None)
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def _users(self, network: SourceNetwork) -> str:
        names = list(dict.fromkeys(self.draft.inventory.vms[vm].name for vm, _ in network.adapters))
        if len(names) > 3:
            return self.tr("{names} and {count} more").format(names=", ".join(names[:3]), count=len(names) - 3)
        return ", ".join(names)

    def _add(self, network: SourceNetwork, users: str, vms: list[str], adapter: tuple[str, str] | None) -> None:
        row = self.table.rowCount()
        self.table.insertRow(row)
        for column, text in enumerate((network.name or "–", users)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            self.table.setItem(row, column, item)
        self.table.setCellWidget(row, 2, self._field(network, users, vms, adapter))
        self.table.setRowHeight(row, max(34, self.fontMetrics().height() + 16))

    def _field(self, network: SourceNetwork, users: str, vms: list[str], adapter: tuple[str, str] | None) -> QComboBox:
        hosts = self.draft.placement().hosts
        box = QComboBox(self.table)
        box.setAccessibleName(
            self.tr("Destination network for {network}, {users}").format(network=network.name, users=users)
        )
        there = destination_networks(self.draft.inventory, [hosts[vm] for vm in vms])
        names = {other.key: other.name for other in there}
        own = names.get(network.default, "")
        box.addItem(self.tr("{network} (same name)").format(network=own) if own else self.tr("Select a network…"), "")
        for other in there:
            if other.key != network.default:
                box.addItem(self.tr("{network} on {switch}").format(network=other.name, switch=other.switch), other.key)
        box.setCurrentIndex(max(box.findData(self._chosen(network, adapter)), 0))
        box.activated.connect(lambda: self._choose(network, adapter, box.currentData()))
        return box

    def _chosen(self, network: SourceNetwork, adapter: tuple[str, str] | None) -> str:
        wish = self.draft.wish
        general = wish.networks.get(network.key, "")
        return general if adapter is None else wish.adapters.get(adapter[0], {}).get(adapter[1], general)

    def _choose(self, network: SourceNetwork, adapter: tuple[str, str] | None, key: str) -> None:
        wish = self.draft.wish
        if adapter is None:
            self.draft.change(networks={**wish.networks, network.key: key})
        else:
            vm, label = adapter
            self.draft.change(adapters={**wish.adapters, vm: {**wish.adapters.get(vm, {}), label: key}})
        self.told.emit()

    def finding(self) -> Finding:
        return Finding(self.draft.reasons(networks=True))

    def first_field(self) -> QWidget:
        return self.table.cellWidget(0, 2) if self.table.rowCount() else self.advanced
