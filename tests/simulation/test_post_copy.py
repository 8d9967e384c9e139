"""Post-copy's own phase: who waits for what, and what is lost with whom."""

from __future__ import annotations

import dataclasses
import math

import msgspec
import pytest

from tests.simulation.worlds import GIB, MIB, PAGE, at, engine, finished, host, inventory, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import (
    ChangeSettings,
    Fault,
    HostFailed,
    InjectFault,
    Migrate,
    RepairFault,
    VmotionNetworkLost,
)
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import HotCold, Linear, Uniform
from vmotion_gui.simulation.device_state import device_state_bytes
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.comparison import POST_COPY
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.qemu import QEMU
from vmotion_gui.simulation.profiles.xen import XEN_ADAPTIVE
from vmotion_gui.simulation.status import Phase

_MBIT = 1e6 / 8.0
_GUEST = vm(memory=8 * GIB, writes=20_000.0, working_set=2 * GIB, distribution=Uniform())


def _until(running: Engine, phase: Phase) -> None:
    while running.phase("migration-1") is not phase:
        assert running.next_event_s is not None
        running.advance(running.next_event_s)


def _post_copying(*places: e.Host, guest: e.VirtualMachine = _GUEST, profile: Profile = POST_COPY) -> Engine:
    running = engine(*(places or (host(1), host(2))), guest, profile=profile)
    running.submit(move())
    _until(running, Phase.POST_COPYING)
    return running


def test_e22_to_the_printed_digits() -> None:
    """8 GiB and exactly 8 MiB of device state at 1000 MiB/s: downtime 0.008 s, total 8.2 s."""
    guest = vm(memory=8 * GIB, writes=20_000.0, working_set=8 * GIB, distribution=Linear())
    others = sum(device_state_bytes(guest).values()) - guest.video_ram_bytes
    guest = msgspec.structs.replace(guest, video_ram_bytes=round(8 * MIB - others))
    steps = ("check_s", "prepare_s", "quiesce_s", "device_state_s", "resume_s", "announce_s", "clean_up_s")
    bare = dict.fromkeys((*steps, "page_header_bytes", "zero_page_bytes"), 0)
    profile = dataclasses.replace(POST_COPY, **bare, stream_bytes_per_s=math.inf)
    running = engine(host(1), host(2), guest, profile=profile)
    running.submit(move())
    status = finished(running)
    assert status.downtime_s == pytest.approx(0.008, abs=5e-7)
    assert status.total_s == pytest.approx(8.2, abs=5e-6)
    assert status.sent_bytes == pytest.approx(8 * GIB + 8 * MIB)


def test_a_guest_waits_less_as_its_memory_arrives() -> None:
    """Most of the hot pages are asked for at once."""
    running = _post_copying(guest=vm(memory=8 * GIB, writes=40_000.0, working_set=2 * GIB, distribution=HotCold()))
    seen = []
    while running.phase("migration-1") is Phase.POST_COPYING:
        seen.append(running.status("migration-1").guest_slowdown)
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
    assert len(seen) == 16
    assert seen == sorted(seen, reverse=True)
    assert seen[0] > 2.0 * seen[8] > 0.0
    assert seen[-1] < 0.01
    record = running.status("migration-1").passes[-1]
    assert seen[-1] < record.guest_slowdown < seen[0]


def test_a_slower_network_makes_every_fault_dearer() -> None:
    """A second migration halves the rate, and a fault takes a page's time on the network: twice as long as before."""
    guests = [vm(number, memory=8 * GIB, writes=20_000.0, working_set=2 * GIB) for number in (1, 2)]
    profile = dataclasses.replace(POST_COPY, page_fault_s=0.0)
    running = engine(host(1), host(2), *guests, profile=profile)
    running.submit(move(1))
    _until(running, Phase.POST_COPYING)
    running.submit(move(2))
    before = now = running.status("migration-1")
    while now.copy_bytes_per_s > 0.6 * before.copy_bytes_per_s:
        before = now
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
        now = running.status("migration-1")
    assert before.guest_slowdown > 0.0
    assert now.guest_slowdown == pytest.approx(2.0 * before.guest_slowdown, rel=0.2)
    assert finished(running).phase is Phase.COMPLETED
    assert finished(running, "migration-2").phase is Phase.COMPLETED


