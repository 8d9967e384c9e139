"""The region model of a pass: against a page-exact Monte Carlo, and its conservation laws."""

from __future__ import annotations

import dataclasses
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.simulation.laws import law
from tests.simulation.worlds import GIB, MIB, PAGE, TEXTBOOK, host, inventory, move, vm
from vmotion_gui.inventory.lab import Lab
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
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.exposure import Exposure, survival
from vmotion_gui.simulation.memory import MemoryCopy
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.workload_model import groups, layout_of

AFTER_SEND = dataclasses.replace(TEXTBOOK, dirty_tracking="afterOwnSend")


def _clock(machine: object, speed: float = 1.0, sweep_start: float = 0.0) -> Exposure:
    return Exposure.started(layout_of(machine), 0, 0.0, speed, sweep_start)  # type: ignore[arg-type]  # a VM


def _dirty_after_pass(profile: Profile, seconds: float, writes: float, pages: int) -> float:
    """Dirty pages at the end of one pass over `pages`, all written uniformly, that takes `seconds`."""
    machine = vm(memory=pages * PAGE, writes=writes, working_set=pages * PAGE, distribution=Uniform())
    clock = _clock(machine)
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, profile)
    return float(copy.paced(copy.wire_total / seconds, 0.0).counts(clock, seconds).dirty.sum())


def test_e3_first_pass_at_sync_and_after_own_send() -> None:
    """N (1 - e^-x) = 449 928.15 against N (1 - (1 - e^-x)/x) = 293 924.79 pages, x = 1.953125."""
    assert _dirty_after_pass(TEXTBOOK, 20.48, 50_000.0, 524_288) == pytest.approx(449_928.15, abs=0.01)
    assert _dirty_after_pass(AFTER_SEND, 20.48, 50_000.0, 524_288) == pytest.approx(293_924.79, abs=0.01)


def test_e4_mixture_of_groups() -> None:
    """Pages dirtied after 0.1, 1, 5 and 20.48 s."""
    found = groups(HotCold(hot_fraction=16_384 / 507_904, hot_write_share=40_000 / 44_000), 507_904.0, 44_000.0)
    for seconds, pages in ((0.1, 3948.98), (1.0, 18_941.73), (5.0, 35_982.48), (20.48, 91_841.30)):
        dirty = sum(group.pages * -math.expm1(-group.writes_per_page * seconds) for group in found)
        assert dirty == pytest.approx(pages, abs=0.01)


@pytest.mark.parametrize(
    ("exponent", "pages"), [(0.0, 91_791.50), (0.8, 66_151.52), (1.0, 43_399.20), (1.2, 20_700.09)]
)
def test_e5_zipf_in_bins(exponent: float, pages: float) -> None:
    """64 bins a decade give the sum over all ranks to 0.02 %; the engine's 24 to 0.1 %."""
    for bins, tolerance in ((64, 2e-4), (24, 1e-3)):
        found = groups(Zipf(exponent=exponent), 100_000.0, 50_000.0, bins)
        dirty = sum(group.pages * -math.expm1(-group.writes_per_page * 5.0) for group in found)
        assert dirty == pytest.approx(pages, rel=tolerance)
        assert sum(group.pages for group in found) == pytest.approx(100_000.0)
        assert sum(group.pages * group.writes_per_page for group in found) == pytest.approx(50_000.0)


def test_a_long_zipf_needs_no_walk_over_its_ranks() -> None:
    found = groups(Zipf(exponent=1.0), 1e9, 1e5)
    assert len(found) < 300
    assert sum(group.pages * group.writes_per_page for group in found) == pytest.approx(1e5)


def test_a_sweep_dirties_every_page_once_per_lap() -> None:
    """v t distinct pages, up to the whole working set."""
    machine = vm(memory=4000 * PAGE, writes=100.0, working_set=2000 * PAGE, distribution=SequentialSweep())
    clock = _clock(machine, sweep_start=0.9)
    start = clock.reading(0.0)
    for seconds, pages in ((1.0, 100.0), (15.0, 1500.0), (20.0, 2000.0), (500.0, 2000.0)):
        written = clock.layout.pages * (1.0 - survival(start, clock.reading(seconds)))
        assert float(written.sum()) == pytest.approx(pages)


def test_clock_is_exact_through_changes_of_speed() -> None:
    """Half the time at half speed is three quarters of the exposure."""
    machine = vm(memory=GIB, writes=1000.0, working_set=GIB, distribution=Uniform())
    clock = _clock(machine)
    steady = clock.reading(7.5).writes
    slowed = clock.changed(5.0, speed=0.5).reading(10.0).writes
    np.testing.assert_allclose(slowed, steady, rtol=1e-12)


