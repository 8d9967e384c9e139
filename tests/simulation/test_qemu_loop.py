"""QEMU's loop: what it does besides reproducing recordings (test_recorded_migrations.py)."""

from __future__ import annotations

import dataclasses

import pytest

from tests.simulation.worlds import GIB, MIB, PAGE, host, inventory, vm
from vmotion_gui.inventory.commands import ChangeSettings, InjectFault, Migrate, MigrationSpec, RepairFault
from vmotion_gui.inventory.commands import VmotionNetworkLost as NetworkLost
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Linear, Uniform
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.qemu import QEMU
from vmotion_gui.simulation.status import MigrationStatus, Phase

IDEAL = dataclasses.replace(
    QEMU,
    max_bandwidth_bytes_per_s=1000.0 * MIB,
    page_header_bytes=0,
    window_delay_s=0.0,
    copying_speed=1.0,
    throttle_yield=1.0,
    stream_bytes_per_s=1000.01 * MIB,
    prepare_s=0.0,
    quiesce_s=0.0,
    device_state_s=0.0,
    resume_s=0.0,
)
"""The rules without what was measured."""


def started(machine: VirtualMachine, profile: Profile, goodput: float = 1000.02 * MIB) -> Engine:
    """An engine with one migration that has begun."""
    running = Engine(Lab(inventory=inventory(host(1, goodput=goodput), host(2, goodput=goodput), machine)), profile)
    running.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="h-2")))
    return running


def ended(running: Engine, within_s: float = 1000.0) -> MigrationStatus:
    running.advance(within_s)
    status = running.status("migration-1")
    assert status.phase.ended
    return status


def throttles(running: Engine) -> list[tuple[float, float]]:
    """(time, percent) of every step."""
    return [(event.time_s, event.text.args["percent"]) for event in running.events if event.type == "GuestThrottled"]


@pytest.mark.parametrize(("periods", "total_s"), [(2, 64.793697), (3, 86.091714)])
def test_auto_converge_as_the_fluid_model_has_it(periods: int, total_s: float) -> None:
    """16 GiB at 1000 MiB/s, 3 GiB hot, 4000 MiB/s dirtied, 0.3 s: the fluid loop takes 64.79 s, 86.09 s with the older
    three-period rule, and reaches 90 %. It keeps a window less than the threshold unsent; windows keep up to that."""
    machine = vm(memory=16 * GIB, writes=4000.0 * MIB / PAGE, working_set=3 * GIB, distribution=Linear())
    profile = dataclasses.replace(IDEAL, auto_converge=True, auto_converge_periods=periods)
    running = started(machine, profile)
    status = ended(running)
    assert status.total_s == pytest.approx(total_s, rel=0.035)
    assert [percent for _, percent in throttles(running)] == pytest.approx([20, 30, 40, 50, 60, 70, 80, 90])
    assert 0.2 < status.downtime_s < 0.31


def test_without_auto_converge_the_same_guest_is_never_slowed() -> None:
    machine = vm(memory=16 * GIB, writes=4000.0 * MIB / PAGE, working_set=3 * GIB, distribution=Linear())
    running = started(machine, dataclasses.replace(IDEAL, time_limit_s=100.0))
    status = ended(running)
    assert status.phase is Phase.CANCELLED
    assert status.total_s == pytest.approx(100.0, abs=0.01)
    assert not throttles(running)
    assert running.inventory.vms["vm-1"].host == "h-1"


def test_tail_slow_takes_no_more_than_is_needed() -> None:
    """Steps of 30 % are cut to where dirtying would meet the trigger: 80 % turns out to be too much."""
    machine = vm(memory=4 * GIB, writes=600_000.0, working_set=2 * GIB, distribution=Uniform())
    profile = dataclasses.replace(IDEAL, auto_converge=True, throttle_increment=0.3)
    fast, slow = started(machine, profile), started(machine, dataclasses.replace(profile, throttle_tail_slow=True))
    assert ended(fast).phase is ended(slow).phase is Phase.COMPLETED
    steps, plain = ([percent for _, percent in throttles(running)] for running in (slow, fast))
    assert plain == pytest.approx([20.0, 50.0, 80.0])
    assert steps[:2] == pytest.approx([20.0, 50.0])
    assert 50.0 < steps[2] < 80.0


def test_a_dirty_limit_slows_the_writer_from_the_start() -> None:
    """1000 MiB/s dirtied by two vCPUs held to 100 MiB/s each: the guest runs at a fifth."""
    machine = vm(memory=4 * GIB, writes=1000.0 * MIB / PAGE, working_set=3 * GIB, distribution=Uniform(), cpus=2)
    running = started(machine, dataclasses.replace(IDEAL, dirty_limit_bytes_per_s=100.0 * MIB))
    running.advance(1.0)
    assert running.status("migration-1").guest_slowdown == pytest.approx(0.8)
    assert ended(running).phase is Phase.COMPLETED


