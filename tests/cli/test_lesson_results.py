"""`lesson results`: a class's files as one table, in every form, and what cannot be used."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import msgspec
import pytest

from tests.lessons.pages.reader import Page, harmless
from tests.lessons.writing import small_lesson
from vmotion_gui.cli import main
from vmotion_gui.lessons.results.document import place_of, write_result
from vmotion_gui.lessons.results.record import begun


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Three students: one with everything, one who was shown it, one whose name is a formula and who has just begun."""
    new = begun(small_lesson(tmp_path).lesson, "x", "2026-01-01T10:00:00+00:00")
    (goal,), (prediction,) = new.goals, new.predictions
    replace = msgspec.structs.replace
    best = replace(goal, reached=True, attempts=1, time_s=60.0)
    right = replace(prediction, asked=True, given=1.0, correct=True)
    shown = replace(goal, shown=True, attempts=4, time_s=300.0)
    silent = replace(prediction, asked=True)
    results = [
        replace(new, student="Ada", goals=(best,), predictions=(right,), step=5, finished=True),
        replace(new, student="Bob <b>", goals=(shown,), predictions=(silent,), step=5, hints=("go",), finished=True),
        replace(new, student="=1+1"),
    ]
    for result in results:
        write_result(result, place_of(tmp_path / "class", result.student, result.lesson)[0])
    return tmp_path / "class"


def test_the_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "results", str(folder), "--lang", "en"]) == 0
    printed = capsys.readouterr().out.splitlines()
    lines = {line.strip().split("  ")[0]: line for line in printed}
    assert "15 / 15" in lines["Ada"]
    assert "100 %" in lines["Ada"]
    assert "0 / 15" in lines["Bob <b>"]
    assert "step 1 of 5" in lines["=1+1"]
    goal = next(line for line in printed if "Goal: It is on the first host." in line)
    assert "1 / 2" in goal
    assert "50 %" in goal
    assert "2.5" in goal


def test_files_for_spreadsheets_programs_and_browsers(folder: Path, tmp_path: Path) -> None:
    targets = [tmp_path / name for name in ("a.csv", "a.json", "a.html")]
    options = [
        part for kind, file in zip(("--csv", "--json", "--html"), targets, strict=True) for part in (kind, str(file))
    ]
    assert main(["lesson", "results", str(folder), *options, "--lang", "de"]) == 0
    table, document, page = targets
    with table.open(newline="") as stream:
        rows = {row["student"]: row for row in csv.DictReader(stream)}
    assert set(rows) == {"Ada", "Bob <b>", "'=1+1"}
    assert (rows["Ada"]["points"], rows["Ada"]["possible_points"], rows["Ada"]["time_s"]) == ("15", "15", "60.0")
    statistics = json.loads(document.read_text())["statistics"]
    assert [(one["kind"], one["students"], one["right"], one["shown"]) for one in statistics] == [
        ("goal", 2, 1, 1),
        ("prediction", 2, 1, 1),
    ]
    assert statistics[0]["median_time_s"] == 60.0
    shown = Page(page.read_text())
    harmless(shown)
    assert "Bob <b>" in shown.text
    assert "Ergebnisse der Klasse" in shown.text
    assert "simuliert" not in shown.text  # these are real people's times


def test_a_broken_file_is_told_and_keeps_nobody_away(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "zed.result.json").write_text("{")
    assert main(["lesson", "results", str(folder), "--lang", "en", "--csv", "-"]) == 1
    out, err = capsys.readouterr()
    assert "Ada" in out
    assert "zed.result.json" in err


def test_no_results_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "results", str(tmp_path), "--lang", "en"]) == 2
    assert "There are no results." in capsys.readouterr().err
    assert main(["lesson", "results", str(tmp_path / "missing.result.json"), "--lang", "en"]) == 2
