"""`import rvtools`: a lab and a report, from a real export."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.commands import Shell
from vmotion_gui.inventory.document import load

DATA = Path(__file__).parents[1] / "data" / "rvtools"


@pytest.fixture
def export() -> Path:
    """A small real export."""
    return DATA / "example1.xlsx"


def test_an_export_becomes_a_lab_with_a_report(shell: Shell, export: Path, tmp_path: Path) -> None:
    output, report = tmp_path / "lab.json", tmp_path / "report.json"
    assert shell("import", "rvtools", export, "-o", output, "--json-report", report) == 0
    lab = load(output)
    assert lab.inventory.vms
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
