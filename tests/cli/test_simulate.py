"""`simulate`: the table, the document, and the answer in the exit status."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest

from tests.cli.commands import Shell, lab_file
from tests.lessons.pages.reader import Page, harmless
from tests.simulation import histories as h
from tests.tools import scenarios
from vmotion_gui.commandline import simulate
from vmotion_gui.commandline.terminal import Terminal
from vmotion_gui.importers.scenarios import load_any
from vmotion_gui.inventory.commands import CancelMigration, Migrate, MigrationSpec
from vmotion_gui.inventory.document import load, save
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation import result_document as results
from vmotion_gui.simulation import simulate as play
from vmotion_gui.simulation.embedded import EmbeddedBackend


def _document(shell: Shell, *arguments: str | Path) -> tuple[int, dict[str, Any]]:
    status = shell("simulate", *arguments, "--json", "-")
    return status, json.loads(shell.out)


def test_the_table_tells_what_became_of_every_migration(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)), (1.0, h.migrate(2, 3, "ds-b")))
    assert shell("simulate", lab) == 0
    head, first, second = [line.split() for line in shell.out.splitlines() if line.strip(" ─")][:3]
    assert head == ["VM", "From", "To", "Type", "Result", "Time", "Downtime", "Data", "Passes"]
    assert first[:5] == ["web-1", "esx-1", "esx-2", "vMotion", "completed"]
    assert second[:7] == ["web-2", "esx-1", "esx-3", "vMotion", "with", "storage", "completed"]
    assert "simulated" in shell.out
    assert shell.err == ""


@pytest.mark.parametrize(("columns", "name"), [(120, "esx-1.example.com "), (80, "esx-1 ")])
def test_a_narrow_terminal_gets_short_names(tmp_path: Path, columns: int, name: str) -> None:
    terminal = Terminal("de")
    terminal.out.file, terminal.out.width = io.StringIO(), columns
    lab = load(lab_file(tmp_path, (0.0, h.migrate(1))))
    full = [msgspec.structs.replace(x, name=f"{x.name}.example.com") for x in lab.inventory.hosts.values()]
    save(msgspec.structs.replace(lab, inventory=lab.inventory.with_entities(full)), tmp_path / "named.json")
    assert simulate.simulate(terminal, tmp_path / "named.json", simulate.Wanted()) == 0
    lines = terminal.out.file.getvalue().splitlines()
    assert any(name in line for line in lines)
    assert len(lines[3:-2]) == 1


def test_storage_vmotion_shows_the_datastores(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, Migrate(spec=MigrationSpec(vm="vm-1", datastore="ds-b"))))
    assert shell("simulate", lab) == 0
    assert re.search(r"web-1 +store-a +store-b +Storage vMotion +completed", shell.out)


def test_what_is_transferred_is_itemised(shell: Shell, tmp_path: Path) -> None:
    """Disk, memory and the definition and identification part; a completed migration has all of it there."""
    _, document = _document(shell, lab_file(tmp_path, (0.0, h.migrate(2, 3, "ds-b"))))
    (told,) = document["migrations"]
    parcels = told["parcels"]
    assert [parcel["kind"] for parcel in parcels if parcel["kind"] not in ("disk", "memory")] == [
        "bios",
        "devices",
        "cpu",
        "macAddresses",
        "chipset",
        "registers",
        "networkConnections",
    ]
    assert {p["role"] for p in parcels if p["kind"] == "memory"} == {
        "operatingSystem",
        "applications",
        "transactionData",
    }
    assert [p["label"] for p in parcels if p["kind"] == "disk"] == [disk["label"] for disk in told["disks"]]
    assert all(p["state"] == "done" and p["arrived_bytes"] == pytest.approx(p["total_bytes"]) for p in parcels)
    checkpoint = sum(p["total_bytes"] for p in parcels if p["kind"] not in ("disk", "memory"))
    assert told["sent_bytes"] == pytest.approx(told["memory_sent_bytes"] + told["disk_sent_bytes"] + checkpoint)


def test_the_numbers_are_the_engines(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)), (2.0, h.migrate(2, 3)))
    status, document = _document(shell, lab)
    backend = EmbeddedBackend(load(lab))
    backend.advance(1e6)
    assert status == 0
    assert document["finished"]
    for migration, told in zip(backend.migrations().values(), document["migrations"], strict=True):
        assert told["id"] == migration.id
        assert told["total_s"] == migration.total_s
        still = [part["duration_s"] for part in told["downtime"] if part["part"] != "networkAnnounce"]
        assert told["downtime_s"] == migration.downtime_s == pytest.approx(sum(still))
        assert told["sent_bytes"] == migration.sent_bytes
        assert [p["pages"] for p in told["passes"]] == [p.pages for p in migration.passes]
        running = [p for p in told["passes"] if not p["stop_and_copy"]]
        seconds = sum(p["duration_s"] for p in running)
        assert told["mean_copy_bytes_per_s"] == pytest.approx(sum(p["sent_bytes"] for p in running) / seconds)
        # a dirtied page is 4096 dirtied bytes
        assert told["mean_dirty_bytes_per_s"] == pytest.approx(4096 * told["mean_dirty_pages_per_s"])


def test_the_same_seed_gives_the_same_bytes_and_files_hold_them(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)))
    assert shell("simulate", lab, "--seed", "5", "--json", tmp_path / "a.json") == 0
    assert "web-1" in shell.out
    assert _document(shell, lab, "--seed", "5")[1]["seed"] == 5
    assert (tmp_path / "a.json").read_text() == shell.out


def test_a_failed_migration_is_a_no_and_tells_why(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)), (20.0, h.host_failed(2)))
    assert shell("simulate", lab) == 1
    assert "web-1 failed [HostNotConnected]: The destination esx-2 failed" in shell.out
    status, document = _document(shell, lab, "--lang", "de")
    told = document["migrations"][0]
    assert (status, told["outcome"], told["fault"]["fault"]) == (1, "failed", "HostNotConnected")
    assert "esx-2" in told["fault"]["text"]
    assert told["disks"][0]["before"] == told["disks"][0]["after"]


def test_a_cancelled_migration_is_no_failure(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)), (20.0, CancelMigration(migration="migration-1")))
    status, document = _document(shell, lab)
    assert (status, document["migrations"][0]["outcome"]) == (0, "cancelled")
    assert document["migrations"][0]["fault"] is None


def test_a_refused_command_is_a_no(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (3.0, Migrate(spec=MigrationSpec(vm="vm-1", host="h-1"))))
    assert shell("simulate", lab) == 1
    assert "Refused at 3.0 s: web-1 is there already" in shell.out
    _, document = _document(shell, lab)
    assert document["refused"][0]["time_s"] == 3.0


def test_until_cuts_the_run_off(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)))
    status, document = _document(shell, lab, "--until", "30")
    assert (status, document["end_s"], document["finished"]) == (0, 30.0, False)
    told = document["migrations"][0]
    assert told["outcome"] == "running"
    assert told["end_s"] is None
    assert told["total_s"] is None
    assert told["remaining_bytes"] > 0.0
    assert not told["passes"][-1]["ended"]
    assert shell("simulate", lab, "--until", "30") == 0
    assert re.search(r"running +– ", shell.out)


def test_what_never_ends_is_given_up(shell: Shell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulate.run, "PATIENCE_S", 10.0)
    status, document = _document(shell, lab_file(tmp_path, (0.0, h.migrate(1))))
    assert (status, document["migrations"][0]["outcome"]) == (1, "running")


def test_a_lab_without_migrations(shell: Shell, tmp_path: Path) -> None:
    assert shell("simulate", lab_file(tmp_path)) == 0
    assert "no migrations" in shell.out


def test_a_result_that_cannot_be_written_gets_a_clear_sentence(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path)
    assert shell("simulate", lab, "--json", tmp_path / "no folder" / "x.json") == 2
    assert "cannot be written" in shell.err


def test_every_field_is_documented() -> None:
    text = (Path(__file__).parents[2] / "docs" / "simulate-json.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"[`{ ]([a-z_]+)[`,}]", text))
    parts = (results.SimulationResult, results.MigrationResult, results.PassResult, results.FaultResult)
    parts += (results.DiskResult, results.DowntimeResult, results.RefusedCommand, results.Named)
    fields = {field.name for part in parts for field in msgspec.structs.fields(part)}
    assert fields - documented == set()
    assert "`1`" in text
    assert results.VERSION == 1


def test_a_table_of_the_migrations(shell: Shell, tmp_path: Path) -> None:
    lab, table = lab_file(tmp_path, (0.0, h.migrate(1)), (2.0, h.migrate(2, 3))), tmp_path / "table.csv"
    assert shell("simulate", lab, "--csv", table) == 0
    rows = list(csv.DictReader(table.read_text(encoding="utf-8").splitlines()))
    assert [row["vm"] for row in rows] == ["vm-1", "vm-2"]
    _, document = _document(shell, lab)
    assert [float(row["total_s"]) for row in rows] == [told["total_s"] for told in document["migrations"]]
    assert shell("simulate", lab, "--csv", "-") == 0
    assert shell.out == table.read_text(encoding="utf-8")
    assert shell("simulate", lab, "--csv", tmp_path / "nowhere" / "x.csv") == 2


def test_of_very_many_the_slowest_are_shown(shell: Shell, tmp_path: Path) -> None:
    """100 migrations of a scenario: a summary, ten rows from the slowest on, and where the rest is."""
    scenario = tmp_path / "scenario.json"
    scenario.write_bytes(scenarios.encoded(scenarios.by_name("c_evacuate_100")))
    assert shell("simulate", scenario) == 0
    assert "100 migrations: 100 completed, 0 failed" in shell.out
    assert "--csv or --json" in shell.out
    result = play(load_any(scenario))
    slowest = [result.migrations[index].vm for index in np.argsort(-result.total_s)[: simulate.SLOWEST]]
    rows = [line.split()[0] for line in shell.out.splitlines() if re.search(r"vMotion +completed", line)]
    assert [result.inventory.vms[vm].name for vm in slowest] == rows
    times = np.sort(result.total_s)
    median, ninety, most = (Terminal("en").words.quantity(float(times[index]), "seconds") for index in (50, 90, 99))
    assert f"Completed in {median} at the median, 9 of 10 within {ninety}, all within {most};" in shell.out


def test_of_very_many_failures_every_one_is_told(shell: Shell, tmp_path: Path) -> None:
    """70 moves to a host that is down: the table ends at its limit and says so, each reason is told, what completed is
    still shown."""
    moves = [(30.0 * number, h.migrate(2)) for number in range(1, 71)]
    lab = lab_file(tmp_path, (0.0, h.host_failed(2)), (1.0, h.migrate(1, 3)), *moves)
    assert shell("simulate", lab) == 1
    assert "71 migrations: 1 completed, 70 failed" in shell.out
    rows = [line for line in shell.out.splitlines() if re.search(r"vMotion +(completed|failed)", line)]
    assert len(rows) == simulate.MOST_ROWS
    assert "completed" in rows[0]
    assert f"({simulate.MOST_ROWS - 1} of 70)" in shell.out
    assert shell.out.count("web-2 failed [") == 70


def test_very_many_that_have_not_ended_have_no_times(shell: Shell, tmp_path: Path) -> None:
    scenario = tmp_path / "scenario.json"
    scenario.write_bytes(scenarios.encoded(scenarios.by_name("c_evacuate_100")))
    assert shell("simulate", scenario, "--until", "1") == 0
    assert "0 completed, 0 failed, 0 cancelled" in shell.out
    assert "median" not in shell.out
    assert "(0)" in shell.out


def test_another_hypervisors_rules(shell: Shell, tmp_path: Path) -> None:
    """A scenario is SimGrid's business, but any profile can play it; its own settings stay behind."""
    scenario = tmp_path / "scenario.json"
    scenario.write_bytes(scenarios.encoded(scenarios.by_name("b_contention_4_mixed_dirty10")))
    assert shell("simulate", scenario, "--profile", "vsphere") == 0
    assert "profile vsphere" in shell.out
    assert shell("simulate", scenario) == 0
    assert "profile simgrid" in shell.out
    assert shell("simulate", scenario, "--profile", "kvm") == 2
    assert shell("simulate", scenario, "--profile", "xen", "--seeds", "3") == 2


def test_the_run_as_a_page(shell: Shell, tmp_path: Path) -> None:
    lab, file = lab_file(tmp_path, (0.0, h.migrate(1)), (1.0, h.migrate(2, 3))), tmp_path / "run.html"
    assert shell("simulate", lab, "--html", file, "--lang", "de", "--seed", "11") == 0
    page = Page(file.read_text(encoding="utf-8"))
    harmless(page)
    played = play(load(lab), seed=11)
    words = catalogue("de")
    assert all(words.quantity(float(total_s), "seconds") in page.text for total_s in played.total_s)
    assert "Startwert 11" in page.text
    assert "abgeschlossen" in shell.out


def test_a_page_that_cannot_be_written(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path, (0.0, h.migrate(1)))
    assert shell("--lang", "en", "simulate", lab, "--html", tmp_path / "no" / "run.html") == 2
    assert "cannot be written" in shell.err or "could not be written" in shell.err
    assert shell("simulate", lab, "--seeds", "3", "--html", "x.html") == 2
    assert "--html is for one run" in shell.err
