"""Finds texts by some of their letters in order: "emm" finds "Enter Maintenance Mode".

All texts are searched as one string, so that the thousands of objects of an estate are looked through between two keys.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

_SCORED = 3000
"""So many hits are ranked; who finds more types another letter."""


class FuzzyIndex:
    """Texts to be searched."""

    def __init__(self, texts: Sequence[str]) -> None:
        lines = [text.casefold().replace("\n", " ") for text in texts]
        self._lines = lines
        self._whole = "\n".join(lines)
        self._starts: list[int] = []
        place = 0
        for line in lines:
            self._starts.append(place)
            place += len(line) + 1

    def find(self, query: str) -> list[int]:
        """Numbers of the texts that hold the query's letters in this order, the best first; blanks do not count."""
        wanted = query.casefold().strip()
        letters = "".join(wanted.split())
        if not letters:
            return []
        hits = []
        for match in _pattern(letters).finditer(self._whole):
            hits.append(bisect_right(self._starts, match.start()) - 1)
            if len(hits) >= _SCORED:
                break
        return sorted(hits, key=lambda number: (_rank(wanted, letters, self._lines[number]), number))


def _pattern(letters: str) -> re.Pattern[str]:
    """Each letter is looked for up to its first place, so nothing is ever tried twice."""
    steps = "".join(f"[^{re.escape(letter)}\n]*{re.escape(letter)}" for letter in letters)
    return re.compile(f"^{steps}", re.MULTILINE)


def _rank(wanted: str, letters: str, line: str) -> tuple[int, int]:
    """At the start, at a word's start, as initials, anywhere in one piece, spread; then the shorter text."""
    place = line.find(wanted)
    if place == 0:
        kind = 0
    elif place > 0 and not line[place - 1].isalnum():
        kind = 1
    elif "".join(word[0] for word in re.split(r"\W+", line) if word).find(letters) >= 0:
        kind = 2
    else:
        kind = 3 if place > 0 else 4
    return kind, len(line)
