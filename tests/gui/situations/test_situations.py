"""A situation is opened by its key, says its goal, and tells when it is reached."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.settings import REACHED
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.lessons.situations.table import SITUATIONS
from vmotion_gui.simulation.status import Phase

LEFT = Qt.MouseButton.LeftButton
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def test_a_key_opens_one_and_its_goal_is_told_when_reached(window: MainWindow, qtbot: QtBot) -> None:
    strip, session = window.situations.strip, window.context.session
    assert strip.isHidden()
    window.activateWindow()
    QTest.keyClick(window, Qt.Key.Key_1, CTRL_ALT)
    qtbot.waitUntil(strip.isVisible)
    assert window.current.name == "It converges"
    assert not session.playing
    assert session.backend.now_s == 0.0
    assert session.backend.phase("migration-1") is not Phase.COMPLETED
    assert window.context.selection.current == "vm-1"
    assert window.parts.migration.charts.isVisible()
    view = window.parts.topology.view
    seen = lambda: view.mapToScene(view.viewport().rect()).boundingRect()  # noqa: E731
    qtbot.waitUntil(lambda: not seen().contains(view.sceneRect()))
    assert seen().contains(view.rect_of("vm-1"))
    assert "each pass" in strip.text.text()
    qtbot.mouseClick(strip.hint, LEFT)
    assert "Space" in strip.text.text()
    play_to_end(window)
    session.refresh()
    assert "Reached" in strip.text.text()
    assert not strip.hint.isVisible()
    assert window.context.settings.get(REACHED) == "converges"
    qtbot.mouseClick(strip.over, LEFT)
    assert session.backend.now_s == 0.0
    assert "each pass" in strip.text.text()
    gallery = window.situations.show_gallery()
    assert gallery.list.count() == len(SITUATIONS)
    assert "✓" in gallery.list.item(0).text()
    assert "✓" not in gallery.list.item(1).text()
    QTest.keyClick(gallery, Qt.Key.Key_8)
    assert window.context.selection.current == "host-1"
    window.context.language.choose("de")
    qtbot.waitUntil(lambda: "Wartungsmodus" in strip.text.text())
    qtbot.mouseClick(strip.leave, LEFT)
    assert strip.isHidden()


@pytest.mark.parametrize("answer", ["cancel", "discard"])
def test_what_is_open_is_not_lost_without_a_question(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    window.context.commands.migrate(possible_moves(window))
    monkeypatch.setattr(dialogs, "ask_unsaved", lambda *_: answer)
    before = window.context.session.backend
    window.situations.start(0)
    assert (window.context.session.backend is before) is (answer == "cancel")
    assert window.situations.strip.isHidden() is (answer == "cancel")


def test_another_lab_ends_it(window: MainWindow) -> None:
    window.situations.start(4)
    assert window.situations.strip.isVisible()
    window.files.new()
    assert window.situations.strip.isHidden()
