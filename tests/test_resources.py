"""The files that ship with the program are found, and names lead to nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from vmotion_gui import resources

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture
def no_resources(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(resources, "_ROOTS", (tmp_path / "_resources", tmp_path / "resources"))
    return tmp_path


def test_a_checkout_uses_its_own_folder() -> None:
    assert resources.path("labs/demo.json") == ROOT / "resources" / "labs" / "demo.json"
    assert resources.path("labs/demo.json").is_file()


def test_an_installed_package_prefers_what_it_brought(no_resources: Path) -> None:
    for folder in ("_resources", "resources"):
        (no_resources / folder).mkdir()
        (no_resources / folder / "which.txt").write_text(folder, encoding="utf-8")
    assert resources.read_text("which.txt") == "_resources"


def test_without_resources_the_places_are_named(no_resources: Path) -> None:
    with pytest.raises(FileNotFoundError, match="_resources"):
        resources.path("labs/demo.json")


def test_text_is_utf_8_and_bytes_are_bytes(no_resources: Path) -> None:
    (no_resources / "resources").mkdir()
    (no_resources / "resources" / "text.txt").write_bytes("Zürich\n".encode())
    assert resources.read_text("text.txt") == "Zürich\n"
    assert resources.read_bytes("text.txt") == b"Z\xc3\xbcrich\n"
    with pytest.raises(FileNotFoundError):
        resources.read_text("nothing.txt")


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "..", "../pyproject.toml", "labs/../../pyproject.toml", "C:\\x", "C:x", "\\x", "a\\..\\b"]
)
def test_names_that_lead_out_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no name of a resource"):
        resources.path(name)


def test_dots_within_a_name_are_no_way_out() -> None:
    assert resources.path("labs/..demo.json").name == "..demo.json"


def test_the_packages_of_each_section() -> None:
    run, tests = resources.debian_packages("run"), resources.debian_packages("tests")
    assert {"libegl1", "libxcb-cursor0", "fonts-dejavu-core"} <= set(run)
    assert {"xvfb", "xdotool"} <= set(tests)
    assert not set(run) & set(tests)
    assert all(name.replace("-", "").replace(".", "").isalnum() for name in (*run, *tests))
    with pytest.raises(KeyError):
        resources.debian_packages("nothing")
