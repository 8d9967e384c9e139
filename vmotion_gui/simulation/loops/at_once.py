"""No passes: the VM stops at once, and its memory goes while it stands still or after it has resumed."""

from __future__ import annotations

import math

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase


class StopAndCopy:
    """See `Loop`. All of the memory is the rest."""

    ends_with_pass = False

    def begin(self, core: Core, migration: Migration) -> None:
        """Stop the VM."""
        core.enter(migration, Phase.SWITCHOVER)

    def decision_s(self, core: Core, migration: Migration) -> float:
        """There is none."""
        return math.inf

    def decide(self, core: Core, migration: Migration) -> None:
        """There is nothing to decide."""

    def woken(self, core: Core, migration: Migration) -> None:
        """Nothing is asked for."""

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The memory goes while the guest stands still."""
        return True


class PostCopy(StopAndCopy):
    """See `Loop`. The guest resumes with its device state alone; its memory follows it (Hines & Gopalan, VEE 2009)."""

    def begin_rest(self, core: Core, migration: Migration) -> bool:
        """The memory goes after the guest has resumed; the device state takes what the way gives from now on."""
        core.share_links()
        return False
