"""A whole cluster, some hosts at a time: empty them, work on them, take them back, go on with the next.

One run of the engine plays all of it, so that every step begins where the last one left the VMs, at its own time of
day: workloads follow the clock. Hosts that are done are filled first, so that a VM moves twice only where it must.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
import numpy as np

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.changes import Change
from vmotion_gui.inventory.commands import EditInventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import Message
from vmotion_gui.planning.maintenance.decisions import Decision, afterwards, open_decisions, prepare
from vmotion_gui.planning.maintenance.failover import most_at_once
from vmotion_gui.planning.maintenance.greedy import Hop
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.homeward import homeward
from vmotion_gui.planning.maintenance.ordering import ordered
from vmotion_gui.planning.maintenance.part import part_of
from vmotion_gui.planning.maintenance.placing import first_placement
from vmotion_gui.planning.maintenance.plan import Move, Options, Preparation, Unplaceable
from vmotion_gui.planning.maintenance.planner import as_moves
from vmotion_gui.planning.maintenance.prediction import predicted
from vmotion_gui.planning.maintenance.reasons import obstacles, unplaceable
from vmotion_gui.simulation.engine import Engine

_FULL = 0.9
"""Share of configured memory that the other hosts may be filled to where the number at once is chosen here."""
_ATTEMPTS = 4

OnProgress = Callable[[int, int], None]
"""Told of how many hosts are done, of how many; what it raises ends the work."""


class RollingOptions(msgspec.Struct, frozen=True, kw_only=True):
    """How a cluster is gone through."""

    at_once: int = 1
    """Hosts at a time; 0: as many as HA's admission control lets, and as leave the others at most 90 % full."""
    work_s: float = 1800.0
    """What is done to hosts once they are empty takes so long, until they take VMs again."""
    return_vms: bool = False
    """Whether VMs go back to where they were before the next step begins."""
    start_s: float = 0.0
    """When it begins, by the lab's clock, which workloads follow."""
    window_s: float | None = None
    """How long the maintenance window is; None: there is none."""
    moves: Options = Options()
    decisions: Mapping[str, Decision] = {}
    """VM -> what becomes of it when its host's turn comes. One that is left as it is keeps its host out of the plan."""


class RollingStep(msgspec.Struct, frozen=True, kw_only=True):
    """Some hosts of the cluster together. Times in seconds from the beginning of the whole."""

    hosts: tuple[str, ...]
    start_s: float
    empty_s: float
    """When the last VM has left."""
    end_s: float
    """When the work is done, and VMs are back if they go back."""
    preparations: tuple[Preparation, ...] = ()
    """What is done to single VMs first. What was stopped runs again once the work is done."""
    moves: tuple[Move, ...] = ()
    """Their times count from the step's start."""
    returns: tuple[Move, ...] = ()
    """Moves home. Their times count from the end of the work."""
    unplaceable: tuple[Unplaceable, ...] = ()
    """Why these hosts are left out: nothing is done to them."""
    obstacles: tuple[Message, ...] = ()

    @property
    def possible(self) -> bool:
        """Whether the hosts become empty, and all that should come back does."""
        return not self.unplaceable and not self.obstacles and all(m.outcome == "completed" for m in self.returns)


class RollingPlan(msgspec.Struct, frozen=True, kw_only=True):
    """The steps in order."""

    cluster: str
    at_once: int
    most_at_once: int
    """The largest number of hosts that HA's admission control would let be empty together, whichever they are."""
    steps: tuple[RollingStep, ...]
    options: RollingOptions
    skipped: tuple[str, ...] = ()
    """Hosts that are left as they are, for a VM's sake."""

    @property
    def possible(self) -> bool:
        """Whether all hosts are worked on that are not to be left as they are."""
        return all(step.possible for step in self.steps)

    @property
    def end_s(self) -> float:
        """When the last step ends, seconds from the beginning."""
        return max((step.end_s for step in self.steps), default=0.0)

    @property
    def in_window(self) -> bool:
        """Whether all of it ends within the maintenance window."""
        return self.options.window_s is None or self.end_s <= self.options.window_s

    @property
    def moves(self) -> int:
        """All migrations, those home too."""
        return sum(len(step.moves) + len(step.returns) for step in self.steps)


