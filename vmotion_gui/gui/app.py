"""The entry to the window: checks that one can be shown, before Qt is loaded."""

from __future__ import annotations

import locale
import sys
from pathlib import Path

from vmotion_gui.messages import LANGUAGES, Message, catalogue


def run(
    lab_path: Path | None = None,
    language: str | None = None,
    theme: str | None = None,
    size: tuple[int, int] | None = None,
    quit_after_s: float | None = None,
    lesson_path: Path | None = None,
) -> int:
    """Open the window; the program's exit status when it is closed.

    2, with a sentence on standard error, where no window can be shown. `size` is width and height in pixels;
    `quit_after_s` closes the window by itself, for tests of the start.
    """
    from vmotion_gui.gui.environment import complaint

    problem = complaint()
    if problem is not None:
        sys.stderr.write(_sentence(problem, language) + "\n")
        return 2
    from vmotion_gui.gui.program import Program

    return Program(language or "", theme or "").run(str(lab_path or ""), size, quit_after_s, str(lesson_path or ""))


def _sentence(problem: Message, language: str | None) -> str:
    code = language or (locale.getlocale()[0] or "en")[:2]
    return catalogue(code if code in LANGUAGES else "en").render(problem)
