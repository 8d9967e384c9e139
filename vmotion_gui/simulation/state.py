"""The whole state of a run, as data that can be copied: what a checkpoint holds."""

from __future__ import annotations

import dataclasses
from typing import NamedTuple

from vmotion_gui.inventory.changes import Change
from vmotion_gui.inventory.commands import Fault, TimedCommand
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.admission import Resource
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.network import Network
from vmotion_gui.simulation.tasks.store_task import StoreTask
from vmotion_gui.simulation.tasks.task import HostTask


class Due(NamedTuple):
    """Something that happens at a time; priority, then the order in which it was scheduled, settle ties."""

    time_s: float
    priority: int
    sequence: int
    kind: str
    key: str


class Outage(NamedTuple):
    """A time in which a VM did not answer."""

    start_s: float
    end_s: float | None
    lost: bool
    """Whether its clients lost their connections (it was started again), or only waited."""


class ActiveFault(NamedTuple):
    """An injected fault and what takes its changes back."""

    fault: Fault
    inverse: tuple[Change, ...] = ()
    filled_bytes: int = 0
    """What others took of a datastore."""


@dataclasses.dataclass(slots=True)
class State:
    """All of a run. Lists and dicts are copied, what they hold is shared unless it can change."""

    inventory: Inventory
    journal: tuple[TimedCommand, ...]
    now_s: float = 0.0
    heap: list[Due] = dataclasses.field(default_factory=list)
    sequence: int = 1
    events: list[Event] = dataclasses.field(default_factory=list)
    migrations: dict[str, Migration] = dataclasses.field(default_factory=dict)
    active: dict[str, None] = dataclasses.field(default_factory=dict)
    """Ids of the migrations that have not ended, in order of submission."""
    by_vm: dict[str, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    """VM -> its migrations that have not ended."""
    waiting: dict[Resource, tuple[str, ...]] = dataclasses.field(default_factory=dict)
    """Queued migrations by the resources that they need, in their turns."""
    arrivals: tuple[str, ...] = ()
    """Queued migrations that nobody has looked at yet."""
    returned: dict[Resource, None] = dataclasses.field(default_factory=dict)
    """Resources of which something became free since the queue was looked at."""
    in_use: dict[Resource, float] = dataclasses.field(default_factory=dict)
    reserved_bytes: dict[str, int] = dataclasses.field(default_factory=dict)
    """Datastore -> space that running migrations hold."""
    network: Network = dataclasses.field(default_factory=Network)
    faults: tuple[ActiveFault, ...] = ()
    outages: dict[str, tuple[Outage, ...]] = dataclasses.field(default_factory=dict)
    """VM -> its outages so far."""
    tasks: dict[str, HostTask] = dataclasses.field(default_factory=dict)
    """All tasks of hosts by id, in order of submission."""
    open_tasks: tuple[str, ...] = ()
    """Those that have not ended."""
    reviewed: Inventory | None = None
    """The inventory that the open tasks have last looked at."""
    store_tasks: dict[str, StoreTask] = dataclasses.field(default_factory=dict)
    """All tasks of datastores by id, in order of submission; ids are shared with those of hosts."""
    open_store_tasks: tuple[str, ...] = ()
    """Those that have not ended."""
    reviewed_stores: Inventory | None = None
    """The inventory that these have last looked at."""
    ordered: tuple[TimedCommand, ...] = ()
    """What tasks have asked for by themselves, as the journal has what people ask for."""

    def copy(self) -> State:
        """An independent state; its cost grows with what is running, not with the estate."""
        return dataclasses.replace(
            self,
            heap=list(self.heap),
            events=list(self.events),
            migrations={id_: migration.copy() for id_, migration in self.migrations.items()},
            active=dict(self.active),
            by_vm=dict(self.by_vm),
            waiting=dict(self.waiting),
            returned=dict(self.returned),
            in_use=dict(self.in_use),
            reserved_bytes=dict(self.reserved_bytes),
            network=self.network.copy(),
            outages=dict(self.outages),
            tasks=dict(self.tasks),
            store_tasks=dict(self.store_tasks),
        )

    @property
    def task_count(self) -> int:
        """How many tasks of hosts and datastores there have been."""
        return len(self.tasks) + len(self.store_tasks)

    @property
    def tasks_open(self) -> bool:
        """Whether a task of a host or datastore runs."""
        return bool(self.open_tasks or self.open_store_tasks)
