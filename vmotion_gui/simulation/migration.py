"""The state of one migration. Its arrays and tuples are replaced, never changed in place: a shallow copy is a
snapshot.
"""

from __future__ import annotations

import copy
import math

import msgspec

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.simulation.admission import Resource
from vmotion_gui.simulation.exposure import Exposure
from vmotion_gui.simulation.loops.loop import LoopState
from vmotion_gui.simulation.memory import MemoryCopy
from vmotion_gui.simulation.plan import Plan
from vmotion_gui.simulation.routes import Route
from vmotion_gui.simulation.status import (
    DiskLocation,
    DowntimeItem,
    Holding,
    MigrationStatus,
    PassRecord,
    Phase,
    Placement,
)
from vmotion_gui.simulation.storage import DiskCopy


class FileCopy(msgspec.Struct, frozen=True, kw_only=True):
    """A file that is on its way."""

    index: int
    """Which of the plan's transfers."""
    flow: int
    """0 once the migration has gone wrong."""
    copy: DiskCopy
    due_s: float = math.inf
    """When it is through at the present rate."""


class Migration(msgspec.Struct, kw_only=True):
    """One migration, from the command that asked for it to its end."""

    id: str
    number: int
    spec: MigrationSpec
    initiator: str
    plan: Plan
    before: Placement
    vm_name: str
    disks_shown: tuple[DiskLocation, ...] = ()
    queued_s: float
    phase: Phase = Phase.QUEUED
    phase_since_s: float = 0.0
    stage: int = 0
    start_s: float | None = None
    end_s: float | None = None
    lacking: tuple[Resource, ...] = ()
    """The resources that it waits for while it is queued."""
    progress_floor: float = 0.0

    # due events: the sequence number of the heap entry that counts, 0 for none
    timer: int = 0
    done: int = 0
    done_at_s: float = 0.0
    """The time of that entry; the copy may end later than it says."""
    due_s: float = 0.0
    """When the copy ends."""
    slowed: bool = False
    """Whether its copy has become slower since that was told."""
    stall: int = 0
    workload: int = 0
    limit: int = 0
    wake: int = 0
    """What the hypervisor's loop asked for."""
    timer_since_s: float = 0.0
    """When the running timed step began."""

    # checks
    failed_check: int | None = None
    """Index of the check that says no, known from the beginning of the phase."""
    cautions: tuple[Reason, ...] = ()

    # transport
    route: Route | None = None
    flow: int = 0
    """The flow of the running copy of memory; 0 for none. Files have flows of their own."""
    copy_limit_bytes_per_s: float = math.inf
    """What the copy of its memory is held to besides what its way allows."""
    cold_route: Route | None = None
    """The way of cold files in a live migration between hosts."""
    mirrors: tuple[tuple[int, int], ...] = ()
    """Flows of the mirrored writes of disks that are copied, each with the index of its transfer."""
    mirror_sent_bytes: float = 0.0
    mirror_since_s: float = 0.0
    stalled: bool = False
    """An injected fault lets the switchover's last pages not pass."""

    # disk
    files: tuple[FileCopy, ...] = ()
    """Those that are on their way."""
    files_done: tuple[int, ...] = ()
    """Indices of the transfers that are through."""
    disk_sent_bytes: float = 0.0
    """Sent by files that are through."""

    # memory
    clock: Exposure | None = None
    memory: MemoryCopy | None = None
    loop: LoopState | None = None
    """What the hypervisor's loop remembers."""
    rest_follows: bool = False
    """Post-copy: what is left goes after the guest has resumed at its destination."""
    paused: bool = False
    """Post-copy: the guest waits for the network."""
    throttle: float = 0.0
    cpu_share: float = 1.0
    trace_cost: float = 0.0
    """Share of its speed that the guest loses because its writes are noticed."""
    phase_shift_s: float = 0.0
    """How far its workload's phases are ahead of the simulated time."""
    io_share: float = 1.0
    """Share of its disk writes that the guest gets through while they are mirrored."""
    pass_index: int = 0
    pass_start_s: float = 0.0
    passes: tuple[PassRecord, ...] = ()
    memory_sent_bytes: float = 0.0
    """On the wire by passes that are through."""

    # switchover and end
    stun_s: float | None = None
    downtime: tuple[DowntimeItem, ...] = ()
    downtime_end_s: float | None = None
    announced: bool = False
    """Whether its network knows where it is now."""
    device_bytes: float = 0.0
    device_arrived: bool = False
    handed_over: bool = False
    """The destination has confirmed: it owns the VM. Nothing leads back."""
    holdings: tuple[Holding, ...] = ()
    slots: dict[Resource, float] = {}
    """What it takes of the admission's limits, by (kind, id)."""
    admitted: bool = False
    fault: Reason | None = None
    cancelled: bool = False
    final: MigrationStatus | None = None
    """Its last status, once it has ended."""

    @property
    def disk(self) -> FileCopy | None:
        """One of the files that are on their way; None if none is."""
        return self.files[0] if self.files else None

    def copy(self) -> Migration:
        """An independent migration; one that has ended never changes again and stands for itself."""
        return self if self.final is not None else copy.copy(self)
