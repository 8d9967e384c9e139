"""An estate as it was built: edits that came before anything was asked of it are part of it."""

from __future__ import annotations

import contextlib

import msgspec

from vmotion_gui.inventory.changes import apply_all
from vmotion_gui.inventory.commands import EditInventory
from vmotion_gui.inventory.lab import Lab


def settled(lab: Lab) -> Lab:
    """The lab with the edits at the beginning of its journal done: who has built an estate and opens it again finds it
    whole at time 0, not growing. What comes after the first other command stays in the journal, at its time. An edit
    that the estate refused then changes nothing now either."""
    inventory, first = lab.inventory, 0
    for timed in lab.commands:
        if not isinstance(timed.command, EditInventory):
            break
        with contextlib.suppress(KeyError, msgspec.ValidationError):
            inventory = apply_all(inventory, timed.command.changes)
        first += 1
    return msgspec.structs.replace(lab, inventory=inventory, commands=lab.commands[first:])
