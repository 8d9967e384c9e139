"""Objects as a document that goes through the clipboard: what is copied, what lies within it, and what it uses.

Within the same estate a copy uses what the original uses. In another one that is looked for by its name, and brought
along where there is nothing of that name. What cannot be twice is given anew: ids, names, files, addresses.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import COLLECTION_OF, COLLECTIONS, Inventory
from vmotion_gui.inventory.validation.references import REFERENCES, values_at
from vmotion_gui.planning.building.copying import local_datastores
from vmotion_gui.planning.building.removing import contained

FORMAT = "vmotion-gui-objects"
MIME = "application/x-vmotion-gui-objects+json"
_USED = (e.Datastore, e.PortGroup, e.Switch, e.Subnet)
"""What is brought along if hosts that use it are copied."""


class ObjectsDocument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What lies on the clipboard."""

    format: Literal["vmotion-gui-objects"] = "vmotion-gui-objects"
    version: Literal[1] = 1
    chosen: tuple[str, ...]
    """Ids of what was copied; the other objects lie within these."""
    objects: dict[str, tuple[dict[str, Any], ...]]
    """Collection -> entities as in the lab document."""
    used: dict[str, tuple[dict[str, Any], ...]]
    """Collection -> entities that the objects use."""
    names: dict[str, str]
    """Id -> name of everything that the objects point at, by which the estate of their origin is known again."""

    def entities(self) -> list[e.Entity]:
        """The objects. msgspec.ValidationError if they are none."""
        return _entities(self.objects)

    def around(self) -> list[e.Entity]:
        """What they use."""
        return _entities(self.used)


def _entities(collections: dict[str, tuple[dict[str, Any], ...]]) -> list[e.Entity]:
    return [msgspec.convert(one, kind) for name, kind in COLLECTIONS.items() for one in collections.get(name, ())]


def document_of(inventory: Inventory, ids: Sequence[str]) -> bytes:
    """The document of these objects, with all that lies within them: a cluster's hosts, a host's VMs, and the standard
    switches and local datastores that are a host's alone."""
    chosen = [id_ for id_ in dict.fromkeys(ids) if inventory.get(id_) is not None]
    held = dict.fromkeys([*chosen, *contained(inventory, chosen)])
    for id_ in [id_ for id_ in held if id_ in inventory.hosts]:
        held |= dict.fromkeys(_own(inventory, inventory.hosts[id_]))
    entities = [entity for id_ in held if (entity := inventory.get(id_)) is not None]
    hosts = [entity for entity in entities if isinstance(entity, e.Host)]
    guests = [entity for entity in entities if isinstance(entity, e.VirtualMachine) and entity.host in held]
    around = [entity for entity in _used_by(inventory, [*hosts, *guests]) if entity.id not in held]
    outside = {value for entity in (*entities, *around) for value in pointed_at(entity)}
    names = {id_: found.name for id_ in sorted(outside) if (found := inventory.get(id_)) is not None}
    document = ObjectsDocument(
        chosen=tuple(chosen), objects=_collections(entities), used=_collections(around), names=names
    )
    return msgspec.json.format(msgspec.json.encode(document), indent=2)


def read(data: bytes) -> ObjectsDocument | None:
    """The document of some bytes; None if they hold none, or one with objects that are no valid ones."""
    try:
        document = msgspec.json.decode(data, type=ObjectsDocument)
        known = {entity.id for entity in document.entities()}
        document.around()
    except (msgspec.DecodeError, UnicodeDecodeError):
        return None
    return document if set(document.chosen) <= known and document.chosen else None


def _own(inventory: Inventory, host: e.Host) -> list[str]:
    switches = [switch.id for switch in inventory.switches.values() if switch.hosts == (host.id,)]
    standard = [id_ for id_ in switches if not inventory.switches[id_].distributed]
    groups = [group.id for group in inventory.portgroups.values() if group.switch in standard]
    return [*standard, *groups, *local_datastores(inventory, host)]


def _used_by(inventory: Inventory, users: Iterable[e.Entity]) -> list[e.Entity]:
    """Datastores and networks that hosts and their VMs use, and the switches and subnets of these networks."""
    found: dict[str, e.Entity] = {}
    waiting: list[e.Entity] = list(users)
    while waiting:
        for id_ in pointed_at(waiting.pop()):
            entity = inventory.get(id_)
            if isinstance(entity, _USED) and id_ not in found:
                found[id_] = entity
                waiting.append(entity)
    return list(found.values())


def pointed_at(entity: e.Entity) -> list[str]:
    """Ids of all that an entity points at."""
    found: list[str] = []
    for reference in REFERENCES.get(type(entity), ()):
        if "[]" in reference.path:
            found += [value for _, value in values_at(entity, reference.path)]
        else:
            found.append(getattr(entity, reference.path))
    return [value for value in found if value]


def _collections(entities: Iterable[e.Entity]) -> dict[str, tuple[dict[str, Any], ...]]:
    found: dict[str, tuple[dict[str, Any], ...]] = {}
    for entity in entities:
        name = COLLECTION_OF[type(entity)]
        found[name] = (*found.get(name, ()), msgspec.to_builtins(entity))
    return found
