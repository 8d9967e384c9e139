"""Plays a lesson on the embedded engine: forward, back by rewinding it, free play and return. Reads no clock.

A step's own commands come a moment of simulated time after its mark, and the user's turn a moment after those: so the
run before the step, after its actions and after the user's are three moments, and rewinding tells them apart.
"""

from __future__ import annotations

import dataclasses
import math

import msgspec

from vmotion_gui.lessons import conditions
from vmotion_gui.lessons.conditions import Visit
from vmotion_gui.lessons.document import Deed, Goal, Prediction, Step, Text, WhenTrue
from vmotion_gui.lessons.evaluation import number_of, truth_of
from vmotion_gui.lessons.reading import LoadedLesson
from vmotion_gui.lessons.vocabulary import NotKnownError
from vmotion_gui.lessons.words import rendered
from vmotion_gui.simulation.embedded import EmbeddedBackend

MOMENT_S = 0.001
Answer = int | float | None
"""The number of a choice, a number, or None for who did not want to guess."""


class StuckError(Exception):
    """A step cannot end any more: nothing will happen by itself, and nothing is left to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Resolution:
    """What was predicted and what came of it. For choices the numbers are their indices."""

    prediction: Prediction
    given: Answer
    right: float
    correct: bool


class Player:
    """A lesson that is being played.

    Attributes: `lesson`; `backend`, the run that is shown now; `answers` by the prediction's id; `index` of the step.
    """

    def __init__(self, loaded: LoadedLesson) -> None:
        """At the first step."""
        self.lesson, self._lab = loaded.lesson, loaded.lab
        self.backend = EmbeddedBackend(self._lab)
        self.answers: dict[str, Answer] = {}
        self.index = 0
        self._kept: EmbeddedBackend | None = None
        self._branch = self.backend.current_branch
        self._solved = 0
        self._visits: list[Visit] = []
        self._enter()

    # --- where it stands --------------------------------------------------------------------------------------

    @property
    def step(self) -> Step:
        return self.lesson.steps[self.index]

    @property
    def fulfilled(self) -> bool:
        """Whether the step has ended."""
        return not self.free and conditions.fulfilled(self.step, self._visit, self.backend, self.answers)

    @property
    def last(self) -> bool:
        """Whether this is the last step."""
        return self.index == len(self.lesson.steps) - 1

    @property
    def finished(self) -> bool:
        """Whether the last step has ended."""
        return self.last and self.fulfilled

    @property
    def free(self) -> bool:
        """Whether the user plays on their own."""
        return self._kept is not None

    @property
    def _visit(self) -> Visit:
        return self._visits[self.index]

    def text(self, text: Text, language: str) -> str:
        """A text of the lesson with the run's numbers of this moment."""
        return rendered(text, self.lesson, self.backend, language)

    def claims(self) -> dict[str, bool]:
        """The step's claims, and whether each is true now."""
        return {claim: truth_of(claim, self.backend) for claim in self.step.claims}

    def goals(self) -> list[tuple[Goal, bool]]:
        """The exercise's goals, and whether each is reached now."""
        goals = self.step.exercise.goals if self.step.exercise else ()
        return [(goal, truth_of(goal.that, self.backend)) for goal in goals]

    # --- predictions ------------------------------------------------------------------------------------------

    def answer(self, given: Answer) -> None:
        """Answer the step's prediction; None for "I would rather see". ValueError if that is no answer to it."""
        prediction = self.step.prediction
        if prediction is None:
            raise ValueError("this step asks nothing")
        choices = prediction.choices
        if choices and given is not None and given not in range(len(choices)):
            raise ValueError(f"{given!r} is none of the {len(choices)} choices")
        self.answers[prediction.id] = given

    def resolution(self) -> Resolution | None:
        """What came of the prediction that this step resolves; None if it resolves none, or it is not known yet."""
        prediction = self.lesson.predictions.get(self.step.resolves)
        if prediction is None:
            return None
        given = self.answers.get(prediction.id)
        if prediction.choices:
            right = [index for index, choice in enumerate(prediction.choices) if truth_of(choice.right, self.backend)]
            return Resolution(prediction, given, float(right[0]), given in right) if right else None
        try:
            value = number_of(prediction.value, self.backend)
        except NotKnownError:
            return None
        correct = given is not None and abs(given - value) <= prediction.tolerance * abs(value)
        return Resolution(prediction, given, value, correct)

    # --- going on and back ------------------------------------------------------------------------------------

    def forward(self) -> bool:
        """To the next step, once this one has ended; False if it has not, or is the last."""
        if self.last or not self.fulfilled:
            return False
        self._follow()
        self.settle()
        self.index += 1
        self._solved = 0
        if self.index < len(self._visits):
            self.backend.rewind(self._turn_s())
        else:
            self._enter()
        return True

    def back(self) -> bool:
        """To the step before, as it was when it had done its own actions; False at the first one."""
        if self.index == 0 or self.free:
            return False
        self._follow()
        self.index -= 1
        self.again()
        return True

    def again(self) -> None:
        """This step from its beginning."""
        if not self.free:
            self._solved = 0
            self.backend.rewind(self._turn_s())

    def settle(self) -> None:
        """If time has gone beyond the end of this step, go back to that very moment."""
        end_s = None if self.free else conditions.ended_at_s(self.step.until, self._visit, self.backend)
        if end_s is not None and end_s < self.backend.now_s:
            self.backend.rewind(end_s)

    def limit_s(self) -> float | None:
        """Up to which moment time may go on in this step; None if that is not known yet, or it may go on and on."""
        if self.free:
            return None
        end_s = conditions.ended_at_s(self.step.until, self._visit, self.backend)
        if end_s is None and isinstance(self.step.until, WhenTrue) and self.fulfilled:
            return self.backend.now_s
        return end_s

    def complete(self, max_events: int | None = None) -> bool:
        """Bring the step to its end: do what is asked of the user, and let time go on.

        True if it has ended; False after `max_events` of the engine's events. Questions stay unanswered, and other
        steps than the present one are not touched. StuckError if it cannot end.
        """
        if self.step.prediction is not None and self.step.prediction.id not in self.answers:
            self.answer(None)
        self._follow()
        if self.index + 1 < len(self._visits):
            self.backend.rewind(self._visits[self.index + 1].mark_s)  # it has ended before
        for command in conditions.left_to_do(self.step, self._visit, self.backend):
            self.backend.submit(command)
        left = max_events
        while not self.fulfilled:
            if left is not None and left <= 0:
                return False
            if not self._solve():
                self._go_on()
                left = None if left is None else left - 1
        return True

    def _solve(self) -> bool:
        """The next part of the exercise's solution; False if time must go on before it."""
        parts = self.step.exercise.solution if self.step.exercise else ()
        if self._solved == len(parts):
            return False
        part = parts[self._solved]
        if isinstance(part, Deed):
            self.backend.submit(part.command)
        elif not truth_of(part.that, self.backend):
            return False
        self._solved += 1
        return True

    def _go_on(self) -> None:
        """To the engine's next event, or to the end of the step where that comes first."""
        due_s = self.backend.next_event_s
        end_s = conditions.ended_at_s(self.step.until, self._visit, self.backend)
        times = [time for time in (due_s, end_s) if time is not None]
        if not times:
            raise StuckError(self.step.id)
        self.backend.advance(min(times))

    def _enter(self) -> None:
        """The step for the first time: its own actions, and then the user's turn."""
        run = self.backend
        visit = Visit(self.index, run.now_s, len(run.events))
        own = [action.command for action in self.step.actions if action.by == "lesson"]
        if own:
            run.advance(visit.mark_s + MOMENT_S)
            for command in own:
                run.submit(command)
        visit.shown_s = run.now_s
        self._visits.append(visit)
        run.advance(self._turn_s())

    def _turn_s(self) -> float:
        """When it is the user's turn in this step: after its own actions, and before all that anybody did later."""
        shown_s, run = self._visit.shown_s, self.backend
        journal = run.branches()[run.current_branch].journal
        later = min((timed.time_s for timed in journal if timed.time_s > shown_s), default=math.inf)
        return min(shown_s + MOMENT_S, (shown_s + later) / 2.0)

    def _follow(self) -> None:
        """If the user went another way since, forget what came after."""
        if self.backend.current_branch == self._branch:
            return
        self._branch = self.backend.current_branch
        forked_s = self.backend.branches()[self._branch].forked_at_s
        while self.index > 0 and self._visit.shown_s > forked_s:
            self.index -= 1
        del self._visits[self.index + 1 :]

    # --- free play ----------------------------------------------------------------------------------------

    def play_freely(self) -> EmbeddedBackend:
        """A run of its own from this moment on, on which the user may do anything; the lesson's stays as it is."""
        if self._kept is None:
            run = self.backend
            journal = run.branches()[run.current_branch].journal
            done = tuple(timed for timed in journal if timed.time_s <= run.now_s)
            self._kept = run
            self.backend = EmbeddedBackend(msgspec.structs.replace(self._lab, commands=done))
            self.backend.advance(run.now_s)
        return self.backend

    def return_to_lesson(self) -> EmbeddedBackend:
        """Back to the very moment that was left."""
        if self._kept is not None:
            self.backend, self._kept = self._kept, None
        return self.backend
