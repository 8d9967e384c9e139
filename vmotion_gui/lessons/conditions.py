"""When a step of a lesson has ended, and what of its actions the user has done."""

from __future__ import annotations

import dataclasses
import itertools
from collections.abc import Container, Iterator, Sequence

from vmotion_gui.inventory.commands import Command, EditInventory, Migrate
from vmotion_gui.lessons.document import (
    Condition,
    Step,
    WhenAnswered,
    WhenAsked,
    WhenDone,
    WhenHappened,
    WhenPassed,
    WhenReached,
    WhenTrue,
)
from vmotion_gui.lessons.evaluation import truth_of
from vmotion_gui.simulation.backend import Backend


@dataclasses.dataclass(slots=True)
class Visit:
    """A step that has been entered, and the moment of the run at which that was."""

    index: int
    mark_s: float
    """Before the step did anything."""
    told: int
    """So many events had been told by then."""
    shown_s: float = 0.0
    """After the step's own actions: where going back leads."""


def fulfilled(step: Step, visit: Visit, run: Backend, answered: Container[str]) -> bool:
    """Whether the step has ended by now."""
    match step.until:
        case WhenAsked():
            return True
        case WhenAnswered():
            return step.prediction is not None and step.prediction.id in answered
        case WhenDone():
            return not left_to_do(step, visit, run)
        case WhenReached():
            goals = step.exercise.goals if step.exercise else ()
            return all(truth_of(goal.that, run) for goal in goals)
        case WhenTrue(that=that):
            return truth_of(that, run)
        case condition:
            end_s = ended_at_s(condition, visit, run)
            return end_s is not None and end_s <= run.now_s


def ended_at_s(condition: Condition, visit: Visit, run: Backend) -> float | None:
    """The very moment at which a condition about time or an event came true; None for others, or not yet."""
    match condition:
        case WhenPassed(after_s=after_s):
            return visit.shown_s + after_s
        case WhenHappened(count=count):
            return next(itertools.islice(_happened(condition, visit, run), count - 1, None), None)
        case _:
            return None


def _happened(wanted: WhenHappened, visit: Visit, run: Backend) -> Iterator[float]:
    for event in itertools.islice(run.events, visit.told, None):
        about = event.vm == wanted.vm or not wanted.vm
        if event.type == wanted.type and about and wanted.migration in ("", event.migration):
            yield event.time_s


def left_to_do(step: Step, visit: Visit, run: Backend) -> list[Command]:
    """What the step asks of the user and has not been done in it yet."""
    journal = run.branches()[run.current_branch].journal
    done = [timed.command for timed in journal if visit.shown_s < timed.time_s <= run.now_s]
    return [action.command for action in step.actions if action.by == "user" and not _among(action.command, done)]


def _among(wanted: Command, done: Sequence[Command]) -> bool:
    """Whether somebody has done this; of a migration the machine and its destination count, of an edit its changes."""
    if isinstance(wanted, EditInventory):
        return any(isinstance(command, EditInventory) and command.changes == wanted.changes for command in done)
    if not isinstance(wanted, Migrate):
        return wanted in done
    spec = wanted.spec
    return any(
        command.spec.vm == spec.vm
        and command.spec.host == spec.host
        and (command.spec.datastore == spec.datastore or not spec.datastore)
        for command in done
        if isinstance(command, Migrate)
    )
