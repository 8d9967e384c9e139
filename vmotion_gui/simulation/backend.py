"""The one port between the window and a world: simulated or, one day, a live vCenter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

import msgspec

from vmotion_gui.inventory.commands import Command, MigrationSpec, TimedCommand
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.messages import Message
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.status import (
    Estimate,
    LinkLoad,
    MemoryMap,
    MigrationStatus,
    Phase,
    Samples,
    ServiceMonitor,
)

if TYPE_CHECKING:
    from vmotion_gui.simulation.alarms.log import AlarmLog
    from vmotion_gui.simulation.forecast import Forecaster
    from vmotion_gui.simulation.profiles.profile import Profile
    from vmotion_gui.simulation.remaining import LookAtEnds
    from vmotion_gui.simulation.tasks.task import TaskStatus
    from vmotion_gui.simulation.trial import Trial


class Ticket(msgspec.Struct, frozen=True, kw_only=True):
    """The answer to a command. `id` is the migration's id for `Migrate`, the task's for one of a host; else empty."""

    id: str
    accepted: bool
    reason: Message | None = None


class Branch(msgspec.Struct, frozen=True, kw_only=True):
    """One branch of the lab's history: rewinding and then acting starts another, none is ever discarded."""

    id: int
    name: str
    parent: int | None
    forked_at_s: float
    journal: tuple[TimedCommand, ...]
    end_s: float
    """How far it has been played."""


class Backend(Protocol):
    """What the window talks to. Reading never changes anything."""

    @property
    def can_rewind(self) -> bool: ...
    @property
    def can_fork(self) -> bool: ...
    @property
    def is_live(self) -> bool: ...

    @property
    def now_s(self) -> float: ...
    @property
    def inventory(self) -> Inventory: ...
    @property
    def events(self) -> Sequence[Event]:
        """All events so far, by sequence. After a rewind, those up to now."""

    @property
    def next_event_s(self) -> float | None:
        """When the engine's next event is due; None if nothing will ever happen by itself."""

    @property
    def busy(self) -> bool:
        """Whether a migration is queued or running, or a task of a host runs."""

    def submit(self, command: Command, *, initiator: str = "user") -> Ticket:
        """Ask for something now."""

    def advance(self, until_s: float, *, max_events: int | None = None) -> bool:
        """Go on to a time; with `max_events`, stop after that many of the engine's own events. True if arrived."""

    def advance_to_next_milestone(self, *, max_events: int | None = None) -> bool:
        """Go on to the next event with `milestone`; True if arrived, or nothing is due."""

    def migrations(self) -> Mapping[str, MigrationStatus]:
        """All migrations by id, in order of submission. Cheap until a status is looked at."""

    def phase(self, migration: str) -> Phase:
        """A migration's phase; cheaper than its status. KeyError if there is no such migration."""

    def tasks(self) -> Mapping[str, TaskStatus]:
        """All tasks of hosts by id, in order of submission."""

    def alarms(self) -> AlarmLog:
        """The alarms of the current branch."""

    def memory_map(self, migration: str) -> MemoryMap | None: ...
    def samples(self, migration: str) -> Samples | None: ...
    def nic_samples(self, host: str) -> Mapping[str, tuple[Samples, ...]]:
        """Series of a host's vMotion NICs by device: (tx, rx), with copy_bytes_per_s as the load."""

    def link_loads(self) -> Sequence[LinkLoad]:
        """Every link that carries a migration's flow now."""

    def service_monitor(self, vm: str) -> ServiceMonitor | None: ...
    def faults(self) -> Sequence[Command]:
        """The injected faults that have not been repaired."""

    @property
    def profile(self) -> ProfileName:
        """The hypervisor by whose rules migrations go."""

    def estimate(self, spec: MigrationSpec) -> Estimate:
        """What this migration would take, started now."""

    def forecaster(self, specs: Sequence[MigrationSpec]) -> Forecaster:
        """What these would take as ranges, all started now; nothing has been run ahead yet."""

    def look_at_ends(self, migrations: Sequence[str]) -> LookAtEnds:
        """When these running migrations end, as ranges from now; nothing has been run ahead yet. KeyError if there is
        no such migration."""

    @property
    def rules(self) -> Profile:
        """The hypervisor's constants that are in force now."""

    def trial(self, move: MigrationSpec | str, commands: Sequence[Command] = ()) -> Trial:
        """What would become of a migration, started now or running by this id, after these commands; nothing has been
        played yet. KeyError if there is no such migration."""

    def rewind(self, to_s: float) -> None:
        """Go to an earlier (or again later, played) moment of this branch. Discards nothing."""

    @property
    def played_until_s(self) -> float:
        """How far this branch has been played; equals `now_s` unless rewound."""

    def fork(self, at_s: float, commands: Sequence[Command], *, before: bool = False) -> tuple[Ticket, ...]:
        """Go to a moment of this branch and start another there: with these commands, then with all that was asked for
        later. `before`: before what was asked for at that very time. The answers to the commands."""

    def future(self, branch: int, migration: str) -> tuple[MigrationStatus, Samples] | None:
        """A migration at the end of a branch, with its series; None if it has none. KeyError for an unknown branch."""

    def branches(self) -> Sequence[Branch]: ...
    @property
    def current_branch(self) -> int: ...
    def switch_branch(self, branch: int) -> None: ...
    def rename_branch(self, branch: int, name: str) -> None: ...
