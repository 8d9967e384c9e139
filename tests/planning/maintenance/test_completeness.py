"""On small estates the planner finds a way whenever there is one: held against trying everything."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.planning.maintenance.brute_force import World
from tests.planning.maintenance.estates import estate, start, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.chains import shortest_chain
from vmotion_gui.planning.maintenance.exact import best_target
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.plan import Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance


@st.composite
def tight_estates(draw: st.DrawFn, most_hosts: int = 4, most_vms: int = 6) -> Inventory:
    """Hosts of a few sizes, filled in the beginning, with some rules."""
    host_gib = draw(st.lists(st.sampled_from([16, 20, 24, 32]), min_size=2, max_size=most_hosts))
    free = [float(gib) for gib in host_gib]
    vms = []
    for _ in range(draw(st.integers(1, most_vms))):
        size = draw(st.sampled_from([2.0, 5.0, 7.0, 9.0, 11.0, 14.0]))
        able = [host for host, left in enumerate(free) if left > size + 0.5]
        if able:
            host = draw(st.sampled_from(able))
            free[host] -= size + 0.5
            vms.append(vm(len(vms), host, reserved_gib=size, memory_gib=size))
    ids = [machine.id for machine in vms]
    rules: list[e.ClusterRule] = []
    for number in range(draw(st.integers(0, 2)) if len(ids) > 1 else 0):
        members = tuple(draw(st.lists(st.sampled_from(ids), min_size=2, max_size=3, unique=True)))
        kind = draw(st.sampled_from(["apart", "together", "host"]))
        if kind == "apart":
            rules.append(e.VmAntiAffinityRule(name=f"rule {number}", vms=members))
        elif kind == "together":
            rules.append(e.VmAffinityRule(name=f"rule {number}", vms=members))
        else:
            hosts = draw(st.sets(st.integers(0, len(host_gib) - 1), min_size=1))
            named = tuple(f"host-{host}" for host in sorted(hosts))
            rules.append(e.VmHostRule(name=f"rule {number}", vms=members[:1], hosts=named, mandatory=True))
    return estate(host_gib, vms, rules)


def _ground(inventory: Inventory) -> Ground:
    return Ground(Checker(inventory), {"host-0"}, Options())


@given(tight_estates())
def test_a_chain_is_found_whenever_there_is_one_and_none_is_shorter(inventory: Inventory) -> None:
    least = World(inventory, ["host-0"]).shortest_chain()
    chain = shortest_chain(_ground(inventory))
    assert chain is not None
    assert (not chain.left) == (least is not None)
    assert least is None or len(chain.hops) == least


@given(tight_estates(most_hosts=4, most_vms=6))
def test_a_placement_is_found_whenever_there_is_one(inventory: Inventory) -> None:
    target = best_target(_ground(inventory))
    assert target is not None
    assert target.proven
    assert (not target.left) == World(inventory, ["host-0"]).placement_exists()


@given(tight_estates(most_hosts=6, most_vms=25))
def test_the_placement_of_a_larger_estate_breaks_nothing(inventory: Inventory) -> None:
    ground = _ground(inventory)
    target = best_target(ground)
    assert target is not None
    at = dict(zip(ground.vms, (ground.hosts[row] for row in target.at.tolist()), strict=True))
    stuck = {ground.vms[vm] for vm in target.left}
    assert stuck == {id_ for id_, host in at.items() if host == "host-0"}
    assert World(inventory, ["host-0"]).lawful(tuple(at[vm] for vm in inventory.vms)) or stuck


@given(tight_estates(most_hosts=4, most_vms=10))
def test_a_chain_of_a_larger_estate_works_move_by_move(inventory: Inventory) -> None:
    ground = _ground(inventory)
    chain, target = shortest_chain(ground), best_target(ground)
    assert chain is not None
    assert target is not None
    assert len(target.left) <= len(chain.left)
    state = Arrangement(ground)
    for vm_number, host in chain.hops:
        assert state.fits(vm_number)[host]
        state.move(vm_number, host)
    assert {vm_number for vm_number in ground.must_leave.tolist() if state.at[vm_number] == 0} == set(chain.left)


@given(tight_estates())
def test_a_plan_is_possible_whenever_a_chain_is(inventory: Inventory) -> None:
    plan = plan_maintenance(start(inventory), ["host-0"])
    assert plan.possible == (World(inventory, ["host-0"]).shortest_chain() is not None)


@given(tight_estates())
def test_the_fewest_moves_are_as_few_as_can_be(inventory: Inventory) -> None:
    least = World(inventory, ["host-0"]).shortest_chain()
    plan = plan_maintenance(start(inventory), ["host-0"], Options(objective="moves"))
    assert least is None or len(plan.moves) == least
