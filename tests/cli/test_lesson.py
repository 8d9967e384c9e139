"""`lesson check`: sound, not proven, or no lesson; each with its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lessons.pages.reader import Page, harmless
from tests.lessons.writing import LESSON, write_lesson
from vmotion_gui.cli import main


def test_a_sound_lesson(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["lesson", "check", str(write_lesson(tmp_path)), "--lang", "de"]) == 0
    out, err = capsys.readouterr()
    assert "In Ordnung: Eine Maschine verschieben" in out
    assert "belegte Aussagen: 2" in out
    assert err == ""


def test_a_claim_that_the_run_does_not_prove(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LESSON.replace('== "completed"', '== "failed"')
    assert main(["--lang", "en", "lesson", "check", str(write_lesson(tmp_path, text))]) == 1
    out, err = capsys.readouterr()
    assert "Problems: 1" in out
    line = text[: text.index("claims =")].count("\n") + 1
    assert f'moving.toml:{line} steps[2].claims[0]: The run does not prove this: outcome("migration-1")' in err


def test_every_file_is_checked_and_the_worst_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sound = write_lesson(tmp_path)
    broken = write_lesson(tmp_path, LESSON.replace("minutes = 3", "minutes = 0"), "broken.toml")
    assert main(["--lang", "en", "lesson", "check", str(broken), str(sound)]) == 2
    out, err = capsys.readouterr()
    assert "Sound: Moving a machine" in out
    assert "broken.toml:9 minutes: Found 0" in err
    assert "no valid lesson" in err


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_lesson_as_pages(tmp_path: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
    html, sheet = tmp_path / "lesson.html", tmp_path / "sheet.html"
    lesson = write_lesson(tmp_path)
    outputs = ["--html", str(html), "--worksheet", str(sheet), "--answers"]
    assert main(["lesson", "export", str(lesson), *outputs, "--lang", language]) == 0
    out, _ = capsys.readouterr()
    assert str(html) in out
    assert str(sheet) in out
    for file in (html, sheet):
        page = Page(file.read_text(encoding="utf-8"))
        harmless(page)
        assert {"en": "Moving a machine", "de": "Eine Maschine verschieben"}[language] in page.text


def test_what_an_export_needs(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lesson = str(write_lesson(tmp_path))
    assert main(["lesson", "export", lesson]) == 2
    assert "Say what to write" in capsys.readouterr().err
    assert main(["lesson", "export", lesson, "--html", str(tmp_path / "x.html"), "--answers"]) == 2
    assert "belongs to --worksheet" in capsys.readouterr().err
    assert main(["lesson", "export", lesson, "--html", str(tmp_path / "no" / "x.html"), "--lang", "en"]) == 2
    assert "x.html" in capsys.readouterr().err


def test_a_lesson_that_never_ends_is_not_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = LESSON.replace('type = "VmMigratedEvent"', 'type = "NeverHappens"')
    lesson = write_lesson(tmp_path, text)
    assert main(["lesson", "export", str(lesson), "--html", str(tmp_path / "x.html"), "--lang", "en"]) == 2
    assert "cannot be played to its end" in capsys.readouterr().err
    assert not (tmp_path / "x.html").exists()