def test_xbzrle_sends_changes_of_pages_in_its_cache() -> None:
    """A sweep over 256 MiB: from the second pass on, what a cache of 128 MiB holds of it costs 512 bytes a page. The
    dirty pages that go over once more are the last stage's."""
    machine = vm(memory=2 * GIB, writes=65_536.0, working_set=256 * MIB)
    plain, cached = started(machine, IDEAL), started(machine, dataclasses.replace(IDEAL, xbzrle_cache_bytes=128 * MIB))
    whole, less = ended(plain).passes, ended(cached).passes
    assert less[0].sent_bytes == pytest.approx(whole[0].sent_bytes)
    assert less[-1].sent_bytes == pytest.approx(whole[-1].sent_bytes * (0.5 + 0.5 * 512 / 4096), rel=0.05)
    assert dataclasses.replace(IDEAL, xbzrle_cache_bytes=128 * MIB).saved_page_bytes(65_536.0) == 0.5 * (4096 - 512)


def test_parallel_channels_push_more_than_one_stream() -> None:
    """multifd: two channels of 100 MiB/s each."""
    one = dataclasses.replace(IDEAL, stream_bytes_per_s=100.0 * MIB)
    for profile, rate in ((one, 100.0), (dataclasses.replace(one, multifd_channels=2), 200.0)):
        running = started(vm(memory=4 * GIB), profile)
        running.advance(1.0)
        assert running.status("migration-1").copy_bytes_per_s == pytest.approx(rate * MIB)


def test_post_copy_sends_what_is_left_once_after_the_guest_has_resumed() -> None:
    machine = vm(memory=2 * GIB, writes=2000.0 * MIB / PAGE, working_set=GIB, distribution=Uniform())
    running = started(machine, dataclasses.replace(IDEAL, post_copy_start_s=3.0), goodput=500.0 * MIB)
    status = ended(running)
    assert status.phase is Phase.COMPLETED
    resumed = next(event.time_s for event in running.events if event.type == "VmResumed")
    assert 3.0 <= resumed <= 3.2
    assert status.downtime_s < 0.05
    rest = status.passes[-1]
    assert rest.start_s >= resumed
    assert rest.sent_bytes == pytest.approx(rest.pages * PAGE)
    assert not rest.stop_and_copy


def test_post_copy_waits_for_its_network() -> None:
    """The guest runs at the destination already: there is no way back, so it pauses until the network works again."""
    machine = vm(memory=2 * GIB, writes=2000.0 * MIB / PAGE, working_set=GIB, distribution=Uniform())
    running = started(machine, dataclasses.replace(IDEAL, post_copy_start_s=3.0), goodput=500.0 * MIB)
    running.advance(3.5)
    assert running.inventory.vms["vm-1"].host == "h-2"
    running.submit(InjectFault(fault=NetworkLost(host="h-1")))
    running.advance(60.0)
    assert not running.status("migration-1").phase.ended
    running.submit(RepairFault(fault=NetworkLost(host="h-1")))
    assert ended(running).phase is Phase.COMPLETED


def test_bandwidth_and_downtime_limit_can_be_changed_in_mid_run() -> None:
    machine = vm(memory=4 * GIB, writes=300.0 * MIB / PAGE, working_set=2 * GIB, distribution=Uniform())
    running = started(machine, dataclasses.replace(IDEAL, max_bandwidth_bytes_per_s=100.0 * MIB))
    running.advance(10.0)
    running.submit(ChangeSettings(settings=ProfileSettings(max_bandwidth_bytes_per_s=500.0 * MIB)))
    assert running.status("migration-1").copy_bytes_per_s == pytest.approx(500.0 * MIB, rel=0.01)
    running.submit(ChangeSettings(settings=ProfileSettings(switchover_goal_s=2.0)))
    status = ended(running)
    assert status.phase is Phase.COMPLETED
    assert 0.3 < status.downtime_s < 2.0


def test_a_pass_of_many_windows_is_one_event() -> None:
    """64 s at 128 MiB/s are 640 windows, of which none is stepped through."""
    running = started(vm(memory=8 * GIB), QEMU)
    steps = 0
    while running.busy and (due := running.next_event_s) is not None:
        running.advance(due, max_events=1)
        steps += 1
    assert running.status("migration-1").phase is Phase.COMPLETED
    assert steps < 40


@pytest.mark.parametrize("limit_s", [0.0, 0.001, 0.05])
def test_small_downtime_limits_act_as_a_window(limit_s: float) -> None:
    """What fits into one window goes at once, and the log is read within milliseconds: it ends, with next to nothing
    left; with a limit of 0 only where nothing at all is left."""
    machine = vm(memory=GIB, writes=0.0 if limit_s == 0.0 else 20_000.0, working_set=256 * MIB, distribution=Uniform())
    running = started(machine, dataclasses.replace(QEMU, switchover_goal_s=limit_s, time_limit_s=120.0))
    status = ended(running)
    assert status.phase is Phase.COMPLETED
    assert status.downtime_s < 0.02


def test_touched_memory_alone_is_sent_and_zero_pages_are_told_of() -> None:
    """2 GiB of which half is zero: 9 bytes and 0.5 microseconds a page."""
    running = started(vm(memory=2 * GIB, touched_memory_bytes=GIB), QEMU)
    status = ended(running)
    zero = GIB / PAGE
    assert sum(record.sent_bytes for record in status.passes) == pytest.approx(GIB / PAGE * 4104 + zero * 9, rel=1e-6)
    assert status.total_s == pytest.approx(GIB / PAGE * 4104 / (128 * MIB) + zero * 0.5e-6, rel=0.02)
