"""The checks before a plan: who can leave, who only at a price, who not; in step with what the planner finds."""

from __future__ import annotations

import msgspec

from tests.planning.maintenance.estates import estate, start, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.planning.maintenance.checks import Checks, Departure
from vmotion_gui.planning.maintenance.plan import Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance


def judged(inventory: Inventory, *hosts: str, options: Options | None = None) -> dict[str, Departure]:
    checks = Checks(Checker(inventory), hosts, options or Options())
    return {one.vm: one for one in checks.departures()}


def test_a_card_holds_a_vm_and_a_powered_off_one_may_stay() -> None:
    card = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="0000:3b:00.0")
    vms = [vm(0, 0, devices=(card,)), vm(1, 0), vm(2, 0, power_state="poweredOff")]
    found = judged(estate((64, 64, 64), vms), "host-0")
    assert [found[f"m{n}"].state for n in range(3)] == ["blocked", "able", "stays"]
    (objection,) = found["m0"].objections
    assert objection.spec.vm == "m0"
    assert objection.count == 2
    assert found["m1"].able == 2
    assert not found["m1"].objections
    assert judged(estate((64, 64), vms), "host-0", options=Options(evacuate_powered_off=True))["m2"].state != "stays"


def test_warnings_everywhere_and_disks_that_have_to_move_need_a_decision() -> None:
    rule = e.VmHostRule(name="home", vms=("m0",), hosts=("host-0",), mandatory=False)
    found = judged(estate((64, 64), [vm(0, 0)], [rule]), "host-0")
    assert (found["m0"].state, found["m0"].cautioned) == ("decision", 1)
    inventory = generate(3, 9, seed=2, clusters_of=3)
    one = next(
        inventory.vms[id_] for id_ in inventory.vms_on("host-0") if inventory.vms[id_].power_state == "poweredOn"
    )
    local = tuple(msgspec.structs.replace(disk, datastore="datastore-local-0") for disk in one.disks)
    moved = inventory.with_entities([msgspec.structs.replace(one, disks=local)])
    found = judged(moved, "host-0")
    assert (found[one.id].state, found[one.id].with_storage) == ("decision", True)
    kept = judged(moved, "host-0", options=Options(move_storage=False))
    assert kept[one.id].state == "blocked"


def test_who_is_blocked_is_who_the_planner_cannot_place_for_other_reasons_than_room() -> None:
    card = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="0000:3b:00.0")
    inventory = estate((128, 128, 128), [vm(n, 0, devices=(card,) if n % 3 == 0 else ()) for n in range(9)])
    blocked = {id_ for id_, one in judged(inventory, "host-0").items() if one.state == "blocked"}
    plan = plan_maintenance(start(inventory), ["host-0"])
    assert {one.vm for one in plan.unplaceable} == blocked == {"m0", "m3", "m6"}
