"""The four inventories as trees of ids: who is shown under whom, and in which order.

Each entity stands at most once in a view, so an id is a place. A view is built once in one pass, then follows the
inventory by what changed; what stands below a place is put in order when somebody looks there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Literal

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

ViewName = Literal["hosts", "vms", "storage", "networking"]
VIEWS: tuple[ViewName, ...] = ("hosts", "vms", "storage", "networking")
ROOT = ""
"""The parent of what stands at the top."""

ParentOf = Callable[[Inventory, e.Entity], str | None]

_RANKS: dict[type[e.Entity], int] = {
    e.VCenter: 0,
    e.Site: 1,
    e.NetworkLink: 2,
    e.Datacenter: 3,
    e.Folder: 4,
    e.Cluster: 5,
    e.Host: 6,
    e.ResourcePool: 7,
    e.DatastoreCluster: 8,
    e.Datastore: 9,
    e.Switch: 10,
    e.PortGroup: 11,
    e.Subnet: 12,
    e.VirtualMachine: 13,
}
_NUMBERS = re.compile(r"(\d+)")


def _in_hosts(inventory: Inventory, entity: e.Entity) -> str | None:
    """Hosts and Clusters: vCenter, datacenter, folder, cluster, host, VM."""
    if isinstance(entity, e.VirtualMachine):
        return entity.host
    if isinstance(entity, e.Host):
        return entity.cluster or entity.folder or entity.datacenter
    if isinstance(entity, e.Cluster):
        return entity.folder or entity.datacenter
    if isinstance(entity, e.ResourcePool):
        return entity.parent
    return _in_datacenters(entity, "host")


def _in_vms(inventory: Inventory, entity: e.Entity) -> str | None:
    """VMs and Templates: vCenter, datacenter, folder, VM."""
    if isinstance(entity, e.VirtualMachine):
        return entity.folder or inventory.hosts[entity.host].datacenter
    return _in_datacenters(entity, "vm")


def _in_storage(inventory: Inventory, entity: e.Entity) -> str | None:
    """Storage: vCenter, datacenter, datastore cluster, datastore."""
    if isinstance(entity, e.Datastore):
        return entity.cluster or entity.datacenter
    if isinstance(entity, e.DatastoreCluster):
        return entity.datacenter
    return _in_datacenters(entity, "datastore")


def _in_networking(inventory: Inventory, entity: e.Entity) -> str | None:
    """Networking: vCenter, datacenter, switch, port group; sites with their subnets; links."""
    if isinstance(entity, e.PortGroup):
        return entity.switch
    if isinstance(entity, e.Switch):
        return entity.datacenter or next((inventory.hosts[host].datacenter for host in entity.hosts), ROOT)
    if isinstance(entity, e.Subnet):
        return entity.site
    if isinstance(entity, e.Site | e.NetworkLink):
        return ROOT
    return _in_datacenters(entity, "network")


def _in_datacenters(entity: e.Entity, folders: str) -> str | None:
    if isinstance(entity, e.Folder):
        return entity.parent if entity.kind == folders else None
    if isinstance(entity, e.Datacenter):
        return entity.vcenter
    return ROOT if isinstance(entity, e.VCenter) else None


_PARENTS: dict[ViewName, ParentOf] = {
    "hosts": _in_hosts,
    "vms": _in_vms,
    "storage": _in_storage,
    "networking": _in_networking,
}
_COLLECTIONS: dict[ViewName, tuple[str, ...]] = {
    "hosts": ("vcenters", "datacenters", "folders", "clusters", "resource_pools", "hosts", "vms"),
    "vms": ("vcenters", "datacenters", "folders", "vms"),
    "storage": ("vcenters", "datacenters", "folders", "datastore_clusters", "datastores"),
    "networking": ("vcenters", "sites", "links", "datacenters", "folders", "switches", "portgroups", "subnets"),
}


def sort_key(entity: e.Entity) -> tuple[object, ...]:
    """Containers first, then by name with numbers as numbers, then by id."""
    parts = _NUMBERS.split(entity.name.casefold())
    natural = tuple((int(part), "") if part.isdigit() else (-1, part) for part in parts)
    return _RANKS[type(entity)], natural, entity.id


def changed_entities(before: Inventory, after: Inventory, collections: Iterable[str]) -> Iterator[str]:
    """Ids of what is new, gone or another value; collections that are the very same cost nothing."""
    for name in collections:
        old, new = before.collection(name), after.collection(name)
        if old is new:
            continue
        yield from (id_ for id_, entity in new.items() if old.get(id_) is not entity)
        yield from (id_ for id_ in old if id_ not in new)


class Structure:
    """One view of an inventory."""

    def __init__(self, view: ViewName, inventory: Inventory) -> None:
        self.view = view
        self.inventory = inventory
        self._parent: dict[str, str] = {}
        self._children: dict[str, list[str]] = {ROOT: []}
        self._fill()
        self._unsorted = set(self._children)

    def _fill(self) -> None:
        parents, children, parent_of = self._parent, self._children, _PARENTS[self.view]
        for name in _COLLECTIONS[self.view]:
            for id_, entity in self.inventory.collection(name).items():
                parent = parent_of(self.inventory, entity)
                if parent is None:
                    continue
                parents[id_] = parent
                below = children.get(parent)
                if below is None:
                    children[parent] = [id_]
                else:
                    below.append(id_)

    def entities(self) -> Iterator[e.Entity]:
        """All entities that the view shows."""
        for name in _COLLECTIONS[self.view]:
            for entity in self.inventory.collection(name).values():
                if _PARENTS[self.view](self.inventory, entity) is not None:
                    yield entity

    def _place(self, entity: e.Entity) -> str | None:
        parent = _PARENTS[self.view](self.inventory, entity)
        if parent is not None:
            self._parent[entity.id] = parent
            self._children.setdefault(parent, []).append(entity.id)
        return parent

    def __contains__(self, id_: object) -> bool:
        return id_ in self._parent

    def entity(self, id_: str) -> e.Entity:
        """The entity at a place. KeyError if the view does not show it."""
        for name in _COLLECTIONS[self.view]:
            entity = self.inventory.collection(name).get(id_)
            if entity is not None:
                return entity
        raise KeyError(id_)

    def parent(self, id_: str) -> str:
        """The place above, ROOT for what stands at the top."""
        return self._parent[id_]

    def children(self, id_: str) -> list[str]:
        """The places below, in order. Not to be changed."""
        below = self._children.get(id_)
        if below is None:
            return []
        if id_ in self._unsorted:
            self._unsorted.remove(id_)
            below.sort(key=lambda child: sort_key(self.entity(child)))
        return below

    def has_children(self, id_: str) -> bool:
        """Whether there are places below."""
        return bool(self._children.get(id_))

    def follow(self, inventory: Inventory) -> tuple[set[str], set[str]]:
        """Go over to the next inventory; the parents whose children changed, and the entities with new values."""
        changed = list(changed_entities(self.inventory, inventory, _COLLECTIONS[self.view]))
        self.inventory = inventory
        touched: set[str] = set()
        for id_ in changed:
            touched |= self._follow_one(id_)
        self._unsorted |= touched
        return touched, set(changed)

    def _follow_one(self, id_: str) -> set[str]:
        before = self._parent.pop(id_, None)
        if before is not None:
            self._children[before].remove(id_)
        entity = self.inventory.get(id_)
        after = None if entity is None else self._place(entity)
        return {parent for parent in (before, after) if parent is not None}
