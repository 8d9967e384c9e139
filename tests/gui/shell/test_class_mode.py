"""Class mode hides and locks and gives all of it back; migrations can wait for somebody to press Play."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QDockWidget, QToolButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.lessons.reading import shipped

FREE = QDockWidget.DockWidgetFeature.NoDockWidgetFeatures


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


def shown(window: MainWindow) -> dict[str, bool]:
    """Each dock, and whether it is there; each action of File and Edit, and whether it can be chosen."""
    docks = {dock.objectName(): not dock.isHidden() for dock in window.docks.all()}
    actions = [*window.menus.file.actions(), *window.menus.edit.actions()]
    return docks | {action.text(): action.isVisible() for action in actions if action.text()}


def test_what_distracts_is_hidden_and_what_must_stay_is_locked(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.show("objects")
    before, features = shown(window), window.docks["tasks"].features()
    window.class_mode.action.trigger()
    assert window.class_mode.on
    assert [
        text for text in (action.text() for action in window.menus.file.actions() if action.isVisible()) if text
    ] == ["&Quit"]
    assert not window.docks["objects"].isVisible()
    assert window.docks["tasks"].features() == FREE
    assert not window.docks["tasks"].toggleViewAction().isEnabled()
    entries = [entry.text for entry in window.object_actions.entries(["vm-web-01"])]
    assert not [text for text in entries if text.startswith(("Edit", "Remove", "Duplicate"))]
    assert any("Migrate" in text for text in entries)
    window.context.selection.select(["vm-web-01"])
    window.parts.inventory.tree.setFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_E):
        QTest.keyClick(window.parts.inventory.tree, key)
    assert not [dialog for dialog in window.findChildren(QDialog) if dialog.isVisible()]
    window.class_mode.action.trigger()
    assert shown(window) == before
    assert window.docks["tasks"].features() == features
    assert any(entry.text.startswith("Edit") for entry in window.object_actions.entries(["vm-web-01"]))


def test_what_is_for_the_speaker_is_not_for_the_class(window: MainWindow, qtbot: QtBot) -> None:
    window.lessons.start(str(shipped()[0]))

    def offered() -> set[str]:
        return {button.text() for button in window.lessons.pane.findChildren(QToolButton) if button.isVisible()}

    qtbot.waitUntil(lambda: {"Know more", "Speaker notes"} <= offered())
    window.class_mode.enter()
    qtbot.waitUntil(lambda: "Know more" in offered() and "Speaker notes" not in offered())
    window.class_mode.leave()
    qtbot.waitUntil(lambda: {"Know more", "Speaker notes"} <= offered())
    window.lessons.leave()


def test_migrations_start_paused_if_that_is_wanted_and_it_is_remembered(window: MainWindow) -> None:
    session = window.context.session
    window.clock_start.action.trigger()
    window.context.commands.migrate([MigrationSpec(vm="vm-web-01", host="host-2")])
    assert session.backend.busy
    assert not session.playing
    assert [switch.text() for switch, _ in window.show_settings().switches][-1] == "Migrations start paused"
    window.clock_start.action.trigger()
    window.context.commands.undo()
    session.backend.advance(60.0)
    session.refresh()
    window.context.commands.migrate([MigrationSpec(vm="vm-web-01", host="host-3")])
    assert session.playing
    session.pause()
