"""What is wrong with a lesson that is well formed: what it names must exist, and its texts must be whole."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from vmotion_gui.inventory.commands import Command, TimedCommand
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import Problem
from vmotion_gui.inventory.validation import Material
from vmotion_gui.inventory.validation.commands import command_problems
from vmotion_gui.lessons.document import (
    Deed,
    Exercise,
    Lesson,
    Prediction,
    Step,
    Text,
    Wait,
    WhenAnswered,
    WhenDone,
    WhenHappened,
    WhenReached,
    WhenTrue,
)
from vmotion_gui.lessons.evaluation import check_expression
from vmotion_gui.lessons.expression import ExpressionError, Kind
from vmotion_gui.lessons.targets import WINDOW_TARGETS, target_of
from vmotion_gui.messages import message

MOST_STEPS = 100
MOST_PARTS = 50
"""Most actions, claims, goals, choices, targets of a step, numbers and sources of a lesson."""
LONGEST_TEXT = 4000
PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_COMMAND = re.compile(r"\$\.commands\[(\d+)\](?:\.command)?")
_NUMBER_NAME = re.compile(r"[a-z][a-z0-9_]*")


def problems_of(lesson: Lesson, lab: Lab) -> list[Problem]:
    """Everything that is wrong with a lesson and its lab's use, by place ("$.steps[2].claims[0]")."""
    return list(_Check(lesson, lab).problems())


