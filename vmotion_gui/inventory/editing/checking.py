"""Whether an edited entity fits the estate: the estate's own validation, of what the edit can touch.

A whole estate of tens of thousands of machines is not gone through at each keystroke. What an entity points at, what
points at it and what stands above these is enough: no check reaches further.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, NamedTuple

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import COLLECTION_OF, COLLECTIONS, Inventory
from vmotion_gui.inventory.problems import Problem
from vmotion_gui.inventory.typecheck import type_problems
from vmotion_gui.inventory.validation import Material, validate
from vmotion_gui.inventory.validation.references import REFERENCES, Reference, values_at
from vmotion_gui.messages import Message

_PLACE = re.compile(r"\$\.(\w+)\[(\d+)\]\.?(.*)")
_UNCONCERNED = {(e.VirtualMachine, "disks[].datastore"), (e.VirtualMachine, "nics[].portgroup")}
"""References that only have to lead somewhere: what their target's fields say is no matter to who refers to it."""


class Fault(NamedTuple):
    """What is wrong with an edit."""

    id: str
    """The entity where it shows: the edited one, or one that the edit would make invalid."""
    path: str
    """The field within it ("pnics[0].speed_bits_per_s"); empty: the entity as a whole."""
    text: Message


Consequences = Callable[[Inventory, e.Entity], Sequence[e.Entity]]


def _nothing(_inventory: Inventory, _entity: e.Entity) -> Sequence[e.Entity]:
    return ()


class Checking:
    """Checks one entity again and again while it is edited, against the estate as it was at the beginning."""

    def __init__(self, inventory: Inventory, id_: str, consequences: Consequences = _nothing) -> None:
        """`id_` need not exist (a new entity). `consequences`: what else an edit changes, so that it is no fault."""
        self._inventory = inventory
        self._consequences = consequences
        self._id = id_
        self._referrers = referrers(inventory, id_, concerned=True) if inventory.get(id_) is not None else ()
        before = inventory.get(id_)
        self._before = self._estate_faults(before) if before is not None else []

    def faults(self, document: dict[str, Any], kind: type[e.Entity]) -> list[Fault]:
        """What is wrong with an entity, given as in the lab document; faults that were there before are no fault of
        the edit."""
        typed = type_problems(document, kind)
        if typed:
            return [Fault(self._id, problem.place.removeprefix("$."), problem.text) for problem in typed]
        entity: e.Entity = msgspec.convert(document, kind)
        return [fault for fault in self._estate_faults(entity) if fault not in self._before]

    def _estate_faults(self, entity: e.Entity) -> list[Fault]:
        return faults_of(self._inventory, [entity, *self._consequences(self._inventory, entity)], self._referrers)


def faults_of(inventory: Inventory, put: Iterable[e.Entity], others: Iterable[str] = ()) -> list[Fault]:
    """What is wrong with an estate in which these entities were added or replaced, seen among them, the `others` and
    what is above them."""
    following = inventory.with_entities(put := tuple(put))
    members: dict[str, e.Entity] = {}
    waiting = [*(entity.id for entity in put), *others]
    while waiting:
        entity = following.get(waiting.pop())
        if entity is None or entity.id in members:
            continue
        members[entity.id] = entity
        waiting.extend(_above(entity))
    return _validated(following, members)


def _above(entity: e.Entity) -> list[str]:
    """What an entity's validity depends on: all that it refers to, apart from a cluster's VMs and a switch's members,
    which only have to exist."""
    if isinstance(entity, e.Cluster):
        return [entity.datacenter, entity.folder]
    return [value for reference in REFERENCES.get(type(entity), ()) for value in _values(entity, reference)]


def _values(entity: e.Entity, reference: Reference) -> list[str]:
    if "[]" not in reference.path:
        return [attrgetter(reference.path)(entity)]
    return [value for _, value in values_at(entity, reference.path)]


def _validated(inventory: Inventory, members: dict[str, e.Entity]) -> list[Fault]:
    material = Material()
    order: dict[str, list[str]] = {name: [] for name in COLLECTIONS}
    for entity in members.values():
        name = COLLECTION_OF[type(entity)]
        material.add(name, len(order[name]), entity)
        order[name].append(entity.id)
    known = {value for entity in members.values() for value in _references(entity)} - members.keys()
    for number, id_ in enumerate(sorted(known)):
        held = inventory.get(id_)
        if held is not None:
            material.add_broken(COLLECTION_OF[type(held)], len(members) + number, id_, None)
    return [_fault(problem, order) for problem in validate(material)]


def _references(entity: e.Entity) -> list[str]:
    return [value for reference in REFERENCES.get(type(entity), ()) for value in _values(entity, reference)]


def _fault(problem: Problem, order: dict[str, list[str]]) -> Fault:
    match = _PLACE.fullmatch(problem.place)
    if match is None:
        return Fault("", "", problem.text)
    collection, index, path = match.groups()
    held = order[collection]
    return Fault(held[int(index)] if int(index) < len(held) else "", path, problem.text)


def referrers(inventory: Inventory, id_: str, *, concerned: bool = False) -> tuple[str, ...]:
    """Ids of the entities that refer to one; `concerned`: only those whose validity depends on its fields."""
    entity = inventory.get(id_)
    if entity is None:
        return ()
    collection = COLLECTION_OF[type(entity)]
    found: dict[str, None] = {}
    for kind, references in REFERENCES.items():
        for reference in references:
            if collection not in reference.targets or (concerned and (kind, reference.path) in _UNCONCERNED):
                continue
            if (kind, reference.path) == (e.VirtualMachine, "host"):
                found |= dict.fromkeys(inventory.vms_on(id_))
                continue
            found |= dict.fromkeys(_referring(inventory.collection(COLLECTION_OF[kind]).values(), reference, id_))
    found.pop(id_, None)
    return tuple(found)


def _referring(entities: Iterable[e.Entity], reference: Reference, id_: str) -> list[str]:
    if "[]" not in reference.path:
        plain = attrgetter(reference.path)
        return [entity.id for entity in entities if plain(entity) == id_]
    return [entity.id for entity in entities if any(value == id_ for _, value in values_at(entity, reference.path))]
