"""Importing an RVTools export through the window: the worker, the report, the guessed adapters."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import possible_moves
from vmotion_gui.gui.dialogs.import_report import ImportReportDialog, guessed_adapters, with_confirmed_adapters
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.files.import_reports import inventory_with_answers
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.importers.anonymise import anonymise
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
    finding = Finding(group="assumption", kind="hostConnection", objects=(host.name,), sheet="vHost")
    report = ImportReport(source="export.xlsx", counts={"vms": 3}, findings=(finding,))
    lab = Lab(inventory=inventory, name="export", origin="RVTools export.xlsx", import_report=report.to_data())
    return ImportResult(lab, report)


def opened(window: MainWindow, lab: Lab, path: Path) -> list[ImportReportDialog]:
    """Open a lab from a file; the reports that show themselves."""
    save(lab, path)
    window.files.open_path(str(path))
    return reports(window)


def reports(window: MainWindow) -> list[ImportReportDialog]:
    """The reports on the screen."""
    return [dialog for dialog in window.findChildren(ImportReportDialog) if dialog.isVisible()]


def buttons(dialog: ImportReportDialog) -> list[str]:
    """What can be pressed."""
    return [button.text().replace("&", "") for button in dialog.findChildren(QPushButton)]


def report_action(window: MainWindow) -> QAction:
    """File > Import report…, as it is when the menu opens."""
    menu = window.menus.file
    menu.aboutToShow.emit()
    (action,) = (action for action in menu.actions() if action.text().replace("&", "") == "Import report…")
    return action


def guesses(window: MainWindow) -> list[tuple[Host, VmKernelAdapter]]:
    """What waits for an answer in the open lab, at this moment."""
    return guessed_adapters(window.context.session.inventory.hosts.values())


def _with(host: Host, adapter: VmKernelAdapter) -> Host:
    return msgspec.structs.replace(host, vmk_adapters=(*host.vmk_adapters, adapter))


@pytest.mark.parametrize("right", [True, False])
def test_a_guessed_adapter_is_confirmed_or_taken_back(window: MainWindow, demo: Lab, right: bool) -> None:
    imported = result(demo)
    dialog = ImportReportDialog(imported.lab.inventory, imported.report, window.context, window)
    assert dialog.adapters.rowCount() == 1
    assert buttons(dialog) == ["Open the lab", "Cancel"]
    check = dialog.adapters.item(0, 0)
    assert check is not None
    check.setCheckState(Qt.CheckState.Checked if right else Qt.CheckState.Unchecked)
    answers: list[list[Host]] = []
    dialog.confirmed.connect(answers.append)
    dialog.accept_confirmed()
    ((host,),) = answers
    adapter = host.vmk_adapters[-1]
    assert adapter.services_origin == "entered"
    assert ("vmotion" in adapter.services) is right


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


def test_an_import_opens_with_what_was_confirmed_and_keeps_its_report(window: MainWindow, demo: Lab) -> None:
    imported = result(demo)
    window.files._imported(imported)
    (dialog,) = reports(window)
    dialog.accept_confirmed()
    assert guesses(window) == []
    assert window.current.lab.import_report == imported.report.to_data()
    assert window.current.path == ""
    assert window.current.modified


def test_a_lab_that_was_imported_opens_with_its_report(
    window: MainWindow, demo: Lab, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    imported = result(demo)
    path, copy = tmp_path / "imported.json", tmp_path / "copy.json"
    (dialog,) = opened(window, imported.lab, path)
    assert "export.xlsx" in dialog.head.text()
    assert dialog.adapters.rowCount() == 1
    dialog.accept_confirmed()
    assert guesses(window) == []
    assert window.current.modified
    assert window.files.save()
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: str(copy))
    assert window.files.save_as()
    for file in (path, copy):
        lab = load(file)
        assert lab.import_report == imported.report.to_data()
        assert lab.commands == ()
        assert guessed_adapters(lab.inventory.hosts.values()) == []
        assert opened(window, lab, file) == []
        assert report_action(window).isEnabled()


def test_the_menu_shows_the_report_again(window: MainWindow, demo: Lab, tmp_path: Path) -> None:
    imported = result(demo)
    calm = msgspec.structs.replace(imported.lab, inventory=demo.inventory)
    assert opened(window, calm, tmp_path / "calm.json") == []
    report_action(window).trigger()
    (dialog,) = reports(window)
    assert "export.xlsx" in dialog.head.text()
    assert buttons(dialog) == ["Close"]
    assert not dialog.adapters.isVisible()
    assert not window.current.modified


def test_what_is_confirmed_later_keeps_what_was_done_before(window: MainWindow, demo: Lab, tmp_path: Path) -> None:
    path = tmp_path / "imported.json"
    (dialog,) = opened(window, result(demo).lab, path)
    dialog.reject()
    assert len(guesses(window)) == 1
    window.context.commands.migrate(possible_moves(window))
    report_action(window).trigger()
    (dialog,) = reports(window)
    dialog.accept_confirmed()
    assert guesses(window) == []
    assert len(window.context.session.backend.migrations()) == 1
    assert window.files.save()
    lab = load(path)
    assert len(lab.commands) == 2
    assert guessed_adapters(inventory_with_answers(lab).hosts.values()) == []
    window.context.commands.undo()
    assert len(guesses(window)) == 1
    assert opened(window, lab, path) == []


@pytest.mark.parametrize("data", [{"strange": 1}, {"source": "x", "findings": [{"group": "warning", "kind": "later"}]}])
def test_a_damaged_or_newer_report_is_told_and_the_lab_opens(
    window: MainWindow, demo: Lab, tmp_path: Path, data: dict[str, object]
) -> None:
    told: list[str] = []
    window.files.told.connect(told.append)
    lab = msgspec.structs.replace(demo, import_report=data)
    assert opened(window, lab, tmp_path / "lab.json") == []
    assert window.current.lab.inventory == demo.inventory
    assert "$.import_report" in told[-1]
    report_action(window).trigger()
    (dialog,) = reports(window)
    assert dialog.head.text() == told[-1]
    assert window.files.save()
    assert load(tmp_path / "lab.json").import_report == data


def test_guesses_of_a_lab_without_report_can_be_confirmed(window: MainWindow, demo: Lab, tmp_path: Path) -> None:
    hidden = anonymise(result(demo).lab)
    (dialog,) = opened(window, hidden, tmp_path / "hidden.json")
    assert dialog.head.text() == "This lab carries no report of its import."
    dialog.accept_confirmed()
    assert guesses(window) == []
    assert not report_action(window).isEnabled()


def test_a_lab_of_other_origin_has_no_report(window: MainWindow) -> None:
    assert not report_action(window).isEnabled()
    window.files.imports.show_report()
    assert reports(window) == []
