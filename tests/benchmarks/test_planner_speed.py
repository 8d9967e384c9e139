"""How fast the planner is, and how far its plans are from the proven bound, over estates of the generator.

The bounds are for two cores; the table at the end says what was measured, and on what.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from tests.benchmarks.whole_process import machine
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.maintenance.plan import OBJECTIVES, Objective, Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.planning.maintenance.rolling import RollingOptions, plan_clusters, plan_rolling
from vmotion_gui.simulation.engine import Engine

_SEEDS = range(40)

Table = Callable[[str, str], None]


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    """Takes (what, how much) and prints all of it when the module is through."""
    rows: list[tuple[str, str]] = []
    yield lambda what, figures: rows.append((what, figures))
    lines = [f"The planner. {machine()}", *(f"  {what:<52} {figures}" for what, figures in rows)]
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", *lines, sep="\n")


@pytest.mark.parametrize("objective", OBJECTIVES)
def test_one_host_of_a_large_cluster(table: Table, objective: Objective) -> None:
    moment = Engine(Lab(inventory=generate(96, 4000, clusters_of=96))).checkpoint()
    before_s = time.perf_counter()
    plan = plan_maintenance(moment, ["host-0"], Options(objective=objective))
    took_s = time.perf_counter() - before_s
    table(f"one of 96 hosts, 4,000 VMs, {objective}", f"{took_s:.2f} s, {len(plan.moves)} moves")
    assert plan.possible
    assert took_s < 2.0


def test_a_large_cluster_host_by_host(table: Table) -> None:
    lab = Lab(inventory=generate(96, 4000, clusters_of=96))
    before_s = time.perf_counter()
    plan = plan_rolling(lab, "cluster-0")
    took_s = time.perf_counter() - before_s
    table("rolling, 96 hosts, 4,000 VMs", f"{took_s:.1f} s, {plan.moves} moves")
    assert took_s < 30.0


def test_a_large_estate_cluster_by_cluster(table: Table) -> None:
    inventory = generate(2500, 40_000)
    lab = Lab(inventory=inventory)
    before_s, first_s, moves, told = time.perf_counter(), 0.0, 0, 0

    def on_progress(_done: int, _total: int) -> None:
        nonlocal told
        told += 1

    for plan in plan_clusters(lab, inventory.clusters, RollingOptions(), on_progress=on_progress):
        first_s = first_s or time.perf_counter() - before_s
        moves += plan.moves
    took_s = time.perf_counter() - before_s
    table("rolling, 2,500 hosts, 40,000 VMs", f"{took_s:.0f} s, {moves} moves, first cluster {first_s:.1f} s")
    assert told >= len(inventory.hosts)
    assert first_s < 5.0
    assert took_s < 180.0


def test_the_distance_to_the_bound(table: Table) -> None:
    distances = []
    for seed in _SEEDS:
        rng = random.Random(seed)
        hosts, each, emptied = (
            rng.choice((8, 12, 16, 24, 32)),
            rng.choice((10, 16, 25, 40)),
            rng.choice((1, 1, 1, 2, 3)),
        )
        inventory = generate(hosts, hosts * each, seed=seed, clusters_of=hosts)
        first = rng.randrange(hosts - emptied)
        plan = plan_maintenance(
            Engine(Lab(inventory=inventory)).checkpoint(), [f"host-{first + n}" for n in range(emptied)]
        )
        distances.append(plan.distance)
    median, late = np.quantile(distances, [0.5, 0.9])
    table(f"distance to the bound, {len(distances)} estates", f"median {median:.1%}, 90th percentile {late:.1%}")
    assert median <= 0.15
    assert late <= 0.30
