"""The engine's regions against a simulation of every page and every write."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest

from tests.simulation import page_exact, worlds
from tests.simulation.page_exact import Guest, Rules
from vmotion_gui.inventory.entities import MemoryPart
from vmotion_gui.inventory.workload import (
    Distribution,
    HotCold,
    Linear,
    SequentialSweep,
    Uniform,
    Workload,
    WorkloadPhase,
    Zipf,
)
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.profiles.xen import XEN
from vmotion_gui.simulation.status import MigrationStatus

_PAGES = 40_000
_GOODPUT = 40.0 * worlds.MIB
_REPETITIONS = 30


def _phase(distribution: Distribution, pages: int, writes: float, duration_s: float = 0.0) -> WorkloadPhase:
    return WorkloadPhase(
        duration_s=duration_s,
        page_write_rate_pages_per_s=writes,
        working_set_bytes=pages * worlds.PAGE,
        working_set_start_bytes=0,
        distribution=distribution,
    )


_SWEEP = SequentialSweep(start_page=0)
_CONVERGING: dict[str, tuple[WorkloadPhase, ...]] = {
    "uniform": (_phase(Uniform(), 30_000, 5_000.0),),
    "hotCold": (_phase(HotCold(hot_fraction=0.1, hot_write_share=0.8), 30_000, 6_000.0),),
    "zipf": (_phase(Zipf(exponent=1.0), 30_000, 6_000.0),),
    "sequential": (_phase(_SWEEP, 30_000, 4_000.0),),
    "linear": (_phase(Linear(), 30_000, 4_000.0),),
    "phases": (
        _phase(Uniform(), 20_000, 5_000.0, 1.5),
        _phase(HotCold(hot_fraction=0.2, hot_write_share=0.7), 30_000, 2_000.0, 1.0),
    ),
}
_BUSY: dict[str, tuple[WorkloadPhase, ...]] = {
    "uniform": (_phase(Uniform(), 30_000, 30_000.0),),
    "hotCold": (_phase(HotCold(hot_fraction=0.2, hot_write_share=0.7), 30_000, 40_000.0),),
    "zipf": (_phase(Zipf(exponent=0.8), 30_000, 40_000.0),),
    "sequential": (_phase(_SWEEP, 30_000, 15_000.0),),
    "linear": (_phase(Linear(), 30_000, 15_000.0),),
    "phases": (
        _phase(Uniform(), 20_000, 30_000.0, 1.5),
        _phase(HotCold(hot_fraction=0.2, hot_write_share=0.7), 30_000, 20_000.0, 1.0),
    ),
}
_FREE = {
    "check_s": 0.0,
    "prepare_s": 0.0,
    "quiesce_s": 0.0,
    "device_state_s": 0.0,
    "resume_s": 0.0,
    "clean_up_s": 0.0,
    "announce_s": 0.0,
    "trace_install_s_per_page": 0.0,
    "loose_trace_install_s_per_page": 0.0,
    "trace_fault_s": 0.0,
}


def _bare(profile: Profile) -> Profile:
    """Its rules, without its fixed steps and what tracking costs."""
    return dataclasses.replace(
        profile, **_FREE, reserves_cpu=False, stream_bytes_per_s=math.inf, sends_device_state=False
    )


_PROFILES: dict[str, tuple[Profile, Rules]] = {
    "vsphere": (
        _bare(VSPHERE),
        Rules(after_own_send=True, goal_s=0.5, throttle_margin=0.9),
    ),
    "xen": (_bare(XEN), Rules(after_own_send=False, few_pages=50, max_passes=5)),
    "textbook": (
        dataclasses.replace(worlds.TEXTBOOK, sends_device_state=False),
        Rules(after_own_send=False, goal_s=0.3, page_wire_bytes=worlds.PAGE),
    ),
    "stop-and-copy": (
        dataclasses.replace(_bare(XEN), max_passes=1),
        Rules(after_own_send=False, few_pages=50, max_passes=1),
    ),
}


def _engine_run(phases: tuple[WorkloadPhase, ...], profile: Profile) -> MigrationStatus:
    machine = worlds.vm(
        memory=_PAGES * worlds.PAGE,
        memory_layout=(MemoryPart(role="applications", fraction=1.0),),
        workload=Workload(phases=phases),
    )
    hosts = [worlds.host(number, goodput=_GOODPUT) for number in (1, 2)]
    running = worlds.engine(*hosts, machine, profile=profile)
    assert running.submit(worlds.move()).accepted
    return worlds.finished(running)


@pytest.mark.parametrize("tracking", ["atSync", "afterOwnSend"])
@pytest.mark.parametrize("name", _CONVERGING)
def test_a_pass_dirties_what_the_pages_say(name: str, tracking: str) -> None:
    """Within 4 standard deviations of one run, and within 4 of the mean of many."""
    profile = dataclasses.replace(worlds.TEXTBOOK, dirty_tracking=tracking, stop_rule="fewPages", max_passes=1)  # type: ignore[arg-type]
    first = _engine_run(_BUSY[name], profile).passes[0]
    counts = np.array(
        [
            page_exact.one_pass(
                Guest(_PAGES, _BUSY[name], seed),
                np.ones(_PAGES, dtype=bool),
                first.duration_s,
                1.0,
                after_own_send=tracking == "afterOwnSend",
            ).dirtied
            for seed in range(_REPETITIONS)
        ],
        dtype=np.float64,
    )
    # A sweep and linear growth have no chance in them; where a page ends within a region is worth a few of them.
    few = 20.0 if name in ("sequential", "linear") else 2.0
    deviation = float(counts.std(ddof=1))
    assert abs(first.dirtied_pages - counts.mean()) <= 4.0 * deviation / math.sqrt(_REPETITIONS) + few


@pytest.mark.parametrize("profile_name", _PROFILES)
@pytest.mark.parametrize("name", _CONVERGING)
def test_whole_runs_agree_within_a_hundredth(name: str, profile_name: str) -> None:
    """Where eight draws and the engine make the same number of passes, so that no threshold decides."""
    profile, rules = _PROFILES[profile_name]
    phases = (_BUSY if profile.throttles and name != "phases" else _CONVERGING)[name]
    status = _engine_run(phases, profile)
    runs = [page_exact.migrated(Guest(_PAGES, phases, seed), rules, _GOODPUT) for seed in range(8)]
    ended = [record for record in status.passes if not record.stop_and_copy]
    total_s = sum(record.duration_s for record in status.passes)
    sent = sum(record.sent_bytes for record in status.passes)
    rest = next(item.duration_s for item in status.downtime if item.part == "remainingPages")
    mean_total = float(np.mean([run.total_s for run in runs]))
    mean_sent = float(np.mean([run.sent_bytes for run in runs]))
    mean_rest = float(np.mean([run.rest_s for run in runs]))
    assert {len(run.passes) - 1 for run in runs} == {len(ended)}
    assert total_s == pytest.approx(mean_total, rel=0.01)
    assert sent == pytest.approx(mean_sent, rel=0.01)
    # A rest of a few hundred pages is known no better than its own chance allows.
    chance = 4.0 * float(np.std([run.rest_s for run in runs], ddof=1)) / math.sqrt(len(runs))
    assert abs(rest - mean_rest) <= 0.01 * mean_rest + chance
