"""The result file: one student, one lesson, as readable JSON. What comes from a stranger is read within bounds."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Any, Final, Literal

import msgspec

from vmotion_gui.inventory import quantities as q
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.inventory.problems import LabError, Problem
from vmotion_gui.inventory.typecheck import type_problems
from vmotion_gui.lessons.document import Text
from vmotion_gui.lessons.reading import LessonError, read_bounded
from vmotion_gui.messages import message

FORMAT: Final = "vmotion-gui-lesson-result"
SUFFIX: Final = ".result.json"
LARGEST_BYTES: Final = 256 * 1024
MOST_FILES: Final = 2000
"""Of a folder, so many are looked at."""
_SLUG_CHARACTERS = 60

Short = Annotated[str, msgspec.Meta(min_length=1, max_length=120)]
Long = Annotated[str, msgspec.Meta(max_length=2000)]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of everything in a result file."""


class GoalResult(_Part, frozen=True, kw_only=True):
    """A goal of an exercise, and whether the student has reached it."""

    step: Short
    goal: Short
    text: Text
    reached: bool = False
    """By the student; what the lesson has shown does not count."""
    shown: bool = False
    """Whether the student let the lesson show the solution before."""
    attempts: q.Count = 0
    """How often the exercise was begun, up to the time at which the goal was reached."""
    time_s: q.Seconds = 0.0
    """The student's own time in the exercise until then, or until now."""
    simulated_s: q.Seconds = 0.0
    """The moment of the run at which it was reached."""


class PredictionResult(_Part, frozen=True, kw_only=True):
    """What was predicted, and what the run gave. For choices `given` is the choice's number, from 0."""

    id: Short
    question: Text
    asked: bool = False
    given: Annotated[float, msgspec.Meta(ge=-1e18, le=1e18)] | None = None
    said: Long = ""
    truth: Long = ""
    """Empty until the run has answered."""
    correct: bool = False


class StudentResult(_Part, frozen=True, kw_only=True):
    """One student's result in one lesson."""

    format: Literal["vmotion-gui-lesson-result"] = FORMAT
    version: Literal[1] = 1
    student: Short
    lesson: Short
    title: Text
    started: Annotated[str, msgspec.Meta(max_length=40)]
    """When it was begun, as ISO 8601."""
    step: q.PositiveCount = 1
    """The farthest step that was reached, from 1."""
    steps: q.PositiveCount
    finished: bool = False
    goals: Annotated[tuple[GoalResult, ...], msgspec.Meta(max_length=200)] = ()
    predictions: Annotated[tuple[PredictionResult, ...], msgspec.Meta(max_length=200)] = ()
    hints: Annotated[tuple[Short, ...], msgspec.Meta(max_length=200)] = ()
    """Ids of the steps whose hint was asked for."""


def read_result(path: Path) -> StudentResult:
    """The result of a file. LabError with every problem; characters that cannot be seen are shown as U+FFFD."""
    data = read_bounded(path, LARGEST_BYTES).removeprefix(b"\xef\xbb\xbf")
    try:
        plain = msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        problem = Problem("", message("results.notJson", path=path.name, reason=str(error)))
        raise LessonError([problem], path.name) from error
    if not isinstance(plain, dict) or plain.get("format") != FORMAT:
        raise LessonError([Problem("$", message("results.noResult", path=path.name))], path.name)
    try:
        result = msgspec.convert(plain, StudentResult)
    except (msgspec.ValidationError, RecursionError) as error:
        problems = [] if isinstance(error, RecursionError) else type_problems(plain, StudentResult)
        reason = message("results.notJson", path=path.name, reason=str(error))
        raise LessonError(problems or [Problem("$", reason)], path.name) from error
    return msgspec.convert(_visible(msgspec.to_builtins(result)), StudentResult)


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return "".join(character if character.isprintable() else "\N{REPLACEMENT CHARACTER}" for character in value)
    if isinstance(value, dict):
        return {name: _visible(part) for name, part in value.items()}
    if isinstance(value, list | tuple):
        return [_visible(part) for part in value]
    return value


def write_result(result: StudentResult, path: Path) -> None:
    """Write a result, atomically; its folder is made if there is none. OSError if that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_atomically(path, msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n")


def result_files(places: Iterable[Path]) -> list[Path]:
    """The files that are named, and those of the folders that are named whose names are those of results."""
    found: list[Path] = []
    for place in places:
        try:
            inside = sorted(file for file in place.iterdir() if file.name.endswith(SUFFIX)) if place.is_dir() else None
        except OSError:
            inside = []
        found += [place] if inside is None else inside[:MOST_FILES]
    return found


def place_of(folder: Path, student: str, lesson: str) -> tuple[Path, StudentResult | None]:
    """Where a student's result of a lesson belongs, and what lies there already. A file that is somebody else's, or
    cannot be read, is not touched."""
    stem = f"{_slug(student)}--{_slug(lesson)}"
    for number in range(1, MOST_FILES):
        path = folder / f"{stem}{'' if number == 1 else f'-{number}'}{SUFFIX}"
        if not path.exists():
            return path, None
        try:
            known = read_result(path)
        except LabError:
            continue
        if (known.student, known.lesson) == (student, lesson):
            return path, known
    raise OSError(f"{folder} is full of results named {stem}")


def _slug(text: str) -> str:
    return re.sub(r"[^\w-]+", "-", text)[:_SLUG_CHARACTERS].strip("-") or "x"
