"""What an import assumed and guessed, before its lab is opened and afterwards."""

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
from vmotion_gui.importers.report import FindingGroup, ImportReport
from vmotion_gui.inventory.entities import Host, VmKernelAdapter, VmkService
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message

_NAMED = 200
_KEY_ROLE = Qt.ItemDataRole.UserRole


class ImportReportDialog(QDialog):
    """The report, and the guessed vMotion adapters with check boxes.

    Signals:
        confirmed(list[Host]): the user has confirmed; those hosts whose guessed adapters are answered now.
    """

    confirmed = Signal(object)

    def __init__(
        self,
        inventory: Inventory,
        report: ImportReport | Message | None,
        context: Context,
        parent: QWidget | None = None,
        *,
        opened: bool = False,
    ) -> None:
        """`report`: or why it cannot be shown, or None where there is none. `opened`: the lab is open already."""
        super().__init__(parent)
        self._inventory = inventory
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Import report"))
        self.resize(900, 560)
        self.head = QLabel(self._headline(report), self)
        self.head.setWordWrap(True)
        self.adapters = QTableWidget(self)
        self._fill_adapters()
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        tabs = self._tabs(report)
        if tabs.count():
            layout.addWidget(tabs)
        else:
            tabs.hide()
            self.resize(640, self.sizeHint().height())
        layout.addWidget(self._buttons(opened))

    def _headline(self, report: ImportReport | Message | None) -> str:
        if report is None:
            return self.tr("This lab carries no report of its import.")
        return self._context.language.text(report if isinstance(report, Message) else report.summary()[0])

    def _tabs(self, report: ImportReport | Message | None) -> QTabWidget:
        tabs = QTabWidget(self)
        if count := self.adapters.rowCount():
            tabs.addTab(self._adapter_page(), self.tr("vMotion adapters ({count})").format(count=count))
        else:
            self.adapters.hide()  # in no layout, it would lie over the head
        if isinstance(report, ImportReport):
            tabs.addTab(self._findings(report), self.tr("Assumptions and warnings"))
            tabs.addTab(self._gaps(report), self.tr("Missing and unreadable"))
        return tabs

    def _buttons(self, opened: bool) -> QDialogButtonBox:
        buttons, roles = QDialogButtonBox(self), QDialogButtonBox.ButtonRole
        if opened and not self.adapters.rowCount():
            buttons.addButton(QDialogButtonBox.StandardButton.Close)
        else:
            text = self.tr("Confirm") if opened else self.tr("Open the lab")
            buttons.addButton(text, roles.AcceptRole).setDefault(True)
            buttons.addButton(self.tr("Later") if opened else self.tr("Cancel"), roles.RejectRole)
        buttons.accepted.connect(self.accept_confirmed)
        buttons.rejected.connect(self.reject)
        return buttons

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
        inventory = self._inventory
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

    def _answers(self) -> dict[tuple[str, str], bool]:
        answers: dict[tuple[str, str], bool] = {}
        for row in range(self.adapters.rowCount()):
            item = self.adapters.item(row, 0)
            assert item is not None
            host, device = item.data(_KEY_ROLE)
            answers[host, device] = item.checkState() is Qt.CheckState.Checked
        return answers

    def accept_confirmed(self) -> None:
        """Take the adapters as they are ticked."""
        hosts = with_confirmed_adapters(self._inventory.hosts.values(), self._answers())
        self.accept()
        self.confirmed.emit(hosts)

    # --- the report -----------------------------------------------------------------------------------------

    def _findings(self, report: ImportReport) -> QTreeWidget:
        tree = self._tree([self.tr("What was done"), self.tr("Number")])
        groups: tuple[tuple[FindingGroup, str], ...] = (
            ("assumption", self.tr("Assumed or guessed")),
            ("warning", self.tr("Warnings")),
            ("leftOut", self.tr("Left out")),
        )
        for group, title in groups:
            findings = report.of(group)
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

    def _gaps(self, report: ImportReport) -> QTreeWidget:
        tree = self._tree([self.tr("What is missing or cannot be read")])
        language = self._context.language
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
