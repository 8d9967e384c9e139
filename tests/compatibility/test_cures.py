"""A cure takes its reason away and leaves an inventory that is as valid as before."""

from __future__ import annotations

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st

from tests.compatibility.all_examples import EXAMPLES
from tests.compatibility.examples import TARGET, VM, Example, healthy, on_vm, put, spec_of
from tests.strategies import labs, migrations
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.cures import CURABLE, Cure, cures_for
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.inventory.changes import apply_all, inverse_all
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.messages import LANGUAGES, Message, catalogue

BY_HAND = {
    "vm.state": "the plan must be made anew",
    "vm.connection": "its host or its files must be found first",
    "vm.busy": "the other task ends or is cancelled",
    "vm.tools": "somebody must look into the guest",
    "host.same": "another host must be chosen",
    "host.full": "another host must be chosen",
    "host.vmhw": "no way leads back to older virtual hardware",
    "host.guest": "another host must be chosen",
    "memory.size": "a larger host must be chosen",
    "cap.load": "other VMs must go first",
    "vmotion.subnet": "routers and gateways are no part of the estate",
    "vmotion.rtt": "light is not faster",
    "vmotion.protocol": "ESXi must be updated",
    "vmotion.ipFamily": "the management network must be planned anew",
    "vmotion.otherNetwork": "the wizard's mapping decides",
    "net.notsame": "somebody must know both networks",
    "net.macKept": "nothing is to be cured",
    "net.address": "the wizard's mapping or the guest decides",
    "ds.same": "another datastore must be chosen",
    "ds.datacenter": "another place must be chosen",
    "disk.count": "they move in several steps",
    "rdm.unsupported": "another host must be chosen",
    "rdm.datastore": "another datastore must be chosen",
    "rdm.large": "ESXi must be updated",
    "ha.protect": "a shared datastore must be chosen",
    "xvc.hosts": "ESXi must be updated",
}
"""Rules that no edit of the estate takes away, and why."""


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return healthy()


def problems(inventory: Inventory) -> set[str]:
    return {f"{problem.place} {problem.text.key}" for problem in validate_lab(Lab(inventory=inventory))}


def rules_at(inventory: Inventory, spec: MigrationSpec) -> set[str]:
    return {reason.rule for reason in Checker(inventory).check(spec).reasons}


def assert_cures(inventory: Inventory, spec: MigrationSpec, cure: Cure) -> None:
    cured = apply_all(inventory, cure.changes)
    assert cure.rule not in rules_at(cured, spec)
    assert problems(cured) <= problems(inventory)
    assert apply_all(cured, inverse_all(inventory, cure.changes)) == inventory


def test_every_rule_has_a_cure_or_a_reason_why_not() -> None:
    ids = {rule.id for rule in RULES}
    assert ids >= CURABLE
    assert ids - CURABLE == BY_HAND.keys()


@pytest.mark.parametrize("rule_id", sorted(CURABLE))
def test_a_cure_takes_its_reason_away(inventory: Inventory, rule_id: str) -> None:
    example = EXAMPLES[rule_id]
    edited = example.edit(inventory)
    spec = spec_of(example, edited)
    found = cures_for(edited, spec, rule_id)
    assert found
    for cure in found:
        assert_cures(edited, spec, cure)


@pytest.mark.parametrize("rule_id", sorted(CURABLE))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cure_says_what_it_does(inventory: Inventory, rule_id: str, language: str) -> None:
    example = EXAMPLES[rule_id]
    edited = example.edit(inventory)
    for cure in cures_for(edited, spec_of(example, edited), rule_id):
        for text in (cure.text, *cure.effects):
            sentence = catalogue(language).render(text)
            assert sentence != text.key
            assert "{" not in sentence
            assert ", ," not in sentence


def test_a_vm_that_saw_a_newer_processor_can_go_after_a_power_cycle(inventory: Inventory) -> None:
    example = EXAMPLES["cpu.evc"]
    edited = example.edit(inventory)
    cures = {cure.text.key: cure for cure in cures_for(edited, spec_of(example, edited), "cpu.evc")}
    lower = cures["cure.lowerMode"]
    assert [note.key for note in lower.effects] == ["cure.effect.powerCycle", "cure.effect.featuresLost"]
    assert "AVX512F" in lower.effects[1].args["features"]
    assert apply_all(edited, lower.changes).vms[VM].evc_mode_key == "intel-haswell"
    assert cures["cure.powerOff"].effects == (Message("cure.effect.guestDown"),)


def test_an_old_vm_cannot_have_a_mode_of_its_own(inventory: Inventory) -> None:
    example = EXAMPLES["cpu.evc"]
    edited = on_vm(hardware_version=13)(example.edit(inventory))
    keys = [cure.text.key for cure in cures_for(edited, spec_of(example, edited), "cpu.evc")]
    assert keys == ["cure.powerOff"]


def test_only_the_clusters_mode_in_the_way_is_raised(inventory: Inventory) -> None:
    edited = on_vm(min_required_evc_mode_key="intel-cascadelake")(
        put("cluster-prod", evc_mode_key="intel-haswell")(inventory)
    )
    spec = MigrationSpec(vm=VM, host=TARGET)
    first = cures_for(edited, spec, "cpu.evc")[0]
    assert (first.text.key, first.text.args["mode"]) == ("cure.raiseClusterMode", "Intel Cascade Lake")
    assert_cures(edited, spec, first)


def test_an_unknown_vm_has_no_cure(inventory: Inventory) -> None:
    with pytest.raises(KeyError):
        cures_for(inventory, MigrationSpec(vm="vm-nobody"), "cpu.evc")
    assert cures_for(inventory, spec_of(Example(on_vm()), inventory), "no.rule") == ()


@given(st.data())
def test_cures_of_any_lab_take_their_reasons_away(data: st.DataObject) -> None:
    lab = data.draw(labs())
    spec = data.draw(migrations(lab.inventory)).spec
    for rule in sorted(rules_at(lab.inventory, spec)):
        for cure in cures_for(lab.inventory, spec, rule):
            assert_cures(lab.inventory, spec, cure)


@given(st.data())
def test_cures_of_the_demo_estate_take_their_reasons_away(data: st.DataObject) -> None:
    estate = healthy()
    vm = data.draw(st.sampled_from(sorted(estate.vms)))
    host = data.draw(st.sampled_from(sorted(estate.hosts)))
    store = data.draw(st.sampled_from(["", *sorted(estate.datastores)]))
    spec = MigrationSpec(vm=vm, host=host, datastore=store)
    for rule in sorted(rules_at(estate, spec)):
        for cure in cures_for(estate, spec, rule):
            assert_cures(estate, spec, cure)


@given(st.lists(st.sampled_from(sorted(EXAMPLES)), min_size=2, max_size=4, unique=True))
def test_cures_of_an_estate_with_several_faults_take_their_reasons_away(ids: list[str]) -> None:
    estate = with_faults(ids)
    for spec in {
        spec_of(EXAMPLES[rule_id], estate).host: spec_of(EXAMPLES[rule_id], estate) for rule_id in ids
    }.values():
        for rule in sorted(rules_at(estate, spec)):
            for cure in cures_for(estate, spec, rule):
                assert_cures(estate, spec, cure)


def with_faults(ids: list[str]) -> Inventory:
    """The demo estate after the edits of several examples; a few need what another has taken away."""
    estate = healthy()
    try:
        for rule_id in ids:
            estate = EXAMPLES[rule_id].edit(estate)
    except (StopIteration, IndexError, KeyError):
        reject()
    return estate
