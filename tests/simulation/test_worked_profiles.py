"""Worked numbers of the hypervisors and of SimGrid: E7 to E11, E14 and E16, beside those in test_loops.py."""

from __future__ import annotations

import dataclasses

import pytest

from tests.simulation.formulas import fluid_qemu
from tests.simulation.test_loops import bare, linear, migrated
from tests.simulation.test_qemu_loop import IDEAL, ended, started, throttles
from tests.simulation.test_simgrid import simulated
from tests.simulation.worlds import GIB, MIB, PAGE, host, inventory, move, vm
from tests.tools import scenarios
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Linear, Workload, WorkloadPhase
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.qemu import QEMU
from vmotion_gui.simulation.profiles.simgrid import SIMGRID
from vmotion_gui.simulation.profiles.xen import XEN_ADAPTIVE, XEN_CLASSIC
from vmotion_gui.simulation.routes import window_bytes_per_s
from vmotion_gui.simulation.status import MigrationStatus, Phase

_MBIT = 1e6 / 8.0

# --- Xen ---------------------------------------------------------------


def test_e7_the_least_that_a_migration_takes() -> None:
    """M/R = 8.589935 s for 1 GiB at 125e6 B/s, when nothing is written."""
    assert migrated(bare(XEN_CLASSIC), linear(GIB, 0.0), 125e6).total_s == pytest.approx(8.589935, abs=6e-7)


def test_e7_the_most_that_xen_takes() -> None:
    """(5 M - 1 page)/R = 42.949640 s: passes of M, M, M - 1 page, M, and M in the end. The guest dirties all of its
    memory in passes 1, 3 and 4, and all but a page in pass 2.
    """
    pass_s, rate = GIB / 125e6, 2.0 * GIB / PAGE
    spans = [(pass_s - 0.01, GIB), (pass_s + 0.02, GIB - PAGE), (1000.0, GIB)]
    phases = tuple(
        WorkloadPhase(duration_s=span, page_write_rate_pages_per_s=rate, working_set_bytes=size, distribution=Linear())
        for span, size in spans
    )
    status = migrated(bare(XEN_CLASSIC), vm(memory=GIB, workload=Workload(phases=phases)), 125e6)
    pages = GIB / PAGE
    assert [record.pages for record in status.passes] == pytest.approx([pages, pages, pages - 1, pages, pages])
    assert status.total_s == pytest.approx(42.949640, abs=6e-7)


def test_e8_every_pass() -> None:
    """1024 MiB at 100 Mbit/s, 64 at 100, 64 at 150 and so on to 64 at 500; 60.16 MiB are left."""
    status = migrated(bare(XEN_ADAPTIVE), linear(GIB, 470.0 * _MBIT, 64 * MIB), 1e9)
    assert [record.sent_bytes / MIB for record in status.passes] == pytest.approx(
        [1024.0, *[64.0] * 9, 60.16], abs=5e-3
    )
    rates = [record.copy_bytes_per_s / _MBIT for record in status.passes]
    assert rates == pytest.approx([100, 100, 150, 200, 250, 300, 350, 400, 450, 500, 500], rel=1e-9)


# --- QEMU ---------------------------------------------------------------

_STEPS_S = [21.928, 27.672, 33.416, 39.16, 44.904, 50.648, 56.392, 61.562]


def test_e9_the_fluid_loop() -> None:
    """21 passes, 90 %, 64.793697 s, 0.247055 s; with the older rule of three periods 86.091714 s; never without."""
    run = fluid_qemu(16 * 1024, 1000, 3 * 1024, 4000)
    assert (run.passes, run.throttle_percent) == (21, 90)
    assert [percent for _, percent in run.steps] == [20, 30, 40, 50, 60, 70, 80, 90]
    assert [time_s for time_s, _ in run.steps] == pytest.approx(_STEPS_S, abs=6e-4)
    assert run.total_s == pytest.approx(64.793697, abs=6e-7)
    assert run.downtime_s == pytest.approx(0.247055, abs=6e-7)
    older = fluid_qemu(16 * 1024, 1000, 3 * 1024, 4000, periods=3)
    assert older.total_s == pytest.approx(86.091714, abs=6e-7)
    assert fluid_qemu(16 * 1024, 1000, 3 * 1024, 4000, converge=False).total_s == float("inf")
    calm = fluid_qemu(16 * 1024, 1000, 3 * 1024, 600, converge=False)
    assert calm.passes == 8
    assert calm.total_s == pytest.approx(23.443404, abs=6e-7)
    assert calm.downtime_s == pytest.approx(0.280398, abs=6e-7)


