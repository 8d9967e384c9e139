"""A lesson as a page and as a worksheet: every text, every number from its run, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lessons.pages.reader import Page, harmless
from tests.lessons.writing import LESSON, write_lesson
from vmotion_gui import resources
from vmotion_gui.lessons.pages.lesson import lesson_page
from vmotion_gui.lessons.pages.telling import Telling, told, told_so_far
from vmotion_gui.lessons.pages.worksheet import worksheet_page
from vmotion_gui.lessons.player import Player
from vmotion_gui.lessons.reading import load_lesson
from vmotion_gui.lessons.words import NOT_KNOWN
from vmotion_gui.messages import catalogue

SHIPPED = sorted(resources.path("lessons").glob("*.toml"))
HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(2)>"


@pytest.fixture(scope="module")
def telling(tmp_path_factory: pytest.TempPathFactory) -> Telling:
    return told(load_lesson(write_lesson(tmp_path_factory.mktemp("lesson"))), "en")


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_every_lesson_that_ships_as_pages(path: Path) -> None:
    loaded = load_lesson(path)
    for language in ("en", "de"):
        telling = told(loaded, language)
        read = Page(lesson_page(telling))
        harmless(read)
        for step in telling.steps:
            assert step.step.title.of(language) in read.text
            assert " ".join(step.narration.split()) in read.text
        assert NOT_KNOWN not in read.text
        answered = Page(worksheet_page(telling, answers=True))
        harmless(answered)
        asked = [step for step in loaded.lesson.steps if step.prediction is not None]
        resolved = [step.right for step in telling.steps if step.right]
        assert len(resolved) == len(asked)
        assert all(right in answered.text for right in resolved)


def test_numbers_are_blanks_on_the_sheet_and_known_to_the_trainer(telling: Telling) -> None:
    (status,) = [each for each in telling.backend.migrations().values() if each.id == "migration-1"]
    downtime = catalogue("en").quantity(status.downtime_s, "seconds")
    sheet, answered = worksheet_page(telling), worksheet_page(telling, answers=True)
    assert f"It stood still for {downtime}." in Page(answered).text
    assert downtime not in Page(sheet).text
    assert "It stood still for" in Page(sheet).text
    blanks = [page.attributes.count(("span", "class", "blank")) for page in (Page(sheet), Page(answered))]
    assert blanks[0] == blanks[1] == 2  # the number that is predicted, and the one in the text


def test_goals_are_ticked_by_hand_and_were_reached_by_the_solution(telling: Telling) -> None:
    sheet = Page(worksheet_page(telling, answers=True))
    exercise = telling.steps[-1]
    assert exercise.goals
    assert all(reached for _, reached in exercise.goals)
    assert all(text in sheet.text for text, _ in exercise.goals)
    assert sheet.attributes.count(("span", "class", "box")) >= len(exercise.goals)
    assert any(catalogue("en").render(event.text) in sheet.text for event in exercise.events)


def test_what_a_user_has_played_so_far(tmp_path: Path) -> None:
    player = Player(load_lesson(write_lesson(tmp_path)))
    player.forward()
    player.answer(0.4)
    player.forward()
    so_far = told_so_far(player, "de")
    assert [step.step.id for step in so_far.steps] == ["welcome", "guess", "go"]
    page = Page(lesson_page(so_far))
    harmless(page)
    assert "Vorhergesagt: 400 ms" in page.text
    assert "Der Lauf sagt" not in page.text
    player.complete()
    player.forward()
    assert "Der Lauf sagt" in Page(lesson_page(told_so_far(player, "de"))).text


def test_a_text_stays_a_text(tmp_path: Path) -> None:
    text = LESSON.replace("Welcome", HOSTILE).replace("Does it stand still?", HOSTILE).replace("vSphere doc", HOSTILE)
    telling = told(load_lesson(write_lesson(tmp_path, text)), "en")
    for page in (Page(lesson_page(telling)), Page(worksheet_page(telling, answers=True))):
        harmless(page)
        assert "img" not in page.tags
        assert HOSTILE in page.text
