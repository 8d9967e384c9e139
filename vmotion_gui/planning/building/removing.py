"""Removing objects: what goes along with them, what is left without them, and what stands against it.

As in vSphere, what contains other things takes them along, and a datastore or network that is in use by what stays
cannot be removed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, EntityPut, EntityRemoved
from vmotion_gui.inventory.editing.rewriting import rewritten
from vmotion_gui.inventory.estate import COLLECTION_OF, Inventory
from vmotion_gui.inventory.validation.references import REFERENCES, Reference, values_at
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.building.editing import with_space

_CONTAINED: frozenset[tuple[type[Any], str]] = frozenset(
    {
        (e.Datacenter, "vcenter"),
        (e.Folder, "parent"),
        (e.Cluster, "datacenter"),
        (e.ResourcePool, "parent"),
        (e.Switch, "datacenter"),
        (e.PortGroup, "switch"),
        (e.NetworkLink, "a"),
        (e.NetworkLink, "b"),
        (e.DatastoreCluster, "datacenter"),
        (e.Datastore, "datacenter"),
        (e.Host, "datacenter"),
        (e.Host, "cluster"),
        (e.VirtualMachine, "host"),
    }
)
"""References to what contains an object: without it, the object goes, too."""

_IN_USE: frozenset[tuple[type[Any], str]] = frozenset(
    {
        (e.Host, "vmk_adapters[].portgroup"),
        (e.VirtualMachine, "config_datastore"),
        (e.VirtualMachine, "disks[].datastore"),
        (e.VirtualMachine, "nics[].portgroup"),
    }
)
"""References to what is used: it cannot be removed from under its user."""


class Removal(NamedTuple):
    """What removing objects means."""

    chosen: tuple[str, ...]
    along: tuple[str, ...]
    """What goes with them."""
    changed: tuple[e.Entity, ...]
    """What stays, without what pointed at them."""
    obstacles: tuple[Message, ...]
    """Why it cannot be; empty if it can."""

    def changes(self, inventory: Inventory) -> tuple[Change, ...]:
        """The changes that remove all of it, the contained first."""
        gone = [EntityRemoved(id=id_) for id_ in (*reversed(self.along), *self.chosen)]
        return with_space(inventory, [*(EntityPut.of(entity) for entity in self.changed), *gone])


def removal(inventory: Inventory, ids: Sequence[str], busy: Iterable[str] = ()) -> Removal:
    """What removing these objects means; `busy`: VMs that are being migrated."""
    chosen = tuple(id_ for id_ in dict.fromkeys(ids) if inventory.get(id_) is not None)
    gone = dict.fromkeys([*chosen, *contained(inventory, chosen)])
    own = [switch for switch in inventory.switches.values() if not switch.distributed and switch.hosts]
    standard = [switch.id for switch in own if set(switch.hosts) <= gone.keys() and switch.id not in gone]
    gone |= dict.fromkeys([*standard, *contained(inventory, standard)])
    changed: list[e.Entity] = []
    obstacles = [_busy(inventory, id_) for id_ in busy if id_ in gone]
    for entity, references in _referring(inventory, gone):
        used = _used(entity, references, gone)
        if used:
            obstacles.append(message("building.inUse", name=_name(inventory, used), user=entity.name))
        else:
            changed.append(_without(entity, gone))
    along = tuple(id_ for id_ in gone if id_ not in chosen)
    return Removal(chosen, along, tuple(changed), tuple(obstacles))


def contained(inventory: Inventory, ids: Sequence[str]) -> tuple[str, ...]:
    """Ids of all that lies within these objects, the outer before the inner."""
    found: dict[str, None] = {}
    holders = set(ids)
    while holders:
        inner: dict[str, None] = {}
        for kind, path in sorted(_CONTAINED, key=lambda pair: list(COLLECTION_OF).index(pair[0])):
            inner |= dict.fromkeys(_within(inventory, kind, path, holders))
        holders = set(inner) - found.keys() - set(ids)
        found |= {id_: None for id_ in inner if id_ in holders}
    return tuple(found)


def _within(inventory: Inventory, kind: type[Any], path: str, holders: set[str]) -> list[str]:
    """Ids of the objects of a kind that lie within these; those of hosts and clusters are indexed."""
    if kind is e.VirtualMachine:
        return [id_ for host in inventory.hosts if host in holders for id_ in inventory.vms_on(host)]
    if (kind, path) == (e.Host, "cluster"):
        return [id_ for cluster in inventory.clusters if cluster in holders for id_ in inventory.hosts_in(cluster)]
    of = attrgetter(path)
    return [entity.id for entity in inventory.collection(COLLECTION_OF[kind]).values() if of(entity) in holders]


def _referring(inventory: Inventory, gone: dict[str, None]) -> Iterable[tuple[e.Entity, list[Reference]]]:
    """What stays and points at something that goes, with the references that do. Only references that can lead there
    are looked at: most of an estate's machines point at nothing of the kinds that go."""
    kinds = {COLLECTION_OF[type(entity)] for id_ in gone if (entity := inventory.get(id_)) is not None}
    for kind, references in REFERENCES.items():
        leading: dict[str, list[Reference]] = {}
        collection = inventory.collection(COLLECTION_OF[kind])
        for reference in references:
            if kinds & set(reference.targets):
                for id_ in _pointing(collection, reference, gone):
                    leading.setdefault(id_, []).append(reference)
        yield from ((entity, leading[id_]) for id_, entity in (collection.items() if leading else ()) if id_ in leading)


def _pointing(collection: Mapping[str, e.Entity], reference: Reference, gone: dict[str, None]) -> list[str]:
    """Ids of those that stay and whose reference leads to something that goes."""
    if "[]" in reference.path:
        staying = [entity for id_, entity in collection.items() if id_ not in gone]
        return [entity.id for entity in staying if any(value in gone for value in _values(entity, reference))]
    of = attrgetter(reference.path)
    return [id_ for id_, entity in collection.items() if of(entity) in gone and id_ not in gone]


def _used(entity: e.Entity, references: Iterable[Reference], gone: dict[str, None]) -> str:
    """The first of what goes that this entity uses; "" if it uses nothing of it."""
    for reference in references:
        if (type(entity), reference.path) in _IN_USE:
            return next(value for value in _values(entity, reference) if value in gone)
    return ""


def _values(entity: e.Entity, reference: Reference) -> list[str]:
    if "[]" in reference.path:
        return [value for _, value in values_at(entity, reference.path)]
    value: Any = entity
    for name in reference.path.split("."):
        value = getattr(value, name)
    return [value]


def _without(entity: e.Entity, gone: dict[str, None]) -> e.Entity:
    return rewritten(entity, lambda _reference, id_: None if id_ in gone else id_)


def _name(inventory: Inventory, id_: str) -> str:
    entity = inventory.get(id_)
    return entity.name if entity is not None else id_


def _busy(inventory: Inventory, id_: str) -> Message:
    return message("building.busy", vm=_name(inventory, id_))
