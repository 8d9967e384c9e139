"""A rolling plan while it runs: empty some hosts, work on them, take them back, bring VMs home, go on with the next.

Each step is a run of its own (`wizards/maintenance/running.py`), which plans the rest anew where a migration fails.
"""

from __future__ import annotations

import enum
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.running import PlanRun
from vmotion_gui.inventory.commands import ExitMaintenanceMode
from vmotion_gui.planning.maintenance.decisions import afterwards
from vmotion_gui.planning.maintenance.plan import Move, Plan, Preparation
from vmotion_gui.planning.maintenance.rolling import RollingPlan, RollingStep


class Doing(enum.Enum):
    """What becomes of a step."""

    WAITING = "waiting"
    EMPTYING = "emptying"
    ENTERING = "entering"
    """Empty, on the way into maintenance mode."""
    WORK = "work"
    HOME = "home"
    """In use again; VMs go home."""
    DONE = "done"
    LEFT_OUT = "leftOut"
    """The plan does nothing to these hosts."""
    FAILED = "failed"
    """The hosts could not be emptied."""


class RollingRun(QObject):
    """Signals: changed(): something is another way now. ended(): nothing more will begin."""

    changed = Signal()
    ended = Signal()

    def __init__(self, draft: Draft, plan: RollingPlan, parent: QObject) -> None:
        super().__init__(parent)
        self.plan = plan
        self.begin_s = draft.context.session.backend.now_s
        self.doing = [Doing.WAITING if step.possible else Doing.LEFT_OUT for step in plan.steps]
        self.times: list[list[float]] = [[] for _ in plan.steps]
        """When each step began, was empty, was worked on, and was done, by the lab's clock; as far as it is."""
        self.stopped = self.over = False
        self._draft = draft
        self._session = draft.context.session
        self._run: PlanRun | None = None
        self._work_until_s = 0.0
        self._session.time_changed.connect(self._follow)
        self._session.opened.connect(self._other_moment)

    def start(self) -> None:
        """Begin with the first step."""
        self._session.limit = self._at_moment
        self._next()

    def stop(self) -> None:
        """The step that is under way comes to its end; no other begins."""
        self.stopped = True
        self.changed.emit()

    @property
    def current(self) -> int | None:
        """The step that is under way."""
        busy = (Doing.EMPTYING, Doing.ENTERING, Doing.WORK, Doing.HOME)
        return next((place for place, doing in enumerate(self.doing) if doing in busy), None)

    def left(self) -> tuple[int, int]:
        """Of the moves of the step that is under way, how many have completed, and all."""
        return self._run.counts()[::2] if self._run is not None else (0, 0)

    def failed(self, place: int) -> bool:
        """Whether a step could not be done."""
        return self.doing[place] is Doing.FAILED

    # --- one step after the other ------------------------------------------------------------------------------

    def _next(self) -> None:
        waiting = [place for place, doing in enumerate(self.doing) if doing is Doing.WAITING]
        if self.stopped or not waiting:
            self._end()
            return
        place = waiting[0]
        self.doing[place] = Doing.EMPTYING
        self._note(place)
        step = self.plan.steps[place]
        self._begin(step.hosts, step.moves, lambda: self._emptied(place), step.preparations)

    def _begin(
        self,
        hosts: tuple[str, ...],
        moves: tuple[Move, ...],
        then: Callable[[], None],
        preparations: tuple[Preparation, ...] = (),
    ) -> None:
        plan = Plan(
            hosts=hosts,
            preparations=preparations,
            objective=self.plan.options.moves.objective,
            moves=moves,
            makespan_s=max((move.end_s for move in moves), default=0.0),
        )
        self._run = PlanRun(self._draft, plan, self)
        self._run.changed.connect(self.changed)
        self._run.ended.connect(then)
        self._run.start()

    def _emptied(self, place: int) -> None:
        assert self._run is not None
        self._note(place)
        if self._run.entered:
            self.doing[place] = Doing.ENTERING
            self._follow()
        else:
            self.doing[place] = Doing.FAILED
            self.stopped = True
            self._start_again(self.plan.steps[place])
            self._end()

    def _at_moment(self) -> float | None:
        """Followed at every event and when the work ends, not only when time is shown: however fast it goes by, nothing
        begins late."""
        if self._run is not None and not self._run.done:
            return self._run.after_event()
        self._follow()
        place = self.current
        return self._work_until_s if place is not None and self.doing[place] is Doing.WORK else None

    def _follow(self, _: object = None) -> None:
        place = self.current
        if self.over or place is None:
            return
        step, now_s = self.plan.steps[place], self._session.backend.now_s
        if self.doing[place] is Doing.ENTERING and self._inside(step):
            self.doing[place] = Doing.WORK
            self._work_until_s = now_s + self.plan.options.work_s
            self.changed.emit()
        elif self.doing[place] is Doing.WORK and now_s >= self._work_until_s:
            self._worked(place, step)

    def _inside(self, step: RollingStep) -> bool:
        hosts = self._session.inventory.hosts
        return all(host in hosts and hosts[host].maintenance_state == "inMaintenance" for host in step.hosts)

    def _worked(self, place: int, step: RollingStep) -> None:
        self.doing[place] = Doing.HOME
        self._note(place)
        for host in step.hosts:
            self._session.submit(ExitMaintenanceMode(host=host), initiator="plan")
        self._start_again(step)
        if step.returns:
            self._begin((), step.returns, lambda: self._done(place))
        else:
            self._done(place)

    def _start_again(self, step: RollingStep) -> None:
        """What was shut down or suspended for the step runs again."""
        changes = afterwards(self._session.inventory, step.preparations)
        if changes:
            text = self.tr("start after maintenance")
            self._draft.context.commands.edit(lambda: text, changes, "edit.startedAgain")

    def _done(self, place: int) -> None:
        self.doing[place] = Doing.DONE
        self._note(place)
        self.changed.emit()
        self._next()

    def _note(self, place: int) -> None:
        self.times[place].append(self._session.backend.now_s)

    def _end(self) -> None:
        if not self.over:
            self.over = True
            if self._session.limit == self._at_moment:
                self._session.limit = None
            self.changed.emit()
            self.ended.emit()

    def _other_moment(self) -> None:
        """Somebody has gone back in time, or opened another lab: this run is none of it."""
        self.stopped = True
        self._end()
