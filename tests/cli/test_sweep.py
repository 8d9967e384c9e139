"""`sweep` and `simulate --seeds`: table, files, exit status."""

from __future__ import annotations

import csv
import importlib.util
import json
import re
import string
from pathlib import Path

import pytest

from tests.cli.commands import Shell, lab_file
from tests.simulation import histories as h
from vmotion_gui.commandline import sweep
from vmotion_gui.messages import LANGUAGES, catalogue

_PACKAGE = Path(sweep.__file__).parent.parent


@pytest.fixture
def lab(tmp_path: Path) -> Path:
    return lab_file(tmp_path, (0.0, h.migrate(1)))


def test_the_table_has_a_row_for_each_point(shell: Shell, lab: Path) -> None:
    assert shell("sweep", lab, "--vary", "vm.workload.rate=100,200", "--jobs", "1") == 0
    rows = [line.split() for line in shell.out.splitlines() if "web-1" in line]
    assert [row[:3] for row in rows] == [["100", "web-1", "completed"], ["200", "web-1", "completed"]]
    assert "simulated" in shell.out
    assert shell.err == ""


def test_files_hold_the_same_table(shell: Shell, lab: Path, tmp_path: Path) -> None:
    table, document = tmp_path / "t.csv", tmp_path / "t.json"
    arguments = ("sweep", lab, "--vary", "vm.memory=1GiB,2GiB", "--jobs", "1")
    assert shell(*arguments, "--csv", table, "--json", document) == 0
    rows = list(csv.DictReader(table.read_text().splitlines()))
    told = json.loads(document.read_text())
    assert [row["vm.memory"] for row in rows] == ["1GiB", "2GiB"]
    assert [float(row["total_s"]) for row in rows] == [row["total_s"] for row in told["rows"]]
    assert told["simulated"] is True


def test_more_memory_takes_longer(shell: Shell, lab: Path) -> None:
    assert shell("sweep", lab, "--vary", "vm.memory=1GiB,4GiB", "--jobs", "1", "--csv", "-") == 0
    small, large = csv.DictReader(shell.out.splitlines())
    assert float(small["total_s"]) < float(large["total_s"])


def test_simulate_with_seeds_tells_ranges(shell: Shell, lab: Path) -> None:
    assert shell("simulate", lab, "--seeds", "3", "--csv", "-") == 0
    (row,) = csv.DictReader(shell.out.splitlines())
    assert row["runs"] == "3"
    assert float(row["total_s_p5"]) <= float(row["total_s"]) <= float(row["total_s_p95"])


def test_a_failed_migration_is_a_no(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)), (1.0, h.host_failed(2)))
    assert shell("sweep", lab, "--vary", "vm.memory=2GiB", "--jobs", "1") == 1


@pytest.mark.parametrize("words", [("vm.memry=1",), ("vm.memory=3parsec",), ("vm.memory=1GiB", "vm.memory=2GiB")])
def test_bad_variations_are_bad_input(shell: Shell, lab: Path, words: tuple[str, ...]) -> None:
    assert shell("sweep", lab, *(part for word in words for part in ("--vary", word))) == 2
    assert shell.out == ""
    assert len(shell.err.splitlines()) == 1


def test_no_pyarrow_is_said_before_anything_runs(
    shell: Shell, lab: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    assert shell("sweep", lab, "--parquet", tmp_path / "t.parquet") == 2
    assert "pyarrow" in shell.err


@pytest.mark.skipif(importlib.util.find_spec("pyarrow") is None, reason="pyarrow is not installed")
def test_parquet_holds_the_table(shell: Shell, lab: Path, tmp_path: Path) -> None:
    import pyarrow.parquet

    assert shell("sweep", lab, "--jobs", "1", "--parquet", tmp_path / "t.parquet") == 0
    assert pyarrow.parquet.read_table(tmp_path / "t.parquet").num_rows == 1


def test_every_key_has_a_sentence_in_both_languages() -> None:
    sources = [_PACKAGE / "commandline" / "sweep.py", *(_PACKAGE / "simulation" / "sweeps").glob("*.py")]
    used = {key for file in sources for key in re.findall(r'"(sweep\.[A-Za-z.]+)"', file.read_text(encoding="utf-8"))}
    used |= {f"sweep.column.{column}" for column in sweep._COLUMNS}
    templates = {language: catalogue(language) for language in LANGUAGES}
    for words in templates.values():
        assert {key for key in words.keys if key.startswith("sweep.")} == used
    for key in used:
        names = [{n for _, n, _, _ in string.Formatter().parse(w.template(key)) if n} for w in templates.values()]
        assert names[0] == names[1]
