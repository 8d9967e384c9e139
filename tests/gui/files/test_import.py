"""Importing an RVTools export through the window: the worker, the report, the guessed adapters."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vmotion_gui.gui.dialogs.import_report import ImportReportDialog, guessed_adapters, with_confirmed_adapters
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.importers.report import Finding, ImportReport
from vmotion_gui.importers.rvtools import ImportResult
from vmotion_gui.inventory.document import load, save
from vmotion_gui.inventory.entities import Host, VmKernelAdapter
from vmotion_gui.inventory.lab import Lab


def result(lab: Lab) -> ImportResult:
    """An import with one host whose vMotion adapter is a guess."""
    host = next(iter(lab.inventory.hosts.values()))
    guess = VmKernelAdapter(device="vmk9", services=("vmotion",), services_origin="guessed")
    inventory = lab.inventory.with_entities([_with(host, guess)])
    finding = Finding(group="assumption", kind="connectionState", objects=(host.name,), sheet="vHost")
    report = ImportReport(source="export.xlsx", counts={"vms": 3}, findings=(finding,))
    return ImportResult(Lab(inventory=inventory, name="export", origin="RVTools export.xlsx"), report)


def _with(host: Host, adapter: VmKernelAdapter) -> Host:
    return msgspec.structs.replace(host, vmk_adapters=(*host.vmk_adapters, adapter))


@pytest.mark.parametrize("right", [True, False])
def test_a_guessed_adapter_is_confirmed_or_taken_back(window: MainWindow, demo: Lab, right: bool) -> None:
    imported = result(demo)
    dialog = ImportReportDialog(imported, window.context, window)
    assert dialog.adapters.rowCount() == 1
    dialog.adapters.item(0, 0).setCheckState(Qt.CheckState.Checked if right else Qt.CheckState.Unchecked)
    labs: list[Lab] = []
    dialog.accepted_lab.connect(labs.append)
    dialog.accept_confirmed()
    host = next(iter(labs[0].inventory.hosts.values()))
    adapter = host.vmk_adapters[-1]
    assert adapter.services_origin == "entered"
    assert ("vmotion" in adapter.services) is right
    assert len(labs[0].inventory.vms) == len(demo.inventory.vms)


def test_hosts_without_guesses_stay_as_they_are(demo: Lab) -> None:
    assert with_confirmed_adapters(demo.inventory.hosts.values(), {}) == []


def test_a_file_that_is_no_export_gets_a_sentence(
    window: MainWindow, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(dialogs, "tell_problem", lambda _w, _t, text: told.append(text))
    path = tmp_path / "export.xlsx"
    path.write_text("this is no workbook", encoding="utf-8")
    window.files.import_path(str(path))
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    assert "export.xlsx" in told[0]
    assert "Traceback" not in told[0]
    assert "importers." not in told[0]


def test_a_lab_that_was_imported_opens_with_its_report(
    window: MainWindow, demo: Lab, tmp_path: Path, qtbot: QtBot
) -> None:
    imported = result(demo)
    path = tmp_path / "imported.json"
    save(msgspec.structs.replace(imported.lab, import_report=imported.report.to_data()), path)
    window.files.open_path(str(path))
    (dialog,) = window.findChildren(ImportReportDialog)
    assert dialog.isVisible()
    assert dialog.adapters.rowCount() == 1
    dialog.accept_confirmed()
    assert not guessed_adapters(window.context.session.inventory.hosts.values())
    assert window.current.modified
    assert window.files.has_import_report
    assert window.files.save()
    assert load(path).import_report == imported.report.to_data()
    qtbot.waitUntil(lambda: not window.findChildren(ImportReportDialog))


def test_a_lab_of_other_origin_has_no_report(window: MainWindow) -> None:
    assert not window.files.has_import_report
    window.files.show_import_report()
    assert not window.findChildren(ImportReportDialog)
