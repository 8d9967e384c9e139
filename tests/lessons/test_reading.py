"""A lesson file is read whole, and whatever is wrong with it is told with its line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lessons.writing import LESSON, small_lab, write_lesson
from vmotion_gui.inventory.document import dumps
from vmotion_gui.lessons.document import WhenAnswered, WhenHappened
from vmotion_gui.lessons.reading import LessonError, in_folder, load_lesson
from vmotion_gui.messages import catalogue


def problems(file: Path) -> list[tuple[str, str]]:
    """Place and sentence of all that is wrong with a lesson."""
    with pytest.raises(LessonError) as caught:
        load_lesson(file)
    words = catalogue("en")
    return [(problem.place, words.render(problem.text)) for problem in caught.value.problems]


def line_of(text: str, part: str) -> int:
    return text[: text.index(part)].count("\n") + 1


def test_a_lesson_is_read_with_its_lab(tmp_path: Path) -> None:
    loaded = load_lesson(write_lesson(tmp_path))
    lesson = loaded.lesson
    assert [step.id for step in lesson.steps] == ["welcome", "guess", "go", "after", "exercise"]
    assert lesson.step("guess").until == WhenAnswered()
    assert lesson.step("go").until == WhenHappened(type="VmMigratedEvent")
    assert lesson.title.of("de") == "Eine Maschine verschieben"
    assert set(loaded.lab.inventory.vms) == {"vm-1", "vm-2"}


def test_a_lab_may_stand_in_the_lesson_itself(tmp_path: Path) -> None:
    lab = (
        'lab = { format = "vmotion-gui-lab", version = 1, '
        'datacenters = [{ id = "dc", name = "DC", vcenter = "vc" }], vcenters = [{ id = "vc", name = "vc" }] }'
    )
    text = LESSON.replace('lab = "lab.json"', lab)
    only_welcome = (
        text[: text.index("[numbers]")] + text[text.index("[[steps]]") : text.index('[[steps]]\nid = "guess"')]
    )
    loaded = load_lesson(write_lesson(tmp_path, only_welcome.replace(', "object:h-1"', ', "object:dc"')))
    assert list(loaded.lab.inventory.datacenters) == ["dc"]


@pytest.mark.parametrize(
    ("old", "new", "at", "said"),
    [
        ("minutes = 3", 'minutes = "3"', "minutes", "allowed is a whole number"),
        ("minutes = 3", "minute = 3", "minute", "did you mean “minutes”"),
        ('level = "beginner"', 'level = "easy"', "level", '"beginner", "intermediate"'),
        ('title.de = "Raten"', "", "steps[1].title", "“de” is missing"),
        ('narration.de = "Sie zieht um."', 'narration.de = " "', "steps[2].narration.de", "text is empty"),
        ('kind = "answer"', 'kind = "answr"', "steps[1].until.kind", '"answer"'),
        ('"topology", "obj', '"topologie", "obj', "steps[0].targets[0]", "no target “topologie”"),
        ("object:h-1", "object:h-7", "steps[0].targets[1]", "no object with the id “h-7”"),
        ('outcome("migration-1")', 'outcom("migration-1")', "steps[2].claims[0]", "Did you mean “outcome”"),
        ('\'host("vm-1") == "h-2', '\'hos("vm-1") == "h-2', "steps[2].claims[1]", "Did you mean “host”"),
        ('host("vm-1") == "h-2"', 'host("vm-9") == "h-2"', "steps[2].claims[1]", "no vm with the id “vm-9”"),
        ('host("vm-1") == "h-2"', 'host("vm-1")', "steps[2].claims[1]", "Found: a text"),
        ('spec = { vm = "vm-1", host = "h-2"', 'spec = { vm = "vm-1", host = "h-3"', "steps[2].actions[0]", '"h-3"'),
        ("still for {downtime}", "still for {down}", "steps[3].narration.en", "No number is called “down”"),
        ("stood still for {downtime}", "stood still for {", "steps[3].narration.en", "belongs to no number"),
        ('resolves = "gap"', 'resolves = "gab"', "steps[3].resolves", "No earlier step"),
        ('url = "https', 'url = "file', "sources[0].url", "https://"),
        ('id = "guess"', 'id = "go"', "steps", "stands here twice"),
        ("is on the first host", "is \\u202e on the host", "steps[4].exercise.goals[0].text.en", "cannot be seen"),
    ],
)
def test_a_mistake_is_told_with_its_line_and_its_cure(tmp_path: Path, old: str, new: str, at: str, said: str) -> None:
    assert old in LESSON
    text = LESSON.replace(old, new, 1)
    found = problems(write_lesson(tmp_path, text))
    lines = [(place.split(" ")[0], place.split(" ")[-1], sentence) for place, sentence in found]
    (hit,) = [entry for entry in lines if entry[1].startswith(at) and said.lower() in entry[2].lower()]
    assert hit[0].startswith("moving.toml:")


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("minutes = 3", 'minutes = "3"', "minutes ="),
        ("still for {downtime}", "still for {down}", 'narration.en = "It stood'),
        ('that = \'host("vm-1") == "h-1"', 'that = \'hos("vm-1") == "h-1"', "that ="),
        ("value = 'downtime_s(\"migration-1\")'\nunit", "value = 'now_s(\"migration-1\")'\nunit", "value = 'now_s"),
    ],
)
def test_the_line_is_the_one_where_it_stands(tmp_path: Path, old: str, new: str, part: str) -> None:
    text = LESSON.replace(old, new, 1)
    (place, _), *_ = problems(write_lesson(tmp_path, text))
    assert place.split(" ")[0] == f"moving.toml:{line_of(text, part)}"


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = LESSON.replace("minutes = 3", "minutes = 0").replace('title.en = "Go"\n', "").replace('by = "', "")
    assert len(problems(write_lesson(tmp_path, text))) == 2


def test_what_is_no_toml_is_told_with_its_line(tmp_path: Path) -> None:
    ((place, said),) = problems(write_lesson(tmp_path, LESSON.replace("minutes = 3", "minutes = = 3")))
    assert place == "moving.toml"
    assert "line 9" in said


def test_the_lessons_of_a_folder(tmp_path: Path) -> None:
    write_lesson(tmp_path, name="b.toml")
    write_lesson(tmp_path, name="a.toml")
    assert [file.name for file in in_folder(tmp_path)] == ["a.toml", "b.toml"]
    assert in_folder(tmp_path / "nowhere") == []


def test_a_broken_lab_is_told_at_the_line_that_names_it(tmp_path: Path) -> None:
    file = write_lesson(tmp_path)
    (tmp_path / "lab.json").write_bytes(dumps(small_lab()).replace(b'"h-1"', b'"h-4"', 1))
    places = {place for place, _ in problems(file)}
    assert places == {f"moving.toml:{line_of(LESSON, 'lab = ')} lab"}
