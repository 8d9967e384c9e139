"""Documents whose parts do not fit each other: a table of faults, each with its place."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings

from tests.inventory.faults import plain_lab, problems, put, sentence
from tests.strategies import labs
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.inventory.validation.references import REFERENCES

_RULE = {"kind": "vmAffinity", "name": "Together", "vms": ["vm-1", "vm-2"]}
_PHASE = {"duration_s": 5.0}


@pytest.mark.parametrize(
    ("place", "value", "key", "at"),
    [
        ("$.sites[1].id", "site", "duplicateId", "$.sites[1].id"),
        ("$.vms[1].id", "h1", "duplicateId", "$.vms[1].id"),
        (
            "$.vms[0].disks",
            [{"datastore": "ds", "path": p, "capacity_bytes": 1} for p in "ab"],
            "duplicateLabel",
            "$.vms[0].disks[1].label",
        ),
        (
            "$.vms[0].nics",
            [{"portgroup": "pg"}, {"portgroup": "pg"}],
            "duplicateLabel",
            "$.vms[0].nics[1].label",
        ),
        ("$.hosts[0].pnics[1].device", "vmnic0", "duplicateLabel", "$.hosts[0].pnics[1].device"),
        ("$.hosts[0].mounts", [{"datastore": "ds"}] * 2, "duplicateLabel", "$.hosts[0].mounts[1].datastore"),
        ("$.clusters[0].rules", [_RULE, _RULE], "duplicateLabel", "$.clusters[0].rules[1].name"),
        ("$.folders[0].parent", "folder", "cycle", "$.folders[0].parent"),
        ("$.resource_pools[0].parent", "pool-b", "cycle", "$.resource_pools[0].parent"),
        ("$.hosts[0].datacenter", "dc-2", "otherDatacenter", "$.hosts[0].datacenter"),
        ("$.switches[1].datacenter", "dc-2", "otherDatacenter", "$.switches[1].hosts[0]"),
        ("$.clusters[0].folder", "folder", "folderKind", "$.clusters[0].folder"),
        ("$.vms[0].folder", "folder-h", "folderKind", "$.vms[0].folder"),
        ("$.folders[0].parent", "dc-2", "otherDatacenter", "$.vms[0].folder"),
        ("$.vms[0].resource_pool", "pool-2", "poolElsewhere", "$.vms[0].resource_pool"),
        ("$.hosts[0].cpu_vendor", "amd", "evcVendor", "$.hosts[0].max_evc_mode_key"),
        ("$.hosts[0].cores", 1, "fewerCoresThanSockets", "$.hosts[0].cores"),
        ("$.datastores[0].free_bytes", 1001, "moreFree", "$.datastores[0].free_bytes"),
        ("$.subnets[0].cidr", "10.0.0.5/24", "cidr", "$.subnets[0].cidr"),
        ("$.subnets[0].cidr", "10.0.0.0", "cidr", "$.subnets[0].cidr"),
        ("$.subnets[0].gateway", "10.0.1.1", "outsideSubnet", "$.subnets[0].gateway"),
        ("$.subnets[0].gateway", "10.0.0.256", "ipAddress", "$.subnets[0].gateway"),
        (
            "$.hosts[0].vmk_adapters[0].ip_address",
            "10.0.9.1",
            "outsideSubnet",
            "$.hosts[0].vmk_adapters[0].ip_address",
        ),
        ("$.hosts[0].vmk_adapters[0].gateway", "router", "ipAddress", "$.hosts[0].vmk_adapters[0].gateway"),
        ("$.vms[0].nics[0].mac_address", "00-50-56-00-00-01", "macAddress", "$.vms[0].nics[0].mac_address"),
        ("$.vms[0].nics[0].ip_address", "10.0.0", "ipAddress", "$.vms[0].nics[0].ip_address"),
        ("$.switches[0].hosts", ["h1", "h2"], "standardSwitchHosts", "$.switches[0].hosts"),
        ("$.switches[1].datacenter", "", "switchWithoutDatacenter", "$.switches[1].datacenter"),
        ("$.hosts[1].pnics[0].switch", "sw", "notAMember", "$.hosts[1].pnics[0].switch"),
        ("$.switches[1].hosts", ["h2"], "notAMember", "$.hosts[0].vmk_adapters[0].portgroup"),
        ("$.links[0].b", "site", "linkToItself", "$.links[0].b"),
        ("$.links[0].b", "net", "linkOfTwoKinds", "$.links[0].b"),
        ("$.vms[0].memory_reservation_bytes", 5 << 30, "moreThanMemory", "$.vms[0].memory_reservation_bytes"),
        ("$.vms[0].touched_memory_bytes", 5 << 30, "moreThanMemory", "$.vms[0].touched_memory_bytes"),
        ("$.vms[0].cores_per_socket", 3, "coresPerSocket", "$.vms[0].cores_per_socket"),
        ("$.vms[0].template", True, "templatePower", "$.vms[0].power_state"),
        ("$.vms[0].disks[0].used_bytes", 101, "diskUsed", "$.vms[0].disks[0].used_bytes"),
        (
            "$.vms[0].memory_layout",
            [{"role": "applications", "fraction": 0.9}],
            "memoryLayout",
            "$.vms[0].memory_layout",
        ),
        ("$.vms[0].workload", {"phases": []}, "noPhase", "$.vms[0].workload.phases"),
        (
            "$.vms[0].workload",
            {"phases": [_PHASE, {}]},
            "phaseWithoutDuration",
            "$.vms[0].workload.phases[1].duration_s",
        ),
        ("$.commands[1].time_s", 0.5, "timeBackwards", "$.commands[1].time_s"),
        ("$.commands[0].command.spec", {"vm": "vm-1"}, "migrationToNowhere", "$.commands[0].command.spec"),
        (
            "$.commands[0].command.spec.disks",
            {"Floppy": "ds"},
            "unknownLabel",
            '$.commands[0].command.spec.disks["Floppy"]',
        ),
        (
            "$.commands[1].command.migration",
            "migration-2",
            "unknownMigration",
            "$.commands[1].command.migration",
        ),
        ("$.commands[1].command.migration", "first", "unknownMigration", "$.commands[1].command.migration"),
        ("$.commands[2].command.fault.link", "wan-2", "unknownReference", "$.commands[2].command.fault.link"),
    ],
)
def test_one_fault(place: str, value: Any, key: str, at: str) -> None:
    document = plain_lab()
    put(document, place, value)
    assert any(found == at and name.startswith(f"problem.{key}") for found, name in problems(document))


def test_a_vm_on_two_hosts_is_named_as_that() -> None:
    document = plain_lab()
    put(document, "$.vms[1].id", "vm-1")
    assert problems(document) == [("$.vms[1].id", "problem.duplicateId")]
    put(document, "$.vms[1].host", "h2")
    assert problems(document) == [("$.vms[1]", "problem.vmOnTwoHosts")]
    assert "on two hosts: here on “h2”, at $.vms[0] on “h1”" in sentence(document)


def _reference_places() -> list[tuple[str, str]]:
    """Every reference of the table with its entity's collection."""
    names = {kind: name for name, kind in COLLECTIONS.items()}
    return [(names[kind], reference.path) for kind, references in REFERENCES.items() for reference in references]


