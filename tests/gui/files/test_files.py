"""Labs as files: the title, the question about unsaved changes, broken documents, recent ones, large ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.files import controller, dialogs, loading
from vmotion_gui.gui.files.dialogs import Answer, lab_error_dialog
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.document import load, save
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import LabError


def act(window: MainWindow) -> None:
    """Do something that is worth saving."""
    window.context.commands.migrate(possible_moves(window))


class Answers:
    """Stands in for the user before the files' dialogs."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.unsaved: Answer = "cancel"
        self.save_path = ""
        self.open_path = ""
        self.asked = 0
        self.errors: list[LabError] = []
        monkeypatch.setattr(dialogs, "ask_unsaved", self._ask)
        monkeypatch.setattr(dialogs, "ask_save", lambda *_: self.save_path)
        monkeypatch.setattr(dialogs, "ask_open", lambda *_: self.open_path)
        monkeypatch.setattr(dialogs, "show_lab_error", lambda _w, _l, error: self.errors.append(error))

    def _ask(self, *_: object) -> Answer:
        self.asked += 1
        return self.unsaved


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Answers:
    return Answers(monkeypatch)


def test_the_demo_lab_is_open_and_unmodified(window: MainWindow) -> None:
    assert window.windowTitle() == "Demo[*] – vmotion-gui"
    assert not window.isWindowModified()


def test_a_command_marks_the_window_and_saving_clears_the_mark(
    window: MainWindow, answers: Answers, tmp_path: Path
) -> None:
    act(window)
    assert window.isWindowModified()
    answers.save_path = str(tmp_path / "mine.json")
    assert window.files.save()
    assert not window.isWindowModified()
    assert window.windowTitle() == "mine.json[*] – vmotion-gui"
    assert window.context.settings.recent() == (str(tmp_path / "mine.json"),)


def test_a_saved_lab_opens_with_the_same_run(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    spec = possible_moves(window)[0]
    window.context.commands.migrate([spec])
    play_to_end(window)
    ran = [(event.time_s, event.type) for event in window.context.session.backend.events]
    answers.save_path = str(tmp_path / "mine.json")
    window.files.save()

    window.files.open_path(answers.save_path)
    session = window.context.session
    assert session.backend.now_s == 0.0
    session.backend.advance(ran[-1][0])
    assert [(event.time_s, event.type) for event in session.backend.events] == ran
    assert session.inventory.vms[spec.vm].host == spec.host
    assert not window.isWindowModified()


@pytest.mark.parametrize(
    ("answer", "closes", "saved"), [("save", True, True), ("discard", True, False), ("cancel", False, False)]
)
def test_the_question_about_unsaved_changes(
    window: MainWindow, answers: Answers, tmp_path: Path, answer: Answer, closes: bool, saved: bool
) -> None:
    act(window)
    answers.unsaved = answer
    answers.save_path = str(tmp_path / "mine.json")
    assert window.files.may_close() is closes
    assert Path(answers.save_path).exists() is saved
    assert answers.asked == 1


def test_a_cancelled_save_keeps_the_lab_open(window: MainWindow, answers: Answers) -> None:
    act(window)
    answers.unsaved, answers.save_path = "save", ""
    assert not window.files.may_close()


def test_nothing_is_asked_about_a_lab_without_changes(window: MainWindow, answers: Answers) -> None:
    window.files.new()
    assert answers.asked == 0
    assert not window.context.session.inventory.vms


def test_a_broken_document_names_every_place(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    document = json.loads(controller.demo_path().read_text(encoding="utf-8"))
    document["hosts"][1]["cores"] = "many"
    document["vms"][0]["host"] = "nowhere"
    path = tmp_path / "broken.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    before = window.context.session.inventory
    window.files.open_path(str(path))
    places = {problem.place for problem in answers.errors[0].problems}
    assert {"$.hosts[1].cores", "$.vms[0].host"} <= places
    assert window.context.session.inventory is before


def test_the_dialog_of_a_broken_document_lists_places_and_texts(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text('{"format": "vmotion-gui-lab", "version": 1, "hosts": 3}', encoding="utf-8")
    with pytest.raises(LabError) as caught:
        load(path)
    dialog = lab_error_dialog(window, window.context.language, caught.value)
    table = dialog.findChild(dialogs.QTableWidget)
    assert table.item(0, 0).text() == "$.hosts"
    assert table.item(0, 1).text()
    dialog.deleteLater()


def test_a_recent_lab_that_is_gone_is_forgotten(window: MainWindow, answers: Answers, tmp_path: Path) -> None:
    gone = str(tmp_path / "gone.json")
    window.context.settings.remember_recent(gone)
    window.files.open_recent(gone)
    assert answers.errors
    assert window.context.settings.recent() == ()


def test_a_large_lab_is_checked_in_a_process_of_its_own(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.json"
    save(Lab(inventory=generate(8, 60), name="Large"), path)
    monkeypatch.setattr(loading, "LARGE_BYTES", 100)
    with qtbot.waitSignal(window.files.opened, timeout=20_000):
        window.files.open_path(str(path))
    assert len(window.context.session.inventory.vms) == 60
    assert not answers.errors


def test_a_large_broken_lab_is_told_too(
    window: MainWindow, answers: Answers, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "large.json"
    path.write_text('{"format": "vmotion-gui-lab", "version": 1, "hosts": 3}', encoding="utf-8")
    monkeypatch.setattr(loading, "LARGE_BYTES", 10)
    window.files.open_path(str(path))
    qtbot.waitUntil(lambda: bool(answers.errors), timeout=20_000)
    assert answers.errors[0].problems[0].place == "$.hosts"
