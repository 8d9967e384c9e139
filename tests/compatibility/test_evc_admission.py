"""Which hosts may join a cluster with EVC, and which mode it may get: every fault speaks when it should, and alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compatibility.examples import TARGET, VM, Edit, both, healthy, on_target, on_vm, put
from tests.compatibility.vsphere_faults import EVC_ALIKE, EVC_FAULTS
from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.evc_admission import FAULTS, joining, setting
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import LANGUAGES, catalogue

CLUSTER, MODE = "cluster-prod", "intel-skylake"


def every_vm(**fields: object) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        for id_ in inventory.vms:
            inventory = put(id_, **fields)(inventory)
        return inventory

    return edit


def old_guests(inventory: Inventory) -> Inventory:
    """All VMs saw no more than an old processor, so that none of them stands in the way."""
    edited = every_vm(min_required_evc_mode_key="intel-merom")(inventory)
    return put(CLUSTER, evc_mode_key=MODE)(edited)


JOIN: dict[str, Edit] = {
    "evc.joinVendor": on_target(cpu_vendor="amd", max_evc_mode_key="amd-zen3"),
    "evc.joinModel": on_target(max_evc_mode_key="intel-haswell"),
    "evc.joinFeatures": on_target(cpu_features=("-cpuid.aes",)),
    "evc.joinDisconnected": on_target(connection_state="disconnected"),
    "evc.joinSoftware": on_target(version="6.5.0"),
    "evc.joinVms": on_vm(host=TARGET, min_required_evc_mode_key="intel-icelake"),
}
SET: dict[str, Edit] = {
    "evc.mixedVendors": on_target(cpu_vendor="amd", max_evc_mode_key="amd-zen3"),
    "evc.modeVendor": lambda inventory: both(
        *(put(id_, cpu_vendor="amd", max_evc_mode_key="amd-zen3") for id_ in inventory.hosts_in(CLUSTER))
    )(inventory),
    "evc.modeHosts": on_target(max_evc_mode_key="intel-haswell"),
    "evc.modeSoftware": on_target(version="6.5.0"),
    "evc.modeDisconnected": on_target(connection_state="notResponding"),
    "evc.modeVms": on_vm(min_required_evc_mode_key="intel-icelake"),
}


def join(inventory: Inventory) -> dict[str, str]:
    return {reason.rule: reason.fault for reason in joining(inventory, TARGET, CLUSTER)}


def set_mode(inventory: Inventory) -> dict[str, str]:
    return {reason.rule: reason.fault for reason in setting(inventory, CLUSTER, MODE)}


def test_every_fault_has_an_example() -> None:
    assert FAULTS.keys() == JOIN.keys() | SET.keys()
    assert set(FAULTS.values()) | EVC_ALIKE.keys() == EVC_FAULTS


@pytest.mark.parametrize("rule", sorted(JOIN))
def test_a_host_is_refused(rule: str) -> None:
    assert join(JOIN[rule](old_guests(healthy()))) == {rule: FAULTS[rule]}


@pytest.mark.parametrize("rule", sorted(SET))
def test_a_mode_is_refused(rule: str) -> None:
    assert set_mode(SET[rule](old_guests(healthy()))) == {rule: FAULTS[rule]}


def test_a_fitting_host_and_mode_are_taken() -> None:
    estate = old_guests(healthy())
    assert join(estate) == {}
    assert set_mode(estate) == {}
    assert joining(put(CLUSTER, evc_mode_key="")(estate), TARGET, CLUSTER) == ()
    assert setting(estate, CLUSTER, "") == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_reason_has_words(language: str) -> None:
    words = catalogue(language)
    reasons = [r for edit in JOIN.values() for r in joining(edit(old_guests(healthy())), TARGET, CLUSTER)]
    reasons += [r for edit in SET.values() for r in setting(edit(old_guests(healthy())), CLUSTER, MODE)]
    assert len(reasons) == len(FAULTS)
    for reason in reasons:
        for text in (reason.text, reason.cure):
            sentence = words.render(text)
            assert sentence.endswith(".")
            assert "{" not in sentence


@given(st.sampled_from([key for key, _ in evc.INTEL]))
def test_in_a_cluster_whose_mode_was_allowed_every_guest_can_go_everywhere(mode: str) -> None:
    estate = healthy()
    if setting(estate, CLUSTER, mode):
        return
    checker = Checker(put(CLUSTER, evc_mode_key=mode)(estate))
    for host in estate.hosts_in(CLUSTER):
        reasons = checker.check(MigrationSpec(vm=VM, host=host)).reasons
        assert "cpu.evc" not in {reason.rule for reason in reasons}
