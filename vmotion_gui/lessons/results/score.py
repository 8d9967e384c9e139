"""Points: what a goal, a right prediction and a hint are worth."""

from __future__ import annotations

import dataclasses

from vmotion_gui.lessons.results.document import StudentResult

GOAL_POINTS, PREDICTION_POINTS, HINT_POINTS = 10, 5, 2
"""For a goal that the student reached; for a right prediction; what a hint costs."""


@dataclasses.dataclass(frozen=True, slots=True)
class Score:
    """Points, and how many there could be."""

    points: int
    possible: int

    @property
    def share(self) -> float:
        """From 0 to 1; 1 where a lesson has nothing to reach."""
        return self.points / self.possible if self.possible else 1.0


def score(result: StudentResult) -> Score:
    """A result's points: never less than none, however many hints were asked for."""
    goals = GOAL_POINTS * sum(goal.reached for goal in result.goals)
    right = PREDICTION_POINTS * sum(prediction.correct for prediction in result.predictions)
    hints = HINT_POINTS * len(set(result.hints))
    possible = GOAL_POINTS * len(result.goals) + PREDICTION_POINTS * len(result.predictions)
    return Score(max(0, goals + right - hints), possible)
