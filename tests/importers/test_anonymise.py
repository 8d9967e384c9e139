"""Nothing of the original's names is left, and what belonged together still does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.importers.sheets import without_hosts
from tests.tools.rvtools_workbook import Estate, write_sheets, write_workbook
from vmotion_gui import resources
from vmotion_gui.importers.anonymise import anonymise, plain_document, texts_of
from vmotion_gui.importers.hidden_addresses import HiddenAddresses
from vmotion_gui.importers.rvtools import import_rvtools
from vmotion_gui.inventory import commands as c
from vmotion_gui.inventory.changes import FieldsChanged, VmMoved
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.entities import Entity
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab

_VOCABULARY = re.compile(
    r"[a-zA-Z][a-zA-Z0-9]*([-_.][a-z0-9_]+)?|\*|[\d.]+|vmotion-gui-lab|client:|(intel|amd)-[a-z0-9-]+"
    r"|(Hard disk|Network adapter|CD/DVD drive|USB|PCI device) \d+|(Intel|AMD).*|VMware, Inc\."
    r"|\w+Guest|\d{4}-\d\d-\d\dT[\d:]+Z|(build|web)-server|(in-memory-cache|memory-stress)|\d{4}/\d\d/\d\d [\d:]+"
)
"""Words that may stand in both: states, versions, fields, guest ids, CPU models, VMware's labels, presets, dates."""


@pytest.fixture(params=["demo", "full", "gaps"])
def lab(request: pytest.FixtureRequest, tmp_path: Path) -> Lab:
    if request.param == "demo":
        return load(resources.path("labs/demo.json"))
    path = tmp_path / "secret export.xlsx"
    if request.param == "full":
        write_workbook(path, Estate(60))
    else:
        write_sheets(path, without_hosts())
    return import_rvtools(path).lab


def _identifying(lab: Lab) -> set[str]:
    """Names, ids, addresses, paths, labels and notes: every text that is not a word of the format."""
    named: set[str] = set()
    for entity in lab.inventory:
        assert isinstance(entity, Entity)
        named |= {entity.id, entity.name}
    plain = plain_document(lab)
    return named | {text for text in texts_of(plain) if not _VOCABULARY.fullmatch(text)} - {""}


def test_no_text_of_the_original_is_left(lab: Lab) -> None:
    hidden = set(texts_of(plain_document(anonymise(lab))))
    assert _identifying(lab) & hidden == set()


def test_no_long_name_hides_within_another_text(lab: Lab) -> None:
    everything = "\n".join(texts_of(plain_document(anonymise(lab))))
    for name in _identifying(lab):
        if len(name) > 7:
            assert name not in everything


def test_what_belongs_together_still_does(lab: Lab) -> None:
    hidden = anonymise(lab)
    assert validate_lab(hidden) == []
    for name in COLLECTIONS:
        assert len(hidden.inventory.collection(name)) == len(lab.inventory.collection(name))
    for before, after in zip(lab.inventory.vms.values(), hidden.inventory.vms.values(), strict=True):
        assert (before.cpus, before.memory_bytes, before.workload) == (after.cpus, after.memory_bytes, after.workload)
        assert len(lab.inventory.vms_on(before.host)) == len(hidden.inventory.vms_on(after.host))
        assert len(before.datastores) == len(after.datastores)


def test_port_groups_of_one_name_keep_one_name(lab: Lab) -> None:
    hidden = anonymise(lab)
    pairs = {
        (before.name, after.name)
        for before, after in zip(lab.inventory.portgroups.values(), hidden.inventory.portgroups.values(), strict=True)
    }
    assert len(pairs) == len({name for name, _ in pairs}) == len({name for _, name in pairs})


def test_the_same_seed_gives_the_same_lab(lab: Lab) -> None:
    assert anonymise(lab, seed=3) == anonymise(lab, seed=3)
    assert anonymise(lab, seed=3) != anonymise(lab, seed=4)


def test_commands_follow_the_names() -> None:
    demo = load(resources.path("labs/demo.json"))
    vm = next(vm for vm in demo.inventory.vms.values() if vm.disks and vm.nics)
    moved = VmMoved(vm=vm.id, host=vm.host, portgroups={vm.nics[0].label: vm.nics[0].portgroup})
    given: tuple[c.Command, ...] = (
        c.Migrate(spec=c.MigrationSpec(vm=vm.id, host=vm.host, disks={vm.disks[0].label: vm.disks[0].datastore})),
        c.CancelMigration(migration="migration-1"),
        c.EnterMaintenanceMode(host=vm.host, vsan_mode="noAction"),
        c.CancelTask(task="task-1"),
        c.InjectFault(fault=c.HostFailed(host=vm.host)),
        c.EditInventory(changes=(moved, FieldsChanged(id=vm.id, fields={"annotation": "secret"})), label="edit.move"),
    )
    timed = tuple(c.TimedCommand(time_s=float(n), command=command) for n, command in enumerate(given))
    hidden = anonymise(Lab(inventory=demo.inventory, commands=timed))
    assert validate_lab(hidden) == []
    migrate, cancel, enter, end, fault, edit = (entry.command for entry in hidden.commands)
    assert isinstance(migrate, c.Migrate)
    assert migrate.spec.vm in hidden.inventory.vms
    assert list(migrate.spec.disks) == [vm.disks[0].label]
    assert isinstance(cancel, c.CancelMigration)
    assert cancel.migration == "migration-1"
    assert isinstance(enter, c.EnterMaintenanceMode)
    assert enter.host in hidden.inventory.hosts
    assert enter.vsan_mode == "noAction"
    assert end == c.CancelTask(task="task-1")
    assert isinstance(fault, c.InjectFault)
    assert isinstance(edit, c.EditInventory)
    assert edit.label == "edit.move"
    assert "secret" not in "\n".join(texts_of(plain_document(hidden)))


def test_addresses_keep_their_subnets_and_avoid_the_originals() -> None:
    addresses = HiddenAddresses(["10.0.0.77", "10.0.1.5", "not an address"])
    assert addresses.network("192.168.7.0/24") == "10.0.2.0/24"
    assert addresses.address("192.168.7.9") == "10.0.2.9"
    assert addresses.address("172.16.0.1") == "10.0.3.1"
    assert addresses.address("fe80::1") == "fd00::1"
    assert addresses.network("192.168.0.0/16") == "10.1.0.0/16"
    assert addresses.address("nonsense") == ""
