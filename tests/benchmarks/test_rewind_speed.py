"""Any earlier moment of an hour with 1,000 migrations, and what its history takes of memory."""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time

import msgspec
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.benchmarks.whole_process import machine
from tests.tools import scenarios
from vmotion_gui.importers.scenarios import read_scenario
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.embedded import EmbeddedBackend

MOMENTS = 50
MOST_S = 0.2


def an_hour() -> Lab:
    """1,000 hosts, 10,000 VMs, a migration every 3.6 s."""
    lab = read_scenario(scenarios.encoded(scenarios.evacuate(1000)))
    commands = [msgspec.structs.replace(timed, time_s=1.0 + 3.6 * n) for n, timed in enumerate(lab.commands)]
    return msgspec.structs.replace(lab, profile="vsphere", profile_settings=None, commands=tuple(commands))


def peak_bytes() -> float:
    """The process's peak so far."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def test_any_moment_of_an_hour(benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str]) -> None:
    lab = an_hour()
    before = peak_bytes()
    backend = EmbeddedBackend(lab)
    backend.advance(3700.0)
    grown = peak_bytes() - before
    seconds: list[float] = []
    chance = random.Random(1)

    def rewind() -> None:
        begin = time.process_time()
        backend.rewind(chance.uniform(0.0, 3700.0))
        seconds.append(time.process_time() - begin)

    benchmark.pedantic(rewind, rounds=MOMENTS)
    with capsys.disabled():
        print(
            f"\nAny moment of an hour. {machine()}\n"
            f"  1,000 migrations, {len(backend.events)} events: median {statistics.median(seconds) * 1e3:.0f} ms, "
            f"worst {max(seconds) * 1e3:.0f} ms of CPU (bound {MOST_S * 1e3:.0f} ms); history {grown / 1e6:.0f} MB"
        )
    assert max(seconds) < MOST_S
    assert grown < 300e6
