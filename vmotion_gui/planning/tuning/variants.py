"""The same migration in two to four ways, each alone and from the same moment: what is put side by side."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Literal

from vmotion_gui.inventory.commands import EditInventory, MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.tuning.knobs import Move, turn
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.table import PROFILES
from vmotion_gui.simulation.trial import Trial

SetName = Literal["ways", "sdps", "speeds", "hypervisors"]
SETS: tuple[SetName, ...] = ("ways", "sdps", "speeds", "hypervisors")
_GBIT_PER_S = (1, 10, 25, 100)
_MOST_S = 1200.0
"""What has not ended then has no end in sight: nobody waits so long in front of a chart."""


@dataclasses.dataclass(frozen=True)
class Variant:
    """One way: its name, and how to play it."""

    name: Message
    begin: Callable[[], Trial]
    """A trial of which nothing has been played yet."""


def set_name(name: SetName) -> Message:
    """What a set of variants is called."""
    return Message(f"compare.{name}.name")


def variants(name: SetName, inventory: Inventory, rules: Profile, move: Move, seed: int = 0) -> tuple[Variant, ...]:
    """The variants of a set. `rules` are those in force; sets that are about vMotion take them if they are vMotion's,
    else its own. Nothing but this migration runs; its VM is where it is in `inventory`."""
    ours = rules if rules.name == "vsphere" else PROFILES["vsphere"]

    def one(message_: Message, profile: Profile, gbit_per_s: int = 0) -> Variant:
        return Variant(message_, lambda: _trial(inventory, profile, move, gbit_per_s, seed))

    match name:
        case "ways":
            return (
                one(message("compare.variant.preCopy"), ours),
                one(message("compare.variant.postCopy"), PROFILES["post-copy"]),
                one(message("compare.variant.stopAndCopy"), PROFILES["stop-and-copy"]),
            )
        case "sdps":
            return (
                one(message("compare.variant.withSdps"), dataclasses.replace(ours, throttles=True)),
                one(message("compare.variant.withoutSdps"), dataclasses.replace(ours, throttles=False)),
            )
        case "speeds":
            return tuple(one(message("compare.variant.gbe", gbit=gbit), ours, gbit) for gbit in _GBIT_PER_S)
        case "hypervisors":
            return (
                one(message("compare.variant.vsphere"), ours),
                one(message("compare.variant.qemu"), PROFILES["qemu"]),
                one(message("compare.variant.xen"), PROFILES["xen"]),
            )


def _trial(inventory: Inventory, profile: Profile, move: Move, gbit_per_s: int, seed: int) -> Trial:
    if gbit_per_s:
        command = turn(inventory, profile, move, "bandwidth", gbit_per_s * 1e9)
        assert isinstance(command, EditInventory), "an adapter is part of the estate"
        for change in command.changes:
            inventory = change.apply(inventory)
    engine = Engine(Lab(inventory=inventory, seed=seed), profile)
    return Trial(engine, MigrationSpec(vm=move.vm, host=move.destination), most_s=_MOST_S)
