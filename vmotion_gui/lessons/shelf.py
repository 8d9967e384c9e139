"""The lessons and labs to choose from: those that come with the program, and those of a user's folder.

Anything may lie in a folder. What cannot be used is an entry with its problems, and never keeps the others away.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import LabError, Problem
from vmotion_gui.lessons.document import Lesson
from vmotion_gui.lessons.reading import in_folder, load_lab, load_lesson, shipped
from vmotion_gui.messages import message

MOST_FILES = 300
"""Of a folder, so many lessons and so many labs are looked at."""
MOST_READ_BYTES = 2 * 1024 * 1024
"""A lab that is larger is offered without being read: that would take longer than a window may stand still."""


@dataclasses.dataclass(frozen=True)
class Entry:
    """A file to choose: a lesson with its lab, a lab alone, one that is too large to look into, or what is wrong."""

    path: Path
    own: bool
    """Whether it is of the user's folder."""
    lesson: Lesson | None = None
    lab: Lab | None = None
    unread_bytes: int = 0
    """The size of a lab that was not read; 0 of all others."""
    problems: tuple[Problem, ...] = ()

    @property
    def usable(self) -> bool:
        """Whether it can be chosen."""
        return self.lab is not None or self.unread_bytes > 0


def entries(folder: Path) -> Iterator[Entry]:
    """One after another, so that nobody waits for all: the program's lessons, the folder's, and its labs.

    A lab that a lesson of the folder is about is no entry of its own."""
    for file in shipped():
        yield _lesson(file, own=False)
    used = set()
    for file in in_folder(folder)[:MOST_FILES]:
        entry = _lesson(file, own=True)
        if entry.lesson is not None and isinstance(entry.lesson.lab, str):
            used.add(entry.lesson.lab)
        yield entry
    for file in labs_in(folder)[:MOST_FILES]:
        if file.name not in used and not file.with_suffix(".toml").exists():
            yield _lab(file)


def labs_in(folder: Path) -> list[Path]:
    """The files of a folder that may be labs, in order of their names; none if it cannot be read."""
    try:
        return sorted(file for file in folder.glob("*.json") if file.is_file())
    except OSError:
        return []


def _lesson(file: Path, *, own: bool) -> Entry:
    try:
        loaded = load_lesson(file)
    except LabError as error:
        return Entry(file, own, problems=error.problems)
    return Entry(file, own, lesson=loaded.lesson, lab=loaded.lab)


def _lab(file: Path) -> Entry:
    try:
        size_bytes = file.stat().st_size
        if size_bytes > MOST_READ_BYTES:
            return Entry(file, own=True, unread_bytes=size_bytes)
        return Entry(file, own=True, lab=load_lab(file))
    except LabError as error:
        return Entry(file, own=True, problems=error.problems)
    except OSError as error:
        text = message("lesson.problem.notRead", path=str(file), reason=error.strerror or str(error))
        return Entry(file, own=True, problems=(Problem("", text),))
