"""How a migration stands: values that the engine makes on reading, and that nobody can change it through."""

from __future__ import annotations

import enum
from typing import Literal

import msgspec
import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.verdict import MigrationType, Reason
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.workload import MemoryRole
from vmotion_gui.messages import Message

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.int64]


class Phase(enum.Enum):
    """Phases of a migration, in order; see `STAGE_OF` for the three stages that VMware's page tells."""

    QUEUED = "queued"
    CHECKING = "checking"
    PREPARING = "preparing"
    COPYING_DISK = "copyingDisk"
    COPYING_MEMORY = "copyingMemory"
    SWITCHOVER = "switchover"
    RESUMING = "resuming"
    POST_COPYING = "postCopying"
    CLEANING_UP = "cleaningUp"
    COMPLETED = "completed"
    ROLLING_BACK = "rollingBack"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def ended(self) -> bool:
        """Whether nothing more happens."""
        return self in (Phase.COMPLETED, Phase.FAILED, Phase.CANCELLED)


STAGE_OF: dict[Phase, int] = {
    Phase.QUEUED: 0,
    Phase.CHECKING: 1,
    Phase.PREPARING: 1,
    Phase.COPYING_DISK: 2,
    Phase.COPYING_MEMORY: 2,
    Phase.SWITCHOVER: 2,
    Phase.RESUMING: 3,
    Phase.POST_COPYING: 3,
    Phase.CLEANING_UP: 3,
    Phase.COMPLETED: 3,
}
"""Stage 1: the VM is in a stable state with its host; 2: its state is copied; 3: it resumes at the target.
Rolling back, failed and cancelled keep the stage in which they began (`MigrationStatus.stage`)."""

ItemState = Literal["pending", "running", "done", "failed", "skipped"]
StableCheck = Literal["vmConnected", "noOtherTask", "noPendingQuestion", "toolsState", "hostConnected", "compatibility"]
ParcelKind = Literal[
    "disk", "memory", "bios", "devices", "cpu", "macAddresses", "chipset", "registers", "networkConnections"
]


class CheckItem(msgspec.Struct, frozen=True, kw_only=True):
    """One line of stage 1: what is checked for a stable state."""

    check: StableCheck
    state: ItemState
    detail: Message | None = None


class Parcel(msgspec.Struct, frozen=True, kw_only=True):
    """One line of stage 2: a part of the VM's state, and how much of it has arrived.

    Memory comes as one parcel per role. For memory, `arrived_bytes` counts what is at the destination and still
    current; it falls when the guest writes pages that were sent.
    """

    kind: ParcelKind
    state: ItemState
    total_bytes: float
    arrived_bytes: float
    role: MemoryRole | None = None
    label: str = ""
    """The disk's label."""


class PassRecord(msgspec.Struct, frozen=True, kw_only=True):
    """One pass of the memory copy; the stop-and-copy at the switchover is the last one (`stop_and_copy`)."""

    index: int
    start_s: float
    duration_s: float
    pages: float
    """Pages that it had to send."""
    sent_bytes: float
    """Bytes on the wire so far (payload with page headers)."""
    copy_bytes_per_s: float
    """Mean rate of the pass."""
    dirty_bytes_per_s: float
    """Distinct bytes dirtied in the pass, per second."""
    dirtied_pages: float
    guest_slowdown: float
    """0: the guest ran freely; 1: it stood still."""
    stop_and_copy: bool = False
    ended: bool = True


DowntimePart = Literal["quiesce", "remainingPages", "deviceState", "mirrorDrain", "resume", "networkAnnounce"]


class DowntimeItem(msgspec.Struct, frozen=True, kw_only=True):
    """A part of the time in which the VM did not run; `networkAnnounce` comes after it: the VM runs, but its network
    does not know yet where."""

    part: DowntimePart
    duration_s: float


class DiskLocation(msgspec.Struct, frozen=True, kw_only=True):
    """Where a disk is before and after: "[datastore] folder/disk.vmdk"."""

    label: str
    before: str
    after: str

    @property
    def moved(self) -> bool:
        return self.before != self.after


class Holding(msgspec.Struct, frozen=True, kw_only=True):
    """What a migration holds or uses on a host or datastore; for the comparison after a rollback."""

    object: str
    cpu_reservation_mhz: float = 0.0
    memory_bytes: float = 0.0
    space_bytes: float = 0.0
    slots: float = 0.0
    """Cost by the admission model."""


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """Where the VM is, as shown before and after: host, file paths, and what is reserved for it where."""

    host: str
    config_path: str
    disk_paths: tuple[str, ...]
    holdings: tuple[Holding, ...] = ()


