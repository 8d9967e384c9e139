"""Nothing is there twice: ids in the whole document, labels within one entity."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import Any

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import COLLECTION_OF, COLLECTIONS
from vmotion_gui.inventory.problems import Problem, found
from vmotion_gui.inventory.validation.material import Material, place_of
from vmotion_gui.messages import message


def duplicate_ids(material: Material) -> Iterator[Problem]:
    """Ids that two entities share, also of different collections; a VM that is on two hosts is
    named as that.
    """
    first: dict[str, tuple[str, e.Entity | None]] = {}
    for collection, index, id_, entity in _all(material):
        place = place_of(collection, index)
        earlier = first.setdefault(id_, (place, entity))
        if earlier[0] != place:
            yield _duplicate(place, entity, *earlier, id_)


def _all(material: Material) -> Iterator[tuple[str, int, str, e.Entity | None]]:
    for collection, kind in COLLECTIONS.items():
        for index, entity in material.entries(kind):
            yield collection, index, entity.id, entity
    for collection, index, id_ in material.broken:
        yield collection, index, id_, None


def _duplicate(place: str, entity: e.Entity | None, other_place: str, other: e.Entity | None, id_: str) -> Problem:
    both_vms = isinstance(entity, e.VirtualMachine) and isinstance(other, e.VirtualMachine)
    if both_vms and entity.host != other.host:  # type: ignore[union-attr]  # both_vms says that they are VMs
        hosts = {"host": entity.host, "other_host": other.host}  # type: ignore[union-attr]  # as above
        return Problem(place, message("inventory.problem.vmOnTwoHosts", id=id_, other=other_place, **hosts))
    return Problem(f"{place}.id", message("inventory.problem.duplicateId", id=id_, other=other_place))


_PARTS: dict[type[e.Entity], tuple[tuple[str, str], ...]] = {
    e.VirtualMachine: (("disks", "label"), ("nics", "label"), ("devices", "label")),
    e.Host: (("pnics", "device"), ("vmk_adapters", "device"), ("mounts", "datastore")),
    e.Cluster: (("rules", "name"),),
    e.Switch: (("allocations", "traffic"),),
}
"""Lists of parts, and the field that tells the parts of one list apart."""


def duplicate_parts(material: Material) -> Iterator[Problem]:
    """Disks, NICs, adapters, mounts or rules of one entity with the same label."""
    for kind, lists in _PARTS.items():
        getters = [(name, field, attrgetter(name), attrgetter(field)) for name, field in lists]
        for index, entity in material.entries(kind):
            for name, field, parts_of, label_of in getters:
                parts = parts_of(entity)
                if len(parts) > 1:
                    labels = [label_of(part) for part in parts]
                    if len(set(labels)) < len(labels):
                        yield from _doubled(f"{place_of(COLLECTION_OF[kind], index)}.{name}", field, labels)


def _doubled(place: str, field: str, labels: Sequence[Any]) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for index, label in enumerate(labels):
        earlier = first.setdefault(label, index)
        if earlier != index:
            text = message("inventory.problem.duplicateLabel", found=found(label), other=f"{place}[{earlier}]")
            yield Problem(f"{place}[{index}].{field}", text)
