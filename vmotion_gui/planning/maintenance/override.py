"""A person's own changes of a plan: another destination for a VM, or another turn. Checked as the planner's own moves
are, and tried by the engine."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.greedy import Hop
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.loading import host_loads
from vmotion_gui.planning.maintenance.ordering import Step, dependencies
from vmotion_gui.planning.maintenance.plan import Options, Plan
from vmotion_gui.planning.maintenance.planner import as_moves
from vmotion_gui.planning.maintenance.prediction import Watch, predicted
from vmotion_gui.simulation.engine import Checkpoint, Engine

_RULES = frozenset(("rule.separate", "rule.together"))
"""A person may break them, a plan does not."""
_TOLERANCE_S = 0.5


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What is to be otherwise about one move of a plan."""

    move: int
    host: str = ""
    """Another destination, a datastore in a plan for those. VMs that a rule keeps with this one go there, too."""
    begin_s: float | None = None
    """When it is to begin at the earliest: after the last move that has ended by then, and before those that begin
    later."""


class RefusedError(Exception):
    """A wish would break what the plan holds to; `reasons` say what."""

    def __init__(self, reasons: Iterable[Message]) -> None:
        super().__init__()
        self.reasons = tuple(reasons)

    def __reduce__(self) -> tuple[type[RefusedError], tuple[tuple[Message, ...]]]:
        return RefusedError, (self.reasons,)


def changed(moment: Checkpoint, plan: Plan, options: Options, wish: Wish, *, on_progress: Watch | None = None) -> Plan:
    """The plan with a wish fulfilled, and with the figures that follow. `moment`: for which it was made.

    RefusedError where that breaks a constraint at any moment of the plan.
    """
    ground = Ground(Checker(moment.state.inventory), frozenset(plan.hosts), options)
    order = order_of(plan, wish)
    hosts = _hosts(ground, plan, wish)
    hops = [(ground.number[plan.moves[index].spec.vm], hosts[index]) for index in order]
    _check(ground, hops)
    steps = _steps(ground, plan, order, hops, wish)
    moves = predicted(Engine.restore(moment), as_moves(ground, steps), on_progress)
    faults = [move.fault.text for move in moves if move.fault is not None]
    if faults:
        raise RefusedError(faults)
    return msgspec.structs.replace(
        plan,
        moves=moves,
        loads=host_loads(ground, moves),
        makespan_s=max((move.end_s for move in moves), default=0.0),
    )


def order_of(plan: Plan, wish: Wish) -> list[int]:
    """The plan's moves in the order in which they are asked for."""
    order = list(range(len(plan.moves)))
    if wish.begin_s is None:
        return order
    order.remove(wish.move)
    earlier = [index for index in order if plan.moves[index].start_s < wish.begin_s - _TOLERANCE_S]
    place = max((order.index(index) + 1 for index in earlier), default=0)
    order.insert(place, wish.move)
    return order


def _hosts(ground: Ground, plan: Plan, wish: Wish) -> list[int]:
    """Where each move of the plan goes."""
    hosts = [ground.row[move.spec.host] for move in plan.moves]
    if not wish.host:
        return hosts
    name = {"host": ground.inventory.hosts[wish.host].name, "vm": ""}
    moved = plan.moves[wish.move]
    vm = ground.number[moved.spec.vm]
    name["vm"] = ground.machine(vm).name
    if wish.host in plan.hosts:
        raise RefusedError([message("evacuation.refused.emptied", **name)])
    if wish.host not in ground.row:
        raise RefusedError([message("evacuation.refused.cluster", **name)])
    group = {vm, *(other for number in ground.group_of.get(vm, ()) for other in ground.together[number])}
    for index, move in enumerate(plan.moves):
        if index == wish.move or (ground.number[move.spec.vm] in group and move.spec.host == moved.spec.host):
            hosts[index] = ground.row[wish.host]
    return hosts


def _check(ground: Ground, hops: Sequence[Hop]) -> None:
    """Each move one after the other, then the groups that stay together."""
    state = Arrangement(ground)
    for vm, host in hops:
        if not state.fits(vm)[host]:
            raise RefusedError(_reasons(ground, state, vm, host))
        state.move(vm, host)
    for members in ground.together:
        together = len({int(ground.at[vm]) for vm in members}) == 1
        if together and len({int(state.at[vm]) for vm in members}) > 1:
            moved = next(vm for vm in members if state.at[vm] != ground.at[vm])
            names = ", ".join(ground.machine(vm).name for vm in members)
            raise RefusedError([message("evacuation.refused.together", vm=ground.machine(moved).name, vms=names)])


def _reasons(ground: Ground, state: Arrangement, vm: int, host: int) -> list[Message]:
    """Why a VM cannot go to a host when its turn comes."""
    inventory = ground.inventory
    for other, at in enumerate(state.at.tolist()):
        if at != ground.at[other]:
            inventory = VmMoved(vm=ground.vms[other], host=ground.hosts[at]).apply(inventory)
    spec = MigrationSpec(
        vm=ground.vms[vm],
        host=ground.hosts[host],
        datastore=ground.stores.get((vm, host), ""),
        state=ground.machine(vm).power_state,
    )
    verdict = Checker.for_inventory(inventory, previous=ground.checker).check(spec)
    against = [reason for reason in verdict.reasons if _counts(reason)]
    names = {"vm": ground.machine(vm).name, "host": inventory.hosts[ground.hosts[host]].name}
    return [reason.text for reason in against] or [message("evacuation.refused.turn", **names)]


def _counts(reason: Reason) -> bool:
    return reason.severity is Severity.ERROR or reason.rule in _RULES


def _steps(ground: Ground, plan: Plan, order: Sequence[int], hops: Sequence[Hop], wish: Wish) -> list[Step]:
    """With what each waits for: what makes its room, and what it waited for without need, by the objective or by an
    earlier wish."""
    sources, waits = dependencies(ground, hops)
    before = [(ground.number[move.spec.vm], ground.row[move.spec.host]) for move in plan.moves]
    _, needed = dependencies(ground, before)
    place = {index: number for number, index in enumerate(order)}
    steps = []
    for number, index in enumerate(order):
        extra: Collection[int] = set(plan.moves[index].after) - needed[index]
        if index == wish.move and wish.begin_s is not None:
            extra = wished_after(plan, wish)
        kept = {place[other] for other in extra if place[other] < number}
        vm, host = hops[number]
        steps.append(Step(vm, sources[number], host, tuple(sorted(waits[number] | kept))))
    return steps


def wished_after(plan: Plan, wish: Wish) -> set[int]:
    """The move after which one begins that is to begin later than it does; none for one that is to begin earlier."""
    index, begin_s = wish.move, wish.begin_s
    if begin_s is None:
        return set()
    move = plan.moves[index]
    ended = [k for k, one in enumerate(plan.moves) if k != index and one.end_s <= begin_s + _TOLERANCE_S]
    if begin_s <= move.start_s or not ended:
        return set()
    return {max(ended, key=lambda k: plan.moves[k].end_s)}
