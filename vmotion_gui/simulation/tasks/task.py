"""The state of one task of a host, and what is told of a task. A task is replaced, never changed in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.commands import VsanMode
from vmotion_gui.messages import Message

TaskKind = Literal["enterMaintenanceMode", "exitMaintenanceMode"]
StoreTaskKind = Literal["enterDatastoreMaintenanceMode", "exitDatastoreMaintenanceMode"]
TaskState = Literal["running", "success", "error", "canceled"]
"""vSphere's `TaskInfo.state` without "queued", and with the end that a person asked for apart."""
BlockerKind = Literal[
    "recommended",
    "alone",
    "noDrs",
    "vmDrsDisabled",
    "failover",
    "noHost",
    "capacity",
    "rule",
    "failed",
    "migrating",
]
"""Why a VM does not leave by itself; "recommended" and "migrating": it will, once a person or time lets it."""
StoreBlockerKind = Literal["recommended", "noStorageDrs", "noDatastore", "template", "image", "failed", "migrating"]
"""The same of a VM whose files are on a datastore that is to be empty."""


class Blocker(msgspec.Struct, frozen=True, kw_only=True):
    """One VM that keeps its host or datastore from maintenance mode."""

    vm: str
    kind: BlockerKind | StoreBlockerKind
    text: Message
    """The sentence that an administrator reads."""
    cure: Message
    """What to do about it."""
    host: str = ""
    """Where DRS recommends to move it, or where it is going; empty: nowhere."""
    datastore: str = ""
    """Where Storage DRS recommends to move its files, or where they are going; empty: nowhere."""
    reasons: tuple[Reason, ...] = ()
    """What stands against the other hosts, the first of each rule."""


class VsanMove(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a VM's data that goes to another host."""

    vm: str
    size_bytes: int
    host: str


class HostTask(msgspec.Struct, frozen=True, kw_only=True):
    """A task of a host, from the command that asked for it to its end."""

    id: str
    kind: TaskKind
    host: str
    initiator: str
    start_s: float
    end_s: float | None = None
    state: TaskState = "running"
    fault: Reason | None = None
    evacuate_powered_off: bool = False
    vsan_mode: VsanMode = "ensureObjectAccessibility"
    timeout_s: float = 0.0
    timeout_due: int = 0
    """Sequence number of the heap's entry for its timeout; 0: none."""
    run_due: int = 0
    """Sequence number of the heap's entry for the next look at its VMs; 0: none."""
    run_at_s: float = 0.0
    """When that is."""
    pending: tuple[str, ...] = ()
    """VMs that the present look has not come to."""
    found: tuple[Blocker, ...] = ()
    """What it has found so far."""
    data: tuple[VsanMove, ...] | None = None
    """What of its vSAN data goes where, once no VM is in the way; None: not yet known."""
    data_since_s: float = 0.0
    data_bytes_per_s: float = 1.0
    data_due: int = 0
    """Sequence number of the heap's entry for the end of that; 0: none."""
    leaving: tuple[str, ...] = ()
    """The VMs that had to leave when it began, and those that came later."""
    left: int = 0
    """How many of them were gone when it ended."""
    moves: Mapping[str, str] = {}
    """VM -> the last migration that was asked for it."""
    failures: Mapping[str, int] = {}
    """VM -> how often its migration has failed."""
    blockers: tuple[Blocker, ...] = ()
    """What stood against those that did not leave, when they were last looked at."""


class TaskStatus(msgspec.Struct, frozen=True, kw_only=True):
    """A task of a host or datastore as it stands now."""

    id: str
    kind: TaskKind | StoreTaskKind
    host: str = ""
    """Empty: it is a task of a datastore."""
    datastore: str = ""
    initiator: str
    state: TaskState
    progress: float
    """0 to 1."""
    start_s: float
    end_s: float | None
    timeout_s: float
    """0: it waits for ever."""
    leaving: int
    """VMs that had to leave."""
    left: int
    """Those of them that are gone."""
    blockers: tuple[Blocker, ...]
    """The VMs that are there, and why; those that are on their way too."""
    evacuate_powered_off: bool = False
    vsan_mode: VsanMode = "ensureObjectAccessibility"
    fault: Reason | None = None
    """Why it failed or was cancelled."""
    data_bytes: float = 0.0
    """Of vSAN's data, what has to go to other hosts; known once no VM is in the way."""
    data_moved_bytes: float = 0.0
    moves: tuple[str, ...] = ()
    """The last migration that was asked for each VM."""

    @property
    def target(self) -> str:
        """The host or datastore that it is about."""
        return self.host or self.datastore

    @property
    def enters(self) -> bool:
        """Whether it empties what it is about."""
        return self.kind in ("enterMaintenanceMode", "enterDatastoreMaintenanceMode")

    @property
    def ended(self) -> bool:
        """Whether it has come to its end, good or bad."""
        return self.state != "running"

    @property
    def recommendations(self) -> tuple[Blocker, ...]:
        """The moves that DRS recommends and a person has to apply."""
        return tuple(blocker for blocker in self.blockers if blocker.kind == "recommended")