class _Check:
    def __init__(self, lesson: Lesson, lab: Lab) -> None:
        self._lesson, self._lab = lesson, lab
        self._inventory = lab.inventory

    def problems(self) -> Iterator[Problem]:
        lesson = self._lesson
        yield from self._ids("$.id", [lesson.id])
        yield from self._size("$.steps", len(lesson.steps), MOST_STEPS, least=1)
        yield from self._size("$.numbers", len(lesson.numbers), MOST_PARTS)
        yield from self._size("$.sources", len(lesson.sources), MOST_PARTS)
        yield from self._text("$.title", lesson.title)
        yield from self._text("$.summary", lesson.summary)
        for name, number in lesson.numbers.items():
            if not _NUMBER_NAME.fullmatch(name):
                yield Problem(f"$.numbers.{name}", message("lesson.problem.numberName", found=name))
            yield from self._expression(f"$.numbers.{name}.value", number.value, "number")
        for index, source in enumerate(lesson.sources):
            if source.url and not source.url.startswith("https://"):
                yield Problem(f"$.sources[{index}].url", message("lesson.problem.url", found=source.url))
        yield from self._ids("$.steps", [step.id for step in lesson.steps])
        asked: set[str] = set()
        for index, step in enumerate(lesson.steps):
            yield from self._step(f"$.steps[{index}]", step, asked)
        yield from self._commands()
        unresolved = asked - {step.resolves for step in lesson.steps}
        for id_ in sorted(unresolved):
            yield Problem("$.steps", message("lesson.problem.unresolved", id=id_))

    # --- texts ------------------------------------------------------------------------------------------------

    def _text(self, place: str, text: Text | None) -> Iterator[Problem]:
        if text is None:
            return
        names = []
        for language in ("en", "de"):
            words = text.of(language)
            here = f"{place}.{language}"
            if not words.strip():
                yield Problem(here, message("lesson.problem.emptyText"))
            if len(words) > LONGEST_TEXT:
                yield Problem(here, message("lesson.problem.longText", n=len(words), allowed=LONGEST_TEXT))
            if any(unicodedata.category(letter) in ("Cc", "Cf", "Co") and letter != "\n" for letter in words):
                yield Problem(here, message("lesson.problem.controlCharacter"))
            if set(PLACEHOLDER.sub("", words)) & set("{}"):
                yield Problem(here, message("lesson.problem.brace", example="{downtime}"))
            names.append(set(PLACEHOLDER.findall(words)))
            for name in sorted(names[-1] - self._lesson.numbers.keys()):
                known = sorted(self._lesson.numbers)
                yield Problem(here, message("lesson.problem.unknownNumber", found=name, known=known))
        if names[0] != names[1]:
            only = sorted(names[0] ^ names[1])
            yield Problem(place, message("lesson.problem.otherNumbers", names=only))

    # --- parts ------------------------------------------------------------------------------------------------

    @staticmethod
    def _ids(place: str, ids: Iterable[str]) -> Iterator[Problem]:
        for id_, count in Counter(ids).items():
            if not _ID.fullmatch(id_):
                yield Problem(place, message("lesson.problem.id", found=id_))
            if count > 1:
                yield Problem(place, message("lesson.problem.twice", found=id_))

    @staticmethod
    def _size(place: str, found: int, most: int, least: int = 0) -> Iterator[Problem]:
        if not least <= found <= most:
            yield Problem(place, message("lesson.problem.size", found=found, least=least, most=most))

    def _expression(self, place: str, text: str, wanted: Kind) -> Iterator[Problem]:
        try:
            check_expression(text, wanted, self._inventory)
        except ExpressionError as error:
            yield Problem(place, error.text)

    def _step(self, place: str, step: Step, asked: set[str]) -> Iterator[Problem]:
        for name in ("title", "narration", "details", "hint", "notes"):
            yield from self._text(f"{place}.{name}", getattr(step, name))
        for name in ("targets", "camera", "actions", "claims"):
            yield from self._size(f"{place}.{name}", len(getattr(step, name)), MOST_PARTS)
        for index, action in enumerate(step.actions):
            yield from self._text(f"{place}.actions[{index}].text", action.text)
        yield from self._places(place, step)
        for index, claim in enumerate(step.claims):
            yield from self._expression(f"{place}.claims[{index}]", claim, "truth")
        if step.resolves and step.resolves not in asked:
            yield Problem(f"{place}.resolves", message("lesson.problem.notAsked", found=step.resolves))
        if step.prediction is not None:
            yield from self._prediction(f"{place}.prediction", step.prediction, asked)
        if step.exercise is not None:
            yield from self._exercise(f"{place}.exercise", step.exercise)
        yield from self._condition(f"{place}.until", step)

    def _places(self, place: str, step: Step) -> Iterator[Problem]:
        for index, target in enumerate(step.targets):
            parsed = target_of(target)
            if parsed is None:
                text = message("lesson.problem.unknownTarget", found=target, known=list(WINDOW_TARGETS))
                yield Problem(f"{place}.targets[{index}]", text)
                continue
            for id_ in parsed.ids:
                if self._inventory.get(id_) is None:
                    yield Problem(f"{place}.targets[{index}]", message("lesson.problem.unknownObject", found=id_))
        for index, id_ in enumerate(step.camera):
            if id_ != "overview" and self._inventory.get(id_) is None:
                yield Problem(f"{place}.camera[{index}]", message("lesson.problem.unknownObject", found=id_))

    def _commands(self) -> Iterator[Problem]:
        """What the lab's own check finds wrong with the lesson's commands, done in their order after the lab's."""
        lesson, commands = self._lesson, self._lab.commands
        places: list[str] = []
        asked: list[Command] = []
        for number, step in enumerate(lesson.steps):
            for index, action in enumerate(step.actions):
                places.append(f"$.steps[{number}].actions[{index}].command")
                asked.append(action.command)
            for index, part in enumerate(step.exercise.solution if step.exercise else ()):
                if isinstance(part, Deed):
                    places.append(f"$.steps[{number}].exercise.solution[{index}].command")
                    asked.append(part.command)
        last_s = commands[-1].time_s if commands else 0.0
        timed = (*commands, *(TimedCommand(time_s=last_s, command=command) for command in asked))
        material = Material.of_document(msgspec.structs.replace(self._lab.to_document(), commands=timed))
        for problem in command_problems(material):
            found = _COMMAND.match(problem.place)
            if found and (index := int(found[1]) - len(commands)) >= 0:
                yield Problem(places[index] + problem.place[found.end() :], problem.text)

    def _prediction(self, place: str, prediction: Prediction, asked: set[str]) -> Iterator[Problem]:
        yield from self._ids(f"{place}.id", [prediction.id])
        if prediction.id in asked:
            yield Problem(f"{place}.id", message("lesson.problem.twice", found=prediction.id))
        asked.add(prediction.id)
        yield from self._text(f"{place}.question", prediction.question)
        if bool(prediction.choices) == bool(prediction.value):
            yield Problem(place, message("lesson.problem.answerKind"))
        if prediction.choices:
            yield from self._size(f"{place}.choices", len(prediction.choices), 8, least=2)
        for index, choice in enumerate(prediction.choices):
            yield from self._text(f"{place}.choices[{index}].text", choice.text)
            yield from self._expression(f"{place}.choices[{index}].right", choice.right, "truth")
        if prediction.value:
            yield from self._expression(f"{place}.value", prediction.value, "number")

    def _exercise(self, place: str, exercise: Exercise) -> Iterator[Problem]:
        yield from self._size(f"{place}.goals", len(exercise.goals), MOST_PARTS, least=1)
        yield from self._size(f"{place}.solution", len(exercise.solution), MOST_PARTS)
        yield from self._ids(f"{place}.goals", [goal.id for goal in exercise.goals])
        for index, goal in enumerate(exercise.goals):
            yield from self._text(f"{place}.goals[{index}].text", goal.text)
            yield from self._expression(f"{place}.goals[{index}].that", goal.that, "truth")
        for index, part in enumerate(exercise.solution):
            if isinstance(part, Wait):
                yield from self._expression(f"{place}.solution[{index}].that", part.that, "truth")

    def _condition(self, place: str, step: Step) -> Iterator[Problem]:
        match step.until:
            case WhenAnswered() if step.prediction is None:
                yield Problem(place, message("lesson.problem.nothingAsked"))
            case WhenDone() if not any(action.by == "user" for action in step.actions):
                yield Problem(place, message("lesson.problem.nothingToDo"))
            case WhenReached() if step.exercise is None:
                yield Problem(place, message("lesson.problem.noExercise"))
            case WhenTrue(that=that):
                yield from self._expression(f"{place}.that", that, "truth")
            case WhenHappened(vm=vm) if vm and vm not in self._inventory.vms:
                yield Problem(f"{place}.vm", message("lesson.problem.unknownObject", found=vm))
            case _:
                pass
