"""The simulation engine: a function of a lab, its commands and its seed. It reads no clock.

`advance` goes from one due event to the next; state changes only there, so how finely a caller slices time,
or how often
it reads, never changes a result.
"""

from __future__ import annotations

import dataclasses
import heapq
from collections.abc import Collection, Iterable, Mapping
from typing import Protocol

from vmotion_gui.inventory.commands import Command, Fault, TimedCommand
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation import availability, lifecycle, traffic
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.checking import admit
from vmotion_gui.simulation.commanding import execute, ordered
from vmotion_gui.simulation.core import COMMAND_PRIORITY, Core
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.loads import link_loads
from vmotion_gui.simulation.loops.table import LOOPS
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.monitor import service_monitor
from vmotion_gui.simulation.network import Flow
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.table import profile_of
from vmotion_gui.simulation.reporting import memory_map_of, samples_of, status_of
from vmotion_gui.simulation.sharing import LinkKey
from vmotion_gui.simulation.state import Due, State
from vmotion_gui.simulation.status import (
    FloatArray,
    Holding,
    LinkLoad,
    MemoryMap,
    MigrationStatus,
    Phase,
    Samples,
    ServiceMonitor,
)
from vmotion_gui.simulation.tasks import maintenance, stores
from vmotion_gui.simulation.tasks.choosing import Evacuator, LeastUsed
from vmotion_gui.simulation.tasks.reading import statuses
from vmotion_gui.simulation.tasks.task import TaskStatus
from vmotion_gui.simulation.verdicts import Check, Rules


class Observer(Protocol):
    """Somebody who records series while time goes by; told only of what changes, before it does."""

    def before_change(self, engine: Engine, migration_id: str) -> None:
        """A migration's curves take another shape from now on: `samples_at` gives those up to now for the last time."""

    def load_changed(self, engine: Engine, link: LinkKey, bytes_per_s: float) -> None:
        """What a link carries from now on, headers included; the same as before, perhaps."""


class EstateObserver(Protocol):
    """Somebody who follows the inventory."""

    def estate_changed(self, engine: Engine, before: Inventory, touched: Collection[str]) -> None:
        """These objects are others now than in `before`, or gone, or new."""


@dataclasses.dataclass(frozen=True, slots=True)
class Checkpoint:
    """All of a run at one moment; the inventory and whatever else cannot change is shared."""

    state: State
    profile: Profile
    seed: int
    check: Check
    evacuator: Evacuator

    @property
    def now_s(self) -> float:
        return self.state.now_s


