"""What a test leaves behind: threads, processes, windows, running timers. Loads no Qt; looks at it if it is loaded."""

from __future__ import annotations

import contextlib
import functools
import gc
import os
import sys
import threading
import weakref
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

_started_timers: weakref.WeakSet[Any] = weakref.WeakSet()
"""Every QTimer started since `watch_timers`: Qt itself keeps no list of them."""


class Leftovers:
    """What is there that was not there when this was made."""

    def __init__(self) -> None:
        self._threads = set(threading.enumerate())
        self._processes = set(child_processes())
        self._windows = {id(window): window for window in _windows()}
        watch_timers()

    def found(self) -> list[str]:
        """One sentence for each thing that is left."""
        return [*self._found_threads(), *self._found_processes(), *self._found_windows(), *self._found_timers()]

    def _found_threads(self) -> list[str]:
        threads = [thread for thread in threading.enumerate() if thread not in self._threads]
        return [f"the thread {thread.name!r} still runs" for thread in threads]

    def _found_processes(self) -> list[str]:
        new = {pid: words for pid, words in child_processes().items() if pid not in self._processes}
        return [f"the process {pid} still runs: {words}" for pid, words in new.items()]

    def _found_windows(self) -> list[str]:
        _delete_what_waits_for_it()
        if self._new_windows():
            gc.collect()  # a window whose last reference is a cycle is no one's mistake
            _delete_what_waits_for_it()
        return [f"the window {type(w).__name__} {w.windowTitle()!r} is still there" for w in self._new_windows()]

    def _new_windows(self) -> list[Any]:
        return [window for window in _windows() if id(window) not in self._windows]

    def _found_timers(self) -> list[str]:
        running = [timer for timer in list(_started_timers) if _is_valid(timer) and timer.isActive()]
        _started_timers.clear()
        return [f"a timer of {type(t.parent()).__name__} still runs every {t.interval()} ms" for t in running]


def child_processes() -> dict[int, str]:
    """Process id and command line of this process's living children; empty where the system has no /proc."""
    found: dict[int, str] = {}
    for task in Path("/proc/self/task").glob("*/children"):
        with contextlib.suppress(OSError):
            for pid in map(int, task.read_text(encoding="ascii").split()):
                words = Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
                if not _is_a_helper_of_python(words):
                    found[pid] = words.strip()
    return found


def _is_a_helper_of_python(words: str) -> bool:
    # multiprocessing keeps them for the whole run
    return "multiprocessing.resource_tracker" in words or "multiprocessing.forkserver" in words


def _windows() -> Iterable[Any]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or not isinstance(widgets.QApplication.instance(), widgets.QApplication):
        return ()
    # what Qt makes for itself, such as a tool bar's menu of what found no room, is Qt's to delete
    made_here = sys.modules["shiboken6"].createdByPython
    return tuple(w for w in widgets.QApplication.topLevelWidgets() if w.isVisible() or made_here(w))


def _delete_what_waits_for_it() -> None:
    core = sys.modules.get("PySide6.QtCore")
    if core is not None and core.QCoreApplication.instance() is not None:
        core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete.value)


def _is_valid(thing: Any) -> bool:
    return bool(sys.modules["shiboken6"].isValid(thing))


def watch_timers() -> None:
    """From now on every start of a QTimer is remembered, if Qt is loaded. May be called again."""
    core = sys.modules.get("PySide6.QtCore")
    if core is None or hasattr(core.QTimer.start, "__wrapped__"):
        return
    core.QTimer.start = _remembering(core.QTimer.start)


def _remembering(start: Callable[..., None]) -> Callable[..., None]:
    # a plain function: a Mock in the place of a Qt method crashes
    @functools.wraps(start)
    def remembered(timer: Any, *arguments: Any) -> None:
        _started_timers.add(timer)
        start(timer, *arguments)

    return remembered


def settings_folders(home: Path) -> dict[str, str]:
    """The environment that makes settings, caches and journals go to a folder, for Qt and platformdirs alike."""
    names = ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA")
    return dict.fromkeys(names, os.fspath(home))
