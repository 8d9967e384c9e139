"""Decisions for single VMs: what is done first, what is planned then, and that everybody runs again in the end."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.maintenance.estates import estate, start, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import apply_all
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.forms import FORMS, Handover, written
from vmotion_gui.planning.handover.from_plan import way_back, work_of
from vmotion_gui.planning.maintenance.decisions import (
    DECISIONS,
    Decision,
    DecisionError,
    afterwards,
    open_decisions,
    prepare,
    suggested,
)
from vmotion_gui.planning.maintenance.plan import Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance

CD = e.VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing="host:/dev/cdrom")
CARD = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="host:0000:3b:00.0")


def small() -> Inventory:
    """Two VMs that nobody can move, one that can; another host with one VM."""
    return estate(
        [64.0] * 3,
        [vm(0, 0, devices=(CD,)), vm(1, 0, devices=(CARD,)), vm(2, 0), vm(3, 1)],
    )


def test_what_can_be_decided_depends_on_state_and_devices() -> None:
    vms = small().vms
    assert open_decisions(vms["m0"]) == DECISIONS
    assert open_decisions(vms["m1"]) == ("migrate", "shutDown", "leave")
    assert open_decisions(vms["m2"]) == ("migrate", "shutDown", "suspend", "leave")
    assert open_decisions(msgspec.structs.replace(vms["m2"], power_state="poweredOff")) == ("migrate", "leave")
    mildest = suggested(Checker(small()), ["host-0"], Options(), ["m0", "m1"])
    assert mildest == {"m0": "disconnect", "m1": "shutDown"}


def test_with_decisions_a_host_is_emptied_that_could_not_be() -> None:
    inventory = small()
    assert not plan_maintenance(start(inventory), ["host-0"]).possible
    prepared = prepare(inventory, ["host-0"], {"m0": "disconnect", "m1": "shutDown"})
    ready = prepared.applied(inventory)
    plan = prepared.noted(plan_maintenance(start(ready), prepared.hosts))
    assert plan.possible
    assert sorted(move.spec.vm for move in plan.moves) == ["m0", "m2"]
    assert ready.vms["m1"].power_state == "poweredOff"
    assert not ready.vms["m0"].devices[0].connected
    again = apply_all(ready, afterwards(ready, plan.preparations))
    assert again.vms["m1"].power_state == "poweredOn"


def test_a_vm_that_is_left_keeps_its_host_and_no_other() -> None:
    prepared = prepare(small(), ["host-0", "host-1"], {"m1": "leave", "m2": "suspend"})
    assert (prepared.hosts, prepared.skipped) == (("host-1",), ("host-0",))
    assert prepared.preparations == (), "nobody is stopped on a host that stays as it is"
    assert prepared.changes == ()


@pytest.mark.parametrize(
    ("decisions", "key"),
    [
        ({"m3": "shutDown"}, "plan.decision.elsewhere"),
        ({"m1": "suspend"}, "plan.decision.cannot.suspend"),
        ({"m2": "disconnect"}, "plan.decision.cannot.disconnect"),
        ({"m1": "leave"}, "plan.decision.noHost"),
    ],
)
def test_what_cannot_be_decided_is_told(decisions: dict[str, Decision], key: str) -> None:
    with pytest.raises(DecisionError) as told:
        prepare(small(), ["host-0"], decisions)
    assert told.value.text.key == key
    for language in ("en", "de"):
        assert catalogue(language).render(told.value.text)


@given(st.dictionaries(st.sampled_from(["m0", "m1", "m2", "m3"]), st.sampled_from(DECISIONS)))
def test_no_vm_is_lost_and_all_run_again(decisions: dict[str, Decision]) -> None:
    inventory = small()
    try:
        prepared = prepare(inventory, ["host-0", "host-1"], decisions)
    except DecisionError:
        return
    ready = prepared.applied(inventory)
    assert ready.vms.keys() == inventory.vms.keys()
    assert {id_: one.host for id_, one in ready.vms.items()} == {id_: one.host for id_, one in inventory.vms.items()}
    again = apply_all(ready, afterwards(ready, prepared.preparations))
    assert all(one.power_state == "poweredOn" for one in again.vms.values())


def test_decisions_are_handed_over_before_the_moves_and_starts_after_the_way_back() -> None:
    inventory = small()
    prepared = prepare(inventory, ["host-0"], {"m0": "disconnect", "m1": "shutDown"})
    plan = prepared.noted(plan_maintenance(start(prepared.applied(inventory)), prepared.hosts))
    steps = work_of(inventory, plan, "").steps
    assert isinstance(steps[0], w.ByHand)
    assert isinstance(steps[1], w.Power)
    assert steps[1].action == "shutDown"
    back = way_back(inventory, plan, "").steps
    assert isinstance(back[-1], w.Power)
    assert back[-1].action == "powerOn"
    handed = Handover(inventory=inventory, plan=plan, title="tonight")
    page = written("html", handed, catalogue("en")).decode()
    assert "machine 1: Shut down, start afterwards" in page
    assert "Disconnect CD/DVD drive 1 of machine 0" in page
    assert all(written(form, handed, catalogue("de")) for form in FORMS)


def test_the_vsan_mode_reaches_the_scripts_of_hosts_that_keep_data() -> None:
    bare = small()
    part = e.VsanComponent(vm="m3", size_bytes=2**30)
    keeping = msgspec.structs.replace(bare.hosts["host-1"], vsan_components=(part,), vsan_capacity_bytes=2**40)
    inventory = bare.with_entities([keeping])
    plan = plan_maintenance(start(inventory), ["host-1"], Options(vsan_mode="noAction"))
    last = work_of(inventory, plan, "").steps[-1]
    assert isinstance(last, w.EnterMaintenance)
    assert last.vsan_mode == "noAction"
    other = work_of(bare, plan, "").steps[-1]
    assert isinstance(other, w.EnterMaintenance)
    assert other.vsan_mode == ""
