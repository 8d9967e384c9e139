"""Lesson files from anywhere: read within bounds, nothing outside their folder, every problem with its line.

A lesson is data. It can name no program, no command of the system and no file but its own lab; what it asks of the
engine is what a user could ask.
"""

from __future__ import annotations

import dataclasses
import datetime
import os
import tomllib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any

import msgspec

from vmotion_gui import resources
from vmotion_gui.inventory import document as lab_document
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import LabError, Problem
from vmotion_gui.inventory.typecheck import type_problems
from vmotion_gui.lessons.bundle import BUNDLE_SUFFIX, LARGEST_BUNDLE_BYTES, Bundle
from vmotion_gui.lessons.checking import problems_of
from vmotion_gui.lessons.document import FORMAT, VERSION, Lesson
from vmotion_gui.lessons.lines import Lines
from vmotion_gui.lessons.writing import lesson_text
from vmotion_gui.messages import Message, message

LARGEST_LESSON_BYTES = 512 * 1024
LARGEST_LAB_BYTES = 8 * 1024 * 1024
MOST_HOSTS, MOST_VMS, MOST_COMMANDS = 500, 5000, 1000
SUFFIX = ".toml"


class LessonError(LabError):
    """A lesson that cannot be used; every problem that was found, each with its line."""


@dataclasses.dataclass(frozen=True)
class LoadedLesson:
    """A lesson that has been checked, with its lab."""

    lesson: Lesson
    lab: Lab
    path: Path


def load_lesson(path: str | os.PathLike[str]) -> LoadedLesson:
    """The lesson of a file. LessonError with every problem, each with its line and what to do."""
    file = Path(path)
    text = _text(file)
    plain = _parsed(text, file)
    lines = Lines(text)
    problems = [*_strange(plain), *_type_problems(plain)]
    if problems:
        raise _error(file, problems, lines)
    lesson = msgspec.convert(plain, Lesson)
    try:
        lab = _lab(lesson, file)
    except LabError as error:
        raise _error(file, [Problem("$.lab", _about_lab(problem)) for problem in error.problems], lines) from error
    problems = problems_of(lesson, lab)
    if problems:
        raise _error(file, problems, lines)
    return LoadedLesson(lesson, lab, file)


def lines_of(path: str | os.PathLike[str]) -> Lines:
    """On which lines the parts of a lesson stand. LessonError if the file cannot be read."""
    return Lines(_text(Path(path)))


def shipped() -> list[Path]:
    """The lesson files that come with the program, in order."""
    return in_folder(resources.path("lessons"))


def in_folder(folder: Path) -> list[Path]:
    """The lesson files of a folder, in order of their names; none if there is no such folder, or it cannot be read."""
    try:
        return sorted(file for file in folder.iterdir() if is_lesson_file(file.name) and file.is_file())
    except OSError:
        return []


def load_lab(path: Path) -> Lab:
    """A lab alone, from anywhere. LabError if it cannot be used, or is larger than a lesson's may be."""
    return lab_document.loads(read_bounded(path, LARGEST_LAB_BYTES), path.name)


def is_lesson_file(name: str) -> bool:
    """Whether a file's name is that of a lesson, alone or with its lab."""
    return name.lower().endswith((SUFFIX, BUNDLE_SUFFIX))


def is_bundle(name: str) -> bool:
    """Whether a file's name is that of a lesson with its lab in one file."""
    return name.lower().endswith(BUNDLE_SUFFIX)


def bundled(path: str | os.PathLike[str]) -> tuple[str, bytes, dict[str, bytes]]:
    """What a lesson to share holds: the lesson's file name and bytes, and its lab by its name.

    The lesson is checked first. LabError if it cannot be used.
    """
    file = Path(path)
    lesson = load_lesson(file).lesson
    name, data = file.with_suffix(SUFFIX).name, _text(file).encode()
    if not isinstance(lesson.lab, str):
        return name, data, {}
    lab = _lab_bytes(file, lesson.lab)
    plain = PurePosixPath(lesson.lab).name
    if plain != lesson.lab:
        data = lesson_text(msgspec.structs.replace(lesson, lab=plain)).encode()
    return name, data, {plain: lab}


def _error(file: Path, problems: list[Problem], lines: Lines | None = None) -> LessonError:
    def placed(problem: Problem) -> Problem:
        if lines is None or not problem.place:
            return problem
        place = problem.place.removeprefix("$").removeprefix(".")
        return Problem(f"{file.name}:{lines.line(problem.place)} {place}".rstrip(), problem.text)

    return LessonError([placed(problem) for problem in problems], str(file))


def _about_lab(problem: Problem) -> Message:
    place = problem.place or "$"
    return message("lesson.problem.lab", place=place, problem=problem.text)


