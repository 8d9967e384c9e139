"""How fast the engine is: whole processes with their peak memory, growth with the number of migrations, size of a VM.

The bounds are for two cores; the table at the end says what was measured, and on what.
"""

from __future__ import annotations

import dataclasses
import math
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import numpy as np
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.whole_process import Cost, cost_of, machine
from tests.simulation import worlds
from tests.tools import scenarios
from vmotion_gui.importers.scenarios import read_scenario
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Uniform
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.status import Phase

_ROUNDS = 3
_TIB = 2**40

Table = Callable[[str, str], None]


@pytest.fixture(scope="module")
def table(request: pytest.FixtureRequest) -> Iterator[Table]:
    """Takes (what, how much) and prints all of it when the module is through."""
    rows: list[tuple[str, str]] = []
    yield lambda what, figures: rows.append((what, figures))
    lines = [f"The engine's speed. {machine()}", *(f"  {what:<52} {figures}" for what, figures in rows)]
    with request.config.pluginmanager.getplugin("capturemanager").global_and_fixture_disabled():
        print("", *lines, sep="\n")


def _lab(hosts: int, profile: ProfileName) -> Lab:
    """An evacuation; in other profiles than `simgrid` by their own limits and steps."""
    lab = read_scenario(scenarios.encoded(scenarios.evacuate(hosts)))
    return lab if profile == lab.profile else msgspec.structs.replace(lab, profile=profile, profile_settings=None)


# --- whole processes ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hosts", "profile", "most_s", "most_bytes"),
    [
        (1000, "simgrid", 1.5, 250e6),
        (3000, "simgrid", 5.0, math.inf),
        (1000, "vsphere", 3.0, math.inf),
        (3000, "vsphere", 10.0, math.inf),
    ],
)
def test_an_evacuation(
    benchmark: BenchmarkFixture,
    table: Table,
    tmp_path: Path,
    hosts: int,
    profile: ProfileName,
    most_s: float,
    most_bytes: float,
) -> None:
    """A tenth of the hosts, as many migrations as hosts, from the command to the written results."""
    file, costs = tmp_path / "scenario.json", list[Cost]()
    file.write_bytes(scenarios.encoded(scenarios.evacuate(hosts)))

    def run() -> None:
        costs.append(cost_of("simulate", file, "--profile", profile, "--json", tmp_path / "results.json"))

    benchmark.pedantic(run, rounds=_ROUNDS)
    wall_s, cpu_s, peak = (statistics.median(column) for column in zip(*costs, strict=True))
    table(
        f"{hosts} hosts, {hosts} migrations, {profile}, process",
        f"{wall_s:6.2f} s wall, {cpu_s:6.2f} s CPU, {peak / 1e6:4.0f} MB (bound {most_s:g} s)",
    )
    results = msgspec.json.decode((tmp_path / "results.json").read_bytes())
    assert [migration["outcome"] for migration in results["migrations"]] == ["completed"] * hosts
    assert wall_s < most_s
    assert peak < most_bytes


# --- growth -----------------------------------------------------------------------------------------------------


def _play(lab: Lab) -> float:
    """Seconds that the engine takes from the first event to the last."""
    begin = time.perf_counter()
    engine = Engine(lab)
    while not engine.play(math.inf, 10_000):
        pass
    seconds = time.perf_counter() - begin
    assert all(engine.phase(id_) is Phase.COMPLETED for id_ in engine.migration_ids())
    return seconds


@pytest.mark.parametrize("profile", ["simgrid", "vsphere"])
def test_growth_with_the_number_of_migrations(benchmark: BenchmarkFixture, table: Table, profile: ProfileName) -> None:
    """Time ~ migrations ** exponent: the slope of the straight line through the logarithms."""
    counts = (100, 300, 1000, 3000)
    labs = [_lab(count, profile) for count in counts]

    def measured() -> list[float]:
        return [min(_play(lab) for _ in range(_ROUNDS)) for lab in labs]

    seconds = benchmark.pedantic(measured, rounds=1)
    exponent = float(np.polyfit(np.log(counts), np.log(seconds), 1)[0])
    table(
        f"{'/'.join(map(str, counts))} migrations, {profile}, engine",
        f"{' '.join(f'{second:.2f}' for second in seconds)} s, exponent {exponent:.2f} (bound 1.25)",
    )
    assert exponent <= 1.25


# --- the size of a VM ---------------------------------------------------------------------------------------------


def _one_vm(memory_bytes: int) -> tuple[float, int]:
    """(seconds, passes) of one migration. All times are in proportion to the memory, so the passes are the same:
    30 % of the rate is dirtied, uniformly, and the goal grows with the VM.
    """
    goal_s = 0.5 * memory_bytes / (4 * worlds.GIB)
    profile = dataclasses.replace(VSPHERE, switchover_goal_s=goal_s, max_switchover_s=math.inf)
    machine_ = worlds.vm(
        memory=memory_bytes, writes=0.3 * 1000.0 * 256.0, working_set=memory_bytes, distribution=Uniform()
    )
    hosts = [worlds.host(number, memory_bytes=64 * _TIB) for number in (1, 2)]
    engine = worlds.engine(*hosts, machine_, profile=profile)
    begin = time.perf_counter()
    engine.submit(worlds.move())
    status = worlds.finished(engine, limit_s=1e7)
    seconds = time.perf_counter() - begin
    assert status.phase is Phase.COMPLETED
    return seconds, len(status.passes)


def test_a_vm_of_24_tib_costs_what_one_of_4_gib_costs(benchmark: BenchmarkFixture, table: Table) -> None:
    """In turns, so that whatever else the machine does falls on both."""

    def measured() -> tuple[float, float]:
        runs = [(_one_vm(4 * worlds.GIB), _one_vm(24 * _TIB)) for _ in range(60)]
        assert all(small[1] == large[1] > 2 for small, large in runs)
        small_s, large_s = (statistics.median(run[which][0] for run in runs) for which in (0, 1))
        return small_s, large_s

    _one_vm(4 * worlds.GIB)
    small_s, large_s = benchmark.pedantic(measured, rounds=1)
    table(
        "one migration of 4 GiB, of 24 TiB, equal passes",
        f"{small_s * 1e3:.2f} ms, {large_s * 1e3:.2f} ms: {large_s / small_s - 1.0:+.0%} (bound +20%)",
    )
    assert large_s <= 1.2 * small_s
