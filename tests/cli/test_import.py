"""`import rvtools`: a lab and a report, from an export."""

from __future__ import annotations

import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.commands import Shell
from vmotion_gui.inventory.document import load

_VINFO = ("VM", "Powerstate", "Host", "Cluster", "Datacenter", "CPUs", "Memory", "Path")
_VHOST = (
    "Host",
    "Datacenter",
    "Cluster",
    "CPU Model",
    "# CPU",
    "Cores per CPU",
    "Speed",
    "# Memory",
    "ESX Version",
)


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """A small workbook as RVTools writes it: two sheets, two hosts, four VMs."""
    book = openpyxl.Workbook()
    vinfo = book.active
    vinfo.title = "vInfo"
    vinfo.append(_VINFO)
    for number in range(4):
        name, host = f"payroll-{number}", f"esx-{number % 2}.corp.example"
        path = f"[gold] {name}/{name}.vmx"
        vinfo.append((name, "poweredOn", host, "Production", "Berlin", 2, 4096, path))
    vhost = book.create_sheet("vHost")
    vhost.append(_VHOST)
    for number in range(2):
        model = "Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz"
        version = "VMware ESXi 8.0.2 build-22380479"
        vhost.append((f"esx-{number}.corp.example", "Berlin", "Production", model, 2, 20, 2500, 262144, version))
    path = tmp_path / "export.xlsx"
    book.save(path)
    return path


def test_an_export_becomes_a_lab_with_a_report(shell: Shell, export: Path, tmp_path: Path) -> None:
    output, report = tmp_path / "lab.json", tmp_path / "report.json"
    assert shell("import", "rvtools", export, "-o", output, "--json-report", report) == 0
    lab = load(output)
    assert sorted(vm.name for vm in lab.inventory.vms.values()) == [f"payroll-{n}" for n in range(4)]
    assert {"esx-0.corp.example", "esx-1.corp.example"} <= {host.name for host in lab.inventory.hosts.values()}
    assert str(output) in shell.out
    told = json.loads(report.read_text())
    assert told["counts"]["vms"] == len(lab.inventory.vms)
    short = shell.out
    assert shell("import", "rvtools", export, "-o", output, "--full", "--lang", "de") == 0
    assert len(shell.out) >= len(short) / 2
    assert shell("validate", output) == 0


def test_anonymised_no_name_is_left(shell: Shell, export: Path, tmp_path: Path) -> None:
    plain, hidden = tmp_path / "plain.json", tmp_path / "hidden.json"
    assert shell("import", "rvtools", export, "-o", plain) == 0
    assert shell("import", "rvtools", export, "-o", hidden, "--anonymise") == 0
    names = {vm.name for vm in load(plain).inventory.vms.values()}
    assert names.isdisjoint(vm.name for vm in load(hidden).inventory.vms.values())
    text = hidden.read_text()
    for word in ("payroll", "corp.example", "Berlin", "gold"):
        assert word not in text


def test_what_is_no_export_gets_a_clear_sentence(shell: Shell, export: Path, tmp_path: Path) -> None:
    cut = tmp_path / "cut.xlsx"
    cut.write_bytes(export.read_bytes()[:2000])
    for file in (cut, tmp_path / "none.xlsx", Path(__file__)):
        assert shell("import", "rvtools", file, "-o", tmp_path / "lab.json") == 2
        assert shell.err.strip()
        assert "Traceback" not in shell.err
    assert not (tmp_path / "lab.json").exists()


def test_a_place_that_cannot_be_written(shell: Shell, export: Path, tmp_path: Path) -> None:
    assert shell("import", "rvtools", export, "-o", tmp_path / "no folder" / "lab.json") == 2
    assert "no folder" in shell.err
    missing = tmp_path / "no folder" / "report.json"
    assert shell("import", "rvtools", export, "-o", tmp_path / "lab.json", "--json-report", missing) == 2
    assert "cannot be written" in shell.err
