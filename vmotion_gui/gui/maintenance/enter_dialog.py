"""Asks how a host is to enter maintenance mode, as the vSphere Client does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.maintenance.vsan_box import VsanBox
from vmotion_gui.inventory.commands import EnterMaintenanceMode
from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.estate import Inventory

_DAY_MINUTES = 24 * 60


class EnterMaintenanceDialog(QDialog):
    """Timeout, what becomes of VMs that do not run, and of vSAN's data. Accepting it makes `command`."""

    def __init__(self, inventory: Inventory, host: Host, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "maintenance-mode")
        serve_help_key(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Enter Maintenance Mode: {host}").format(host=host.name))
        self._host = host
        vms = [vm for id_ in inventory.vms_on(host.id) if not (vm := inventory.vms[id_]).template]
        running = sum(vm.power_state == "poweredOn" for vm in vms)
        self.head = QLabel(self._headline(inventory, running), self)
        self.head.setWordWrap(True)
        self.evacuate = QCheckBox(
            self.tr("&Move powered-off and suspended virtual machines to other hosts in the cluster"), self
        )
        self.evacuate.setEnabled(len(vms) > running)
        self.idle = QLabel(self._idle(len(vms) - running), self)
        self.timeout = self._minutes()
        self.vsan = VsanBox(self)
        self.vsan.show_hosts(inventory, [host])
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.enter = self.buttons.addButton(self.tr("&Enter Maintenance Mode"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.enter.setDefault(True)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        self._arrange()

    @property
    def command(self) -> EnterMaintenanceMode:
        """What has been chosen."""
        return EnterMaintenanceMode(
            host=self._host.id,
            timeout_s=self.timeout.value() * 60.0,
            evacuate_powered_off=self.evacuate.isEnabled() and self.evacuate.isChecked(),
            vsan_mode=self.vsan.mode,
        )

    def _arrange(self) -> None:
        form = QFormLayout()
        label = QLabel(self.tr("&Give up after"), self)
        label.setBuddy(self.timeout)
        form.addRow(label, self.timeout)
        if self._host.vsan_components:
            data = QLabel(self.tr("&vSAN data migration"), self)
            data.setBuddy(self.vsan)
            form.addRow(data, self.vsan)
        else:
            self.vsan.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addWidget(self.head)
        layout.addWidget(self.evacuate)
        layout.addWidget(self.idle)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(520)

    def _minutes(self) -> QSpinBox:
        box = QSpinBox(self)
        box.setRange(0, _DAY_MINUTES)
        box.setSingleStep(5)
        box.setSpecialValueText(self.tr("no time limit"))
        box.setSuffix(self.tr(" min"))
        box.setAccessibleName(self.tr("Give up after"))
        return box

    def _idle(self, count: int) -> str:
        if not count:
            return self.tr("There are none on this host.")
        return self.tr("{count} on this host; they may also stay.").format(count=count)

    def _headline(self, inventory: Inventory, running: int) -> str:
        first = self.tr("A host in maintenance mode runs no virtual machine and takes none until it leaves that mode.")
        if not running:
            return " ".join((first, self.tr("No virtual machine runs on this one.")))
        count = self.tr("Powered on here: {count}.").format(count=running)
        return " ".join((first, count, self._by_whom(inventory)))

    def _by_whom(self, inventory: Inventory) -> str:
        cluster = inventory.clusters.get(self._host.cluster)
        if cluster is None:
            return self.tr("The host is in no cluster: migrate them yourself, or shut them down.")
        if not cluster.drs.enabled:
            return self.tr("DRS is turned off in {cluster}: migrate them yourself, or shut them down.").format(
                cluster=cluster.name
            )
        if cluster.drs.default_vm_behavior == "fullyAutomated":
            return self.tr("DRS (fully automated) migrates them to other hosts of {cluster}.").format(
                cluster=cluster.name
            )
        return self.tr(
            "DRS recommends where to migrate them; apply its recommendations in Recent Tasks, or migrate them yourself."
        )
