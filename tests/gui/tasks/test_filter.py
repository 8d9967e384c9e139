"""Recent tasks are filtered by words, and what is shown is written to a file."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, play_to_end
from vmotion_gui.gui.tasks import cells
from vmotion_gui.inventory.commands import Migrate, MigrationSpec


def test_words_narrow_the_tasks_while_they_run_and_the_file_has_those_that_are_shown(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window()
    pane, session = window.parts.tasks, window.context.session
    for vm in ("vm-web-01", "vm-app-01"):
        assert session.submit(Migrate(spec=MigrationSpec(vm=vm, host="host-2"))).accepted
    qtbot.keyClicks(pane.filter, "web complet")
    assert pane.model.rowCount() == 0
    play_to_end(window)
    assert [pane.model.index(row, cells.TARGET).data() for row in range(pane.model.rowCount())] == ["web-01"]

    file = tmp_path / "tasks.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    qtbot.mouseClick(pane.export, Qt.MouseButton.LeftButton)
    rows = list(csv.reader(file.read_text("utf-8-sig").splitlines()))
    assert len(rows) == 2
    assert "web-01" in rows[1]
    pane.filter.clear()
    assert pane.model.rowCount() == 2
