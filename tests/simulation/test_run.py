"""Playing a lab from a program: the same run as the window's, as arrays, JSON and CSV."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path

import msgspec
import numpy as np
import pytest

import vmotion_gui.simulation as package
from tests.simulation.worlds import GIB, MIB, at, engine, finished, host, inventory, move, vm
from vmotion_gui.inventory.commands import HostFailed, InjectFault
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation import Result, simulate
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.profiles.xen import XEN_CLASSIC
from vmotion_gui.simulation.status import Phase

_BUSY = vm(1, memory=4 * GIB, writes=20_000.0, working_set=GIB)


def _lab(*commands: object) -> Lab:
    estate = inventory(host(1), host(2), _BUSY, vm(2, memory=2 * GIB))
    return Lab(inventory=estate, name="two", commands=commands)  # type: ignore[arg-type]  # timed commands


_TWO = _lab(at(1.0, move(1)), at(2.0, move(2)))


def test_it_is_the_run_of_the_engine() -> None:
    running = engine(host(1), host(2), _BUSY, vm(2, memory=2 * GIB), commands=_TWO.commands)
    running.advance(2.0)
    finished(running, "migration-2")
    result = simulate(_TWO)
    assert isinstance(result, Result)
    assert result.finished
    assert [status.vm for status in result.migrations] == ["vm-1", "vm-2"] == result.vm.tolist()
    assert result.migrations[1] == running.status("migration-2")
    assert result.inventory.vms["vm-1"].host == "h-2"
    assert result.end_s == result.events[-1].time_s


def test_columns_have_one_entry_per_migration() -> None:
    result = simulate(_TWO)
    for column in (result.start_s, result.total_s, result.downtime_s, result.sent_bytes, result.pass_count):
        assert column.shape == (2,)
        with pytest.raises(ValueError, match="read-only"):
            column[0] = 0
    assert result.outcome.tolist() == ["completed", "completed"]
    assert result.pass_count.tolist() == [len(status.passes) for status in result.migrations]
    passes = result.passes(0)
    assert passes.sent_bytes.shape == (result.pass_count[0],)
    assert float(passes.sent_bytes.sum()) < float(result.sent_bytes[0])
    assert passes.guest_slowdown[-1] == 1.0
    with pytest.raises(IndexError):
        result.passes(2)


def test_what_has_not_ended_has_no_times() -> None:
    result = simulate(_TWO, until_s=1.5)
    assert not result.finished
    assert result.end_s == 1.5
    assert result.outcome.tolist() == ["running"]
    assert np.isnan(result.total_s).all()
    assert simulate(_TWO, until_s=0.0).migrations == ()


def test_seed_and_profile_stand_in_for_the_labs_own() -> None:
    assert simulate(_TWO, seed=3).document().seed == 3
    assert simulate(_TWO, profile="xen").document().profile == "xen"
    slow = simulate(_TWO, profile=dataclasses.replace(VSPHERE, check_s=100.0))
    assert slow.end_s > simulate(_TWO).end_s + 90.0


def test_a_profile_of_ones_own_is_the_one_that_is_told() -> None:
    """The lab says vsphere; what was used says what the document says."""
    result = simulate(_TWO, profile=XEN_CLASSIC)
    assert result.document().profile == result.profile.name == "xen-classic"
    strict = msgspec.structs.replace(_TWO, profile_settings=ProfileSettings(switchover_goal_s=0.1))
    assert simulate(strict).profile.switchover_goal_s == 0.1


def test_elements_of_arrays_are_numbers_too() -> None:
    """Seeds and times come out of numpy in notebooks; the document holds plain ones."""
    result = simulate(_TWO, seed=np.arange(4)[3], until_s=np.float64(1e4))
    assert result.to_json() == simulate(_TWO, seed=3, until_s=1e4).to_json()


@pytest.mark.parametrize(
    ("argument", "value", "error"),
    [
        ("until_s", -1.0, ValueError),
        ("until_s", float("nan"), ValueError),
        ("until_s", float("inf"), ValueError),
        ("seed", -1, ValueError),
        ("seed", 1.5, TypeError),
        ("profile", "kvm", ValueError),
    ],
)
def test_arguments_that_make_no_sense_are_refused(argument: str, value: object, error: type[Exception]) -> None:
    with pytest.raises(error, match=argument if error is ValueError else "float"):
        simulate(_TWO, **{argument: value})  # type: ignore[arg-type]  # wrong on purpose


def test_a_table_that_there_is_not_is_named() -> None:
    with pytest.raises(ValueError, match="'disks'; there are migrations, passes, events"):
        simulate(_TWO).to_csv(table="disks")  # type: ignore[arg-type]  # wrong on purpose


def test_progress_is_told_on_the_way() -> None:
    lab = _lab(*(at(float(n), move(1 + n % 2, to=f"h-{1 + (n // 2 + 1) % 2}")) for n in range(400)))
    times: list[float] = []
    result = simulate(lab, on_progress=lambda running: times.append(running.now_s))
    assert times == sorted(times)
    assert len(times) > 1
    assert times[-1] <= result.end_s


def test_json_is_the_document_and_can_be_written(tmp_path: Path) -> None:
    result = simulate(_TWO)
    text = result.to_json(tmp_path / "run.json")
    assert (tmp_path / "run.json").read_bytes() == text
    document = json.loads(text)
    assert document["format"] == "vmotion-gui-simulation"
    assert [told["total_s"] for told in document["migrations"]] == result.total_s.tolist()
    with pytest.raises(OSError, match="nowhere"):
        result.to_json(tmp_path / "nowhere" / "run.json")


@pytest.mark.parametrize(("table", "rows"), [("migrations", 2), ("passes", None), ("events", None)])
def test_csv_tables(tmp_path: Path, table: str, rows: int | None) -> None:
    result = simulate(_TWO)
    text = result.to_csv(tmp_path / "table.csv", table=table)  # type: ignore[arg-type]  # one of the three
    read = list(csv.DictReader(io.StringIO(text)))
    expected = {"passes": int(result.pass_count.sum()), "events": len(result.events)}
    assert len(read) == (rows or expected[table])
    assert (tmp_path / "table.csv").read_text(encoding="utf-8") == text
    stream = io.StringIO()
    result.to_csv(stream, table=table)  # type: ignore[arg-type]
    assert stream.getvalue() == text


def test_a_failed_migration_names_its_fault() -> None:
    lab = _lab(at(1.0, move(1)), at(5.0, InjectFault(fault=HostFailed(host="h-2"))))
    result = simulate(lab)
    assert result.outcome.tolist() == ["failed"]
    assert result.migrations[0].phase is Phase.FAILED
    (row,) = csv.DictReader(io.StringIO(result.to_csv()))
    assert row["fault"] == result.migrations[0].fault.fault  # type: ignore[union-attr]  # it failed
    assert float(row["sent_bytes"]) > 100.0 * MIB


def test_the_package_offers_what_it_names() -> None:
    assert set(package.__all__) == {"Result", "simulate"}
    with pytest.raises(AttributeError):
        package.nothing  # noqa: B018
