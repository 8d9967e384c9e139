"""`validate`: one sentence for a valid lab, every problem of another one."""

from __future__ import annotations

from pathlib import Path

from tests.cli.commands import Shell, lab_file
from vmotion_gui import resources


def test_a_valid_lab_and_what_it_holds(shell: Shell) -> None:
    demo = resources.path("labs/demo.json")
    assert shell("validate", demo) == 0
    assert "is a valid lab" in shell.out
    assert "hosts: 16" in shell.out
    assert shell.err == ""


def test_all_problems_of_a_broken_one_with_their_places(shell: Shell, tmp_path: Path) -> None:
    lab = lab_file(tmp_path)
    text = lab.read_text().replace('"host": "h-1"', '"host": "h-9"', 1).replace('"seed": 7', '"seed": -7')
    lab.write_text(text)
    assert shell("validate", lab) == 2
    assert shell.out == ""
    lines = shell.err.splitlines()
    assert lines[0] == f"“{lab}” is not a valid lab. Problems: 2."
    assert sorted(line.split(":")[0] for line in lines[1:]) == ["$.seed", "$.vms[0].host"]
    assert shell("validate", lab, "--lang", "de") == 2
    assert "kein gültiges Lab" in shell.err


def test_what_is_no_lab_at_all(shell: Shell, tmp_path: Path) -> None:
    for content in (b"", b"[1, 2]", b"\xff\xfe\x00", b"PK\x03\x04"):
        (tmp_path / "x").write_bytes(content)
        assert shell("validate", tmp_path / "x") == 2
        assert shell.err.strip()
        assert "Traceback" not in shell.err
    assert shell("validate", tmp_path) == 2
    assert shell("validate", tmp_path / "none.json") == 2
    assert str(tmp_path / "none.json") in shell.err
