"""`plan`: exit status, table, reasons, JSON, wall clock, and sentences about what was not understood."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import Shell
from tests.planning.maintenance.estates import estate, vm
from vmotion_gui.commandline.plan import Window, window_of
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.document import save
from vmotion_gui.inventory.entities import VirtualDevice
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.handover.forms import FORMS


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    """Three hosts, one of which cannot give away one of its VMs."""
    rule = e.VmHostRule(name="licence", vms=("m2",), hosts=("host-1",), mandatory=True)
    path = tmp_path / "lab.json"
    save(Lab(inventory=estate([64, 64, 64], [vm(0, 0), vm(1, 0), vm(2, 1)], [rule])), path)
    return path


def test_a_plan_is_shown_with_its_distance_to_the_bound(shell: Shell, lab: Path) -> None:
    assert shell("plan", lab, "--maintenance", "host-0") == 0
    assert "machine 0" in shell.out
    assert "2 moves" in shell.out
    assert "No plan takes less than" in shell.out


def test_without_a_plan_the_answer_is_no_with_every_reason(shell: Shell, lab: Path) -> None:
    assert shell("plan", lab, "--maintenance", "host-1") == 1
    assert "machine 2 cannot leave" in shell.out
    assert "licence" in shell.out
    assert "No plan empties all of these hosts." in shell.out


def test_several_hosts_by_name_or_id(shell: Shell, lab: Path) -> None:
    assert shell("plan", lab, "--maintenance", "esx-0001.example.com", "host-2", "--json", "-") == 0
    told = json.loads(shell.out)
    assert [host["id"] for host in told["plans"][0]["hosts"]] == ["host-0", "host-2"]
    assert {move["destination"]["id"] for move in told["plans"][0]["moves"]} == {"host-1"}


def test_json_has_the_figures_of_the_plan(shell: Shell, lab: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    assert shell("plan", lab, "--maintenance", "host-0", "--json", file) == 0
    told = json.loads(file.read_bytes())
    assert (told["format"], told["version"], told["rolling"]) == ("vmotion-gui-plan", 1, None)
    plan = told["plans"][0]
    ends = [move["start_s"] + move["duration_s"] for move in plan["moves"]]
    assert plan["makespan_s"] == max(ends)
    assert 0.0 < plan["bound"]["seconds"] <= plan["makespan_s"]
    assert plan["moves"][0]["vm"] == {"id": "m0", "name": "machine 0"}


def test_alternatives_differ_and_the_one_asked_for_is_first(shell: Shell, lab: Path) -> None:
    shell("plan", lab, "--maintenance", "host-0", "--objective", "downtime", "--alternatives", "--json", "-")
    plans = json.loads(shell.out)["plans"]
    assert plans[0]["objective"] == "downtime"
    assert len({json.dumps(plan["moves"]) for plan in plans}) == len(plans) > 1
    assert shell("plan", lab, "--maintenance", "host-0", "--alternatives") == 0
    assert "Alternative (" in shell.out


def test_a_cluster_by_the_wall_clock(shell: Shell, lab: Path, tmp_path: Path) -> None:
    file = tmp_path / "plan.json"
    arguments = ("--rolling", "Cluster 001", "--window", "23:50-01:00", "--work", "20", "--json", file)
    assert shell("plan", lab, *arguments) == 1
    assert "23:50:00" in shell.out
    assert "00:30:" in shell.out
    assert "machine 2 cannot leave" in shell.out
    assert "2 of 3 hosts" in shell.out
    assert "before the maintenance window does" in shell.out
    rolling = json.loads(file.read_bytes())["rolling"]
    assert [step["possible"] for step in rolling["steps"]].count(False) == 1
    assert rolling["window_s"] == 70 * 60.0


def test_a_window_that_is_too_short_is_a_no(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "lab.json"
    save(Lab(inventory=estate([64, 64], [vm(0, 0)])), path)
    assert shell("plan", path, "--rolling", "cluster-0", "--window", "22:00-22:30") == 1
    assert "after the maintenance window" in shell.out
    assert shell("plan", path, "--rolling", "cluster-0", "--window", "22:00-04:00", "--return", "--lang", "de") == 0
    assert "Wartungsfensters" in shell.out


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("22:00-04:00", Window(79_200.0, 21_600.0)),
        ("8:15–9:00", Window(29_700.0, 2_700.0)),
        ("00:00-00:00", Window(0.0, 86_400.0)),
        ("24:00-04:00", None),
        ("22-04", None),
    ],
)
def test_windows(text: str, window: Window | None) -> None:
    assert window_of(text) == window


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "--maintenance HOST"),
        (("--maintenance", "host-0", "--rolling", "cluster-0"), "--maintenance HOST"),
        (("--rolling", "cluster-0", "--window", "late"), "'late' is no window"),
        (("--maintenance", "host-9"), "There is no host “host-9”"),
        (("--rolling", "cluster-9"), "There is no cluster “cluster-9”"),
    ],
)
def test_what_was_not_understood_is_said(shell: Shell, lab: Path, arguments: tuple[str, ...], said: str) -> None:
    assert shell("plan", lab, *arguments) == 2
    assert said in shell.err


def test_a_file_that_cannot_be_written_is_said(shell: Shell, lab: Path, tmp_path: Path) -> None:
    assert shell("plan", lab, "--maintenance", "host-0", "--json", tmp_path / "no" / "plan.json") == 2
    assert "cannot be written" in shell.err


def _all_forms(tmp_path: Path) -> dict[str, Path]:
    return {form: tmp_path / f"plan.{form}" for form in FORMS}


def _asked_for(files: dict[str, Path]) -> list[str | Path]:
    return [word for form, file in files.items() for word in (f"--{form}", file)]


def test_a_plan_is_handed_over_in_every_form(shell: Shell, lab: Path, tmp_path: Path) -> None:
    files = _all_forms(tmp_path)
    assert shell("plan", lab, "--maintenance", "host-0", "--window", "22:00-23:00", *_asked_for(files)) == 0
    assert files["pdf"].read_bytes().startswith(b"%PDF")
    page = files["html"].read_text(encoding="utf-8")
    assert "22:00-23:00 (the plan fits)" in page
    for form in ("html", "csv", "powercli", "govc", "ansible"):
        assert "machine 1" in files[form].read_text(encoding="utf-8")


def test_without_a_plan_only_the_runbook_is_written(shell: Shell, lab: Path, tmp_path: Path) -> None:
    files = _all_forms(tmp_path)
    assert shell("plan", lab, "--maintenance", "host-1", *_asked_for(files), "--lang", "de") == 1
    assert "Was dagegen spricht" in files["html"].read_text(encoding="utf-8")
    assert not [form for form in ("csv", "powercli", "govc", "ansible") if files[form].exists()]
    assert shell.err.count("wurde nicht geschrieben") == 4


def test_a_clusters_plan_is_handed_over_step_by_step(shell: Shell, tmp_path: Path) -> None:
    path, script = tmp_path / "rolling.json", tmp_path / "plan.sh"
    save(Lab(inventory=estate([64, 64, 64], [vm(0, 0), vm(1, 0), vm(2, 1)])), path)
    assert shell("plan", path, "--rolling", "Cluster 001", "--return", "--govc", script) == 0
    lines = script.read_text(encoding="utf-8").splitlines()
    verbs = [line.split()[0] for line in lines if line.startswith(("move ", "enter ", "ask ", "leave "))]
    assert verbs.count("enter") == verbs.count("leave") == verbs.count("ask") == 3
    assert verbs.index("enter") < verbs.index("ask") < verbs.index("leave")
    assert verbs[-1] in ("leave", "move")


def test_a_runbook_of_a_cluster_tells_decisions_steps_and_what_is_left_out(shell: Shell, tmp_path: Path) -> None:
    card = VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="host:0000:3b:00.0")
    path, page, paper = tmp_path / "rolling.json", tmp_path / "plan.html", tmp_path / "plan.pdf"
    vms = [vm(0, 0, devices=(card,)), vm(1, 0), vm(2, 1, devices=(card,)), vm(3, 2)]
    save(Lab(inventory=estate([64, 64, 64], vms)), path)
    asked = ("--rolling", "Cluster 001", "--decide", "m0=shutDown", "--return", "--html", page, "--pdf", paper)
    assert shell("plan", path, *asked) == 1
    text = page.read_text(encoding="utf-8")
    assert "machine 0: Shut down, start afterwards" in text
    assert "left out" in text
    assert "machine 2 (esx-0002" in text
    assert "Not running during their host&#x27;s step: machine 0" in text or "host's step: machine 0" in text
    assert paper.read_bytes().startswith(b"%PDF")
