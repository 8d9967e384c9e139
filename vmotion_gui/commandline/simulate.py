"""`simulate`: play a lab without a window and tell what became of its migrations."""

from __future__ import annotations

import sys
from pathlib import Path

import msgspec
from rich import box
from rich.table import Table

from vmotion_gui.commandline.results import (
    MigrationResult,
    Outcome,
    SimulationResult,
    encoded,
    result_of,
)
from vmotion_gui.commandline.terminal import NO, UNBOUNDED_COLUMNS, YES, BadInputError, Bar, Terminal
from vmotion_gui.importers.scenarios import load_any
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import message
from vmotion_gui.simulation.engine import Engine

PATIENCE_S = 30 * 86_400.0
"""Without `--until`: so long after its last command a lab is given up that still has a migration going."""
_SLICE = 256
_STYLES: dict[Outcome, str] = {
    "completed": "green",
    "failed": "bold red",
    "cancelled": "yellow",
    "running": "cyan",
}


def simulate(terminal: Terminal, file: Path, until_s: float | None, seed: int | None, json: str | None) -> int:
    """Run a lab; NO if a migration failed, was refused, or had not ended when patience did."""
    lab = load_any(file)
    if seed is not None:
        lab = msgspec.structs.replace(lab, seed=seed)
    result = result_of(run(terminal, lab, until_s), lab, terminal.words)
    if json == "-":
        sys.stdout.buffer.write(encoded(result))
    else:
        if json is not None:  # before the table, whose reader may leave early ("| head")
            _write(Path(json), result)
        _show(terminal, result)
    outcomes = {migration.outcome for migration in result.migrations}
    if "failed" in outcomes or result.refused or (until_s is None and "running" in outcomes):
        return NO
    return YES


def run(terminal: Terminal, lab: Lab, until_s: float | None) -> Engine:
    """The engine after the lab has been played to a time, or until nothing happens any more."""
    engine = Engine(lab)
    last_s = max((timed.time_s for timed in lab.commands), default=0.0)
    limit_s = last_s + PATIENCE_S if until_s is None else until_s
    with terminal.progress("cli.simulate.progress") as bar:
        while (next_s := engine.next_event_s) is not None and next_s <= limit_s:
            engine.advance(next_s, max_events=_SLICE)
            _show_progress(terminal, bar, engine, last_s if until_s is None else until_s)
    if until_s is not None:
        engine.advance(until_s)
    return engine


def _show_progress(terminal: Terminal, bar: Bar, engine: Engine, end_s: float) -> None:
    total = len(engine.migration_ids())
    ended = total - len(engine.active_ids())
    note = terminal.text("cli.simulate.note", time=float(engine.now_s), ended=ended, total=total)
    bar.show(min(engine.now_s, end_s) + ended, end_s + total, note)


def _write(path: Path, result: SimulationResult) -> None:
    try:
        write_atomically(path, encoded(result))
    except OSError as error:
        text = message("cli.file.notWritten", file=str(path), reason=error.strerror or str(error))
        raise BadInputError(text) from error


# --- the table ----------------------------------------------------------------------------------------------


def _show(terminal: Terminal, result: SimulationResult) -> None:
    if result.migrations:
        terminal.out.print(_table(terminal, result))
    else:
        terminal.say(message("cli.simulate.none"))
    for migration in result.migrations:
        if migration.fault is not None:
            fault = migration.fault
            args = {"vm": migration.vm.name, "fault": fault.fault, "text": fault.text, "cure": fault.cure}
            terminal.say(message("cli.simulate.failed", **args), style="red")
    for refused in result.refused:
        terminal.say(message("cli.simulate.refused", time=refused.time_s, text=refused.text), style="red")
    terminal.say(message("cli.simulate.end", time=result.end_s, seed=str(result.seed), profile=result.profile))


_COLUMNS = ("vm", "from", "to", "type", "result", "time", "downtime", "bytes", "passes")


def _table(terminal: Terminal, result: SimulationResult) -> Table:
    """With whole host names where there is room, else without their domains."""
    table = _filled(terminal, result, short=False)
    room = terminal.out.options.update(width=UNBOUNDED_COLUMNS)
    if terminal.out.measure(table, options=room).maximum > terminal.out.width:
        return _filled(terminal, result, short=True)
    return table


def _filled(terminal: Terminal, result: SimulationResult, *, short: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 0) if short else (0, 1), pad_edge=False)
    for column in _COLUMNS:
        name = terminal.text(f"cli.simulate.column.{column}")
        if column in ("time", "downtime", "bytes", "passes"):
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(name, overflow="fold")
    for migration in result.migrations:
        row = _row(terminal, migration)
        cells = (row[0], *(_without_domain(place) for place in row[1:3]), *row[3:]) if short else row
        table.add_row(*cells, style=_STYLES[migration.outcome])
    return table


def _without_domain(name: str) -> str:
    """ "esx-01.example.com" is "esx-01"; an address stays whole."""
    first, _, rest = name.partition(".")
    return first if rest and not first.isdigit() else name


def _row(terminal: Terminal, migration: MigrationResult) -> tuple[str, ...]:
    source, destination = _places(migration)
    words = terminal.words
    return (
        migration.vm.name,
        source,
        destination,
        terminal.text(f"cli.type.{migration.type}"),
        terminal.text(f"cli.outcome.{migration.outcome}"),
        "–" if migration.total_s is None else words.quantity(migration.total_s, "seconds"),
        words.quantity(migration.downtime_s, "seconds"),
        words.quantity(migration.sent_bytes, "bytes"),
        str(len(migration.passes)),
    )


def _places(migration: MigrationResult) -> tuple[str, str]:
    """Hosts; of a VM that stays on its host, the datastores that its disks leave and come to."""
    if migration.source_host.id != migration.destination_host.id:
        return migration.source_host.name, migration.destination_host.name
    moved = [disk for disk in migration.disks if disk.moved]
    before, after = (
        ", ".join(dict.fromkeys(path[1:].partition("]")[0] for path in paths))
        for paths in ([disk.before for disk in moved], [disk.after for disk in moved])
    )
    return before or migration.source_host.name, after or migration.destination_host.name
