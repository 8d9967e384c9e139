"""A person's own changes of a plan for datastores: another destination for a VM's files, or another turn. Checked as
the planner's own moves are, and tried by the engine."""

from __future__ import annotations

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.datastores.arrangement import Arrangement, Hop
from vmotion_gui.planning.datastores.ground import Ground
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.spaces import store_spaces
from vmotion_gui.planning.maintenance.override import RefusedError, Wish, order_of, wished_after
from vmotion_gui.planning.maintenance.plan import Move, Plan
from vmotion_gui.planning.maintenance.prediction import Watch, predicted
from vmotion_gui.simulation.engine import Checkpoint, Engine
from vmotion_gui.simulation.tasks.store_files import relocation, targets_of


def changed_stores(
    moment: Checkpoint, plan: Plan, options: StoreOptions, wish: Wish, *, on_progress: Watch | None = None
) -> Plan:
    """The plan with a wish fulfilled (`Wish.host` names a datastore), and with the figures that follow. `moment`: for
    which it was made.

    RefusedError where that breaks a constraint.
    """
    ground = Ground(Checker(moment.state.inventory), plan.datastores, options)
    wanted = _redirected(ground, plan, wish)
    order = order_of(plan, wish)
    place = {index: number for number, index in enumerate(order)}
    asked = []
    for number, index in enumerate(order):
        after = {*wanted[index].after, *(wished_after(plan, wish) if index == wish.move else ())}
        kept = {place[earlier] for earlier in after if place[earlier] < number}
        asked.append(msgspec.structs.replace(wanted[index], after=tuple(sorted(kept))))
    moves = predicted(Engine.restore(moment), asked, on_progress)
    faults = [move.fault.text for move in moves if move.fault is not None]
    if faults:
        raise RefusedError(faults)
    return msgspec.structs.replace(
        plan,
        moves=moves,
        spaces=store_spaces(ground, moves),
        makespan_s=max((move.end_s for move in moves), default=0.0),
    )


def _redirected(ground: Ground, plan: Plan, wish: Wish) -> list[Move]:
    """The plan's moves, one of them to the datastore that is wanted."""
    moves = list(plan.moves)
    if not wish.host:
        return moves
    move = moves[wish.move]
    vm = ground.inventory.vms[move.spec.vm]
    names = {"vm": vm.name, "datastore": ground.inventory.datastores[wish.host].name}
    if wish.host in ground.leaving:
        raise RefusedError([message("evacuation.refused.emptiedStore", **names)])
    if wish.host not in ground.reachable(vm):
        raise RefusedError([message("evacuation.refused.otherPod", **names)])
    spec = relocation(vm, move.from_datastores if move.makes_room else ground.leaving, wish.host)
    against: list[Message] = [reason.text for reason in ground.against(spec, wish.host)]
    if against:
        raise RefusedError(against)
    moves[wish.move] = msgspec.structs.replace(move, spec=spec, to_datastores=targets_of(vm, spec))
    state = Arrangement(ground)
    for one in moves:
        state.put(Hop(one.spec))
    column = ground.column[wish.host]
    if state.free_bytes[column] < 0.0:
        lacking = {"lacking": -float(state.free_bytes[column]), **names}
        raise RefusedError([message("evacuation.refused.space", **lacking)])
    return moves
