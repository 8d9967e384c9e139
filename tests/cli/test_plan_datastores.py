"""`plan --datastore`: exit status, table, reasons, JSON and the forms in which it is handed over."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import Shell
from tests.planning.datastores.estates import GIB, estate, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.document import save
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.handover.forms import FORMS

_TWO_PLACES = tuple(
    e.VirtualDisk(label=label, datastore=store, path=f"web-2/{label}.vmdk", capacity_bytes=10 * GIB)
    for label, store in (("Disk 1", "ds-a"), ("Disk 2", "ds-b"))
)


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    """ds-a can be emptied; of ds-b the template cannot leave."""
    machines = (
        vm(1, 40),
        vm(2, disks=_TWO_PLACES, config_datastore="ds-b"),
        vm(3, 10, store="ds-b", template=True, power_state="poweredOff"),
    )
    path = tmp_path / "lab.json"
    save(Lab(inventory=estate(*machines, free={"ds-b": 100, "ds-c": 300})), path)
    return path


def test_a_plan_is_shown_with_its_datastores(shell: Shell, lab: Path) -> None:
    assert shell("plan", lab, "--datastore", "ds-a") == 0
    assert "2 moves" in shell.out
    assert "All datastores are empty after" in shell.out
    assert "No plan takes less than" in shell.out
    assert "ds-c" in shell.out


def test_without_a_plan_the_answer_is_no_with_every_reason(shell: Shell, lab: Path) -> None:
    assert shell("plan", lab, "--datastore", "ds-b") == 1
    assert "web-3 is a template" in shell.out
    assert "No plan empties all of these datastores." in shell.out
    assert shell("plan", lab, "--datastore", "ds-a", "--keep-free", "90") == 1
    assert "does not fit on any datastore" in shell.out


def test_json_has_what_leaves_and_how_full_the_datastores_are(shell: Shell, lab: Path) -> None:
    assert shell("plan", lab, "--datastore", "ds-a", "--json", "-", "--alternatives") == 0
    [plan, *_] = json.loads(shell.out)["plans"]
    assert [store["id"] for store in plan["datastores"]] == ["ds-a"]
    assert {move["from_datastores"][0]["id"] for move in plan["moves"]} == {"ds-a"}
    used = {space["datastore"]: space for space in plan["spaces"]}
    assert used["ds-a"]["after"] < used["ds-a"]["before"]


def test_it_is_handed_over_in_every_form(shell: Shell, lab: Path, tmp_path: Path) -> None:
    files = {form: tmp_path / form for form in FORMS}
    options = [text for form, file in files.items() for text in (f"--{form}", str(file))]
    assert shell("plan", lab, "--datastore", "ds-a", *options) == 0
    written = {form: file.read_bytes() for form, file in files.items()}
    assert written["pdf"].startswith(b"%PDF")
    page = written["html"].decode()
    assert "Datastores to be empty" in page
    assert "space in use" in page
    assert "Move these disks of web-2, all others stay: Disk 1 → ds-" in page
    assert "Move these disks of web-2, all others stay: Disk 1 → ds-a" in page, "the way back"
    assert "Move-PlannedFiles 'web-2' '' '' @{ 'Disk 1' = 'ds-" in written["powercli"].decode()
    assert "Set-PlannedStoreMaintenance 'ds-a' $true" in written["powercli"].decode()
    assert "store ds-a enter inMaintenance" in written["govc"].decode()
    assert "vmware_datastore_maintenancemode" in written["ansible"].decode()
    assert "enterDatastoreMaintenance" in written["csv"].decode()


@pytest.mark.parametrize("more", [("--maintenance", "h-1"), ("--rolling", "cl")])
def test_one_thing_at_a_time(shell: Shell, lab: Path, more: tuple[str, str]) -> None:
    assert shell("plan", lab, "--datastore", "ds-a", *more) == 2
    assert "Give one of" in shell.err
