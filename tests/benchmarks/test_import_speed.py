"""10,000 VMs with all 27 sheets import in under 5 s."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tests.tools.rvtools_workbook import Estate, write_workbook
from vmotion_gui.importers.anonymise import anonymise
from vmotion_gui.importers.rvtools import import_rvtools


@pytest.fixture(scope="module")
def workbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("rvtools") / "full.xlsx"
    write_workbook(path, Estate(10_000))
    return path


def test_import_of_10000_vms(benchmark: BenchmarkFixture, workbook: Path) -> None:
    result = benchmark.pedantic(import_rvtools, args=(workbook,), rounds=3)
    assert len(result.lab.inventory.vms) == 10_000
    assert benchmark.stats.stats.min < 5.0


def test_anonymising_10000_vms(benchmark: BenchmarkFixture, workbook: Path) -> None:
    lab = import_rvtools(workbook).lab
    hidden = benchmark.pedantic(anonymise, args=(lab,), rounds=1)
    assert len(hidden.inventory.vms) == 10_000
    assert benchmark.stats.stats.min < 10.0
