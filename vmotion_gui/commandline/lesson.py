"""`lesson check`: whether lesson files are sound, and whether the engine proves what they claim.

`lesson export`: a lesson as pages to read and to print. `lesson pack`: a lesson and its lab as one file.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vmotion_gui.commandline.terminal import BAD_INPUT, NO, YES, BadInputError, Terminal
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.bundle import BUNDLE_SUFFIX, packed
from vmotion_gui.lessons.pages.lesson import lesson_page
from vmotion_gui.lessons.pages.telling import told
from vmotion_gui.lessons.pages.worksheet import worksheet_page
from vmotion_gui.lessons.player import StuckError
from vmotion_gui.lessons.reading import bundled, lines_of, load_lesson
from vmotion_gui.lessons.rehearsal import rehearse
from vmotion_gui.messages import message


def check_lessons(terminal: Terminal, files: Sequence[Path]) -> int:
    """Read and play each lesson. The worst of their exit statuses: 1 for what the run does not prove, 2 for a file
    that is no lesson."""
    return max((_check(terminal, file) for file in files), default=YES)


def _check(terminal: Terminal, file: Path) -> int:
    try:
        loaded = load_lesson(file)
    except LabError as error:
        terminal.complain(message("lesson.check.invalid", file=str(file), n=len(error.problems)))
        for problem in error.problems:
            text = terminal.words.render(problem.text)
            terminal.complain(f"{problem.place}: {text}" if problem.place else text)
        return BAD_INPUT
    done = rehearse(loaded)
    lines = lines_of(file)
    for problem in done.problems:
        where = f"{file.name}:{lines.line(problem.place)} {problem.place.removeprefix('$.')}"
        terminal.complain(f"{where}: {terminal.words.render(problem.text)}")
    title = loaded.lesson.title.of(terminal.words.language)
    if done.problems:
        terminal.say(message("lesson.check.notProven", file=str(file), title=title, n=len(done.problems)))
        return NO
    steps, claims = len(loaded.lesson.steps), done.claims
    terminal.say(
        message("lesson.check.sound", file=str(file), title=title, steps=steps, claims=claims, seconds=done.end_s)
    )
    return YES


def export_lesson(terminal: Terminal, file: Path, page: Path | None, sheet: Path | None, *, answers: bool) -> int:
    """Play a lesson by itself and write its page and its worksheet, those that are asked for. LabError for a file that
    is no lesson; BadInputError if it cannot be played to its end, or a page cannot be written."""
    loaded, language = load_lesson(file), terminal.words.language
    try:
        telling = told(loaded, language)
    except StuckError as error:
        title = loaded.lesson.title.of(language)
        raise BadInputError(message("lesson.export.stuck", title=title)) from error
    if page is not None:
        _write(terminal, page, lesson_page(telling))
    if sheet is not None:
        _write(terminal, sheet, worksheet_page(telling, answers=answers))
    return YES


def pack_lesson(terminal: Terminal, file: Path, output: Path | None) -> int:
    """Write a lesson and its lab as one file to share, beside it if no other place is said. LabError for a file that
    is no lesson; BadInputError if the file cannot be written."""
    name, data, others = bundled(file)
    target = output or file.with_suffix(BUNDLE_SUFFIX)
    if target.suffix.lower() != BUNDLE_SUFFIX:
        target = target.with_name(target.name + BUNDLE_SUFFIX)
    _write_bytes(target, packed(name, data, others))
    title = load_lesson(target).lesson.title.of(terminal.words.language)
    terminal.say(message("lesson.pack.written", file=str(target), title=title))
    return YES


def _write_bytes(file: Path, data: bytes) -> None:
    try:
        write_atomically(file, data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInputError(message("cli.file.notWritten", file=str(file), reason=reason)) from error


def _write(terminal: Terminal, file: Path, text: str) -> None:
    _write_bytes(file, text.encode())
    terminal.say(message("lesson.export.written", file=str(file)))
