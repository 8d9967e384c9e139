"""What holds for every test: no one's settings are touched, and nothing unexpected passes unseen."""

from __future__ import annotations

import logging
import multiprocessing
import os
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile(
    "default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("long", settings.get_profile("default"), max_examples=2000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Settings, caches and journals of the tests go to a folder of their own, also those of child processes."""
    home = tmp_path_factory.mktemp("home")
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
    with pytest.MonkeyPatch.context() as patch:
        for name in names:
            patch.setenv(name, str(home))
        yield home


@pytest.fixture(autouse=True)
def nothing_unexpected(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logs a warning, or leaves a thread, a process, a window or a running timer behind."""
    threads = set(threading.enumerate())
    children = set(multiprocessing.active_children())
    yield
    warnings = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    assert not warnings, f"unexpected log records: {[record.getMessage() for record in warnings]}"
    left = [thread.name for thread in set(threading.enumerate()) - threads if thread.is_alive() and not thread.daemon]
    assert not left, f"threads left behind: {left}"
    processes = set(multiprocessing.active_children()) - children
    assert not processes, f"processes left behind: {processes}"
    if "PySide6.QtWidgets" in sys.modules:
        _no_windows_left()


def _no_windows_left() -> None:
    from PySide6.QtCore import QEvent
    from PySide6.QtWidgets import QApplication

    application = QApplication.instance()
    if not isinstance(application, QApplication):
        return
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = [f"{type(widget).__name__} {widget.windowTitle()!r}" for widget in windows]
    for widget in windows:
        widget.close()
    assert not names, f"windows left open: {names}"
