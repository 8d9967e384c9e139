"""Worked numbers of memory and disk, to their printed digits, through the whole engine where it covers them.

All worked numbers and where each is held: docs/worked-numbers.md.
"""

from __future__ import annotations

import dataclasses
import math

import pytest

from tests.simulation.worlds import GIB, MIB, PAGE, TEXTBOOK, engine, finished, host, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.workload import Distribution, HotCold, Linear, SequentialSweep, Uniform, Zipf
from vmotion_gui.simulation.profiles.profile import DirtyTracking, Profile
from vmotion_gui.simulation.status import MigrationStatus
from vmotion_gui.simulation.storage import mirror_position, mirror_time_s
from vmotion_gui.simulation.workload_model import groups

E3_PAGES = 524_288


def _sizes_mib(status: MigrationStatus) -> list[float]:
    return [record.pages * PAGE / MIB for record in status.passes]


def _copy_seconds(status: MigrationStatus) -> float:
    return sum(record.duration_s for record in status.passes)


def _copied_bytes(status: MigrationStatus) -> float:
    """Memory on the wire, without the device state."""
    return sum(record.sent_bytes for record in status.passes)


def _counted(passes: int) -> Profile:
    """The textbook's copy with so many passes, whatever is left after them."""
    return dataclasses.replace(TEXTBOOK, stop_rule="fewPages", max_passes=passes, max_switchover_s=math.inf)


def _migrated(machine: e.VirtualMachine, rate: float, profile: Profile = TEXTBOOK) -> MigrationStatus:
    """A VM moved over adapters that carry `rate` bytes/s."""
    running = engine(host(1, goodput=rate), host(2, goodput=rate), machine, profile=profile)
    running.submit(move())
    return finished(running)


def _dirtied_in_one_pass(
    seconds: float, pages: int, writes: float, distribution: Distribution, tracking: DirtyTracking = "atSync"
) -> float:
    """Distinct pages that are dirtied while all of a memory of `pages`, its working set, is copied in so long."""
    machine = vm(memory=pages * PAGE, writes=writes, working_set=pages * PAGE, distribution=distribution)
    profile = dataclasses.replace(_counted(1), dirty_tracking=tracking)
    status = _migrated(machine, pages * PAGE / seconds, profile)
    assert status.passes[0].duration_s == pytest.approx(seconds, rel=1e-6)
    return status.passes[0].dirtied_pages


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
    assert _copied_bytes(status) / MIB == pytest.approx(10880.0, rel=1e-6)


def test_e1_without_a_downtime_limit() -> None:
    """total = (M/R) / (1 - D/R) = 8.192 / 0.75 = 10.922667 s, bytes = M / 0.75, when it goes on to the last byte."""
    sweep = vm(memory=8 * GIB, writes=250 * MIB / PAGE, working_set=8 * GIB, distribution=Linear())
    status = _migrated(sweep, 1000.0 * MIB, dataclasses.replace(TEXTBOOK, switchover_goal_s=1e-9))
    assert _copy_seconds(status) == pytest.approx(10.922667, abs=5e-7)
    assert _copied_bytes(status) / MIB == pytest.approx(8192 / 0.75, abs=1e-2)


def test_e1_as_much_dirtied_as_sent() -> None:
    """D = R, n = 4: (n + 1) M/R = 40.96 s, nothing gained."""
    status = _migrated(vm(writes=1000 * MIB / PAGE, working_set=8 * GIB), 1000.0 * MIB, _counted(4))
    assert _copy_seconds(status) == pytest.approx(40.96, abs=5e-6)


def test_e1_more_dirtied_than_sent() -> None:
    """D = 1.2 R, n = 4: (M/R) (1 - 1.2^5)/(1 - 1.2) = 60.961587 s, of which the last 1.2^4 M/R = 16.986931 s. That lets
    16.6 GiB of 8 be dirty: the formula without a cap. In the engine no more is dirty than there is: 40.96 s.
    """
    assert pytest.approx(60.961587, abs=5e-7) == 8.192 * (1.0 - 1.2**5) / (1.0 - 1.2)
    assert pytest.approx(16.986931, abs=5e-7) == 8.192 * 1.2**4
    guest = vm(writes=1200 * MIB / PAGE, working_set=8 * GIB, distribution=Linear())
    assert _copy_seconds(_migrated(guest, 1000.0 * MIB, _counted(4))) == pytest.approx(40.96, abs=5e-6)


def test_e2_linear_growth_up_to_the_working_set() -> None:
    """D(t) = min(1500 t, 3000) MiB at 1000 MiB/s: 8192, then 3000 over and over: 3.0 s, 26.192 s, 26 192 MiB."""
    guest = vm(writes=1500 * MIB / PAGE, working_set=3000 * MIB, distribution=Linear())
    status = _migrated(guest, 1000.0 * MIB, _counted(6))
    assert _sizes_mib(status) == pytest.approx([8192.0, *[3000.0] * 6], abs=1e-6)
    assert status.passes[-1].duration_s == pytest.approx(3.0, abs=5e-7)
    assert _copy_seconds(status) == pytest.approx(26.192, abs=5e-6)
    assert _copied_bytes(status) / MIB == pytest.approx(26_192.0, rel=1e-6)


