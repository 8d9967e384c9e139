"""The guard of all tests sees what a test leaves behind. Each test here cleans up after it has been seen."""

from __future__ import annotations

import logging
import subprocess
import sys
import threading
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.leftovers import Leftovers


def test_nothing_is_found_where_nothing_is_left() -> None:
    assert Leftovers().found() == []


@pytest.mark.parametrize("daemon", [True, False])
def test_a_thread(daemon: bool) -> None:
    before, stop = Leftovers(), threading.Event()
    thread = threading.Thread(target=stop.wait, name="forgotten", daemon=daemon)
    thread.start()
    assert before.found() == ["the thread 'forgotten' still runs"]
    stop.set()
    thread.join()
    assert before.found() == []


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_a_process() -> None:
    before = Leftovers()
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as process:
        assert any(str(process.pid) in sentence for sentence in before.found())
        process.communicate(b"\n")
    assert before.found() == []


def test_a_window_shown_or_not(qapp: QApplication) -> None:
    before = Leftovers()
    window = QWidget()
    window.setWindowTitle("forgotten")
    assert before.found() == ["the window QWidget 'forgotten' is still there"]
    window.deleteLater()
    assert before.found() == []


def test_a_window_that_only_a_cycle_holds_is_none(qapp: QApplication) -> None:
    before = Leftovers()
    window = QWidget()
    window.myself = window  # type: ignore[attr-defined]  # makes the cycle
    del window
    assert before.found() == []


def test_a_running_timer(qapp: QApplication) -> None:
    before = Leftovers()
    timer = QTimer()
    timer.start(1000)
    assert before.found() == ["a timer of NoneType still runs every 1000 ms"]
    timer.stop()
    assert before.found() == []


def test_warnings_are_kept_for_the_guard(caplog: pytest.LogCaptureFixture) -> None:
    logging.getLogger("vmotion_gui.example").warning("unexpected")
    assert [record.getMessage() for record in caplog.get_records("call")] == ["unexpected"]
    caplog.clear()


def test_settings_go_to_a_folder_of_the_tests(own_home: Path) -> None:
    settings = QSettings(QSettings.Format.IniFormat, QSettings.Scope.UserScope, "example", "example")
    assert Path(settings.fileName()).is_relative_to(own_home)
    assert Path(platformdirs.user_data_dir("example")).is_relative_to(own_home)