_FULL: dict[str, Any] = {
    "clusters": {
        "das": {"failover_hosts": ["h1"]},
        "rules": [{"kind": "vmHost", "name": "r", "vms": ["vm-1"], "hosts": ["h1"]}],
    },
    "datastores": {"cluster": "pod"},
    "vms": {"config_datastore": "ds", "fault_tolerance_secondary_host": "h2"},
    "hosts": {"folder": "folder-h", "vsan_components": [{"vm": "vm-1", "size_bytes": 1}]},
}


@pytest.mark.parametrize(("collection", "path"), _reference_places())
def test_every_reference_to_nothing_is_named(collection: str, path: str) -> None:
    document = plain_lab()
    document["datastore_clusters"] = [{"id": "pod", "name": "Pod", "datacenter": "dc"}]
    document[collection][0] |= _FULL.get(collection, {})
    place = f"$.{collection}[0].{path.replace('[]', '[0]')}"
    put(document, place, "not-there")
    assert (place, "problem.unknownReference") in problems(document)


def test_a_reference_to_another_kind_says_what_it_is() -> None:
    document = plain_lab()
    put(document, "$.vms[0].host", "ds")
    assert '"ds", which is one of the datastores; allowed is the id of one of the hosts' in sentence(document)


def test_a_cycle_is_told_once_with_its_members() -> None:
    document = plain_lab()
    document["folders"] = [
        {"id": "a", "name": "a", "parent": "b"},
        {"id": "b", "name": "b", "parent": "c"},
        {"id": "c", "name": "c", "parent": "b"},
    ]
    document["vms"] = document["commands"] = []
    lines = sentence(document).splitlines()
    assert len(lines) == 1
    assert "b → c → b" in lines[0]


def test_commands_may_name_what_earlier_ones_bring() -> None:
    document = plain_lab()
    vm = {"id": "vm-3", "name": "vm-3", "host": "h1"}
    put_vm = {"kind": "entityPut", "collection": "vms", "entity": vm}
    migrate = {"kind": "migrate", "spec": {"vm": "vm-3", "host": "h2"}}
    document["commands"] = [
        {"time_s": 1, "command": migrate},
        {"time_s": 2, "command": {"kind": "editInventory", "changes": [put_vm]}},
        {"time_s": 3, "command": migrate},
    ]
    assert problems(document) == [("$.commands[0].command.spec.vm", "problem.unknownReferenceSimilar")]


def test_edits_are_checked_like_the_document() -> None:
    document = plain_lab()
    changes = [
        {
            "kind": "vmMoved",
            "vm": "vm-1",
            "host": "h9",
            "disks": [{"label": "d", "datastore": "h1", "path": "p"}],
        },
        {"kind": "fieldsChanged", "id": "h1", "fields": {"cores": 0, "corse": 4}},
        {"kind": "entityPut", "collection": "hosts", "entity": {"id": "h3", "name": "h3"}},
        {"kind": "entityPut", "collection": "planets", "entity": {}},
        {"kind": "entityRemoved", "id": "h8"},
    ]
    document["commands"] = [{"time_s": 1, "command": {"kind": "editInventory", "changes": changes}}]
    base = "$.commands[0].command.changes"
    assert [place for place, _ in problems(document)] == [
        f"{base}[0].host",
        f"{base}[0].disks[0].datastore",
        f"{base}[1].fields.cores",
        f"{base}[1].fields.corse",
        f"{base}[2].entity",
        f"{base}[3].collection",
        f"{base}[4].id",
    ]


@given(labs(with_commands=True))
@settings(max_examples=50, deadline=None)
def test_random_labs_are_valid(lab: Lab) -> None:
    assert validate_lab(lab) == []
