"""A class's results as tables: who has reached what, and what was hard."""

from __future__ import annotations

import csv
import dataclasses
import io
import statistics
from collections.abc import Iterable, Sequence
from pathlib import Path

import msgspec

from vmotion_gui.inventory.problems import LabError, Problem
from vmotion_gui.lessons.document import Text
from vmotion_gui.lessons.pages.frame import page, section, table
from vmotion_gui.lessons.pages.markup import element
from vmotion_gui.lessons.results.document import GoalResult, StudentResult, read_result
from vmotion_gui.lessons.results.score import score
from vmotion_gui.messages import Catalogue, message

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """One student in one lesson."""

    student: str
    lesson: str
    title: Text
    points: int
    possible_points: int
    goals_reached: int
    goals: int
    attempts: int
    """In all exercises together."""
    time_s: float
    """The student's own time in exercises."""
    predictions_right: int
    predictions: int
    hints: int
    step: int
    steps: int
    finished: bool
    started: str

    @property
    def share(self) -> float:
        """Of the points, from 0 to 1."""
        return self.points / self.possible_points if self.possible_points else 1.0


class Statistic(msgspec.Struct, frozen=True, kw_only=True):
    """One goal or prediction of a lesson over all who were asked."""

    lesson: str
    title: Text
    kind: str
    """ "goal" or "prediction"."""
    text: Text
    students: int
    """Who has come to it."""
    right: int
    """Who has reached it, or predicted it rightly."""
    shown: int = 0
    """To whom the lesson had to show it; for a prediction: who did not want to guess."""
    median_time_s: float = 0.0
    """Of those who have reached it."""
    mean_attempts: float = 0.0


@dataclasses.dataclass(frozen=True)
class Classroom:
    """The results that could be read, and the files that could not, with what is wrong with them."""

    results: tuple[StudentResult, ...]
    broken: tuple[tuple[Path, tuple[Problem, ...]], ...] = ()

    def rows(self) -> list[Row]:
        """By lesson, then by student."""
        return sorted(map(_row, self.results), key=lambda row: (row.lesson, row.student.casefold(), row.started))

    def statistics(self) -> list[Statistic]:
        """By lesson, goals before predictions, each in the lesson's order."""
        lessons: dict[str, list[StudentResult]] = {}
        for result in self.results:
            lessons.setdefault(result.lesson, []).append(result)
        return [found for _, results in sorted(lessons.items()) for found in _statistics(results)]


def collected(files: Iterable[Path]) -> Classroom:
    """Read result files; one that cannot be used never keeps the others away."""
    results, broken = [], []
    for file in files:
        try:
            results.append(read_result(file))
        except LabError as error:
            broken.append((file, error.problems))
    return Classroom(tuple(results), tuple(broken))


def _row(result: StudentResult) -> Row:
    points = score(result)
    return Row(
        student=result.student,
        lesson=result.lesson,
        title=result.title,
        points=points.points,
        possible_points=points.possible,
        goals_reached=sum(goal.reached for goal in result.goals),
        goals=len(result.goals),
        attempts=sum({goal.step: goal.attempts for goal in result.goals}.values()),
        time_s=sum(_longest_s(result.goals).values()),
        predictions_right=sum(each.correct for each in result.predictions),
        predictions=len(result.predictions),
        hints=len(set(result.hints)),
        step=result.step,
        steps=result.steps,
        finished=result.finished,
        started=result.started,
    )


def _longest_s(goals: Sequence[GoalResult]) -> dict[str, float]:
    """Each exercise's time: that of the goal that took longest."""
    longest: dict[str, float] = {}
    for goal in goals:
        longest[goal.step] = max(goal.time_s, longest.get(goal.step, 0.0))
    return longest


def _statistics(results: Sequence[StudentResult]) -> list[Statistic]:
    """Of one lesson's results."""
    goals: dict[tuple[str, str], list[GoalResult]] = {}
    for result in results:
        for goal in result.goals:
            goals.setdefault((goal.step, goal.goal), []).append(goal)
    first = results[0]
    found = [_about_goal(first, group) for group in goals.values()]
    questions = {each.id: each.question for result in results for each in result.predictions}
    for id_, question in questions.items():
        asked = [each for result in results for each in result.predictions if each.id == id_ and each.asked]
        right, silent = sum(each.correct for each in asked), sum(each.given is None for each in asked)
        found.append(
            Statistic(
                lesson=first.lesson,
                title=first.title,
                kind="prediction",
                text=question,
                students=len(asked),
                right=right,
                shown=silent,
            )
        )
    return found


