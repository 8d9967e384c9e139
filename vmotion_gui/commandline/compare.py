"""`compare`: recorded migrations beside what the engine makes of the same cases."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich import box
from rich.table import Table

from vmotion_gui.commandline.terminal import NO, YES, BadInputError, Terminal
from vmotion_gui.importers.comparison import Comparison, ComparisonDocument, Spread, compare, summarised
from vmotion_gui.importers.traces import TraceError, read_trace
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.messages import message

_COLUMNS = ("case", "outcome", "measured", "simulated", "error", "downtime", "stun", "bytes", "readings")


def compare_traces(terminal: Terminal, files: Sequence[Path], json: str | None) -> int:
    """Compare every file; NO if an outcome differs."""
    comparisons = []
    with terminal.progress("cli.compare.progress") as bar:
        for number, file in enumerate(files):
            bar.show(number, len(files), file.name)
            try:
                comparisons.append(compare(read_trace(file)))
            except TraceError as error:
                raise BadInputError(error.text) from error
    document = ComparisonDocument(summary=summarised(comparisons), comparisons=tuple(comparisons))
    text = msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
    if json == "-":
        sys.stdout.buffer.write(text)
    else:
        if json is not None:
            _write(Path(json), text)
        _show(terminal, document)
    return YES if all(comparison.outcome_agrees for comparison in comparisons) else NO


def _write(path: Path, text: bytes) -> None:
    try:
        write_atomically(path, text)
    except OSError as error:
        reason = error.strerror or str(error)
        raise BadInputError(message("cli.file.notWritten", file=str(path), reason=reason)) from error


def _show(terminal: Terminal, document: ComparisonDocument) -> None:
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1), pad_edge=False)
    for column in _COLUMNS:
        right = column not in ("case", "outcome")
        table.add_column(terminal.text(f"cli.compare.column.{column}"), justify="right" if right else "left")
    for comparison in document.comparisons:
        style = "" if comparison.outcome_agrees else "bold red"
        table.add_row(*_row(terminal, comparison), style=style)
    terminal.out.print(table)
    summary = document.summary
    terminal.say(message("cli.compare.outcomes", right=summary.outcomes_right, total=summary.migrations))
    _say_shares(terminal, "cli.compare.time", summary.total_error)
    _say_shares(terminal, "cli.compare.bytes", summary.sent_error)
    if (stun := summary.downtime_error_s) is not None:
        spread = {"n": stun.count, "median": stun.median, "p90": stun.p90, "worst": stun.worst}
        terminal.say(message("cli.compare.downtime", **spread))


def _say_shares(terminal: Terminal, key: str, spread: Spread | None) -> None:
    if spread is not None:
        shares = {name: _percent(terminal, getattr(spread, name)) for name in ("median", "p90", "worst")}
        terminal.say(message(key, n=spread.count, **shares))


def _percent(terminal: Terminal, share: float, sign: str = "") -> str:
    return f"{sign}{terminal.words.number(share * 100.0, 2)} %"


def _row(terminal: Terminal, comparison: Comparison) -> tuple[str, ...]:
    words, measured, simulated = terminal.words, comparison.measured, comparison.simulated
    outcome = terminal.text(f"cli.outcome.{measured.outcome}")
    if not comparison.outcome_agrees:
        outcome = f"{outcome} / {terminal.text(f'cli.outcome.{simulated.outcome}')}"
    error = comparison.total_error
    stun, off = measured.downtime_s, comparison.downtime_error_s
    readings = "–" if measured.log_readings is None else str(measured.log_readings)
    return (
        comparison.case,
        outcome,
        f"{words.number(measured.total_s, 3)} s",
        f"{words.number(simulated.total_s, 3)} s",
        _percent(terminal, error, "+" if error >= 0.0 else ""),
        "–" if stun is None else words.quantity(stun, "seconds"),
        "–" if off is None else f"{words.number(off * 1000.0, 0)} ms",
        _percent(terminal, comparison.sent_error, "+" if comparison.sent_error >= 0.0 else ""),
        f"{readings} / {simulated.log_readings}",
    )
