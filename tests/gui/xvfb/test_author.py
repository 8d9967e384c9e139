"""A lesson is recorded in the window by a real pointer, and played back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.xvfb.test_real_drag import TOP, display, pytestmark
from vmotion_gui.lessons.reading import load_lesson
from vmotion_gui.lessons.rehearsal import rehearse

__all__ = ["display", "pytestmark"]


@pytest.mark.slow
def test_a_lesson_is_recorded_edited_and_played_back(display: str, tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.xvfb.author", str(tmp_path)],
        cwd=TOP,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    assert told == [
        {"gesture": "record", "steps": ["WhenDone", "WhenHappened"]},
        {"gesture": "edit", "modified": False, "open": False},
        {"gesture": "play_back", "claims": [True, True], "told": True, "last": True},
    ]
    loaded = load_lesson(tmp_path / "recorded.vmlesson")
    assert loaded.lesson.steps[0].title.en == "Your first move"
    assert rehearse(loaded).problems == ()