def plan_rolling(
    lab: Lab, cluster: str, options: RollingOptions | None = None, *, on_progress: OnProgress | None = None
) -> RollingPlan:
    """A plan that empties every host of a cluster that is in service, from the beginning of a lab on.

    KeyError if there is no such cluster, or VM for which something is decided; DecisionError for a decision that cannot
    be carried out. The same arguments give the same plan. `on_progress` cancels by raising.
    """
    lab.inventory.clusters[cluster]
    return _Rolling(lab, cluster, options or RollingOptions(), on_progress).plan()


def plan_clusters(
    lab: Lab, clusters: Iterable[str], options: RollingOptions | None = None, *, on_progress: OnProgress | None = None
) -> Iterator[RollingPlan]:
    """One plan after the other, each as soon as it is made; all clusters begin at the same time. KeyError as above."""
    for cluster in clusters:
        yield plan_rolling(lab, cluster, options, on_progress=on_progress)


class _Rolling:
    def __init__(self, lab: Lab, cluster: str, options: RollingOptions, on_progress: OnProgress | None) -> None:
        inventory = lab.inventory
        self._cluster, self._options, self._on_progress = cluster, options, on_progress
        about = tuple(inventory.hosts) if options.moves.other_clusters else inventory.hosts_in(cluster)
        self._about = about
        part = part_of(lab, about)
        self._engine = Engine(part)
        self._checker = Checker(part.inventory)
        self._most = most_at_once(inventory, inventory.clusters[cluster])
        self._done: set[str] = set()
        hosts = [id_ for id_ in inventory.hosts_in(cluster) if inventory.hosts[id_].maintenance_state == "normal"]
        self._skipped = prepare(inventory, hosts, options.decisions).skipped
        self._left = [id_ for id_ in hosts if id_ not in self._skipped]
        self._count = len(self._left)
        self._banned: dict[tuple[str, str], Reason] = {}

    def plan(self) -> RollingPlan:
        """All steps."""
        self._engine.advance(self._options.start_s)
        at_once = self._options.at_once or self._comfortable()
        steps: list[RollingStep] = []
        while self._left:
            batch = self._emptiest(at_once)
            steps += self._steps(batch)
            self._left = [id_ for id_ in self._left if id_ not in batch]
            self._watch()
        return RollingPlan(
            cluster=self._cluster,
            at_once=at_once,
            most_at_once=self._most,
            steps=tuple(steps),
            options=self._options,
            skipped=self._skipped,
        )

    def _watch(self, *_: int) -> None:
        if self._on_progress is not None:
            self._on_progress(self._count - len(self._left), self._count)

    def _comfortable(self) -> int:
        columns = self._checker.columns
        rows = [columns.index[id_] for id_ in self._left]
        sizes = np.sort(columns.memory_bytes[rows])
        running = float(columns.running_bytes[rows].sum())
        count = 1
        while count < min(self._most, len(rows) - 1) and running <= _FULL * float(sizes[: -count - 1].sum()):
            count += 1
        return count

    def _emptiest(self, count: int) -> list[str]:
        """The hosts with the least to move are next."""
        columns = self._now().columns
        order = sorted(self._left, key=lambda id_: float(columns.running_bytes[columns.index[id_]]))
        return order[:count]

    def _now(self) -> Checker:
        self._checker = Checker.for_inventory(self._engine.inventory, previous=self._checker)
        return self._checker

    def _steps(self, batch: Sequence[str]) -> list[RollingStep]:
        """One step for these hosts, or one for each where they cannot be empty together."""
        moment = self._engine.checkpoint()
        preparations = self._prepared(batch)
        ground = self._ground(batch)
        against = obstacles(ground)
        placement = None if against else first_placement(ground)
        if placement is not None and not placement.left:
            return [self._step(batch, preparations, ground, placement.hops)]
        if preparations:
            self._engine = Engine.restore(moment)
        left = () if placement is None else placement.left
        if len(batch) > 1:
            return [step for some in _divided(batch, ground, left) for step in self._steps(some)]
        stuck = tuple(unplaceable(ground, placement.state, vm) for vm in left) if placement is not None else ()
        return [self._left_out(batch, stuck, against)]

    def _prepared(self, batch: Collection[str]) -> tuple[Preparation, ...]:
        """Do what was decided for the VMs that are on these hosts now."""
        vms = self._engine.inventory.vms
        here = {
            id_: decision
            for id_, decision in self._options.decisions.items()
            if vms[id_].host in batch and decision != "leave" and decision in open_decisions(vms[id_])
        }
        prepared = prepare(self._engine.inventory, batch, here)
        self._edit(prepared.changes)
        return prepared.preparations

    def _edit(self, changes: tuple[Change, ...]) -> None:
        if changes:
            self._engine.submit(EditInventory(changes=changes, label="edit.decided"))

    def _ground(self, batch: Collection[str]) -> Ground:
        return Ground(
            self._now(),
            frozenset(batch),
            self._options.moves,
            banned=self._banned,
            preferred=self._done,
            about=self._about,
        )

    def _clock_s(self) -> float:
        return self._engine.now_s - self._options.start_s

    def _left_out(
        self, batch: Sequence[str], stuck: tuple[Unplaceable, ...], against: tuple[Message, ...]
    ) -> RollingStep:
        now_s = self._clock_s()
        return RollingStep(
            hosts=tuple(batch), start_s=now_s, empty_s=now_s, end_s=now_s, unplaceable=stuck, obstacles=against
        )

    def _step(
        self, batch: Sequence[str], preparations: tuple[Preparation, ...], ground: Ground, hops: Sequence[Hop]
    ) -> RollingStep:
        start_s = self._clock_s()
        homes = {id_: host for host in batch for id_ in self._engine.inventory.vms_on(host)}
        moves, stuck = self._emptied(batch, ground, hops, start_s)
        empty_s = max((start_s + move.end_s for move in moves), default=start_s)
        if stuck:
            self._edit(afterwards(self._engine.inventory, preparations))
            end_s = self._clock_s()
            return RollingStep(
                hosts=tuple(batch),
                start_s=start_s,
                empty_s=end_s,
                end_s=end_s,
                preparations=preparations,
                moves=moves,
                unplaceable=stuck,
            )
        self._engine.advance(self._options.start_s + empty_s + self._options.work_s)
        self._edit(afterwards(self._engine.inventory, preparations))
        self._done.update(batch)
        returns = self._returned(homes) if self._options.return_vms else ()
        return RollingStep(
            hosts=tuple(batch),
            start_s=start_s,
            empty_s=empty_s,
            end_s=self._clock_s(),
            preparations=preparations,
            moves=moves,
            returns=returns,
        )

    def _emptied(
        self, batch: Sequence[str], ground: Ground, hops: Sequence[Hop], start_s: float
    ) -> tuple[tuple[Move, ...], tuple[Unplaceable, ...]]:
        """Moves until the hosts are empty. What the engine refuses goes elsewhere, in a further round."""
        done: list[Move] = []
        for _ in range(_ATTEMPTS):
            offset_s = self._clock_s() - start_s
            moves = predicted(self._engine, as_moves(ground, ordered(ground, hops)), self._watch)
            done += [_later(move, offset_s, len(done)) for move in moves if move.outcome == "completed"]
            if all(move.outcome == "completed" for move in moves):
                return tuple(done), ()
            self._banned |= {(m.spec.vm, m.spec.host): m.fault for m in moves if m.fault is not None}
            ground = self._ground(batch)
            placement = first_placement(ground)
            hops = placement.hops
            if placement.left:
                return tuple(done), tuple(unplaceable(ground, placement.state, vm) for vm in placement.left)
        return tuple(done), tuple(unplaceable(ground, placement.state, vm) for vm in ground.must_leave.tolist())

    def _returned(self, homes: dict[str, str]) -> tuple[Move, ...]:
        """Moves home, in an order that works; whatever finds none stays where it is."""
        about = self._about
        return homeward(self._engine, self._now(), homes, self._options.moves, about=about, on_progress=self._watch)


def _divided(batch: Sequence[str], ground: Ground, left: Iterable[int]) -> list[Sequence[str]]:
    """The hosts that keep VMs, each by itself, and the others; without such hosts, two halves."""
    keeping = {ground.inventory.vms[ground.vms[vm]].host for vm in left}
    rest = [host for host in batch if host not in keeping]
    if keeping:
        return [*([host] for host in batch if host in keeping), *([rest] if rest else [])]
    middle = len(batch) // 2
    return [batch[:middle], batch[middle:]]


def _later(move: Move, offset_s: float, count: int) -> Move:
    after = tuple(index + count for index in move.after)
    return msgspec.structs.replace(move, start_s=move.start_s + offset_s, after=after)
