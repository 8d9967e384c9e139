"""The shape of a lesson file; docs/lesson-format.md explains it. Reading and checking are elsewhere."""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from vmotion_gui.inventory import quantities as q
from vmotion_gui.inventory.commands import Command

FORMAT: Final = "vmotion-gui-lesson"
VERSION: Final = 1

Unit = Literal["count", "seconds", "bytes", "bytes_per_s", "bits_per_s", "percent", "factor"]
Icon = Literal[
    "vm", "host", "datastore", "link", "memory", "migrate", "compare", "warning", "error", "cancel", "maintenance"
]
Level = Literal["beginner", "intermediate", "advanced"]


class _Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of everything in a lesson file."""


class Text(_Part, frozen=True, kw_only=True):
    """A text in every language of the program. `{name}` stands for a number of the lesson."""

    en: str
    de: str

    def of(self, language: str) -> str:
        """The text in a language ("en", "de")."""
        return self.de if language == "de" else self.en


class Source(_Part, frozen=True, kw_only=True):
    """Where something is explained further. `url` begins with https://, or is empty."""

    title: str
    url: str = ""


class Number(_Part, frozen=True, kw_only=True):
    """A number that texts may speak of: an expression over the run, and how people read it."""

    value: str
    unit: Unit = "count"


class Choice(_Part, frozen=True, kw_only=True):
    """One answer to choose. The run decides: it is right if `right` is true when the prediction is resolved."""

    text: Text
    right: str


class Prediction(_Part, frozen=True, kw_only=True):
    """A question before a run, which the run answers: `choices`, or a number (`value`, `unit`, `tolerance`)."""

    id: str
    question: Text
    choices: tuple[Choice, ...] = ()
    value: str = ""
    """Expression that gives the number."""
    unit: Unit = "count"
    tolerance: q.Fraction = 0.0
    """A number counts as right within this share of the run's."""


class Action(_Part, frozen=True, kw_only=True):
    """A command to the engine: the lesson's own, done on entering the step, or one asked of the user."""

    command: Command
    by: Literal["lesson", "user"] = "lesson"
    text: Text | None = None
    """What the command does, for the button that does it; the user may do it any other way, too."""


class WhenAsked(_Part, frozen=True, kw_only=True, tag="next", tag_field="kind"):
    """The step ends when the user goes on."""


class WhenAnswered(_Part, frozen=True, kw_only=True, tag="answer", tag_field="kind"):
    """The step ends when its prediction has been answered."""


class WhenDone(_Part, frozen=True, kw_only=True, tag="action", tag_field="kind"):
    """The step ends when the user has done all that its actions ask for."""


class WhenReached(_Part, frozen=True, kw_only=True, tag="goals", tag_field="kind"):
    """The step ends when all goals of its exercise are reached."""


class WhenHappened(_Part, frozen=True, kw_only=True, tag="event", tag_field="kind"):
    """The step ends at the engine's `count`th event of a type since it began, about `vm` or `migration` if named."""

    type: str
    vm: str = ""
    migration: str = ""
    count: q.PositiveCount = 1


class WhenPassed(_Part, frozen=True, kw_only=True, tag="time", tag_field="kind"):
    """The step ends when so many simulated seconds have passed in it."""

    after_s: q.Seconds


class WhenTrue(_Part, frozen=True, kw_only=True, tag="that", tag_field="kind"):
    """The step ends when an expression over the run is true; it is looked at after each of the engine's events."""

    that: str


Condition = WhenAsked | WhenAnswered | WhenDone | WhenReached | WhenHappened | WhenPassed | WhenTrue


class Goal(_Part, frozen=True, kw_only=True):
    """What an exercise asks for, and the expression that tells whether it is reached."""

    id: str
    text: Text
    that: str


class Deed(_Part, frozen=True, kw_only=True, tag="do", tag_field="kind"):
    """A step of a solution: a command of the user's."""

    command: Command


class Wait(_Part, frozen=True, kw_only=True, tag="wait", tag_field="kind"):
    """A step of a solution: let simulated time go on until an expression is true."""

    that: str


class Exercise(_Part, frozen=True, kw_only=True, tag="exercise", tag_field="kind"):
    """Something to do, with goals that are checked and a solution that is known to reach them."""

    goals: tuple[Goal, ...]
    solution: tuple[Deed | Wait, ...]


class Step(_Part, frozen=True, kw_only=True):
    """One step of a lesson."""

    id: str
    title: Text
    narration: Text
    details: Text | None = None
    """The same for who wants to know more."""
    hint: Text | None = None
    notes: Text | None = None
    """For the speaker, who alone sees them."""
    targets: tuple[str, ...] = ()
    """What the spotlight falls on; see `lessons.targets`."""
    camera: tuple[str, ...] = ()
    """Ids of what the topology brings into view; "overview" alone: everything."""
    speed: q.Rate = 0.0
    """Simulated seconds per second while the step plays; 0: as the user has it."""
    actions: tuple[Action, ...] = ()
    until: Condition = WhenAsked()
    prediction: Prediction | None = None
    resolves: str = ""
    """Id of an earlier prediction whose answer the run has given by now."""
    claims: tuple[str, ...] = ()
    """Expressions that are true when the step ends; whoever checks the lesson proves them."""
    exercise: Exercise | None = None


class Lesson(_Part, frozen=True, kw_only=True):
    """A lesson file as it is written."""

    format: Literal["vmotion-gui-lesson"]
    version: Literal[1]
    id: str
    title: Text
    summary: Text
    level: Level
    minutes: q.PositiveCount
    """How long it takes, in minutes of the user's time."""
    icon: Icon = "vm"
    lab: str | dict[str, Any]
    """A file of the lesson's folder, or the lab itself."""
    numbers: dict[str, Number] = {}
    sources: tuple[Source, ...] = ()
    steps: tuple[Step, ...]

    def step(self, id_: str) -> Step:
        """The step with an id. KeyError if there is none."""
        for step in self.steps:
            if step.id == id_:
                return step
        raise KeyError(id_)

    @property
    def predictions(self) -> dict[str, Prediction]:
        """All predictions by id."""
        return {step.prediction.id: step.prediction for step in self.steps if step.prediction is not None}
