"""What the wizard's pages write into and read from."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import msgspec

from vmotion_gui.gui.context import Context
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.handover.page import Window
from vmotion_gui.planning.maintenance.decisions import (
    Decision,
    DecisionError,
    Prepared,
    open_decisions,
    prepare,
    suggested,
)
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

    def noted(self, prepared: Prepared) -> Found:
        """The same plans, with what comes before them."""
        others = tuple((prepared.noted(plan), duration) for plan, duration in self.others)
        return Found(prepared.noted(self.plan), self.duration, others)


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
        self.one_by_one = False
        """Whether the hosts are emptied one after the other, so that each can take VMs while it is another's turn."""
        self.decisions: dict[str, Decision] = {}
        """VM -> what a person has decided for it."""
        self.window: Window | None = None
        self.found: Found | None = None

    @property
    def emptied(self) -> tuple[str, ...]:
        """The hosts or datastores that have to be empty: of hosts, those on which no VM is to be left as it is."""
        if self.of_stores:
            return self.datastores
        try:
            return self.prepared().hosts
        except DecisionError:
            return ()

    @property
    def how(self) -> Options | StoreOptions:
        """How they are to be emptied."""
        return self.store_options if self.of_stores else self.options

    def present_lab(self) -> Lab:
        """The estate as it is now, with nothing running, by the lab's rules."""
        return msgspec.structs.replace(self.lab, inventory=self.context.session.inventory, commands=())

    @property
    def held(self) -> dict[str, Decision]:
        """The decisions that still can be carried out in the estate as it is now."""
        inventory = self.context.session.inventory
        return {
            id_: decision
            for id_, decision in self.decisions.items()
            if id_ in inventory.vms
            and inventory.vms[id_].host in self.hosts
            and decision in open_decisions(inventory.vms[id_])
        }

    def suggest(self, blocked: Collection[str]) -> dict[str, Decision]:
        """The mildest decision for each of these VMs, which cannot leave as they are."""
        checker = self.context.session.checker()
        turns = [(host,) for host in self.hosts] if self.one_by_one else [self.hosts]
        found: dict[str, Decision] = {}
        for hosts in turns:
            here = [id_ for id_ in blocked if checker.inventory.vms[id_].host in hosts]
            found |= suggested(checker, hosts, self.options, here) if here else {}
        return found

    def prepared(self) -> Prepared:
        """What the decisions come to in the estate as it is now, as far as they still can be. DecisionError if no host
        is left to be emptied."""
        inventory = self.context.session.inventory
        return prepare(inventory, tuple(host for host in self.hosts if host in inventory.hosts), self.held)

    def prepared_lab(self) -> Lab:
        """The present lab, with what the decisions come to."""
        lab = self.present_lab()
        return msgspec.structs.replace(lab, inventory=self.prepared().applied(lab.inventory))

    def decide(self, decisions: dict[str, Decision]) -> None:
        """Decide for some VMs: what was planned is of no use any more."""
        self.decisions |= decisions
        self.found = None

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
