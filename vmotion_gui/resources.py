"""Where the files that ship with the program are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def path(name: str) -> Path:
    """The path of a resource file or folder ("labs/demo.json"). FileNotFoundError if no resources are there at all."""
    for root in _ROOTS:
        if root.is_dir():
            return root / name
    raise FileNotFoundError(f"the program's resources are in none of {', '.join(str(root) for root in _ROOTS)}")
