"""How long the checks take in an estate of 2,500 hosts and 40,000 VMs. Limits are several times what was measured."""

from __future__ import annotations

import msgspec
import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.generate import generate


@pytest.fixture(scope="module")
def checker() -> Checker:
    return Checker(generate(2500, 40_000))


def _vm(checker: Checker) -> str:
    return next(vm.id for vm in checker.inventory.vms.values() if vm.power_state == "poweredOn")


def test_columns(benchmark: BenchmarkFixture, checker: Checker) -> None:
    benchmark.pedantic(Checker, args=(checker.inventory,), rounds=3)
    assert benchmark.stats.stats.min < 2.0


@pytest.mark.parametrize("with_storage", [False, True])
def test_hosts(benchmark: BenchmarkFixture, checker: Checker, with_storage: bool) -> None:
    store = next(iter(checker.inventory.datastores)) if with_storage else ""
    verdicts = benchmark.pedantic(checker.hosts, args=(_vm(checker),), kwargs={"datastore": store}, rounds=5)
    assert sum(verdicts.counts()) == 2500
    assert benchmark.stats.stats.min < 0.15


def test_hosts_for_twenty_vms(benchmark: BenchmarkFixture, checker: Checker) -> None:
    verdicts = benchmark.pedantic(checker.hosts_for, args=(list(checker.inventory.vms)[:20],), rounds=3)
    assert sum(verdicts.counts()) == 2500
    assert benchmark.stats.stats.min < 1.0


def test_one_check(benchmark: BenchmarkFixture, checker: Checker) -> None:
    spec = MigrationSpec(vm=_vm(checker), host=checker.inventory.vms[_vm(checker)].host)
    benchmark.pedantic(checker.check, args=(spec,), rounds=5)
    assert benchmark.stats.stats.min < 0.05


def test_update_after_a_vm_moved(benchmark: BenchmarkFixture, checker: Checker) -> None:
    other = checker.inventory.vms[_vm(checker)]
    target = next(id_ for id_ in checker.inventory.hosts if id_ != other.host)
    after = checker.inventory.with_entities([msgspec.structs.replace(other, host=target)])
    benchmark.pedantic(Checker.for_inventory, args=(after,), kwargs={"previous": checker}, rounds=5)
    assert benchmark.stats.stats.min < 0.02


def test_datastores(benchmark: BenchmarkFixture, checker: Checker) -> None:
    verdicts = benchmark.pedantic(checker.datastores, args=(_vm(checker),), rounds=3)
    assert sum(verdicts.counts()) == len(checker.inventory.datastores)
    assert benchmark.stats.stats.min < 0.2
