"""What the hypervisor decides, as constants: when copying stops, how the guest is slowed, what fixed steps
cost.

Sources: [R] and [D] as in the project's model notes: read in a source, derived. "assumed": no source gives
the figure; it
is a round number of the right order, and a person may change it without touching the model.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Literal

PAGE_BYTES = 4096
GBIT = 1e9 / 8.0
"""Bytes per second of one Gbit/s."""

LoopName = Literal["passes", "threshold", "simgrid"]
StopRule = Literal["switchoverGoal", "downtimeLimit", "fewPages"]
DirtyTracking = Literal["atSync", "afterOwnSend"]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """One hypervisor's constants. Times in seconds, sizes in bytes, rates in bytes per second."""

    name: str

    # memory copy
    loop: LoopName
    """Which of the loops (`simulation/loops/`) decides."""
    stop_rule: StopRule
    dirty_tracking: DirtyTracking
    """atSync: the dirty bitmap is read and cleared at the start of a pass, so a page written before its own
    turn is sent
    again. afterOwnSend: a page's trace is armed again when the page is sent, so only later writes count."""
    switchover_goal_s: float
    """The rest must be sendable within this time."""
    page_header_bytes: int
    zero_page_bytes: int
    min_pass_s: float = 0.0
    """A pass lasts at least this long (the loop's own period)."""
    max_passes: int | None = None
    few_pages: float = 0.0
    """fewPages: stop when fewer pages than this are dirty, or after `max_passes`."""
    throttles: bool = False
    throttle_margin: float = 0.9
    """Dirtying is held to this share of the copy's rate."""
    max_throttle: float = 0.999
    max_switchover_s: float = 100.0
    speed_limit_bytes_per_s: float = math.inf

    # fixed steps
    check_s: float
    prepare_s: float
    quiesce_s: float
    device_state_s: float
    """Writing and reading the checkpoint, besides its transfer."""
    resume_s: float
    clean_up_s: float
    roll_back_s: float
    network_timeout_s: float = 20.0

    # transport
    stream_bytes_per_s: float = 15.0 * GBIT
    """What one stream helper moves."""
    stream_gbit: float = 15.0
    automatic_streams_since: tuple[int, int, int] | None = (7, 0, 2)
    window_bytes: float = 0.5e6
    """Socket buffer, unless it is sized to the round trip (licence "longdistance")."""
    nfc_bytes_per_s: float = 1.3 * GBIT
    mirror_share: float = 0.5
    """Most of the destination's bandwidth that mirrored guest writes take; the guest is slowed to it."""


VSPHERE = Profile(
    name="vsphere",
    loop="passes",
    stop_rule="switchoverGoal",
    # [D] a traced page is armed again as it is sent; the model's largest single choice.
    dirty_tracking="afterOwnSend",
    switchover_goal_s=0.5,  # [R] Broadcom KB 436882
    page_header_bytes=8,  # assumed, as QEMU's
    zero_page_bytes=8,  # assumed: a zero page is marked, not sent
    throttles=True,  # [R] SDPS, yellow-bricks 2012
    throttle_margin=0.9,  # [D] migration model, section 4.3
    max_switchover_s=100.0,  # [R] vmotion.maxSwitchoverSeconds, Broadcom KB 314376
    check_s=1.2,  # assumed
    prepare_s=1.5,  # assumed
    quiesce_s=0.02,  # assumed
    device_state_s=0.04,  # assumed; with the rest below 1 s of stun (mysticmarvin.eu)
    resume_s=0.1,  # assumed
    clean_up_s=0.8,  # assumed
    roll_back_s=0.5,  # assumed
    network_timeout_s=20.0,  # assumed: Migrate.NetworkTimeout
    stream_bytes_per_s=15.0 * GBIT,  # [R] VMware, vSphere 7.0 U2
    automatic_streams_since=(7, 0, 2),  # [R]
    window_bytes=0.5e6,  # [R] yellow-bricks 2011, Metro vMotion
    nfc_bytes_per_s=1.3 * GBIT,  # [R] VMware, Unified Data Transport
)

QEMU = Profile(
    name="qemu",
    loop="threshold",
    stop_rule="downtimeLimit",
    dirty_tracking="atSync",  # [R] migration/ram.c
    switchover_goal_s=0.3,  # [R] downtime-limit, migration/options.c
    page_header_bytes=8,  # [R] 4104 bytes a page
    zero_page_bytes=9,  # [R]
    min_pass_s=0.1,  # [R] BUFFER_DELAY
    throttles=False,  # [R] auto-converge is off by default
    check_s=0.2,  # assumed
    prepare_s=0.5,  # assumed
    quiesce_s=0.005,  # assumed
    device_state_s=0.01,  # assumed
    resume_s=0.02,  # assumed
    clean_up_s=0.2,  # assumed
    roll_back_s=0.1,  # assumed
    stream_bytes_per_s=15.0 * GBIT,  # assumed equal to a vSphere stream
    automatic_streams_since=None,
    speed_limit_bytes_per_s=128.0 * 2**20,  # [R] MAX_THROTTLE
)

XEN = Profile(
    name="xen",
    loop="passes",
    stop_rule="fewPages",
    dirty_tracking="atSync",
    switchover_goal_s=0.0,
    page_header_bytes=8,  # a page frame number each
    zero_page_bytes=8,  # assumed: an unpopulated page is a number only
    max_passes=5,  # [R] SPP_MAX_ITERATIONS
    few_pages=50.0,  # [R] SPP_TARGET_DIRTY_COUNT
    check_s=0.2,  # assumed
    prepare_s=0.5,  # assumed
    quiesce_s=0.01,  # assumed
    device_state_s=0.01,  # assumed
    resume_s=0.05,  # assumed
    clean_up_s=0.2,  # assumed
    roll_back_s=0.1,  # assumed
    automatic_streams_since=None,
)

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (VSPHERE, QEMU, XEN)}
