"""The table of worked numbers names tests that exist, and every number that is held is in the table."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

_ROOT = Path(__file__).resolve().parents[2]
_PAGE = _ROOT / "docs" / "worked-numbers.md"
_TESTS = _ROOT / "tests" / "simulation"
_NUMBERS = (*range(1, 12), *range(14, 24), 25, 27)
"""E1 to E11 are of one copy and its loop, E14 to E23 of the wire, network and disks, E25 and E27 of many migrations."""


def _functions() -> dict[str, set[str]]:
    """The tests of each file."""
    files = {path.name: path.read_text(encoding="utf-8") for path in _TESTS.glob("test_*.py")}
    return {name: set(re.findall(r"^def (test_\w+)\(", text, re.MULTILINE)) for name, text in files.items()}


def _named() -> list[str]:
    return sorted(set(re.findall(r"`(test_[\w…]+(?:\.py)?)`", _PAGE.read_text(encoding="utf-8"))))


@pytest.mark.parametrize("name", _named())
def test_what_the_table_names_exists(name: str) -> None:
    files = _functions()
    if name.endswith(".py"):
        assert name in files
        return
    pattern = re.compile(re.escape(name).replace("…", r"\w+"))
    assert any(pattern.fullmatch(function) for functions in files.values() for function in functions)


@pytest.mark.parametrize("number", _NUMBERS)
def test_each_number_is_in_the_table_and_has_a_test(number: int) -> None:
    assert re.search(rf"^\| E{number} \|", _PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    own = re.compile(rf"test_e{number}(?!\d)\w*|test_e\d+_and_e{number}_\w*")
    assert any(own.fullmatch(function) for functions in _functions().values() for function in functions)
