"""The entry to the window: checks that one can be shown, before Qt is loaded."""

from __future__ import annotations

import locale
import sys

from vmotion_gui.messages import LANGUAGES, Message, catalogue, message


def run(
    lab_path: str | None = None,
    language: str | None = None,
    theme: str | None = None,
    size: str | None = None,
    quit_after_s: float | None = None,
) -> int:
    """Open the window; the program's exit status when it is closed.

    2, with a sentence on standard error, where no window can be shown or `size` is not "WIDTHxHEIGHT". `quit_after_s`
    closes the window by itself, for tests of the start.
    """
    from vmotion_gui.gui.environment import complaint

    parsed = _parsed_size(size) if size else None
    problem = message("start.badSize", found=size) if size and parsed is None else complaint()
    if problem is not None:
        sys.stderr.write(_sentence(problem, language) + "\n")
        return 2
    from vmotion_gui.gui.program import Program

    return Program(language or "", theme or "").run(lab_path or "", parsed, quit_after_s)


def _parsed_size(text: str) -> tuple[int, int] | None:
    width, separator, height = text.lower().partition("x")
    if not separator or not width.isdecimal() or not height.isdecimal():
        return None
    return int(width), int(height)


def _sentence(problem: Message, language: str | None) -> str:
    code = language or (locale.getlocale()[0] or "en")[:2]
    return catalogue(code if code in LANGUAGES else "en").render(problem)
