"""What a lesson tells, step by step, with what its run gave at each of them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping, Sequence

from vmotion_gui.lessons.document import Lesson, Prediction, Step
from vmotion_gui.lessons.player import Answer, Player, StuckError
from vmotion_gui.lessons.reading import LoadedLesson
from vmotion_gui.lessons.rehearsal import MOST_EVENTS
from vmotion_gui.lessons.words import quantity
from vmotion_gui.simulation.backend import Backend
from vmotion_gui.simulation.events import Event


@dataclasses.dataclass(frozen=True)
class ToldStep:
    """A step as it was told in one language. `right` is what the run says to the prediction that the step resolves, ""
    if it resolves none; `goals` and whether each was reached; `events`, what mattered in it."""

    number: int
    step: Step
    narration: str
    details: str
    right: str
    goals: Sequence[tuple[str, bool]]
    events: Sequence[Event]


@dataclasses.dataclass(frozen=True)
class Telling:
    """A lesson that has been told, as far as it was played, and its run."""

    lesson: Lesson
    language: str
    steps: Sequence[ToldStep]
    backend: Backend
    answers: Mapping[str, Answer]

    def given(self, prediction: Prediction) -> str:
        """What the user predicted; "" if nothing."""
        given = self.answers.get(prediction.id)
        if given is None:
            return ""
        if prediction.choices:
            return prediction.choices[int(given)].text.of(self.language)
        return quantity(float(given), prediction.unit, self.language)


def told(loaded: LoadedLesson, language: str) -> Telling:
    """A lesson played from its first step to its last, by itself. StuckError if a step cannot end."""
    player = Player(loaded)
    steps = []
    while True:
        seen = len(player.backend.events)
        step = _told(player, language)
        if not player.complete(MOST_EVENTS):
            raise StuckError(player.step.id)
        steps.append(_ended(step, player, seen, language))
        if not player.forward():
            return Telling(player.lesson, language, steps, player.backend, {})


def told_so_far(player: Player, language: str) -> Telling:
    """The steps that a user has come to, with the numbers of this moment. Only the present step's prediction is
    resolved: what was right at an earlier one, this moment need not tell."""
    steps = []
    for number, step in enumerate(player.lesson.steps[: player.index + 1]):
        present = number == player.index
        right = _right(player, language) if present else ""
        goals = [(goal.text.of(language), reached) for goal, reached in player.goals()] if present else []
        texts = _texts(player, step, language)
        steps.append(ToldStep(number + 1, step, *texts, right=right, goals=goals, events=()))
    return Telling(player.lesson, language, steps, player.backend, dict(player.answers))


def untold(player: Player, language: str) -> Telling:
    """A lesson with nothing that its run gives: what a worksheet without answers needs."""
    steps = [
        ToldStep(number, step, "", "", right="", goals=(), events=())
        for number, step in enumerate(player.lesson.steps, start=1)
    ]
    return Telling(player.lesson, language, steps, player.backend, {})


def _told(player: Player, language: str) -> ToldStep:
    """The present step at its beginning, which is when a user reads it."""
    texts = _texts(player, player.step, language)
    return ToldStep(player.index + 1, player.step, *texts, right=_right(player, language), goals=(), events=())


def _ended(step: ToldStep, player: Player, seen: int, language: str) -> ToldStep:
    goals = [(goal.text.of(language), reached) for goal, reached in player.goals()]
    return dataclasses.replace(step, goals=goals, events=tuple(_that_matter(player.backend.events[seen:])))


def _that_matter(events: Sequence[Event]) -> Iterator[Event]:
    acted = ("InventoryEdited", "CommandAccepted", "FaultInjected", "FaultRepaired")
    return (event for event in events if event.type in acted or event.type.endswith("Event"))


def _texts(player: Player, step: Step, language: str) -> tuple[str, str]:
    return player.text(step.narration, language), player.text(step.details, language) if step.details else ""


def _right(player: Player, language: str) -> str:
    resolution = player.resolution()
    if resolution is None:
        return ""
    prediction = resolution.prediction
    if prediction.choices:
        return prediction.choices[int(resolution.right)].text.of(language)
    return quantity(resolution.right, prediction.unit, language)
