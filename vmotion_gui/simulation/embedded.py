"""The embedded engine as a backend: the one that ships, and the only one that can go back in time."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec

from vmotion_gui.inventory.commands import Command, InjectFault, MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.alarms.log import AlarmLog
from vmotion_gui.simulation.backend import Branch, Ticket
from vmotion_gui.simulation.control import Controller
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.estimates import estimate
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.forecast import Forecaster
from vmotion_gui.simulation.journal import JournalWriter, RecoveredSession
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.remaining import LookAtEnds
from vmotion_gui.simulation.status import (
    Estimate,
    LinkLoad,
    MemoryMap,
    MigrationStatus,
    Phase,
    Samples,
    ServiceMonitor,
)
from vmotion_gui.simulation.tasks.task import TaskStatus
from vmotion_gui.simulation.timeline import Line, Timeline
from vmotion_gui.simulation.trial import Trial


class _Statuses(Mapping[str, MigrationStatus]):
    """All migrations of an engine at one moment; a status is made when it is asked for."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._ids = dict.fromkeys(engine.migration_ids())
        self._made: dict[str, MigrationStatus] = {}

    def __getitem__(self, id_: str) -> MigrationStatus:
        made = self._made.get(id_)
        if made is None:
            if id_ not in self._ids:
                raise KeyError(id_)
            made = self._made[id_] = self._engine.status(id_)
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._ids)

    def __len__(self) -> int:
        return len(self._ids)


