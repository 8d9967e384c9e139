"""`compare`: exit status, table, JSON, and sentences about files that are none."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.commands import Shell
from tests.importers.test_traces import document


def recorded(folder: Path, name: str = "a", **outputs: Any) -> Path:
    told = document()
    told["case"] = name
    told["outputs"] |= outputs
    path = folder / f"{name}.json"
    path.write_text(json.dumps(told), encoding="utf-8")
    return path


def test_measured_beside_simulated(shell: Shell, tmp_path: Path) -> None:
    files = [recorded(tmp_path, "first"), recorded(tmp_path, "second", total_time_s=4.2)]
    assert shell("compare", *files, "--json", tmp_path / "errors.json") == 0
    assert "first" in shell.out
    assert "4.200 s" in shell.out
    assert "2 of 2 outcomes agree" in shell.out
    assert "at the 90th percentile" in shell.out
    told = json.loads((tmp_path / "errors.json").read_bytes())
    assert told["format"] == "vmotion-gui-comparison"
    first, second = told["comparisons"]
    assert first["simulated"] == second["simulated"]
    assert second["total_error"] == pytest.approx(second["simulated"]["total_s"] / 4.2 - 1.0)
    assert told["summary"]["total_error"]["count"] == 2


def test_another_outcome_is_a_no(shell: Shell, tmp_path: Path) -> None:
    assert shell("compare", recorded(tmp_path, status="cancelled", downtime_s=None)) == 1
    assert "cancelled / completed" in shell.out
    assert "0 of 1" in shell.out


def test_json_can_go_to_the_standard_output(shell: Shell, tmp_path: Path) -> None:
    assert shell("compare", recorded(tmp_path), "--json", "-") == 0
    assert json.loads(shell.out)["summary"]["migrations"] == 1


def test_it_speaks_german(shell: Shell, tmp_path: Path) -> None:
    assert shell("compare", recorded(tmp_path), "--lang", "de") == 0
    assert "Ausgängen stimmen überein" in shell.out


@pytest.mark.parametrize("text", ["{", "[]", '{"case": "x"}'])
def test_what_is_no_recording_gets_a_sentence(shell: Shell, tmp_path: Path, text: str) -> None:
    path = tmp_path / "broken.json"
    path.write_text(text, encoding="utf-8")
    assert shell("compare", path) == 2
    assert "broken.json" in shell.err
    assert len(shell.err.strip().splitlines()) == 1
    assert shell("compare", tmp_path / "missing.json") == 2
    assert shell("compare", recorded(tmp_path), "--json", tmp_path / "no" / "x.json") == 2
