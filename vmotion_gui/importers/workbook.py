"""An export's sheets by name and their columns by header text, whether from one xlsx file or a folder of CSV files.

Sheets and headers are compared loosely: case, blanks and punctuation do not count, MB is MiB, "#" is "num", and
database-style headers ("vInfoVMName") lose their sheet's name.
"""

from __future__ import annotations

import csv
import functools
import itertools
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import python_calamine as calamine

from vmotion_gui.importers import cells
from vmotion_gui.importers.errors import RvtoolsError
from vmotion_gui.importers.report import Notes
from vmotion_gui.messages import message

_ZIP = b"PK\x03\x04"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOT_WORD = re.compile(r"[^a-z0-9]+")

Grid = list[list[Any]]
"""Rows of cells, the header first."""


@functools.lru_cache(maxsize=4096)
def fold(header: str) -> str:
    """What of a header is compared."""
    plain = header.casefold().replace("#", "num").replace("%", "pct").replace("(s)", "s")
    plain = _NOT_WORD.sub("", plain)
    return f"{plain[:-2]}mib" if plain.endswith("mb") else plain


def fold_sheet(name: str) -> str:
    """What of a sheet's or CSV file's name is compared ("RVTools_tabvInfo" is "vinfo")."""
    return _NOT_WORD.sub("", name.casefold()).removeprefix("rvtools").removeprefix("tab")


class Sheet:
    """One sheet: its columns by folded header, each converted as a whole when asked for."""

    def __init__(
        self, name: str, grid: Grid, first_row: int, notes: Notes, aliases: Mapping[str, Sequence[str]]
    ) -> None:
        """`first_row` is the spreadsheet's number of the header's row; `aliases` canonical header -> other headers."""
        self.name = name
        self._columns: list[tuple[Any, ...]] = list(itertools.zip_longest(*grid[1:], fillvalue=""))
        self._length = max(0, len(grid) - 1)
        self._first_row = first_row + 1
        self._notes = notes
        self._places: dict[str, int] = {}
        self._written: dict[str, str] = {}
        for place, cell in enumerate(grid[0] if grid else ()):
            written = cells.text(cell)
            folded = fold(written)
            folded = folded.removeprefix(name.casefold()) or folded
            self._places.setdefault(folded, place)
            self._written.setdefault(folded, written)
        for header, others in aliases.items():
            found = next((other for other in map(fold, others) if other in self._places), None)
            if fold(header) not in self._places and found is not None:
                self._places[fold(header)] = self._places[found]
                self._written[fold(header)] = self._written[found]

    def __len__(self) -> int:
        return self._length

    def has(self, header: str) -> bool:
        """Whether there is such a column."""
        return fold(header) in self._places

    def row(self, index: int) -> int:
        """The spreadsheet's number of a data row."""
        return self._first_row + index

    def raw(self, header: str) -> Sequence[Any]:
        """A column as it is; empty cells where there is no such column."""
        place = self._places.get(fold(header))
        if place is None or place >= len(self._columns):
            return [""] * self._length
        return self._columns[place]

    def texts(self, header: str) -> list[str]:
        """A column as text; "" where it says nothing."""
        return cells.texts(self.raw(header))

    def counts(self, header: str) -> list[int | None]:
        """A column of whole numbers from zero up; None where unknown."""
        return cells.counts(self.raw(header), self._on_bad(header))

    def limits(self, header: str) -> list[int | None]:
        """A column of limits; None where there is none."""
        return cells.limits(self.raw(header), self._on_bad(header))

    def truths(self, header: str) -> list[bool | None]:
        """A column of truth values; None where unknown."""
        return cells.truths(self.raw(header), self._on_bad(header))

    def bad(self, index: int, header: str, value: Any) -> None:
        """Note that a cell cannot be understood."""
        self._notes.bad_cell(self.name, self.row(index), self._written.get(fold(header), header), cells.text(value))

    def _on_bad(self, header: str) -> cells.OnBad:
        return lambda index, value: self.bad(index, header, value)


