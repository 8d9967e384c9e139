"""Where the files that ship with the program are: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path, PurePosixPath, PureWindowsPath

_PACKAGE = Path(__file__).resolve().parent
_ROOTS = (_PACKAGE / "_resources", _PACKAGE.parent / "resources")


def path(name: str) -> Path:
    """The path of a resource file or folder ("labs/demo.json"), whether it exists or not.

    ValueError for a name that leads out of the resources. FileNotFoundError if no resources are there at all.
    """
    if _leads_out(name):
        raise ValueError(f"{name!r} is no name of a resource: it must be relative and without '..'")
    for root in _ROOTS:
        if root.is_dir():
            return root / name
    raise FileNotFoundError(f"the program's resources are in none of {', '.join(str(root) for root in _ROOTS)}")


def read_text(name: str) -> str:
    """The text of a resource, which is UTF-8. Errors as of `path`, and OSError if it cannot be read."""
    return path(name).read_text(encoding="utf-8")


def read_bytes(name: str) -> bytes:
    """The content of a resource. Errors as of `path`, and OSError if it cannot be read."""
    return path(name).read_bytes()


def debian_packages(section: str) -> tuple[str, ...]:
    """The packages that a section ("run", "tests", "python") of debian-packages.txt names. KeyError for another one."""
    sections: dict[str, list[str]] = {}
    names: list[str] = []
    for line in map(str.strip, read_text("debian-packages.txt").splitlines()):
        if line.startswith("["):
            names = sections.setdefault(line.strip("[]"), [])
        elif line and not line.startswith("#"):
            names.append(line)
    return tuple(sections[section])


def _leads_out(name: str) -> bool:
    # both spellings everywhere: a lab or a lesson that names a resource may come from another system
    forms = (PurePosixPath(name), PureWindowsPath(name))
    return any(form.anchor or ".." in form.parts for form in forms)
