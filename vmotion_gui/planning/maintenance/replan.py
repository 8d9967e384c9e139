"""The rest of a plan, made anew in the middle of its run: a move has failed, a host has died, or all was paused.

What runs goes on and is counted on (`underway.py`). What only waits for its turn goes on waiting where the rest can be
planned around it; otherwise it is recalled and planned again with the rest.
"""

from __future__ import annotations

import functools
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence

import msgspec

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import CancelMigration
from vmotion_gui.messages import Message
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.maintenance.plan import Options, Plan
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.planning.maintenance.prediction import Watch
from vmotion_gui.simulation.engine import Checkpoint, Engine

MOST_TRIES = 3
"""How often a VM is tried in one run, before it is left to a person (as the engine's own maintenance task does)."""


_ELSEWHERE = Reason(
    rule="plan.place",
    fault="NoCompatibleHost",
    severity=Severity.ERROR,
    group="capacity",
    test_group="hostTests",
    text=Message(key=""),
    cure=Message(key=""),
)
"""Stands against a host that nobody wants; never told, as such a plan is taken only if it is complete."""


class Failure(msgspec.Struct, frozen=True, kw_only=True):
    """A migration that did not come to its end."""

    vm: str
    host: str
    """Where it should have gone: a host, or a datastore in a plan for those."""
    reason: Reason | None = None
    """None: cancelled, or refused without one."""


class Rest(msgspec.Struct, frozen=True, kw_only=True):
    """What is left to do."""

    plan: Plan
    """From the moment on: its times count from there. What runs already leads its moves."""
    recalled: tuple[str, ...] = ()
    """Queued migrations, by id, that the plan wants cancelled before it begins."""
    made_s: float = 0.0
    """The moment."""

    @property
    def complete(self) -> bool:
        """Whether all that still has to leave does so, as far as the plan itself can say: a migration that runs, and
        will fail, is not its fault."""
        fresh = self.plan.moves[len(self.plan.under_way) :]
        waits = {k for k in range(len(self.plan.under_way)) if self.plan.moves[k].outcome != "completed"}
        undone = [move for move in fresh if move.outcome != "completed" and not waits.intersection(move.after)]
        return not undone and not self.plan.unplaceable and not self.plan.obstacles


def plan_rest(
    moment: Checkpoint,
    hosts: Collection[str],
    options: Options | StoreOptions | None = None,
    failures: Sequence[Failure] = (),
    *,
    closed: Collection[str] = (),
    recallable: Collection[str] = (),
    wanted: Mapping[str, str] | None = None,
    on_progress: Watch | None = None,
    planner: Callable[..., Plan] = plan_maintenance,
    places: Collection[str] | None = None,
) -> Rest:
    """A plan for all that still runs on `hosts` at this moment.

    A VM goes to no host where it has failed, unless it could go nowhere else; after `MOST_TRIES` failures it stays.
    `recallable`: queued migrations, by id, that may be planned anew with the rest; they keep their destinations if they
    come there and all can leave then. `wanted`: VM -> the host that it was to go to so far, perhaps because a person
    wanted it; kept if all can leave then. `planner` makes the plans, for moves between `places` (all hosts).
    Otherwise as `plan_maintenance`.
    """
    places = moment.state.inventory.hosts if places is None else places
    queued = tuple(id_ for id_ in recallable if id_ in moment.state.active)
    tried: list[Rest] = []
    recalled: tuple[str, ...] = ()
    while True:
        at = _without(moment, recalled)
        plan_with = functools.partial(planner, at, hosts, options, closed=closed, on_progress=on_progress)
        plan = plan_with(banned=_known(places, failures, wanted or {}))
        if plan.unplaceable or not wanted:
            plan = _planned(plan_with, places, failures)
        tried.append(Rest(plan=plan, recalled=recalled, made_s=moment.now_s))
        doomed = _doomed(plan, queued)
        if len(recalled) == len(queued) or (tried[-1].complete and not doomed):
            return min(tried, key=lambda rest: (_undone(rest.plan), len(rest.recalled)))
        # first those alone that would fail where they go, then all
        recalled = doomed if doomed and not recalled else queued


def _doomed(plan: Plan, queued: Collection[str]) -> tuple[str, ...]:
    """Queued migrations that will fail, as one whose destination has died."""
    flights = zip(plan.under_way, plan.moves, strict=False)
    return tuple(id_ for id_, move in flights if id_ in queued and move.outcome != "completed")


def _undone(plan: Plan) -> int:
    return len(plan.unplaceable) + len(plan.obstacles) + sum(move.outcome != "completed" for move in plan.moves)


def _without(moment: Checkpoint, ids: Sequence[str]) -> Checkpoint:
    if not ids:
        return moment
    engine = Engine.restore(moment)
    for id_ in ids:
        engine.submit(CancelMigration(migration=id_), initiator="plan")
    return engine.checkpoint()


def _planned(plan_with: Callable[..., Plan], places: Collection[str], failures: Sequence[Failure]) -> Plan:
    tries = Counter(one.vm for one in failures)
    known = _known(places, failures, {})
    plan = plan_with(banned=known)
    again = {item.vm for item in plan.unplaceable if 0 < tries[item.vm] < MOST_TRIES}
    if not again:
        return plan
    fewer = {pair: reason for pair, reason in known.items() if pair[0] not in again}
    other = plan_with(banned=fewer)
    return min(plan, other, key=lambda one: len(one.unplaceable))


def _known(
    places: Collection[str], failures: Sequence[Failure], wanted: Mapping[str, str]
) -> dict[tuple[str, str], Reason]:
    """(VM, place) that are not to be tried, and why."""
    tries = Counter(one.vm for one in failures)
    known = {(one.vm, one.host): one.reason for one in failures if one.reason is not None}
    for (vm, _), reason in list(known.items()):
        if tries[vm] >= MOST_TRIES:
            known |= {(vm, host): reason for host in places if (vm, host) not in known}
    for vm, target in wanted.items():
        if (vm, target) not in known:
            others = {(vm, host): _ELSEWHERE for host in places if host != target}
            known = others | known
    return known
