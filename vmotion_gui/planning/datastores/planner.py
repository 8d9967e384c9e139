"""The planner for datastores: from datastores that have to be empty to migrations that the engine has tried.

Who goes where is found by `placing.py`; what the migrations take, under vCenter's limits per host and datastore, the
engine says. A migration that the engine refuses is taken back, and the plan is made again without it.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from vmotion_gui.compatibility.case import migration_type
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.planning.datastores.arrangement import Arrangement, Hop
from vmotion_gui.planning.datastores.bounds import least_makespan
from vmotion_gui.planning.datastores.ground import Ground
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.placing import arranged
from vmotion_gui.planning.datastores.reasons import unplaceable
from vmotion_gui.planning.datastores.spaces import store_spaces
from vmotion_gui.planning.datastores.underway import claims, settled
from vmotion_gui.planning.maintenance.plan import OBJECTIVES, Move, Objective, Plan
from vmotion_gui.planning.maintenance.prediction import Watch, predicted
from vmotion_gui.planning.maintenance.underway import UnderWay
from vmotion_gui.simulation.engine import Checkpoint, Engine
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.tasks.store_files import targets_of

_ATTEMPTS = 6
"""How often a plan is made again without what the engine refused."""


def plan_datastores(
    moment: Checkpoint,
    datastores: Collection[str],
    options: StoreOptions | None = None,
    *,
    closed: Collection[str] = (),
    banned: Mapping[tuple[str, str], Reason] | None = None,
    on_progress: Watch | None = None,
) -> Plan:
    """A plan that empties datastores, from this moment of a run on (`Engine(lab).checkpoint()` for a lab's beginning).

    `closed`: datastores that are to take nothing. `banned`: (VM, datastore) that were found not to go together, and
    why. `on_progress` is called with (migrations tried by the engine, migrations) and cancels by raising. KeyError for
    a datastore that does not exist. The same arguments give the same plan. Migrations that run at the moment go on,
    and are the plan's first moves (`Plan.under_way`).
    """
    options = options or StoreOptions()
    under_way = UnderWay(moment)
    checker = Checker(settled(moment))
    claimed = claims(moment)
    banned = dict(banned or {})
    pulse = None if on_progress is None else lambda: on_progress(0, 1)
    for _ in range(_ATTEMPTS):
        ground = Ground(checker, datastores, options, closed=closed, banned=banned, claims=claimed, pulse=pulse)
        plan = _best(moment, under_way, ground, tuple(dict.fromkeys(datastores)), on_progress)
        refused = {
            (move.spec.vm, store): move.fault
            for move in plan.moves[len(plan.under_way) :]
            if move.fault is not None
            for store in move.to_datastores
            if (move.spec.vm, store) not in banned
        }
        if not refused:
            break
        banned |= refused
    return plan


def store_alternatives(
    moment: Checkpoint,
    datastores: Collection[str],
    options: StoreOptions | None = None,
    *,
    closed: Collection[str] = (),
    on_progress: Watch | None = None,
) -> tuple[Plan, ...]:
    """Plans to choose from: the one for the objective asked for, then those for the others that serve their objective
    better than all before.

    As `plan_datastores` otherwise.
    """
    options = options or StoreOptions()
    found: list[Plan] = []
    for objective in dict.fromkeys((options.objective, *OBJECTIVES)):
        other = msgspec.structs.replace(options, objective=objective)
        plan = plan_datastores(moment, datastores, other, closed=closed, on_progress=on_progress)
        if all(_serves(objective, plan) < _serves(objective, known) for known in found):
            found.append(plan)
    return tuple(found)


def _best(
    moment: Checkpoint, under_way: UnderWay, ground: Ground, datastores: tuple[str, ...], on_progress: Watch | None
) -> Plan:
    state = arranged(ground)
    stuck = tuple(unplaceable(ground, state, vm) for vm in state.left)
    stuck += tuple(unplaceable(ground, state, vm) for vm in ground.stuck)
    one_by_one = (True, False) if ground.options.objective == "downtime" else (False,)
    plans = []
    for alone in one_by_one:
        engine = Engine.restore(moment)
        own = as_moves(ground, state, alone=alone)
        moves = predicted(engine, under_way.before(own), on_progress, under_way=under_way.ids)
        plans.append(
            Plan(
                datastores=datastores,
                objective=ground.options.objective,
                moves=moves,
                under_way=under_way.ids,
                unplaceable=stuck,
                spaces=store_spaces(ground, moves[len(under_way.ids) :]),
                makespan_s=max((move.end_s for move in moves), default=0.0),
                bound=least_makespan(ground, engine.profile, state),
            )
        )
    return min(plans, key=_SCORES[ground.options.objective])


def as_moves(ground: Ground, state: Arrangement, *, alone: bool = False) -> list[Move]:
    """What to ask of the engine, without figures yet, what takes longest first; `alone`: one after the other."""
    order = _in_order(ground, state.hops)
    place = {old: new for new, old in enumerate(order)}
    moves = []
    for number, old in enumerate(order):
        hop = state.hops[old]
        machine = ground.inventory.vms[hop.spec.vm]
        plan = resolve(ground.inventory, hop.spec)
        left = dict.fromkeys(disk.source for disk in plan.disks)
        if hop.spec.datastore not in ("", machine.home_datastore):
            left = {machine.home_datastore: None, **left}
        waits = {place[earlier] for earlier in hop.after} | ({number - 1} if alone and number else set())
        moves.append(
            Move(
                spec=hop.spec,
                source=machine.host,
                from_datastores=tuple(left),
                to_datastores=targets_of(machine, hop.spec),
                type=migration_type(ground.inventory, hop.spec),
                after=tuple(sorted(waits)),
                makes_room=hop.makes_room,
            )
        )
    return moves


def _in_order(ground: Ground, hops: Sequence[Hop]) -> list[int]:
    """The longest first, but what makes room before all others; nobody waits for a later one."""
    sizes = [sum(ground.arriving(hop.spec).values()) for hop in hops]
    return sorted(range(len(hops)), key=lambda k: (not hops[k].makes_room, not hops[k].after, -sizes[k], k))


def _undone(plan: Plan) -> int:
    return len(plan.unplaceable) + sum(move.outcome != "completed" for move in plan.moves)


def _serves(objective: Objective, plan: Plan) -> tuple[float, ...]:
    """How well a plan serves an objective, less is better; small differences of time do not count."""
    undone, first, *_ = _SCORES[objective](plan)
    return undone, round(first, 1 if objective in ("time", "downtime") else 3)


_SCORES: dict[str, Callable[[Plan], tuple[float, ...]]] = {
    "time": lambda plan: (_undone(plan), plan.makespan_s, plan.downtime_s),
    "downtime": lambda plan: (_undone(plan), plan.downtime_s, plan.makespan_s),
    "balance": lambda plan: (_undone(plan), plan.imbalance, plan.makespan_s),
    "moves": lambda plan: (_undone(plan), len(plan.moves), plan.makespan_s),
}
