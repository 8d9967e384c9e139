"""What the wizard's pages write into and read from."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vmotion_gui.gui.context import Context
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.handover.page import Window
from vmotion_gui.planning.maintenance.plan import Options, Plan
from vmotion_gui.simulation.engine import Checkpoint, Engine
from vmotion_gui.simulation.forecast import Range


class Found(msgspec.Struct, frozen=True):
    """What planning gave: the plan, how long it takes in runs with other seeds, and what else could be had."""

    plan: Plan
    duration: Range | None
    others: tuple[tuple[Plan, Range | None], ...] = ()
    """Plans for other objectives, as far as they are other plans, with their ranges."""

    def choosing(self, index: int) -> Found:
        """The same with one of the others in front."""
        plan, duration = self.others[index]
        rest = (*self.others[:index], *self.others[index + 1 :])
        return Found(plan, duration, ((self.plan, self.duration), *rest))


class Draft:
    """The choices, and what came of them."""

    def __init__(
        self, context: Context, lab: Lab, hosts: Sequence[str] = (), datastores: Sequence[str] | None = None
    ) -> None:
        """`datastores`: it is about these, ticked at first; None: it is about hosts."""
        self.context = context
        self.lab = lab
        self.hosts = tuple(hosts)
        self.options = Options()
        self.of_stores = datastores is not None
        self.datastores = tuple(datastores or ())
        self.store_options = StoreOptions()
        self.window: Window | None = None
        self.found: Found | None = None

    @property
    def emptied(self) -> tuple[str, ...]:
        """The hosts or datastores that have to be empty."""
        return self.datastores if self.of_stores else self.hosts

    @property
    def how(self) -> Options | StoreOptions:
        """How they are to be emptied."""
        return self.store_options if self.of_stores else self.options

    def present_lab(self) -> Lab:
        """The estate as it is now, with nothing running, by the lab's rules."""
        return msgspec.structs.replace(self.lab, inventory=self.context.session.inventory, commands=())

    def choose(self, **choices: object) -> None:
        """Other choices: what was planned is of no use any more."""
        for name, value in choices.items():
            if getattr(self, name) != value:
                setattr(self, name, value)
                if name != "window":
                    self.found = None


def moment_of(lab: Lab, now_s: float) -> Checkpoint:
    """The moment at which a plan begins: workloads follow the clock."""
    engine = Engine(lab)
    engine.advance(now_s)
    return engine.checkpoint()
