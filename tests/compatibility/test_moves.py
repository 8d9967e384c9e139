"""All hosts and all datastores at once agree with one check each, with storage and several VMs too."""

from __future__ import annotations

import msgspec
import pytest

from tests.compatibility.all_examples import EXAMPLES
from tests.compatibility.examples import SOURCE, TARGET, VM, healthy, on_vm, other_store, put, read_only
from vmotion_gui import resources
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.entities import PortGroup, Switch
from vmotion_gui.inventory.estate import Inventory


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return healthy()


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
@pytest.mark.parametrize("with_storage", [False, True])
def test_hosts_agree_with_check_in_edited_estates(inventory: Inventory, rule_id: str, with_storage: bool) -> None:
    edited = EXAMPLES[rule_id].edit(inventory)
    checker = Checker(edited)
    store = other_store(inventory) if with_storage else ""
    verdicts = checker.hosts(VM, datastore=store)
    for host in edited.hosts:
        alone = checker.check(MigrationSpec(vm=VM, host=host, datastore=store))
        assert verdicts.of(host) is alone.severity
        assert verdicts.reasons(host) == alone.reasons
    assert verdicts.all_reasons() == {host: verdicts.reasons(host) for host in edited.hosts}
    by_rule = verdicts.by_rule()
    for row, host in enumerate(verdicts.host_ids):
        spoken = {reason.rule: reason.severity for reason in verdicts.reasons(host)}
        assert {rule: levels[row] for rule, levels in by_rule.items() if levels[row]} == spoken


def test_a_target_that_is_read_only_on_the_own_host_is_refused(inventory: Inventory) -> None:
    edited = read_only(SOURCE, other_store)(inventory)
    verdict = Checker(edited).check(MigrationSpec(vm=VM, datastore=other_store(inventory)))
    assert [(r.rule, r.severity) for r in verdict.reasons] == [("ds.readonly", Severity.ERROR)]


def test_a_selected_vm_is_not_counted_twice_where_it_runs(inventory: Inventory) -> None:
    size = int(inventory.hosts[TARGET].memory_bytes * 0.4)
    there = inventory.vms_on(TARGET)[0]
    edited = put(there, memory_reservation_bytes=size)(on_vm(memory_reservation_bytes=size)(inventory))
    together = Checker(edited).hosts_for([there, VM])
    assert "cap.memory" not in {reason.rule for reason in together.reasons(TARGET)}


@pytest.mark.parametrize("rule_id", ["ds.maintenance", "ds.space", "ds.readonly", "ds.inaccessible", "vm.question"])
def test_datastores_agree_with_check(inventory: Inventory, rule_id: str) -> None:
    checker = Checker(EXAMPLES[rule_id].edit(inventory))
    verdicts = checker.datastores(VM)
    for id_, severity in zip(verdicts.datastore_ids, verdicts.severity.tolist(), strict=True):
        alone = checker.check(MigrationSpec(vm=VM, datastore=id_))
        assert severity == alone.severity
        assert verdicts.reasons(id_) == alone.reasons
    assert sum(verdicts.counts()) == len(verdicts.datastore_ids)
    with pytest.raises(KeyError):
        verdicts.reasons("no-datastore")


def test_a_network_of_the_same_name_stands_in_only_in_another_datacenter() -> None:
    """The demo's two "dv-Web" are one stretched subnet, "dv-Servers" is in Munich alone."""
    demo = load(resources.path("labs/demo.json")).inventory
    checker = Checker(demo)
    web = checker.check(MigrationSpec(vm="vm-web-dr-01", host="host-1", datastore="datastore-vmfs-01"))
    found = [(r.rule, r.severity) for r in web.reasons]
    assert found == [("net.notsame", Severity.WARNING), ("net.macKept", Severity.INFO)]
    servers = checker.check(MigrationSpec(vm="vm-repl-01", host="host-1", datastore="datastore-vmfs-01"))
    assert "net.dvport" in {reason.rule for reason in servers.reasons}
    second = put("dv-web-dr", name="dv-Elsewhere")(demo).with_entities(
        [
            Switch(id="dvs-2", name="dvs-2", distributed=True, datacenter="datacenter-prod", hosts=("host-2",)),
            PortGroup(id="dv-web-2", name="dv-Web", switch="dvs-2"),
            msgspec.structs.replace(demo.switches["dvs-hq"], hosts=("host-1",)),
        ]
    )
    near = Checker(second).check(MigrationSpec(vm="vm-web-01", host="host-2"))
    assert "net.dvport" in {reason.rule for reason in near.reasons}


@pytest.mark.parametrize(("ports", "full"), [(0, True), (1, False)])
def test_a_full_distributed_switch_takes_no_further_adapter(inventory: Inventory, ports: int, full: bool) -> None:
    switch = Switch(id="switch-new", name="New", distributed=True, hosts=(SOURCE, TARGET), ports=ports)
    edited = inventory.with_entities([switch, PortGroup(id="group-new", name="New LAN", switch=switch.id)])
    spec = MigrationSpec(vm=VM, host=TARGET, networks={inventory.vms[VM].nics[0].label: "group-new"})
    faults = [(reason.rule, reason.fault) for reason in Checker(edited).check(spec).reasons]
    assert faults == ([("net.full", "DestinationSwitchFull")] if full else [])
