"""No file names a machine that the project was made on, or a place to download packages from."""

from __future__ import annotations

import re

import pytest

from tests.house.files import ROOT, text_files

# written in pieces, else this file would be among what is found
_PLACES = re.compile(
    "|".join(
        (
            r"/ho" r"me/(?!me\b)\w+",
            r"/Us" r"ers/\w+",
            r"/ro" r"ot/\w+",
            r"/wo" r"rk/(main|shared|venv)",
            r"/opt/whe" r"els",
            r"py" r"pi\.(org|python\.org)",
            r"python" r"hosted\.org",
            r"deb\.deb" r"ian\.org",
            r"--(extra-)?index" r"-url",
            r"--find" r"-links",
        )
    )
)


def test_no_file_names_a_machine_or_a_registry() -> None:
    found = [f"{file}: {match[0]}" for file, text in text_files() for match in _PLACES.finditer(text)]
    assert not found


def test_no_file_names_the_place_of_this_checkout() -> None:
    if len(ROOT.parts) < 3:
        pytest.skip(f"{ROOT} is too short a path to look for")
    assert not [str(file) for file, text in text_files() if str(ROOT) in text]


def test_the_files_are_found_and_the_search_would_find_a_place() -> None:
    names = {str(file) for file, _ in text_files()}
    assert {"run", "pyproject.toml", "README.md", "vmotion_gui/cli.py", ".ci/run"} <= names
    assert _PLACES.search("see /ho" + "me/somebody/lab.json")
    assert not _PLACES.search("/home/me/lab.json")
