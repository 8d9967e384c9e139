"""After maintenance every VM comes home, in an order in which each finds room; the engine has played it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.planning.maintenance.estates import estate, start, vm
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.planning.maintenance.homeward import plan_home
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.simulation.engine import Checkpoint, Engine


def played(moment: Checkpoint, plan: Plan) -> Engine:
    """The engine after the plan's moves, each begun when what it waits for has ended."""
    engine = Engine.restore(moment)
    for move in plan.moves:
        engine.submit(Migrate(spec=move.spec))
        engine.play(float("inf"), 1_000_000)
    return engine


@given(st.lists(st.sampled_from((4.0, 8.0, 12.0)), min_size=1, max_size=6), st.sampled_from((24, 32, 64)))
def test_all_come_home_again(reserved: list[float], gib: int) -> None:
    vms = [vm(n, n % 3, reserved_gib=size, memory_gib=16) for n, size in enumerate(reserved)]
    inventory = estate((gib, gib, gib), vms)
    forth = plan_maintenance(start(inventory), ["host-0"])
    if not forth.possible:
        return
    away = played(start(inventory), forth)
    homes = {id_: one.host for id_, one in inventory.vms.items()}
    back = plan_home(away.checkpoint(), homes)
    home = played(away.checkpoint(), back)
    assert {id_: one.host for id_, one in home.inventory.vms.items()} == homes
    assert all(move.outcome == "completed" for move in back.moves)


def test_who_is_at_home_stays_and_what_is_gone_is_left_out() -> None:
    moment = start(estate((64, 64), [vm(0, 0)]))
    assert plan_home(moment, {"m0": "host-0", "gone": "host-1", "m1": "nowhere"}).moves == ()