def test_e9_the_engine_beside_the_fluid_loop() -> None:
    """The engine looks once in a window, so it keeps 0.2 to 0.3 s unsent, the fluid loop 0.2: a later step, by 3 % at
    most, and as many of them. The calm guest needs no throttle: 3 % of 23.443404 s.
    """
    machine = vm(memory=16 * GIB, writes=4000.0 * MIB / PAGE, working_set=3 * GIB, distribution=Linear())
    running = started(machine, dataclasses.replace(IDEAL, auto_converge=True))
    ended(running)
    assert [time_s for time_s, _ in throttles(running)] == pytest.approx(_STEPS_S, rel=0.03)
    calm = vm(memory=16 * GIB, writes=600.0 * MIB / PAGE, working_set=3 * GIB, distribution=Linear())
    status = ended(started(calm, IDEAL))
    assert status.phase is Phase.COMPLETED
    assert status.total_s == pytest.approx(23.443404, rel=0.03)


@pytest.mark.parametrize(
    ("initial", "increment", "ladder"),
    [
        (0.20, 0.10, [20, 30, 40, 50, 60, 70, 80, 90, 99]),
        (0.25, 0.25, [25, 50, 75, 99]),
        (0.40, 0.20, [40, 60, 80, 99]),
    ],
)
def test_e9_ladders(initial: float, increment: float, ladder: list[float]) -> None:
    """A guest that even 90 % does not calm goes up every step to 99 %."""
    machine = vm(memory=16 * GIB, writes=60_000.0 * MIB / PAGE, working_set=3 * GIB, distribution=Linear())
    profile = dataclasses.replace(
        IDEAL, auto_converge=True, throttle_initial=initial, throttle_increment=increment, time_limit_s=120.0
    )
    running = started(machine, profile)
    ended(running)
    assert [percent for _, percent in throttles(running)] == pytest.approx(ladder)


