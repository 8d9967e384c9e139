"""docs/lesson-format.md tells the truth: its example is a sound lesson, and it names every word and target."""

from __future__ import annotations

import re
from pathlib import Path

from tests.tools.lesson_labs import first
from vmotion_gui.inventory.document import dumps
from vmotion_gui.lessons.document import Lesson, Step
from vmotion_gui.lessons.reading import load_lesson
from vmotion_gui.lessons.rehearsal import rehearse
from vmotion_gui.lessons.targets import WINDOW_TARGETS
from vmotion_gui.lessons.vocabulary import WORDS

PAGE = (Path(__file__).resolve().parents[2] / "docs/lesson-format.md").read_text(encoding="utf-8")


def test_the_example_is_sound(tmp_path: Path) -> None:
    (tmp_path / "lab.json").write_bytes(dumps(first()))
    (tmp_path / "example.toml").write_text(PAGE.split("```toml\n")[1].split("```")[0], encoding="utf-8")
    done = rehearse(load_lesson(tmp_path / "example.toml"))
    assert (done.problems, done.claims) == ((), 2)


def test_every_word_stands_there_with_its_arguments() -> None:
    rows = dict(re.findall(r"^\| `(\w+)(?:\(([^)]*)\))?` \| (?:number|text|truth) \|$", PAGE, re.MULTILINE))
    assert rows == {name: ", ".join(word.parameters) for name, word in WORDS.items()}


def test_every_field_and_target_stands_there() -> None:
    named = set(re.findall(r"`([\w.]+)`", PAGE))
    assert set(WINDOW_TARGETS) <= named
    assert set(Step.__struct_fields__) | set(Lesson.__struct_fields__) - {"format", "version"} <= named
