"""Importing an RVTools export through the window: the worker, the report, the guessed adapters."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vmotion_gui.gui.dialogs.import_report import ImportReportDialog, with_confirmed_adapters
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.importers.report import Finding, ImportReport
from vmotion_gui.importers.rvtools import ImportResult
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
    import msgspec

    return msgspec.structs.replace(host, vmk_adapters=(*host.vmk_adapters, adapter))


@pytest.mark.parametrize("right", [True, False])
def test_a_guessed_adapter_is_confirmed_or_taken_back(window: MainWindow, demo: Lab, right: bool) -> None:
    imported = result(demo)
    dialog = ImportReportDialog(imported, window.context, window)
    assert dialog.adapters.rowCount() == 1
    dialog.adapters.item(0, 0).setCheckState(Qt.CheckState.Checked if right else Qt.CheckState.Unchecked)
    labs: list[Lab] = []
    dialog.accepted_lab.connect(labs.append)
    dialog._accept()
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
