"""How fast plans for datastores are, and how far they are from the proven bound, over estates of the generator.

The bounds are for two cores; the table at the end says what was measured, and on what.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

import numpy as np
import pytest

from tests.benchmarks.test_planner_speed import Table
from tests.benchmarks.whole_process import machine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.planner import plan_datastores
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.tasks.store_files import machines_on

_SEEDS = range(20)


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    """Takes (what, how much) and prints all of it when the module is through."""
    rows: list[tuple[str, str]] = []
    yield lambda what, figures: rows.append((what, figures))
    lines = [f"The planner of datastores. {machine()}", *(f"  {what:<52} {figures}" for what, figures in rows)]
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", *lines, sep="\n")


def _planned(inventory: Inventory) -> tuple[Plan, float]:
    """The plan for the datastore with the most VMs, and the seconds that it took."""
    store = max(inventory.datastores, key=lambda id_: len(machines_on(inventory, id_)))
    moment = Engine(Lab(inventory=inventory)).checkpoint()
    before_s = time.perf_counter()
    plan = plan_datastores(moment, [store], StoreOptions(other_clusters=True))
    return plan, time.perf_counter() - before_s


def test_one_datastore_of_a_large_cluster(table: Table) -> None:
    plan, took_s = _planned(generate(96, 4000, clusters_of=96))
    table("one of 120 datastores, 4,000 VMs", f"{took_s:.2f} s, {len(plan.moves)} moves")
    assert plan.possible
    assert took_s < 2.0


def test_how_far_plans_are_from_the_bound(table: Table) -> None:
    distances = []
    for seed in _SEEDS:
        rng = random.Random(seed)
        plan, _ = _planned(generate(rng.randint(8, 32), rng.randint(10, 40) * 8, seed, clusters_of=32))
        assert plan.possible
        distances.append(plan.distance)
    median, ninetieth = np.percentile(distances, (50, 90)).tolist()
    table("above the bound, median and 90th percentile", f"{median:.1%}, {ninetieth:.1%}")
    assert median <= 0.15
    assert ninetieth <= 0.30
