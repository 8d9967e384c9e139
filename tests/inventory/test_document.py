"""Loading and saving: nothing is lost, nothing is half written."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from tests.strategies import labs
from vmotion_gui import resources
from vmotion_gui.inventory.document import dumps, load, loads, save
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import LabError


@given(labs(with_commands=True))
@settings(max_examples=100, deadline=None)
def test_what_is_saved_and_loaded_again_is_equal(lab: Lab) -> None:
    assert loads(dumps(lab)) == lab


@given(labs(with_commands=True))
@settings(max_examples=30, deadline=None)
def test_the_bytes_are_the_same_every_time(lab: Lab) -> None:
    data = dumps(lab)
    assert dumps(loads(data)) == data


@pytest.mark.parametrize(
    "report", [None, {}, {"source": "x.xlsx", "counts": {"vms": 3}, "later": [1, None, {"a": 0.5}]}]
)
def test_an_import_report_comes_back_as_it_was(report: dict[str, Any] | None) -> None:
    lab = Lab(inventory=Inventory(), import_report=report)
    assert loads(dumps(lab)) == lab
    assert (b"import_report" in dumps(lab)) is (report is not None)


def test_the_order_of_entities_is_kept() -> None:
    lab = load(resources.path("labs/demo.json"))
    assert list(loads(dumps(lab)).inventory.vms) == list(lab.inventory.vms)


def test_a_document_is_readable_text() -> None:
    lines = dumps(Lab(inventory=Inventory(), name="Ünicode")).decode("utf-8").splitlines()
    assert lines[:3] == ["{", '  "format": "vmotion-gui-lab",', '  "version": 1,']
    assert '  "name": "Ünicode"' in lines


def test_a_byte_order_mark_does_not_matter() -> None:
    lab = Lab(inventory=Inventory())
    assert loads(b"\xef\xbb\xbf" + dumps(lab)) == lab


def test_saving_replaces_the_file_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "lab.json"
    path.write_text("old")
    path.chmod(0o640)
    save(Lab(inventory=Inventory(), name="new"), path)
    assert load(path).name == "new"
    assert [entry.name for entry in tmp_path.iterdir()] == ["lab.json"]
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    save(Lab(inventory=Inventory()), tmp_path / "lab.json")
    (tmp_path / "plain").touch()
    assert (tmp_path / "lab.json").stat().st_mode == (tmp_path / "plain").stat().st_mode


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    save(Lab(inventory=Inventory(), name="new"), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert load(tmp_path / "real.json").name == "new"


@pytest.mark.parametrize(
    ("number", "key"),
    [
        (errno.ENOSPC, "inventory.file.write.noSpace"),
        (errno.EACCES, "inventory.file.write.notPermitted"),
        (errno.EIO, "inventory.file.write.failed"),
    ],
)
@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_failed_save_keeps_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, key: str, call: str
) -> None:
    path = tmp_path / "lab.json"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(LabError) as caught:
        save(Lab(inventory=Inventory()), path)
    assert [problem.text.key for problem in caught.value.problems] == [key]
    assert path.read_text() == "old"
    assert [entry.name for entry in tmp_path.iterdir()] == ["lab.json"]


_SAVE_AND_DIE = """
import os, signal, sys
from vmotion_gui.inventory import document
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
document.os.{call} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)
document.save(Lab(inventory=Inventory(), name="new"), sys.argv[1])
"""


@pytest.mark.parametrize("call", ["fsync", "replace"])
def test_a_process_killed_while_saving_keeps_the_old_file(tmp_path: Path, call: str) -> None:
    path = tmp_path / "lab.json"
    save(Lab(inventory=Inventory(), name="old"), path)
    program = _SAVE_AND_DIE.format(call=call)
    done = subprocess.run([sys.executable, "-c", program, str(path)], cwd=Path(__file__).parents[2], check=False)
    assert done.returncode == -9
    assert load(path).name == "old"


def test_saving_into_a_missing_folder_says_so(tmp_path: Path) -> None:
    with pytest.raises(LabError) as caught:
        save(Lab(inventory=Inventory()), tmp_path / "missing" / "lab.json")
    assert caught.value.problems[0].text.key == "inventory.file.write.notFound"


def test_loading_what_is_not_there_says_so(tmp_path: Path) -> None:
    for path, key in ((tmp_path / "no.json", "notFound"), (tmp_path, "isFolder")):
        with pytest.raises(LabError) as caught:
            load(path)
        assert [problem.text.key for problem in caught.value.problems] == [f"inventory.file.read.{key}"]
        assert str(path) in str(caught.value)
