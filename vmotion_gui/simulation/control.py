"""What acts by itself in simulated time, as a service beside vCenter would: put in from above, asked at its times.

A controller is asked when a branch reaches one of its times for the first time. What it asks for goes into the branch's
journal like everybody's commands, so that going back and on again repeats it, and a lab loaded again plays it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from vmotion_gui.inventory.commands import Command
from vmotion_gui.simulation.engine import Engine


class Controller(Protocol):
    """Decides from the engine's present state alone: the same state gives the same commands."""

    @property
    def period_s(self) -> float:
        """It is asked at every multiple of so many simulated seconds, but not at 0."""

    @property
    def initiator(self) -> str:
        """Its name in the journal."""

    def commands(self, engine: Engine) -> Sequence[Command]:
        """What it asks for now. Changes nothing in `engine`."""