def test_a_silent_guest_stays_clean() -> None:
    assert _dirty_after_pass(VSPHERE, 10.0, 0.0, 1000) == pytest.approx(0.0, abs=1e-9)


def test_untouched_pages_are_only_marked() -> None:
    machine = vm(memory=1000 * PAGE, touched_memory_bytes=400 * PAGE)
    clock = _clock(machine)
    profile = dataclasses.replace(TEXTBOOK, page_header_bytes=8, zero_page_bytes=9)
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, profile)
    assert float(copy.to_send.sum()) == pytest.approx(400.0)
    assert copy.wire_total == pytest.approx(400 * 4104 + 600 * 9)


def _one_machine(writes: float, pages: int, kind: str) -> object:
    distribution = {"uniform": Uniform(), "hotCold": HotCold(), "zipf": Zipf(exponent=0.9)}[kind]
    return vm(memory=pages * PAGE, writes=writes, working_set=pages * PAGE // 2, distribution=distribution)


@pytest.mark.parametrize("kind", ["uniform", "hotCold", "zipf"])
@pytest.mark.parametrize("profile", [TEXTBOOK, AFTER_SEND], ids=["atSync", "afterOwnSend"])
def test_against_every_single_page(profile: Profile, kind: str) -> None:
    """A pass with a change of bandwidth and of the guest's speed in its middle, page by page with random
    writes.

    Pages are written independently, so the count's variance is at most N/4; the mean of 200 runs stays within
    4 standard
    deviations of the region model's expectation.
    """
    pages, runs = 4000, 200
    clock = _clock(_one_machine(3000.0, pages, kind))
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, profile)
    rates = (copy.wire_total / 4.0, copy.wire_total / 2.0)
    halfway = copy.paced(rates[0], 0.0).settled(clock, 2.0).paced(rates[1], 2.0)
    slowed = clock.changed(2.0, speed=0.3)
    model = float(halfway.counts(slowed, 3.0).dirty.sum())
    simulated = _page_by_page(clock, profile, np.random.default_rng(7), runs)
    spread = float(np.std(simulated)) / math.sqrt(runs)
    assert abs(float(np.mean(simulated)) - model) < 4.0 * spread


