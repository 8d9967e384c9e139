"""Laws of several migrations: who shares nothing feels nothing, order is nothing, and what is undone is as before."""

from __future__ import annotations

import dataclasses
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import worlds
from tests.simulation.laws import law
from vmotion_gui.inventory.commands import CancelMigration
from vmotion_gui.inventory.workload import Distribution, HotCold, Uniform, Workload, WorkloadPhase, Zipf
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.comparison import POST_COPY
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.profiles.xen import XEN, XEN_ADAPTIVE, XEN_CLASSIC
from vmotion_gui.simulation.status import MigrationStatus, Phase

_XENS = (XEN, XEN_CLASSIC, XEN_ADAPTIVE)
_PROFILE = dataclasses.replace(worlds.TEXTBOOK, regions=16, checks_rules=False)
_CUT = [dataclasses.replace(profile, regions=16, checks_rules=False) for profile in (VSPHERE, *_XENS, POST_COPY)]
_SIZES = st.lists(st.integers(64, 2048), min_size=2, max_size=4)
_WRITES = st.floats(0.0, 1e4)
"""Pages per second. Four that share 200 MiB/s send 12,800 each: who writes faster than he is sent never ends, since the
textbook's rule has no last pass."""


def _estate(sizes: list[int], writes: float) -> Engine:
    """VM n of so many MiB on host n; hosts after these are empty, one for each VM."""
    count = len(sizes)
    hosts = [worlds.host(number, goodput=200.0 * worlds.MIB) for number in range(1, 2 * count + 1)]
    machines = [
        worlds.vm(
            number,
            on=f"h-{number}",
            memory=size * worlds.MIB,
            writes=writes,
            working_set=32 * worlds.MIB,
            distribution=Uniform(),
        )
        for number, size in enumerate(sizes, 1)
    ]
    return worlds.engine(*hosts, *machines, profile=_PROFILE)


def _migrated(running: Engine, numbers: list[int], targets: dict[int, int]) -> dict[int, tuple[float, float]]:
    """By VM: when its migration ended and what it sent, if they are told in this order at time 0."""
    for number in numbers:
        assert running.submit(worlds.move(number, to=f"h-{targets[number]}")).accepted
    found = {}
    for index, number in enumerate(numbers, 1):
        status = worlds.finished(running, f"migration-{index}")
        assert status.phase is Phase.COMPLETED
        last = status.passes[-1]
        found[number] = (last.start_s + last.duration_s, sum(record.sent_bytes for record in status.passes))
    return found


def _own_targets(count: int) -> dict[int, int]:
    return {number: count + number for number in range(1, count + 1)}


def _one_target(count: int) -> dict[int, int]:
    return dict.fromkeys(range(1, count + 1), count + 1)


@law
@given(_SIZES, _WRITES)
def test_who_shares_nothing_feels_nothing(sizes: list[int], writes: float) -> None:
    count = len(sizes)
    alone = _migrated(_estate(sizes, writes), [1], _own_targets(count))
    together = _migrated(_estate(sizes, writes), list(range(1, count + 1)), _own_targets(count))
    assert together[1] == pytest.approx(alone[1], rel=1e-9)


@law
@given(_SIZES)
def test_who_shares_a_link_only_slows(sizes: list[int]) -> None:
    """With guests that write nothing, so that no pass more or less is due to a threshold; while they share the link at
    least one ends later."""
    count = len(sizes)
    numbers = list(range(1, count + 1))
    fewer = _migrated(_estate(sizes, 0.0), numbers[:-1], _one_target(count))
    more = _migrated(_estate(sizes, 0.0), numbers, _one_target(count))
    for number, (ended_s, sent) in fewer.items():
        assert more[number][0] >= ended_s * (1 - 1e-9)
        assert more[number][1] == pytest.approx(sent)
    assert any(more[number][0] > ended_s * (1 + 1e-6) for number, (ended_s, _) in fewer.items())


@law
@given(_SIZES, _WRITES)
def test_a_newcomer_between_two_slows_only_the_one_it_shares_with(sizes: list[int], writes: float) -> None:
    """The last VM goes where the first one goes; those between have targets of their own."""
    count = len(sizes)
    numbers, targets = list(range(1, count + 1)), _own_targets(count) | {count: count + 1}
    without = _migrated(_estate(sizes, writes), numbers[:-1], targets)
    joined = _migrated(_estate(sizes, writes), numbers, targets)
    assert joined[1][0] > without[1][0] * (1 + 1e-6)
    for number in numbers[1:-1]:
        assert joined[number] == pytest.approx(without[number], rel=1e-9)


