"""A plan empties the hosts, in an order that works, and says why where it cannot."""

from __future__ import annotations

from collections.abc import Mapping
from typing import get_args

import msgspec
import pytest

from tests.planning.maintenance.estates import GIB, estate, start, vm
from vmotion_gui.compatibility.verdict import Reason, Severity, Verdict
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import Migrate, MigrationSpec, TimedCommand
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import message
from vmotion_gui.planning.maintenance.plan import OBJECTIVES, Move, Objective, Options, Plan
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.run import simulate
from vmotion_gui.simulation.verdicts import Check, Rules


def destinations(plan: Plan) -> dict[str, str]:
    """Where each VM ends."""
    return {move.spec.vm: move.spec.host for move in plan.moves}


def move_of(plan: Plan, vm_id: str) -> Move:
    return next(move for move in plan.moves if move.spec.vm == vm_id)


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_every_running_vm_leaves_and_what_does_not_run_stays(objective: Objective) -> None:
    inventory = generate(6, 60, seed=3, clusters_of=6)
    plan = plan_maintenance(start(inventory), ["host-1"], Options(objective=objective))
    on = {id_ for id_ in inventory.vms_on("host-1") if inventory.vms[id_].power_state == "poweredOn"}
    assert plan.possible
    assert set(destinations(plan)) == on
    assert "host-1" not in destinations(plan).values()
    assert all(move.outcome == "completed" for move in plan.moves)


def test_figures_are_those_of_a_run_of_the_same_commands() -> None:
    inventory = generate(6, 60, seed=3, clusters_of=6)
    plan = plan_maintenance(start(inventory), ["host-1"], Options(objective="balance"))
    commands = tuple(TimedCommand(time_s=0.0, command=Migrate(spec=move.spec)) for move in plan.moves)
    run = simulate(Lab(inventory=inventory, commands=commands))
    assert [move.start_s for move in plan.moves] == run.start_s.tolist()
    assert [move.duration_s for move in plan.moves] == run.total_s.tolist()
    assert [move.downtime_s for move in plan.moves] == run.downtime_s.tolist()
    assert [move.bytes for move in plan.moves] == run.sent_bytes.tolist()
    assert plan.makespan_s == run.end_s


def test_vms_that_do_not_run_leave_too_when_asked() -> None:
    inventory = generate(6, 60, seed=3, clusters_of=6)
    plan = plan_maintenance(start(inventory), ["host-1"], Options(evacuate_powered_off=True))
    assert plan.possible
    assert set(destinations(plan)) == set(inventory.vms_on("host-1"))


def test_an_unknown_host_is_an_error() -> None:
    with pytest.raises(KeyError):
        plan_maintenance(start(generate(2, 2)), ["host-9"])


def test_objectives_get_what_they_ask_for() -> None:
    moment = start(generate(8, 120, seed=5, clusters_of=8))
    plans = {o: plan_maintenance(moment, ["host-0"], Options(objective=o)) for o in get_args(Objective)}
    assert plans["time"].makespan_s == min(plan.makespan_s for plan in plans.values())
    assert plans["downtime"].downtime_s == min(plan.downtime_s for plan in plans.values())
    assert plans["balance"].imbalance <= plans["time"].imbalance
    assert len(plans["moves"].moves) == min(len(plan.moves) for plan in plans.values())


def test_vms_kept_apart_go_to_different_hosts_and_vms_kept_together_to_one() -> None:
    rules = [
        e.VmAntiAffinityRule(name="apart", vms=("m0", "m1", "m4")),
        e.VmAffinityRule(name="together", vms=("m2", "m3")),
    ]
    vms = [vm(0, 0), vm(1, 0), vm(2, 0), vm(3, 0), vm(4, 1)]
    plan = plan_maintenance(start(estate([64, 64, 64, 64], vms, rules)), ["host-0"])
    to = destinations(plan)
    assert plan.possible
    assert len({to["m0"], to["m1"], "host-1"}) == 3
    assert to["m2"] == to["m3"]


