"""A lesson that is being written: changes can be taken back, problems have their lines, files are read again."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lessons.writing import small_lesson
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.document import Lesson, Text, WhenDone
from vmotion_gui.lessons.drafting import Draft, id_from
from vmotion_gui.lessons.reading import lines_of, load_lesson
from vmotion_gui.messages import message

NEW = message("lesson.draft.newStep")


def draft(folder: Path) -> Draft:
    """The small lesson, to be changed."""
    loaded = small_lesson(folder)
    return Draft(loaded.lesson, loaded.lab)


def ids(lesson: Lesson) -> list[str]:
    """The steps' ids."""
    return [step.id for step in lesson.steps]


def test_steps_are_added_moved_and_removed_and_all_of_it_is_taken_back(tmp_path: Path) -> None:
    made = draft(tmp_path)
    first = made.lesson
    assert made.add_step(1, NEW) == 1
    assert made.move_step(1, 99) == 5
    made.remove_step(0)
    assert ids(made.lesson) == ["guess", "go", "after", "exercise", "step-1"]
    assert made.lesson.steps[-1].title.de == "Neuer Schritt"
    after = made.lesson
    while made.undo():
        pass
    assert made.lesson is first
    while made.redo():
        pass
    assert made.lesson is after
    assert not made.put_step(0, made.lesson.steps[0])
    assert not made.redo()


def test_what_is_wrong_has_its_step_its_field_and_its_line(tmp_path: Path) -> None:
    made = draft(tmp_path)
    assert made.findings() == []
    step = made.lesson.steps[0]
    made.put_step(0, msgspec.structs.replace(step, title=Text(en="Welcome", de=""), until=WhenDone()))
    found = {(finding.step, finding.field): finding.line for finding in made.findings()}
    assert found.keys() == {(0, "title.de"), (0, "until")}
    rows = made.text().splitlines()
    assert rows[found[0, "title.de"] - 1].startswith("title = ")
    assert rows[found[0, "until"] - 1].startswith("until = ")


@pytest.mark.parametrize("name", ["mine.toml", "mine.vmlesson"])
def test_what_is_saved_is_read_again(tmp_path: Path, name: str) -> None:
    made = draft(tmp_path)
    assert made.modified
    made.save(tmp_path / name)
    assert not made.modified
    loaded = load_lesson(tmp_path / name)
    assert loaded.lesson == made.lesson
    assert loaded.lesson.lab == "mine.json"
    assert loaded.lab == made.lab
    assert lines_of(tmp_path / name).line("$.steps") > 1
    made.remove_step(3)
    assert made.modified


def test_what_cannot_be_saved_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(LabError):
        draft(tmp_path).save(tmp_path / "file" / "mine.toml")


@given(st.text(max_size=90))
def test_any_title_gives_an_id(title: str) -> None:
    id_ = id_from(title)
    assert 1 <= len(id_) <= 64
    assert set(id_) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert id_[0] != "-"


def test_titles_keep_their_words_in_the_id() -> None:
    assert id_from("Größe zählt: 2 Hosts!") == "grosse-zahlt-2-hosts"
