"""A plan while it runs in the session; then the hosts enter maintenance mode.

What a failure leads to is `planning/maintenance/carrying.py`'s business. Here a plan of the rest is made in a process
of its own, and the simulation's clock stands as long as that takes: planning costs no simulated time.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, Signal

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.gui.files.jobs import Worker
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.wizards.maintenance.bars import Actual
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.job import rest_job
from vmotion_gui.inventory.commands import Command, EnterMaintenanceMode
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.handover.report import Outcome, Result
from vmotion_gui.planning.maintenance.carrying import Carrying, Stage
from vmotion_gui.planning.maintenance.decisions import preparing
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.planning.maintenance.replan import Rest
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.status import Phase


class _World:
    """The session as the world of a run."""

    def __init__(self, session: Session) -> None:
        self._session = session

    @property
    def now_s(self) -> float:
        return self._session.backend.now_s

    @property
    def inventory(self) -> Inventory:
        return self._session.inventory

    def submit(self, command: Command, *, initiator: str = "user") -> Ticket:
        """Ask for something now."""
        return self._session.submit(command, initiator=initiator)

    def phase(self, migration: str) -> Phase:
        """A migration's phase."""
        return self._session.backend.phase(migration)

    def fault(self, migration: str) -> Reason | None:
        """Why a migration failed."""
        return self._session.backend.migrations()[migration].fault


