"""The program from its start to its end, as a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from vmotion_gui.gui import environment
from vmotion_gui.gui.crash import CrashReporter
from vmotion_gui.gui.settings import LANGUAGE, RECENT, ZOOM_PERCENT, Settings
from vmotion_gui.messages import catalogue

START = "import sys; from vmotion_gui.gui.app import run; sys.exit(run({arguments}))"


def start(arguments: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the program in a process of its own until it ends."""
    command = [sys.executable, "-X", "faulthandler", "-c", START.format(arguments=arguments)]
    return subprocess.run(command, env={**os.environ, **env}, capture_output=True, text=True, check=False, timeout=60)


def harmless(text: str) -> str:
    return "\n".join(line for line in text.splitlines() if "propagateSizeHints" not in line)


def times_started(count: int) -> None:
    for _ in range(count):
        ended = start("quit_after_s=0.3, language='de', theme='dark', size=(1280, 800)")
        assert (ended.returncode, harmless(ended.stderr)) == (0, "")


def test_starts_and_quits_without_a_word() -> None:
    times_started(1)


@pytest.mark.slow
def test_starts_and_quits_fifty_times_without_a_word() -> None:
    times_started(50)


@pytest.mark.slow
def test_a_second_start_in_one_process_is_sound_too() -> None:
    ended = start("quit_after_s=0.2) or run(quit_after_s=0.2")
    assert (ended.returncode, harmless(ended.stderr)) == (0, "")


def test_an_orderly_end_leaves_no_journal(tmp_path: Path) -> None:
    start("quit_after_s=0.3", XDG_STATE_HOME=str(tmp_path))
    assert not list(tmp_path.rglob("*.journal"))


def test_without_a_display_there_is_a_sentence_and_status_two() -> None:
    ended = start("language='en'", QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="")
    assert ended.returncode == 2
    assert "There is no display" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_display_that_does_not_answer_is_found_before_qt_aborts() -> None:
    ended = start("language='en'", QT_QPA_PLATFORM="xcb", DISPLAY=":93")
    assert ended.returncode == 2
    assert "Traceback" not in ended.stderr
    assert ":93" in ended.stderr or "apt-get install" in ended.stderr


def test_a_missing_library_is_named_with_the_line_that_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_path: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(environment.ctypes, "CDLL", refuse)
    problem = environment.complaint()
    assert problem is not None
    text = catalogue("en").render(problem)
    assert "libxcb-cursor.so.0" in text
    assert "apt-get install" in text
    assert "libegl1" in text


def test_qt_is_not_loaded_before_the_display_is_known() -> None:
    code = "import sys; import vmotion_gui.gui.app, vmotion_gui.gui.environment; print('PySide6' in sys.modules)"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "False"


# --- settings and unexpected errors -----------------------------------------------------------------------------------


def test_settings_keep_their_types_across_runs(tmp_path: Path) -> None:
    first = Settings(tmp_path)
    first.put(ZOOM_PERCENT, 125)
    first.put(LANGUAGE, "de")
    first.remember_recent("/a.json")
    first.remember_recent("/b.json")
    first.remember_recent("/a.json")
    first.save()
    second = Settings(tmp_path)
    assert second.get(ZOOM_PERCENT) == 125
    assert second.get(LANGUAGE) == "de"
    assert second.recent() == ("/a.json", "/b.json")


def test_a_setting_that_makes_no_sense_gives_the_default(tmp_path: Path) -> None:
    (tmp_path / "settings.ini").write_text("[appearance]\nzoom_percent=wide\n", encoding="utf-8")
    assert Settings(tmp_path).get(ZOOM_PERCENT) == ZOOM_PERCENT.default
    assert Settings(tmp_path).get(RECENT) == ""


def test_settings_of_tests_are_not_the_users(own_home: Path) -> None:
    store = Settings()._store
    assert store.format() is QSettings.Format.IniFormat
    assert Path(store.fileName()).is_relative_to(own_home)


def test_an_unexpected_error_is_written_down_and_told_once(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    reporter = CrashReporter(qapp, tmp_path)
    try:
        raise ValueError("the reason")
    except ValueError as error:
        reporter.report(type(error), error, error.__traceback__)
        reporter.report(type(error), error, error.__traceback__)
    boxes = [widget for widget in QApplication.topLevelWidgets() if isinstance(widget, QMessageBox)]
    assert len(boxes) == 1
    assert "the reason" in boxes[0].informativeText()
    assert "Traceback" not in boxes[0].text() + boxes[0].informativeText()
    boxes[0].accept()
    details = (tmp_path / "errors.txt").read_text(encoding="utf-8")
    assert details.count("Traceback") == 2
    reporter.deleteLater()
