"""Snapshots as edits: their files and space, what stands against one, and the way back."""

from __future__ import annotations

import msgspec
import pytest

from tests.planning.maintenance.estates import GIB, estate, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import apply_all
from vmotion_gui.inventory.commands import EditInventory, MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.building import snapshots as s
from vmotion_gui.simulation.engine import Engine

STORE = "datastore-0-0"


def with_disk(**disk: object) -> Inventory:
    machine = vm(0, 0)
    disks = (msgspec.structs.replace(machine.disks[0], **disk),)
    return estate([64, 64], [msgspec.structs.replace(machine, disks=disks)])


def taken(inventory: Inventory, *vms: str, memory: bool = True) -> Inventory:
    return apply_all(inventory, s.take(inventory, vms or ["m0"], "before the patch", "0:01:00", memory=memory))


@pytest.mark.parametrize(("memory", "held"), [(True, 8 * GIB), (False, 0)])
def test_a_snapshot_takes_the_space_of_its_files_and_gives_it_back(memory: bool, held: int) -> None:
    inventory = estate([64, 64], [vm(0, 0), vm(1, 0)])
    after = taken(inventory, "m0", "m1", memory=memory)
    free = inventory.datastores[STORE].free_bytes
    assert after.datastores[STORE].free_bytes == free - 2 * (held + s.DELTA_BYTES)
    assert after.vms["m0"].snapshots[0].name == "before the patch"
    assert apply_all(after, s.delete_all(after, ["m0", "m1"])) == inventory


def test_its_files_have_vspheres_names() -> None:
    inventory = estate([64], [vm(0, 0)])
    names = [file.name for file in s.files(inventory, inventory.vms["m0"], 2, memory=True)]
    assert names == ["m0-000002-sesparse.vmdk", "machine 0-Snapshot2.vmsn", "machine 0-Snapshot2.vmem"]


def test_without_memory_reverting_ends_with_the_machine_off_and_with_it_running() -> None:
    inventory = estate([64], [vm(0, 0)])
    for memory, state in ((False, "poweredOff"), (True, "poweredOn")):
        after = taken(inventory, memory=memory)
        back = apply_all(after, s.revert(after, ["m0"]))
        assert back.vms["m0"].power_state == state
        assert len(back.vms["m0"].snapshots) == 1
    off = msgspec.structs.replace(inventory.vms["m0"], power_state="poweredOff")
    later = taken(inventory.with_entities([off]))
    assert later.vms["m0"].snapshots[0].state == "poweredOff"


def test_reverting_empties_a_delta_that_had_grown() -> None:
    inventory = taken(estate([64], [vm(0, 0)]), memory=False)
    machine = inventory.vms["m0"]
    grown = msgspec.structs.replace(machine.snapshots[0], size_bytes=5 * GIB)
    inventory = inventory.with_entities([msgspec.structs.replace(machine, snapshots=(grown,))])
    back = apply_all(inventory, s.revert(inventory, ["m0"]))
    assert back.vms["m0"].snapshots[0].size_bytes == s.DELTA_BYTES


@pytest.mark.parametrize(
    ("disk", "memory", "key"),
    [
        ({}, True, ""),
        ({"mode": "independent_persistent"}, True, "snapshot.independent"),
        ({"mode": "independent_persistent"}, False, ""),
        ({"bus_sharing": "physicalSharing"}, False, "snapshot.busSharing"),
        ({"rdm": e.RawDeviceMapping(lun="naa.1", compatibility_mode="physicalMode")}, False, "snapshot.physicalRdm"),
        ({"rdm": e.RawDeviceMapping(lun="naa.1", compatibility_mode="virtualMode")}, False, ""),
    ],
)
def test_some_disks_stand_against_it(disk: dict[str, object], memory: bool, key: str) -> None:
    inventory = with_disk(**disk)
    found = s.refusal(inventory, ["m0"], memory=memory)
    assert (found.key if found is not None else "") == key


def test_space_that_lacks_a_template_and_too_long_a_chain_stand_against_it() -> None:
    inventory = estate([64], [vm(0, 0)])
    full = msgspec.structs.replace(inventory.datastores[STORE], free_bytes=GIB)
    assert s.refusal(inventory.with_entities([full]), ["m0"], memory=False) is None
    found = s.refusal(inventory.with_entities([full]), ["m0"], memory=True)
    assert found is not None
    assert found.key == "building.noSpace"
    machine = inventory.vms["m0"]
    for change in ({"template": True}, {"snapshots": (e.Snapshot(name="s"),) * s.MOST}):
        assert s.refusal(inventory.with_entities([msgspec.structs.replace(machine, **change)]), ["m0"], memory=False)


def test_the_rules_and_the_engine_take_a_snapshot_for_what_it_is() -> None:
    inventory = estate([64, 64], [vm(0, 0)])
    engine = Engine(Lab(inventory=inventory))
    edit = EditInventory(changes=s.take(inventory, ["m0"], "s", "", memory=True))
    assert engine.submit(edit).accepted
    spec = MigrationSpec(vm="m0", host="host-1", datastore="datastore-0-1")
    rules = {reason.rule for reason in Checker(engine.inventory).check(spec).reasons}
    assert "vm.snapshot" in rules
    assert "vm.snapshot" not in {reason.rule for reason in Checker(inventory).check(spec).reasons}
