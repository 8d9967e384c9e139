"""Laws of one VM's migration: what bytes and times may and may not do as its workload, size or link changes."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.simulation import worlds
from tests.simulation.laws import law
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.workload import Distribution, HotCold, Linear, SequentialSweep, Uniform, Zipf
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.xen import XEN
from vmotion_gui.simulation.status import MigrationStatus

_BARE = dataclasses.replace(worlds.TEXTBOOK, sends_device_state=False, regions=32, max_switchover_s=1e9)
_XEN = dataclasses.replace(_BARE, stop_rule="fewPages", few_pages=50.0, max_passes=5)
_DISTRIBUTIONS: st.SearchStrategy[Distribution] = st.one_of(
    st.just(Uniform()),
    st.builds(HotCold, hot_fraction=st.floats(0.05, 0.5), hot_write_share=st.floats(0.5, 1.0)),
    st.builds(Zipf, exponent=st.floats(0.5, 1.5)),
    st.just(Linear()),
    st.just(SequentialSweep(start_page=0)),
)
_RANDOM: st.SearchStrategy[Distribution] = _DISTRIBUTIONS.filter(lambda d: not isinstance(d, SequentialSweep))
_MIB_PER_S = st.floats(40.0, 2000.0)
_MEMORY_MIB = st.integers(32, 2048)


def _machine(memory_mib: float, writes: float, share: float, distribution: Distribution) -> VirtualMachine:
    memory = int(memory_mib * worlds.MIB)
    return worlds.vm(memory=memory, writes=writes, working_set=int(memory * share), distribution=distribution)


def _run(machine: VirtualMachine, goodput_mib: float, profile: Profile) -> MigrationStatus:
    hosts = [worlds.host(number, goodput=goodput_mib * worlds.MIB) for number in (1, 2)]
    running = worlds.engine(*hosts, machine, profile=profile)
    assert running.submit(worlds.move()).accepted
    return worlds.finished(running, limit_s=1e7)


def _fixed(passes: int) -> Profile:
    """So many passes whatever is left."""
    return dataclasses.replace(_BARE, stop_rule="fewPages", few_pages=0.0, max_passes=passes)


def _bytes(status: MigrationStatus) -> float:
    return sum(record.sent_bytes for record in status.passes)


def _copy_s(status: MigrationStatus) -> float:
    return sum(record.duration_s for record in status.passes)


@law
@given(_MEMORY_MIB, st.floats(0.0, 1e5), st.floats(0.05, 1.0), _DISTRIBUTIONS, _MIB_PER_S, st.integers(0, 16))
def test_bytes_are_conserved(
    memory: int, writes: float, share: float, distribution: Distribution, speed: float, header: int
) -> None:
    """Every pass sends what the one before left; a byte on the wire is a page's or its header's; M/R <= total."""
    profile = dataclasses.replace(_XEN, page_header_bytes=header)
    status = _run(_machine(memory, writes, share, distribution), speed, profile)
    for record in status.passes:
        assert record.sent_bytes == pytest.approx(record.pages * (worlds.PAGE + header), rel=1e-6, abs=1e-2)
    for before, after in zip(status.passes, status.passes[1:], strict=False):
        assert after.pages == pytest.approx(before.dirtied_pages, rel=1e-6, abs=1e-3)
    assert _copy_s(status) >= memory / speed * (1 - 1e-6)
    assert len(status.passes) <= 6


@law
@given(_MEMORY_MIB, st.floats(0.0, 1e5), st.floats(1.0, 3.0), st.floats(0.05, 1.0), _RANDOM, _MIB_PER_S)
def test_more_writes_never_mean_less(
    memory: int, writes: float, factor: float, share: float, distribution: Distribution, speed: float
) -> None:
    """At an equal number of passes, under either tracking rule."""
    for tracking in ("atSync", "afterOwnSend"):
        profile = dataclasses.replace(_fixed(3), dirty_tracking=tracking)
        less = _run(_machine(memory, writes, share, distribution), speed, profile)
        more = _run(_machine(memory, writes * factor, share, distribution), speed, profile)
        assert _bytes(less) <= _bytes(more) * (1 + 1e-9)
        assert _copy_s(less) <= _copy_s(more) * (1 + 1e-9)


@law
@given(_MEMORY_MIB, st.floats(0.0, 1e5), st.floats(1.0, 3.0), st.floats(0.05, 1.0), _RANDOM, _MIB_PER_S)
def test_a_faster_link_never_means_more(
    memory: int, writes: float, factor: float, share: float, distribution: Distribution, speed: float
) -> None:
    machine = _machine(memory, writes, share, distribution)
    slow, fast = _run(machine, speed, _fixed(3)), _run(machine, speed * factor, _fixed(3))
    assert _bytes(fast) <= _bytes(slow) * (1 + 1e-9)
    assert _copy_s(fast) <= _copy_s(slow) * (1 + 1e-9)


@law
@given(_MEMORY_MIB, st.integers(0, 512), st.floats(0.0, 1e5), _MIB_PER_S)
def test_a_larger_vm_never_means_less(memory: int, more_mib: int, writes: float, speed: float) -> None:
    """With the same working set."""
    sizes = (memory, memory + more_mib)
    small, large = (
        _run(
            worlds.vm(memory=size * worlds.MIB, writes=writes, working_set=16 * worlds.MIB, distribution=Uniform()),
            speed,
            _fixed(3),
        )
        for size in sizes
    )
    assert _bytes(small) <= _bytes(large) * (1 + 1e-9)
    assert _copy_s(small) <= _copy_s(large) * (1 + 1e-9)


@law
@given(_MEMORY_MIB, st.floats(0.05, 1.0), _DISTRIBUTIONS, _MIB_PER_S)
def test_an_idle_guest_goes_over_once(memory: int, share: float, distribution: Distribution, speed: float) -> None:
    """D -> 0: total -> M/R, and the downtime's remaining part -> 0."""
    status = _run(_machine(memory, 0.0, share, distribution), speed, _BARE)
    assert _copy_s(status) == pytest.approx(memory / speed, rel=1e-6)
    assert _bytes(status) == pytest.approx(memory * worlds.MIB, rel=1e-9)


