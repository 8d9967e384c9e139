"""`check`: the verdict, its reasons with fault and cure, and names as people type them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.cli.commands import Shell, lab_file
from tests.simulation import histories
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load, save
from vmotion_gui.messages import catalogue


@pytest.mark.parametrize("words", [("web-1", "esx-2"), ("vm-1", "h-2"), ("WEB-1", "ESX-2")])
def test_a_possible_migration(shell: Shell, tmp_path: Path, words: tuple[str, str]) -> None:
    assert shell("check", lab_file(tmp_path), "--vm", words[0], "--to", words[1]) == 0
    assert "Possible: vMotion of web-1 to esx-2." in shell.out


def test_with_a_datastore(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path)
    assert shell("check", lab, "--vm", "web-1", "--to", "esx-2", "--datastore", "store-b") == 0
    assert "vMotion with storage of web-1 to esx-2, store-b" in shell.out
    assert shell("check", lab, "--vm", "web-1", "--to", "esx-1", "--datastore", "ds-b", "--lang", "de") == 0
    assert "Möglich: Storage vMotion von web-1" in shell.out


def test_an_impossible_one_tells_every_reason_with_fault_and_cure(shell: Shell, tmp_path: Path) -> None:
    lab = histories.lab()
    broken = msgspec.structs.replace(lab.inventory.hosts["h-2"], vmk_adapters=(), maintenance_state="inMaintenance")
    inventory = lab.inventory.with_entities([broken])
    save(msgspec.structs.replace(lab, inventory=inventory), tmp_path / "lab.json")
    verdict = Checker(inventory).check(MigrationSpec(vm="vm-1", host="h-2"))
    assert len(verdict.reasons) >= 2
    for language in ("en", "de"):
        words = catalogue(language)
        arguments = ("check", tmp_path / "lab.json", "--vm", "web-1", "--to", "esx-2", "--lang", language)
        assert shell(*arguments) == 1
        for reason in verdict.reasons:
            assert f"[{reason.fault}]: {words.render(reason.text)}" in shell.out
            assert words.render(reason.cure) in shell.out
    assert "Nicht möglich: vMotion von web-1 nach esx-2." in shell.out


@pytest.mark.parametrize(
    ("vm", "host", "sentence"),
    [
        ("wbe-1", "esx-2", "There is no virtual machine “wbe-1” in this lab. Did you mean web-1"),
        ("web-1", "exs-2", "There is no host “exs-2” in this lab. Did you mean esx-2"),
        ("web-1", "???", "There is no host “???” in this lab (it has 3)."),
    ],
)
def test_an_unknown_name_gets_what_was_probably_meant(
    shell: Shell, tmp_path: Path, vm: str, host: str, sentence: str
) -> None:
    assert shell("check", lab_file(tmp_path), "--vm", vm, "--to", host) == 2
    assert sentence in shell.err
    assert shell("check", lab_file(tmp_path), "--vm", vm, "--to", host, "--lang", "de") == 2
    assert "nicht gefunden" in shell.err


def test_an_ambiguous_name_lists_the_ids(shell: Shell, tmp_path: Path) -> None:
    path = lab_file(tmp_path)
    lab = load(path)
    twin = msgspec.structs.replace(lab.inventory.vms["vm-2"], name="web-1")
    save(msgspec.structs.replace(lab, inventory=lab.inventory.with_entities([twin])), path)
    assert shell("check", path, "--vm", "web-1", "--to", "esx-2") == 2
    assert "vm-1, vm-2" in shell.err
    assert shell("check", path, "--vm", "vm-2", "--to", "esx-2") == 0
