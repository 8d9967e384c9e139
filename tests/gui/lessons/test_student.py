"""Student mode: points, hints at their price, a file that is gone on with, and the trainer's table of a class."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.lessons.writing import LESSON, small_lesson, write_lesson
from vmotion_gui.gui.lessons.student import asking
from vmotion_gui.gui.lessons.student.dialog import StudentDialog
from vmotion_gui.gui.settings import RESULTS_FOLDER, STUDENT
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.lessons.results.document import StudentResult, place_of, read_result, write_result
from vmotion_gui.lessons.results.record import begun

HINTED = LESSON.replace(
    "[steps.exercise]\n", 'hint = { en = "Drag it.", de = "Ziehen Sie sie." }\n\n[steps.exercise]\n'
)


@pytest.fixture
def folder(window: MainWindow, tmp_path: Path) -> Path:
    """Ada plays; her results go into this folder."""
    window.context.settings.put(STUDENT, "Ada")
    window.context.settings.put(RESULTS_FOLDER, str(tmp_path / "results"))
    return tmp_path / "results"


def kept(folder: Path) -> StudentResult:
    """What is in Ada's file."""
    return read_result(folder / "Ada--moving.result.json")


def go_to(window: MainWindow, qtbot: QtBot, step: str) -> None:
    """Press Next until the lesson is there."""
    lessons = window.lessons
    while lessons.player is not None and lessons.player.step.id != step:
        lessons.go_on()
        qtbot.waitUntil(lambda: not lessons._ahead.isActive(), timeout=5000)


def solve(window: MainWindow) -> None:
    """Do the exercise."""
    session = window.context.session
    session.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="h-1")))
    while session.backend.next_event_s is not None:
        session.step()


def test_a_lesson_is_recorded_and_a_hint_costs(window: MainWindow, qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    pane = window.lessons.pane
    window.lessons.start(str(write_lesson(tmp_path, HINTED)))
    assert pane.score.text() == "Ada: 0 of 15 points (0\u00a0%)"
    go_to(window, qtbot, "exercise")
    (hint,) = (button for button in pane.findChildren(QToolButton) if button.text().startswith("Hint"))
    assert hint.text() == "Hint (costs 2 points)"
    assert pane.next.text() == "Show me (no points)"
    qtbot.mouseClick(hint, Qt.MouseButton.LeftButton)
    assert kept(folder).hints == ("exercise",)
    solve(window)
    assert pane.score.text() == "Ada: 8 of 15 points (53\u00a0%)"
    result = kept(folder)
    assert (result.finished, result.goals[0].reached, result.goals[0].attempts) == (True, True, 1)
    window.lessons.leave()
    assert window.lessons.student.record is None


def test_what_is_shown_gives_no_points(window: MainWindow, qtbot: QtBot, folder: Path, tmp_path: Path) -> None:
    window.lessons.start(str(write_lesson(tmp_path)))
    go_to(window, qtbot, "exercise")
    window.lessons.go_on()
    qtbot.waitUntil(lambda: not window.lessons._ahead.isActive(), timeout=5000)
    assert window.lessons.pane.score.text() == "Ada: 0 of 15 points (0\u00a0%)"
    assert kept(folder).goals[0].shown


def test_a_lesson_is_gone_on_with_where_it_was_left(
    window: MainWindow, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file, lessons = str(write_lesson(tmp_path)), window.lessons
    lessons.start(file)
    go_to(window, qtbot, "guess")
    lessons._answer(0.5)
    go_to(window, qtbot, "exercise")
    lessons.leave()
    monkeypatch.setattr(asking, "ask_earlier", lambda *_, **__: "resume")
    lessons.start(file)
    qtbot.waitUntil(lambda: not lessons._ahead.isActive(), timeout=5000)
    assert lessons.player is not None
    assert (lessons.player.step.id, lessons.player.answers) == ("exercise", {"gap": 0.5})
    solve(window)
    before = kept(folder)
    assert (before.goals[0].reached, before.goals[0].attempts) == (True, 2)
    monkeypatch.setattr(asking, "ask_earlier", lambda *_, **__: "keep")
    lessons.start(file)
    assert lessons.pane.score.isHidden()
    assert kept(folder) == before
    monkeypatch.setattr(asking, "ask_earlier", lambda *_, **__: "again")
    lessons.start(file)
    assert not kept(folder).goals[0].reached


def test_student_mode_begins_and_ends(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    settings = window.context.settings
    window.lessons.student.ask()
    dialog = window.findChild(StudentDialog)
    assert dialog is not None
    assert not dialog.begin.isEnabled()
    qtbot.keyClicks(dialog.name, "Ada")
    dialog._folder = tmp_path / "there"
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert (settings.get(STUDENT), settings.get(RESULTS_FOLDER)) == ("Ada", str(tmp_path / "there"))
    window.lessons.start(str(write_lesson(tmp_path)))
    dialog = StudentDialog(settings, window)
    dialog.accepted.connect(window.lessons.student._renamed)
    dialog.end.click()
    assert window.lessons.pane.score.isHidden()
    assert window.lessons.student.record is None


def test_a_folder_that_cannot_be_written_is_told(window: MainWindow, folder: Path, tmp_path: Path) -> None:
    folder.write_text("in the way")
    window.lessons.start(str(write_lesson(tmp_path)))
    assert "could not be written" in window.statusBar().currentMessage()
    assert window.lessons.player is not None


def test_the_trainers_table(
    window: MainWindow, qtbot: QtBot, folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = begun(small_lesson(tmp_path).lesson, "x", "2026-01-01T10:00:00+00:00")
    replace = msgspec.structs.replace
    for number, name in enumerate(["Bob", "Ada", "Cem", "Dora", "Eve", "Finn"]):
        goal = replace(new.goals[0], reached=number % 2 == 0, attempts=number + 1, time_s=10.0 * number)
        write_result(replace(new, student=name, goals=(goal,)), place_of(folder, name, "moving")[0])
    (folder / "broken.result.json").write_text("{")
    dialog = window.lessons.student.show_classroom()
    qtbot.waitUntil(lambda: dialog.complete and not dialog._timer.isActive(), timeout=5000)
    model = dialog.students.model()
    assert [model.index(row, 0).data() for row in range(6)] == ["Ada", "Bob", "Cem", "Dora", "Eve", "Finn"]
    dialog.students.sortByColumn(5, Qt.SortOrder.DescendingOrder)
    assert [model.index(row, 5).data() for row in range(6)] == ["6", "5", "4", "3", "2", "1"]
    goals = dialog.goals.model()
    assert [goals.index(0, column).data() for column in (1, 2, 3)] == [
        "Goal: It is on the first host.",
        "3 / 6",
        "50 %",
    ]
    assert "broken.result.json" in dialog.notes.text()
    for name, text in (("class.csv", "Ada"), ("class.html", "Results of the class")):
        monkeypatch.setattr(asking, "ask_export", lambda _, file=name: str(tmp_path / file))
        dialog.export.click()
        assert text in (tmp_path / name).read_text(encoding="utf-8")
    dialog.close()
