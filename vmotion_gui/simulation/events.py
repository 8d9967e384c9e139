"""What the engine tells: events in order of time and sequence."""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.messages import Message

Level = Literal["info", "warning", "error"]


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """Something that happened at a simulated time.

    `type` is the vSphere event class where one fits ("VmBeingHotMigratedEvent", "VmMigratedEvent",
    "VmFailedMigrateEvent", "VmRelocatedEvent", …), else the engine's own: "PhaseStarted", "PassStarted", "PassEnded",
    "SwitchoverStarted", "VmStunned", "VmResumed", "RarpSent", "GuestThrottled", "FaultInjected", "FaultRepaired",
    "RollbackStarted", "RollbackEnded", "CommandAccepted", "CommandRefused", "InventoryEdited".
    """

    sequence: int
    """0, 1, 2, … without a gap, over the whole run."""
    time_s: float
    type: str
    level: Level
    text: Message
    migration: str = ""
    vm: str = ""
    host: str = ""
    objects: tuple[str, ...] = ()
    """Ids of everything that it is about."""
    milestone: bool = False
    """Whether "step to the next event" stops here (phases, passes, switchover, faults; not bookkeeping)."""
