"""The dock of logs follows the migration and the moment that are shown; it is filtered and copied."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.window import MainWindow


def test_lines_follow_the_moment_and_the_filter(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.parts.logs
    window.docks.show("logs")
    qtbot.waitUntil(pane.isVisible)
    assert pane.text.toPlainText() == ""
    spec = possible_moves(window)[0]
    window.context.commands.migrate([spec])
    play_to_end(window)
    pane.refresh()
    whole = pane.text.toPlainText().splitlines()
    assert any("Stopping pre-copy" in line for line in whole)
    pane.file.setCurrentIndex(pane.file.findData("vmware.log"))
    assert 0 < len(pane.text.toPlainText().splitlines()) < len(whole)
    pane.filter.setText("unstun")
    (line,) = pane.text.toPlainText().splitlines()
    assert "vm stopped for" in line
    qtbot.mouseClick(pane.copy, Qt.MouseButton.LeftButton)
    assert QGuiApplication.clipboard().text() == line
    pane.filter.clear()
    pane.file.setCurrentIndex(0)
    window.context.session.rewind(2.0)
    qtbot.waitUntil(lambda: "Stopping pre-copy" not in pane.text.toPlainText())
