"""From runs to a table: one row for each migration at each point."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from vmotion_gui.simulation.sweeps.runs import MigrationFigures, Plan, Run, RunFigures

QUANTILES = (0.05, 0.5, 0.95)
MEASURES = ("total_s", "downtime_s", "sent_bytes", "passes")
OUTCOMES = ("completed", "failed", "cancelled", "running")


class Spread(msgspec.Struct, frozen=True):
    """The 5th percentile, the median and the 95th percentile over the seeds; linear between neighbours."""

    p5: float
    median: float
    p95: float


class Row(msgspec.Struct, frozen=True):
    """One migration at one point. `point` holds a value's text for each varied path; a spread is None if no run has
    that figure."""

    point: tuple[str, ...]
    migration: str
    vm: str
    vm_name: str
    runs: int
    outcomes: Mapping[str, int]
    total_s: Spread | None
    downtime_s: Spread | None
    sent_bytes: Spread | None
    passes: Spread | None


def rows_of(runs: Sequence[Run], figures: Sequence[RunFigures]) -> tuple[Row, ...]:
    """The table in the order of the sweep; shape: points times the migrations of each."""
    groups: dict[tuple[int, str, str], list[MigrationFigures]] = {}
    points: dict[int, tuple[str, ...]] = {}
    for run, figure in zip(runs, figures, strict=True):
        points[run.point_index] = tuple(value.text for value in run.point)
        for migration in figure.migrations:
            groups.setdefault((run.point_index, migration.id, migration.vm), []).append(migration)
    return tuple(_row(points[place], group) for (place, _, _), group in groups.items())


def _row(point: tuple[str, ...], group: Sequence[MigrationFigures]) -> Row:
    first = group[0]
    outcomes = {outcome: sum(one.outcome == outcome for one in group) for outcome in OUTCOMES}
    spreads = {measure: _spread([getattr(one, measure) for one in group]) for measure in MEASURES}
    return Row(point, first.id, first.vm, first.vm_name, len(group), outcomes, **spreads)


def _spread(values: Sequence[float | None]) -> Spread | None:
    known = [value for value in values if value is not None]
    return Spread(*np.quantile(known, QUANTILES).tolist()) if known else None


def columns_of(plan: Plan, rows: Sequence[Row]) -> dict[str, list[Any]]:
    """The table by columns; the percentiles only where there are several seeds' runs of a point."""
    columns: dict[str, list[Any]] = {path: [row.point[place] for row in rows] for place, path in enumerate(plan.paths)}
    for name in ("migration", "vm", "vm_name", "runs"):
        columns[name] = [getattr(row, name) for row in rows]
    for outcome in OUTCOMES:
        columns[outcome] = [row.outcomes[outcome] for row in rows]
    several = any(row.runs > 1 for row in rows)
    for measure in MEASURES:
        spreads = [getattr(row, measure) for row in rows]
        columns[measure] = [spread and spread.median for spread in spreads]
        if several:
            columns[f"{measure}_p5"] = [spread and spread.p5 for spread in spreads]
            columns[f"{measure}_p95"] = [spread and spread.p95 for spread in spreads]
    return columns


def to_csv(columns: Mapping[str, Sequence[Any]]) -> bytes:
    """UTF-8 with a line of headings, numbers as Python writes them, nothing where there is no figure."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return text.getvalue().encode()


def to_json(columns: Mapping[str, Sequence[Any]]) -> bytes:
    """The same rows as objects, under `rows`; null where there is no figure."""
    rows = [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]
    document = {"format": "vmotion-gui-sweep", "version": 1, "simulated": True, "rows": rows}
    return msgspec.json.format(msgspec.json.encode(document), indent=2) + b"\n"
