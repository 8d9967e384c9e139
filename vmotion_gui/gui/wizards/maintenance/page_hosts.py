"""Which hosts have to be empty, what the plan is to have little of, and when it may be done."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.maintenance.vsan_box import VsanBox
from vmotion_gui.gui.objects import connection_name, state_of, state_text
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.window_row import WindowRow
from vmotion_gui.inventory.entities import Host
from vmotion_gui.planning.maintenance.plan import OBJECTIVES, Objective, Options


def objective_names() -> dict[Objective, str]:
    """What a plan can have little of, in words."""
    return {
        "time": QCoreApplication.translate("HostsPage", "Least time"),
        "downtime": QCoreApplication.translate("HostsPage", "Least downtime of all VMs together"),
        "balance": QCoreApplication.translate("HostsPage", "Best balance afterwards"),
        "moves": QCoreApplication.translate("HostsPage", "Fewest migrations"),
    }


class HostsPage(QWidget):
    """Signals: told(): whether the next page may follow is something else now."""

    told = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels([self.tr("Host"), self.tr("State"), self.tr("Powered-on VMs"), self.tr("VMs")])
        self.list.setAccessibleName(self.tr("Hosts to empty"))
        self.list.setUniformRowHeights(True)
        self._fill()
        self.list.itemChanged.connect(self._changed)
        names = objective_names()
        self.objective = QComboBox(self)
        for objective in OBJECTIVES:
            self.objective.addItem(names[objective], objective)
        self.powered_off = QCheckBox(self.tr("VMs that are powered off leave, too"), self)
        self.storage = QCheckBox(self.tr("VMs on local storage may move with their disks"), self)
        self.storage.setChecked(True)
        self.clusters = QCheckBox(self.tr("VMs may leave their cluster"), self)
        self.vsan = VsanBox(self)
        self.window_row = WindowRow(self)
        self._arrange()
        self.objective.currentIndexChanged.connect(self._changed)
        for box in (self.powered_off, self.storage, self.clusters):
            box.toggled.connect(self._changed)
        self.vsan.currentIndexChanged.connect(self._changed)
        self.window_row.changed.connect(self._changed)
        self._changed()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Plan for:"), self.objective)
        for box in (self.powered_off, self.storage, self.clusters):
            form.addRow("", box)
        form.addRow(self.tr("vSAN data:"), self.vsan)
        self.window_row.add_to(form)
        self._form = form
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)

    def _fill(self) -> None:
        inventory, theme = self.draft.context.session.inventory, self.draft.context.themes.theme
        groups: dict[str, QTreeWidgetItem] = {}
        for host in sorted(inventory.hosts.values(), key=lambda host: (host.cluster, host.name)):
            if host.cluster not in groups:
                name = self.draft.context.name(host.cluster) if host.cluster else self.tr("Stand-alone hosts")
                groups[host.cluster] = QTreeWidgetItem(self.list, [name])
                groups[host.cluster].setFirstColumnSpanned(True)
            self._add(host, groups[host.cluster]).setIcon(0, object_icon("host", state_of(host), theme))
        for key, group in groups.items():
            chosen = any(inventory.hosts[id_].cluster == key for id_ in self.draft.hosts)
            group.setExpanded(chosen or len(groups) < 4)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _add(self, host: Host, group: QTreeWidgetItem) -> QTreeWidgetItem:
        inventory = self.draft.context.session.inventory
        vms = [inventory.vms[id_] for id_ in inventory.vms_on(host.id)]
        running = sum(vm.power_state == "poweredOn" for vm in vms)
        item = QTreeWidgetItem(
            group, [host.name, state_text(host) or connection_name(host.connection_state), str(running), str(len(vms))]
        )
        item.setData(0, Qt.ItemDataRole.UserRole, host.id)
        able = host.connection_state == "connected" and host.maintenance_state == "normal"
        if able:
            item.setCheckState(0, Qt.CheckState.Checked if host.id in self.draft.hosts else Qt.CheckState.Unchecked)
        else:
            item.setDisabled(True)
        return item

    def chosen(self) -> tuple[str, ...]:
        """The hosts with a tick."""
        found: list[str] = []
        for k in range(self.list.topLevelItemCount()):
            group = self.list.topLevelItem(k)
            assert group is not None
            for row in range(group.childCount()):
                item = group.child(row)
                if item is not None and item.checkState(0) is Qt.CheckState.Checked:
                    found.append(str(item.data(0, Qt.ItemDataRole.UserRole)))
        return tuple(found)

    def _show_vsan(self, hosts: tuple[str, ...]) -> None:
        """Only where a chosen host keeps data of vSAN."""
        inventory = self.draft.context.session.inventory
        keeping = [inventory.hosts[id_] for id_ in hosts if inventory.hosts[id_].vsan_components]
        self._form.setRowVisible(self.vsan, bool(keeping))
        self.vsan.show_hosts(inventory, keeping)

    def _changed(self) -> None:
        hosts = self.chosen()
        self._show_vsan(hosts)
        options = Options(
            objective=self.objective.currentData(),
            evacuate_powered_off=self.powered_off.isChecked(),
            move_storage=self.storage.isChecked(),
            other_clusters=self.clusters.isChecked(),
            vsan_mode=self.vsan.mode,
        )
        self.draft.choose(hosts=hosts, options=options, window=self.window_row.window())
        self.told.emit()
