"""The datastores of vDatastore, those that only VM files' paths name, and which hosts mount them."""

from __future__ import annotations

from dataclasses import dataclass, field

from vmotion_gui.importers.cells import MIB
from vmotion_gui.importers.rvtools.draft import Draft, HostDraft, VmDraft
from vmotion_gui.importers.rvtools.hosts import HostBook
from vmotion_gui.importers.rvtools.places import Places
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.inventory import entities as e

_TYPES: dict[str, e.DatastoreType] = {
    "vmfs": "VMFS",
    "nfs": "NFS",
    "nfs3": "NFS",
    "nfs41": "NFS41",
    "nfs4.1": "NFS41",
    "vsan": "vSAN",
    "vvol": "VVOL",
}
_TIB = 1024 * e.GIB


@dataclass(eq=False, slots=True)
class StoreDraft:
    """A datastore. `made` ones stand in no vDatastore row."""

    id: str
    name: str
    vcenter: str
    datacenter: str = ""
    made: bool = False
    type: e.DatastoreType | None = None
    capacity_bytes: int | None = None
    free_bytes: int | None = None
    accessible: bool = True
    hosts_told: bool = False
    hosts: dict[str, HostDraft] = field(default_factory=dict)
    """Hosts that mount it, as the export tells."""
    users: dict[str, HostDraft] = field(default_factory=dict)
    """Hosts whose VMs have files on it."""
    held_bytes: int = 0
    """What the VMs' disks hold on it."""


class Stores:
    """Finds the datastore that a path's `[name]` means for a VM, making those that the export does not list."""

    def __init__(self, draft: Draft, places: Places, book: HostBook) -> None:
        self._draft = draft
        self.all: list[StoreDraft] = []
        self._by_name: dict[tuple[str, str], list[StoreDraft]] = {}
        self._resolved: dict[tuple[str, str], StoreDraft] = {}
        sheet = draft.sheets.get("vDatastore")
        if sheet is not None:
            self._read(sheet, places, book)

    def _read(self, sheet: Sheet, places: Places, book: HostBook) -> None:
        rows = zip(
            sheet.texts("Name"),
            places.vcenters_of(sheet),
            sheet.texts("Object ID"),
            sheet.texts("Type"),
            sheet.counts("Capacity MiB"),
            sheet.counts("Free MiB"),
            sheet.truths("Accessible"),
            sheet.texts("Hosts"),
            strict=True,
        )
        paths = self._multipath_hosts(places, book)
        for index, (name, vcenter, object_id, type_, capacity, free, accessible, hosts) in enumerate(rows):
            if not name:
                continue
            store = self._new(name, vcenter, object_id or f"datastore:{name}")
            store.type = _TYPES.get(type_.casefold().replace(" ", ""))
            if type_ and store.type is None:
                sheet.bad(index, "Type", type_)
            store.capacity_bytes = None if capacity is None else capacity * MIB
            store.free_bytes = None if free is None else free * MIB
            store.accessible = accessible is not False
            self._mounting(store, sheet, index, hosts, book)
            for host in paths.get((vcenter, name), ()):
                if not hosts:
                    self._mount(store, host)

    def _mounting(self, store: StoreDraft, sheet: Sheet, index: int, hosts: str, book: HostBook) -> None:
        for name in filter(None, map(str.strip, hosts.replace(";", ",").split(","))):
            host = book.find(store.vcenter, name)
            if host is None:
                row = sheet.row(index)
                self._draft.notes.warn("unknownHost", name, sheet="vDatastore", column="Hosts", row=row)
            else:
                self._mount(store, host)

    def _mount(self, store: StoreDraft, host: HostDraft) -> None:
        store.hosts_told = True
        store.datacenter = store.datacenter or host.datacenter
        if store.datacenter == host.datacenter:
            store.hosts[host.id] = host

    def _multipath_hosts(self, places: Places, book: HostBook) -> dict[tuple[str, str], list[HostDraft]]:
        sheet = self._draft.sheets.get("vMultiPath")
        if sheet is None:
            return {}
        found: dict[tuple[str, str], list[HostDraft]] = {}
        hosts = book.lookup(sheet, places)
        for host, name in zip(hosts, sheet.texts("Datastore"), strict=True):
            if host is not None and name:
                found.setdefault((host.vcenter, name), []).append(host)
        return found

    def _new(self, name: str, vcenter: str, wanted_id: str) -> StoreDraft:
        store = StoreDraft(self._draft.ids.make(wanted_id, vcenter), name, vcenter)
        self.all.append(store)
        self._by_name.setdefault((vcenter, name), []).append(store)
        return store

    def of(self, host: HostDraft, name: str) -> StoreDraft:
        """The datastore of this name that a host's VMs mean: one that the host mounts, else one of its datacenter."""
        key = (host.id, name)
        if key not in self._resolved:
            store = self._find(host, name)
            store.datacenter = store.datacenter or host.datacenter
            store.users[host.id] = host
            self._resolved[key] = store
        return self._resolved[key]

    def _find(self, host: HostDraft, name: str) -> StoreDraft:
        named = self._by_name.get((host.vcenter, name), [])
        mounted = [store for store in named if host.id in store.hosts]
        near = [store for store in named if store.datacenter in ("", host.datacenter)]
        if mounted or near:
            return (mounted or near)[0]
        store = self._new(name, host.vcenter, f"datastore:{name}")
        store.made = True
        self._draft.notes.assume("datastore", name, sheet="vDatastore", column="Name")
        return store

    def unknown(self, vm: VmDraft) -> StoreDraft:
        """The datastore for files whose path the export does not tell: an assumed one, shared by the VM's cluster."""
        place = vm.cluster_name or vm.datacenter_name or vm.on.name
        return self.of(vm.on, f"assumed datastore ({place})")


