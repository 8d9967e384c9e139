"""A plan into files for the people who do it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox, QWidget

from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.handover.forms import FORMS, Form, Handover, written

_SUFFIXES: dict[Form, str] = {
    "html": "html",
    "pdf": "pdf",
    "csv": "csv",
    "powercli": "ps1",
    "govc": "sh",
    "ansible": "yml",
}


def fill_export_menu(
    menu: QMenu, parent: QWidget, stem: str, forms: Sequence[Form], written: Callable[[Form], bytes]
) -> None:
    """Entries that ask for a file, and write into it what `written` gives; `stem`: the name that is proposed."""
    texts: dict[Form, str] = {
        "html": QCoreApplication.translate("MaintenanceExports", "Runbook for a browser (HTML)…"),
        "pdf": QCoreApplication.translate("MaintenanceExports", "Runbook to print (PDF)…"),
        "csv": QCoreApplication.translate("MaintenanceExports", "Moves as a table (CSV)…"),
        "powercli": QCoreApplication.translate("MaintenanceExports", "Script for PowerCLI…"),
        "govc": QCoreApplication.translate("MaintenanceExports", "Script for govc…"),
        "ansible": QCoreApplication.translate("MaintenanceExports", "Ansible playbook…"),
    }
    for form in forms:
        menu.addAction(texts[form], lambda form=form: _ask(parent, stem, form, written))  # type: ignore[misc]


def _ask(parent: QWidget, stem: str, form: Form, written: Callable[[Form], bytes]) -> None:
    title = QCoreApplication.translate("MaintenanceExports", "Export the plan")
    suffix = _SUFFIXES[form]
    name, _ = QFileDialog.getSaveFileName(parent, title, f"{stem}.{suffix}")
    if not name:
        return
    path = Path(name if Path(name).suffix else f"{name}.{suffix}")
    try:
        path.write_bytes(written(form))
    except (OSError, ValueError) as error:
        text = QCoreApplication.translate(
            "MaintenanceExports", "{path} was not written: {reason}. Choose another place."
        )
        QMessageBox.warning(parent, title, text.format(path=path, reason=error))


class Exports:
    """What a plan can be written as; in the window's language."""

    def __init__(self, draft: Draft, title: str, parent: QWidget) -> None:
        self._draft, self._title, self._parent = draft, title, parent

    def fill(self, menu: QMenu) -> None:
        """The entries of the Export menu."""
        fill_export_menu(menu, self._parent, "maintenance", FORMS, self.written)

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
