"""What the hypervisor decides, as constants: when copying stops, how the guest is slowed, what fixed steps cost.

The profiles say where each figure is from: [R] read in a source, [D] derived. "assumed": no source gives the figure; it
is a round number of the right order, and a person may change it without touching the model.
"""

from __future__ import annotations

import dataclasses
import math
from typing import Literal

PAGE_BYTES = 4096
GBIT = 1e9 / 8.0
"""Bytes per second of one Gbit/s."""

LoopName = Literal["passes", "adaptive", "threshold", "stopAndCopy", "postCopy", "simgrid"]
StopRule = Literal["switchoverGoal", "downtimeLimit", "fewPages", "risingRate"]
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
    max_passes: int | None = None
    few_pages: float = 0.0
    """fewPages: stop when fewer pages than this are dirty, or after `max_passes`."""
    max_memory_factor: float | None = None
    """fewPages: stop when more than so many times the memory has been sent."""
    page_fault_s: float = 0.0002
    """Post-copy: what a page fault takes besides the network (assumed)."""
    throttles: bool = False
    throttle_margin: float = 0.9
    """Dirtying is held to this share of the copy's rate."""
    max_throttle: float = 0.999
    max_switchover_s: float = 100.0
    max_bandwidth_bytes_per_s: float = math.inf
    """What one migration sends at most while the guest runs."""
    tracking_bytes: int = PAGE_BYTES
    """What is sent again when any of it was written; the "pages" of a run are units of this size."""
    regions: int = 256
    """Into how many regions of at most equal size a VM's memory is divided; groups and roles make a few more."""
    random_pages: bool = False
    """Draw how many pages are dirtied, instead of taking the expected count."""
    time_limit_s: float = 0.0
    """A migration that has not ended after so long is cancelled; 0: no limit."""

    # xen-adaptive
    min_bandwidth_bytes_per_s: float = 0.0
    bandwidth_step_bytes_per_s: float = 0.0

    # what tracking writes costs the guest
    trace_install_s_per_page: float = 0.0
    loose_trace_install_s_per_page: float = 0.0
    trace_fault_s: float = 0.0
    """A write to a traced page takes so much longer."""
    reserves_cpu: bool = False
    """Whether the host sets CPU aside for its migrations, by the speed of its vMotion network."""

    # qemu
    window_s: float = 0.1
    """What the bandwidth allows in such a time goes at once, then the sender sleeps."""
    window_delay_s: float = 0.0
    """How much later than asked for it wakes."""
    burst_bytes_per_s: float = math.inf
    """How fast it goes then."""
    iteration_s: float = 0.05
    """Where it does not sleep, it compares what is left with the threshold after so long …"""
    iteration_pages: int = 64
    """… seen at every so many pages."""
    zero_page_s: float = 0.0
    """What it takes to find that a page is zero."""
    throttle_yield: float = 1.0
    """A guest throttled by p runs at this times 1 - p."""
    copying_speed: float = 1.0
    """Share of its full speed at which a guest runs while it is copied."""
    auto_converge: bool = False
    auto_converge_periods: int = 2
    auto_converge_period_s: float = 1.0
    throttle_initial: float = 0.2
    throttle_increment: float = 0.1
    throttle_max: float = 0.99
    throttle_trigger: float = 0.5
    throttle_tail_slow: bool = False
    dirty_limit_bytes_per_s: float = 0.0
    multifd_channels: int = 0
    """Parallel channels, each a stream of its own; 0: one stream."""
    xbzrle_cache_bytes: int = 0
    """Cache of pages that were sent, against which changes are sent; 0: off."""
    xbzrle_page_bytes: float = 512.0
    """What a page costs that is in it: a few changes (assumed)."""
    post_copy_start_s: float | None = None

    # simgrid
    working_set_fraction: float = 1.0
    stage_timeout_s: float = math.inf
    max_concurrent_per_source: int | None = None
    """Migrations that leave one host at a time, instead of vCenter's limits; 0: no limit, None: vCenter's."""
    checks_rules: bool = True
    """Whether the table of rules is asked before a migration starts."""
    sends_device_state: bool = True
    acknowledgement_delays: float = 0.0
    """One-way delays until the source knows that the VM has resumed."""

    # fixed steps
    check_s: float
    prepare_s: float
    quiesce_s: float
    device_state_s: float
    """Writing and reading the checkpoint, besides its transfer."""
    resume_s: float
    announce_s: float = 0.0
    """From the VM's resuming until its network knows where it is; its clients wait so much longer."""
    clean_up_s: float
    roll_back_s: float
    network_timeout_s: float = 20.0

    # transport
    stream_bytes_per_s: float = 15.0 * GBIT
    """What one stream helper moves."""
    stream_gbit: float = 15.0
    protocol_headers: bool = True
    """Whether Ethernet, IP and TCP headers take their part of the links."""
    encryption_cycles_per_byte: float = 0.0
    """What encrypted vMotion takes of a core at each end, and so what one stream gets through."""
    streams_per_adapter: int = 0
    """Streams that one pair of adapters opens; 0: as the release does."""
    automatic_streams_since: tuple[int, int, int] | None = (7, 0, 2)
    window_bytes: float = 0.5e6
    """Socket buffer, unless it is sized to the round trip (licence "longdistance")."""
    nfc_bytes_per_s: float = 1.3 * GBIT
    udt_bytes_per_s: float = 80.0 * GBIT
    parallel_disks: int = 4
    """Files of one migration that go at a time, between distinct datastores (Hogan, vSphere 5.1, Storage vMotion)."""
    mirror_share: float = 0.5
    """Most of the destination's bandwidth that mirrored guest writes take; the guest is slowed to it."""

    @property
    def page_bytes(self) -> float:
        """A page on the wire."""
        return float(self.tracking_bytes + self.page_header_bytes)

    def saved_page_bytes(self, pages: float) -> float:
        """What XBZRLE saves of each of so many pages that were sent before, on average: those in its cache go as
        changes (QEMU, docs/xbzrle.txt)."""
        if pages <= 0.0:
            return 0.0
        hits = min(1.0, self.xbzrle_cache_bytes / (pages * self.tracking_bytes))
        return hits * max(0.0, self.page_bytes - self.xbzrle_page_bytes)

    def guest_speed(self, throttle: float) -> float:
        """Share of its full speed at which a guest throttled by this share runs while it is copied."""
        return min(self.copying_speed, self.throttle_yield * (1.0 - throttle))
