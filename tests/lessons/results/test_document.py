"""Result files: what is written is read again; hostile ones are told, within bounds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.lessons.writing import small_lesson
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.results.document import (
    LARGEST_BYTES,
    StudentResult,
    place_of,
    read_result,
    result_files,
    write_result,
)
from vmotion_gui.lessons.results.record import begun


@pytest.fixture
def result(tmp_path: Path) -> StudentResult:
    return begun(small_lesson(tmp_path).lesson, "Ada Lovelace", "2026-01-01T10:00:00+00:00")


def test_what_is_written_is_read_again(result: StudentResult, tmp_path: Path) -> None:
    place, known = place_of(tmp_path / "new", result.student, result.lesson)
    assert known is None
    assert place.name == "Ada-Lovelace--moving.result.json"
    write_result(result, place)
    assert read_result(place) == result
    assert place_of(tmp_path / "new", result.student, result.lesson) == (place, result)
    assert "Ada Lovelace" in place.read_text()


def test_another_students_file_is_not_touched(result: StudentResult, tmp_path: Path) -> None:
    folder = tmp_path / "class"
    write_result(result, place_of(folder, "Ada Lovelace", "moving")[0])
    second, known = place_of(folder, "Ada-Lovelace", "moving")
    assert known is None
    assert second.name == "Ada-Lovelace--moving-2.result.json"
    assert place_of(folder, "../../etc/passwd", "moving")[0].parent == folder
    (folder / "notes.json").write_text("{}")
    assert [file.name for file in result_files([folder])] == ["Ada-Lovelace--moving.result.json"]


@pytest.mark.parametrize(
    "change",
    [
        {"student": ""},
        {"student": "x" * 121},
        {"student": 7},
        {"steps": 0},
        {"step": 10**12},
        {"goals": [{}]},
        {"goals": [None] * 201},
        {"hints": ["x"] * 201},
        {"unknown": 1},
        {"version": 2},
        {"format": "vmotion-gui-lesson"},
        {"predictions": [{"id": "a", "question": {"en": "", "de": ""}, "given": 1e300}]},
    ],
)
def test_hostile_files_are_told(result: StudentResult, tmp_path: Path, change: dict[str, Any]) -> None:
    file = tmp_path / "x.result.json"
    write_result(result, file)
    file.write_text(json.dumps(json.loads(file.read_text()) | change))
    with pytest.raises(LabError) as caught:
        read_result(file)
    assert caught.value.problems


@pytest.mark.parametrize(
    "data", [b"", b"\xff\xfe", b"[" * 100_000, b"{}", b"null", b" " * (LARGEST_BYTES + 1), b'{"a":NaN}']
)
def test_what_is_no_result_is_told(tmp_path: Path, data: bytes) -> None:
    file = tmp_path / "x.result.json"
    file.write_bytes(data)
    with pytest.raises(LabError):
        read_result(file)


def test_names_cannot_steer_a_terminal(result: StudentResult, tmp_path: Path) -> None:
    file = tmp_path / "x.result.json"
    write_result(result, file)
    file.write_text(file.read_text().replace("Ada", "\\u001b[2J\\u202eAda"))
    assert read_result(file).student == "\N{REPLACEMENT CHARACTER}[2J\N{REPLACEMENT CHARACTER}Ada Lovelace"


@given(st.binary(max_size=400))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_noise_raises_nothing_else(tmp_path: Path, noise: bytes) -> None:
    file = tmp_path / "noise.result.json"
    file.write_bytes(noise)
    with pytest.raises(LabError):
        read_result(file)
