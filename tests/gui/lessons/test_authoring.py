"""A lesson is recorded by doing it, edited, previewed, saved, and played back: all of it with a real mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from tests.lessons.writing import LESSON, small_lab, write_lesson
from vmotion_gui.gui.lessons.authoring import asking
from vmotion_gui.gui.lessons.authoring.deeds import DeedsField
from vmotion_gui.gui.lessons.authoring.dialog import AuthoringWindow
from vmotion_gui.gui.lessons.authoring.picker import TargetPicker
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.lessons.document import Text, WhenDone, WhenHappened
from vmotion_gui.lessons.player import Player
from vmotion_gui.lessons.reading import load_lesson
from vmotion_gui.lessons.rehearsal import rehearse

LEFT = Qt.MouseButton.LeftButton
MOVE = Migrate(spec=MigrationSpec(vm="vm-1", host="h-2"))


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """A window over two hosts."""
    made = make_window(small_lab())
    qtbot.waitExposed(made)
    return made


def click(qtbot: QtBot, button: QAbstractButton) -> None:
    """A real click on a button that can be seen."""
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)


def record(window: MainWindow, qtbot: QtBot) -> AuthoringWindow:
    """Record one migration; the dialog in which it is edited."""
    authoring, session = window.lessons.authoring, window.context.session
    authoring.record()
    window.context.selection.select(["vm-1"])
    session.submit(MOVE)
    session.set_speed(1000.0)
    qtbot.waitUntil(lambda: not session.busy_vms(), timeout=10_000)
    session.pause()
    assert authoring._pane is not None
    click(qtbot, authoring._pane.stop)
    assert authoring.dialog is not None
    return authoring.dialog


def close(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    """Close the dialog without keeping anything."""
    monkeypatch.setattr("vmotion_gui.gui.lessons.authoring.controller.dialogs.ask_unsaved", lambda *_: "discard")
    dialog = window.lessons.authoring.dialog
    assert dialog is not None
    dialog.close()
    assert window.lessons.authoring.dialog is None


def test_recorded_edited_previewed_and_saved(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.context.session.backend
    dialog = record(window, qtbot)
    draft = dialog.draft
    assert [type(step.until) for step in draft.lesson.steps[:2]] == [WhenDone, WhenHappened]
    assert dialog.findings == []
    # texts: what is wrong is shown where it is
    dialog.steps.setCurrentRow(1)
    german = dialog.step_page.texts["title"].fields["de"]
    german.clear()
    german.setFocus()
    qtbot.keyClicks(german, "x")
    qtbot.keyClick(german, Qt.Key.Key_Backspace)
    qtbot.waitUntil(lambda: bool(dialog.findings))
    assert [(finding.step, finding.field) for finding in dialog.findings] == [(0, "title.de")]
    assert not dialog.save.isEnabled()
    assert "border" in german.styleSheet()
    assert dialog.problems.item(0).text().startswith("Line ")
    qtbot.keyClicks(german, "Los")
    qtbot.waitUntil(lambda: not dialog.findings)
    assert draft.lesson.steps[0].title == Text(en="Move web-1 to esx-2", de="Los")
    # a step more, at the end, with a light that is clicked
    dialog.steps.setCurrentRow(dialog.steps.count() - 1)
    click(qtbot, dialog.add)
    assert len(draft.lesson.steps) == 4
    click(qtbot, dialog.step_page.lights.pick)
    picker = window.findChild(TargetPicker)
    assert picker is not None
    tasks = window.lessons.targets.rect("timeline")
    qtbot.mouseClick(picker, LEFT, pos=tasks.center())
    assert draft.lesson.steps[3].targets == ("timeline",)
    assert dialog.isVisible()
    # preview, and back
    click(qtbot, dialog.preview)
    player = window.lessons.player
    assert isinstance(player, Player)
    assert not dialog.isVisible()
    assert player.lesson is draft.lesson
    window.lessons.leave()
    assert dialog.isVisible()
    # saved: a stranger reads the same lesson, and the engine proves it
    file = tmp_path / "mine" / "first.vmlesson"
    monkeypatch.setattr(asking, "save_lesson", lambda *_: str(file))
    click(qtbot, dialog.save)
    loaded = load_lesson(file)
    assert loaded.lesson == draft.lesson
    assert rehearse(loaded).problems == ()
    dialog.close()
    assert window.lessons.authoring.dialog is None
    assert window.context.session.backend is before


def test_recording_can_be_discarded_and_needs_quiet(window: MainWindow, qtbot: QtBot) -> None:
    authoring, session = window.lessons.authoring, window.context.session
    before = session.backend
    session.submit(MOVE)
    session.pause()
    authoring.record()
    assert authoring.recorder is None
    while session.busy_vms():
        session.step()
    authoring.record()
    assert session.backend is not before
    assert authoring._pane is not None
    session.submit(Migrate(spec=MigrationSpec(vm="vm-2", host="h-2")))
    session.pause()
    assert authoring._pane.list.item(0).text() == "1. Move web-2 to esx-2"
    session.step()
    assert authoring._pane.list.count() == 2
    session.rewind(0.0)
    assert authoring._pane.list.count() == 1
    window.context.language.choose("de")
    assert authoring._pane.list.item(0).text() == "1. Verschieben Sie web-2 nach esx-2"
    click(qtbot, authoring._pane.discard)
    assert session.backend is before
    assert authoring.recorder is None


def test_a_lesson_file_is_edited_with_question_actions_and_numbers(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    authoring = window.lessons.authoring
    authoring.edit(str(write_lesson(tmp_path, LESSON)))
    dialog = authoring.dialog
    assert dialog is not None
    draft, page = dialog.draft, dialog.step_page
    for row in range(dialog.steps.count()):
        dialog.steps.setCurrentRow(row)
    assert not draft.modified
    # another question in the first step, told in the last one
    dialog.steps.setCurrentRow(1)
    page.question.kind.setCurrentIndex(1)
    page.question.kind.activated.emit(1)
    page.question.value.setCurrentText('passes("migration-1")')
    page.question.question.fields["en"].setPlainText("How many passes?")
    page.question.question.fields["de"].setPlainText("Wie viele Durchläufe?")
    page.question.told.setCurrentIndex(page.question.told.count() - 1)
    page.question.told.activated.emit(0)
    asked = draft.lesson.steps[0].prediction
    assert asked is not None
    assert (asked.value, asked.unit) == ('passes("migration-1")', "count")
    assert draft.lesson.steps[-1].resolves == asked.id
    # an action more
    dialog.steps.setCurrentRow(4)
    page.deeds.kind.setCurrentText("Power On")
    click(qtbot, page.deeds.add)
    page.deeds.asked.click()
    (action,) = draft.lesson.steps[3].actions
    assert action.by == "lesson"
    assert action.text == Text(en="Power on web-1", de="Schalten Sie web-1 ein")
    # a number more
    dialog.steps.setCurrentRow(0)
    click(qtbot, dialog.lesson_page.more)
    assert draft.lesson.numbers["number_1"].value == "now_s"
    qtbot.waitUntil(lambda: not dialog._check.isActive())
    assert dialog.findings == []
    # all of it taken back
    while draft.modified:
        click(qtbot, dialog.undo)
    dialog.close()
    assert authoring.dialog is None


def test_the_picker_knows_objects_and_gives_up(window: MainWindow, qtbot: QtBot) -> None:
    authoring = window.lessons.authoring
    view = window.parts.topology.view
    picker = TargetPicker(window, window.lessons.targets, view, window.context.themes)
    qtbot.waitUntil(lambda: not view.rect_of("vm-1").isEmpty())
    inside = view.viewport().mapTo(window, view.viewport_point_of("vm-1"))
    assert picker.target_at(inside) == "object:vm-1"
    assert picker.target_at(QPoint(-5, -5)) == ""
    with qtbot.waitSignal(picker.picked) as given:
        qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert given.args == [""]
    assert authoring.dialog is None


def test_every_kind_of_action_that_has_an_object_can_be_added(window: MainWindow, qtbot: QtBot) -> None:
    field = DeedsField(window.current.lab, window)
    for index in range(field.kind.count()):
        field.kind.setCurrentIndex(index)
        before = field.list.count()
        click(qtbot, field.add)
        assert (field.list.count() > before) is (field.object.count() > 0)
    kinds = {type(action.command).__name__ for action in field._actions}
    assert {"Migrate", "EnterDatastoreMaintenanceMode", "ExitDatastoreMaintenanceMode", "InjectFault"} <= kinds
    assert all(action.text.en and action.text.de for action in field._actions if action.text)
