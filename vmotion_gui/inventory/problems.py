"""What is wrong with a lab document: where, what was found and what is allowed."""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from vmotion_gui.messages import Message, catalogue, message

_SHOWN_CHARACTERS = 60


class Problem(msgspec.Struct, frozen=True):
    """One fault of a document.

    `place` is a JSON path ("$.hosts[3].pnics[0].speed_bits_per_s"), "$" for the document as a whole, or empty
    where the file itself could not be read or written. `text` says what was found there and what is allowed.
    """

    place: str
    text: Message


class LabError(ValueError):
    """A lab that cannot be read, used or written; holds every problem that was found, never only
    the first.
    """

    def __init__(self, problems: Iterable[Problem], name: str = "") -> None:
        self.problems = tuple(problems)
        self.name = name
        """The file's name, or empty."""
        super().__init__(self._plain())

    def _plain(self) -> str:
        english = catalogue("en")
        lines = [f"{problem.place}: {english.render(problem.text)}".removeprefix(": ") for problem in self.problems]
        return "\n".join([self.name, *lines] if self.name else lines)


def found(value: Any) -> Any:
    """What stands in the document, for the sentence's argument `found`: as short as it can be recognised."""
    if isinstance(value, dict):
        return message("inventory.found.object")
    if isinstance(value, list | tuple):
        return message("inventory.found.list", n=len(value))
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN_CHARACTERS else text[: _SHOWN_CHARACTERS - 1] + "…"


def similar(word: str, words: Sequence[str]) -> str:
    """The one of `words` that was probably meant; empty if none is near."""
    near = difflib.get_close_matches(word, words, n=1, cutoff=0.6)
    return near[0] if near else ""


def unknown_field(name: str, names: Sequence[str]) -> Message:
    """The sentence about a field that does not exist, with the one that was probably meant or
    all there are.
    """
    if meant := similar(name, names):
        return message("inventory.problem.unknownFieldSimilar", field=name, meant=meant)
    return message("inventory.problem.unknownField", field=name, allowed=list(names))