def settle_datastores(draft: Draft, stores: Stores) -> None:
    """Decide mounts, sizes and types, and make the entities."""
    groups = draft.in_cluster()
    for store in stores.all:
        _settle_mounts(draft, store, groups)
    _mount_on_made_hosts(groups, stores.all)
    for store in stores.all:
        for host in store.hosts.values():
            host.mounts[store.id] = e.DatastoreMount(datastore=store.id, accessible=store.accessible)
        draft.entities.append(_entity(draft, store))


def _settle_mounts(draft: Draft, store: StoreDraft, groups: dict[str, list[HostDraft]]) -> None:
    notes = draft.notes
    if store.hosts_told:
        for host in store.users.values():
            if host.id not in store.hosts and not host.made:
                notes.assume("mount", f"{store.name} – {host.name}", sheet="vDatastore", column="Hosts")
        store.hosts |= store.users
        return
    for user in store.users.values():
        for host in groups[user.owner]:
            if host.datacenter == store.datacenter:
                store.hosts[host.id] = host
    notes.assume("datastoreHosts", store.name, sheet="vDatastore", column="Hosts")


def _mount_on_made_hosts(groups: dict[str, list[HostDraft]], stores: list[StoreDraft]) -> None:
    """A host that was made mounts what all hosts of its cluster mount that the export does list."""
    for hosts in groups.values():
        told, made = [h for h in hosts if not h.made], [h for h in hosts if h.made]
        if not told or not made:
            continue
        for store in stores:
            if all(host.id in store.hosts for host in told):
                store.hosts |= {host.id: host for host in made if host.datacenter == store.datacenter}


def _entity(draft: Draft, store: StoreDraft) -> e.Datastore:
    assumed = ["*"] if store.made else []
    if store.capacity_bytes is None:
        needed = store.held_bytes * 3 // 2
        store.capacity_bytes = max(1, -(-needed // _TIB)) * _TIB
        assumed.append("capacity_bytes")
        draft.notes.assume("datastoreSize", store.name, sheet="vDatastore", column="Capacity MiB")
    if store.free_bytes is None:
        store.free_bytes = max(0, store.capacity_bytes - store.held_bytes)
        assumed.append("free_bytes")
    if store.type is None:
        assumed.append("type")
        draft.notes.assume("datastoreType", store.name, sheet="vDatastore", column="Type")
    if not store.datacenter:
        store.datacenter = next(entity.id for entity in draft.entities if isinstance(entity, e.Datacenter))
        draft.notes.assume("datastoreDatacenter", store.name, sheet="vDatastore", column="Hosts")
    return e.Datastore(
        id=store.id,
        name=store.name,
        datacenter=store.datacenter,
        type=store.type or "VMFS",
        capacity_bytes=store.capacity_bytes,
        free_bytes=min(store.free_bytes, store.capacity_bytes),
        accessible=store.accessible,
        assumed=("*",) if store.made else tuple(assumed),
    )
