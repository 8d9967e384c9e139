"""Autosave while the program runs, and what a crash has left behind.

Each running program keeps one journal and a lock beside it. A journal whose lock belongs to no living process is what a
crash left.
"""

from __future__ import annotations

import os
import uuid
from pathlib import Path

from PySide6.QtCore import QLockFile

from vmotion_gui.gui.files.current import embedded
from vmotion_gui.gui.session import Session
from vmotion_gui.messages import Message
from vmotion_gui.simulation.journal import JournalError, JournalWriter

_SUFFIX = ".journal"


class Autosave:
    """The journal of the session that runs here."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._path = folder / f"{os.getpid()}-{uuid.uuid4().hex[:8]}{_SUFFIX}"
        self._lock = QLockFile(str(self._path.with_suffix(".lock")))
        self._lock.setStaleLockTime(0)
        self._lock.tryLock(0)
        self._writer: JournalWriter | None = None
        self._refused: Message | None = None

    @property
    def problem(self) -> Message | None:
        """Why nothing is kept; None while all is well."""
        return self._writer.problem if self._writer is not None else self._refused

    def begin(self, session: Session, file: str) -> JournalError | None:
        """Begin the journal of the lab that is open now; the error if it cannot be kept."""
        backend = embedded(session.backend)
        self._refused = None
        try:
            fresh = JournalWriter(self._path, backend.session(file))
        except JournalError as error:
            backend.keep_journal(None)
            self._close()
            self._refused = error.text
            return error
        if self._writer is not None:
            # the new journal has taken the old one's place in one step: there is always one to recover
            self._writer.close()
        self._writer = fresh
        backend.keep_journal(fresh)
        return None

    def _close(self) -> None:
        if self._writer is not None:
            self._writer.close(remove=True)
            self._writer = None

    def end(self, session: Session) -> None:
        """The program ends as it should: nothing is left behind."""
        embedded(session.backend).keep_journal(None)
        self._close()
        self._lock.unlock()


def left_behind(folder: Path) -> list[Path]:
    """Journals of programs that no longer run, newest first."""
    found = []
    for path in folder.glob(f"*{_SUFFIX}") if folder.is_dir() else ():
        lock = QLockFile(str(path.with_suffix(".lock")))
        lock.setStaleLockTime(0)
        if lock.tryLock(0):
            lock.unlock()
            found.append(path)
    return sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)


def discard(path: Path) -> None:
    """Throw a journal away."""
    path.unlink(missing_ok=True)
    path.with_suffix(".lock").unlink(missing_ok=True)