@law
@given(_SIZES, _WRITES, st.randoms(use_true_random=False))
def test_the_order_in_which_they_are_told_is_nothing(sizes: list[int], writes: float, shuffling: random.Random) -> None:
    count = len(sizes)
    numbers = list(range(1, count + 1))
    straight = _migrated(_estate(sizes, writes), numbers, _one_target(count))
    shuffling.shuffle(numbers)
    mixed = _migrated(_estate(sizes, writes), numbers, _one_target(count))
    for number, ended in straight.items():
        assert mixed[number] == pytest.approx(ended, rel=1e-9)


@law
@given(_SIZES, _WRITES, st.floats(0.0, 15.0), st.sampled_from(["", "ds-b"]))
def test_a_cancel_at_any_moment_leaves_all_as_it_was(
    sizes: list[int], writes: float, moment_s: float, datastore: str
) -> None:
    """The estate, what is reserved, who owns the disks. A second cancel changes nothing more, nor does a late one."""
    running = _estate(sizes, writes)
    before = running.inventory
    assert running.submit(worlds.move(1, to="h-3", datastore=datastore)).accepted
    running.advance(moment_s)
    progress = running.status("migration-1").progress
    first = running.submit(CancelMigration(migration="migration-1"))
    told, seen = len(running.events), running.status("migration-1")
    second = running.submit(CancelMigration(migration="migration-1"))
    assert second.accepted == first.accepted
    if first.accepted:
        assert len(running.events) == told
        assert running.status("migration-1") == seen
    status = worlds.finished(running)
    assert status.phase in (Phase.CANCELLED, Phase.COMPLETED)
    assert progress is not None
    assert status.progress is not None
    assert status.progress >= progress
    assert running.holdings("migration-1") == ()
    assert worlds.still_held(running) == {}
    if status.phase is Phase.CANCELLED:
        assert first.accepted
        assert running.inventory == before
        assert status.after == status.before
    else:
        machine = running.inventory.vms["vm-1"]
        assert (machine.host, machine.disks[0].datastore) == ("h-3", datastore or "ds-a")


def _phased(profile: Profile, kind: Distribution, writes: float, lengths_s: list[float]) -> MigrationStatus:
    phases = tuple(
        WorkloadPhase(
            duration_s=length_s,
            page_write_rate_pages_per_s=writes,
            working_set_bytes=128 * worlds.MIB,
            distribution=kind,
        )
        for length_s in lengths_s
    )
    machine = worlds.vm(memory=256 * worlds.MIB, workload=Workload(phases=phases))
    hosts = [worlds.host(number, goodput=100.0 * worlds.MIB) for number in (1, 2)]
    running = worlds.engine(*hosts, machine, profile=profile)
    assert running.submit(worlds.move()).accepted
    return worlds.finished(running)


@law
@given(
    st.sampled_from(_CUT),
    st.sampled_from([Uniform(), HotCold(), Zipf(exponent=1.0)]),
    st.floats(1.0, 5e4),
    st.lists(st.floats(0.05, 3.0), min_size=2, max_size=3),
)
def test_a_workload_cut_into_equal_phases_is_the_same(
    profile: Profile, kind: Distribution, writes: float, lengths_s: list[float]
) -> None:
    """Wherever the clock is settled in a pass, with any tracking and throttle, it reads on as if it had not been.
    Not for linear growth, which a settling clips region by region (less than a page in each)."""
    whole, cut = _phased(profile, kind, writes, [0.0]), _phased(profile, kind, writes, lengths_s)
    assert whole.phase is cut.phase is Phase.COMPLETED
    assert len(cut.passes) == len(whole.passes)
    for one, other in zip(cut.passes, whole.passes, strict=True):
        found = (one.duration_s, one.sent_bytes, one.dirtied_pages, one.guest_slowdown)
        assert found == pytest.approx(
            (other.duration_s, other.sent_bytes, other.dirtied_pages, other.guest_slowdown), rel=1e-6, abs=1e-6
        )
