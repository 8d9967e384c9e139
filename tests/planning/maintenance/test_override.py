"""A person changes a plan: what breaks nothing is done and estimated anew, what does is refused in words."""

from __future__ import annotations

import contextlib

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.maintenance.estates import estate, start, vm
from tests.planning.maintenance.test_hard_constraints import check, varied
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.override import RefusedError, Wish, changed
from vmotion_gui.planning.maintenance.plan import Options, Plan
from vmotion_gui.planning.maintenance.planner import plan_maintenance


def planned(inventory: Inventory, options: Options | None = None) -> Plan:
    return plan_maintenance(start(inventory), ["host-0"], options)


def wished(inventory: Inventory, plan: Plan, **wish: object) -> Plan:
    return changed(start(inventory), plan, Options(), Wish(**wish))  # type: ignore[arg-type]


def refused(inventory: Inventory, plan: Plan, **wish: object) -> list[str]:
    with pytest.raises(RefusedError) as caught:
        wished(inventory, plan, **wish)
    return [reason.key for reason in caught.value.reasons]


def other_host(plan: Plan, index: int) -> str:
    return next(one.host for one in plan.loads if one.host not in (plan.moves[index].spec.host, *plan.hosts))


def test_another_destination_changes_that_move_and_the_figures() -> None:
    inventory = estate([64.0] * 4, [vm(n, 0) for n in range(6)])
    plan = planned(inventory)
    host = other_host(plan, 2)
    other = wished(inventory, plan, move=2, host=host)
    assert other.moves[2].spec.host == host
    assert [move.spec for k, move in enumerate(other.moves) if k != 2] == [
        move.spec for k, move in enumerate(plan.moves) if k != 2
    ]
    before, after = ({one.host: one.after.memory for one in each.loads} for each in (plan, other))
    assert after[host] > before[host]
    assert other.possible


def test_a_bar_dragged_later_begins_after_what_has_ended_by_then_and_back_again_at_once() -> None:
    inventory = estate([64.0] * 4, [vm(n, 0) for n in range(3)])
    plan = planned(inventory)
    assert {move.start_s for move in plan.moves} == {0.0}
    late = wished(inventory, plan, move=0, begin_s=plan.makespan_s + 1.0)
    moved = next(move for move in late.moves if move.spec.vm == plan.moves[0].spec.vm)
    assert moved.after
    assert moved.start_s == max(late.moves[k].end_s for k in moved.after) > 0.0
    index = late.moves.index(moved)
    again = wished(inventory, late, move=index, begin_s=0.0)
    assert {move.start_s for move in again.moves} == {0.0}


def test_what_waits_by_the_objective_goes_on_waiting() -> None:
    inventory = estate([64.0] * 4, [vm(n, 0) for n in range(4)])
    plan = planned(inventory, Options(objective="downtime"))
    if not any(move.after for move in plan.moves):
        moves = [plan.moves[0], *(msgspec.structs.replace(m, after=(k,)) for k, m in enumerate(plan.moves[1:]))]
        plan = msgspec.structs.replace(plan, moves=tuple(moves))
    other = wished(inventory, plan, move=1, host=other_host(plan, 1))
    assert [move.after for move in other.moves] == [move.after for move in plan.moves]


def test_no_room_no_way_and_no_rule_broken() -> None:
    vms = [vm(0, 0, reserved_gib=12.0, memory_gib=12.0), vm(1, 0), vm(2, 2)]
    rule = e.VmAntiAffinityRule(name="apart", vms=("m1", "m2"))
    inventory = estate([64.0, 64.0, 10.0], vms, [rule])
    plan = planned(inventory)
    big = next(k for k, move in enumerate(plan.moves) if move.spec.vm == "m0")
    small = 1 - big
    assert refused(inventory, plan, move=big, host="host-2")[-1] == "rule.cap.memory.text"
    assert refused(inventory, plan, move=big, host="host-0") == ["evacuation.refused.emptied"]
    assert any("rule.separate" in key for key in refused(inventory, plan, move=small, host="host-2"))


def test_a_group_that_stays_together_goes_together() -> None:
    rule = e.VmAffinityRule(name="pair", vms=("m0", "m1"))
    inventory = estate([64.0] * 3, [vm(0, 0), vm(1, 0), vm(2, 0)], [rule])
    plan = planned(inventory)
    index = next(k for k, move in enumerate(plan.moves) if move.spec.vm == "m0")
    host = other_host(plan, index)
    other = wished(inventory, plan, move=index, host=host)
    assert {move.spec.host for move in other.moves if move.spec.vm in rule.vms} == {host}


@settings(max_examples=15)
@given(st.integers(0, 10**6), st.data())
def test_no_wish_breaks_a_hard_constraint(seed: int, data: st.DataObject) -> None:
    inventory = varied(seed, 5, 25)
    plan = plan_maintenance(start(inventory), [data.draw(st.sampled_from(list(inventory.hosts)))])
    for _ in range(3):
        if not plan.moves:
            return
        move = data.draw(st.integers(0, len(plan.moves) - 1))
        wish = data.draw(
            st.one_of(
                st.builds(Wish, move=st.just(move), host=st.sampled_from(list(inventory.hosts))),
                st.builds(Wish, move=st.just(move), begin_s=st.floats(0.0, plan.makespan_s * 1.1)),
            )
        )
        with contextlib.suppress(RefusedError):
            plan = changed(start(inventory), plan, Options(), wish)
        check(inventory, plan)