@pytest.mark.parametrize(
    ("touched", "expected"), [(0, 18.874368e6), (8 * GIB, 8.015625 * GIB), (8 * GIB * 4 // 10, 3294.0 * MIB)]
)
def test_e14_bytes_on_the_wire(touched: int, expected: float) -> None:
    """4104 bytes a page and 9 a zero page: 8 GiB all zero 18.874368 MB, none 8.015625 GiB, 60 % 3294.0 MiB."""
    status = ended(started(vm(memory=8 * GIB, touched_memory_bytes=touched), QEMU))
    sent = sum(record.sent_bytes for record in status.passes)
    assert sent == pytest.approx(expected, rel=5e-7)


# --- SimGrid ---------------------------------------------------------------

_LATENCY_S = (479.78 + 514.433 + 136.931 + 59.904 + 514.433 + 270.544) * 1e-6
_SECONDS_PER_BYTE = 1.05 / (8.158e6 * 0.97)


def _over_a_link(*sizes: int, bytes_per_s: float, delay_s: float) -> list[MigrationStatus]:
    """Idle VMs of these sizes, migrated at once by SimGrid's rules over one link between two sites."""
    link = e.NetworkLink(
        id="wan", name="WAN", a="site", b="site-2", bandwidth_bits_per_s=8.0 * bytes_per_s, rtt_s=2.0 * delay_s
    )
    places: list[e.Entity] = [
        e.Site(id="site-2", name="Site 2"),
        e.Datacenter(id="dc-2", name="DC 2", vcenter="vc", site="site-2"),
        e.Subnet(id="far", name="far", cidr="10.9.0.0/24", gateway="10.9.0.1", site="site-2"),
    ]
    far = host(2, goodput=1e11, subnet="far", cluster="", datacenter="dc-2")
    guests = [vm(number, memory=size, nics=()) for number, size in enumerate(sizes, 1)]
    running = Engine(Lab(inventory=inventory(*places, link, host(1, goodput=1e11), far, *guests)), SIMGRID)
    for number in range(1, len(sizes) + 1):
        assert running.submit(move(number)).accepted
    running.advance(1e4)
    done = [running.status(id_) for id_ in running.migration_ids()]
    assert all(status.phase is Phase.COMPLETED for status in done)
    return done


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [((10**9,), 132.765801), ((10**8,), 13.345992), ((10**9, 10**9), 265.454478)],
)
def test_e10_simgrids_own_test_with_lv08(sizes: tuple[int, ...], expected: float) -> None:
    """LV08: 0.97/1.05 of the bandwidth, 13.01 times the latency, three messages. The engine has whole pages; what is
    missing to the last byte is added at the link's pace.
    """
    done = _over_a_link(*sizes, bytes_per_s=1.0 / _SECONDS_PER_BYTE, delay_s=13.01 * _LATENCY_S)
    missing = sum(size - status.sent_bytes for size, status in zip(sizes, done, strict=True))
    assert 0 <= missing < len(sizes) * PAGE
    for status in done:
        assert status.total_s is not None
        assert status.total_s + missing * _SECONDS_PER_BYTE == pytest.approx(expected, abs=6e-7)


def test_e10_simgrids_own_test_with_cm02() -> None:
    """1.25 GB over 1.25 GB/s: exactly 1 s."""
    (status,) = _over_a_link(1_250_000_000, bytes_per_s=1.25e9, delay_s=0.0)
    assert status.total_s is not None
    assert status.total_s + (1.25e9 - status.sent_bytes) / 1.25e9 == pytest.approx(1.0, abs=1e-9)


@pytest.mark.parametrize(
    ("busy_vms", "rounds", "downtime", "total", "mib"), [(1, 8, 0.02, 20.46, 2046), (2, 4, 0.01, 13.65, 1365)]
)
def test_e11_simgrids_rounds(busy_vms: int, rounds: int, downtime: float, total: float, mib: float) -> None:
    """1024 MiB at 100 MiB/s, dirtying half as fast: 512 to 4 MiB in 8 rounds, then 2 MiB paused. With half of a CPU,
    shared with a VM that stays, 4 rounds.
    """
    speed = 100.0 * MIB
    hosts = [scenarios.host(name, bandwidth=speed, latency_s=0.0) for name in ("h0", "h1")]
    for each in hosts:
        each["cores"] = 1
    guests = [scenarios.vm(f"vm{n}", "h0", GIB, 0.5 * speed, speed=speed) for n in range(busy_vms)]
    document = scenarios.scenario("e11", hosts, guests, [scenarios.move("vm0", "h0", "h1")])
    found = simulated(document)["vm0"]
    assert found.transfers == 1 + rounds + 1
    assert found.downtime_s == pytest.approx(downtime, abs=6e-7)
    assert found.total_s == pytest.approx(total, abs=6e-7)
    assert found.sent_bytes / MIB == pytest.approx(mib, abs=1e-3)


# --- the network ---------------------------------------------------------------


def test_e16_windows() -> None:
    """gamma / RTT: 4 194 304 B at 1 ms one way 2.097e9, at 100 ms 20.97152e6 B/s; 1 GbE and 10 ms need 1.25 MB."""
    assert window_bytes_per_s(4_194_304, 0.002) == pytest.approx(2.097e9, abs=5e5)
    assert window_bytes_per_s(4_194_304, 0.2) == pytest.approx(20.97152e6, abs=0.5)
    assert window_bytes_per_s(1.25e6, 0.010) == pytest.approx(125e6)