class MigrationStatus(msgspec.Struct, frozen=True, kw_only=True):
    """All that a window or report shows of one migration at one moment."""

    id: str
    vm: str
    spec: MigrationSpec
    type: MigrationType
    initiator: str
    source_host: str
    destination_host: str
    """Equal to the source for a Storage vMotion."""
    disks: tuple[DiskLocation, ...]
    cross_vcenter: bool
    cross_datacenter: bool
    cross_subnet: bool
    phase: Phase
    stage: int
    """1, 2 or 3; 0 while queued."""
    waits_for: tuple[str, ...] = ()
    """Ids of the hosts and datastores whose limit a queued migration waits for."""
    checks: tuple[CheckItem, ...] = ()
    parcels: tuple[Parcel, ...] = ()
    passes: tuple[PassRecord, ...] = ()
    downtime: tuple[DowntimeItem, ...] = ()
    queued_s: float
    start_s: float | None = None
    end_s: float | None = None
    progress: float | None = None
    """0 to 1, never falling; None where it is not known (queued)."""
    remaining_bytes: float = 0.0
    """Memory still to be sent, as the heat map's cells add up to."""
    sent_bytes: float = 0.0
    """All bytes on the wire so far: memory, disks, device state."""
    disk_sent_bytes: float = 0.0
    copy_bytes_per_s: float = 0.0
    dirty_bytes_per_s: float = 0.0
    """At this moment: clean pages turning dirty."""
    guest_slowdown: float = 0.0
    downtime_s: float = 0.0
    route: tuple[str, ...] = ()
    """Ids that the path of the copy goes over: source host, subnet or link ids in order, destination host."""
    fault: Reason | None = None
    """Why it failed."""
    before: Placement | None = None
    after: Placement | None = None
    """Set once it has ended: of a rolled-back one, equal to `before`."""
    holdings: tuple[Holding, ...] = ()
    """What the migration itself holds now on hosts and datastores; nothing before it prepares and after its end."""

    @property
    def total_s(self) -> float | None:
        """From start to end; None before the end."""
        return None if self.end_s is None or self.start_s is None else self.end_s - self.start_s


class MemoryMap(msgspec.Struct, frozen=True, kw_only=True):
    """The VM's memory by region, for the heat map. One entry per region, in address order.

    clean + dirty + in_flight = pages for each region; the sum of dirty and in_flight, times page_bytes, is the
    migration's `remaining_bytes`. Before the first pass all touched pages are dirty (to be sent).
    """

    page_bytes: int
    roles: tuple[MemoryRole, ...]
    role: IntArray
    """(n,) index into `roles`."""
    pages: FloatArray
    clean: FloatArray
    dirty: FloatArray
    in_flight: FloatArray
    """To be sent in the running pass, or being sent."""
    write_rate_pages_per_s: FloatArray


class Samples(msgspec.Struct, frozen=True, kw_only=True):
    """A migration's series, read-only, all of one length (n,); ascending time."""

    time_s: FloatArray
    copy_bytes_per_s: FloatArray
    dirty_bytes_per_s: FloatArray
    remaining_bytes: FloatArray
    guest_slowdown: FloatArray
    disk_copy_bytes_per_s: FloatArray


class LinkLoad(msgspec.Struct, frozen=True, kw_only=True):
    """The load of one direction of a link now."""

    link: str
    """"<host>/<vmnic>" or the network link's or datastore's id."""
    direction: Literal["tx", "rx", "read", "write", "ab", "ba"]
    capacity_bytes_per_s: float
    used_bytes_per_s: float
    """Headers included, by migrations and other traffic."""
    migrations: dict[str, float] = {}
    """Migration -> its share in bytes per second."""
    others: dict[str, float] = {}
    """Kind of other traffic -> what it gets, bytes per second."""


class ServiceMonitor(msgspec.Struct, frozen=True, kw_only=True):
    """What the VM's clients see: requests answered, and the pause at the switchover."""

    vm: str
    requests_sent: float
    requests_answered: float
    requests_delayed: float
    """Answered late, because the VM stood still when they came."""
    last_gap_s: float
    """The longest pause without an answer so far (0: none)."""
    connection_open: bool
    """Whether the clients' connections still stand."""
    answering: bool
    """Whether the VM answers at this moment."""
    latency_s: float


class Estimate(msgspec.Struct, frozen=True, kw_only=True):
    """What a migration would take, from the engine itself run ahead on a copy."""

    completes: bool
    duration_s: float
    downtime_s: float
    bytes: float
    passes: int
    convergence_ratio: float
    """Dirty-page rate over copy bandwidth at the end of the first pass, both in bytes/s; below 1 it converges."""
    guest_slowdown: float
    fault: Reason | None = None