def _page_by_page(
    clock: Exposure, profile: Profile, random: np.random.Generator, runs: int
) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Dirty pages after the pass of `test_against_every_single_page`, run by run."""
    layout = clock.layout
    ends = np.cumsum(layout.pages)
    middle = np.arange(round(float(ends[-1]))) + 0.5
    per_page = layout.phases[0].writes_per_page[np.searchsorted(ends, middle)]
    index = middle / len(middle)
    sent_at = np.where(index < 0.5, index * 4.0, 2.0 + (index - 0.5) * 2.0)
    since = sent_at if profile.dirty_tracking == "afterOwnSend" else np.zeros(len(index))
    # The guest runs at full speed for 2 s, then at 0.3 for 1 s.
    exposed = np.maximum(0.0, 2.0 - since) + 0.3 * (3.0 - np.maximum(since, 2.0))
    writes = random.poisson(per_page * exposed, size=(runs, len(per_page)))
    return (writes > 0).sum(axis=1).astype(np.float64)


@law
@given(
    strategies.workloads(GIB, 2),
    st.floats(0.01, 1.0),
    st.lists(st.tuples(st.floats(0.001, 5.0), st.floats(0.0, 5e8), st.floats(0.0, 1.0)), min_size=1, max_size=5),
    st.sampled_from([TEXTBOOK, AFTER_SEND]),
)
def test_pages_are_conserved(
    workload: Workload, touched: float, steps: list[tuple[float, float, float]], profile: Profile
) -> None:
    """clean + dirty + in flight = pages in every region, whatever happens to rates; nothing is negative."""
    machine = vm(memory=GIB, touched_memory_bytes=int(GIB * touched), workload=workload)
    clock = _clock(machine, sweep_start=0.3)
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, profile)
    now = 0.0
    for seconds, rate, speed in steps:
        copy = copy.paced(rate, now)
        now += seconds
        counts = copy.counts(clock, now)
        total = counts.clean + counts.dirty + counts.in_flight
        np.testing.assert_allclose(total, clock.layout.pages, rtol=1e-9, atol=1e-9)
        for part in (counts.clean, counts.dirty, counts.in_flight):
            assert float(part.min()) >= -1e-9
        curves = copy.curves(clock, np.array([now]))
        left = float(counts.dirty.sum() + counts.in_flight.sum())
        assert float(curves.remaining_pages[0]) == pytest.approx(left, rel=1e-6, abs=1e-3)
        copy = copy.settled(clock, now)
        clock = clock.changed(now, speed=speed)
        settled = copy.counts(clock, now)
        np.testing.assert_allclose(settled.dirty, counts.dirty, rtol=1e-6, atol=1e-3)
        if copy.position(now) >= copy.wire_total:
            copy = copy.next_pass(clock, now, profile)


@law
@given(strategies.workloads(GIB, 2), st.floats(1.0, 3.0))
def test_splitting_a_stretch_of_time_changes_nothing(workload: Workload, cut: float) -> None:
    """One evaluation over 4 s, and two with a settling between them, agree (sweeps: to a region)."""
    if any(isinstance(phase.distribution, SequentialSweep) for phase in workload.phases):
        return
    clock = _clock(vm(memory=GIB, workload=workload))
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, AFTER_SEND)
    rate = copy.wire_total / 5.0
    copy = copy.paced(rate, 0.0)
    whole = copy.counts(clock, 4.0)
    parts = copy.settled(clock, cut).counts(clock, 4.0)
    np.testing.assert_allclose(parts.dirty, whole.dirty, rtol=1e-6, atol=1e-6)


@pytest.mark.parametrize("profile", [TEXTBOOK, AFTER_SEND], ids=["atSync", "afterOwnSend"])
@pytest.mark.parametrize("kind", [HotCold(), SequentialSweep(), Linear()], ids=["hotCold", "sequential", "linear"])
def test_curves_are_the_counts_at_each_time(profile: Profile, kind: Distribution) -> None:
    """Sums over regions at many times at once, across changes of the rate and a stall, as one by one."""
    clock = _clock(vm(memory=GIB, writes=5e4, working_set=GIB // 2, distribution=kind))
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, profile)
    found, times = [], []
    for now, rate in ((0.0, 3e8), (0.4, 1e8), (0.9, 0.0), (1.3, 4e8), (1.8, 2e8)):
        copy = copy.paced(rate, now)
        for time_s in (now + 0.1, now + 0.3):
            counts = copy.counts(clock, time_s)
            found.append((float((counts.dirty + counts.in_flight).sum()), copy.position(time_s)))
            times.append(time_s)
    curves = copy.curves(clock, np.array(times))
    np.testing.assert_allclose(curves.remaining_pages, [left for left, _ in found], rtol=1e-3)
    np.testing.assert_allclose(copy.positions(np.array(times)), [position for _, position in found])
    assert copy.rates(np.array(times)).tolist() == [3e8, 3e8, 1e8, 1e8, 0.0, 0.0, 4e8, 4e8, 2e8, 2e8]


@pytest.mark.parametrize("profile", [TEXTBOOK, AFTER_SEND], ids=["atSync", "afterOwnSend"])
def test_changes_of_the_rate_are_exact(profile: Profile) -> None:
    """Two rates in one pass, region by region: clean pages of a uniform working set by the integral over the sends."""
    pages, writes = 1000.0 * 256, 2e5
    clock = _clock(vm(memory=int(pages) * PAGE, writes=writes, working_set=int(pages) * PAGE, distribution=Uniform()))
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, profile)
    cut = copy.wire_total * 0.4137
    rates = (cut / 2.0, (copy.wire_total - cut) / 1.0)
    dirty = copy.paced(rates[0], 0.0).paced(rates[1], 2.0).counts(clock, 3.0).dirty.sum()
    w = writes / pages
    mean = lambda a, b: (math.exp(-w * (3.0 - b)) - math.exp(-w * (3.0 - a))) / (w * (b - a))  # noqa: E731
    expected = pages * (1.0 - math.exp(-3.0 * w))
    if profile is AFTER_SEND:
        expected = pages * (1.0 - 0.4137 * mean(0.0, 2.0) - 0.5863 * mean(2.0, 3.0))
    assert float(dirty) == pytest.approx(expected, rel=1e-12)


def test_a_pass_can_go_on_from_where_the_last_one_stood() -> None:
    """What is unsent goes first, then the rest in address order from the lowest one on."""
    clock = _clock(vm(memory=GIB, writes=1e5, working_set=GIB, distribution=Uniform()))
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, TEXTBOOK).paced(4e8, 0.0)
    following = copy.next_pass(clock, 2.0, TEXTBOOK, go_on=True).paced(4e8, 2.0)
    assert following.first == copy.head(2.0) > 0
    begun = following.counts(clock, 2.1).in_flight < following.to_send
    assert begun[following.first]
    assert not begun[: following.first].any()
    assert following.position(10.0) == following.wire_total


def test_phases_repeat_from_time_zero() -> None:
    phases = tuple(WorkloadPhase(duration_s=d, page_write_rate_pages_per_s=1.0) for d in (10.0, 5.0))
    layout = layout_of(vm(workload=Workload(phases=phases)))
    assert [layout.phase_at(t) for t in (0.0, 9.0, 10.0, 14.0, 15.0, 29.0)] == [
        (0, 10.0),
        (0, 10.0),
        (1, 15.0),
        (1, 15.0),
        (0, 25.0),
        (1, 30.0),
    ]


def test_the_layout_covers_the_memory_and_names_its_roles() -> None:
    layout = layout_of(vm(memory=3 * GIB, working_set=GIB, writes=1e4, distribution=Zipf()))
    assert float(layout.pages.sum()) == pytest.approx(3 * GIB / PAGE)
    assert layout.roles == ("operatingSystem", "applications", "transactionData")
    assert list(layout.role) == sorted(layout.role)
    assert len(layout.pages) < 1000
    assert float((layout.phases[0].writes_per_page * layout.pages).sum()) == pytest.approx(1e4)


@pytest.mark.parametrize(("unit", "dirty_mib"), [(4096, 77.754), (2 * MIB, 8129.940), (16 * MIB, 8192.0)])
def test_e23_larger_units_of_tracking_send_far_more_again(unit: int, dirty_mib: float) -> None:
    """2000 uniform writes a second over 8 GiB for 10 s: with units of g bytes, M (1 - exp(-w t g / M)) are dirty."""
    profile = dataclasses.replace(TEXTBOOK, tracking_bytes=unit)
    writing = vm(memory=8 * GIB, writes=2000.0, working_set=8 * GIB, distribution=Uniform())
    rate = 8 * GIB / 10.0
    running = Engine(Lab(inventory=inventory(host(1, goodput=rate), host(2, goodput=rate), writing)), profile)
    running.submit(move())
    running.advance(10.001)
    first = running.status("migration-1").passes[0]
    assert first.ended
    assert first.duration_s == pytest.approx(10.0, rel=1e-6)
    assert first.dirtied_pages * unit / MIB == pytest.approx(dirty_mib, abs=1e-3)
    status = running.status("migration-1")
    picture = running.memory_map("migration-1")
    assert picture is not None
    left = float((picture.dirty + picture.in_flight).sum()) * picture.page_bytes
    assert left == pytest.approx(status.remaining_bytes)


@pytest.mark.parametrize("kind", [SequentialSweep(), Linear()], ids=["sequential", "linear"])
def test_writes_in_order_fill_a_unit_page_by_page(kind: Distribution) -> None:
    """The bytes that a sweep or linear growth dirties do not depend on the unit."""
    dirty = []
    for unit in (4096, 64 * 4096):
        profile = dataclasses.replace(TEXTBOOK, tracking_bytes=unit)
        layout = layout_of(vm(memory=GIB, writes=2000.0, working_set=GIB, distribution=kind), 256, unit)
        clock = Exposure.started(layout, 0, 0.0, 1.0, 0.0)
        copy = MemoryCopy.first_pass(layout, clock, 0.0, profile)
        counts = copy.paced(copy.wire_total / 5.0, 0.0).counts(clock, 5.0)
        dirty.append(float(counts.dirty.sum()) * unit)
    assert dirty[0] == pytest.approx(2000.0 * 5.0 * 4096)
    assert dirty[1] == pytest.approx(dirty[0])


def test_a_page_that_never_rests_breaks_no_curve() -> None:
    """A page written a million times a second: what is sent later has been written far more often by then."""
    clock = _clock(vm(memory=GIB, writes=1e6, working_set=4096, distribution=HotCold(hot_fraction=0.01)))
    copy = MemoryCopy.first_pass(clock.layout, clock, 0.0, AFTER_SEND).paced(1e8, 0.0)
    curves = copy.curves(clock, np.linspace(0.0, 10.0, 100))
    assert np.isfinite(curves.remaining_pages).all()
    assert np.isfinite(curves.dirty_pages_per_s).all()
    assert (np.diff(curves.remaining_pages) <= 1.0).all()
