"""Which hosts may join a cluster with EVC, and which mode it may get: every fault speaks when it should, and alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compatibility.examples import TARGET, VM, healthy, put
from tests.compatibility.examples_evc import CLUSTER, JOIN, MODE, SET, old_guests
from tests.compatibility.vsphere_faults import EVC_ALIKE, EVC_FAULTS
from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.evc_admission import FAULTS, joining, setting
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import LANGUAGES, catalogue


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
