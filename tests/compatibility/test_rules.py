"""Every rule speaks when it should and is silent in a healthy estate; every rule has words in both languages."""

from __future__ import annotations

import msgspec
import pytest

from tests.compatibility.all_examples import EXAMPLES
from tests.compatibility.examples import (
    SOURCE,
    TARGET,
    VM,
    Example,
    healthy,
    home,
    moved_away,
    on_vm,
    other_store,
    put,
    spec_of,
)
from tests.compatibility.vsphere_faults import ELSEWHERE, FAULT_OF, FAULTS
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Datastore
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import LANGUAGES, catalogue

BY_ID = {rule.id: rule for rule in RULES}


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return healthy()


def spoken(inventory: Inventory, spec: MigrationSpec, **options: dict[str, str]) -> dict[str, Severity]:
    verdict = Checker(inventory).check(spec, busy=options.get("busy"))
    return {reason.rule: reason.severity for reason in verdict.reasons}


def test_every_rule_has_an_example() -> None:
    assert BY_ID.keys() == EXAMPLES.keys()
    assert len(RULES) == len(BY_ID)


def test_every_rule_stands_for_the_fault_that_is_its_own() -> None:
    assert {rule.id: rule.fault for rule in RULES} == FAULT_OF


def test_every_fault_of_a_check_has_a_row_or_a_reason_why_not() -> None:
    rows = {name for rule in RULES for name in (rule.fault, *rule.also, rule.wrapper) if name}
    assert FAULTS - rows - ELSEWHERE.keys() == set()
    assert rows & ELSEWHERE.keys() == set()
    assert rows - FAULTS == set()


def test_every_reason_says_where_it_is_explained() -> None:
    anchors = [rule.help for rule in RULES]
    assert len(set(anchors)) == len(anchors)
    assert all(
        anchor.startswith("compatibility/") and anchor.endswith(f"#{rule.id}")
        for anchor, rule in zip(anchors, RULES, strict=True)
    )


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_a_rule_speaks_when_its_case_is_there(inventory: Inventory, rule_id: str) -> None:
    example = EXAMPLES[rule_id]
    edited = example.edit(inventory)
    verdict = Checker(edited).check(spec_of(example, edited), busy=example.busy)
    reason = next((r for r in verdict.reasons if r.rule == rule_id), None)
    assert reason is not None
    assert (reason.severity, reason.fault) == (example.severity, FAULT_OF[rule_id])


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_a_rule_is_silent_when_its_case_only_comes_near(inventory: Inventory, rule_id: str) -> None:
    example = EXAMPLES[rule_id]
    near = example.silent(inventory) if example.silent else inventory
    asked = example.asked if example.silent else {}
    example = msgspec.structs.replace(example, asked=asked, target=TARGET)
    assert rule_id not in spoken(near, spec_of(example, near))


@pytest.mark.parametrize("move", ["", "storage", "both"])
def test_a_healthy_estate_gives_no_reason(inventory: Inventory, move: str) -> None:
    spec = spec_of(Example(lambda i: i, move=move), inventory)
    assert spoken(inventory, spec) == {}


def test_a_running_task_is_named(inventory: Inventory) -> None:
    checker = Checker(inventory)
    verdict = checker.check(MigrationSpec(vm=VM, host=TARGET), busy={VM: "Relocate virtual machine"})
    (reason,) = verdict.reasons
    assert (reason.rule, reason.fault) == ("vm.busy", "TaskInProgress")
    assert reason.text.args["task"] == "Relocate virtual machine"


def test_storage_that_is_there_already_cannot_move_there(inventory: Inventory) -> None:
    assert spoken(inventory, MigrationSpec(vm=VM, datastore=home(inventory)))["ds.same"] is Severity.ERROR


def test_a_local_datastore_takes_the_protection_away(inventory: Inventory) -> None:
    local = next(
        store
        for store in inventory.datastores
        if [h.id for h in inventory.hosts.values() if store in {m.datastore for m in h.mounts}] == [SOURCE]
    )
    assert spoken(inventory, MigrationSpec(vm=VM, datastore=local))["ha.protect"] is Severity.WARNING


def test_a_target_datastore_must_be_mounted(inventory: Inventory) -> None:
    mounted = {mount.datastore for mount in inventory.hosts[TARGET].mounts}
    elsewhere = next(store for store in inventory.datastores if store not in mounted)
    assert spoken(inventory, MigrationSpec(vm=VM, host=TARGET, datastore=elsewhere))["ds.target"] is Severity.ERROR


def test_old_vcenters_of_two_domains_do_not_meet(inventory: Inventory) -> None:
    here = inventory.datacenters[inventory.hosts[SOURCE].datacenter].vcenter
    old = put(here, version="6.7.0")(moved_away(version="6.7.0", sso_domain="other.local")(inventory))
    assert spoken(old, MigrationSpec(vm=VM, host=TARGET))["xvc.sso"] is Severity.ERROR
    new = put(here, version="7.0.3")(old)
    assert "xvc.sso" not in spoken(new, MigrationSpec(vm=VM, host=TARGET))


