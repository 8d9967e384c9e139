"""`lesson check`: whether lesson files are sound, and whether the engine proves what they claim."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from vmotion_gui.commandline.terminal import BAD_INPUT, NO, YES, Terminal
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.reading import lines_of, load_lesson
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
