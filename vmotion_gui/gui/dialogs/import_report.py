"""What an import assumed and guessed, before its lab is opened."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.importers.report import FindingGroup
from vmotion_gui.importers.rvtools import ImportResult
from vmotion_gui.inventory.entities import Host, VmKernelAdapter, VmkService

_NAMED = 200
_KEY_ROLE = Qt.ItemDataRole.UserRole


class ImportReportDialog(QDialog):
    """The report, and the guessed vMotion adapters with check boxes.

    Signals:
        accepted_lab(Lab): the user wants to open the lab, with the adapters as confirmed.
    """

    accepted_lab = Signal(object)

    def __init__(
        self, result: ImportResult, context: Context, parent: QWidget | None = None, *, opened: bool = False
    ) -> None:
        """`opened`: the lab is open already; there is only something to confirm."""
        super().__init__(parent)
        self._result = result
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import report"))
        self.resize(900, 560)
        head = QLabel(context.language.text(result.report.summary()[0]), self)
        head.setWordWrap(True)
        self.adapters = QTableWidget(self)
        tabs = QTabWidget(self)
        self._fill_adapters()
        if self.adapters.rowCount():
            tabs.addTab(
                self._adapter_page(), self.tr("vMotion adapters ({count})").format(count=self.adapters.rowCount())
            )
        tabs.addTab(self._findings(), self.tr("Assumptions and warnings"))
        tabs.addTab(self._gaps(), self.tr("Missing and unreadable"))
        buttons = QDialogButtonBox(self)
        text = self.tr("Confirm") if opened else self.tr("Open the lab")
        open_button = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
        open_button.setDefault(True)
        later = self.tr("Later") if opened else self.tr("Cancel")
        buttons.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept_confirmed)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (head, tabs, buttons):
            layout.addWidget(widget)

    # --- guessed adapters -----------------------------------------------------------------------------------

    def _adapter_page(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        text = QLabel(
            self.tr(
                "The export does not tell which adapters carry vMotion. These were guessed: keep the check marks "
                "where the guess is right."
            ),
            page,
        )
        text.setWordWrap(True)
        layout.addWidget(text)
        layout.addWidget(self.adapters, 1)
        return page

    def _fill_adapters(self) -> None:
        inventory = self._result.lab.inventory
        guessed = guessed_adapters(inventory.hosts.values())
        table = self.adapters
        table.setColumnCount(5)
        table.setRowCount(len(guessed))
        table.setHorizontalHeaderLabels(
            [self.tr("vMotion"), self.tr("Host"), self.tr("Adapter"), self.tr("Address"), self.tr("Port group")]
        )
        table.verticalHeader().hide()
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        for row, (host, adapter) in enumerate(guessed):
            check = QTableWidgetItem()
            check.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            on = "vmotion" in adapter.services
            check.setCheckState(Qt.CheckState.Checked if on else Qt.CheckState.Unchecked)
            check.setData(_KEY_ROLE, [host.id, adapter.device])
            table.setItem(row, 0, check)
            group = inventory.portgroups.get(adapter.portgroup)
            texts = (host.name, adapter.device, adapter.ip_address, group.name if group is not None else "")
            for column, text in enumerate(texts, start=1):
                table.setItem(row, column, QTableWidgetItem(text))
        table.setColumnWidth(1, 260)
        table.horizontalHeader().setSectionResizeMode(4, QHeaderView.ResizeMode.Stretch)

    def _confirmed(self) -> dict[tuple[str, str], bool]:
        answers: dict[tuple[str, str], bool] = {}
        for row in range(self.adapters.rowCount()):
            item = self.adapters.item(row, 0)
            assert item is not None
            host, device = item.data(_KEY_ROLE)
            answers[host, device] = item.checkState() is Qt.CheckState.Checked
        return answers

    def accept_confirmed(self) -> None:
        """Take the lab, with the adapters as they are ticked."""
        lab = self._result.lab
        hosts = with_confirmed_adapters(lab.inventory.hosts.values(), self._confirmed())
        confirmed = msgspec.structs.replace(lab, inventory=lab.inventory.with_entities(hosts))
        self.accept()
        self.accepted_lab.emit(confirmed)

    # --- the report -----------------------------------------------------------------------------------------

    def _findings(self) -> QTreeWidget:
        tree = self._tree([self.tr("What was done"), self.tr("Number")])
        groups: tuple[tuple[FindingGroup, str], ...] = (
            ("assumption", self.tr("Assumed or guessed")),
            ("warning", self.tr("Warnings")),
            ("leftOut", self.tr("Left out")),
        )
        for group, title in groups:
            findings = self._result.report.of(group)
            if not findings:
                continue
            top = QTreeWidgetItem(tree, [title, str(len(findings))])
            for finding in findings:
                item = QTreeWidgetItem(top, [self._context.language.text(finding.text), str(finding.count)])
                item.setToolTip(0, item.text(0))
                for name in finding.objects[:_NAMED]:
                    QTreeWidgetItem(item, [name])
                if finding.count > _NAMED:
                    QTreeWidgetItem(item, [self.tr("and {count} more").format(count=finding.count - _NAMED)])
            top.setExpanded(True)
        return tree

    def _gaps(self) -> QTreeWidget:
        tree = self._tree([self.tr("What is missing or cannot be read")])
        report, language = self._result.report, self._context.language
        for gap in report.missing:
            QTreeWidgetItem(tree, [language.text(gap.text)])
        for cell in report.bad_cells:
            QTreeWidgetItem(tree, [language.text(cell.text)])
        if not tree.topLevelItemCount():
            QTreeWidgetItem(tree, [self.tr("Nothing is missing.")])
        return tree

    def _tree(self, titles: list[str]) -> QTreeWidget:
        tree = QTreeWidget(self)
        tree.setHeaderLabels(titles)
        tree.header().setStretchLastSection(len(titles) == 1)
        tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        return tree


def guessed_adapters(hosts: Iterable[Host]) -> list[tuple[Host, VmKernelAdapter]]:
    """The adapters of which an import had to guess whether they carry vMotion, and nobody has said so since."""
    return [(host, adapter) for host in hosts for adapter in host.vmk_adapters if adapter.services_origin == "guessed"]


def with_confirmed_adapters(hosts: Iterable[Host], answers: dict[tuple[str, str], bool]) -> list[Host]:
    """The hosts whose guessed adapters have been answered, with what the user said."""
    changed = []
    for host in hosts:
        adapters = tuple(_answered(adapter, answers.get((host.id, adapter.device))) for adapter in host.vmk_adapters)
        if adapters != host.vmk_adapters:
            changed.append(msgspec.structs.replace(host, vmk_adapters=adapters))
    return changed


def _answered(adapter: VmKernelAdapter, carries: bool | None) -> VmKernelAdapter:
    if carries is None:
        return adapter
    services: tuple[VmkService, ...] = tuple(service for service in adapter.services if service != "vmotion")
    if carries:
        services = (*services, "vmotion")
    return msgspec.structs.replace(adapter, services=services, services_origin="entered")