def test_e3_uniform_writes() -> None:
    """D(t) = N p (1 - exp(-w t / N)): five passes of the printed sizes, then 71.138 MiB in 0.177846 s."""
    uniform = vm(memory=8 * GIB, writes=50_000.0, working_set=2 * GIB, distribution=Uniform())
    running = engine(host(1, goodput=400 * MIB), host(2, goodput=400 * MIB), uniform, profile=TEXTBOOK)
    running.submit(move())
    status = finished(running)
    expected = [8192.0, 1757.532, 701.060, 315.236, 148.282, 71.138]
    assert _sizes_mib(status) == pytest.approx(expected, abs=2e-3)
    assert status.passes[0].dirtied_pages == pytest.approx(449_928.15, abs=6e-3)
    assert status.passes[-1].duration_s == pytest.approx(0.177846, abs=6e-7)
    assert _copy_seconds(status) == pytest.approx(27.963118, abs=6e-7)
    assert _copied_bytes(status) / MIB == pytest.approx(11185.247, abs=6e-4)


def test_e3_linear_would_say() -> None:
    """w t = 50 000 * 20.48 = 1 024 000 pages, were none written twice; linear growth ends at all 524 288."""
    free = _dirtied_in_one_pass(20.48, 2 * 1_024_000, 50_000.0, Linear())
    assert free == pytest.approx(1_024_000, rel=1e-7)
    assert _dirtied_in_one_pass(20.48, E3_PAGES, 50_000.0, Linear()) == pytest.approx(E3_PAGES)


def test_e3_a_working_set_that_does_not_converge() -> None:
    """v = 1 - exp(-a v) with a = w p / R = 1.464844: v = 0.559171, 1145.182 MiB, 2.862955 s of downtime at least."""
    uniform = vm(memory=8 * GIB, writes=150_000.0, working_set=2 * GIB, distribution=Uniform())
    last = _migrated(uniform, 400.0 * MIB, _counted(60)).passes[-1]
    assert last.stop_and_copy
    assert pytest.approx(1.464844, abs=5e-7) == 150_000 * PAGE / (400 * MIB)
    assert last.pages / E3_PAGES == pytest.approx(0.559171, abs=5e-7)
    assert last.pages * PAGE / MIB == pytest.approx(1145.182, abs=5e-4)
    assert last.duration_s == pytest.approx(2.862955, abs=6e-7)


@pytest.mark.parametrize(("tracking", "expected"), [("atSync", 449_928.15), ("afterOwnSend", 293_924.79)])
def test_e3d_dirty_at_sync_or_after_its_own_send(tracking: DirtyTracking, expected: float) -> None:
    """N (1 - e^-x) against N (1 - (1 - e^-x)/x), x = w T / N = 1.953125: 35 % fewer. Pages are sent at moments that are
    uniform over the pass if the working set is all of the memory.
    """
    pages = _dirtied_in_one_pass(20.48, E3_PAGES, 50_000.0, Uniform(), tracking)
    assert pages == pytest.approx(expected, abs=6e-3)
    assert 50_000.0 * 20.48 / E3_PAGES == 1.953125


def test_e4_hot_and_cold() -> None:
    """Two groups: second pass 358.755 MiB, final 70.798 MiB in 0.176994 s, total 21.553882 s."""
    mixture = HotCold(hot_fraction=16_384 / 507_904, hot_write_share=40_000 / 44_000)
    hot_cold = vm(memory=8 * GIB, writes=44_000.0, working_set=507_904 * PAGE, distribution=mixture)
    running = engine(host(1, goodput=400 * MIB), host(2, goodput=400 * MIB), hot_cold, profile=TEXTBOOK)
    running.submit(move())
    status = finished(running)
    assert _sizes_mib(status) == pytest.approx([8192.0, 358.755, 70.798], abs=2e-3)
    assert status.passes[-1].duration_s == pytest.approx(0.176994, abs=6e-7)
    assert _copy_seconds(status) == pytest.approx(21.553882, abs=6e-7)


@pytest.mark.parametrize(
    ("seconds", "expected"), [(0.1, 3948.98), (1.0, 18_941.73), (5.0, 35_982.48), (20.48, 91_841.30)]
)
def test_e4_pages_after_some_time(seconds: float, expected: float) -> None:
    """sum of N_k (1 - exp(-w_k t / N_k)) over (16 384 pages, 40 000/s) and (491 520 pages, 4 000/s)."""
    mixture = HotCold(hot_fraction=16_384 / 507_904, hot_write_share=40_000 / 44_000)
    assert _dirtied_in_one_pass(seconds, 507_904, 44_000.0, mixture) == pytest.approx(expected, abs=6e-3)


