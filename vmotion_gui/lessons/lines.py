"""On which line of a TOML file something stands: tomllib gives values without their places."""

from __future__ import annotations

import re
from collections.abc import Iterator

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\]#]+?)\s*\]\]?\s*(?:#.*)?$")
_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_KEY = re.compile(rf"\s*({_NAME}(?:\s*\.\s*{_NAME})*)\s*=\s*(.*)$")
_STRING = re.compile(r"""\"\"\"|'''|"(?:\\.|[^"\\])*"|'[^']*'|#.*$|[\[\]]""")
_WORD = re.compile(r"""[A-Za-z0-9_-]+|"[^"]*"|'[^']*'""")


class Lines:
    """The lines of a TOML document's keys, by place ("$.steps[2].until")."""

    def __init__(self, text: str) -> None:
        """`text` is valid TOML; of anything else the places may be wrong."""
        self._lines: dict[str, int] = {"$": 1}
        self._counts: dict[str, int] = {}
        table = "$"
        for number, line in _outer_lines(text):
            if header := _HEADER.match(line):
                table = self._table(_words(header[2]), number, repeated=header[1] == "[[")
            elif key := _KEY.match(line):
                self._note(table, _words(key[1]), number)

    def line(self, place: str) -> int:
        """The line of a place, or of the nearest one that it is in."""
        while place not in self._lines:
            place = place[: max(place.rfind("."), place.rfind("["))]
        return self._lines[place]

    def _table(self, words: list[str], number: int, *, repeated: bool) -> str:
        place = "$"
        for index, word in enumerate(words):
            place = f"{place}.{word}"
            last = index == len(words) - 1
            if last and repeated:
                self._lines.setdefault(place, number)
                self._counts[place] = self._counts.get(place, 0) + 1
            if place in self._counts:
                place = f"{place}[{self._counts[place] - 1}]"
            self._lines.setdefault(place, number)
        return place

    def _note(self, table: str, words: list[str], number: int) -> None:
        place = table
        for word in words:
            place = f"{place}.{word}"
            self._lines.setdefault(place, number)


def _words(dotted: str) -> list[str]:
    return [word.strip("\"'") for word in _WORD.findall(dotted)]


def _outer_lines(text: str) -> Iterator[tuple[int, str]]:
    """The lines on which a header or a key can stand: none within a text or a list of several lines."""
    closing, depth = "", 0
    for number, line in enumerate(text.splitlines(), start=1):
        if not closing and depth == 0:
            yield number, line
        rest = line
        if not closing and depth == 0:
            key = _KEY.match(line)
            rest = key[2] if key else ""
        closing, depth = _after(rest, closing, depth)


def _after(rest: str, closing: str, depth: int) -> tuple[str, int]:
    """What is still open at a line's end: a text's closing quotes, and so many lists."""
    position = 0
    while True:
        if closing:
            end = _end_of_text(rest, position, closing)
            if end < 0:
                return closing, depth
            position, closing = end, ""
        found = _STRING.search(rest, position)
        if found is None:
            return "", depth
        position = found.end()
        if found[0] in ('"""', "'''"):
            closing = found[0]
        elif found[0] in "[]":
            depth += 1 if found[0] == "[" else -1


def _end_of_text(rest: str, position: int, closing: str) -> int:
    """Behind the closing quotes, or -1."""
    while (end := rest.find(closing, position)) >= 0:
        backslashes = len(rest[:end]) - len(rest[:end].rstrip("\\"))
        if closing == "'''" or backslashes % 2 == 0:
            end += 3
            while end < len(rest) and rest[end] == closing[0]:
                end += 1
            return end
        position = end + 1
    return -1
