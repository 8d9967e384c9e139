"""The other hypervisors' ways, to the printed digits of the worked numbers, and what they promise."""

from __future__ import annotations

import dataclasses
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation.laws import law
from tests.simulation.worlds import GIB, MIB, PAGE, TEXTBOOK, at, engine, finished, host, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import (
    CancelMigration,
    HostFailed,
    InjectFault,
    RepairFault,
    VmotionNetworkLost,
)
from vmotion_gui.inventory.workload import Linear, SequentialSweep, Uniform
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.comparison import POST_COPY, STOP_AND_COPY
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.table import PROFILES
from vmotion_gui.simulation.profiles.xen import XEN, XEN_ADAPTIVE, XEN_CLASSIC
from vmotion_gui.simulation.status import MigrationStatus, Phase


def bare(profile: Profile, **changed: object) -> Profile:
    """A profile with its own rules and none of the fixed steps, headers and limits that worked numbers leave out."""
    free = {
        name: getattr(TEXTBOOK, name)
        for name in ("page_header_bytes", "zero_page_bytes", "check_s", "prepare_s", "quiesce_s", "device_state_s")
    }
    free |= dict.fromkeys(("resume_s", "clean_up_s", "roll_back_s", "announce_s", "page_fault_s"), 0.0)
    free |= {"stream_bytes_per_s": math.inf, "sends_device_state": False, "reserves_cpu": False}
    return dataclasses.replace(profile, **free, **changed)  # type: ignore[arg-type]


def migrated(profile: Profile, machine: e.VirtualMachine, rate: float) -> MigrationStatus:
    running = engine(host(1, goodput=rate), host(2, goodput=rate), machine, profile=profile)
    running.submit(move())
    return finished(running)


def linear(memory: int, dirty_bytes_per_s: float, working_set: int | None = None) -> e.VirtualMachine:
    return vm(memory=memory, writes=dirty_bytes_per_s / PAGE, working_set=working_set or memory, distribution=Linear())


# --- Xen ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("profile", "dirty", "passes", "downtime", "total", "factor"),
    [
        (XEN_CLASSIC, 20, 6, 0.000655, 12.799836, 1.249984),
        (XEN_CLASSIC, 80, 5, 3.355443, 37.778227, 3.689280),
        (XEN_CLASSIC, 100, 4, 10.24, 51.20, 5.0),
        (XEN, 20, 5, 0.003277, 12.799181, 1.249920),
        (XEN, 80, 5, 3.355443, 37.778227, 3.689280),
        (XEN, 100, 5, 10.24, 61.44, 6.0),
    ],
)
def test_e6_xen(profile: Profile, dirty: int, passes: int, downtime: float, total: float, factor: float) -> None:
    """M = 1 GiB at 100 MiB/s, linear D: fewer than 50 pages, 30 or 5 passes, or more than three times the memory."""
    done = migrated(bare(profile), linear(GIB, dirty * MIB), 100.0 * MIB)
    assert len(done.passes) - 1 == passes
    assert done.downtime_s == pytest.approx(downtime, abs=6e-7)
    assert done.total_s == pytest.approx(total, abs=6e-7)
    assert done.sent_bytes / GIB == pytest.approx(factor, abs=6e-7)


@law
@given(st.floats(0.0, 400.0), st.floats(0.01, 1.0))
def test_e7_xen_classic_never_sends_more_than_five_times_the_memory(dirty: float, part: float) -> None:
    """M/R <= total <= (5 M - 1 page)/R, whatever the guest writes (Akoush et al., MASCOTS 2010)."""
    memory = 64 * MIB
    working_set = max(PAGE, int(memory * part))
    done = migrated(bare(XEN_CLASSIC), linear(memory, dirty * MIB, working_set), 100.0 * MIB)
    assert done.total_s is not None
    assert memory / (100.0 * MIB) <= done.total_s * (1.0 + 1e-9)
    assert done.sent_bytes <= 5 * memory * (1.0 + 1e-9)


