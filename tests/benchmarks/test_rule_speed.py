"""How long it takes to know who can go where, in an estate of 2,500 hosts and 40,000 VMs.

One VM against all hosts: 16 ms, one frame. All VMs against all hosts, per cluster: 10 s in the background.
"""

from __future__ import annotations

import gc
import itertools
import statistics
import time
from collections.abc import Callable, Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from vmotion_gui.compatibility.checker import Checker, HostVerdicts
from vmotion_gui.compatibility.cures import Cure, cures_for
from vmotion_gui.compatibility.matrix import Work, matrix
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.generate import generate

FRAME_S = 0.016
SLICE_S = 0.050


@pytest.fixture(scope="module")
def checker() -> Iterator[Checker]:
    made = Checker(generate(2500, 40_000))
    made.hosts(next(iter(made.inventory.vms)))
    gc.collect()
    gc.freeze()  # as the window does: what stays is not looked at again
    yield made
    gc.unfreeze()


def _vms(checker: Checker) -> Iterator[str]:
    """Ever other VMs, of clusters far apart."""
    return itertools.cycle(list(checker.inventory.vms)[::997])


@pytest.mark.parametrize(
    "asked", [lambda verdicts: verdicts.by_rule(), lambda verdicts: verdicts.all_reasons()], ids=["levels", "sentences"]
)
def test_one_vm_against_all_hosts(
    benchmark: BenchmarkFixture, checker: Checker, asked: Callable[[HostVerdicts], object]
) -> None:
    vms = _vms(checker)
    answer = benchmark.pedantic(lambda: asked(checker.hosts(next(vms))), rounds=100, warmup_rounds=5)
    assert answer
    assert benchmark.stats.stats.min < FRAME_S


def test_the_whole_matrix(benchmark: BenchmarkFixture, checker: Checker) -> None:
    whole = benchmark.pedantic(matrix, args=(checker,), rounds=2)
    assert whole.done
    assert int(whole.counts.sum()) == 40_000 * 2499
    assert benchmark.stats.stats.min < 10.0


def test_one_step_of_the_matrix(benchmark: BenchmarkFixture, checker: Checker) -> None:
    """A window does as many steps as its slice holds: none may be longer than a slice, nearly all are far shorter."""
    spent: list[float] = []

    def steps() -> None:
        before = time.perf_counter()
        for _ in Work(checker, list(checker.inventory.vms)[::8]).steps():
            now = time.perf_counter()
            spent.append(now - before)
            before = now

    benchmark.pedantic(steps, rounds=1)
    benchmark.extra_info["longest_ms"] = max(spent) * 1000.0
    assert statistics.median(spent) < SLICE_S / 50
    assert sorted(spent)[-len(spent) // 1000] < SLICE_S


def test_cures_of_one_vm_at_one_host(benchmark: BenchmarkFixture, checker: Checker) -> None:
    """All ways to take away all that stands against a move to the other end of the estate."""
    inventory = checker.inventory
    spec = MigrationSpec(vm=next(iter(inventory.vms)), host=list(inventory.hosts)[-1])
    reasons = checker.check(spec).reasons

    def all_cures() -> list[Cure]:
        found = (cures_for(inventory, spec, reason.rule, columns=checker.columns) for reason in reasons)
        return [cure for cures in found for cure in cures]

    assert benchmark(all_cures)
    assert benchmark.stats.stats.min < SLICE_S