def test_changing_networks_needs_a_host_that_can(inventory: Inventory) -> None:
    nic = inventory.vms[VM].nics[0]
    spec = MigrationSpec(vm=VM, host=TARGET, networks={nic.label: nic.portgroup})
    edited = put(TARGET, vmotion_across_network_supported=False)(inventory)
    assert spoken(edited, spec)["vmotion.otherNetwork"] is Severity.ERROR
    assert "vmotion.otherNetwork" not in spoken(edited, MigrationSpec(vm=VM, host=TARGET))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("part", ["text", "cure"])
def test_every_rule_has_words(language: str, part: str) -> None:
    keys = catalogue(language).keys
    assert [rule.id for rule in RULES if f"rule.{rule.id}.{part}" not in keys] == []


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_sentence_finds_its_arguments(inventory: Inventory, rule_id: str, language: str) -> None:
    example = EXAMPLES[rule_id]
    edited = example.edit(inventory)
    verdict = Checker(edited).check(spec_of(example, edited), busy=example.busy)
    reason = next(r for r in verdict.reasons if r.rule == rule_id)
    for sentence in (catalogue(language).render(reason.text), catalogue(language).render(reason.cure)):
        assert sentence.endswith((".", "?"))
        assert "{" not in sentence
        assert "[" not in sentence


def test_powered_off_vms_are_not_held_to_live_rules(inventory: Inventory) -> None:
    edited = EXAMPLES["vmotion.target"].edit(on_vm(power_state="poweredOff", required_cpu_features=("x",))(inventory))
    verdict = Checker(edited).check(MigrationSpec(vm=VM, host=TARGET))
    assert verdict.type is MigrationType.COLD
    assert verdict.possible


def test_errors_come_first(inventory: Inventory) -> None:
    edited = EXAMPLES["host.maintenance"].edit(EXAMPLES["vm.tools"].edit(inventory))
    severities = [reason.severity for reason in Checker(edited).check(MigrationSpec(vm=VM, host=TARGET)).reasons]
    assert severities == sorted(severities, reverse=True)
    assert len(severities) == 2


def test_all_hosts_at_once_agree_with_each_alone(inventory: Inventory) -> None:
    checker = Checker(inventory)
    for vm in list(inventory.vms)[::7]:
        verdicts = checker.hosts(vm)
        for host in inventory.hosts:
            alone = checker.check(MigrationSpec(vm=vm, host=host))
            assert verdicts.of(host) is alone.severity
            assert verdicts.reasons(host) == alone.reasons
        assert sum(verdicts.counts()) == len(inventory.hosts)


def test_several_vms_need_room_together(inventory: Inventory) -> None:
    room = inventory.hosts[TARGET].memory_bytes
    heavy = put("vm-web-05", memory_reservation_bytes=int(room * 0.4))(
        on_vm(memory_reservation_bytes=int(room * 0.4))(inventory)
    )
    crowded = put("vm-web-09", memory_reservation_bytes=int(room * 0.4))(heavy)
    checker = Checker(crowded)
    each = [checker.check(MigrationSpec(vm=vm, host=TARGET)).possible for vm in (VM, "vm-web-05", "vm-web-09")]
    assert each == [True, True, True]
    together = checker.hosts_for([VM, "vm-web-05", "vm-web-09"])
    assert together.of(TARGET) is Severity.ERROR


def test_the_next_inventory_gets_the_same_answers_from_reused_columns(inventory: Inventory) -> None:
    before = Checker(inventory)
    heavy = put("vm-web-02", memory_reservation_bytes=inventory.hosts[TARGET].memory_bytes)(inventory)
    for after in (
        heavy,
        put(TARGET, maintenance_state="entering")(inventory),
        put("vm-web-02", host=SOURCE)(inventory),
    ):
        reused = Checker.for_inventory(after, previous=before)
        assert (reused.hosts(VM).severity == Checker(after).hosts(VM).severity).all()


def test_datastores_are_judged_for_a_storage_vmotion(inventory: Inventory) -> None:
    verdicts = Checker(inventory).datastores(VM)
    judged = dict(zip(verdicts.datastore_ids, verdicts.severity.tolist(), strict=True))
    assert judged[home(inventory)] == Severity.ERROR
    assert judged[other_store(inventory)] < Severity.ERROR
    assert isinstance(inventory.get(verdicts.datastore_ids[0]), Datastore)


@pytest.mark.parametrize(
    ("rule_id", "about"),
    [
        ("ds.config", "datastore-vmfs-01"),
        ("ds.space", "datastore-nfs-lib"),
        ("dev.image", "ds-iso"),
        ("net.missing", f"group-{SOURCE}"),
        ("net.dvport", "dv-web-hq"),
        ("rule.separate", "cluster-prod"),
        ("ha.capacity", "cluster-dev"),
        ("xvc.licence", "vcenter-dr"),
    ],
)
def test_a_reason_names_the_object_that_is_the_cause(inventory: Inventory, rule_id: str, about: str) -> None:
    example = EXAMPLES[rule_id]
    edited = example.edit(inventory)
    reasons = Checker(edited).check(spec_of(example, edited)).reasons
    reason = next(reason for reason in reasons if reason.rule == rule_id)
    host = SOURCE if example.move == "storage" else TARGET
    assert reason.objects == (VM, host, about)
