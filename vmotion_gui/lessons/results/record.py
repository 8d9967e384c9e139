"""Records what a student reaches while a lesson is played. Reads no clock: the window says what time it is.

A goal that is true as the exercise begins ("never two at once") is nobody's merit yet: it counts once the whole
exercise is done. One that the student brings about counts at once, and stays.
"""

from __future__ import annotations

import math
from collections.abc import Callable

import msgspec

from vmotion_gui.lessons.document import Lesson, Prediction
from vmotion_gui.lessons.player import Answer, Player
from vmotion_gui.lessons.results.document import GoalResult, PredictionResult, StudentResult
from vmotion_gui.lessons.words import quantity

_replace = msgspec.structs.replace


def begun(lesson: Lesson, student: str, started: str) -> StudentResult:
    """The result of who has just begun; `started` as ISO 8601."""
    goals = tuple(
        GoalResult(step=step.id, goal=goal.id, text=goal.text)
        for step in lesson.steps
        if step.exercise is not None
        for goal in step.exercise.goals
    )
    predictions = tuple(PredictionResult(id=id_, question=each.question) for id_, each in lesson.predictions.items())
    return StudentResult(
        student=student,
        lesson=lesson.id,
        title=lesson.title,
        started=started,
        steps=len(lesson.steps),
        goals=goals,
        predictions=predictions,
    )


def fits(result: StudentResult, lesson: Lesson) -> bool:
    """Whether a result is about this lesson as it is now; one of an older version cannot be gone on with."""
    new = begun(lesson, result.student, result.started)
    return (
        (result.lesson, result.steps) == (new.lesson, new.steps)
        and [(goal.step, goal.goal) for goal in result.goals] == [(goal.step, goal.goal) for goal in new.goals]
        and [each.id for each in result.predictions] == [each.id for each in new.predictions]
        and result.step <= result.steps
    )


def answer_again(player: Player, result: StudentResult) -> None:
    """Give the present question the answer that it got before; none if there was none, or it makes no sense."""
    prediction = player.step.prediction
    known = {each.id: each for each in result.predictions}
    if prediction is not None and prediction.id not in player.answers and known[prediction.id].asked:
        player.answer(_sensible(prediction, known[prediction.id].given))


def _sensible(prediction: Prediction, given: float | None) -> Answer:
    if given is None or not prediction.choices:
        return given
    return int(given) if given in range(len(prediction.choices)) else None


class Record:
    """One student's way through a lesson. `result` is what has come of it so far."""

    def __init__(self, result: StudentResult, language: str) -> None:
        """`language` is that in which predictions are written down."""
        self.result, self._language = result, language
        self._step, self._last_s = "", math.nan
        self._before: frozenset[str] = frozenset()

    def entered(self, player: Player, now_s: float) -> None:
        """The student has come to a step, or begun it again."""
        self._spend(now_s)
        self._step = player.step.id
        self._before = frozenset(goal.id for goal, true in player.goals() if true)
        self.result = _replace(self.result, step=max(self.result.step, player.index + 1))
        self._change_open(lambda goal: _replace(goal, attempts=goal.attempts + 1))
        self.look(player, now_s)

    def look(self, player: Player, now_s: float) -> None:
        """Something may have happened: which goals are reached, which prediction is answered by the run?"""
        self._spend(now_s)
        if player.free or player.step.id != self._step:
            return
        done = player.fulfilled
        reached = {goal.id for goal, true in player.goals() if true and (done or goal.id not in self._before)}
        at_s = player.backend.now_s

        def credited(goal: GoalResult) -> GoalResult:
            return _replace(goal, reached=True, simulated_s=at_s) if goal.goal in reached and not goal.shown else goal

        self._change_open(credited)
        self._resolve(player)
        if player.finished:
            self.result = _replace(self.result, finished=True)

    def answered(self, player: Player, given: Answer) -> None:
        """A prediction; the first answer counts."""
        prediction = player.step.prediction
        if prediction is not None:
            said = "" if given is None else _told(prediction, given, self._language)
            number = None if given is None else float(given)
            self._change_prediction(
                prediction.id, lambda each: each if each.asked else _replace(each, asked=True, given=number, said=said)
            )

    def hinted(self, step: str) -> None:
        """A step's hint was asked for; it costs once."""
        if step not in self.result.hints:
            self.result = _replace(self.result, hints=(*self.result.hints, step))

    def shown(self) -> None:
        """The lesson shows this exercise's solution: what is not reached yet is not the student's any more."""
        self._change_open(lambda goal: _replace(goal, shown=True))

    def _spend(self, now_s: float) -> None:
        passed_s = 0.0 if math.isnan(self._last_s) else max(0.0, now_s - self._last_s)
        self._last_s = now_s
        if passed_s:
            self._change_open(lambda goal: _replace(goal, time_s=goal.time_s + passed_s))

    def _change_open(self, change: Callable[[GoalResult], GoalResult]) -> None:
        """Change the goals of the present step that are not reached yet."""
        goals = tuple(
            change(goal) if goal.step == self._step and not goal.reached else goal for goal in self.result.goals
        )
        self.result = _replace(self.result, goals=goals)

    def _change_prediction(self, id_: str, change: Callable[[PredictionResult], PredictionResult]) -> None:
        predictions = tuple(change(each) if each.id == id_ else each for each in self.result.predictions)
        self.result = _replace(self.result, predictions=predictions)

    def _resolve(self, player: Player) -> None:
        resolution = player.resolution()
        if resolution is None:
            return
        truth, correct = _told(resolution.prediction, resolution.right, self._language), resolution.correct
        self._change_prediction(
            resolution.prediction.id,
            lambda each: _replace(each, truth=truth, correct=correct) if not each.truth else each,
        )


def _told(prediction: Prediction, answer: float, language: str) -> str:
    if prediction.choices:
        return prediction.choices[int(answer)].text.of(language)
    return quantity(answer, prediction.unit, language)