def test_e8_the_rate_rises_until_it_may_not() -> None:
    """1 GiB with 64 MiB that 470 Mbit/s rewrite: passes at 100, then 100, 150, … 500 Mbit/s as each leaves 64 MiB less;
    the rest goes at 500: downtime 1.009317 s, total 107.620802 s, 1660.16 MiB."""
    mbit = 1e6 / 8.0
    done = migrated(bare(XEN_ADAPTIVE), linear(GIB, 470.0 * mbit, 64 * MIB), 1e9)
    assert done.downtime_s == pytest.approx(1.009317, abs=6e-7)
    assert done.total_s == pytest.approx(107.620802, abs=6e-7)
    assert done.sent_bytes / MIB == pytest.approx(1660.16, abs=5e-3)
    rates = [record.copy_bytes_per_s / mbit for record in done.passes]
    assert rates == sorted(rates)
    assert rates[0] == pytest.approx(100.0)
    assert rates[-1] == pytest.approx(500.0)


def test_e8_the_rate_rises_little_for_a_calm_guest() -> None:
    """12 MiB that 40 Mbit/s rewrite: 6 passes, then less than 256 KiB are left; 0.002062 s and 87.561949 s."""
    mbit = 1e6 / 8.0
    done = migrated(bare(XEN_ADAPTIVE), linear(GIB, 40.0 * mbit, 12 * MIB), 1e9)
    assert len(done.passes) - 1 == 6
    assert done.passes[-1].sent_bytes / 1024 == pytest.approx(125.829, abs=6e-4)
    assert done.downtime_s == pytest.approx(0.002062, abs=6e-7)
    assert done.total_s == pytest.approx(87.561949, abs=6e-7)


# --- at once ---------------------------------------------------------------


def test_stop_and_copy_is_all_downtime() -> None:
    """8 GiB at 1000 MiB/s while the VM stands still: 8.192 s, whatever it would have written."""
    done = migrated(bare(STOP_AND_COPY), linear(8 * GIB, 5000.0 * MIB), 1000.0 * MIB)
    assert done.downtime_s == pytest.approx(8.192)
    assert done.total_s == pytest.approx(8.192)
    assert done.sent_bytes == pytest.approx(8 * GIB)
    (only,) = done.passes
    assert only.stop_and_copy


def test_e22_post_copy_sends_each_page_once_and_stops_for_the_device_state() -> None:
    """8 GiB and 8 MiB of device state at 1000 MiB/s: downtime 8/1000 s and the fixed steps, total 8.2 s."""
    profile = dataclasses.replace(bare(POST_COPY), sends_device_state=True)
    guest = vm(memory=8 * GIB, writes=20_000.0, working_set=8 * GIB, distribution=Linear(), video_ram_bytes=8 * MIB)
    done = migrated(profile, guest, 1000.0 * MIB)
    device = done.sent_bytes - 8 * GIB
    assert device / MIB == pytest.approx(8.0, rel=0.1)
    assert done.downtime_s == pytest.approx(device / (1000.0 * MIB), rel=1e-9)
    assert done.total_s == pytest.approx((8 * GIB + device) / (1000.0 * MIB), rel=1e-9)
    assert done.total_s == pytest.approx(8.2, abs=2e-3)


def test_e22_faults_of_a_post_copy() -> None:
    """20 000 first touches a second, uniform over 8 GiB that arrive within 8.192 s: a M/(2 R) = 81 920 faults, each of
    0.2 ms and a page at 1000 MiB/s: 0.000204 s. They become fewer as memory arrives, and so does what they cost."""
    profile = dataclasses.replace(bare(POST_COPY), page_fault_s=0.0002)
    guest = vm(memory=8 * GIB, writes=20_000.0, working_set=8 * GIB, distribution=Linear(), cpus=16)
    running = engine(host(1), host(2), guest, profile=profile)
    running.submit(move())
    running.advance(1.0)
    assert running.phase("migration-1") is Phase.POST_COPYING
    told = next(event for event in running.events if event.text.key == "simulation.event.postCopying")
    assert told.text.args["faults"] == pytest.approx(81_920.0, rel=1e-6)
    fault_s = 0.0002 + PAGE / (1000.0 * MIB)
    assert fault_s == pytest.approx(0.000204, abs=6e-7)
    seen = []
    while running.phase("migration-1") is Phase.POST_COPYING:
        seen.append(running.status("migration-1").guest_slowdown)
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
    # In a sixteenth of the time a (1 - (k + 1/2) / 16) pages are wanted and not there, each by one of 16 vCPUs.
    waits = [20_000.0 * (1.0 - (k + 0.5) / 16) * fault_s / 16 for k in range(16)]
    assert seen[-15:] == pytest.approx([wait / (1.0 + wait) for wait in waits[1:]], rel=1e-3)


