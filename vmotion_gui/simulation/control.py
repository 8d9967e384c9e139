"""What acts by itself in simulated time, as a service beside vCenter would: put in from above, asked at its times.

A controller is asked when a branch reaches one of its times for the first time. What it asks for goes into the branch's
journal like everybody's commands, so that going back and on again repeats it, and a lab loaded again plays it.
"""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Protocol

from vmotion_gui.inventory.commands import Command
from vmotion_gui.simulation.engine import Engine

Thinking = Generator[object, None, Sequence[Command]]
"""The steps of a controller; what it returns is what it asks for."""


class Controller(Protocol):
    """Decides from the engine's present state alone: the same state gives the same commands."""

    @property
    def period_s(self) -> float:
        """It is asked at every multiple of so many simulated seconds, but not at 0."""

    @property
    def initiator(self) -> str:
        """Its name in the journal."""

    def steps(self, engine: Engine) -> Thinking:
        """What it asks for now, in steps for callers that have other things to do in between. Changes nothing in
        `engine`, whose state is the same from the first step to the last."""