# --- files --------------------------------------------------------------------------------------------------


def _text(file: Path) -> str:
    try:
        if is_bundle(file.name):
            bundle = _bundle(file)
            data = bundle.read(bundle.lesson_name, LARGEST_LESSON_BYTES)
        else:
            data = read_bounded(file, LARGEST_LESSON_BYTES)
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except LabError as error:
        raise LessonError(error.problems, error.name) from error
    except UnicodeDecodeError as error:
        raise _error(file, [Problem("", message("inventory.document.notUtf8", position=error.start))]) from error


def _bundle(file: Path) -> Bundle:
    return Bundle(read_bounded(file, LARGEST_BUNDLE_BYTES), file.name)


def _lab_bytes(file: Path, name: str) -> bytes:
    if is_bundle(file.name):
        return _bundle(file).read(name, LARGEST_LAB_BYTES)
    return read_bounded(_beside(file, name), LARGEST_LAB_BYTES)


def read_bounded(file: Path, most_bytes: int) -> bytes:
    """A file's bytes. LabError if it is no file, too large or cannot be read; nothing else is opened."""
    try:
        if file.exists() and not file.is_file():
            raise LabError([Problem("", message("lesson.problem.noFile", path=str(file)))], str(file))
        with file.open("rb") as stream:
            data = stream.read(most_bytes + 1)
    except OSError as error:
        text = message("lesson.problem.notRead", path=str(file), reason=error.strerror or str(error))
        raise LabError([Problem("", text)], str(file)) from error
    if len(data) > most_bytes:
        text = message("lesson.problem.tooLarge", path=str(file), allowed=float(most_bytes))
        raise LabError([Problem("", text)], str(file))
    return data


def _parsed(text: str, file: Path) -> dict[str, Any]:
    try:
        plain = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problem = message("lesson.problem.syntax", reason=str(error))
    except RecursionError:
        problem = message("inventory.document.tooDeep")
    except ValueError:
        problem = message("inventory.document.hugeNumber")
    else:
        if plain.get("format") != FORMAT:
            problem = message("lesson.problem.notALesson", format=FORMAT)
        elif isinstance(found := plain.get("version"), int) and found > VERSION:
            problem = message("inventory.document.newer", found=found, known=VERSION)
        else:
            return plain
    raise _error(file, [Problem(file.name, problem)])


def _strange(value: Any, place: str = "$", depth: int = 0) -> Iterator[Problem]:
    """Dates, which no field takes, and nesting that no lesson needs."""
    if depth > 40:
        yield Problem(place, message("inventory.document.tooDeep"))
    elif isinstance(value, dict):
        for name, part in value.items():
            yield from _strange(part, f"{place}.{name}", depth + 1)
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _strange(part, f"{place}[{index}]", depth + 1)
    elif isinstance(value, datetime.date | datetime.time):
        yield Problem(place, message("lesson.problem.date", found=str(value)))


def _type_problems(plain: dict[str, Any]) -> list[Problem]:
    if any(True for _ in _strange(plain)):
        return []  # they have been told
    try:
        msgspec.convert(plain, Lesson)
    except msgspec.ValidationError as error:
        found = type_problems(plain, Lesson)
        return found or [Problem("$", message("inventory.document.notDecodable", reason=str(error)))]
    return []


# --- the lab ------------------------------------------------------------------------------------------------


def _lab(lesson: Lesson, file: Path) -> Lab:
    if isinstance(lesson.lab, str):
        lab = lab_document.loads(_lab_bytes(file, lesson.lab), lesson.lab)
    else:
        lab = lab_document.loads(msgspec.json.encode(lesson.lab), file.name)
    inventory = lab.inventory
    sizes = (len(inventory.hosts), MOST_HOSTS), (len(inventory.vms), MOST_VMS), (len(lab.commands), MOST_COMMANDS)
    if any(found > most for found, most in sizes):
        text = message("lesson.problem.labTooLarge", hosts=MOST_HOSTS, vms=MOST_VMS, commands=MOST_COMMANDS)
        raise LabError([Problem("$", text)], file.name)
    return lab


def _beside(file: Path, name: str) -> Path:
    """A file of the lesson's folder by its relative name. LabError for any other, links that lead out included."""
    refused = LabError([Problem("$", message("lesson.problem.outside", found=name))], file.name)
    # both spellings everywhere: the lesson may come from another system
    forms = (PurePosixPath(name), PureWindowsPath(name))
    if not name or "\0" in name or any(form.anchor or ".." in form.parts for form in forms):
        raise refused
    folder = file.resolve().parent
    try:
        found = (folder / name).resolve()
    except (OSError, RuntimeError) as error:
        raise refused from error
    if not found.is_relative_to(folder):
        raise refused
    return found
