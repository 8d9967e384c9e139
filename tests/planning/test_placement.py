"""Several VMs dropped on a place with several hosts: each finds its own, and is told why."""

from __future__ import annotations

from collections import Counter

import msgspec
import pytest

from tests.planning.maintenance.estates import GIB, estate, vm
from vmotion_gui import resources
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Workload, WorkloadPhase
from vmotion_gui.planning.building.templates import TEMPLATES
from vmotion_gui.planning.candidates import ComputeCandidates
from vmotion_gui.planning.choices import Wish, wizard_helps
from vmotion_gui.planning.drop import DropPlan, drop_steps, plan_drop
from vmotion_gui.planning.placement import host_load
from vmotion_gui.simulation.engine import Engine


def dropped(inventory: Inventory, vms: list[str], target: str = "cluster-0", **more: bool) -> DropPlan:
    return plan_drop(Checker(inventory), vms, target, **more)


def hosts(plan: DropPlan) -> dict[str, str]:
    return {move.spec.vm: move.spec.host for move in plan.possible}


def keys(plan: DropPlan) -> dict[str, str]:
    return {move.spec.vm: move.choice.key for move in plan.moves if move.choice is not None}


def test_vms_are_spread_since_those_placed_before_count() -> None:
    inventory = estate([64] * 4, [vm(n, 0, memory_gib=8.0) for n in range(6)])
    plan = dropped(inventory, [f"m{n}" for n in range(6)])
    assert Counter(hosts(plan).values()) == {"host-1": 2, "host-2": 2, "host-3": 2}
    assert plan.choice is not None
    assert plan.choice.key == "drop.hostsChosen"
    assert set(keys(plan).values()) == {"drop.why.least"}


def test_a_processor_that_is_full_counts_as_memory_does() -> None:
    busy = Workload(phases=(WorkloadPhase(cpu_load=1.0),))
    hot = vm(7, 1, memory_gib=1.0, reserved_gib=0.5, cpus=30, workload=busy)
    inventory = estate([64] * 3, [vm(9, 0), vm(8, 2, memory_gib=16.0), hot])
    assert hosts(dropped(inventory, ["m9"])) == {"m9": "host-2"}


def test_what_does_not_fit_beside_the_others_goes_elsewhere_or_stays() -> None:
    inventory = estate([256, 16, 16], [vm(n, 0, memory_gib=12.0, reserved_gib=9.0) for n in range(3)])
    plan = dropped(inventory, ["m0", "m1", "m2"])
    assert hosts(plan) == {"m0": "host-1", "m1": "host-2"}
    (left,) = [move for move in plan.moves if not move.verdict.possible]
    assert left.choice is not None
    assert left.choice.key == "drop.why.none"
    assert "cap.memory" in {reason.rule for reason in left.verdict.reasons if reason.severity is Severity.ERROR}


def test_large_ones_are_placed_first_and_told_in_the_order_of_the_drop() -> None:
    inventory = estate(
        [256, 20, 10], [vm(0, 0, memory_gib=8, reserved_gib=8), vm(1, 0, memory_gib=16, reserved_gib=16)]
    )
    plan = dropped(inventory, ["m0", "m1"])
    assert [move.spec.vm for move in plan.moves] == ["m0", "m1"]
    assert hosts(plan) == {"m0": "host-2", "m1": "host-1"}
    assert keys(plan)["m1"] == "drop.why.only"


def test_rules_hold_between_vms_that_move_together() -> None:
    apart = e.VmAntiAffinityRule(name="pair", vms=("m0", "m1"))
    inventory = estate([256, 64, 512], [vm(0, 0), vm(1, 0)], [apart])
    plan = dropped(inventory, ["m0", "m1"])
    assert sorted(hosts(plan).values()) == ["host-1", "host-2"]
    (told,) = [m.choice for m in plan.moves if m.choice is not None and m.choice.key == "drop.why.but"]
    assert told.args["host"] == inventory.hosts["host-2"].name
    together = e.VmAffinityRule(name="pair", vms=("m0", "m1"))
    kept = dropped(estate([256, 64, 64], [vm(0, 0), vm(1, 0)], [together]), ["m0", "m1"])
    assert len(set(hosts(kept).values())) == 1


def test_a_host_that_may_not_is_never_chosen() -> None:
    inventory = estate([64] * 4, [vm(n, 0) for n in range(4)])
    closed = msgspec.structs.replace(inventory.hosts["host-2"], maintenance_state="inMaintenance")
    plan = dropped(inventory.with_entities([closed]), [f"m{n}" for n in range(4)])
    assert set(hosts(plan).values()) == {"host-1", "host-3"}


