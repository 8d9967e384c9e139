"""The inventory as one immutable value.

An `Inventory` never changes; `apply` makes the next one, sharing all that stayed the same. The indices that
everybody asks for (the VMs of a host, the hosts of a cluster) are kept with it, so nobody walks forty
thousand VMs for one host.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeVar

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.layered import Layered, merged

EntityT = TypeVar("EntityT", bound=e.Entity)

COLLECTIONS: dict[str, type[e.Entity]] = {
    "sites": e.Site,
    "vcenters": e.VCenter,
    "datacenters": e.Datacenter,
    "folders": e.Folder,
    "clusters": e.Cluster,
    "resource_pools": e.ResourcePool,
    "subnets": e.Subnet,
    "switches": e.Switch,
    "portgroups": e.PortGroup,
    "links": e.NetworkLink,
    "datastore_clusters": e.DatastoreCluster,
    "datastores": e.Datastore,
    "hosts": e.Host,
    "vms": e.VirtualMachine,
}
"""The collections of an inventory, in the order of the lab document, with the type that each holds."""

COLLECTION_OF: dict[type[e.Entity], str] = {kind: name for name, kind in COLLECTIONS.items()}

_MOST_ASKED_FIRST = tuple(reversed(COLLECTIONS))

_Index = dict[str, tuple[str, ...]] | Layered[tuple[str, ...]]
_Pair = tuple[e.Entity | None, e.Entity | None]
"""An entity before and after a change."""
_Collection = dict[str, e.Entity] | Layered[e.Entity]


class Inventory:
    """Everything that exists, by id; equal when all entities are equal (their order does not count)."""

    __slots__ = ("_collections", "_hosts_by_cluster", "_vms_by_host")

    def __init__(self, entities: Iterable[e.Entity] = ()) -> None:
        """Ids must be unique; the last of several with one id wins (documents are checked before they get
        here).
        """
        collections: dict[str, dict[str, e.Entity]] = {name: {} for name in COLLECTIONS}
        for entity in entities:
            collections[COLLECTION_OF[type(entity)]][entity.id] = entity
        self._collections: dict[str, _Collection] = {**collections}
        self._vms_by_host: _Index = _grouped(self.vms.values(), "host")
        self._hosts_by_cluster: _Index = _grouped(self.hosts.values(), "cluster")

    # --- collections ----------------------------------------------------------------------------------------

    def collection(self, name: str) -> Mapping[str, e.Entity]:
        """A collection by its name in `COLLECTIONS`; KeyError for any other name."""
        return self._collections[name]

    @property
    def sites(self) -> Mapping[str, e.Site]:
        return self._collections["sites"]  # type: ignore[return-value]  # each collection holds its own type only

    @property
    def vcenters(self) -> Mapping[str, e.VCenter]:
        return self._collections["vcenters"]  # type: ignore[return-value]  # as above

    @property
    def datacenters(self) -> Mapping[str, e.Datacenter]:
        return self._collections["datacenters"]  # type: ignore[return-value]  # as above

    @property
    def folders(self) -> Mapping[str, e.Folder]:
        return self._collections["folders"]  # type: ignore[return-value]  # as above

    @property
    def clusters(self) -> Mapping[str, e.Cluster]:
        return self._collections["clusters"]  # type: ignore[return-value]  # as above

    @property
    def resource_pools(self) -> Mapping[str, e.ResourcePool]:
        return self._collections["resource_pools"]  # type: ignore[return-value]  # as above

    @property
    def subnets(self) -> Mapping[str, e.Subnet]:
        return self._collections["subnets"]  # type: ignore[return-value]  # as above

    @property
    def switches(self) -> Mapping[str, e.Switch]:
        return self._collections["switches"]  # type: ignore[return-value]  # as above

    @property
    def portgroups(self) -> Mapping[str, e.PortGroup]:
        return self._collections["portgroups"]  # type: ignore[return-value]  # as above

    @property
    def links(self) -> Mapping[str, e.NetworkLink]:
        return self._collections["links"]  # type: ignore[return-value]  # as above

    @property
    def datastore_clusters(self) -> Mapping[str, e.DatastoreCluster]:
        return self._collections["datastore_clusters"]  # type: ignore[return-value]  # as above

    @property
    def datastores(self) -> Mapping[str, e.Datastore]:
        return self._collections["datastores"]  # type: ignore[return-value]  # as above

    @property
    def hosts(self) -> Mapping[str, e.Host]:
        return self._collections["hosts"]  # type: ignore[return-value]  # as above

    @property
    def vms(self) -> Mapping[str, e.VirtualMachine]:
        return self._collections["vms"]  # type: ignore[return-value]  # as above

    # --- indices --------------------------------------------------------------------------------------------

    def vms_on(self, host: str) -> tuple[str, ...]:
        """Ids of the VMs (templates too) on a host."""
        return self._vms_by_host.get(host, ())

    def hosts_in(self, cluster: str) -> tuple[str, ...]:
        """Ids of a cluster's hosts; of the stand-alone hosts for ""."""
        return self._hosts_by_cluster.get(cluster, ())

    def get(self, id_: str) -> e.Entity | None:
        """The entity with this id, of whatever collection; None if there is none."""
        collections = self._collections
        for name in _MOST_ASKED_FIRST:
            if (entity := collections[name].get(id_)) is not None:
                return entity
        return None

    def __iter__(self) -> Iterator[e.Entity]:
        """All entities, collection by collection."""
        for collection in self._collections.values():
            yield from collection.values()

    def vcenter_of_host(self, host: e.Host) -> e.VCenter:
        """The vCenter Server that manages a host."""
        return self.vcenters[self.datacenters[host.datacenter].vcenter]

    # --- the next one ---------------------------------------------------------------------------------------

    def with_entities(self, put: Iterable[e.Entity] = (), remove: Iterable[str] = ()) -> Inventory:
        """The inventory with entities added or replaced (by id), and others removed."""
        put, remove = tuple(put), frozenset(remove)
        touched = {COLLECTION_OF[type(entity)] for entity in put}
        touched |= {name for name, held in self._collections.items() if any(id_ in held for id_ in remove)}
        following = object.__new__(Inventory)
        following._collections = dict(self._collections)
        following._vms_by_host, following._hosts_by_cluster = self._vms_by_host, self._hosts_by_cluster
        for name in touched:
            kind = COLLECTIONS[name]
            following._replace(name, {entity.id: entity for entity in put if type(entity) is kind}, sorted(remove))
        return following

    def _replace(self, name: str, put: dict[str, e.Entity], remove: list[str]) -> None:
        """Another collection of that name; one that keeps its keys shares what stays the same."""
        held = self._collections[name]
        gone = [id_ for id_ in remove if id_ in held]
        pairs: list[_Pair] = [(held[id_], None) for id_ in gone]
        pairs += [(None if id_ in gone else held.get(id_), entity) for id_, entity in put.items()]
        if name == "vms":
            self._vms_by_host = _regrouped(self._vms_by_host, pairs, "host")
        elif name == "hosts":
            self._hosts_by_cluster = _regrouped(self._hosts_by_cluster, pairs, "cluster")
        if gone:
            self._collections[name] = {id_: held[id_] for id_ in held if id_ not in gone} | put
        else:
            self._collections[name] = merged(held, put)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Inventory) and self._collections == other._collections

    __hash__ = None  # type: ignore[assignment]  # compared by value, too large to hash


def _grouped(entities: Iterable[e.Entity], field: str) -> dict[str, tuple[str, ...]]:
    groups: dict[str, list[str]] = {}
    for entity in entities:
        groups.setdefault(getattr(entity, field), []).append(entity.id)
    return {key: tuple(ids) for key, ids in groups.items()}


def _regrouped(index: _Index, pairs: Iterable[_Pair], field: str) -> _Index:
    """The index after entities, old and new, have come, gone or changed."""
    groups: dict[str, tuple[str, ...]] = {}
    for before, after in pairs:
        old: str | None = None if before is None else getattr(before, field)
        new: str | None = None if after is None else getattr(after, field)
        if old == new:
            continue
        if before is not None and old is not None:
            group = groups[old] if old in groups else index.get(old, ())
            groups[old] = tuple([id_ for id_ in group if id_ != before.id])
        if after is not None and new is not None:
            group = groups[new] if new in groups else index.get(new, ())
            groups[new] = (*group, after.id)
    return merged(index, groups) if groups else index
