"""What a vMotion costs besides its copy: traces, the host's CPU, the network that has to learn; and what is random."""

from __future__ import annotations

import dataclasses
import statistics

import msgspec
import pytest

from tests.simulation.worlds import GIB, MIB, TEXTBOOK, engine, finished, host, inventory, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import HotCold, Linear, Uniform, Workload, WorkloadPhase
from vmotion_gui.simulation.cpu import cpu_share, vmotion_reservation_mhz
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.page_traces import install, lost_to_faults
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.status import MigrationStatus


def _vm(**more: object) -> e.VirtualMachine:
    return vm(cpus=4, writes=20_000.0, working_set=2 * GIB, distribution=Uniform(), **more)  # type: ignore[arg-type]


# --- traces ---------------------------------------------------------------


def test_all_vcpus_stop_for_traces_until_6_7_and_one_since() -> None:
    """8 GiB are 2,097,152 pages: at 0.12 us each 0.252 s of work, a quarter of it on each of 4 vCPUs that all stop;
    since 7.0 a sixteenth, on one vCPU of four."""
    old, new = (install(VSPHERE, host(1, version=version), _vm()) for version in ("6.7.0", "7.0.0"))
    assert old.duration_s == pytest.approx(2_097_152 * 1.2e-7 / 4)
    assert old.lost == 1.0
    assert new.duration_s == pytest.approx(2_097_152 * 7.5e-9)
    assert new.lost == 0.25


@pytest.mark.parametrize(("version", "slowed"), [("6.7.0", 1.0), ("8.0.2", 0.25)])
def test_the_guest_is_slower_while_traces_are_installed(version: str, slowed: float) -> None:
    running = engine(host(1, version=version), host(2, version=version), _vm(hardware_version=13))
    running.submit(move())
    while not any(event.type == "TracesInstalling" for event in running.events):
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
    status = running.status("migration-1")
    assert status.guest_slowdown == pytest.approx(slowed)
    assert status.copy_bytes_per_s == 0.0
    assert status.downtime_s == 0.0
    done = finished(running)
    first = done.passes[0]
    assert first.start_s == pytest.approx(running_time(running, "TracesInstalling") + install_s(version))
    assert 0.0 < first.guest_slowdown == pytest.approx(20_000.0 * 2e-6 / 4)


def running_time(running: Engine, type_: str) -> float:
    return next(event.time_s for event in running.events if event.type == type_)


def install_s(version: str) -> float:
    return install(VSPHERE, host(1, version=version), _vm()).duration_s


def test_faults_never_take_more_than_half_of_the_guest() -> None:
    assert lost_to_faults(VSPHERE, _vm(), 1e9) == 0.5


# --- the host's CPU ---------------------------------------------------------------


def test_a_host_reserves_cpu_by_the_speed_of_its_vmotion_network() -> None:
    """A tenth of a core per Gbit/s; 30 % of a core at least. The guests share what is left."""
    one, ten = host(1, goodput=100e6), host(2, goodput=1.2e9)
    estate = inventory(one, ten, vm(1), vm(2, on="h-2"))
    assert vmotion_reservation_mhz(estate, one) == pytest.approx(0.3 * one.cpu_mhz)
    speed = ten.pnics[0].speed_bits_per_s / 1e9
    assert vmotion_reservation_mhz(estate, ten) == pytest.approx(0.1 * speed * ten.cpu_mhz)


def test_a_full_host_slows_its_guests_while_it_migrates() -> None:
    """4 vCPUs that are all busy on 4 cores, of which the migration takes almost one."""
    busy = Workload(phases=(WorkloadPhase(page_write_rate_pages_per_s=1e4, working_set_bytes=GIB, cpu_load=1.0),))
    full = host(1, cores=4, sockets=1)
    estate = inventory(full, host(2), vm(cpus=4, workload=busy))
    reserved = vmotion_reservation_mhz(estate, full)
    assert cpu_share(estate, full) == 1.0
    share = cpu_share(estate, full, reserved)
    assert share == pytest.approx(1.0 - reserved / (4.0 * full.cpu_mhz))
    fast, slow = (
        finished(_started(Engine(Lab(inventory=estate), dataclasses.replace(VSPHERE, reserves_cpu=reserves))))
        for reserves in (False, True)
    )
    assert slow.passes[1].pages < fast.passes[1].pages


