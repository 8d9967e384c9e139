"""DRS moves what rules demand and what is worth its cost, and leaves a quiet cluster alone."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.maintenance.estates import estate, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.workload import Workload, WorkloadPhase
from vmotion_gui.planning.drs.cost import MoveCost
from vmotion_gui.planning.drs.recommend import DrsResult, run_drs


def busy(number: int, host: int, cpus: int = 4, load: float = 1.0, **more: object) -> e.VirtualMachine:
    """A VM that keeps some vCPUs busy and reserves nothing."""
    workload = Workload(phases=(WorkloadPhase(cpu_load=load),))
    return vm(number, host, reserved_gib=0.0, cpus=cpus, workload=workload, **more)


def crowded(count: int = 12, rules: Sequence[e.ClusterRule] = ()) -> Inventory:
    """Three hosts of 32 cores; all VMs on the first."""
    return estate([256, 256, 256], [busy(number, 0) for number in range(count)], rules)


def drs(inventory: Inventory, **more: object) -> DrsResult:
    return run_drs(Checker(inventory), "cluster-0", **more)  # type: ignore[arg-type]  # keyword arguments of run_drs


def with_drs(inventory: Inventory, **fields: object) -> Inventory:
    cluster = inventory.clusters["cluster-0"]
    config = msgspec.structs.replace(cluster.drs, **fields)
    return inventory.with_entities([msgspec.structs.replace(cluster, drs=config)])


def applied(inventory: Inventory, result: DrsResult) -> Inventory:
    moved = [msgspec.structs.replace(inventory.vms[r.vm], host=r.destination) for r in result.recommendations]
    return inventory.with_entities(moved)


def test_an_overcommitted_host_is_relieved_and_score_and_imbalance_get_better() -> None:
    result = drs(crowded())
    assert result.before.hosts[0].cpu == pytest.approx(1.5)
    assert result.before.score < 2 / 3
    assert result.after.score > 0.95
    assert result.after.cpu_imbalance < result.before.cpu_imbalance / 2
    assert {move.source for move in result.recommendations} == {"host-0"}
    assert {move.destination for move in result.recommendations} == {"host-1", "host-2"}
    assert result.recommendations[0].priority == 2
    assert result.recommendations[0].reason == "fairnessCpuAvg"
    assert all(move.gain_vms > move.cost_vms for move in result.recommendations)


def test_figures_after_are_those_of_the_estate_with_the_moves_done() -> None:
    inventory = crowded()
    result = drs(inventory)
    again = drs(applied(inventory, result))
    assert again.before.score == pytest.approx(result.after.score)
    assert again.before.cpu_imbalance == pytest.approx(result.after.cpu_imbalance)


def test_a_balanced_cluster_is_left_alone() -> None:
    inventory = estate([256] * 3, [busy(number, number % 3) for number in range(12)])
    assert drs(inventory, threshold=5).recommendations == ()


def test_a_higher_threshold_never_recommends_less() -> None:
    inventory = estate([256] * 3, [busy(number, min(number // 5, 2)) for number in range(12)])
    counts = [len(drs(inventory, threshold=level).recommendations) for level in (1, 2, 3, 4, 5)]
    assert counts[0] == 0
    assert counts == sorted(counts)
    assert counts[-1] > 0


def test_a_move_that_costs_more_than_it_wins_is_not_recommended() -> None:
    dear = MoveCost(duration_s=4000.0, downtime_s=1.0, guest_slowdown=1.0)
    assert drs(crowded()).recommendations
    assert drs(crowded(), predict=lambda _spec: dear).recommendations == ()


def test_a_move_that_would_not_complete_is_not_recommended() -> None:
    stuck = MoveCost(duration_s=1.0, downtime_s=0.0, guest_slowdown=0.0, completes=False)
    assert drs(crowded(), predict=lambda _spec: stuck).recommendations == ()


def test_memory_is_balanced_too_and_named() -> None:
    inventory = estate([64, 64], [busy(n, 0, cpus=1, load=0.01, memory_gib=12.0) for n in range(6)])
    result = drs(inventory)
    assert result.recommendations[0].reason == "fairnessMemAvg"
    assert result.after.memory_imbalance < result.before.memory_imbalance


def test_anti_affinity_is_mended_at_the_most_conservative_level() -> None:
    rule = e.VmAntiAffinityRule(name="apart", vms=("m0", "m1", "m2"))
    result = drs(estate([64] * 3, [busy(n, 0, cpus=1) for n in range(3)], [rule]), threshold=1)
    assert [(move.vm, move.reason, move.priority, move.rule) for move in result.recommendations] == [
        ("m1", "antiAffin", 1, "apart"),
        ("m2", "antiAffin", 1, "apart"),
    ]
    assert len({move.destination for move in result.recommendations} | {"host-0"}) == 3


def test_a_group_is_brought_together_where_most_of_it_is() -> None:
    rule = e.VmAffinityRule(name="together", vms=("m0", "m1", "m2"))
    result = drs(estate([64] * 3, [busy(0, 0), busy(1, 1), busy(2, 1)], [rule]), threshold=1)
    assert [(move.vm, move.destination, move.reason) for move in result.recommendations] == [
        ("m0", "host-1", "jointAffin")
    ]


@pytest.mark.parametrize(("mandatory", "least"), [(True, 1), (False, 2)])
def test_vm_host_rules_are_mended(mandatory: bool, least: int) -> None:
    rule = e.VmHostRule(name="place", vms=("m0",), hosts=("host-2",), mandatory=mandatory)
    inventory = estate([64] * 3, [busy(0, 0)], [rule])
    moves = drs(inventory, threshold=least).recommendations
    assert [(move.destination, move.priority) for move in moves] == [("host-2", least)]
    assert mandatory or not drs(inventory, threshold=1).recommendations


def test_a_rule_that_cannot_be_mended_is_told() -> None:
    rule = e.VmAntiAffinityRule(name="apart", vms=("m0", "m1"))
    alone = drs(estate([64], [busy(0, 0), busy(1, 0)], [rule]))
    assert [problem.key for problem in alone.problems] == ["drs.problem.noHost"]
    pinned = drs(estate([64] * 2, [busy(0, 0), busy(1, 0, drs_behavior="disabled")], [rule]))
    assert [problem.key for problem in pinned.problems] == ["drs.problem.pinned"]


def test_balancing_breaks_no_rule() -> None:
    rules = [
        e.VmAntiAffinityRule(name="apart", vms=("m0", "m12")),
        e.VmAffinityRule(name="together", vms=("m1", "m2")),
        e.VmHostRule(name="must", vms=("m3", "m4"), hosts=("host-0",), mandatory=True),
        e.VmHostRule(name="not", vms=("m5", "m6"), hosts=("host-1",), affine=False, mandatory=False),
    ]
    inventory = estate([256] * 3, [*(busy(n, 0) for n in range(12)), busy(12, 1)], rules)
    result = drs(inventory, threshold=5)
    where = {id_: machine.host for id_, machine in applied(inventory, result).vms.items()}
    assert result.recommendations
    assert where["m0"] != where["m12"]
    assert where["m1"] == where["m2"]
    assert where["m3"] == where["m4"] == "host-0"
    assert "host-1" not in (where["m5"], where["m6"])


def test_disabled_vms_dedicated_hosts_and_hosts_in_maintenance_are_left_out() -> None:
    inventory = estate([256] * 4, [busy(n, 0) for n in range(12)], das=e.DasConfig(failover_hosts=("host-1",)))
    away = msgspec.structs.replace(inventory.hosts["host-2"], maintenance_state="inMaintenance")
    pinned = msgspec.structs.replace(inventory.vms["m0"], drs_behavior="disabled")
    result = drs(inventory.with_entities([away, pinned]), threshold=5)
    assert {move.destination for move in result.recommendations} == {"host-3"}
    assert "m0" not in {move.vm for move in result.recommendations}


def test_vms_under_way_count_where_they_go_and_are_not_moved_again() -> None:
    moving = {f"m{number}": f"host-{1 + number % 2}" for number in range(8)}
    result = drs(crowded(), moving=moving)
    assert result.before.hosts[0].cpu == pytest.approx(0.5)
    assert not {move.vm for move in result.recommendations} & set(moving)


def test_drs_that_is_off_recommends_nothing_but_has_a_score() -> None:
    result = drs(with_drs(crowded(), enabled=False))
    assert result.recommendations == ()
    assert result.before.score < 1.0


def test_a_cluster_without_hosts_or_vms_has_a_full_score() -> None:
    bare = estate([64], [])
    assert drs(bare).before.score == 1.0
    empty = bare.with_entities([e.Cluster(id="c", name="c", datacenter=next(iter(bare.datacenters)))])
    assert run_drs(Checker(empty), "c").before.score == 1.0
    with pytest.raises(KeyError):
        run_drs(Checker(bare), "nowhere")


@given(places=st.lists(st.tuples(st.integers(0, 3), st.integers(1, 8)), min_size=1, max_size=24))
def test_each_run_never_lowers_the_score_and_soon_there_is_nothing_left_to_do(places: list[tuple[int, int]]) -> None:
    inventory = estate([256] * 4, [busy(n, host, cpus) for n, (host, cpus) in enumerate(places)])
    for _ in range(12):
        result = drs(inventory, threshold=5)
        assert result.after.score >= result.before.score - 1e-12
        inventory = applied(inventory, result)
        if not result.recommendations:
            break
    assert not result.recommendations
