"""A plan while it runs: each move begins when what it waits for has completed; then the hosts enter maintenance mode.

A move that fails stops what has not begun; what runs goes on, and every VM stays where it runs.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.gantt import Actual
from vmotion_gui.inventory.commands import EnterMaintenanceMode, Migrate
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.simulation.status import Phase


class PlanRun(QObject):
    """Signals: changed(): something has begun, ended or gone wrong. ended(): nothing more will begin."""

    changed = Signal()
    ended = Signal()

    def __init__(self, draft: Draft, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self._draft = draft
        self._session = draft.context.session
        self.begin_s = self._session.backend.now_s
        self._ids: dict[int, str] = {}
        self._waiting = {index: set(move.after) for index, move in enumerate(plan.moves)}
        self.stopped = False
        """Nothing more is begun: somebody wanted that, or a move failed."""
        self.done = self._beginning = False
        self.refused: list[str] = []
        self._bars: dict[int, Actual] = {}
        self._ended_bars: dict[int, Actual] = {}
        self._session.migrations_changed.connect(self._follow)
        self._session.opened.connect(self._other_moment)

    def start(self) -> None:
        """Begin what waits for nothing, and let time go on."""
        self._follow()
        self._session.play()

    def stop(self) -> None:
        """What has not begun does not begin."""
        self.stopped = True
        self._follow()

    def actual(self) -> dict[int, Actual]:
        """Bars of what has begun; what has ended is read once."""
        backend = self._session.backend
        known = backend.migrations()
        for index, id_ in self._ids.items():
            if index in self._ended_bars or id_ not in known:
                continue
            status = known[id_]
            if status.start_s is not None:
                end_s = backend.now_s if status.end_s is None else status.end_s
                failed = status.phase in (Phase.FAILED, Phase.CANCELLED, Phase.ROLLING_BACK)
                bar = Actual(status.start_s - self.begin_s, end_s - self.begin_s, failed=failed)
                (self._ended_bars if status.phase.ended else self._bars)[index] = bar
        return self._bars | self._ended_bars

    def counts(self) -> tuple[int, int, int]:
        """Completed, failed or cancelled, and all."""
        phases = list(self._phases().values())
        completed = sum(phase is Phase.COMPLETED for phase in phases)
        return completed, sum(phase.ended for phase in phases) - completed, len(self.plan.moves)

    def _phases(self) -> dict[int, Phase]:
        """What has begun; cheaper than the statuses, and asked whenever something changes."""
        backend = self._session.backend
        known = backend.migrations()
        return {index: backend.phase(id_) for index, id_ in self._ids.items() if id_ in known}

    def _begin_ready(self) -> None:
        done = {index for index, phase in self._phases().items() if phase is Phase.COMPLETED}
        ready = [index for index, after in self._waiting.items() if after <= done]
        for index in ready:  # before the first is asked for: each tells of changes, which lead here again
            del self._waiting[index]
        for index in ready:
            ticket = self._session.submit(Migrate(spec=self.plan.moves[index].spec), initiator="plan")
            if ticket.accepted:
                self._ids[index] = ticket.id
            else:
                self.stopped = True
                self.refused.append(self._draft.context.language.text(ticket.reason) if ticket.reason else "")

    def _follow(self, _changed: object = ()) -> None:
        if self.done or self._beginning:
            return
        if any(phase in (Phase.FAILED, Phase.CANCELLED) for phase in self._phases().values()):
            self.stopped = True
        if not self.stopped:
            self._beginning = True
            self._begin_ready()
            self._beginning = False
        self.changed.emit()
        running = any(not phase.ended for phase in self._phases().values())
        if not running and (self.stopped or not self._waiting):
            self._end()

    def _end(self) -> None:
        self.done = True
        completed, _, count = self.counts()
        if completed == count:
            for host in self.plan.hosts:
                command = EnterMaintenanceMode(host=host)
                self._draft.context.commands.enter_maintenance(command)
        self.changed.emit()
        self.ended.emit()

    def _other_moment(self) -> None:
        """Somebody has gone back in time, or opened another lab: this run is none of it."""
        self.done = self.stopped = True
        self.ended.emit()
