"""Free space on datastores as migrations use it and give it back."""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.inventory.changes import Change, FieldsChanged
from vmotion_gui.inventory.commands import DatastoreFull
from vmotion_gui.simulation.core import Core


def is_full(core: Core, datastore: str) -> bool:
    """Whether others have filled the datastore by an injected fault."""
    return any(
        isinstance(active.fault, DatastoreFull) and active.fault.datastore == datastore for active in core.state.faults
    )


def space_changes(core: Core, amounts: Iterable[tuple[str, int]]) -> tuple[Change, ...]:
    """The changes that add to datastores' free bytes (negative: use them).

    What becomes free on a datastore that others fill is theirs at once; the fault remembers it for the
    repair.
    """
    total: dict[str, int] = {}
    for datastore, amount in amounts:
        total[datastore] = total.get(datastore, 0) + amount
    changes: list[Change] = []
    for datastore, amount in total.items():
        entity = core.state.inventory.datastores.get(datastore)
        if entity is None or amount == 0:
            continue
        if is_full(core, datastore):
            _remember(core, datastore, amount)
            continue
        free = min(entity.capacity_bytes, max(0, entity.free_bytes + amount))
        changes.append(FieldsChanged(id=datastore, fields={"free_bytes": free}))
    return tuple(changes)


def _remember(core: Core, datastore: str, amount: int) -> None:
    core.state.faults = tuple(
        active._replace(filled_bytes=active.filled_bytes + amount)
        if isinstance(active.fault, DatastoreFull) and active.fault.datastore == datastore
        else active
        for active in core.state.faults
    )