def test_a_must_rule_leaves_one_host() -> None:
    rule = e.VmHostRule(name="licence", vms=("m0",), hosts=("host-0", "host-2"), mandatory=True)
    plan = plan_maintenance(start(estate([64, 64, 64], [vm(0, 0)], [rule])), ["host-0"])
    assert destinations(plan) == {"m0": "host-2"}


def test_what_cannot_leave_is_named_with_its_reasons() -> None:
    rule = e.VmHostRule(name="licence", vms=("m0",), hosts=("host-0",), mandatory=True)
    plan = plan_maintenance(start(estate([64, 64, 64], [vm(0, 0), vm(1, 0)], [rule])), ["host-0"])
    assert not plan.possible
    assert [(item.vm, [reason.rule for reason in item.reasons]) for item in plan.unplaceable] == [
        ("m0", ["rule.vmhost"])
    ]
    assert set(destinations(plan)) == {"m1"}


def test_without_another_host_there_is_a_reason_too() -> None:
    plan = plan_maintenance(start(estate([64], [vm(0, 0)])), ["host-0"])
    assert [reason.text.key for reason in plan.unplaceable[0].reasons] == ["evacuation.reason.alone"]


def test_reservations_and_overhead_are_held() -> None:
    """16 GiB take two VMs of 6 GiB reserved and 0.12 GiB of overhead each, not three."""
    vms = [vm(n, 0, reserved_gib=6.0) for n in range(4)]
    plan = plan_maintenance(start(estate([64, 16, 16], vms)), ["host-0"])
    assert plan.possible
    assert sorted(destinations(plan).values()) == ["host-1", "host-1", "host-2", "host-2"]
    short = plan_maintenance(start(estate([64, 12, 12], vms)), ["host-0"])
    assert len(short.unplaceable) == 2
    assert {reason.rule for item in short.unplaceable for reason in item.reasons} == {"cap.memory"}


def test_a_vm_moves_out_of_the_way_before_the_one_that_needs_its_room() -> None:
    """Only host-1 is large enough for m0, and m1 is there; host-2 takes m1."""
    vms = [vm(0, 0, reserved_gib=20.0, memory_gib=24.0), vm(1, 1, reserved_gib=8.0)]
    plan = plan_maintenance(start(estate([64, 24, 12], vms)), ["host-0"])
    assert plan.possible
    assert destinations(plan) == {"m1": "host-2", "m0": "host-1"}
    assert move_of(plan, "m1").makes_room
    assert move_of(plan, "m0").start_s >= move_of(plan, "m1").end_s


def test_admission_control_of_ha_is_honoured() -> None:
    vms = [vm(n, n, reserved_gib=20.0, memory_gib=24.0) for n in range(3)]
    das = e.DasConfig(enabled=True, admission_control_enabled=True, failover_level=1)
    assert plan_maintenance(start(estate([64, 64, 64], vms[:2], das=das)), ["host-0"]).possible
    refused = plan_maintenance(start(estate([64, 64, 64], vms, das=das)), ["host-0", "host-1"])
    assert not refused.possible
    assert [text.key for text in refused.obstacles] == ["evacuation.obstacle.failover"]


def test_vms_on_local_storage_go_with_their_disks_unless_that_is_not_allowed() -> None:
    disk = e.VirtualDisk(datastore="datastore-local-0", path="m0/m0.vmdk", capacity_bytes=20 * GIB)
    inventory = estate([64, 64], [vm(0, 0, disks=(disk,))])
    plan = plan_maintenance(start(inventory), ["host-0"])
    assert plan.possible
    assert plan.moves[0].spec.datastore == "datastore-0-0"
    stays = plan_maintenance(start(inventory), ["host-0"], Options(move_storage=False))
    assert "ds.config" in [reason.rule for reason in stays.unplaceable[0].reasons]


