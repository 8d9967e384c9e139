"""Where a plan's move begins and ends, as people read it: hosts, or datastores where a plan empties those."""

from __future__ import annotations

from collections.abc import Callable

from vmotion_gui.planning.maintenance.plan import Move

Named = Callable[[str], str]
"""From an id to a name."""


def source_text(move: Move, named: Named) -> str:
    """What the move leaves."""
    return ", ".join(map(named, move.from_datastores)) if move.from_datastores else named(move.source)


def target_text(move: Move, named: Named) -> str:
    """Where it goes; a datastore that the files of a VM on its way to a host come to in brackets."""
    if move.to_datastores:
        return ", ".join(map(named, move.to_datastores))
    host = named(move.spec.host or move.source)
    return f"{host} [{named(move.spec.datastore)}]" if move.spec.datastore else host