def _about_goal(first: StudentResult, goals: Sequence[GoalResult]) -> Statistic:
    begun = [goal for goal in goals if goal.attempts]
    reached = [goal for goal in goals if goal.reached]
    return Statistic(
        lesson=first.lesson,
        title=first.title,
        kind="goal",
        text=goals[0].text,
        students=len(begun),
        right=len(reached),
        shown=sum(goal.shown for goal in goals),
        median_time_s=statistics.median(goal.time_s for goal in reached) if reached else 0.0,
        mean_attempts=statistics.fmean(goal.attempts for goal in begun) if begun else 0.0,
    )


# --- how people read it --------------------------------------------------------------------------------------

ROW_COLUMNS = ("student", "lesson", "points", "share", "goals", "attempts", "time", "predictions", "hints", "state")
STATISTIC_COLUMNS = ("lesson", "what", "right", "share", "shown", "median", "attempts")


def row_cells(row: Row, words: Catalogue) -> tuple[str, ...]:
    """A row as it is read, in the order of `ROW_COLUMNS`."""
    step = message("results.state.step", n=row.step, all=row.steps)
    return (
        row.student,
        row.title.of(words.language),
        f"{row.points} / {row.possible_points}",
        f"{words.number(row.share * 100.0, 0)} %",
        f"{row.goals_reached} / {row.goals}",
        str(row.attempts),
        words.quantity(row.time_s, "seconds"),
        f"{row.predictions_right} / {row.predictions}",
        str(row.hints),
        words.render(message("results.state.finished") if row.finished else step),
    )


def statistic_cells(one: Statistic, words: Catalogue) -> tuple[str, ...]:
    """A goal or prediction as it is read, in the order of `STATISTIC_COLUMNS`."""
    goal = one.kind == "goal"
    return (
        one.title.of(words.language),
        words.render(message(f"results.{one.kind}", text=one.text.of(words.language))),
        f"{one.right} / {one.students}",
        f"{words.number(100.0 * one.right / one.students, 0)} %" if one.students else "–",
        str(one.shown),
        words.quantity(one.median_time_s, "seconds") if goal and one.right else "–",
        words.number(one.mean_attempts, 1) if goal and one.students else "–",
    )


def broken_lines(room: Classroom, words: Catalogue) -> list[str]:
    """What is wrong with the files that cannot be used; the sentences about a whole file name it themselves."""
    return [
        f"{file.name}: {problem.place}: {text}" if problem.place.strip("$") else text
        for file, problems in room.broken
        for problem in problems
        for text in [words.render(problem.text)]
    ]


def csv_text(room: Classroom) -> str:
    """RFC 4180: one line a student and lesson, for spreadsheets; what one computes gets an apostrophe before it."""
    file = io.StringIO()
    writer = csv.writer(file)
    names = [name for name in Row.__struct_fields__ if name != "title"]
    writer.writerow(names)
    for row in room.rows():
        writer.writerow([_inert(str(getattr(row, name))) for name in names])
    return file.getvalue()


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def json_bytes(room: Classroom) -> bytes:
    """All rows and statistics, for programs."""
    document = {
        "format": "vmotion-gui-class-results",
        "version": 1,
        "rows": room.rows(),
        "statistics": room.statistics(),
    }
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"


def html_page(room: Classroom, words: Catalogue) -> str:
    """One page for a browser or a printer."""
    rows = [row_cells(row, words) for row in room.rows()]
    found = [statistic_cells(one, words) for one in room.statistics()]
    title = words.render(message("results.title"))
    about = words.render(message("results.about", n=len(rows)))
    heads = [f"results.column.{name}" for name in ROW_COLUMNS]
    parts = [section(words.render(message("results.students")), table(words, heads, rows, numbers=range(2, 9)))]
    heads = [f"results.column.{name}" for name in STATISTIC_COLUMNS]
    parts.append(section(words.render(message("results.statistics")), table(words, heads, found, numbers=range(2, 7))))
    if room.broken:
        lines = broken_lines(room, words)
        parts.append(section(words.render(message("results.broken")), *(element("p", line) for line in lines)))
    return page(words, title, [about], *parts, simulated=False)
