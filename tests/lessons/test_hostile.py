"""A lesson from a stranger can do nothing but teach."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lessons.test_reading import problems
from tests.lessons.writing import LESSON, write_lesson
from vmotion_gui.lessons import reading
from vmotion_gui.lessons.evaluation import check_expression
from vmotion_gui.lessons.expression import DEEPEST, LONGEST, Call, ExpressionError, Node, Operation, parse
from vmotion_gui.lessons.lines import Lines
from vmotion_gui.lessons.reading import LessonError, load_lesson


def depth(node: Node) -> int:
    """Levels of a tree."""
    parts = {Call: "arguments", Operation: "operands"}.get(type(node))
    return 1 + max((depth(part) for part in getattr(node, parts)), default=0) if parts else 1


OUTSIDE = ["../lab.json", "/etc/passwd", "..\\lab.json", "C:\\lab.json", "a/../../lab.json", "\\\\host\\lab", ""]


@pytest.mark.parametrize("name", OUTSIDE)
def test_no_file_outside_the_folder_is_opened(tmp_path: Path, name: str) -> None:
    folder = tmp_path / "lessons"
    folder.mkdir()
    (tmp_path / "lab.json").write_text("{}")
    quoted = name.replace("\\", "\\\\")
    ((_, said),) = problems(write_lesson(folder, LESSON.replace('"lab.json"', f'"{quoted}"')))
    assert "no file of the lesson's folder" in said


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_that_leads_out_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "lessons"
    folder.mkdir()
    (tmp_path / "secret.json").write_text('{"format": "vmotion-gui-lab", "version": 1}')
    (folder / "inside.json").symlink_to(tmp_path / "secret.json")
    ((_, said),) = problems(write_lesson(folder, LESSON.replace("lab.json", "inside.json")))
    assert "no file of the lesson's folder" in said


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path: Path) -> None:
    file = write_lesson(tmp_path, LESSON.replace("lab.json", "pipe"))
    os.mkfifo(tmp_path / "pipe")
    assert "is not a file" in problems(file)[0][1]
    os.mkfifo(tmp_path / "pipe.toml")
    assert "is not a file" in problems(tmp_path / "pipe.toml")[0][1]
    assert "is not a file" in problems(tmp_path)[0][1]
    assert "cannot be read" in problems(tmp_path / "missing.toml")[0][1]


def test_sizes_are_bounded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write_lesson(tmp_path, LESSON + "#" * reading.LARGEST_LESSON_BYTES)
    assert "larger than 512 KB" in problems(file)[0][1]
    file = write_lesson(tmp_path)
    with monkeypatch.context() as patch:
        patch.setattr(reading, "LARGEST_LAB_BYTES", 1000)
        assert "larger than" in problems(file)[0][1]
    monkeypatch.setattr(reading, "MOST_VMS", 1)
    assert "too large for a lesson" in problems(file)[0][1]


def test_numbers_of_parts_are_bounded(tmp_path: Path) -> None:
    claims = ", ".join(["'now_s >= 0'"] * 51)
    found = problems(write_lesson(tmp_path, LESSON.replace("claims = [", f"claims = [{claims}, ")))
    assert found[0][0].endswith("steps[2].claims")
    long = problems(write_lesson(tmp_path, LESSON.replace("It moves.", "It moves. " * 500)))
    assert "allowed are 4000" in long[0][1]
    step = '\n[[steps]]\nid = "s{}"\ntitle = {{ en = "a", de = "a" }}\nnarration = {{ en = "a", de = "a" }}\n'
    many = "".join(step.format(number) for number in range(101))
    assert problems(write_lesson(tmp_path, LESSON + many))[0][0].endswith("steps")


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 100_000,
        "x = " + "{a=" * 5_000,
        "[" + ".".join("a" * 2000) + "]",
        "x = " + "9" * 10_000,
        "\x00",
        'format = "vmotion-gui-lesson"\nversion = 99',
        'format = "vmotion-gui-lesson"\nversion = 1979-05-27',
        "format = 1979-05-27T07:32:00Z",
        LESSON.replace("minutes = 3", "minutes = nan"),
        LESSON.replace("minutes = 3", "minutes = 99999999999999999999999999"),
        LESSON.replace("version = 1", "version = true"),
        LESSON.replace("tolerance = 0.5", "tolerance = inf"),
        LESSON.replace("[[sources]]", "[steps]\n[[sources]]"),
        LESSON.replace('"lab.json"', '{ format = "vmotion-gui-lab", version = 1, hosts = [[[[1979-05-27]]]] }'),
        LESSON.replace('"lab.json"', '{ format = "vmotion-gui-lab", version = 1, seed = nan }'),
    ],
)
def test_what_is_no_lesson_is_refused_with_a_sentence(tmp_path: Path, text: str) -> None:
    assert all(said and not said.startswith("lesson.") for _, said in problems(write_lesson(tmp_path, text)))


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    file = write_lesson(tmp_path)
    file.write_bytes(b"\xff\xfe\x00")
    assert "UTF-8" in problems(file)[0][1]


@pytest.mark.parametrize(
    "text",
    [
        "__import__('os').system('true')",
        'open("/etc/passwd")',
        "now_s.__class__",
        "now_s ** 9",
        "9 ** 9 ** 9",
        "lambda: 1",
        "[1 for x in y]",
        "now_s; now_s",
        "exec",
        '"a" * 1000000000',
        "(" * 1000 + "1" + ")" * 1000,
        "not " * 1000 + "now_s > 1",
        "-" * 300 + "1 > 0",
        "1 > 0" + " and 1 > 0" * 100,
        "",
    ],
)
def test_an_expression_is_no_program(text: str, tmp_path: Path) -> None:
    lab = load_lesson(write_lesson(tmp_path)).lab
    with pytest.raises(ExpressionError):
        check_expression(text, "truth", lab.inventory)


@given(st.text(max_size=LONGEST))
def test_any_text_is_an_expression_or_is_refused(text: str) -> None:
    with contextlib.suppress(ExpressionError):
        parse(text)


@given(st.text(alphabet="()-not 1<", max_size=LONGEST))
def test_no_expression_is_deeper_than_allowed(text: str) -> None:
    assert depth(parse("(" * (DEEPEST - 1) + "1" + ")" * (DEEPEST - 1))) == 1
    with contextlib.suppress(ExpressionError):
        assert depth(parse(text)) <= LONGEST


@given(st.text(alphabet="[]\"'={}.a\n#\\ ", max_size=300))
def test_lines_are_found_in_anything(text: str) -> None:
    lines = Lines(text)
    assert 1 <= lines.line("$.steps[3].until.kind") <= text.count("\n") + 1


@given(st.data())
def test_a_damaged_lesson_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(LESSON)))
    end = data.draw(st.integers(start, min(len(LESSON), start + 40)))
    put = data.draw(st.text(alphabet='[]"={}.a\n#1 ', max_size=6))
    file = write_lesson(tmp_path_factory.mktemp("damaged"), LESSON[:start] + put + LESSON[end:])
    with contextlib.suppress(LessonError):
        assert load_lesson(file).lesson.steps
