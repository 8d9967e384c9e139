"""Laws of every hypervisor's way of copying memory: it ends, within its published bounds, and a way back leads where it
came from."""

from __future__ import annotations

import dataclasses
import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import worlds
from tests.simulation.laws import law
from tests.simulation.worlds import GIB, MIB, PAGE
from vmotion_gui.inventory.commands import CancelMigration, Command, HostFailed, InjectFault, VmotionNetworkLost
from vmotion_gui.inventory.workload import Distribution, HotCold, Linear, SequentialSweep, Uniform
from vmotion_gui.simulation.device_state import device_state_bytes
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.comparison import POST_COPY, STOP_AND_COPY
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.qemu import QEMU
from vmotion_gui.simulation.profiles.table import PROFILES
from vmotion_gui.simulation.profiles.xen import XEN, XEN_ADAPTIVE, XEN_CLASSIC
from vmotion_gui.simulation.status import MigrationStatus, Phase

_MBIT = 1e6 / 8.0
_DISTRIBUTIONS: st.SearchStrategy[Distribution] = st.sampled_from(
    [Uniform(), HotCold(), Linear(), SequentialSweep(start_page=0)]
)
_HYBRID = dataclasses.replace(QEMU, name="qemu hybrid", post_copy_start_s=0.5)
_ALL = [*PROFILES.values(), _HYBRID]


def _bare(profile: Profile) -> Profile:
    """Without fixed steps, headers and device state."""
    steps = ("check_s", "prepare_s", "quiesce_s", "device_state_s", "resume_s", "announce_s", "clean_up_s")
    nothing = dict.fromkeys((*steps, "page_header_bytes", "zero_page_bytes"), 0)
    return dataclasses.replace(
        profile, **nothing, sends_device_state=False, stream_bytes_per_s=math.inf, reserves_cpu=False, regions=32
    )


def _engine(profile: Profile, goodput: float, memory: int, writes: float, part: float, kind: Distribution) -> Engine:
    guest = worlds.vm(memory=memory, writes=writes, working_set=int(part * memory), distribution=kind)
    hosts = [worlds.host(number, goodput=goodput) for number in (1, 2)]
    running = worlds.engine(*hosts, guest, profile=profile)
    assert running.submit(worlds.move()).accepted
    return running


def _pages(status: MigrationStatus) -> float:
    return sum(record.sent_bytes for record in status.passes) / PAGE


@law
@given(st.integers(1, 4096), st.floats(0.0, 4.0), st.floats(0.01, 1.0), _DISTRIBUTIONS)
def test_xen_classic_keeps_the_published_bounds(mib: int, dirty: float, part: float, kind: Distribution) -> None:
    """Akoush et al. 2010: M/R <= total <= 5 M/R and downtime <= M/R, whatever is written. Xen asks for "more than three
    times the memory", so at most 3 M, one more pass of M and a last copy of M."""
    goodput, memory = 125e6, mib * MIB
    status = worlds.finished(_engine(_bare(XEN_CLASSIC), goodput, memory, dirty * goodput / PAGE, part, kind))
    least = memory / goodput
    assert status.phase is Phase.COMPLETED
    assert status.total_s is not None
    assert least * (1.0 - 1e-6) <= status.total_s <= 5.0 * least * (1.0 + 1e-6)
    assert status.downtime_s <= least * (1.0 + 1e-6)
    assert memory / PAGE * (1.0 - 1e-9) <= _pages(status) <= 5.0 * memory / PAGE * (1.0 + 1e-9)
    assert len(status.passes) <= 30 + 1


def test_e7_the_published_bounds_are_reached() -> None:
    """1 GiB at 125e6 B/s: 8.589935 s for an idle guest; 5 M/R = 42.949673 s for one that writes all of its memory in
    each pass, one page more than published."""
    idle = worlds.finished(_engine(_bare(XEN_CLASSIC), 125e6, GIB, 0.0, 1.0, Linear()))
    assert idle.total_s == pytest.approx(8.589935, abs=6e-7)
    wild = worlds.finished(_engine(_bare(XEN_CLASSIC), 125e6, GIB, 1e5, 1.0, Linear()))
    assert wild.total_s == pytest.approx(42.949673, abs=6e-7)


@law
@given(st.floats(0.0, 4.0), st.floats(0.01, 1.0), _DISTRIBUTIONS)
def test_xen_since_46_sends_at_most_five_passes_and_the_rest(dirty: float, part: float, kind: Distribution) -> None:
    status = worlds.finished(_engine(_bare(XEN), 125e6, GIB, dirty * 125e6 / PAGE, part, kind))
    assert status.phase is Phase.COMPLETED
    assert len(status.passes) <= 5 + 1
    assert _pages(status) <= 6.0 * GIB / PAGE * (1.0 + 1e-9)


@law
@given(st.floats(0.0, 700.0), st.integers(1, 256), _DISTRIBUTIONS)
def test_the_adaptive_rate_ends_and_keeps_its_limits(dirty: float, mib: int, kind: Distribution) -> None:
    """A rate of D + 50 lets each pass be D/(D + 50) of the one before; D is at most 450, so 256 MiB are below 256 KiB
    after ln(1024) / ln(500/450) = 66 passes, besides those in which the rate rises."""
    status = worlds.finished(_engine(_bare(XEN_ADAPTIVE), 1e9, GIB, dirty * _MBIT / PAGE, mib / 1024, kind))
    assert status.phase is Phase.COMPLETED
    rates = [record.copy_bytes_per_s / _MBIT for record in status.passes if record.duration_s > 1e-6]
    assert all(100.0 * (1.0 - 1e-6) <= rate <= 500.0 * (1.0 + 1e-6) for rate in rates)
    assert len(status.passes) <= 66 + 12


