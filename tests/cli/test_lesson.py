"""`lesson check`: sound, not proven, or no lesson; each with its exit status."""

from __future__ import annotations

from pathlib import Path

import pytest

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
