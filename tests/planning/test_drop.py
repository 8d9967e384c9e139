"""What a drop would do: the same answer for colour, label, dialog and keyboard."""

from __future__ import annotations

import pytest

from vmotion_gui import resources
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.drop import plan_drop
from vmotion_gui.planning.placement import best_datastore, host_load


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return load(resources.path("labs/demo.json")).inventory


@pytest.fixture(scope="module")
def checker(inventory: Inventory) -> Checker:
    return Checker(inventory)


def test_a_drop_on_a_host_changes_the_host_only(checker: Checker) -> None:
    plan = plan_drop(checker, ["vm-web-01"], "host-2")
    (move,) = plan.moves
    assert move.spec.host == "host-2"
    assert not move.spec.datastore
    assert move.verdict.type is MigrationType.VMOTION
    assert plan.possible == plan.moves


def test_a_drop_on_a_vm_means_its_host(checker: Checker) -> None:
    on_vm = plan_drop(checker, ["vm-web-01"], "vm-web-02")
    assert on_vm == plan_drop(checker, ["vm-web-01"], "host-2")


def test_a_drop_on_a_cluster_takes_the_least_loaded_able_host(checker: Checker, inventory: Inventory) -> None:
    plan = plan_drop(checker, ["vm-web-01"], "cluster-prod")
    (move,) = plan.moves
    vm = inventory.vms["vm-web-01"]
    able = [
        host
        for host in inventory.hosts_in("cluster-prod")
        if host != vm.host and plan_drop(checker, [vm.id], host).severity == move.verdict.severity
    ]
    shares = {host: host_load(inventory, inventory.hosts[host], [vm]).memory_share for host in able}
    assert shares[move.spec.host] == min(shares.values())
    assert plan.choice is not None
    assert plan.choice.args["host"] == inventory.hosts[move.spec.host].name


def test_a_drop_on_a_datastore_is_a_storage_vmotion(checker: Checker, inventory: Inventory) -> None:
    vm = inventory.vms["vm-web-01"]
    target = best_datastore(checker, vm.id, vm.host)
    plan = plan_drop(checker, [vm.id], target)
    assert plan.moves[0].verdict.type is MigrationType.STORAGE_VMOTION
    assert not plan.moves[0].spec.host


def test_with_storage_both_change(checker: Checker) -> None:
    plan = plan_drop(checker, ["vm-erp-archive-01"], "host-1", with_storage=True)
    (move,) = plan.moves
    assert move.spec.host == "host-1"
    assert move.spec.datastore
    assert move.verdict.type is MigrationType.XVMOTION


@pytest.mark.parametrize("target", ["", "nothing-of-this-name", "vcenter-1"])
def test_other_places_refuse_and_say_so(checker: Checker, target: str) -> None:
    plan = plan_drop(checker, ["vm-web-01"], target)
    assert plan.refusal is not None
    assert not plan.moves
    assert plan.severity is Severity.ERROR


def test_a_host_that_cannot_says_why(checker: Checker) -> None:
    plan = plan_drop(checker, ["vm-web-01"], "host-5")
    assert not plan.possible
    assert any(reason.severity is Severity.ERROR and reason.text.key for reason in plan.moves[0].verdict.reasons)


def test_a_busy_vm_stays(checker: Checker) -> None:
    plan = plan_drop(checker, ["vm-web-01"], "host-2", busy={"vm-web-01": "Relocate virtual machine"})
    assert not plan.possible
    assert "TaskInProgress" in {reason.fault for reason in plan.moves[0].verdict.reasons}
