"""What a student reaches is the student's: by doing it, in so many attempts, at the price of hints."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lessons.writing import LESSON, small_lesson
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.lessons.document import Lesson
from vmotion_gui.lessons.player import Answer, Player
from vmotion_gui.lessons.results.document import GoalResult, StudentResult
from vmotion_gui.lessons.results.record import Record, answer_again, begun, fits
from vmotion_gui.lessons.results.score import Score, score

ALONE = """[[steps.exercise.goals]]
id = "alone"
text = { en = "Never two at once", de = "Nie zwei zugleich" }
that = 'most_at_once < 2'

[[steps.exercise.solution]]"""
TWO_GOALS = LESSON.replace("[[steps.exercise.solution]]", ALONE)


class Student:
    """Somebody who plays a lesson by a clock of the test's own."""

    def __init__(self, folder: Path, result: StudentResult | None = None) -> None:
        self.folder = folder
        self.player = Player(small_lesson(folder, TWO_GOALS))
        self.lesson: Lesson = self.player.lesson
        self.record = Record(result or begun(self.lesson, "Ada", "2026-01-01T10:00:00+00:00"), "en")
        self.now_s = 100.0
        self.record.entered(self.player, self.now_s)

    def wait(self, seconds: float) -> None:
        """Time goes on for the student."""
        self.now_s += seconds
        self.record.look(self.player, self.now_s)

    def to(self, step: str, given: Answer = None) -> None:
        """Let the lesson bring the student to a step."""
        while self.player.step.id != step:
            if self.player.step.prediction is not None:
                self.player.answer(given)
                self.record.answered(self.player, given)
            self.player.complete()
            self.player.forward()
            self.record.entered(self.player, self.now_s)

    def bring_back(self) -> None:
        """Solve the exercise."""
        self.player.backend.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="h-1")))
        while not self.player.fulfilled:
            due_s = self.player.backend.next_event_s
            assert due_s is not None
            self.player.backend.advance(due_s)

    def goal(self, id_: str) -> GoalResult:
        """What is recorded of a goal."""
        return next(goal for goal in self.record.result.goals if goal.goal == id_)


@pytest.fixture
def student(tmp_path: Path) -> Student:
    return Student(tmp_path)


def test_goals_are_reached_by_doing_with_time_and_attempts(student: Student) -> None:
    student.to("exercise")
    assert not student.goal("alone").reached  # true from the start, and nobody's merit yet
    student.wait(30.0)
    student.player.again()
    student.record.entered(student.player, student.now_s)
    student.bring_back()
    student.wait(12.0)
    for id_ in ("back", "alone"):
        goal = student.goal(id_)
        assert (goal.reached, goal.attempts, goal.time_s) == (True, 2, 42.0)
        assert goal.simulated_s == student.player.backend.now_s
    student.wait(1000.0)
    assert student.goal("back").time_s == 42.0
    assert student.record.result.finished
    assert score(student.record.result) == Score(20, 25)


def test_what_the_lesson_shows_is_not_the_students(student: Student) -> None:
    student.to("exercise")
    student.record.shown()
    student.player.complete()
    student.wait(5.0)
    assert student.player.fulfilled
    assert not student.goal("back").reached
    assert student.goal("back").shown
    assert score(student.record.result).points == 0


def test_a_hint_costs_once_and_points_are_never_below_none(student: Student) -> None:
    student.record.hinted("go")
    student.record.hinted("go")
    assert score(student.record.result) == Score(0, 25)
    student.to("exercise")
    student.bring_back()
    student.wait(1.0)
    assert score(student.record.result) == Score(18, 25)


@pytest.mark.parametrize(("factor", "correct"), [(1.2, True), (3.0, False)])
def test_a_prediction_is_held_against_the_run_and_the_first_counts(
    student: Student, factor: float, correct: bool
) -> None:
    twin = Player(small_lesson(student.folder, TWO_GOALS))
    for _ in range(3):
        twin.complete()
        twin.forward()
    resolution = twin.resolution()
    assert resolution is not None
    student.to("guess")
    student.record.answered(student.player, resolution.right * factor)
    student.player.answer(resolution.right * factor)
    student.record.answered(student.player, 0.0)
    student.player.forward()
    student.to("after")
    (prediction,) = student.record.result.predictions
    assert prediction.correct == correct
    assert prediction.given == resolution.right * factor
    assert prediction.said
    assert prediction.truth


def test_free_play_is_no_exercise(student: Student) -> None:
    student.to("exercise")
    student.player.play_freely()
    student.player.backend.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="h-1")))
    student.player.backend.advance(1000.0)
    student.wait(1.0)
    assert not student.goal("back").reached


def test_going_on_gives_the_answers_of_before(student: Student, tmp_path: Path) -> None:
    student.to("exercise", given=0.25)
    before = student.record.result
    assert (before.step, before.steps) == (5, 5)
    again = Student(tmp_path, before)
    assert fits(before, again.lesson)
    while again.player.index + 1 < before.step:
        answer_again(again.player, before)
        again.player.complete()
        again.player.forward()
    assert again.player.answers == {"gap": 0.25}
    assert not fits(before, begun_with_other_goals(tmp_path))


def begun_with_other_goals(folder: Path) -> Lesson:
    """The same lesson, after its author has renamed a goal."""
    return small_lesson(folder, TWO_GOALS.replace('id = "alone"', 'id = "apart"')).lesson
