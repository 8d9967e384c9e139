"""What is written of a lesson is read as the same lesson."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.writing import small_lesson
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory
from vmotion_gui.lessons.document import Action, Choice, Lesson, Number, Prediction, Source, Step, Text, WhenHappened
from vmotion_gui.lessons.lines import Lines
from vmotion_gui.lessons.reading import load_lesson, shipped
from vmotion_gui.lessons.writing import WIDTH, NotWritableError, lesson_text

WORDS = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    ['"""', 'a"\n"', "a\\\n b", "\r\n", "'", "[[steps]]\nx = 1", " \n", "\t\x00\x7f\x85\u2028"]
)
TEXTS = st.builds(Text, en=WORDS, de=WORDS)
VALUES = st.recursive(
    st.booleans() | st.integers(-(1 << 63), (1 << 63) - 1) | st.floats(allow_nan=False) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
EDITS = st.builds(FieldsChanged, id=WORDS, fields=st.dictionaries(WORDS, VALUES, max_size=3))
ACTIONS = st.builds(
    Action,
    command=st.builds(EditInventory, changes=st.lists(EDITS, max_size=2).map(tuple), label=WORDS),
    by=st.sampled_from(("lesson", "user")),
    text=st.none() | TEXTS,
)
PREDICTIONS = st.builds(
    Prediction, id=WORDS, question=TEXTS, choices=st.lists(st.builds(Choice, text=TEXTS, right=WORDS)).map(tuple)
)
STEPS = st.builds(
    Step,
    id=WORDS,
    title=TEXTS,
    narration=TEXTS,
    hint=st.none() | TEXTS,
    targets=st.lists(WORDS, max_size=3).map(tuple),
    actions=st.lists(ACTIONS, max_size=2).map(tuple),
    until=st.builds(WhenHappened, type=WORDS, count=st.integers(1, 9)),
    prediction=st.none() | PREDICTIONS,
)
LESSONS = st.builds(
    Lesson,
    format=st.just("vmotion-gui-lesson"),
    version=st.just(1),
    id=WORDS,
    title=TEXTS,
    summary=TEXTS,
    level=st.just("beginner"),
    minutes=st.just(3),
    lab=WORDS | st.dictionaries(WORDS, VALUES, max_size=3),
    numbers=st.dictionaries(WORDS, st.builds(Number, value=WORDS), max_size=3),
    sources=st.lists(st.builds(Source, title=WORDS), max_size=2).map(tuple),
    steps=st.lists(STEPS, min_size=1, max_size=3).map(tuple),
)


def again(lesson: Lesson) -> Lesson:
    """A lesson after it has been written and read."""
    return msgspec.convert(tomllib.loads(lesson_text(lesson)), Lesson)


@settings(max_examples=60, deadline=None)
@given(LESSONS)
def test_any_lesson_is_read_as_it_was_written(lesson: Lesson) -> None:
    assert again(lesson) == lesson


def test_every_lesson_that_ships_is_read_as_it_was_written() -> None:
    for file in shipped():
        lesson = load_lesson(file).lesson
        assert again(lesson) == lesson


def test_it_is_written_as_people_would_write_it(tmp_path: Path) -> None:
    text = lesson_text(small_lesson(tmp_path).lesson)
    assert 'title = { en = "Moving a machine", de = "Eine Maschine verschieben" }' in text
    assert 'narration.en = """\nA machine runs on a host.\n"""' in text
    assert 'claims = [\'outcome("migration-1") == "completed"\', \'host("vm-1") == "h-2"\']' in text
    assert max(map(len, text.splitlines())) <= WIDTH
    lines, rows = Lines(text), text.splitlines()
    assert rows[lines.line("$.steps[2].claims") - 1].startswith("claims = ")
    assert rows[lines.line("$.steps[4].exercise.solution[0].command") - 1].startswith("command = ")


@pytest.mark.parametrize("value", [None, 1 << 63, [None], {"x": None}])
def test_what_no_file_can_hold_is_refused(tmp_path: Path, value: Any) -> None:
    lesson = small_lesson(tmp_path).lesson
    edit = EditInventory(changes=(FieldsChanged(id="vm-1", fields={"x": value}),))
    step = msgspec.structs.replace(lesson.steps[0], actions=(Action(command=edit),))
    with pytest.raises(NotWritableError):
        lesson_text(msgspec.structs.replace(lesson, steps=(step,)))
