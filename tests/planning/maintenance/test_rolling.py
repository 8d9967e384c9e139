"""A cluster is gone through host by host: each is empty while it is worked on, and HA keeps its room throughout."""

from __future__ import annotations

import msgspec
import pytest

from tests.planning.maintenance.estates import GIB, estate, vm
from vmotion_gui.compatibility.failover import failover_room
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.commands import Migrate, TimedCommand
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Workload, WorkloadPhase
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.from_plan import rolling_work
from vmotion_gui.planning.maintenance.decisions import DecisionError
from vmotion_gui.planning.maintenance.failover import most_at_once
from vmotion_gui.planning.maintenance.rolling import RollingOptions, RollingPlan, plan_clusters, plan_rolling
from vmotion_gui.simulation.run import simulate

HA = e.DasConfig(enabled=True, admission_control_enabled=True, failover_level=1)


def running(inventory: Inventory, host: str) -> set[str]:
    return {id_ for id_ in inventory.vms_on(host) if inventory.vms[id_].power_state == "poweredOn"}


def walked(inventory: Inventory, plan: RollingPlan) -> Inventory:
    """Carry a plan out step by step; each step's hosts are empty when their work begins, and HA has its room."""
    for step in plan.steps:
        for move in step.moves:
            assert inventory.vms[move.spec.vm].host == move.source
            inventory = VmMoved(vm=move.spec.vm, host=move.spec.host).apply(inventory)
        if step.possible:
            assert all(not running(inventory, host) for host in step.hosts)
            assert failover_room(inventory, inventory.clusters[plan.cluster], without=step.hosts).enough
        for move in step.returns:
            inventory = VmMoved(vm=move.spec.vm, host=move.spec.host).apply(inventory)
    return inventory


@pytest.mark.parametrize("at_once", [1, 2, 0])
def test_every_host_is_empty_once_and_steps_follow_each_other(at_once: int) -> None:
    inventory = generate(6, 60, seed=2, clusters_of=6)
    plan = plan_rolling(Lab(inventory=inventory), "cluster-0", RollingOptions(at_once=at_once, work_s=600.0))
    walked(inventory, plan)
    assert plan.possible
    assert sorted(host for step in plan.steps for host in step.hosts) == sorted(inventory.hosts)
    assert all(len(step.hosts) <= plan.at_once <= plan.most_at_once for step in plan.steps)
    for step, following in zip(plan.steps, plan.steps[1:], strict=False):
        assert step.start_s <= step.empty_s <= step.end_s - 600.0 + 1e-6
        assert following.start_s >= step.end_s - 1e-6
    assert plan.end_s == plan.steps[-1].end_s


def test_the_first_step_takes_what_a_run_of_its_moves_takes() -> None:
    inventory = generate(6, 60, seed=2, clusters_of=6)
    step = plan_rolling(Lab(inventory=inventory), "cluster-0").steps[0]
    commands = tuple(TimedCommand(time_s=0.0, command=Migrate(spec=move.spec)) for move in step.moves)
    assert step.empty_s == simulate(Lab(inventory=inventory, commands=commands)).end_s


def test_vms_that_return_are_all_where_they_were() -> None:
    inventory = generate(5, 50, seed=4, clusters_of=5)
    plan = plan_rolling(Lab(inventory=inventory), "cluster-0", RollingOptions(return_vms=True))
    assert plan.possible
    assert {vm.id: vm.host for vm in walked(inventory, plan).vms.values()} == {
        vm.id: vm.host for vm in inventory.vms.values()
    }


def test_without_returning_hardly_any_vm_moves_twice() -> None:
    inventory = generate(8, 120, seed=1, clusters_of=8)
    plan = plan_rolling(Lab(inventory=inventory), "cluster-0")
    on = sum(len(running(inventory, host)) for host in inventory.hosts)
    first = len(plan.steps[0].moves)
    assert on - first <= plan.moves <= on + first


def test_the_most_at_once_is_what_ha_lets() -> None:
    """5 hosts of 64 GiB with 3 VMs of 40 GiB reserved: 4 hosts would do for them, and one more may fail."""
    vms = [vm(n, n, reserved_gib=40.0, memory_gib=48.0) for n in range(3)]
    inventory = estate([64] * 5, vms, das=HA)
    assert most_at_once(inventory, inventory.clusters["cluster-0"]) == 2
    off = msgspec.structs.replace(inventory.clusters["cluster-0"], das=e.DasConfig(enabled=False))
    assert most_at_once(inventory.with_entities([off]), off) == 4


def test_a_host_that_cannot_be_empty_is_left_out_with_the_reason_and_the_others_are_done() -> None:
    rule = e.VmHostRule(name="licence", vms=("m0",), hosts=("host-0",), mandatory=True)
    inventory = estate([64, 64, 64], [vm(0, 0), vm(1, 1)], [rule])
    plan = plan_rolling(Lab(inventory=inventory), "cluster-0", RollingOptions(at_once=2))
    assert not plan.possible
    stuck = [step for step in plan.steps if not step.possible]
    assert [step.hosts for step in stuck] == [("host-0",)]
    assert [reason.rule for reason in stuck[0].unplaceable[0].reasons] == ["rule.vmhost"]
    assert sorted(host for step in plan.steps if step.possible for host in step.hosts) == ["host-1", "host-2"]