class Engine:
    """A running lab."""

    def __init__(
        self,
        lab: Lab,
        profile: Profile | None = None,
        check: Check | None = None,
        evacuator: Evacuator | None = None,
    ) -> None:
        """Start a lab at time 0; its commands are scheduled.

        `profile` stands in for the lab's own by name, `check` for the table of rules, `evacuator` for the simple choice
        of where VMs go whose host is emptied.
        """
        state = State(inventory=lab.inventory, journal=lab.commands)
        profile = profile or profile_of(lab)
        rules = Rules()
        self._set_up(state, profile, lab.seed, check or rules, evacuator or LeastUsed(rules.checker))
        for index, timed in enumerate(lab.commands):
            self._core.schedule(timed.time_s, "command", str(index), COMMAND_PRIORITY)

    def _set_up(self, state: State, profile: Profile, seed: int, check: Check, evacuator: Evacuator) -> None:
        self._core = Core(state, profile, seed, lifecycle.ENTER, LOOPS[profile.loop], check, evacuator)
        self._core.order = lambda command: ordered(self._core, command)
        lifecycle.connect(self._core)

    def observe(self, observer: Observer | None, estate: EstateObserver | None = None) -> None:
        """Have somebody told of all changes from now on; None: nobody. Not part of checkpoints."""
        self._core.watchers = [] if observer is None else [_Watcher(self, self._core, observer, estate)]

    # --- state ---------------------------------------------------------------

    @property
    def now_s(self) -> float:
        return self._core.state.now_s

    @property
    def inventory(self) -> Inventory:
        return self._core.state.inventory

    @property
    def profile(self) -> Profile:
        return self._core.profile

    @property
    def events(self) -> list[Event]:
        """All events so far; not to be changed."""
        return self._core.state.events

    @property
    def busy(self) -> bool:
        """Whether a migration is queued or running, or a task of a host or datastore runs."""
        return bool(self._core.state.active) or self._core.state.tasks_open

    @property
    def next_event_s(self) -> float | None:
        """When something is due next; None if nothing will ever happen by itself."""
        due = self._core.next_due()
        return due.time_s if due else None

    # --- going on ---------------------------------------------------------------

    def submit(self, command: Command, *, initiator: str = "user") -> Ticket:
        """Do a command now, after everything that is due by now."""
        self._run_until(self.now_s, None)
        ticket = self._command(command, initiator)
        self._run_until(self.now_s, None)
        return ticket

    def advance(self, until_s: float, *, max_events: int | None = None) -> bool:
        """Go on to a time; stop early after `max_events` due events. True if arrived."""
        if not self._run_until(until_s, max_events):
            return False
        if until_s > self.now_s:
            self._go_to(until_s)
        return True

    def play(self, limit_s: float, max_events: int) -> bool:
        """Do at most so many due events, none later than a time; the clock stops at the last one. True if none is left
        by then."""
        return self._run_until(limit_s, max_events)

    def _run_until(self, until_s: float, max_events: int | None) -> bool:
        done = 0
        while (due := self._core.next_due()) is not None and due.time_s <= until_s:
            if max_events is not None and done >= max_events:
                return False
            self._go_to(due.time_s)
            heapq.heappop(self._core.state.heap)
            self._handle(due)
            done += 1
            self._complete_instant()
        return True

    def _go_to(self, time_s: float) -> None:
        self._core.state.now_s = max(self.now_s, time_s)

    def _complete_instant(self) -> None:
        """Before time goes on, and whenever somebody may read, the queue is served and all rates are right."""
        heap, now_s = self._core.state.heap, self._core.state.now_s
        due = heap[0] if heap and heap[0].time_s > now_s else self._core.next_due()
        if due is None or due.time_s > now_s or due.priority >= COMMAND_PRIORITY:
            self._core.share_links()

    def _handle(self, due: Due) -> None:
        if (handler := lifecycle.HANDLERS.get(due.kind)) is not None:
            handler(self._core, self._core.state.migrations[due.key])
        elif due.kind == "command":
            timed = self._core.state.journal[int(due.key)]
            self._command(timed.command, timed.initiator)
        elif due.kind == "haRestart":
            availability.restart(self._core, due.key)
        elif due.kind == "booted":
            availability.booted(self._core, due.key)
        elif due.kind == "taskRun":
            maintenance.run(self._core, due.key)
        elif due.kind == "taskTimeout":
            maintenance.timed_out(self._core, due.key)
        elif due.kind == "taskData":
            maintenance.data_moved(self._core, due.key)
        elif due.kind == "storeRun":
            stores.run(self._core, due.key)
        else:
            traffic.due(self._core, due.key)
        if self._core.ended:
            self._freeze_ended()
        if self._core.state.tasks_open:
            self._look_at_tasks()
        if self._core.state.arrivals or self._core.state.returned:
            admit(self._core)

    def _command(self, command: Command, initiator: str) -> Ticket:
        ticket = execute(self._core, command, initiator)
        self._freeze_ended()
        if self._core.state.tasks_open:
            self._look_at_tasks()
        admit(self._core)
        self._core.share_links()
        return ticket

    def _look_at_tasks(self) -> None:
        """The tasks of hosts and datastores see what has become of their VMs."""
        maintenance.review(self._core)
        stores.review(self._core)
        self._freeze_ended()

    def _freeze_ended(self) -> None:
        """Keep the last status of migrations that have ended, and let their memory models go."""
        for migration in self._core.ended:
            migration.final = status_of(self._core, migration)
            migration.memory = migration.clock = None
        if self._core.state.tasks_open:
            self._core.just_ended += tuple(self._core.ended)
            self._core.just_left += tuple(self._core.ended)
        self._core.ended.clear()

    # --- reading ---------------------------------------------------------------

    def migration_ids(self) -> tuple[str, ...]:
        """All migrations in order of submission."""
        return tuple(self._core.state.migrations)

    def active_ids(self) -> tuple[str, ...]:
        """The migrations that are queued or run."""
        return tuple(self._core.state.active)

    def phase(self, migration_id: str) -> Phase:
        """A migration's phase; cheaper than its status. KeyError if there is no such migration."""
        return self._core.state.migrations[migration_id].phase

    def status(self, migration_id: str) -> MigrationStatus:
        """A migration as it stands now. KeyError if there is no such migration."""
        return status_of(self._core, self._core.state.migrations[migration_id])

    def holdings(self, migration_id: str) -> tuple[Holding, ...]:
        """What a migration holds on hosts and datastores now. KeyError if there is no such migration."""
        return self._core.state.migrations[migration_id].holdings

    def memory_map(self, migration_id: str) -> MemoryMap | None:
        """The memory of a migration's VM; None before its copy and after its end."""
        return memory_map_of(self._core, self._core.state.migrations[migration_id])

    def samples_at(self, migration_id: str, times_s: FloatArray) -> Samples:
        """Series at times (k,) between the last change and now."""
        return samples_of(self._core, self._core.state.migrations[migration_id], times_s)

    def flows(self) -> Mapping[int, Flow]:
        """The flows that run now, by id; not to be changed."""
        return self._core.state.network.flows

    def link_loads(self) -> list[LinkLoad]:
        """Every link that carries a flow now."""
        return link_loads(self._core)

    def service_monitor(self, vm: str) -> ServiceMonitor | None:
        """What a VM's clients see; None if there is no such VM."""
        return service_monitor(self._core, vm)

    def faults(self) -> tuple[Fault, ...]:
        """The injected faults that have not been repaired."""
        return tuple(active.fault for active in self._core.state.faults)

    def tasks(self) -> dict[str, TaskStatus]:
        """The tasks of hosts and datastores as they stand now, by id, in order of submission."""
        return statuses(self._core)

    @property
    def ordered(self) -> tuple[TimedCommand, ...]:
        """What tasks have asked for by themselves, in order. It follows from the lab's own commands: a lab with these
        in its journal, too, would do them twice.
        """
        return self._core.state.ordered

    # --- checkpoints ---------------------------------------------------------------

    def checkpoint(self) -> Checkpoint:
        """This moment, to come back to."""
        core = self._core
        return Checkpoint(core.state.copy(), core.profile, core.seed, core.check, core.evacuator)

    @classmethod
    def restore(cls, checkpoint: Checkpoint) -> Engine:
        """An engine that goes on from a checkpoint, which stays good for others."""
        engine = cls.__new__(cls)
        state = checkpoint.state.copy()
        engine._set_up(state, checkpoint.profile, checkpoint.seed, checkpoint.check, checkpoint.evacuator)
        return engine


class _Watcher:
    """Tells an observer, who knows engines and link names, of what the core changes."""

    def __init__(self, engine: Engine, core: Core, observer: Observer, estate: EstateObserver | None) -> None:
        self._engine, self._core, self._observer, self._estate = engine, core, observer, estate

    def estate_changed(self, before: Inventory, touched: Collection[str]) -> None:
        """See `Watcher`."""
        if self._estate is not None:
            self._estate.estate_changed(self._engine, before, touched)

    def before_change(self, migration: Migration) -> None:
        """See `Watcher`."""
        self._observer.before_change(self._engine, migration.id)

    def loads_changed(self, links: Iterable[int]) -> None:
        """See `Watcher`."""
        network = self._core.state.network
        for link in links:
            self._observer.load_changed(self._engine, network.table.keys[link], network.load(link))
