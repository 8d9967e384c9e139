"""Which hypervisor's rules a lab runs by, and what of its defaults the lab changes."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from vmotion_gui.inventory import quantities as q

ProfileName = Literal["vsphere", "qemu", "xen", "xen-classic", "xen-adaptive", "stop-and-copy", "post-copy", "simgrid"]
"""vsphere: vMotion with SDPS. qemu: QEMU/KVM's loop. xen: since 4.6; xen-classic: before; xen-adaptive: the rising rate
of 2005. stop-and-copy and post-copy: for comparison. simgrid: SimGrid's algorithm, to hold the engine against it."""


TrackingBytes = Annotated[int, msgspec.Meta(ge=4096, le=1 << 30, multiple_of=4096)]
"""The size of a unit of dirty tracking: whole pages, up to 1 GiB."""


SettingName = Literal[
    "switchover_goal_s", "max_bandwidth_bytes_per_s", "max_concurrent_per_source", "streams_per_adapter"
]
"""Settings that can be taken back while a lab runs."""


class ProfileSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """What a lab changes of its profile's defaults; None leaves the default. Settings that a profile does not know
    change nothing."""

    switchover_goal_s: q.Seconds | None = None
    """The rest must be sendable within this time (vSphere's switchover goal, QEMU's downtime-limit, SimGrid's
    max_downtime)."""
    max_switchover_s: q.Seconds | None = None
    """A switchover that takes longer fails, and the VM goes on at its source."""
    max_bandwidth_bytes_per_s: q.Bandwidth | None = None
    """What one migration sends at most (QEMU's max-bandwidth)."""
    auto_converge: bool | None = None
    """QEMU: slow the guest's vCPUs when it dirties memory faster than it is sent."""
    auto_converge_periods: q.PositiveCount | None = None
    """QEMU: after how many periods of too much dirtying the throttle rises: 2, or 3 as older versions did."""
    throttle_initial: q.OpenFraction | None = None
    throttle_increment: q.OpenFraction | None = None
    throttle_max: q.OpenFraction | None = None
    throttle_trigger: q.PositiveFraction | None = None
    """QEMU: share of the bytes sent in a period that, dirtied in it, counts as too much."""
    throttle_tail_slow: bool | None = None
    """QEMU: the last steps of the throttle are no longer than needed."""
    dirty_limit_bytes_per_s: q.Rate | None = None
    """QEMU: most that each vCPU may dirty per second; 0: no limit."""
    multifd_channels: q.Count | None = None
    """QEMU: number of parallel channels; 0: one stream."""
    xbzrle_cache_bytes: q.Bytes | None = None
    """QEMU: cache of pages sent before, against which changes are sent; 0: off."""
    post_copy_start_s: q.Seconds | None = None
    """QEMU: seconds after the start of the copy from when on the VM is resumed at the destination before all of its
    memory is there."""
    time_limit_s: q.Seconds | None = None
    """A migration that has not ended after so long is cancelled; 0: no limit."""
    min_bandwidth_bytes_per_s: q.Bandwidth | None = None
    """Adaptive Xen: the first pass's rate."""
    bandwidth_step_bytes_per_s: q.Bandwidth | None = None
    """Adaptive Xen: by how much a pass is faster than the last one's dirty-page rate."""
    working_set_fraction: q.PositiveFraction | None = None
    """SimGrid: most of the memory that can be dirty at the end of a transfer."""
    stage_timeout_s: q.Seconds | None = None
    """SimGrid: after so long the passes end."""
    max_concurrent_per_source: q.Count | None = None
    """Migrations that leave one host at a time, instead of vCenter's limits; 0: no limit."""
    streams_per_adapter: q.Count | None = None
    """Streams that one pair of adapters opens; 0: as the release does, from 7.0 U2 on by their speed."""
    tracking_bytes: TrackingBytes | None = None
    """Memory is sent again in units of this size when any of it was written: 4 KiB, as hypervisors split large pages
    for the time of a migration, or more to see why they do."""
    random_pages: bool | None = None
    """Draw how many pages are dirtied instead of taking the expected count: runs with different seeds differ."""