def test_the_window_is_held_against_the_predicted_end() -> None:
    lab = Lab(inventory=generate(4, 20, seed=1, clusters_of=4))
    enough = plan_rolling(lab, "cluster-0", RollingOptions(work_s=600.0, window_s=4 * 3600.0))
    assert enough.in_window
    short = plan_rolling(lab, "cluster-0", RollingOptions(work_s=600.0, window_s=2400.0))
    assert not short.in_window
    assert short.end_s == enough.end_s


def test_workloads_follow_the_time_of_day() -> None:
    """A VM that writes much in every second hour takes longer when the window begins in such an hour."""
    quiet = WorkloadPhase(duration_s=3600.0)
    busy = WorkloadPhase(duration_s=3600.0, page_write_rate_pages_per_s=1e5, working_set_bytes=4 * GIB)
    inventory = estate([64, 64], [vm(0, 0, workload=Workload(phases=(quiet, busy)))])
    at_night, at_day = (
        plan_rolling(Lab(inventory=inventory), "cluster-0", RollingOptions(start_s=start_s))
        for start_s in (0.0, 3600.0)
    )
    lasts = [
        next(step.empty_s - step.start_s for step in plan.steps if step.hosts == ("host-0",))
        for plan in (at_night, at_day)
    ]
    assert lasts[0] < lasts[1]


def test_clusters_come_one_by_one_and_cancelling_ends_the_work() -> None:
    class StoppedError(Exception):
        pass

    def on_progress(done: int, total: int) -> None:
        assert 0 <= done <= total
        if done == 2:
            raise StoppedError

    lab = Lab(inventory=generate(8, 40, seed=1, clusters_of=4))
    plans = plan_clusters(lab, lab.inventory.clusters)
    assert [plan.cluster for plan in plans] == ["cluster-0", "cluster-1"]
    with pytest.raises(StoppedError):
        next(plan_clusters(lab, ["cluster-0"], on_progress=on_progress))


def test_a_cluster_by_itself_gives_the_same_as_in_its_estate() -> None:
    whole = generate(8, 60, seed=1, clusters_of=4)
    alone = [entity for entity in whole.hosts.values() if entity.cluster == "cluster-1"]
    rest = whole.with_entities(remove=[id_ for h in alone for id_ in (h.id, *whole.vms_on(h.id))])
    assert plan_rolling(Lab(inventory=whole), "cluster-0") == plan_rolling(Lab(inventory=rest), "cluster-0")


def test_an_unknown_cluster_is_an_error() -> None:
    with pytest.raises(KeyError):
        plan_rolling(Lab(inventory=generate(2, 2)), "cluster-9")


CARD = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="host:0000:3b:00.0")
DRIVE = e.VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing="host:/dev/cdrom")


def bound() -> Inventory:
    """Of three hosts, two have a VM that nobody can move as it is."""
    return estate([64.0] * 3, [vm(0, 0, devices=(CARD,)), vm(1, 0), vm(2, 1, devices=(DRIVE,)), vm(3, 2)])


def test_what_is_decided_for_single_vms_lets_their_hosts_be_worked_on() -> None:
    lab = Lab(inventory=bound())
    assert [step.possible for step in plan_rolling(lab, "cluster-0").steps].count(True) == 1
    options = RollingOptions(decisions={"m0": "shutDown", "m2": "disconnect"})
    plan = plan_rolling(lab, "cluster-0", options)
    assert plan.possible
    does = {one.vm: (step.hosts, one.does) for step in plan.steps for one in step.preparations}
    assert does == {"m0": (("host-0",), "shutDown"), "m2": (("host-1",), "disconnect")}
    moved = [move.spec.vm for step in plan.steps for move in step.moves]
    assert "m0" not in moved
    assert "m2" in moved


def test_a_stopped_vm_runs_again_before_the_next_hosts_are_emptied() -> None:
    plan = plan_rolling(
        Lab(inventory=bound()), "cluster-0", RollingOptions(decisions={"m0": "shutDown", "m2": "leave"})
    )
    assert plan.skipped == ("host-1",)
    assert {host for step in plan.steps for host in step.hosts} == {"host-0", "host-2"}
    kinds = [
        (type(step).__name__, getattr(step, "action", ""))
        for step in rolling_work(bound(), plan, "now").steps
        if isinstance(step, w.Power | w.EnterMaintenance | w.ExitMaintenance)
    ]
    stopped = kinds.index(("Power", "shutDown"))
    assert kinds[stopped : stopped + 4] == [
        ("Power", "shutDown"),
        ("EnterMaintenance", ""),
        ("ExitMaintenance", ""),
        ("Power", "powerOn"),
    ]


def test_a_decision_that_does_not_help_changes_nothing() -> None:
    inventory = estate([64.0] * 2, [vm(0, 0, devices=(CARD,)), vm(1, 0, devices=(CARD,)), vm(2, 1)])
    plan = plan_rolling(Lab(inventory=inventory), "cluster-0", RollingOptions(decisions={"m0": "shutDown"}))
    step = next(step for step in plan.steps if step.hosts == ("host-0",))
    assert not step.possible
    assert not step.preparations


def test_decisions_that_cannot_be_are_refused() -> None:
    with pytest.raises(DecisionError):
        plan_rolling(Lab(inventory=bound()), "cluster-0", RollingOptions(decisions={"m1": "disconnect"}))
    with pytest.raises(KeyError):
        plan_rolling(Lab(inventory=bound()), "cluster-0", RollingOptions(decisions={"nobody": "shutDown"}))
