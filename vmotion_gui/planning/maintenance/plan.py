"""A plan for emptying hosts or datastores: plain data, what was asked for and what came of it."""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.compatibility.verdict import MigrationType, Reason
from vmotion_gui.inventory.commands import MigrationSpec, VsanMode
from vmotion_gui.messages import Message

Objective = Literal["time", "downtime", "balance", "moves"]
"""What a plan is to have little of: time until the hosts are empty; downtime of all VMs together; difference between
the hosts afterwards; moves."""
OBJECTIVES: tuple[Objective, ...] = ("time", "downtime", "balance", "moves")
Outcome = Literal["completed", "failed", "cancelled", "running"]


class Options(msgspec.Struct, frozen=True, kw_only=True):
    """How to empty hosts."""

    objective: Objective = "time"
    evacuate_powered_off: bool = False
    """Whether VMs that do not run have to leave, too."""
    move_storage: bool = True
    """Whether VMs on storage that no other host sees may move with their disks."""
    other_clusters: bool = False
    """Whether VMs may leave their cluster. VMs of a stand-alone host may always go to any host."""
    vsan_mode: VsanMode = "ensureObjectAccessibility"
    """What becomes of data that the hosts keep for vSAN, once they are empty."""


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """One migration of a plan, with what the engine makes of it."""

    spec: MigrationSpec
    source: str
    """The host that the VM is on before."""
    from_datastores: tuple[str, ...] = ()
    """In a plan for datastores: those that files of the VM leave."""
    to_datastores: tuple[str, ...] = ()
    """In a plan for datastores: those that they come to, the home's first."""
    type: MigrationType
    after: tuple[int, ...] = ()
    """Moves of the plan, by index, that must have completed before this one begins: they make the room."""
    makes_room: bool = False
    """It moves a VM that need not leave its host, or not for good."""
    start_s: float = 0.0
    """When it leaves the queue, seconds from the plan's start."""
    duration_s: float = 0.0
    downtime_s: float = 0.0
    bytes: float = 0.0
    """On the wire."""
    outcome: Outcome = "completed"
    fault: Reason | None = None
    """Why it fails."""

    @property
    def end_s(self) -> float:
        return self.start_s + self.duration_s


class Load(msgspec.Struct, frozen=True, kw_only=True):
    """What running VMs take of a host, as shares of what it has: configured memory, and CPU at the plan's start."""

    memory: float
    cpu: float


class HostLoads(msgspec.Struct, frozen=True, kw_only=True):
    """A host's load over a plan. A VM on its way counts at both ends."""

    host: str
    before: Load
    worst: Load
    """The highest memory and the highest CPU, perhaps at different moments."""
    after: Load


class StoreSpace(msgspec.Struct, frozen=True, kw_only=True):
    """How full a datastore is over a plan, as shares of its capacity. What is on its way counts at both ends."""

    datastore: str
    before: float
    worst: float
    after: float


class Unplaceable(msgspec.Struct, frozen=True, kw_only=True):
    """A VM that cannot leave its host or datastore, and why: the reasons of its possible destinations, each once."""

    vm: str
    host: str
    reasons: tuple[Reason, ...]


class Bound(msgspec.Struct, frozen=True, kw_only=True):
    """A time below which no plan can be, and what it follows from."""

    seconds: float
    of: Literal["nothing", "migration", "source", "destinations", "slots"]
    """The longest single migration; what the adapters of a host that empties, or of all destinations, can carry; how
    many migrations a host may have at once."""
    object: str = ""
    """The VM or host that it is about."""


class Preparation(msgspec.Struct, frozen=True, kw_only=True):
    """What is done to a VM before the first move."""

    vm: str
    does: Literal["shutDown", "suspend", "disconnect"]
    devices: tuple[str, ...] = ()
    """Labels of what is disconnected."""

    @property
    def starts_afterwards(self) -> bool:
        """Whether the VM is to run again when its host does."""
        return self.does != "disconnect"


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Who goes where, in which order, and what it takes. Complete only if `possible`."""

    hosts: tuple[str, ...] = ()
    """The hosts to be empty."""
    datastores: tuple[str, ...] = ()
    """The datastores to be empty; a plan has these or hosts."""
    objective: Objective
    moves: tuple[Move, ...] = ()
    under_way: tuple[str, ...] = ()
    """Migrations that run already when the plan is made, by id: the first of the moves, which nobody has to begin."""
    unplaceable: tuple[Unplaceable, ...] = ()
    obstacles: tuple[Message, ...] = ()
    """What stands against the whole plan, as the room that HA has to keep."""
    loads: tuple[HostLoads, ...] = ()
    spaces: tuple[StoreSpace, ...] = ()
    """Of a plan for datastores: these, and those that files could come to."""
    preparations: tuple[Preparation, ...] = ()
    """What is done first; the moves are those of the estate in which it is done."""
    vsan_mode: VsanMode = "ensureObjectAccessibility"
    skipped: tuple[str, ...] = ()
    """Hosts that somebody wanted emptied, and that are left as they are for a VM's sake."""
    makespan_s: float = 0.0
    """From the first command to the end of the last migration, by the engine."""
    bound: Bound = Bound(seconds=0.0, of="nothing")
    """No plan with these options takes less."""

    @property
    def possible(self) -> bool:
        """Whether every VM that has to leave does so."""
        completed = all(move.outcome == "completed" for move in self.moves)
        return completed and not self.unplaceable and not self.obstacles

    @property
    def distance(self) -> float:
        """How far the makespan is above the proven bound, as a share of the bound; 0 if there is nothing to do."""
        return self.makespan_s / self.bound.seconds - 1.0 if self.bound.seconds > 0.0 else 0.0

    @property
    def downtime_s(self) -> float:
        """Of all VMs together."""
        return sum(move.downtime_s for move in self.moves)

    @property
    def bytes(self) -> float:
        """Of all moves together, on the wire."""
        return sum(move.bytes for move in self.moves)

    @property
    def imbalance(self) -> float:
        """Difference between the most and the least loaded host afterwards, by memory, or between the fullest and the
        emptiest datastore; emptied ones do not count."""
        shares = [loads.after.memory for loads in self.loads if loads.host not in self.hosts]
        shares += [space.after for space in self.spaces if space.datastore not in self.datastores]
        return max(shares, default=0.0) - min(shares, default=0.0)