@pytest.mark.parametrize("lost", ["h-1", "h-2"])
def test_device_state_does_not_go_over_a_network_that_is_away(lost: str) -> None:
    """The VM stands still and nothing has been handed over: after the network's timeout it goes on at its source."""
    guest = msgspec.structs.replace(_GUEST, video_ram_bytes=400 * MIB)
    running = engine(host(1), host(2), guest, profile=POST_COPY)
    running.submit(move())
    _until(running, Phase.SWITCHOVER)
    running.advance(running.now_s + POST_COPY.quiesce_s + 0.2)
    running.submit(InjectFault(fault=VmotionNetworkLost(host=lost)))
    status = finished(running)
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.fault.fault == "Timedout"
    assert status.after == status.before
    assert running.inventory == inventory(host(1), host(2), guest)


def test_device_state_starts_again_when_the_network_is_back_in_time() -> None:
    guest = msgspec.structs.replace(_GUEST, video_ram_bytes=400 * MIB)
    running = engine(host(1), host(2), guest, profile=POST_COPY)
    running.submit(move())
    _until(running, Phase.SWITCHOVER)
    running.advance(running.now_s + POST_COPY.quiesce_s + 0.2)
    fault = VmotionNetworkLost(host="h-1")
    running.submit(InjectFault(fault=fault))
    running.advance(running.now_s + 5.0)
    running.submit(RepairFault(fault=fault))
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.downtime_s > 5.4


def test_a_network_that_is_away_when_the_guest_resumes_pauses_it() -> None:
    """The hand-over is through; the first page that is missing is one too many."""
    running = engine(host(1), host(2), _GUEST, profile=POST_COPY)
    running.submit(move())
    _until(running, Phase.RESUMING)
    fault = VmotionNetworkLost(host="h-1")
    running.submit(InjectFault(fault=fault))
    running.advance(running.now_s + 60.0)
    status = running.status("migration-1")
    assert status.phase is Phase.POST_COPYING
    assert status.guest_slowdown == 1.0
    assert running.inventory.vms["vm-1"].host == "h-2"
    running.submit(RepairFault(fault=fault))
    done = finished(running)
    assert done.phase is Phase.COMPLETED
    told = [event.type for event in running.events]
    assert told.count("VmPaused") == 1


def test_the_charts_show_the_pause_and_no_dirty_memory() -> None:
    """Slowdown 1 and rate 0 while the network is away, less than 1 before and after; what is left only falls."""
    backend = EmbeddedBackend(Lab(inventory=inventory(host(1), host(2), _GUEST), profile="post-copy"))
    backend.submit(move())
    while backend.migrations()["migration-1"].phase is not Phase.POST_COPYING:
        backend.advance(backend.next_event_s or 0.0)
    resumed = backend.now_s
    fault = VmotionNetworkLost(host="h-2")
    backend.advance(resumed + 2.0)
    backend.submit(InjectFault(fault=fault))
    backend.advance(resumed + 12.0)
    backend.submit(RepairFault(fault=fault))
    backend.advance(resumed + 60.0)
    assert backend.migrations()["migration-1"].phase is Phase.COMPLETED
    series = backend.samples("migration-1")
    assert series is not None
    away = (series.time_s > resumed + 2.05) & (series.time_s < resumed + 11.95)
    ahead = (series.time_s > resumed + 0.05) & (series.time_s < resumed + 1.95)
    assert away.sum() > 5
    assert ahead.sum() > 5
    assert set(series.guest_slowdown[away]) == {1.0}
    assert set(series.copy_bytes_per_s[away]) == {0.0}
    assert float(series.guest_slowdown[ahead].max()) < 1.0
    following = series.remaining_bytes[series.time_s > resumed]
    assert (following[1:] <= following[:-1] + 1.0).all()
    assert not series.dirty_bytes_per_s[series.time_s > resumed].any()


def test_a_vm_that_lost_its_source_starts_again_on_the_only_host_that_is_left() -> None:
    running = _post_copying()
    running.submit(InjectFault(fault=HostFailed(host="h-1")))
    lost = running.inventory.vms["vm-1"]
    assert (lost.host, lost.power_state) == ("h-2", "poweredOff")
    running.advance(running.now_s + 120.0)
    again = running.inventory.vms["vm-1"]
    assert (again.host, again.power_state) == ("h-2", "poweredOn")
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.answering
    assert not monitor.connection_open


