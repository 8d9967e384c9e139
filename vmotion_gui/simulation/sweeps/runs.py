"""One run of a sweep, and what is kept of it."""

from __future__ import annotations

import functools
from collections.abc import Sequence

import msgspec

from vmotion_gui.inventory.lab import Lab, LabDocument
from vmotion_gui.simulation.result_document import Outcome, outcome_of
from vmotion_gui.simulation.run import simulate
from vmotion_gui.simulation.sweeps.variations import Point, Variation, points_of, varied, with_random_pages


class Plan(msgspec.Struct, frozen=True):
    """What every worker knows: the lab as a document, the varied paths, and how long to play (s; None: to the end)."""

    lab: bytes
    paths: tuple[str, ...]
    random_pages: bool
    until_s: float | None = None


class Run(msgspec.Struct, frozen=True):
    """One run: the point's and its own place in the order of the sweep."""

    index: int
    point_index: int
    point: Point
    seed: int


class MigrationFigures(msgspec.Struct, frozen=True):
    """What is kept of a migration: seconds, bytes on the wire, copy passes. `total_s` is None without an end."""

    id: str
    vm: str
    vm_name: str
    outcome: Outcome
    total_s: float | None
    downtime_s: float
    sent_bytes: float
    passes: int


class RunFigures(msgspec.Struct, frozen=True):
    """What is kept of a run. `refused`: commands that made no sense when their time came."""

    index: int
    migrations: tuple[MigrationFigures, ...]
    refused: int


def plan_of(
    lab: Lab, variations: Sequence[Variation], seeds: int | None, until_s: float | None = None
) -> tuple[Plan, tuple[Run, ...]]:
    """The runs of a sweep in order: points as `points_of` gives them, and of each the seeds from the lab's own on.

    `seeds` None: one run of each point, as the lab says. SweepError if there are too many.
    """
    document = msgspec.json.encode(lab.to_document())
    plan = Plan(document, tuple(variation.path for variation in variations), seeds is not None, until_s)
    count = seeds or 1
    runs = tuple(
        Run(place * count + offset, place, point, lab.seed + offset)
        for place, point in enumerate(points_of(variations, count))
        for offset in range(count)
    )
    return plan, runs


def figures_of(plan: Plan, run: Run) -> RunFigures:
    """Play one run. A function of its arguments alone, in whatever process it is called."""
    lab = msgspec.structs.replace(varied(_lab(plan.lab), plan.paths, run.point), seed=run.seed)
    result = simulate(with_random_pages(lab) if plan.random_pages else lab, until_s=plan.until_s)
    names = {id_: vm.name for id_, vm in lab.inventory.vms.items()}
    migrations = tuple(
        MigrationFigures(
            id=status.id,
            vm=status.vm,
            vm_name=names.get(status.vm, status.vm),
            outcome=outcome_of(status.phase),
            total_s=status.total_s,
            downtime_s=status.downtime_s,
            sent_bytes=status.sent_bytes,
            passes=len(status.passes),
        )
        for status in result.migrations
    )
    refused = sum(event.type == "CommandRefused" for event in result.events)
    return RunFigures(run.index, migrations, refused)


@functools.lru_cache(maxsize=1)
def _lab(document: bytes) -> Lab:
    return Lab.from_document(msgspec.json.decode(document, type=LabDocument))
