"""The files of the checkout, and its Python modules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGE = ROOT / "vmotion_gui"
_FOLDERS = ("vmotion_gui", "resources", "tests", "docs", ".ci")


def sources() -> list[Path]:
    """Every Python file of the program."""
    return sorted(PACKAGE.rglob("*.py"))


def module_name(source: Path) -> str:
    """vmotion_gui/inventory/lab.py -> vmotion_gui.inventory.lab"""
    parts = source.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def text_files() -> Iterator[tuple[Path, str]]:
    """Every file of ours that is text, with its text. What tools leave in a checkout is none of ours."""
    at_top = [file for file in ROOT.iterdir() if file.is_file() and not file.name.startswith(".coverage")]
    below = [file for folder in _FOLDERS for file in (ROOT / folder).rglob("*") if file.is_file()]
    for file in sorted(at_top + below):
        try:
            yield file.relative_to(ROOT), file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
