"""A guest keeps the features of its power-on, and MAC addresses that went away stay blocked."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compatibility.examples import TARGET, VM, both, healthy, moved_away, on_nic, on_source, on_target, on_vm, put
from tests.strategies import labs, migrations
from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.lasting import POWERED_ON, moved
from vmotion_gui.inventory.changes import FieldsChanged, VmMoved, apply_all
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory


@pytest.fixture
def without_evc() -> Inventory:
    """The VM runs on an old host; the target is a new one, and no EVC holds them together."""
    newer = both(
        put("cluster-prod", evc_mode_key=""),
        on_source(max_evc_mode_key="intel-haswell"),
        on_target(max_evc_mode_key="intel-icelake"),
    )
    return newer(healthy())


def move(inventory: Inventory, host: str) -> Inventory:
    return apply_all(inventory, [VmMoved(vm=VM, host=host), *moved(inventory, VM, host)])


def rules(inventory: Inventory, host: str) -> set[str]:
    return {reason.rule for reason in Checker(inventory).check(MigrationSpec(vm=VM, host=host)).reasons}


def test_a_guest_of_an_old_processor_goes_back_from_a_new_one(without_evc: Inventory) -> None:
    there = move(without_evc, TARGET)
    assert there.vms[VM].min_required_evc_mode_key == "intel-haswell"
    assert "cpu.evc" not in rules(there, "host-1")


def test_a_power_cycle_on_the_new_processor_ties_it_there(without_evc: Inventory) -> None:
    there = apply_all(move(without_evc, TARGET), [FieldsChanged(id=VM, fields=POWERED_ON)])
    assert evc.needed(there, there.vms[VM]) == "intel-icelake"
    assert "cpu.evc" in rules(there, "host-1")


def test_its_own_mode_keeps_the_way_back_open(without_evc: Inventory) -> None:
    there = on_vm(host=TARGET, evc_mode_key="intel-haswell")(without_evc)
    assert evc.needed(there, there.vms[VM]) == "intel-haswell"
    assert "cpu.evc" not in rules(there, "host-1")
    too_new = on_vm(host="host-1", evc_mode_key="intel-icelake")(without_evc)
    assert evc.needed(too_new, too_new.vms[VM]) == "intel-haswell"


def test_a_cluster_with_evc_keeps_every_way_open() -> None:
    inventory = healthy()
    assert moved(inventory, VM, TARGET) == ()


def test_a_powered_off_vm_keeps_nothing(without_evc: Inventory) -> None:
    assert moved(on_vm(power_state="poweredOff")(without_evc), VM, TARGET) == ()


def test_the_old_vcenter_blocks_the_addresses() -> None:
    inventory = both(moved_away(), on_nic(mac_address="00:50:56:aa:00:01"))(healthy())
    there = move(inventory, TARGET)
    assert there.vcenters["vcenter-hq"].blocked_mac_addresses == ("00:50:56:aa:00:01",)
    assert moved(there, VM, TARGET) == ()
    assert "net.macBlocked" in rules(there, "host-1")


@given(st.data())
def test_what_a_guest_needs_never_changes_by_moving(data: st.DataObject) -> None:
    inventory = data.draw(labs()).inventory
    spec = data.draw(migrations(inventory)).spec
    vm = inventory.vms[spec.vm]
    if vm.power_state == "poweredOff":
        return
    after = apply_all(inventory, [VmMoved(vm=vm.id, host=spec.host), *moved(inventory, vm.id, spec.host)])
    assert evc.needed(after, after.vms[vm.id]) == evc.needed(inventory, vm)
