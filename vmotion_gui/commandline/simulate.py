"""`simulate`: play a lab without a window and tell what became of its migrations."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from rich import box
from rich.table import Table

from vmotion_gui.commandline.terminal import NO, UNBOUNDED_COLUMNS, YES, BadInputError, Bar, Terminal
from vmotion_gui.importers.scenarios import load_any
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.lessons.pages.run import run_page
from vmotion_gui.messages import message
from vmotion_gui.simulation import run
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.result_document import MigrationResult, Outcome, migration_result, refused_commands
from vmotion_gui.simulation.run import Result
from vmotion_gui.simulation.status import FloatArray, Phase

MOST_ROWS = 60
"""With more migrations than that the table has the slowest and those that did not complete, no more rows than that."""
SLOWEST = 10
_STYLES: dict[Outcome, str] = {
    "completed": "green",
    "failed": "bold red",
    "cancelled": "yellow",
    "running": "cyan",
}


class Wanted(NamedTuple):
    """What is asked for beside the lab; None: as the lab says, or not at all."""

    until_s: float | None = None
    seed: int | None = None
    profile: ProfileName | None = None
    json: str | None = None
    csv: str | None = None
    html: str | None = None


def simulate(terminal: Terminal, file: Path, wanted: Wanted) -> int:
    """Run a lab; NO if a migration failed, was refused, or had not ended when patience did."""
    until_s, _, _, json, csv, html = wanted
    result = play(terminal, load_any(file), wanted)
    language = terminal.words.language
    if json is not None and json != "-":  # before the table, whose reader may leave early ("| head")
        _write(json, lambda: result.to_json(json, language=language))
    if csv is not None and csv != "-":
        _write(csv, lambda: result.to_csv(csv))
    if html is not None:
        _write(html, lambda: write_atomically(Path(html), _page(result, language).encode()))
    if json == "-":
        sys.stdout.buffer.write(result.to_json(language=language))
    elif csv == "-":
        sys.stdout.write(result.to_csv())
    else:
        _show(terminal, result)
    outcomes = set(result.outcome.tolist())
    refused = any(event.type == "CommandRefused" for event in result.events)
    return NO if "failed" in outcomes or refused or (until_s is None and "running" in outcomes) else YES


def play(terminal: Terminal, lab: Lab, wanted: Wanted) -> Result:
    """Play a lab with a progress bar."""
    last_s = max((timed.time_s for timed in lab.commands), default=0.0)
    end_s = last_s if wanted.until_s is None else wanted.until_s
    _spare_collector()
    with terminal.progress("cli.simulate.progress") as bar:
        return run.simulate(
            lab,
            until_s=wanted.until_s,
            seed=wanted.seed,
            profile=wanted.profile,
            on_progress=lambda engine: _show_progress(terminal, bar, engine, end_s),
        )


def _spare_collector() -> None:
    """The lab stays to the end and holds no cycles: looking through it again and again takes a third of the time."""
    gc.freeze()
    gc.set_threshold(1_000_000, 50, 100)


def _show_progress(terminal: Terminal, bar: Bar, engine: Engine, end_s: float) -> None:
    total = len(engine.migration_ids())
    ended = total - len(engine.active_ids())
    note = terminal.text("cli.simulate.note", time=float(engine.now_s), ended=ended, total=total)
    bar.show(min(engine.now_s, end_s) + ended, end_s + total, note)


def _page(result: Result, language: str) -> str:
    """The run's page. Its curves come from playing the same lab again, as only a backend records them."""
    backend = EmbeddedBackend(result.lab)
    backend.advance(result.end_s)
    return run_page(result.lab.name, backend, language, seed=result.lab.seed)


def _write(file: str, write: Callable[[], object]) -> None:
    try:
        write()
    except OSError as error:
        text = message("cli.file.notWritten", file=file, reason=error.strerror or str(error))
        raise BadInputError(text) from error


# --- the table ----------------------------------------------------------------------------------------------


def _show(terminal: Terminal, result: Result) -> None:
    shown = _summarised(terminal, result) if len(result.migrations) > MOST_ROWS else range(len(result.migrations))
    rows = [migration_result(result.migrations[index], result.inventory, terminal.words) for index in shown]
    if rows:
        terminal.out.print(_table(terminal, rows))
    else:
        terminal.say(message("cli.simulate.none"))
    for status in result.migrations:
        if status.phase is Phase.FAILED and status.fault is not None:
            vm = result.inventory.get(status.vm)
            reason = {"fault": status.fault.fault, "text": status.fault.text, "cure": status.fault.cure}
            terminal.say(message("cli.simulate.failed", vm=vm.name if vm else status.vm, **reason), style="red")
    for refused in refused_commands(result.events, terminal.words):
        terminal.say(message("cli.simulate.refused", time=refused.time_s, text=refused.text), style="red")
    end = {"time": result.end_s, "seed": str(result.lab.seed), "profile": result.profile.name}
    terminal.say(message("cli.simulate.end", **end))


def _summarised(terminal: Terminal, result: Result) -> Sequence[int]:
    """Tells of very many migrations in a few lines; the indices of those that the table shows."""
    counts = Counter(result.outcome.tolist())
    outcomes = {outcome: counts[outcome] for outcome in _STYLES}
    terminal.say(message("cli.simulate.many", total=len(result.migrations), **outcomes))
    completed = np.flatnonzero(result.outcome == "completed")
    if len(completed):
        spread = _spread("", result.total_s[completed]) | _spread("downtime_", result.downtime_s[completed])
        terminal.say(message("cli.simulate.spread", **spread))
    terminal.say(message("cli.simulate.sent", bytes=float(result.sent_bytes.sum())))
    slowest = completed[np.argsort(-result.total_s[completed], kind="stable")][:SLOWEST].tolist()
    odd = np.flatnonzero(result.outcome != "completed").tolist()
    fitting = odd[: MOST_ROWS - len(slowest)]
    terminal.say(message("cli.simulate.chosen", n=len(slowest), shown=len(fitting), odd=len(odd)))
    return [*slowest, *fitting]


def _spread(prefix: str, seconds: FloatArray) -> dict[str, float]:
    """Median, what nine of ten do not exceed, and the most: figures that migrations really had."""
    median, ninety, most = np.percentile(seconds, (50.0, 90.0, 100.0), method="higher").tolist()
    return {f"{prefix}median": median, f"{prefix}ninety": ninety, f"{prefix}most": most}


_COLUMNS = ("vm", "from", "to", "type", "result", "time", "downtime", "bytes", "passes")


def _table(terminal: Terminal, migrations: Sequence[MigrationResult]) -> Table:
    """With whole host names where there is room, else without their domains."""
    table = _filled(terminal, migrations, short=False)
    room = terminal.out.options.update(width=UNBOUNDED_COLUMNS)
    if terminal.out.measure(table, options=room).maximum > terminal.out.width:
        return _filled(terminal, migrations, short=True)
    return table


def _filled(terminal: Terminal, migrations: Sequence[MigrationResult], *, short: bool) -> Table:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 0) if short else (0, 1), pad_edge=False)
    for column in _COLUMNS:
        name = terminal.text(f"cli.simulate.column.{column}")
        if column in ("time", "downtime", "bytes", "passes"):
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(name, overflow="fold")
    for migration in migrations:
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