def test_what_takes_its_files_along_begins_first_and_the_bound_knows_it() -> None:
    disk = e.VirtualDisk(datastore="datastore-local-0", path="m9/m9.vmdk", capacity_bytes=80 * GIB)
    others = [vm(n, 0, reserved_gib=2.0) for n in range(9)]
    plan = plan_maintenance(start(estate([128, 128], [*others, vm(9, 0, disks=(disk,))])), ["host-0"])
    assert plan.possible
    slow = move_of(plan, "m9")
    assert slow.start_s == 0.0
    assert plan.makespan_s == slow.end_s
    assert plan.bound.of == "migration"
    assert 0.0 <= plan.distance < 0.25


def test_loads_count_a_vm_at_both_ends_while_it_is_on_its_way() -> None:
    plan = plan_maintenance(start(estate([64, 64], [vm(0, 0)])), ["host-0"])
    shares = {loads.host: [loads.before.memory, loads.worst.memory, loads.after.memory] for loads in plan.loads}
    share = 8.0 / 64.0
    assert shares == {"host-0": [share, share, 0.0], "host-1": [0.0, share, share]}


def test_the_bound_is_below_what_the_engine_needs() -> None:
    moment = start(generate(8, 120, seed=5, clusters_of=8))
    for hosts in (["host-0"], ["host-0", "host-1"], ["host-1", "host-2", "host-3"]):
        plan = plan_maintenance(moment, hosts)
        assert 0.0 < plan.bound.seconds <= plan.makespan_s
        assert 0.0 <= plan.distance < 0.6


def test_progress_is_told_and_cancels_by_raising() -> None:
    class StoppedError(Exception):
        pass

    told: list[tuple[int, int]] = []

    def on_progress(done: int, total: int) -> None:
        told.append((done, total))
        if done > 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        plan_maintenance(start(generate(6, 120, seed=3, clusters_of=6)), ["host-1"], on_progress=on_progress)
    assert told[-1][0] > 2
    assert told[-1][1] >= told[-1][0]


def _refusing(*hosts: str) -> Check:
    """The table of rules, and a further one that no plan knows of."""
    rules = Rules()

    def check(inventory: Inventory, spec: MigrationSpec, busy: Mapping[str, str]) -> Verdict:
        verdict = rules(inventory, spec, busy)
        if spec.host not in hosts:
            return verdict
        reason = Reason(
            rule="test.refused",
            fault="TestFault",
            severity=Severity.ERROR,
            group="hostState",
            test_group="hostTests",
            text=message("test.refused"),
            cure=message("test.cure"),
        )
        return msgspec.structs.replace(verdict, reasons=(reason, *verdict.reasons))

    return check


def test_what_the_engine_refuses_goes_elsewhere() -> None:
    lab = Lab(inventory=estate([64, 64, 64], [vm(0, 0), vm(1, 0)]))
    plan = plan_maintenance(Engine(lab, check=_refusing("host-1")).checkpoint(), ["host-0"])
    assert plan.possible
    assert destinations(plan) == {"m0": "host-2", "m1": "host-2"}


def test_what_the_engine_refuses_everywhere_is_named_with_its_reason() -> None:
    lab = Lab(inventory=estate([64, 64], [vm(0, 0)]))
    plan = plan_maintenance(Engine(lab, check=_refusing("host-1")).checkpoint(), ["host-0"])
    assert not plan.possible
    assert [reason.rule for reason in plan.unplaceable[0].reasons] == ["test.refused"]
    assert plan.moves == ()


def test_a_closed_host_takes_no_vm() -> None:
    moment = start(estate([64, 64, 64], [vm(0, 0), vm(1, 0)]))
    plan = plan_maintenance(moment, ["host-0"], closed=["host-1"])
    assert set(destinations(plan).values()) == {"host-2"}


def test_a_plan_begins_where_a_run_is() -> None:
    engine = Engine(Lab(inventory=estate([64, 64, 64], [vm(0, 0)])))
    engine.submit(Migrate(spec=MigrationSpec(vm="m0", host="host-1")))
    engine.play(float("inf"), 10_000)
    plan = plan_maintenance(engine.checkpoint(), ["host-1"], closed=["host-0"])
    assert destinations(plan) == {"m0": "host-2"}
    assert plan.moves[0].start_s == 0.0
