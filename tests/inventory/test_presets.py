"""Presets keep what their descriptions promise."""

from __future__ import annotations

import pytest

from vmotion_gui.inventory import presets
from vmotion_gui.inventory.workload import HotCold, SequentialSweep, Workload
from vmotion_gui.messages import LANGUAGES, catalogue

GIB = 1024**3
PAGE = 4096
TEN_GBE_BYTES_PER_S = 1.25e9


def _dirtied_bytes_per_s(workload: Workload) -> float:
    return max(phase.page_write_rate_pages_per_s for phase in workload.phases) * PAGE


@pytest.mark.parametrize("name", sorted(presets.PRESETS))
@pytest.mark.parametrize(("memory_gib", "cpus"), [(1, 1), (4, 2), (32, 8), (512, 64)])
def test_a_preset_fits_its_machine(name: str, memory_gib: int, cpus: int) -> None:
    workload = presets.workload(name, memory_bytes=memory_gib * GIB, cpus=cpus)
    assert workload.preset == name
    assert all(0 < phase.working_set_bytes <= memory_gib * GIB for phase in workload.phases)
    assert all(0.0 <= phase.cpu_load <= 1.0 for phase in workload.phases)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", sorted(presets.PRESETS))
def test_a_preset_has_a_name_and_an_explanation(language: str, name: str) -> None:
    texts = catalogue(language)
    assert texts.render(presets.title(name)) != presets.title(name).key
    assert len(texts.render(presets.explanation(name))) > 60


def test_a_database_of_32_gib_dirties_some_thousand_pages_per_second() -> None:
    (phase,) = presets.workload("database", memory_bytes=32 * GIB, cpus=8).phases
    assert 2_000 <= phase.page_write_rate_pages_per_s <= 10_000
    assert isinstance(phase.distribution, HotCold)
    assert phase.distribution.hot_write_share > phase.distribution.hot_fraction


def test_only_memory_stress_outruns_ten_gigabit() -> None:
    for name in presets.PRESETS:
        rate = _dirtied_bytes_per_s(presets.workload(name, memory_bytes=16 * GIB, cpus=4))
        assert (rate > TEN_GBE_BYTES_PER_S) == (name == "memory-stress")


def test_one_core_of_memory_stress_outruns_ten_gigabit() -> None:
    workload = presets.workload("memory-stress", memory_bytes=GIB, cpus=1)
    assert _dirtied_bytes_per_s(workload) > TEN_GBE_BYTES_PER_S
    assert isinstance(workload.phases[0].distribution, SequentialSweep)


def test_the_quiet_presets_are_far_below_one_gigabit() -> None:
    for name in ("idle", "web-server"):
        assert _dirtied_bytes_per_s(presets.workload(name, memory_bytes=8 * GIB, cpus=4)) < 0.125e9 / 10


def test_a_build_server_works_and_rests() -> None:
    building, quiet = presets.workload("build-server", memory_bytes=16 * GIB, cpus=4).phases
    assert building.duration_s > 0.0 < quiet.duration_s
    assert building.page_write_rate_pages_per_s > 100 * quiet.page_write_rate_pages_per_s


def test_an_unknown_preset_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        presets.workload("mining", memory_bytes=GIB, cpus=1)