class PlanRun(QObject):
    """Signals: changed(): something has begun, ended or gone wrong. replanned(): the bars are others now. failed(str):
    no plan of the rest could be made. ended(): nothing more will begin."""

    changed = Signal()
    replanned = Signal()
    failed = Signal(str)
    ended = Signal()

    def __init__(self, draft: Draft, plan: Plan, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.plan = plan
        self.draft = draft
        self._session = draft.context.session
        self.carrying = Carrying(_World(self._session), plan)
        self.begin_s = self.carrying.begin_s
        self._worker = Worker(self)
        self._worker.finished.connect(self._planned)
        self._worker.failed.connect(self._not_planned)
        self.entered = False
        """Whether the hosts were found empty, and told to enter maintenance mode."""
        self.told_result: Result | None = None
        """What it came to, once it has ended by itself or by a person's will."""
        self._before = self._session.inventory
        self._events = 0
        self._held = self._following = self._told = False
        self._ended_bars: dict[str, Actual] = {}
        self._session.migrations_changed.connect(self._follow)
        self._session.inventory_changed.connect(self._follow)
        self._session.opened.connect(self._other_moment)

    # --- what a person does -----------------------------------------------------------------------------------

    def start(self) -> None:
        """Begin what waits for nothing, and let time go on."""
        if self._session.limit is None:
            self._session.limit = self.after_event
        if self.plan.preparations:
            self._prepare()
        self._follow()
        self._session.play()

    def _prepare(self) -> None:
        """What was decided for single VMs comes first, as one step that can be taken back."""
        self._following = True
        text = self.tr("decisions before maintenance")
        changes = preparing(self._session.inventory, self.plan.preparations)
        self.draft.context.commands.edit(lambda: text, changes, "edit.decided")
        self._following = False

    def pause(self) -> None:
        """Begin no more for now; the clock, and what runs, go on."""
        self._drop_worker()
        self._do(self.carrying.pause)

    def resume(self) -> None:
        """Go on after a pause."""
        self._do(self.carrying.resume)
        self._session.play()

    def end(self, *, now: bool = False) -> None:
        """Begin no more for good; `now`: cancel what runs, too."""
        self._drop_worker()
        self._do(lambda: self.carrying.end(now=now))
        if not self.done:
            self._session.play()

    def accept(self) -> None:
        """Carry the proposed plan of the rest out."""
        self._do(self.carrying.accept)
        self.replanned.emit()
        self._session.play()

    def plan_again(self) -> None:
        """Have another plan made instead."""
        self._do(self.carrying.plan_again)

    # --- reading ----------------------------------------------------------------------------------------------

    @property
    def of_files(self) -> bool:
        """Whether files go from datastore to datastore, and no VM to another host."""
        return any(entry.move.to_datastores for entry in self.carrying.entries)

    @property
    def stage(self) -> Stage:
        """What it is about."""
        return self.carrying.stage

    @property
    def done(self) -> bool:
        """Whether nothing more will begin, and nothing of it runs."""
        return self.stage is Stage.DONE

    def actual(self) -> dict[int, Actual]:
        """Bars of what has begun, by entry; what has ended is read once."""
        backend = self._session.backend
        known = backend.migrations()
        bars = {}
        for index, entry in enumerate(self.carrying.entries):
            if not entry.id or entry.id not in known:
                continue
            bar = self._ended_bars.get(entry.id)
            if bar is None:
                status = known[entry.id]
                if status.start_s is None:
                    continue
                end_s = backend.now_s if status.end_s is None else status.end_s
                failed = status.phase in (Phase.FAILED, Phase.CANCELLED, Phase.ROLLING_BACK)
                bar = Actual(status.start_s - self.begin_s, end_s - self.begin_s, failed=failed)
                if status.phase.ended:
                    self._ended_bars[entry.id] = bar
            bars[index] = bar
        return bars

    def counts(self) -> tuple[int, int, int]:
        """Completed, failed or cancelled, and all; what the plan only waits for does not count."""
        phases = self.carrying.phases()
        own = [index for index, entry in enumerate(self.carrying.entries) if entry.own]
        completed = sum(phases.get(index) is Phase.COMPLETED for index in own)
        lost = sum(phases.get(index) in (Phase.FAILED, Phase.CANCELLED) for index in own)
        return completed, lost, len(own)

    # --- going on ---------------------------------------------------------------------------------------------

    def _do(self, what: Callable[[], None]) -> None:
        self._following = True
        what()
        self._following = False
        self._follow()

    def _follow(self, _changed: object = ()) -> None:
        if self._following or self._told:
            return
        self._following = True
        self.carrying.follow()
        self._following = False
        if self.carrying.wants_plan and not self._worker.running:
            self._make_plan()
        if self.done:
            self._end()
        else:
            self.changed.emit()

    def after_event(self) -> float | None:
        """For `Session.limit`: follow at the moment at which something happens, not only when it is shown. However fast
        time goes by, a move begins when what it waits for has ended. Time stands as long as the rest is planned."""
        backend = self._session.backend
        if len(backend.events) != self._events:
            self._events = len(backend.events)
            self._follow()
        return backend.now_s if self._worker.running else None

    def _let_go(self) -> None:
        self._told = True
        if self._session.limit == self.after_event:
            self._session.limit = None

    def _end(self) -> None:
        self._let_go()
        hosts = self._session.inventory.hosts
        there = all(host in hosts and hosts[host].connection_state == "connected" for host in self.plan.hosts)
        there = there and all(store in self._session.inventory.datastores for store in self.plan.datastores)
        self.entered = there and self.carrying.complete and not self.carrying.staying()
        for host in self.plan.hosts if self.entered else ():
            entering = EnterMaintenanceMode(host=host, vsan_mode=self.plan.vsan_mode)
            self.draft.context.commands.enter_maintenance(entering)
        for store in self.plan.datastores if self.entered else ():
            self.draft.context.commands.enter_datastore_maintenance(store)
        self.told_result = self._result()
        self.changed.emit()
        self.ended.emit()

    def _result(self) -> Result:
        known = self._session.backend.migrations()
        entries = [entry for entry in self.carrying.entries if entry.own]
        return Result(
            hosts=self.plan.hosts,
            datastores=self.plan.datastores,
            before=self._before,
            after=self._session.inventory,
            begin_s=self.begin_s,
            end_s=self._session.backend.now_s,
            outcomes=tuple(
                Outcome(move=entry.move, status=known.get(entry.id), refused=entry.refused) for entry in entries
            ),
            emptied=self.entered,
            preparations=self.plan.preparations,
        )

    # --- a plan of the rest -------------------------------------------------------------------------------------

    def _make_plan(self) -> None:
        self._held = self._held or self._session.playing
        self._session.pause()
        self._worker.start(
            rest_job,
            self._lab(),
            self._session.backend.now_s,
            self.plan.hosts or self.plan.datastores,
            self.draft.how,
            self.carrying.ask_for_plan(),
            self.carrying.queued(),
            self.carrying.wanted(),
        )

    def _lab(self) -> Lab:
        """The lab with all that was asked for up to now: run again, it comes to this moment."""
        backend = self._session.backend
        branch = next(branch for branch in backend.branches() if branch.id == backend.current_branch)
        commands = tuple(timed for timed in branch.journal if timed.time_s <= backend.now_s)
        return msgspec.structs.replace(self.draft.lab, commands=commands)

    def _planned(self, rest: Rest) -> None:
        self._following = True
        self.carrying.hand_over(rest)
        self._following = False
        self.replanned.emit()
        self._go_on()
        self._follow()

    def _not_planned(self, error: object, _trace: str) -> None:
        self._do(self.carrying.pause)
        self.failed.emit(str(error))
        self._go_on()

    def _go_on(self) -> None:
        """The clock again, if it was going; not while a person is asked."""
        if self._held and self.stage is not Stage.ASKING:
            self._held = False
            self._session.play()

    def _drop_worker(self) -> None:
        if self._worker.running:
            self._worker.cancel()
            self._go_on()

    def _other_moment(self) -> None:
        """Somebody has gone back in time, or opened another lab: this run is none of it."""
        if not self._told:
            self._let_go()
            self._worker.cancel()
            self.carrying.stage = Stage.DONE
            self.ended.emit()
