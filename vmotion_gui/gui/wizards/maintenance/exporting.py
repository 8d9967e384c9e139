"""A plan into files for the people who do it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.handover.ansible import ansible_playbook
from vmotion_gui.planning.handover.from_plan import work_of
from vmotion_gui.planning.handover.govc import govc_script
from vmotion_gui.planning.handover.html import html_page
from vmotion_gui.planning.handover.page import Page, runbook
from vmotion_gui.planning.handover.pdf import pdf_page
from vmotion_gui.planning.handover.powercli import powercli_script
from vmotion_gui.planning.handover.table import csv_table
from vmotion_gui.planning.handover.work import Work


class Exports:
    """What a plan can be written as; in the window's language."""

    def __init__(self, draft: Draft, title: str, parent: QWidget) -> None:
        self._draft, self._title, self._parent = draft, title, parent
        self._words = catalogue(draft.context.language.code)

    def fill(self, menu: QMenu) -> None:
        """The entries of the Export menu."""
        for text, suffix, write in (
            (QCoreApplication.translate("MaintenanceExports", "Runbook for a browser (HTML)…"), "html", self.html),
            (QCoreApplication.translate("MaintenanceExports", "Runbook to print (PDF)…"), "pdf", self.pdf),
            (QCoreApplication.translate("MaintenanceExports", "Moves as a table (CSV)…"), "csv", self.csv),
            (QCoreApplication.translate("MaintenanceExports", "Script for PowerCLI…"), "ps1", self.powercli),
            (QCoreApplication.translate("MaintenanceExports", "Script for govc…"), "sh", self.govc),
            (QCoreApplication.translate("MaintenanceExports", "Ansible playbook…"), "yml", self.ansible),
        ):
            menu.addAction(text, lambda suffix=suffix, write=write: self._ask(suffix, write))  # type: ignore[misc]

    def _ask(self, suffix: str, write: Callable[[], bytes]) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._parent, QCoreApplication.translate("MaintenanceExports", "Export the plan"), f"maintenance.{suffix}"
        )
        if not name:
            return
        path = Path(name if Path(name).suffix else f"{name}.{suffix}")
        try:
            path.write_bytes(write())
        except (OSError, ValueError) as error:
            text = QCoreApplication.translate(
                "MaintenanceExports", "{path} was not written: {reason}. Choose another place."
            )
            QMessageBox.warning(
                self._parent,
                QCoreApplication.translate("MaintenanceExports", "Export the plan"),
                text.format(path=path, reason=error),
            )

    def _page(self) -> Page:
        draft, found = self._draft, self._draft.found
        assert found is not None
        inventory = draft.context.session.inventory
        return runbook(
            inventory, found.plan, self._words, title=self._title, duration=found.duration, window=draft.window
        )

    def _work(self) -> Work:
        assert self._draft.found is not None
        return work_of(self._draft.context.session.inventory, self._draft.found.plan, self._title)

    def html(self) -> bytes:
        """The runbook for a browser."""
        return html_page(self._page()).encode()

    def pdf(self) -> bytes:
        """The runbook on paper."""
        return pdf_page(self._page())

    def csv(self) -> bytes:
        """The steps as a table."""
        return csv_table(self._work(), self._words).encode("utf-8-sig")

    def powercli(self) -> bytes:
        """The script for PowerCLI."""
        return powercli_script(self._work(), self._words).encode()

    def govc(self) -> bytes:
        """The script for govc."""
        return govc_script(self._work(), self._words).encode()

    def ansible(self) -> bytes:
        """The playbook."""
        return ansible_playbook(self._work(), self._words).encode()