@law
@given(_MEMORY_MIB, st.floats(0.0, 1e4), st.floats(0.05, 1.0), _RANDOM)
def test_an_endless_link_leaves_nothing_for_the_downtime(
    memory: int, writes: float, share: float, distribution: Distribution
) -> None:
    """R -> infinity: what is dirtied in a pass grows no faster than the pass is long."""
    speed = 20000.0
    status = _run(_machine(memory, writes, share, distribution), speed, _BARE)
    rest = next(item.duration_s for item in status.downtime if item.part == "remainingPages")
    most_pages = writes * memory / speed
    assert rest <= most_pages * worlds.PAGE / (speed * worlds.MIB) * (1 + 1e-6) + 1e-9


@law
@given(st.integers(256, 2048), st.floats(1.5, 8.0), st.floats(40.0, 200.0))
def test_what_is_dirtied_faster_than_sent_does_not_converge(memory: int, ratio: float, speed: float) -> None:
    """Linear dirtying at ratio * R over the whole memory: every pass sends all of it, however many there are."""
    assume(memory / speed > 1.0)
    writes = ratio * speed * worlds.MIB / worlds.PAGE
    status = _run(_machine(memory, writes, 1.0, Linear()), speed, _fixed(6))
    for record in status.passes:
        assert record.pages * worlds.PAGE == pytest.approx(memory * worlds.MIB, rel=1e-6)


@law
@given(_MEMORY_MIB, st.floats(1.0, 1e5), st.floats(0.05, 1.0), st.floats(0.05, 0.95), _MIB_PER_S)
def test_a_group_in_two_halves_of_equal_rate_is_the_same_group(
    memory: int, writes: float, share: float, cut: float, speed: float
) -> None:
    """Hot and cold pages that are equally hot are uniform ones, under either tracking rule."""
    for tracking in ("atSync", "afterOwnSend"):
        profile = dataclasses.replace(_fixed(3), dirty_tracking=tracking)
        halves = HotCold(hot_fraction=cut, hot_write_share=cut)
        one = _run(_machine(memory, writes, share, Uniform()), speed, profile)
        two = _run(_machine(memory, writes, share, halves), speed, profile)
        assert _bytes(two) == pytest.approx(_bytes(one), rel=1e-3)


@law
@given(st.integers(32, 512), st.floats(0.0, 2e4), st.floats(0.05, 1.0), _RANDOM, _MIB_PER_S)
def test_twice_the_size_at_twice_the_speed_takes_as_long(
    memory: int, writes: float, share: float, distribution: Distribution, speed: float
) -> None:
    assume(not isinstance(distribution, Zipf))  # its ranks are numbers of pages: twice as many are another law
    profile = dataclasses.replace(_BARE, stop_rule="fewPages", few_pages=0.0, max_passes=3)
    once = _run(_machine(memory, writes, share, distribution), speed, profile)
    twice = _run(_machine(memory * 2, writes * 2.0, share, distribution), speed * 2.0, profile)
    assert _copy_s(twice) == pytest.approx(_copy_s(once), rel=1e-3)
    assert _bytes(twice) == pytest.approx(2.0 * _bytes(once), rel=1e-3)


@law
@given(_MEMORY_MIB, st.floats(0.0, 1e6), _MIB_PER_S)
def test_xen_sends_at_most_six_times_the_memory(memory: int, writes: float, speed: float) -> None:
    """Since 4.6: five passes and the rest; it ends whatever the guest does."""
    bare = dataclasses.replace(XEN, regions=32, max_switchover_s=1e9)
    status = _run(_machine(memory, writes, 1.0, Uniform()), speed, bare)
    assert _bytes(status) <= 6.0 * memory * worlds.MIB * (1.0 + 8.0 / worlds.PAGE) * (1 + 1e-9)
