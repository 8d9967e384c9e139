"""What differs between hypervisors while memory is copied: one loop each, behind this protocol."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from vmotion_gui.simulation.core import Core
    from vmotion_gui.simulation.migration import Migration


class LoopState:
    """Base of what a loop remembers of one migration: a frozen value, so that a checkpoint can share it."""

    __slots__ = ()


class Loop(Protocol):
    """The decisions of a hypervisor. It has no state of its own: `migration.loop` remembers.

    The verbs for it are in `simulation/memory_copy.py` (`begin_pass`, `end_pass`, `set_throttle`, `limit_copy`) and
    `core.enter` (on to `Phase.SWITCHOVER`).
    """

    ends_with_pass: bool
    """Whether it decides only when all of a pass is across, so that a slower copy never makes it decide earlier."""

    def begin(self, core: Core, migration: Migration) -> None:
        """Memory is about to be copied: `migration.clock` runs, the flow exists, `migration.memory` holds the first
        pass. Must begin a pass, or go on to the switchover."""

    def decision_s(self, core: Core, migration: Migration) -> float:
        """When the running pass comes to its next decision, at the present rate and only if nothing else happens;
        infinite while nothing moves. Asked again after every change of the rate, but for one that only delays it."""

    def decide(self, core: Core, migration: Migration) -> None:
        """That time has come: go on copying, slow the guest, switch over, …"""

    def woken(self, core: Core, migration: Migration) -> None:
        """A time has come that the loop asked for with `core.wake`; the copy goes on meanwhile."""

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The guest stands still, and what remains in `migration.memory` may go. False if it goes after the guest has
        resumed at the destination (post-copy). May lift the copy's limit for the last stage."""