_E5 = [(0.0, 91_791.50), (0.8, 66_151.52), (1.0, 43_399.20), (1.2, 20_700.09)]


@pytest.mark.parametrize(("exponent", "expected"), _E5)
def test_e5_zipf_by_ranks(exponent: float, expected: float) -> None:
    """sum over j of 1 - exp(-w t j^-s / H): 100 000 pages, 50 000 writes/s, 5 s; with enough bins that ranks 1 to some
    thousands are alone in theirs, the engine's groups have the printed digits.
    """
    fine = groups(Zipf(exponent=exponent), 100_000.0, 50_000.0, bins=20_000)
    pages = sum(-group.pages * math.expm1(-group.writes_per_page * 5.0) for group in fine)
    assert pages == pytest.approx(expected, abs=6e-3)


@pytest.mark.parametrize(("exponent", "expected"), _E5)
def test_e5_zipf_as_the_engine_bins_it(exponent: float, expected: float) -> None:
    """24 bins per decade of ranks: within two ten-thousandths."""
    pages = _dirtied_in_one_pass(5.0, 100_000, 50_000.0, Zipf(exponent=exponent))
    assert pages == pytest.approx(expected, rel=2e-4)


def test_e19_mirrored_disk() -> None:
    """100 GiB at 200 MiB/s with 50 MiB/s of mirrored writes: 589.172884 s, of which 15.072829 GiB are
    mirrored.
    """
    writer = vm(disk=100 * GIB, disk_writes=50 * MIB)
    running = engine(host(1), host(2), writer, profile=TEXTBOOK, write_bandwidth=200 * MIB)
    running.submit(move(to="h-1", datastore="ds-b"))
    status = finished(running)
    stun = next(event.time_s for event in running.events if event.type == "VmStunned")
    assert stun == pytest.approx(589.172884, abs=6e-7)
    assert (status.disk_sent_bytes / GIB) - 100.0 == pytest.approx(15.072829, abs=1e-3)
    assert 200 * MIB * mirror_time_s(100 * GIB, 200 * MIB, 50 * MIB) / GIB - 100 == pytest.approx(15.072829, abs=6e-7)


def test_e19_idle_disk() -> None:
    """The same disk without writes: 512 s."""
    running = engine(host(1), host(2), vm(disk=100 * GIB), profile=TEXTBOOK, write_bandwidth=200 * MIB)
    running.submit(move(to="h-1", datastore="ds-b"))
    finished(running)
    stun = next(event.time_s for event in running.events if event.type == "VmStunned")
    assert stun == pytest.approx(512.0, abs=1e-6)


def test_e20_dirty_block_tracking() -> None:
    """The recurrence of E1 over 100 GiB at 200 MiB/s with 50 MiB/s dirtied, at most 0.5 s left: 5 passes, 100 MiB,
    0.5 s, 682.5 s, 133.300781 GiB. The engine mirrors disks and tracks no blocks; such a memory is the same recurrence.
    """
    big = vm(memory=100 * GIB, writes=50 * MIB / PAGE, working_set=100 * GIB, distribution=Linear())
    status = _migrated(big, 200.0 * MIB, dataclasses.replace(TEXTBOOK, switchover_goal_s=0.5 * (1.0 + 1e-6)))
    assert len(status.passes) == 5 + 1
    assert _sizes_mib(status)[-1] == pytest.approx(100.0, abs=5e-5)
    assert status.passes[-1].duration_s == pytest.approx(0.5, abs=6e-7)
    assert _copy_seconds(status) == pytest.approx(682.5, abs=5e-5)
    assert _copied_bytes(status) / GIB == pytest.approx(133.300781, abs=6e-7)


def test_e20_snapshots_and_more_writes_than_the_copy_takes() -> None:
    """S/B / (1 - w/B) = 682.67 s, first delta w S/B = 25 GiB; at w = 250 MiB/s > B dirty blocks diverge (1.25) and an
    unthrottled mirror stalls at B/w = 0.8 of the disk.
    """
    size, rate, writes = 100 * GIB, 200.0 * MIB, 50.0 * MIB
    assert size / rate / (1.0 - writes / rate) == pytest.approx(682.67, abs=5e-3)
    assert writes * size / rate / GIB == pytest.approx(25.0)
    assert 250.0 / 200.0 == 1.25
    assert mirror_time_s(size, rate, 250.0 * MIB) == math.inf
    assert float(mirror_position(size, rate, 250.0 * MIB, 0.0, 1e6)) / size == pytest.approx(0.8)


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
    assert _copy_seconds(status) == pytest.approx(11.646732, abs=6e-7)


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
