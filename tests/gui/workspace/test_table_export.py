"""Tables as files: what is shown, safe to open in a spreadsheet, and a clear word if it cannot be written."""

from __future__ import annotations

import csv
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import possible_moves
from vmotion_gui.gui.tasks.export import write_table
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate


def _rows(path: Path) -> list[list[str]]:
    return list(csv.reader(path.read_text(encoding="utf-8-sig").splitlines()))


def test_a_name_that_a_spreadsheet_would_run_is_a_text(tmp_path: Path) -> None:
    model = QStandardItemModel(0, 2)
    model.setHorizontalHeaderLabels(["Name", ""])
    for name in ('=HYPERLINK("x")', "plain, with comma", "@cmd"):
        model.appendRow([QStandardItem(name), QStandardItem("a button")])
    write_table(model, tmp_path / "table.csv")
    assert _rows(tmp_path / "table.csv") == [["Name"], ['\'=HYPERLINK("x")'], ["plain, with comma"], ["'@cmd"]]


def test_the_button_writes_the_events_that_are_shown(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, pane = window.context.session, window.parts.events
    (move,) = possible_moves(window)
    assert session.submit(Migrate(spec=msgspec.structs.replace(move))).accepted
    session.backend.advance(5.0)
    session.refresh()
    pane.text.setText(session.inventory.vms[move.vm].name)
    qtbot.waitUntil(lambda: pane.model.rowCount() < len(session.backend.events) or pane.model.rowCount() > 0)
    path = tmp_path / "events.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    window.docks.show("events")
    qtbot.mouseClick(pane.export, Qt.MouseButton.LeftButton)
    rows = _rows(path)
    assert len(rows) == pane.model.rowCount() + 1
    assert rows[1][0] == pane.model.index(0, 0).data()

    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "where.csv"), ""))
    qtbot.mouseClick(pane.export, Qt.MouseButton.LeftButton)
    assert "where.csv" in said[0]
