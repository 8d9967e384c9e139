"""An edit of one entity as changes of the estate, with the space that its disks take."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, EntityPut, EntityRemoved, FieldsChanged, apply_all
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation.files import footprint


def edited(inventory: Inventory, after: e.Entity) -> tuple[Change, ...]:
    """The changes that make an entity of the estate what a form says; none if nothing is different."""
    before = inventory.get(after.id)
    if before is None:
        return with_space(inventory, [EntityPut.of(after)])
    fields = {
        name: as_in_document(getattr(after, name))
        for name in before.__struct_fields__
        if getattr(before, name) != getattr(after, name)
    }
    return with_space(inventory, [FieldsChanged(id=after.id, fields=fields)]) if fields else ()


def with_space(inventory: Inventory, changes: Sequence[Change]) -> tuple[Change, ...]:
    """The changes, and what they take of datastores or give back to them. Where a change itself says how much is free
    on a datastore, that stands."""
    after = apply_all(inventory, changes)
    touched = dict.fromkeys(id_ for change in changes if (id_ := _touched(change)))
    taken: dict[str, int] = {}
    for id_ in touched:
        for estate, sign in ((inventory, -1), (after, 1)):
            vm = estate.vms.get(id_)
            for store, size_bytes in (footprint(estate, vm) if vm is not None else {}).items():
                taken[store] = taken.get(store, 0) + sign * size_bytes
    said = {change.id for change in changes if isinstance(change, FieldsChanged) and "free_bytes" in change.fields}
    return (*changes, *_spaces(after, {store: size for store, size in taken.items() if store not in said}))


def _touched(change: Change) -> str:
    match change:
        case EntityPut(entity=entity):
            return str(entity.get("id", ""))
        case EntityRemoved(id=id_) | FieldsChanged(id=id_):
            return id_
        case _:
            return ""


def _spaces(after: Inventory, taken: dict[str, int]) -> Iterable[Change]:
    for id_, size_bytes in taken.items():
        store = after.datastores.get(id_)
        if store is not None and size_bytes:
            free = min(store.capacity_bytes, store.free_bytes - size_bytes)
            yield FieldsChanged(id=id_, fields={"free_bytes": free})


def no_space(inventory: Inventory, changes: Iterable[Change]) -> Message | None:
    """Why the changes cannot be made, if a datastore has not the space for them."""
    for change in changes:
        if isinstance(change, FieldsChanged) and change.fields.get("free_bytes", 0) < 0:
            store = inventory.datastores[change.id]
            return message("building.noSpace", datastore=store.name, missing=-change.fields["free_bytes"])
    return None


def as_in_document(value: Any) -> Any:
    """A field's value as it stands in the lab document."""
    return msgspec.json.decode(msgspec.json.encode(value))
