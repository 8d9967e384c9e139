"""`sweep`, and `simulate --seeds`: many runs of a lab, their table, and the files that it goes to."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import msgspec
from rich import box
from rich.table import Table

from vmotion_gui.commandline.terminal import NO, YES, BadInputError, Terminal
from vmotion_gui.importers.scenarios import load_any
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.messages import message
from vmotion_gui.simulation.sweeps.cluster import run_on_cluster
from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.runs import Plan, Run, RunFigures, plan_of
from vmotion_gui.simulation.sweeps.statistics import Row, Spread, columns_of, rows_of, to_csv, to_json
from vmotion_gui.simulation.sweeps.variations import parse_variation
from vmotion_gui.simulation.sweeps.workers import default_jobs, run_here

MOST_ROWS = 40


class Outputs(msgspec.Struct, frozen=True, kw_only=True):
    """Where the table goes beside the terminal; "-" for CSV or JSON is the standard output."""

    csv: str | None = None
    json: str | None = None
    parquet: str | None = None


class Extent(msgspec.Struct, frozen=True, kw_only=True):
    """How much is run and where. `seeds` None: one run of each point, as the lab says; `jobs` None: all cores."""

    vary: tuple[str, ...] = ()
    seeds: int | None = None
    seed: int | None = None
    until_s: float | None = None
    jobs: int | None = None
    dask: str | None = None


def sweep(terminal: Terminal, file: Path, extent: Extent, outputs: Outputs) -> int:
    """Run them all; NO if a migration of any run failed or was refused, or had not ended when patience did."""
    try:
        lab = load_any(file)
        if extent.seed is not None:
            lab = msgspec.structs.replace(lab, seed=extent.seed)
        variations = [parse_variation(text) for text in extent.vary]
        plan, runs = plan_of(lab, variations, extent.seeds, extent.until_s)
        if outputs.parquet is not None:
            _arrow()
        figures = _run(terminal, plan, runs, extent)
    except SweepError as error:
        raise BadInputError(error.text) from error
    rows = rows_of(runs, figures)
    columns = columns_of(plan, rows)
    if not _write(outputs, columns):
        _show(terminal, plan, rows, len(runs))
    ends = {migration.outcome for run in figures for migration in run.migrations}
    refused = any(run.refused for run in figures)
    return NO if refused or "failed" in ends or (extent.until_s is None and "running" in ends) else YES


def _run(terminal: Terminal, plan: Plan, runs: Sequence[Run], extent: Extent) -> tuple[RunFigures, ...]:
    total = len(runs)
    with terminal.progress("sweep.progress", total) as bar:

        def on_done(done: int) -> None:
            bar.show(done, total, terminal.text("sweep.note", done=done, total=total))

        if extent.dask is not None:
            return run_on_cluster(plan, runs, extent.dask, on_done)
        return run_here(plan, runs, extent.jobs or default_jobs(), on_done)


# --- files --------------------------------------------------------------------------------------------------


def _write(outputs: Outputs, columns: Mapping[str, Sequence[Any]]) -> bool:
    """Whether the standard output is taken."""
    taken = False
    for file, made in ((outputs.csv, to_csv), (outputs.json, to_json)):
        if file == "-":
            sys.stdout.buffer.write(made(columns))
            taken = True
        elif file is not None:
            _to_file(file, lambda file=file, made=made: write_atomically(Path(file), made(columns)))  # type: ignore[misc]
    if outputs.parquet is not None:
        path = outputs.parquet
        arrow, parquet = _arrow()
        _to_file(path, lambda: parquet.write_table(arrow.table(dict(columns)), path))
    return taken


def _to_file(file: str, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        text = message("cli.file.notWritten", file=file, reason=error.strerror or str(error))
        raise BadInputError(text) from error


def _arrow() -> tuple[Any, Any]:
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise BadInputError(message("sweep.parquet.missing")) from error
    return pyarrow, pyarrow.parquet


# --- the table ----------------------------------------------------------------------------------------------

_COLUMNS = ("vm", "result", "time", "downtime", "bytes", "passes")


def _show(terminal: Terminal, plan: Plan, rows: Sequence[Row], runs: int) -> None:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for path in plan.paths:
        table.add_column(path, justify="right", overflow="fold")
    for column in _COLUMNS:
        table.add_column(terminal.text(f"sweep.column.{column}"), justify="left" if column == "vm" else "right")
    for row in rows[:MOST_ROWS]:
        table.add_row(*_cells(terminal, row), style="bold red" if row.outcomes["failed"] else "")
    if rows:
        terminal.out.print(table)
    if len(rows) > MOST_ROWS:
        terminal.say(message("sweep.shown", shown=MOST_ROWS, total=len(rows)))
    terminal.say(message("sweep.ranges" if any(row.runs > 1 for row in rows) else "sweep.end", runs=runs))


def _cells(terminal: Terminal, row: Row) -> tuple[str, ...]:
    counts = [(outcome, count) for outcome, count in row.outcomes.items() if count]
    results = [
        terminal.text(f"cli.outcome.{outcome}") + (f" {count}/{row.runs}" if row.runs > 1 else "")
        for outcome, count in counts
    ]
    figures = ((row.total_s, "seconds"), (row.downtime_s, "seconds"), (row.sent_bytes, "bytes"), (row.passes, "count"))
    return (*row.point, row.vm_name, ", ".join(results), *(_spread(terminal, *figure) for figure in figures))


def _spread(terminal: Terminal, spread: Spread | None, unit: str) -> str:
    if spread is None:
        return "–"
    middle, low, high = (terminal.words.quantity(x, unit) for x in (spread.median, spread.p5, spread.p95))
    return middle if low == high else f"{middle} ({low} – {high})"
