"""Reads RVTools exports into labs.

What is read, assumed and guessed: docs/rvtools-import.md. Nothing that the export names is lost but SRM placeholders,
which are no VMs; what it does not tell is assumed, and every assumption stands in the report.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from vmotion_gui.importers.errors import RvtoolsError
from vmotion_gui.importers.report import ImportReport, Notes
from vmotion_gui.importers.rvtools import assemble
from vmotion_gui.importers.rvtools.columns import ALIASES, SHEETS, note_missing
from vmotion_gui.importers.rvtools.draft import Draft, Sheets
from vmotion_gui.importers.workbook import Workbook, open_workbook
from vmotion_gui.inventory.estate import COLLECTIONS, Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import Message, message

__all__ = ["ImportResult", "Progress", "RvtoolsError", "import_rvtools"]

Progress = Callable[[float, Message], None]
"""Told the share that is done, 0 to 1, and what is being done; it may raise to cancel the import."""
_READING = 0.7
"""Share of the time that reading the sheets takes."""


class ImportResult(NamedTuple):
    """What an import gives."""

    lab: Lab
    report: ImportReport


def import_rvtools(path: str | os.PathLike[str], *, progress: Progress | None = None) -> ImportResult:
    """The lab of an RVTools export (xlsx file, folder of CSV files, or one of those), and the report about it.

    RvtoolsError with a sentence for the user if it is no export, damaged or protected. Whatever `progress` raises
    passes through.
    """
    tell = progress or _silent
    tell(0.0, message("importers.progress.opening"))
    notes = Notes()
    source = Path(path)
    sheets = _read(open_workbook(source), notes, tell)
    note_missing(sheets, notes)
    draft = Draft(sheets, notes)
    for share, step in assemble.steps(draft):
        tell(_READING + (1.0 - _READING) * share, message("importers.progress.building"))
        step()
    inventory = Inventory(draft.entities)
    written = _written(sheets)
    counts = {name: len(inventory.collection(name)) for name in COLLECTIONS}
    tell(1.0, message("importers.progress.done"))
    report = notes.report(source.name, written, counts)
    origin = " ".join(filter(None, ["RVTools", source.name, written]))
    lab = Lab(inventory=inventory, name=source.stem, origin=origin, import_report=report.to_data())
    return ImportResult(lab, report)


def _silent(share: float, doing: Message) -> None:
    del share, doing


def _read(book: Workbook, notes: Notes, tell: Progress) -> Sheets:
    sheets: Sheets = {}
    for number, name in enumerate(SHEETS):
        tell(_READING * number / len(SHEETS), message("importers.progress.reading", sheet=name))
        sheet = book.sheet(name, notes, ALIASES[name])
        if sheet is not None:
            sheets[name] = sheet
        elif name == "vInfo":
            raise RvtoolsError(message("importers.error.noVInfo", file=book.name, sheets=list(book.sheet_names)))
    stores = sheets.get("vDatastore")
    if stores is not None and not any(stores.texts("Hosts")):
        paths = book.sheet("vMultiPath", notes, ALIASES["vMultiPath"])
        if paths is not None:
            sheets["vMultiPath"] = paths
    return sheets


def _written(sheets: Sheets) -> str:
    sheet = sheets.get("vMetaData")
    if sheet is None or not len(sheet):
        return ""
    columns = ("RVTools version", "xlsx creation datetime", "Server")
    return " · ".join(filter(None, (sheet.texts(column)[0] for column in columns)))