class Workbook:
    """The sheets of an export; a sheet's cells are read when it is asked for."""

    def __init__(self, name: str, readers: Mapping[str, Callable[[], tuple[Grid, int]]]) -> None:
        """`readers`: the sheet's name as written -> what reads its cells, with the number of its first row."""
        self.name = name
        self.sheet_names = tuple(readers)
        self._readers = {fold_sheet(written): reader for written, reader in readers.items()}

    def sheet(self, name: str, notes: Notes, aliases: Mapping[str, Sequence[str]]) -> Sheet | None:
        """A sheet by its name; None if the export does not have it. RvtoolsError if it is damaged."""
        reader = self._readers.get(fold_sheet(name))
        if reader is None:
            return None
        grid, first_row = reader()
        return Sheet(name, grid, first_row, notes, aliases)


def open_workbook(path: Path) -> Workbook:
    """The workbook of an xlsx file, of a folder of CSV files, or of one of those files.

    RvtoolsError with a sentence for what is no export, is cut off, damaged or protected.
    """
    try:
        if path.is_dir():
            return _folder(path)
        if path.suffix.casefold() == ".csv" and fold_sheet(path.stem).startswith("v"):
            return _folder(path.parent)
        with path.open("rb") as file:
            start = file.read(len(_OLE))
        if start.startswith(_ZIP):
            return _xlsx(path)
        raise RvtoolsError(message(f"importers.error.{_other_kind(path, start)}", file=path.name))
    except FileNotFoundError as error:
        raise RvtoolsError(message("importers.error.notFound", file=str(path))) from error
    except OSError as error:
        reason = error.strerror or str(error)
        raise RvtoolsError(message("importers.error.notReadable", file=str(path), reason=reason)) from error


def _other_kind(path: Path, start: bytes) -> str:
    if not start:
        return "empty"
    if start != _OLE:
        return "notAnExport"
    return "password" if _ENCRYPTED in path.read_bytes() else "oldExcel"


def _xlsx(path: Path) -> Workbook:
    if not zipfile.is_zipfile(path):
        raise RvtoolsError(message("importers.error.cutOff", file=path.name))
    try:
        book = calamine.CalamineWorkbook.from_path(str(path))
    except calamine.PasswordError as error:
        raise RvtoolsError(message("importers.error.password", file=path.name)) from error
    except calamine.ZipError as error:
        raise RvtoolsError(message("importers.error.cutOff", file=path.name)) from error
    except calamine.CalamineError as error:
        raise RvtoolsError(message("importers.error.notAWorkbook", file=path.name)) from error
    return Workbook(path.name, {name: functools.partial(_cells_of, book, name, path.name) for name in book.sheet_names})


def _cells_of(book: calamine.CalamineWorkbook, name: str, file: str) -> tuple[Grid, int]:
    try:
        sheet = book.get_sheet_by_name(name)
        return sheet.to_python(skip_empty_area=True), (sheet.start[0] if sheet.start else 0) + 1
    except calamine.CalamineError as error:
        raise RvtoolsError(message("importers.error.damaged", file=file, sheet=name)) from error


def _folder(path: Path) -> Workbook:
    files = sorted(file for file in path.iterdir() if file.suffix.casefold() == ".csv")
    files = [file for file in files if fold_sheet(file.stem).startswith(("v", "dv"))]
    if not files:
        raise RvtoolsError(message("importers.error.noCsv", folder=str(path)))
    return Workbook(path.name, {file.stem: functools.partial(_csv_cells, file) for file in files})


def _csv_cells(path: Path) -> tuple[Grid, int]:
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    header = text.partition("\n")[0]
    delimiter = max(";,\t", key=header.count)
    return list(csv.reader(text.splitlines(keepends=True), delimiter=delimiter)), 1