class EmbeddedBackend:
    """Implements `Backend` over a timeline of the simulation engine."""

    can_rewind = True
    can_fork = True
    is_live = False

    def __init__(self, lab: Lab, branches: Sequence[Branch] = ()) -> None:
        """A lab at time 0. Its commands wait for their times; acting before the last one starts a branch."""
        self._lab = lab
        self._timeline = Timeline(lab, branches)
        self._journal: JournalWriter | None = None
        self._statuses: Mapping[str, MigrationStatus] = {}
        self._tasks: Mapping[str, TaskStatus] | None = None
        self._statuses_of: Engine | None = None
        self._statuses_at: tuple[float, int, float | None] | None = None

    @classmethod
    def recovered(cls, session: RecoveredSession) -> EmbeddedBackend:
        """The session of a journal: all its branches, at the moment where it was left."""
        backend = cls(session.lab, session.branches)
        backend._timeline.switch(session.current_branch)
        backend.rewind(session.now_s)
        return backend

    # --- the present ----------------------------------------------------------------------------------------

    @property
    def now_s(self) -> float:
        return self._timeline.now_s

    @property
    def inventory(self) -> Inventory:
        return self._timeline.engine.inventory

    @property
    def events(self) -> Sequence[Event]:
        """See `Backend`. The engine's own list: not to be changed."""
        return self._timeline.engine.events

    @property
    def next_event_s(self) -> float | None:
        return self._timeline.next_event_s

    @property
    def busy(self) -> bool:
        return self._timeline.engine.busy

    def migrations(self) -> Mapping[str, MigrationStatus]:
        """See `Backend`. Each is made when it is asked for, and stays the same value as long as nothing has changed;
        the engine keeps those that have ended.
        """
        self._notice_moment()
        return self._statuses

    def _notice_moment(self) -> None:
        """Forget what was read of another moment."""
        engine = self._timeline.engine
        moment = (engine.now_s, len(engine.events), engine.next_event_s)
        if self._statuses_of is not engine or self._statuses_at != moment:
            self._statuses_of, self._statuses_at = engine, moment
            self._statuses, self._tasks = _Statuses(engine), None

    def phase(self, migration: str) -> Phase:
        return self._timeline.engine.phase(migration)

    def tasks(self) -> Mapping[str, TaskStatus]:
        self._notice_moment()
        if self._tasks is None:
            self._tasks = self._timeline.engine.tasks()
        return self._tasks

    def alarms(self) -> AlarmLog:
        return self._timeline.line.alarms

    def memory_map(self, migration: str) -> MemoryMap | None:
        engine = self._timeline.engine
        return engine.memory_map(migration) if migration in engine.migration_ids() else None

    def samples(self, migration: str) -> Samples | None:
        engine = self._timeline.engine
        if migration not in engine.migration_ids():
            return None
        return self._timeline.line.recorder.samples(engine, migration)

    def nic_samples(self, host: str) -> Mapping[str, tuple[Samples, ...]]:
        return self._timeline.line.recorder.nic_samples(host, self.now_s)

    def link_loads(self) -> Sequence[LinkLoad]:
        return self._timeline.engine.link_loads()

    def service_monitor(self, vm: str) -> ServiceMonitor | None:
        return self._timeline.engine.service_monitor(vm)

    def faults(self) -> Sequence[Command]:
        """The `InjectFault` of every fault that has not been repaired, in order."""
        return tuple(InjectFault(fault=fault) for fault in self._timeline.engine.faults())

    @property
    def profile(self) -> ProfileName:
        return self._lab.profile

    def estimate(self, spec: MigrationSpec) -> Estimate:
        return estimate(self._timeline.engine, spec)

    def forecaster(self, specs: Sequence[MigrationSpec]) -> Forecaster:
        return Forecaster(self._timeline.engine, specs)

    def look_at_ends(self, migrations: Sequence[str]) -> LookAtEnds:
        return LookAtEnds(self._timeline.engine, migrations)

    @property
    def rules(self) -> Profile:
        return self._timeline.engine.profile

    def trial(self, move: MigrationSpec | str, commands: Sequence[Command] = ()) -> Trial:
        return Trial(Engine.restore(self._timeline.engine.checkpoint()), move, commands)

    # --- acting ---------------------------------------------------------------------------------------------

    def submit(self, command: Command, *, initiator: str = "user") -> Ticket:
        """See `Backend`. After a rewind this starts a branch; the one that was left keeps everything."""
        before = self._timeline.line
        known = len(before.journal)
        ticket = self._timeline.submit(command, initiator)
        if self._journal is not None:
            if self._timeline.line is not before:
                self._journal.forked(self._timeline.line.branch())
            else:
                self._note_commands(before, known)
        return ticket

    def advance(self, until_s: float, *, max_events: int | None = None) -> bool:
        line = self._timeline.line
        known = len(line.journal)
        arrived = self._timeline.play(until_s, max_events)
        self._note_commands(line, known)
        self._note_place()
        return arrived

    def control(self, controller: Controller | None) -> None:
        """Have somebody act by itself from now on, beyond what has been played; None: nobody."""
        self._timeline.control(controller)

    def advance_to_next_milestone(self, *, max_events: int | None = None) -> bool:
        """See `Backend`. Stops at the milestone's time, after everything that happens at it."""
        left = max_events
        while (next_s := self.next_event_s) is not None:
            if left is not None and left <= 0:
                return False
            told = len(self.events)
            self.advance(next_s)
            if any(event.milestone for event in self.events[told:]):
                return True
            left = None if left is None else left - 1
        return True

    # --- history --------------------------------------------------------------------------------------------

    def rewind(self, to_s: float) -> None:
        self._note_place(at_once=True)
        self._timeline.rewind(to_s)
        self._note_place(at_once=True)

    @property
    def played_until_s(self) -> float:
        return self._timeline.played_until_s

    def branches(self) -> Sequence[Branch]:
        return self._timeline.branches()

    @property
    def current_branch(self) -> int:
        return self._timeline.line.id

    def switch_branch(self, branch: int) -> None:
        """Go to the end of another branch. KeyError if there is none with this id."""
        self._note_place(at_once=True)
        self._timeline.switch(branch)
        self._note_place(at_once=True)

    def fork(self, at_s: float, commands: Sequence[Command], *, before: bool = False) -> tuple[Ticket, ...]:
        self._note_place(at_once=True)
        tickets = self._timeline.fork(at_s, commands, before=before)
        if self._journal is not None:
            self._journal.forked(self._timeline.line.branch())
        self._note_place(at_once=True)
        return tickets

    def future(self, branch: int, migration: str) -> tuple[MigrationStatus, Samples] | None:
        engine, recorder = self._timeline.peek(branch)
        if migration not in engine.migration_ids():
            return None
        return engine.status(migration), recorder.samples(engine, migration)

    def rename_branch(self, branch: int, name: str) -> None:
        """Give a branch another name than its number. KeyError if there is none with this id."""
        self._timeline.rename(branch, name)
        if self._journal is not None:
            self._journal.renamed(branch, name)

    # --- keeping --------------------------------------------------------------------------------------------

    def lab(self) -> Lab:
        """The lab as it began, with the current branch's commands: loaded again, it gives the same run."""
        return self._timeline.lab()

    def now_lab(self) -> Lab:
        """A new lab that begins with the estate as it is now. What is under way is not in it."""
        return msgspec.structs.replace(self._lab, inventory=self.inventory, commands=())

    def keep_journal(self, journal: JournalWriter | None) -> None:
        """From now on write all that happens to a journal that was begun with `session`; None: to none."""
        self._journal = journal

    def session(self, file: str = "") -> RecoveredSession:
        """All that a journal must know to bring this session back; `file` is the path of the user's lab."""
        return RecoveredSession(
            lab=msgspec.structs.replace(self._lab, commands=()),
            branches=tuple(self.branches()),
            current_branch=self.current_branch,
            now_s=self.now_s,
            file=file,
        )

    def _note_commands(self, line: Line, known: int) -> None:
        """Write what a branch's journal holds beyond so many commands."""
        if self._journal is not None:
            for timed in line.journal[known:]:
                self._journal.commanded(line.id, timed)

    def _note_place(self, *, at_once: bool = False) -> None:
        if self._journal is not None:
            self._journal.at(self.current_branch, self.now_s, self.played_until_s, at_once=at_once)
