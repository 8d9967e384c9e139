"""Worked numbers of the project's model notes, through the whole engine where it covers them."""

from __future__ import annotations

import dataclasses

import pytest

from tests.simulation.worlds import GIB, MIB, PAGE, TEXTBOOK, engine, finished, host, move, vm
from vmotion_gui.inventory.workload import HotCold, SequentialSweep, Uniform
from vmotion_gui.simulation.status import MigrationStatus


def _sizes_mib(status: MigrationStatus) -> list[float]:
    return [record.pages * PAGE / MIB for record in status.passes]


def _copy_seconds(status: MigrationStatus) -> float:
    return sum(record.duration_s for record in status.passes)


def test_e1_constant_dirty_rate() -> None:
    """V_i = M (D/R)^i: 8192, 2048, 512, then 128 MiB in the standstill; 10.88 s in all. A sweep dirties D t
    bytes.
    """
    sweep = vm(memory=8 * GIB, writes=250 * MIB / PAGE, working_set=8 * GIB, distribution=SequentialSweep())
    running = engine(host(1), host(2), sweep, profile=TEXTBOOK)
    running.submit(move())
    status = finished(running)
    assert _sizes_mib(status) == pytest.approx([8192.0, 2048.0, 512.0, 128.0], rel=1e-6)
    assert _copy_seconds(status) == pytest.approx(10.88, abs=1e-5)
    assert {item.part: item.duration_s for item in status.downtime}["remainingPages"] == pytest.approx(0.128, abs=1e-6)
    assert sum(record.sent_bytes for record in status.passes) / MIB == pytest.approx(10880.0, rel=1e-6)


def test_e3_uniform_writes() -> None:
    """D(t) = N p (1 - exp(-w t / N)): five passes of the printed sizes, then 71.138 MiB in 0.177846 s."""
    uniform = vm(memory=8 * GIB, writes=50_000.0, working_set=2 * GIB, distribution=Uniform())
    running = engine(host(1, goodput=400 * MIB), host(2, goodput=400 * MIB), uniform, profile=TEXTBOOK)
    running.submit(move())
    status = finished(running)
    expected = [8192.0, 1757.532, 701.060, 315.236, 148.282, 71.138]
    assert _sizes_mib(status) == pytest.approx(expected, abs=2e-3)
    assert status.passes[-1].duration_s == pytest.approx(0.177846, abs=1e-6)
    assert _copy_seconds(status) == pytest.approx(27.963118, abs=1e-4)
    assert sum(record.sent_bytes for record in status.passes) / MIB == pytest.approx(11185.247, abs=1e-2)


def test_e4_hot_and_cold() -> None:
    """Two groups: second pass 358.755 MiB, final 70.798 MiB in 0.176994 s, total 21.553882 s."""
    mixture = HotCold(hot_fraction=16_384 / 507_904, hot_write_share=40_000 / 44_000)
    hot_cold = vm(memory=8 * GIB, writes=44_000.0, working_set=507_904 * PAGE, distribution=mixture)
    running = engine(host(1, goodput=400 * MIB), host(2, goodput=400 * MIB), hot_cold, profile=TEXTBOOK)
    running.submit(move())
    status = finished(running)
    assert _sizes_mib(status) == pytest.approx([8192.0, 358.755, 70.798], abs=2e-3)
    assert status.passes[-1].duration_s == pytest.approx(0.176994, abs=1e-6)
    assert _copy_seconds(status) == pytest.approx(21.553882, abs=1e-4)


def test_e19_mirrored_disk() -> None:
    """100 GiB at 200 MiB/s with 50 MiB/s of mirrored writes: 589.172884 s, of which 15.072829 GiB are
    mirrored.
    """
    writer = vm(disk=100 * GIB, disk_writes=50 * MIB)
    running = engine(host(1), host(2), writer, profile=TEXTBOOK, write_bandwidth=200 * MIB)
    running.submit(move(to="h-1", datastore="ds-b"))
    status = finished(running)
    stun = next(event.time_s for event in running.events if event.type == "VmStunned")
    assert stun == pytest.approx(589.172884, abs=1e-5)
    assert (status.disk_sent_bytes / GIB) - 100.0 == pytest.approx(15.072829, abs=1e-3)


def test_e19_idle_disk() -> None:
    """The same disk without writes: 512 s."""
    running = engine(host(1), host(2), vm(disk=100 * GIB), profile=TEXTBOOK, write_bandwidth=200 * MIB)
    running.submit(move(to="h-1", datastore="ds-b"))
    finished(running)
    stun = next(event.time_s for event in running.events if event.type == "VmStunned")
    assert stun == pytest.approx(512.0, abs=1e-6)


def test_e21_memory_copy_shares_with_the_mirror() -> None:
    """E1's memory copy beside 50 MiB/s of mirrored writes on one link: 11.646732 s.

    The number is for E1's four sends (n = 3); the goal is set so that the same number of passes comes out.
    """
    profile = dataclasses.replace(TEXTBOOK, switchover_goal_s=0.16)
    sweep = vm(memory=8 * GIB, writes=250 * MIB / PAGE, working_set=8 * GIB, disk_writes=50 * MIB)
    running = engine(host(1), host(2), sweep, profile=profile)
    running.submit(move(datastore="ds-b"))
    status = finished(running)
    assert len(status.passes) == 4
    assert _copy_seconds(status) == pytest.approx(11.646732, abs=1e-4)


def test_one_migration_of_a_big_vm_has_no_more_events_than_a_small_one() -> None:
    """Cost grows with passes, not with gigabytes."""
    counts = []
    for memory in (8 * GIB, 24 * 1024 * GIB):
        hosts = [host(number, memory_bytes=2 * memory) for number in (1, 2)]
        running = engine(*hosts, vm(memory=memory), profile=TEXTBOOK)
        running.submit(move())
        finished(running)
        counts.append(len(running.events))
    assert counts[0] == counts[1]
