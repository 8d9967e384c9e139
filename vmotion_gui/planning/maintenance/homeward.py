"""The way home: VMs back to the hosts that they left, in an order in which each finds room when its turn comes.

That is where evacuations by hand fail: the host is back, and VMs that were started elsewhere meanwhile, or the order,
leave no room. The engine plays the moves, so that an order that is told is one that works.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.ordering import ordered
from vmotion_gui.planning.maintenance.plan import Move, Options, Plan
from vmotion_gui.planning.maintenance.planner import as_moves
from vmotion_gui.planning.maintenance.prediction import Watch, predicted
from vmotion_gui.planning.maintenance.sequence import sequence
from vmotion_gui.simulation.engine import Checkpoint, Engine


def homeward(
    engine: Engine,
    checker: Checker,
    homes: Mapping[str, str],
    options: Options,
    *,
    about: Collection[str] = (),
    on_progress: Watch | None = None,
) -> tuple[Move, ...]:
    """Moves of VMs to their homes (VM -> host), played on by `engine`; none if no order works.

    `about`: the hosts that may take part, the emptied ones' clusters if none are named.
    """
    ground = Ground(checker, (), options, about=about)
    target = ground.at.copy()
    for vm, host in homes.items():
        if vm in ground.number and host in ground.row:
            target[ground.number[vm]] = ground.row[host]
    way = sequence(ground, target)
    return () if way is None else predicted(engine, as_moves(ground, ordered(ground, way[0])), on_progress)


def plan_home(moment: Checkpoint, homes: Mapping[str, str], options: Options | None = None) -> Plan:
    """A plan that brings VMs home, from this moment on; without moves if no order works, or all are home."""
    engine = Engine.restore(moment)
    inventory = engine.inventory
    there = {vm: host for vm, host in homes.items() if vm in inventory.vms and host in inventory.hosts}
    wanted = {vm: host for vm, host in there.items() if inventory.vms[vm].host != host}
    clusters = {inventory.hosts[host].cluster for host in wanted.values()}
    clusters |= {inventory.hosts[inventory.vms[vm].host].cluster for vm in wanted}
    about = [id_ for id_, host in inventory.hosts.items() if host.cluster in clusters]
    options = options or Options()
    moves = homeward(engine, Checker(inventory), wanted, options, about=about) if wanted else ()
    makespan_s = max((move.end_s for move in moves), default=0.0)
    return Plan(hosts=(), objective=options.objective, moves=moves, makespan_s=makespan_s)
