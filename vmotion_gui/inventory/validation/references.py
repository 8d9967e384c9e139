"""Every field that holds an id, and what it may point at."""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import COLLECTION_OF, COLLECTIONS
from vmotion_gui.inventory.problems import Problem, found, similar
from vmotion_gui.inventory.validation.material import Material, place_of
from vmotion_gui.messages import Message, message

_MOST_SUGGESTIONS_AMONG = 2000


class Reference(NamedTuple):
    """A field that holds an id.

    `path` is the field's name, with "parts[].field" for a field of each part and "ids[]" for a list of ids.
    Targets are collections. An optional one may be empty.
    """

    path: str
    targets: tuple[str, ...]
    optional: bool = True


REFERENCES: dict[type[e.Entity], tuple[Reference, ...]] = {
    e.Datacenter: (Reference("vcenter", ("vcenters",), optional=False), Reference("site", ("sites",))),
    e.Folder: (Reference("parent", ("folders", "datacenters"), optional=False),),
    e.Cluster: (
        Reference("datacenter", ("datacenters",), optional=False),
        Reference("folder", ("folders",)),
        Reference("das.failover_hosts[]", ("hosts",), optional=False),
        Reference("rules[].vms[]", ("vms",), optional=False),
        Reference("rules[].hosts[]", ("hosts",), optional=False),
    ),
    e.ResourcePool: (Reference("parent", ("resource_pools", "clusters", "hosts"), optional=False),),
    e.Subnet: (Reference("site", ("sites",)),),
    e.Switch: (Reference("datacenter", ("datacenters",)), Reference("hosts[]", ("hosts",), optional=False)),
    e.PortGroup: (Reference("switch", ("switches",), optional=False), Reference("subnet", ("subnets",))),
    e.NetworkLink: (
        Reference("a", ("sites", "subnets"), optional=False),
        Reference("b", ("sites", "subnets"), optional=False),
    ),
    e.DatastoreCluster: (Reference("datacenter", ("datacenters",), optional=False),),
    e.Datastore: (
        Reference("datacenter", ("datacenters",), optional=False),
        Reference("cluster", ("datastore_clusters",)),
    ),
    e.Host: (
        Reference("datacenter", ("datacenters",), optional=False),
        Reference("cluster", ("clusters",)),
        Reference("folder", ("folders",)),
        Reference("pnics[].switch", ("switches",)),
        Reference("vmk_adapters[].portgroup", ("portgroups",)),
        Reference("vmk_adapters[].subnet", ("subnets",)),
        Reference("mounts[].datastore", ("datastores",), optional=False),
        Reference("vsan_components[].vm", ("vms",), optional=False),
        Reference("local_swap_datastore", ("datastores",)),
    ),
    e.VirtualMachine: (
        Reference("host", ("hosts",), optional=False),
        Reference("resource_pool", ("resource_pools",)),
        Reference("folder", ("folders",)),
        Reference("config_datastore", ("datastores",)),
        Reference("fault_tolerance_secondary_host", ("hosts",)),
        Reference("disks[].datastore", ("datastores",), optional=False),
        Reference("nics[].portgroup", ("portgroups",)),
    ),
}


class Known:
    """Which ids exist, by collection."""

    def __init__(self, material: Material) -> None:
        self._ids = {name: material.ids(name) for name in COLLECTIONS}

    def of(self, targets: tuple[str, ...]) -> set[str]:
        """All ids of some collections."""
        return set().union(*(self._ids[name] for name in targets))

    def add(self, collection: str, id_: str) -> None:
        """An id that a command brings into being."""
        self._ids[collection].add(id_)

    def why_not(self, value: str, targets: tuple[str, ...]) -> Message:
        """The sentence about an id that is not among the targets."""
        kinds = [message(f"inventory.kind.{name}") for name in targets]
        for name, ids in self._ids.items():
            if value in ids:
                actual = message(f"inventory.kind.{name}")
                return message("inventory.problem.wrongKind", found=found(value), actual=actual, kinds=kinds)
        candidates = sorted(self.of(targets))
        meant = similar(value, candidates) if len(candidates) <= _MOST_SUGGESTIONS_AMONG else ""
        if meant:
            return message("inventory.problem.unknownReferenceSimilar", found=found(value), kinds=kinds, meant=meant)
        return message("inventory.problem.unknownReference", found=found(value), kinds=kinds)


def unknown_references(material: Material) -> Iterator[Problem]:
    """References to what does not exist, or is of another kind than the field may point at."""
    known = Known(material)
    for kind, references in REFERENCES.items():
        for reference in references:
            ids = known.of(reference.targets)
            missing = _missing(material.entries(kind), reference.path, ids | {""} if reference.optional else ids)
            missing_in_remains = _missing(material.remains(kind), reference.path, ids | {""})
            for index, place, value in (*missing, *missing_in_remains):
                text = known.why_not(value, reference.targets)
                yield Problem(f"{place_of(COLLECTION_OF[kind], index)}.{place}", text)


def _missing(entries: list[tuple[int, Any]], path: str, ids: set[str]) -> Iterator[tuple[int, str, str]]:
    """Index, place within the entity and value of the references that are not among the ids."""
    if "[]" not in path:
        plain = attrgetter(path)
        for index, entity in entries:
            value = plain(entity)
            if value not in ids:
                yield index, path, value
        return
    for index, entity in entries:
        for place, value in values_at(entity, path):
            if value not in ids:
                yield index, place, value


def values_at(entity: Any, path: str) -> list[tuple[str, str]]:
    """Place and value of every id at a path with "[]"; parts that lack the field have none."""
    name, _, rest = path.partition("[]")
    items = attrgetter(name)(entity) if "." in name else getattr(entity, name, ())
    field = rest.removeprefix(".")
    if not field:
        return [(f"{name}[{i}]", item) for i, item in enumerate(items)]
    if "[]" not in field:
        return [(f"{name}[{i}].{field}", getattr(item, field)) for i, item in enumerate(items)]
    return [(f"{name}[{i}].{place}", value) for i, item in enumerate(items) for place, value in values_at(item, field)]
