"""A table as a file for other programs: what is shown, in the order in which it is shown."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula, and anybody can name a VM."""


def write_table(model: QAbstractItemModel, path: Path) -> None:
    """Write a table's headings and rows as CSV, in UTF-8 with the mark by which spreadsheets know it. OSError as
    `open`."""
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file).writerows(_lines(model))


def _lines(model: QAbstractItemModel) -> Iterator[list[str]]:
    columns = range(model.columnCount())
    titles = [_cell(model.headerData(column, Qt.Orientation.Horizontal)) for column in columns]
    used = [column for column in columns if titles[column]]
    yield [titles[column] for column in used]
    for row in range(model.rowCount()):
        yield [_cell(model.index(row, column).data()) for column in used]


def _cell(value: object) -> str:
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def ask_and_write(parent: QWidget, name: str, write: Callable[[Path], None]) -> None:
    """Ask where to, and write; what goes wrong is said in a sentence."""
    title = QCoreApplication.translate("Export", "Export")
    chosen, _ = QFileDialog.getSaveFileName(parent, title, f"{name}.csv", "CSV (*.csv)")
    if not chosen:
        return
    try:
        write(Path(chosen))
    except OSError as error:
        text = QCoreApplication.translate("Export", "{file} could not be written: {reason}. Choose another place.")
        QMessageBox.warning(parent, title, text.format(file=chosen, reason=error.strerror or str(error)))