def test_nobody_able_refuses_the_drop() -> None:
    plan = dropped(estate([64, 4], [vm(0, 0, reserved_gib=8)]), ["m0"])
    assert plan.refusal is not None
    assert plan.refusal.key == "drop.noHost"
    assert not plan.moves


def test_a_vm_whose_own_host_is_the_only_one_stays() -> None:
    assert dropped(estate([64], [vm(0, 0)]), ["m0"]).refusal is not None


def test_vms_on_one_host_are_judged_one_after_the_other_too() -> None:
    inventory = estate([256, 16], [vm(n, 0, memory_gib=12.0, reserved_gib=9.0) for n in range(2)])
    plan = dropped(inventory, ["m0", "m1"], "host-1")
    assert [move.verdict.possible for move in plan.moves] == [True, False]


def test_a_datastore_takes_only_what_fits_after_those_before() -> None:
    small = e.Datastore(
        id="small", name="small", datacenter="datacenter-0", capacity_bytes=100 * GIB, free_bytes=50 * GIB
    )
    inventory = estate([64], [vm(n, 0) for n in range(3)], extra=[small])
    host = inventory.hosts["host-0"]
    mounted = msgspec.structs.replace(host, mounts=(*host.mounts, e.DatastoreMount(datastore="small")))
    plan = dropped(inventory.with_entities([mounted]), ["m0", "m1", "m2"], "small")
    assert [move.verdict.possible for move in plan.moves] == [True, True, False]


def test_the_work_is_done_in_steps_that_tell_how_far_it_is() -> None:
    inventory = estate([64] * 4, [vm(n, 0) for n in range(4)])
    shares = list(drop_steps(Checker(inventory), [f"m{n}" for n in range(4)], "cluster-0"))
    assert shares == [0.25, 0.5, 0.75, 1.0]


@pytest.fixture(scope="module")
def two_vcenters() -> Inventory:
    return load(resources.path("labs/demo.json")).inventory


def test_what_is_planned_for_many_is_what_the_engine_does(two_vcenters: Inventory) -> None:
    vms = [id_ for id_, one in two_vcenters.vms.items() if two_vcenters.hosts[one.host].cluster == "cluster-prod"][:8]
    plan = plan_drop(Checker(two_vcenters), vms, "cluster-prod")
    chosen = hosts(plan)
    assert len(set(chosen.values())) > 1
    engine = Engine(Lab(inventory=two_vcenters))
    for move in plan.possible:
        engine.submit(Migrate(spec=move.spec))
    engine.advance(1e5)
    assert {vm: engine.inventory.vms[vm].host for vm in chosen} == chosen
    for host in set(chosen.values()):
        assert host_load(engine.inventory, engine.inventory.hosts[host]).memory_share < 1.0


def test_in_another_vcenter_each_vm_finds_a_host_and_a_datastore_there() -> None:
    inventory = TEMPLATES["twoVCenters"]()
    vms = list(inventory.vms)[:2]
    for target in ("datacenter-2", "vcenter-2"):
        plan = plan_drop(Checker(inventory), vms, target)
        assert len(plan.possible) == 2
        assert {inventory.hosts[move.spec.host].datacenter for move in plan.moves} == {"datacenter-2"}
        assert len({move.spec.host for move in plan.moves}) == 2
        assert all(move.spec.datastore and move.verdict.cross_vcenter for move in plan.moves)
    here = inventory.hosts[inventory.vms[vms[0]].host].datacenter
    own = plan_drop(Checker(inventory), vms, here)
    assert own.refusal is not None
    assert own.refusal.key == "drop.noPlace"


def test_where_something_must_be_chosen_first_the_wizard_asks_for_it(two_vcenters: Inventory) -> None:
    plan = plan_drop(Checker(two_vcenters), ["vm-web-01", "vm-web-02"], "vcenter-dr")
    assert plan.refusal is not None
    assert wizard_helps(plan, two_vcenters)


def test_the_wizard_places_as_a_drop_does(two_vcenters: Inventory) -> None:
    vms = [id_ for id_, one in two_vcenters.vms.items() if two_vcenters.hosts[one.host].cluster == "cluster-prod"][:8]
    checker = Checker(two_vcenters)
    wish = Wish(vms=tuple(vms), target="cluster-prod")
    assert ComputeCandidates(checker, wish).place("cluster-prod").hosts == hosts(
        plan_drop(checker, vms, "cluster-prod")
    )
