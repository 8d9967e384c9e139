"""A lesson's texts as they are read: in one language, with the run's numbers in them."""

from __future__ import annotations

import re

from vmotion_gui.lessons.checking import PLACEHOLDER
from vmotion_gui.lessons.document import Lesson, Text, Unit
from vmotion_gui.lessons.evaluation import number_of
from vmotion_gui.lessons.vocabulary import NotKnownError
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.backend import Backend

NOT_KNOWN = "…"


def quantity(value: float, unit: Unit, language: str) -> str:
    """A number of a lesson as people read it. Shares are percentages, factors have two digits."""
    words = catalogue(language)
    if unit == "percent":
        share = value * 100.0
        return f"{words.number(share, 0 if abs(share) >= 10.0 else 1)} %"
    if unit == "factor":
        return words.number(value, 2)
    return words.quantity(value, unit)


def rendered(text: Text, lesson: Lesson, run: Backend, language: str) -> str:
    """Paragraphs, divided by an empty line; what the run has not given yet is an ellipsis."""

    def number(found: re.Match[str]) -> str:
        known = lesson.numbers[found[1]]
        try:
            return quantity(number_of(known.value, run), known.unit, language)
        except NotKnownError:
            return NOT_KNOWN

    paragraphs = re.split(r"\n\s*\n", text.of(language).strip())
    return "\n\n".join(PLACEHOLDER.sub(number, " ".join(paragraph.split())) for paragraph in paragraphs)


def unknown_numbers(text: Text, lesson: Lesson, run: Backend) -> list[str]:
    """The numbers of a text that the run has not given yet."""
    missing = []
    for name in dict.fromkeys(PLACEHOLDER.findall(text.en)):
        try:
            number_of(lesson.numbers[name].value, run)
        except NotKnownError:
            missing.append(name)
    return missing
