"""`lesson results`: the results of a class as one table."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from rich import box
from rich.table import Table

from vmotion_gui.commandline.terminal import NO, YES, BadInputError, Terminal
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.lessons.results import classroom
from vmotion_gui.lessons.results.document import result_files
from vmotion_gui.messages import message


def show_results(
    terminal: Terminal, places: Sequence[Path], *, csv: str | None, json: str | None, html: str | None
) -> int:
    """Read the results of files and folders, and write what is asked for, else show it; NO if a file cannot be used.
    BadInputError if there are no results, or a file cannot be written."""
    room = classroom.collected(result_files(places))
    for line in classroom.broken_lines(room, terminal.words):
        terminal.complain(line)
    if not room.results:
        raise BadInputError(message("results.none"))
    wanted: tuple[tuple[str | None, Callable[[], bytes]], ...] = (
        (csv, lambda: classroom.csv_text(room).encode()),
        (json, lambda: classroom.json_bytes(room)),
        (html, lambda: classroom.html_page(room, terminal.words).encode()),
    )
    for target, content in wanted:
        if target is not None:
            _write(terminal, target, content())
    if all(target is None for target, _ in wanted):
        _show(terminal, room)
    return NO if room.broken else YES


def _show(terminal: Terminal, room: classroom.Classroom) -> None:
    words = terminal.words
    rows = [classroom.row_cells(row, words) for row in room.rows()]
    _table(terminal, classroom.ROW_COLUMNS, rows, texts=("student", "lesson", "state"))
    found = [classroom.statistic_cells(one, words) for one in room.statistics()]
    _table(terminal, classroom.STATISTIC_COLUMNS, found, texts=("lesson", "what"))


def _table(terminal: Terminal, columns: Sequence[str], rows: Sequence[Sequence[str]], texts: Sequence[str]) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for name in columns:
        table.add_column(terminal.text(f"results.column.{name}"), justify="left" if name in texts else "right")
    for row in rows:
        table.add_row(*row)
    terminal.out.print(table)


def _write(terminal: Terminal, target: str, data: bytes) -> None:
    if target == "-":
        sys.stdout.buffer.write(data)
        return
    try:
        write_atomically(Path(target), data)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInputError(message("cli.file.notWritten", file=target, reason=reason)) from error
    terminal.say(message("results.written", file=target))
