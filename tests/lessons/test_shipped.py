"""The lessons that ship: each is played to its end on the engine, and everything that it says is proven."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tools.lesson_labs import LABS
from vmotion_gui.inventory.document import dumps, load
from vmotion_gui.lessons.player import Player
from vmotion_gui.lessons.reading import load_lesson, shipped
from vmotion_gui.lessons.rehearsal import rehearse
from vmotion_gui.lessons.words import NOT_KNOWN

LESSONS = shipped()


def test_there_are_twelve_in_order() -> None:
    assert [file.stem for file in LESSONS] == sorted(LABS)
    assert len({load_lesson(file).lesson.id for file in LESSONS}) == len(LESSONS) == 12


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_every_claim_number_question_and_exercise_is_proven(file: Path) -> None:
    done = rehearse(load_lesson(file))
    assert [(problem.place, problem.text) for problem in done.problems] == []
    assert done.claims >= 9


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_every_text_of_every_step_is_whole_in_both_languages(file: Path) -> None:
    player = Player(load_lesson(file))
    while True:
        step = player.step
        for text in (step.title, step.narration, step.details, step.hint, step.notes):
            if text is not None:
                english, german = (player.text(text, language) for language in ("en", "de"))
                assert english
                assert NOT_KNOWN not in english + german
                assert english != german or len(english) < 30
        assert player.complete()
        if not player.forward():
            break
    assert player.finished
    assert all(reached for _, reached in player.goals())


@pytest.mark.parametrize("file", LESSONS, ids=lambda file: file.stem)
def test_every_lesson_asks_explains_and_lets_one_try(file: Path) -> None:
    lesson = load_lesson(file).lesson
    assert lesson.predictions
    assert lesson.sources
    assert sum(step.exercise is not None for step in lesson.steps) >= 1
    assert 3 <= lesson.minutes <= 8
    assert 6 <= len(lesson.steps) <= 12
    explaining = [step for step in lesson.steps if step.prediction is None and step.exercise is None]
    assert [step.id for step in explaining if step.details is None] == []


@pytest.mark.parametrize("name", sorted(LABS))
def test_the_labs_are_those_that_the_tool_writes(name: str) -> None:
    file = next(file for file in LESSONS if file.stem == name).with_suffix(".json")
    assert dumps(load(file)) == dumps(LABS[name]())