def test_without_ha_a_lost_vm_stays_off() -> None:
    running = _post_copying(host(1, cluster=""), host(2, cluster=""))
    running.submit(InjectFault(fault=HostFailed(host="h-1")))
    running.advance(running.now_s + 600.0)
    assert running.inventory.vms["vm-1"].power_state == "poweredOff"


@pytest.mark.parametrize("dead", ["h-1", "h-2"])
def test_the_space_of_a_lost_vms_old_files_is_given_back(dead: str) -> None:
    """Its disk is at the destination, once; nobody holds anything."""
    running = engine(host(1), host(2), _GUEST, profile=POST_COPY)
    free = sum(store.free_bytes for store in running.inventory.datastores.values())
    running.submit(move(datastore="ds-b"))
    _until(running, Phase.POST_COPYING)
    running.advance(running.now_s + 1.0)
    running.submit(InjectFault(fault=HostFailed(host=dead)))
    assert running.phase("migration-1") is Phase.FAILED
    assert sum(store.free_bytes for store in running.inventory.datastores.values()) == free
    assert running.inventory.vms["vm-1"].disks[0].datastore == "ds-b"
    assert running.holdings("migration-1") == ()
    assert running.link_loads() == []


@pytest.mark.parametrize("fault", [HostFailed(host="h-3"), VmotionNetworkLost(host="h-3")])
def test_what_happens_to_others_does_not_concern_it(fault: Fault) -> None:
    running = _post_copying(host(1), host(2), host(3))
    running.submit(InjectFault(fault=fault))
    assert finished(running).phase is Phase.COMPLETED


def test_a_hybrid_ends_the_sources_throttle_with_the_hand_over() -> None:
    """QEMU slows a guest that writes too much at its source; at its destination only missing pages do."""
    profile = dataclasses.replace(QEMU, auto_converge=True, post_copy_start_s=12.0, max_bandwidth_bytes_per_s=2e8)
    guest = vm(memory=GIB, writes=200_000.0, working_set=512 * MIB, distribution=Uniform(), cpus=4)
    running = engine(host(1), host(2), guest, profile=profile)
    running.submit(move())
    running.advance(11.0)
    assert running.status("migration-1").guest_slowdown >= 0.2 - 1e-9
    _until(running, Phase.POST_COPYING)
    pre_copied = sum(record.sent_bytes for record in running.status("migration-1").passes)
    left = running.status("migration-1").remaining_bytes
    last = 1.0
    while running.phase("migration-1") is Phase.POST_COPYING:
        last = running.status("migration-1").guest_slowdown
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.passes[-1].pages * PAGE == pytest.approx(left)
    assert last < 0.2
    assert status.sent_bytes > pre_copied + left


def test_a_vm_without_touched_memory_is_there_as_soon_as_it_runs() -> None:
    profile = dataclasses.replace(POST_COPY, zero_page_bytes=0)
    running = engine(host(1), host(2), vm(memory=GIB, touched_memory_bytes=0), profile=profile)
    running.submit(move())
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.passes[-1].sent_bytes == 0.0


# --- Xen's adaptive rate, what a person may change ---------------------------------------------------------------


def _rates(running: Engine) -> list[int]:
    """Mbit/s of each pass but the last."""
    return [round(record.copy_bytes_per_s / _MBIT) for record in finished(running).passes[:-1]]


_WRITER = vm(memory=GIB, writes=470 * _MBIT / PAGE, working_set=64 * MIB, distribution=Linear())


def test_a_limit_of_the_migration_itself_is_the_adaptive_rates_maximum() -> None:
    running = engine(host(1), host(2), _WRITER, profile=XEN_ADAPTIVE)
    spec = msgspec.structs.replace(move().spec, max_bandwidth_bytes_per_s=200 * _MBIT)
    running.submit(Migrate(spec=spec))
    assert max(_rates(running)) == 200
    assert running.status("migration-1").passes[-1].copy_bytes_per_s == pytest.approx(200 * _MBIT, rel=1e-6)


def test_settings_that_change_in_a_run_leave_the_running_pass_its_rate() -> None:
    """The greatest rate becomes another one within the first pass: that one still goes at 100 Mbit/s."""
    change = ChangeSettings(settings=ProfileSettings(max_bandwidth_bytes_per_s=250 * _MBIT))
    running = engine(host(1), host(2), _WRITER, profile=XEN_ADAPTIVE, commands=(at(10.0, change),))
    running.submit(move())
    rates = _rates(running)
    assert rates[0] == 100
    assert 240 < max(rates) <= 250
