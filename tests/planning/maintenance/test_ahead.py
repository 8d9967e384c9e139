"""A plan played ahead ends where the engine ends, and shows the hosts that it is about."""

from __future__ import annotations

from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.commands import Migrate, TimedCommand
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.maintenance.ahead import estate_at, progress_at, stage_of, state_at
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.simulation.engine import Engine


def test_at_every_moment_it_is_where_the_engine_is() -> None:
    inventory = generate(6, 60, seed=3, clusters_of=6)
    moment = Engine(Lab(inventory=inventory)).checkpoint()
    plan = plan_maintenance(moment, ["host-1"])
    assert not any(move.after for move in plan.moves)
    commands = tuple(TimedCommand(time_s=0.0, command=Migrate(spec=move.spec)) for move in plan.moves)
    engine = Engine(Lab(inventory=inventory, commands=commands))
    for move in sorted(plan.moves, key=lambda move: move.end_s):
        engine.advance(move.end_s)
        ahead = estate_at(inventory, plan.moves, move.end_s)
        assert ahead.vms[move.spec.vm].host == engine.inventory.vms[move.spec.vm].host == move.spec.host
        middle_s = (move.start_s + move.end_s) / 2.0
        assert state_at(move, middle_s) == "running"
        assert 0.49 < progress_at(move, middle_s) < 0.51
    assert not [vm for vm in ahead.vms_on("host-1") if ahead.vms[vm].power_state == "poweredOn"]
    assert estate_at(inventory, plan.moves, 0.0).vms == inventory.vms


def test_a_small_cluster_is_shown_whole_and_of_a_large_one_what_moves() -> None:
    small = generate(6, 60, seed=3, clusters_of=6)
    plan = plan_maintenance(Engine(Lab(inventory=small)).checkpoint(), ["host-1"])
    assert set(stage_of(small, plan).hosts) == set(small.hosts)
    large = generate(40, 200, seed=3, clusters_of=20)
    plan = plan_maintenance(Engine(Lab(inventory=large)).checkpoint(), ["host-1"])
    stage = stage_of(large, plan)
    assert set(stage.hosts) == {"host-1", *(move.spec.host for move in plan.moves)}
    assert set(stage.clusters) == {large.hosts["host-1"].cluster}
    assert set(stage.vms) == {vm for host in stage.hosts for vm in large.vms_on(host)}
    moved = plan.moves[0].spec
    assert VmMoved(vm=moved.vm, host=moved.host).apply(stage).vms[moved.vm].host == moved.host
