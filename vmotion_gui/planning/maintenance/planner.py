"""The planner: from hosts that have to be empty to moves that the engine has tried.

Who goes where is found by `greedy.py`, or by `exact.py` and `chains.py` where the estate is small enough. What the
moves take, the engine says (`prediction.py`). A move that the engine refuses, for a rule that depends on what the plan
does not count, is taken back, and the plan is made again without it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from vmotion_gui.compatibility.case import migration_type
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.maintenance.bounds import least_makespan
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.loading import host_loads
from vmotion_gui.planning.maintenance.ordering import Step, ordered
from vmotion_gui.planning.maintenance.placing import Placement, placements
from vmotion_gui.planning.maintenance.plan import OBJECTIVES, Move, Options, Plan
from vmotion_gui.planning.maintenance.prediction import Watch, predicted
from vmotion_gui.planning.maintenance.reasons import obstacles, unplaceable
from vmotion_gui.planning.maintenance.underway import UnderWay
from vmotion_gui.simulation.engine import Checkpoint, Engine

_ATTEMPTS = 6
"""How often a plan is made again without what the engine refused."""
_MANY_MOVES = 150
"""From so many moves on, only one order is tried."""


def plan_maintenance(
    moment: Checkpoint,
    hosts: Collection[str],
    options: Options | None = None,
    *,
    closed: Collection[str] = (),
    banned: Mapping[tuple[str, str], Reason] | None = None,
    on_progress: Watch | None = None,
) -> Plan:
    """A plan that empties hosts, from this moment of a run on (`Engine(lab).checkpoint()` for a lab's beginning).

    `closed`: hosts that are to take no VM. `on_progress` is called with (moves tried by the engine, moves) and cancels
    by raising; what it raises is raised here. KeyError for a host that does not exist. The same arguments give the same
    plan. Migrations that run at the moment go on, and are the plan's first moves (`Plan.under_way`). `banned`: (VM,
    host) that were found not to go together, and why.
    """
    options = options or Options()
    for host in hosts:
        moment.state.inventory.hosts[host]
    under_way = UnderWay(moment)
    checker = Checker(under_way.settled)
    banned = dict(banned or {})
    pulse = None if on_progress is None else lambda: on_progress(0, 1)
    for _ in range(_ATTEMPTS):
        ground = Ground(checker, frozenset(hosts), options, closed=closed, banned=banned, pulse=pulse)
        plan = _Attempt(moment, under_way, ground, tuple(dict.fromkeys(hosts)), on_progress).best()
        own = plan.moves[len(plan.under_way) :]
        refused = {(move.spec.vm, move.spec.host): move.fault for move in own if move.fault is not None}
        if not refused:
            break
        banned |= refused
    return plan


def alternatives(
    moment: Checkpoint,
    hosts: Collection[str],
    options: Options | None = None,
    *,
    closed: Collection[str] = (),
    on_progress: Watch | None = None,
) -> tuple[Plan, ...]:
    """Plans to choose from: the one for the objective asked for, then those for the others that differ from all before.

    As `plan_maintenance` otherwise.
    """
    options = options or Options()
    found: list[Plan] = []
    for objective in dict.fromkeys((options.objective, *OBJECTIVES)):
        other = msgspec.structs.replace(options, objective=objective)
        plan = plan_maintenance(moment, hosts, other, closed=closed, on_progress=on_progress)
        if all(plan.moves != known.moves for known in found):
            found.append(plan)
    return tuple(found)


class _Attempt:
    def __init__(
        self,
        moment: Checkpoint,
        under_way: UnderWay,
        ground: Ground,
        hosts: tuple[str, ...],
        on_progress: Watch | None,
    ) -> None:
        self._moment, self._under_way, self._ground, self._hosts = moment, under_way, ground, hosts
        self._on_progress = on_progress
        self._objective = ground.options.objective

    def best(self) -> Plan:
        """Of the placements and orders that are tried, the plan that serves the objective best."""
        found = obstacles(self._ground)
        if found:
            return Plan(
                hosts=self._hosts,
                vsan_mode=self._ground.options.vsan_mode,
                objective=self._objective,
                moves=self._under_way.moves,
                under_way=self._under_way.ids,
                obstacles=found,
                loads=host_loads(self._ground, ()),
            )
        tried = placements(self._ground)
        plans = [self._plan(placement, width) for placement in tried for width in self._widths(placement)]
        return min(plans, key=_SCORES[self._objective])

    def _widths(self, placement: Placement) -> Sequence[int | None]:
        if len(placement.hops) > _MANY_MOVES or self._objective in ("balance", "moves"):
            return (None,)
        return (None, 4) if self._objective == "time" else (1, None)

    def _plan(self, placement: Placement, width: int | None) -> Plan:
        ground = self._ground
        steps = ordered(ground, placement.hops, width)
        engine = Engine.restore(self._moment)
        under_way = self._under_way
        moves = predicted(engine, under_way.before(as_moves(ground, steps)), self._on_progress, under_way=under_way.ids)
        placed = sorted(set(ground.must_leave.tolist()) - set(placement.left))
        return Plan(
            hosts=self._hosts,
            vsan_mode=self._ground.options.vsan_mode,
            objective=self._objective,
            moves=moves,
            under_way=under_way.ids,
            unplaceable=tuple(unplaceable(ground, placement.state, vm) for vm in placement.left),
            loads=host_loads(ground, moves[len(under_way.ids) :]),
            makespan_s=max((move.end_s for move in moves), default=0.0),
            bound=least_makespan(ground, engine.profile, placed),
        )


def as_moves(ground: Ground, steps: Sequence[Step]) -> list[Move]:
    """What to ask of the engine, without figures yet."""
    inventory = ground.inventory
    leaving = set(ground.must_leave.tolist())
    last = {step.vm: number for number, step in enumerate(steps)}
    moves = []
    for number, step in enumerate(steps):
        spec = MigrationSpec(
            vm=ground.vms[step.vm],
            host=ground.hosts[step.host],
            datastore=ground.stores.get((step.vm, step.host), ""),
            state=inventory.vms[ground.vms[step.vm]].power_state,
        )
        moves.append(
            Move(
                spec=spec,
                source=ground.hosts[step.source],
                type=migration_type(inventory, spec),
                after=step.after,
                makes_room=step.vm not in leaving or last[step.vm] != number,
            )
        )
    return moves


def _undone(plan: Plan) -> int:
    return len(plan.unplaceable) + sum(move.outcome != "completed" for move in plan.moves)


_SCORES: dict[str, Callable[[Plan], tuple[float, ...]]] = {
    "time": lambda plan: (_undone(plan), plan.makespan_s, plan.downtime_s),
    "downtime": lambda plan: (_undone(plan), plan.downtime_s, plan.makespan_s),
    "balance": lambda plan: (_undone(plan), plan.imbalance, plan.makespan_s),
    "moves": lambda plan: (_undone(plan), len(plan.moves), plan.makespan_s),
}
