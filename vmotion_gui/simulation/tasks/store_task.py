"""The state of one task of a datastore. A task is replaced, never changed in place."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.simulation.tasks.task import Blocker, StoreTaskKind, TaskState


class StoreTask(msgspec.Struct, frozen=True, kw_only=True):
    """A task of a datastore, from the command that asked for it to its end."""

    id: str
    kind: StoreTaskKind
    datastore: str
    initiator: str
    start_s: float
    end_s: float | None = None
    state: TaskState = "running"
    fault: Reason | None = None
    run_due: int = 0
    """Sequence number of the heap's entry for the next look at its VMs; 0: none."""
    run_at_s: float = 0.0
    """When that is."""
    pending: tuple[str, ...] = ()
    """VMs that the present look has not come to."""
    found: tuple[Blocker, ...] = ()
    """What it has found so far."""
    leaving: tuple[str, ...] = ()
    """The VMs that had to leave when it began, and those that came later."""
    left: int = 0
    """How many of them were gone when it ended."""
    moves: Mapping[str, str] = {}
    """VM -> the last migration that was asked for it."""
    failures: Mapping[str, int] = {}
    """VM -> how often its migration has failed."""
    recommended: Mapping[str, MigrationSpec] = {}
    """VM -> what Storage DRS recommends and a person has to apply."""
    blockers: tuple[Blocker, ...] = ()
    """What stood against those that did not leave, when they were last looked at."""