@law
@given(st.integers(1, 64 * 1024), st.floats(0.0, 1e6), _DISTRIBUTIONS)
def test_stop_and_copy_is_all_downtime_whatever_is_written(mib: int, writes: float, kind: Distribution) -> None:
    status = worlds.finished(_engine(_bare(STOP_AND_COPY), 1e9, mib * MIB, writes, 0.5, kind))
    assert status.phase is Phase.COMPLETED
    assert status.downtime_s == pytest.approx(mib * MIB / 1e9, rel=1e-6)
    assert status.total_s == pytest.approx(status.downtime_s, rel=1e-9)
    assert [record.stop_and_copy for record in status.passes] == [True]


@law
@given(st.integers(1, 64 * 1024), st.floats(0.0, 1e6), st.floats(0.01, 1.0), _DISTRIBUTIONS)
def test_post_copy_sends_each_page_once_whatever_is_written(
    mib: int, writes: float, part: float, kind: Distribution
) -> None:
    """bytes = M + device, total = (M + device)/R, downtime = device/R; at most as many faults as pages."""
    profile = dataclasses.replace(_bare(POST_COPY), sends_device_state=True)
    running = _engine(profile, 1e9, mib * MIB, writes, part, kind)
    device = sum(device_state_bytes(running.inventory.vms["vm-1"]).values())
    status = worlds.finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.sent_bytes == pytest.approx(mib * MIB + device, rel=1e-9)
    assert status.total_s == pytest.approx((mib * MIB + device) / 1e9, rel=1e-6)
    assert status.downtime_s == pytest.approx(device / 1e9, rel=1e-6)
    told = next(event for event in running.events if event.text.key == "simulation.event.postCopying")
    faults = told.text.args["faults"]
    assert isinstance(faults, float)
    assert 0.0 <= faults <= mib * MIB / PAGE * (1.0 + 1e-9)
    assert all(0.0 <= record.guest_slowdown < 1.0 for record in status.passes)


@law
@given(st.sampled_from(_ALL), st.floats(0.0, 60_000.0), _DISTRIBUTIONS, st.lists(st.floats(0.01, 1.5), max_size=12))
def test_progress_never_falls(profile: Profile, writes: float, kind: Distribution, steps: list[float]) -> None:
    running = _engine(profile, 300.0 * MIB, GIB, writes, 0.25, kind)
    seen = 0.0
    for step in steps:
        running.advance(running.now_s + step)
        progress = running.status("migration-1").progress
        assert progress is not None
        assert seen <= progress <= 1.0
        seen = progress


_STRIKES: list[Command] = [
    InjectFault(fault=VmotionNetworkLost(host="h-1")),
    InjectFault(fault=VmotionNetworkLost(host="h-2")),
    InjectFault(fault=HostFailed(host="h-2")),
    CancelMigration(migration="migration-1"),
]


@law
@given(st.sampled_from(_ALL), st.floats(0.0, 6.0), st.sampled_from(_STRIKES), _DISTRIBUTIONS)
def test_until_the_hand_over_every_way_back_leads_to_the_source(
    profile: Profile, when: float, strike: Command, kind: Distribution
) -> None:
    """Before the destination has confirmed: the VM runs at its source, and the estate is what it was but for the fault.
    After it: the VM is at the destination, whatever happens to the rest of its memory."""
    running = _engine(profile, 300.0 * MIB, GIB, 20_000.0, 0.25, kind)
    before = running.inventory.vms["vm-1"]
    running.advance(when)
    running.submit(strike)
    over = any(event.type == "VmResumed" and event.host == "h-2" for event in running.events)
    running.advance(when + 2000.0)
    status, after = running.status("migration-1"), running.inventory.vms["vm-1"]
    if status.phase is Phase.COMPLETED or over:
        assert after.host in ("h-1", "h-2")
        assert over or after.host == "h-2"
        return
    if status.phase is Phase.POST_COPYING:
        assert (after.host, status.guest_slowdown) == ("h-2", 1.0)
        return
    assert status.phase in (Phase.FAILED, Phase.CANCELLED)
    assert after == before
    assert status.after == status.before
    assert running.holdings("migration-1") == ()
    assert running.link_loads() == []


@law
@given(st.sampled_from(_ALL), st.floats(0.0, 8.0), _DISTRIBUTIONS)
def test_a_copy_of_any_moment_goes_on_to_the_same_end(profile: Profile, when: float, kind: Distribution) -> None:
    """Same events, same status, to the last bit; and the run itself, slice by slice or not, is the same."""
    whole = _engine(profile, 300.0 * MIB, GIB, 20_000.0, 0.25, kind)
    whole.advance(500.0)
    sliced = _engine(profile, 300.0 * MIB, GIB, 20_000.0, 0.25, kind)
    sliced.advance(when)
    copy = Engine.restore(sliced.checkpoint())
    for running in (sliced, copy):
        running.advance(500.0)
        assert msgspec.json.encode(running.events) == msgspec.json.encode(whole.events)
        assert running.status("migration-1") == whole.status("migration-1")