def _post_copying(**more: object) -> Engine:
    guest = vm(memory=8 * GIB, writes=20_000.0, working_set=2 * GIB, distribution=Uniform(), **more)  # type: ignore[arg-type]
    running = engine(host(1), host(2), host(3), guest, profile=POST_COPY)
    running.submit(move())
    while running.phase("migration-1") is not Phase.POST_COPYING:
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
    running.advance(running.now_s + 2.0)
    return running


def test_a_post_copied_vm_runs_at_its_destination_while_its_memory_arrives() -> None:
    running = _post_copying()
    status = running.status("migration-1")
    assert running.inventory.vms["vm-1"].host == "h-2"
    assert status.stage == 3
    assert 0.0 < status.guest_slowdown < 1.0
    picture = running.memory_map("migration-1")
    assert picture is not None
    assert float(picture.dirty.sum()) == pytest.approx(0.0, abs=1e-6)
    assert float(picture.in_flight.sum()) * PAGE == pytest.approx(status.remaining_bytes)
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.answering
    arrived = sum(parcel.arrived_bytes for parcel in status.parcels if parcel.kind == "memory")
    assert arrived == pytest.approx(8 * GIB - status.remaining_bytes, rel=1e-6)
    assert not running.submit(CancelMigration(migration="migration-1")).accepted
    done = finished(running)
    assert done.phase is Phase.COMPLETED
    assert done.remaining_bytes == pytest.approx(0.0, abs=1e-3)


def test_without_a_network_a_post_copied_guest_waits_for_it() -> None:
    running = _post_copying()
    fault = VmotionNetworkLost(host="h-1")
    running.submit(InjectFault(fault=fault))
    running.advance(running.now_s + 300.0)
    assert running.phase("migration-1") is Phase.POST_COPYING
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert not monitor.answering
    running.submit(RepairFault(fault=fault))
    done = finished(running)
    assert done.phase is Phase.COMPLETED
    assert [event.type for event in running.events].count("VmPaused") == 1
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.answering
    assert monitor.last_gap_s == pytest.approx(300.0)


@pytest.mark.parametrize("dead", ["h-1", "h-2"])
def test_a_post_copied_vm_dies_with_either_host(dead: str) -> None:
    """Half of its memory is gone: it is off, and HA starts it anew."""
    running = _post_copying()
    running.submit(InjectFault(fault=HostFailed(host=dead)))
    status = running.status("migration-1")
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.fault.rule == "simulation.postCopyLost"
    lost = running.inventory.vms["vm-1"]
    assert (lost.host, lost.power_state) == ("h-2", "poweredOff")
    running.advance(running.now_s + 120.0)
    again = running.inventory.vms["vm-1"]
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    if running.inventory.clusters["cl"].das.enabled:
        assert again.power_state == "poweredOn"
        assert again.host != dead
        assert monitor.answering
    assert not monitor.connection_open


# --- all of them ---------------------------------------------------------------


@pytest.mark.parametrize("name", sorted(PROFILES))
@pytest.mark.parametrize("kind", [Uniform(), SequentialSweep(), Linear()], ids=["uniform", "sequential", "linear"])
def test_every_profile_ends_and_is_the_same_from_any_checkpoint(name: str, kind: Uniform) -> None:
    """The same events to the end whether played at once, or from a checkpoint in each phase."""
    guest = vm(memory=GIB, writes=5000.0, working_set=256 * MIB, distribution=kind)
    places = (host(1, goodput=300.0 * MIB), host(2, goodput=300.0 * MIB))
    whole = engine(*places, guest, profile=PROFILES[name], commands=(at(0.5, move()),))
    whole.advance(1000.0)
    assert whole.phase("migration-1") is Phase.COMPLETED
    stepped = engine(*places, guest, profile=PROFILES[name], commands=(at(0.5, move()),))
    while stepped.next_event_s is not None:
        stepped.advance(stepped.next_event_s)
        stepped = Engine.restore(stepped.checkpoint())
    assert stepped.events == whole.events
    assert stepped.status("migration-1") == whole.status("migration-1")