def _started(running: Engine) -> Engine:
    running.submit(move())
    return running


# --- the network learns ---------------------------------------------------------------


def test_clients_wait_longer_where_no_switch_tells_of_the_move() -> None:
    """With *Notify switches* the gap is the downtime and the announcement, else until the VM's own next packet."""
    estate = inventory(host(1), host(2), _vm())
    silent = estate.with_entities([msgspec.structs.replace(estate.switches["dvs"], notify_switches=False)])
    gaps = []
    for place in (estate, silent):
        running = _started(Engine(Lab(inventory=place)))
        done = finished(running)
        monitor = running.service_monitor("vm-1")
        assert monitor is not None
        gaps.append(monitor.last_gap_s - done.downtime_s)
        assert any(event.type == "RarpSent" for event in running.events) is (place is estate)
    assert gaps == [pytest.approx(0.05), pytest.approx(1.05)]


def test_between_resume_and_announcement_the_vm_runs_unheard() -> None:
    running = _started(engine(host(1), host(2), _vm()))
    while not any(event.type == "VmResumed" for event in running.events):
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert not monitor.answering
    assert running.inventory.vms["vm-1"].host == "h-2"
    running.advance(running.now_s + 0.06)
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.answering


# --- chance ---------------------------------------------------------------


def _with_chance(seed: int, machine: e.VirtualMachine) -> MigrationStatus:
    lab = Lab(
        inventory=inventory(host(1, goodput=200.0 * MIB), host(2, goodput=200.0 * MIB), machine),
        seed=seed,
        profile_settings=ProfileSettings(random_pages=True),
    )
    return finished(_started(Engine(lab)))


def test_seeds_scatter_around_what_is_expected() -> None:
    """64 MiB of 16,384 hot pages: the dirtied pages of the first pass scatter as a binomial does, and their mean lies
    within 4 standard errors of the run without chance."""
    machine = vm(memory=512 * MIB, writes=4000.0, working_set=256 * MIB, distribution=HotCold())
    plain = finished(_started(engine(host(1, goodput=200.0 * MIB), host(2, goodput=200.0 * MIB), machine)))
    counts = [_with_chance(seed, machine).passes[0].dirtied_pages for seed in range(60)]
    expected = plain.passes[0].dirtied_pages
    spread = statistics.stdev(counts)
    assert 0.0 < spread < expected**0.5
    assert abs(statistics.fmean(counts) - expected) < 4.0 * spread / 60**0.5
    assert _with_chance(7, machine) == _with_chance(7, machine)


def test_what_is_not_random_stays_so() -> None:
    machine = vm(memory=512 * MIB, writes=4000.0, working_set=256 * MIB, distribution=Linear())
    assert len({_with_chance(seed, machine).total_s for seed in range(4)}) == 1


def test_phases_begin_anywhere_with_chance() -> None:
    phases = tuple(
        WorkloadPhase(duration_s=3.0, page_write_rate_pages_per_s=rate, working_set_bytes=256 * MIB)
        for rate in (0.0, 20_000.0)
    )
    machine = vm(memory=512 * MIB, workload=Workload(phases=phases))
    assert len({round(_with_chance(seed, machine).sent_bytes / MIB) for seed in range(12)}) > 4


def test_the_textbook_has_none_of_these_costs() -> None:
    running = _started(engine(host(1), host(2), _vm(), profile=TEXTBOOK))
    done = finished(running)
    assert {record.guest_slowdown for record in done.passes[:-1]} == {0.0}
    assert not any(event.type == "TracesInstalling" for event in running.events)
