"""Plays a whole lesson as a user would, and tells what is not as it says: claims, numbers, questions, exercises."""

from __future__ import annotations

import dataclasses

from vmotion_gui.inventory.problems import Problem
from vmotion_gui.lessons.document import Prediction, Text
from vmotion_gui.lessons.evaluation import truth_of
from vmotion_gui.lessons.player import Player, StuckError
from vmotion_gui.lessons.reading import LoadedLesson
from vmotion_gui.lessons.words import unknown_numbers
from vmotion_gui.messages import message

MOST_EVENTS = 50_000
"""So many events of the engine one step may take."""


@dataclasses.dataclass(frozen=True, slots=True)
class Rehearsed:
    """What came of a rehearsal: problems by place, proven claims, and the simulated seconds that it took."""

    problems: tuple[Problem, ...]
    claims: int
    end_s: float


def rehearse(loaded: LoadedLesson) -> Rehearsed:
    """Play a lesson from its first step to its last."""
    player = Player(loaded)
    problems: list[Problem] = []
    claims = 0
    while True:
        place = f"$.steps[{player.index}]"
        problems += _on_entering(player, place)
        ended = _to_the_end(player)
        if not ended:
            problems.append(Problem(f"{place}.until", message("lesson.rehearsal.noEnd")))
        for index, (claim, true) in enumerate(player.claims().items()):
            claims += true
            if not true:
                text = message("lesson.rehearsal.falseClaim", claim=claim)
                problems.append(Problem(f"{place}.claims[{index}]", text))
        if not ended or not player.forward():
            return Rehearsed(tuple(problems), claims, player.backend.now_s)


def _to_the_end(player: Player) -> bool:
    try:
        return player.complete(MOST_EVENTS)
    except StuckError:
        return False


def _on_entering(player: Player, place: str) -> list[Problem]:
    step, lesson, run = player.step, player.lesson, player.backend
    found = []
    texts: dict[str, Text | None] = {"narration": step.narration, "details": step.details, "title": step.title}
    for name, text in texts.items():
        missing = unknown_numbers(text, lesson, run) if text is not None else []
        found += [Problem(f"{place}.{name}", message("lesson.rehearsal.numberNotKnown", name=n)) for n in missing]
    if step.resolves:
        found += _unclear(lesson.predictions[step.resolves], player, f"{place}.resolves")
    if step.exercise is not None and all(true for _, true in player.goals()):
        found.append(Problem(f"{place}.exercise", message("lesson.rehearsal.nothingToDo")))
    return found


def _unclear(prediction: Prediction, player: Player, place: str) -> list[Problem]:
    if prediction.choices:
        right = sum(truth_of(choice.right, player.backend) for choice in prediction.choices)
        return [] if right == 1 else [Problem(place, message("lesson.rehearsal.rightChoices", n=right))]
    if player.resolution() is None:
        return [Problem(place, message("lesson.rehearsal.noAnswer"))]
    return []
