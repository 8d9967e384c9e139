"""A plan into files for the people who do it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.handover.forms import Form, Handover, written

_SUFFIXES: dict[Form, str] = {
    "html": "html",
    "pdf": "pdf",
    "csv": "csv",
    "powercli": "ps1",
    "govc": "sh",
    "ansible": "yml",
}


class Exports:
    """What a plan can be written as; in the window's language."""

    def __init__(self, draft: Draft, title: str, parent: QWidget) -> None:
        self._draft, self._title, self._parent = draft, title, parent

    def fill(self, menu: QMenu) -> None:
        """The entries of the Export menu."""
        texts: dict[Form, str] = {
            "html": QCoreApplication.translate("MaintenanceExports", "Runbook for a browser (HTML)…"),
            "pdf": QCoreApplication.translate("MaintenanceExports", "Runbook to print (PDF)…"),
            "csv": QCoreApplication.translate("MaintenanceExports", "Moves as a table (CSV)…"),
            "powercli": QCoreApplication.translate("MaintenanceExports", "Script for PowerCLI…"),
            "govc": QCoreApplication.translate("MaintenanceExports", "Script for govc…"),
            "ansible": QCoreApplication.translate("MaintenanceExports", "Ansible playbook…"),
        }
        for form, text in texts.items():
            menu.addAction(text, lambda form=form: self._ask(form))  # type: ignore[misc]

    def _ask(self, form: Form) -> None:
        title = QCoreApplication.translate("MaintenanceExports", "Export the plan")
        suffix = _SUFFIXES[form]
        name, _ = QFileDialog.getSaveFileName(self._parent, title, f"maintenance.{suffix}")
        if not name:
            return
        path = Path(name if Path(name).suffix else f"{name}.{suffix}")
        try:
            path.write_bytes(self.written(form))
        except (OSError, ValueError) as error:
            text = QCoreApplication.translate(
                "MaintenanceExports", "{path} was not written: {reason}. Choose another place."
            )
            QMessageBox.warning(self._parent, title, text.format(path=path, reason=error))

    def written(self, form: Form) -> bytes:
        """The plan in a form."""
        draft, found = self._draft, self._draft.found
        assert found is not None
        handed = Handover(
            inventory=draft.context.session.inventory,
            plan=found.plan,
            title=self._title,
            duration=found.duration,
            window=draft.window,
        )
        return written(form, handed, catalogue(draft.context.language.code))
