"""Worked numbers of many migrations: how many at once, and vCenter's limits."""

from __future__ import annotations

import dataclasses
import math

import pytest

from tests.simulation.formulas import best_at_once
from tests.simulation.worlds import GIB, MIB, PAGE, TEXTBOOK, engine, host, move, vm
from vmotion_gui.inventory.workload import Linear
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase

_E25 = [
    (64, math.inf, (144.672, 140.074, 152.533, 208.125), (135.520, 143.833, 164.563, 230.365)),
    (64, 460, (354.866, 177.433, 152.533, 208.125), None),
    (150, math.inf, (154.781, 166.016, 243.630, None), (146.873, 172.967, 266.870, None)),
    (150, 460, (445.254, 222.627, 243.630, None), None),
]
"""MiB/s dirtied by each VM, what one stream moves, makespan in seconds and GiB for 1, 2, 4 and 8 at once."""


def _eight(at_once: int, dirty: float, stream: float) -> Engine:
    """8 VMs of 16 GiB leave one host over 1150 MiB/s, so many at once, each after 3 s of preparation; 0.5 s goal."""
    profile = dataclasses.replace(
        TEXTBOOK,
        switchover_goal_s=0.5,
        prepare_s=3.0,
        max_concurrent_per_source=at_once,
        max_bandwidth_bytes_per_s=stream,
        stream_bytes_per_s=stream,
        sends_device_state=False,
        checks_rules=False,
    )
    places = [host(number, goodput=1150.0 * MIB, memory_bytes=1024 * GIB) for number in (1, 2)]
    guests = [
        vm(number, memory=16 * GIB, writes=dirty / PAGE, working_set=16 * GIB, distribution=Linear(), cpus=1)
        for number in range(1, 9)
    ]
    running = engine(*places, *guests, profile=profile)
    for number in range(1, 9):
        assert running.submit(move(number)).accepted
    return running


@pytest.mark.parametrize(("dirty", "stream", "makespans", "gib"), _E25)
@pytest.mark.parametrize("at_once", [1, 2, 4, 8])
def test_e25_waves(
    dirty: float, stream: float, makespans: tuple[float | None, ...], gib: tuple[float, ...] | None, at_once: int
) -> None:
    """(n/k) (o + (k M/R) S(k D/R)): sharing makes each slower and so dirtier, preparing overlaps within a wave."""
    index = (1, 2, 4, 8).index(at_once)
    expected = makespans[index]
    running = _eight(at_once, dirty * MIB, stream * MIB)
    running.advance(1000.0)
    done = [running.status(id_) for id_ in running.migration_ids()]
    if expected is None:  # 8 * 150 / 1150 = 1.043: what is dirtied is more than what is sent
        assert all(status.phase is Phase.COPYING_MEMORY for status in done)
        return
    assert all(status.phase is Phase.COMPLETED for status in done)
    assert max(status.end_s or math.inf for status in done) == pytest.approx(expected, abs=6e-4)
    if gib is not None:
        assert sum(status.sent_bytes for status in done) / GIB == pytest.approx(gib[index], abs=6e-4)


@pytest.mark.parametrize(("dirty", "expected"), [(64, 1.755), (150, 1.090)])
def test_e25_how_many_are_best(dirty: float, expected: float) -> None:
    """k* = kappa / (1 + kappa D/R): 1.755 and 1.090; of 1, 2, 4 and 8 the soonest are 2 and 1."""
    assert best_at_once(16 * 1024, 1150.0, dirty, 3.0) == pytest.approx(expected, abs=6e-4)


def test_e27_storage_vmotions_of_a_datastore() -> None:
    """128/16 = 8 from and to one datastore; two from each of five hosts would be ten."""
    places = [host(number) for number in range(1, 6)]
    guests = [vm(number, on=f"h-{(number + 1) // 2}", memory=GIB) for number in range(1, 11)]
    running = engine(*places, *guests, profile=TEXTBOOK)
    for number in range(1, 11):
        assert running.submit(move(number, to=f"h-{(number + 1) // 2}", datastore="ds-b")).accepted
    waiting = [id_ for id_ in running.migration_ids() if running.phase(id_) is Phase.QUEUED]
    assert len(waiting) == 2
