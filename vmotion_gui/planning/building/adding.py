"""New objects with what a person would expect in them, from where they are added and what is there already.

A host is made like its cluster's others: adapters, networks and mounts included. A VM gets a disk where most hosts see
it, a network that its host has, and an address of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory import presets
from vmotion_gui.inventory.editing import naming
from vmotion_gui.inventory.editing.naming import Names
from vmotion_gui.inventory.estate import COLLECTION_OF, COLLECTIONS, Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.building import copying

GIB = 1024**3


class Proposal(NamedTuple):
    """A new object, and what is put into the estate along with it."""

    entity: e.Entity
    along: tuple[e.Entity, ...] = ()


CHILDREN: dict[type[Any] | None, tuple[str, ...]] = {
    None: ("vcenters", "sites"),
    e.Site: ("subnets", "links", "datacenters"),
    e.VCenter: ("datacenters",),
    e.Datacenter: (
        "clusters",
        "hosts",
        "datastores",
        "datastore_clusters",
        "switches",
        "portgroups",
        "subnets",
        "folders",
    ),
    e.Folder: ("folders",),
    e.Cluster: ("hosts", "vms", "resource_pools"),
    e.ResourcePool: ("vms", "resource_pools"),
    e.Host: ("vms", "switches", "resource_pools"),
    e.Switch: ("portgroups",),
    e.Subnet: ("portgroups", "links"),
    e.DatastoreCluster: ("datastores",),
}
"""What can be added to what: a kind of object -> collections; None: to the lab itself."""


def missing(inventory: Inventory, collection: str) -> Message | None:
    """Why no such object can be added yet; None if it can."""
    if collection == "links":
        if len(inventory.sites) >= 2 or len(inventory.subnets) >= 2:
            return None
        return message("building.needsTwo")
    for kind in _NEEDS.get(collection, ()):
        if not inventory.collection(kind):
            needed = message(f"building.first.{kind}")
            return message("building.needs", needed=needed)
    return None


_NEEDS: dict[str, tuple[str, ...]] = {
    "datacenters": ("vcenters",),
    "folders": ("datacenters",),
    "clusters": ("datacenters",),
    "resource_pools": ("hosts",),
    "switches": ("datacenters",),
    "portgroups": ("switches",),
    "datastore_clusters": ("datacenters",),
    "datastores": ("datacenters",),
    "hosts": ("datacenters",),
    "vms": ("hosts",),
}


def proposal(inventory: Inventory, collection: str, parent: str = "") -> Proposal:
    """A new object below `parent`, or below what fits best if that holds no such object. ValueError where `missing`
    says why not."""
    reason = missing(inventory, collection)
    if reason is not None:
        raise ValueError(reason.key)
    return _MAKERS[collection](Place(inventory, parent), COLLECTIONS[collection])


def parent_for(inventory: Inventory, collection: str, target: str) -> str:
    """What would hold a new object that is dropped on `target`: that, or the nearest thing above it that holds such
    objects; "" if none does."""
    at: e.Entity | None = inventory.get(target)
    place = Place(inventory, target)
    while at is not None:
        homeless = collection == "vms" and isinstance(at, e.Cluster) and not inventory.hosts_in(at.id)
        if collection in CHILDREN.get(type(at), ()) and not homeless:
            return at.id
        at = place.above_of(at)
    return ""


class Place:
    """Where something is added: answers what is above that place, or the first that there is."""

    def __init__(self, inventory: Inventory, id_: str) -> None:
        self.inventory = inventory
        self.entity = inventory.get(id_)
        self.names = Names(inventory)

    def nearest(self, collection: str) -> str:
        """The id of the nearest entity of a collection at or above the place, else the first; "" if there is none."""
        return self.above(collection) or next(iter(self.inventory.collection(collection)), "")

    def above(self, collection: str) -> str:
        """The id of the nearest entity of a collection at or above the place; "" where there is none."""
        at: e.Entity | None = self.entity
        while at is not None:
            if COLLECTION_OF[type(at)] == collection:
                return at.id
            at = self.above_of(at)
        return ""

    def above_of(self, entity: e.Entity) -> e.Entity | None:
        """What holds an entity; None for what nothing holds."""
        for field in ("parent", "cluster", "host", "switch", "datacenter", "vcenter", "hosts"):
            id_ = getattr(entity, field, "")
            if isinstance(id_, tuple):
                id_ = id_[0] if id_ else ""
            if id_ and (found := self.inventory.get(id_)) is not None:
                return found
        return None


Maker = Callable[[Place, type[e.Entity]], Proposal]


def _base(place: Place, kind: type[Any], siblings: Iterable[str] = ()) -> dict[str, Any]:
    return {"id": place.names.id_for(kind), "name": place.names.name_for(kind, siblings)}


def _plain(place: Place, kind: type[e.Entity]) -> Proposal:
    held = place.inventory.collection(COLLECTION_OF[kind]).values()
    return Proposal(kind(**_base(place, kind, [entity.name for entity in held])))


def _datacenter(place: Place, _kind: type[e.Entity]) -> Proposal:
    site = place.above("sites") or _unused_site(place.inventory)
    return Proposal(e.Datacenter(**_base(place, e.Datacenter), vcenter=place.nearest("vcenters"), site=site))


def _unused_site(inventory: Inventory) -> str:
    used = {datacenter.site for datacenter in inventory.datacenters.values()}
    return next((id_ for id_ in inventory.sites if id_ not in used), next(iter(inventory.sites), ""))


def _folder(place: Place, _kind: type[e.Entity]) -> Proposal:
    above = place.above("folders")
    folder = place.inventory.folders.get(above)
    sort = folder.kind if folder is not None else "vm"
    return Proposal(e.Folder(**_base(place, e.Folder), parent=above or place.nearest("datacenters"), kind=sort))


def _cluster(place: Place, _kind: type[e.Entity]) -> Proposal:
    return Proposal(e.Cluster(**_base(place, e.Cluster), datacenter=place.nearest("datacenters")))


def _pool(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    host = inventory.hosts[place.nearest("hosts")]
    parent = place.above("resource_pools") or place.above("clusters") or place.above("hosts") or host.cluster or host.id
    return Proposal(e.ResourcePool(**_base(place, e.ResourcePool), parent=parent))


def _subnet(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    datacenter = inventory.datacenters.get(place.above("datacenters"))
    site = place.above("sites") or (datacenter.site if datacenter is not None else next(iter(inventory.sites), ""))
    cidr = naming.next_network(inventory)
    vlan = 10 * (len(inventory.subnets) + 1)
    base = _base(place, e.Subnet)
    return Proposal(
        e.Subnet(**base, cidr=cidr, gateway=naming.first_address(cidr), vlan=vlan if vlan < 4095 else 0, site=site)
    )


def _switch(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    host = inventory.hosts.get(place.entity.id if place.entity is not None else "")
    if host is not None:
        names = {s.name for s in inventory.switches.values() if s.hosts == (host.id,)}
        name = "vSwitch0" if "vSwitch0" not in names else naming.next_name("vSwitch0", names)
        standard = e.Switch(id=place.names.id_for(e.Switch), name=name, hosts=(host.id,))
        return Proposal(standard, _uplinked([host], standard.id))
    datacenter = place.nearest("datacenters")
    members = [host for host in inventory.hosts.values() if host.datacenter == datacenter]
    distributed = e.Switch(
        **_base(place, e.Switch),
        distributed=True,
        datacenter=datacenter,
        hosts=tuple(host.id for host in members),
        version="8.0.3",
        mtu=9000,
        ports=1024,
    )
    return Proposal(distributed, _uplinked(members, distributed.id))


def _uplinked(hosts: Iterable[e.Host], switch: str) -> tuple[e.Entity, ...]:
    """The hosts whose physical adapters nobody uses, with these as uplinks of the switch."""
    found = []
    for host in hosts:
        pnics = tuple(nic if nic.switch else msgspec.structs.replace(nic, switch=switch) for nic in host.pnics)
        if pnics != host.pnics:
            found.append(msgspec.structs.replace(host, pnics=pnics))
    return tuple(found)


def _portgroup(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    switch = inventory.switches[_switch_for(place)]
    used = {group.subnet for group in inventory.portgroups.values()}
    subnet_id = place.above("subnets") or next((id_ for id_ in inventory.subnets if id_ not in used), "")
    subnet = inventory.subnets.get(subnet_id)
    siblings = [group.name for group in inventory.portgroups.values() if group.switch == switch.id]
    base = _base(place, e.PortGroup, siblings)
    if subnet is not None and subnet.name not in siblings:
        base["name"] = subnet.name
    vlan = subnet.vlan if subnet is not None else 0
    return Proposal(e.PortGroup(**base, switch=switch.id, subnet=subnet_id, vlan=vlan))


def _switch_for(place: Place) -> str:
    datacenter = place.above("datacenters")
    within = [
        switch.id for switch in place.inventory.switches.values() if datacenter and switch.datacenter == datacenter
    ]
    return place.above("switches") or next(iter(within), "") or next(iter(place.inventory.switches))


def _link(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    subnet = place.above("subnets")
    own = subnet or place.above("sites")
    by_subnets = len(inventory.sites) < 2 or (subnet and len(inventory.subnets) > 1)
    ends = list(inventory.subnets if by_subnets else inventory.sites)
    a = own if own in ends else ends[0]
    joined = {end for link in inventory.links.values() if a in (link.a, link.b) for end in (link.a, link.b)} | {a}
    b = next((end for end in ends if end not in joined), next(end for end in ends if end != a))
    return Proposal(e.NetworkLink(**_base(place, e.NetworkLink), a=a, b=b, bandwidth_bits_per_s=10e9, rtt_s=0.005))


def _datastore(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    datacenter = place.nearest("datacenters")
    names = [store.name for store in inventory.datastores.values() if store.datacenter == datacenter]
    store = e.Datastore(
        **_base(place, e.Datastore, names),
        datacenter=datacenter,
        cluster=place.above("datastore_clusters"),
        capacity_bytes=4096 * GIB,
        free_bytes=4096 * GIB,
    )
    mounting = [
        msgspec.structs.replace(host, mounts=(*host.mounts, e.DatastoreMount(datastore=store.id)))
        for host in inventory.hosts.values()
        if host.datacenter == datacenter
    ]
    return Proposal(store, tuple(mounting))


def _datastore_cluster(place: Place, _kind: type[e.Entity]) -> Proposal:
    base = _base(place, e.DatastoreCluster)
    return Proposal(e.DatastoreCluster(**base, datacenter=place.nearest("datacenters")))


# --- hosts --------------------------------------------------------------------------------------------------


def _host(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    cluster = place.above("clusters") or ("" if place.above("datacenters") else next(iter(inventory.clusters), ""))
    held = [host for host in inventory.hosts.values() if host.cluster == cluster] if cluster else []
    if held:
        fresh = copying.copied(inventory, held[-1], place.names)
        return Proposal(fresh[0], fresh[1:])
    datacenter = inventory.clusters[cluster].datacenter if cluster else place.nearest("datacenters")
    names = [host.name for host in inventory.hosts.values()]
    host = e.Host(
        **_base(place, e.Host, names),
        datacenter=datacenter,
        cluster=cluster,
        mounts=tuple(
            e.DatastoreMount(datastore=store.id)
            for store in inventory.datastores.values()
            if store.datacenter == datacenter
        ),
    )
    return _networked(inventory, host, place.names)


def _networked(inventory: Inventory, host: e.Host, names: Names) -> Proposal:
    """The first host of a place: with two adapters on the distributed switch there, or else on a switch of its own."""
    distributed = [s for s in inventory.switches.values() if s.distributed and s.datacenter == host.datacenter]
    along: tuple[e.Entity, ...]
    if distributed:
        switch = distributed[0]
        groups = [group for group in inventory.portgroups.values() if group.switch == switch.id]
        joined = msgspec.structs.replace(switch, hosts=(*switch.hosts, host.id))
        group = next((group for group in groups if "vmotion" in group.name.casefold()), next(iter(groups), None))
        along = (joined,)
    else:
        switch = e.Switch(id=names.id_for(e.Switch), name="vSwitch0", hosts=(host.id,))
        subnet, id_ = _first_subnet(inventory, host), names.id_for(e.PortGroup)
        subnet, id_ = _first_subnet(inventory, host), names.id_for(e.PortGroup)
        group = e.PortGroup(id=id_, name="Management Network", switch=switch.id, subnet=subnet)
        along = (switch, group, e.PortGroup(id=names.id_for(e.PortGroup), name="VM Network", switch=switch.id))
    pnics = tuple(e.PhysicalNic(device=f"vmnic{n}", switch=switch.id) for n in (0, 1))
    vmk = _vmkernel(inventory, group, host, names)
    return Proposal(msgspec.structs.replace(host, pnics=pnics, vmk_adapters=(vmk,)), along)


def _first_subnet(inventory: Inventory, host: e.Host) -> str:
    site = inventory.datacenters[host.datacenter].site
    near = [subnet.id for subnet in inventory.subnets.values() if subnet.site == site]
    return next(iter([*near, *inventory.subnets]), "")


def _vmkernel(inventory: Inventory, group: e.PortGroup | None, host: e.Host, names: Names) -> e.VmKernelAdapter:
    subnet = inventory.subnets.get((group.subnet if group is not None else "") or _first_subnet(inventory, host))
    address = ""
    if subnet is not None:
        address = names.address_in(subnet)
    return e.VmKernelAdapter(
        device="vmk0",
        portgroup=group.id if group is not None else "",
        subnet=subnet.id if subnet is not None else "",
        ip_address=address,
        services=("management", "vmotion"),
    )


# --- virtual machines ---------------------------------------------------------------------------------------


def _vm(place: Place, _kind: type[e.Entity]) -> Proposal:
    inventory = place.inventory
    host = best_host(inventory, hosts_at(inventory, place.entity.id if place.entity is not None else ""))
    names = [inventory.vms[id_].name for id_ in inventory.vms_on(host.id)]
    base = _base(place, e.VirtualMachine, names)
    cpus, memory_bytes = 2, 4 * GIB
    return Proposal(
        machine(
            inventory,
            host,
            base["id"],
            base["name"],
            cpus=cpus,
            memory_bytes=memory_bytes,
            disk_bytes=40 * GIB,
            preset="web-server",
            resource_pool=place.above("resource_pools"),
            mac=place.names.mac_address(),
        )
    )


def hosts_at(inventory: Inventory, id_: str) -> list[e.Host]:
    """The hosts that a new VM at this place could be on: of a cluster, a pool, a datacenter; all if it has none."""
    entity = inventory.get(id_)
    while isinstance(entity, e.ResourcePool | e.Folder):
        entity = inventory.get(entity.parent)
    if isinstance(entity, e.Host):
        return [entity]
    if isinstance(entity, e.VirtualMachine):
        return [inventory.hosts[entity.host]]
    every = list(inventory.hosts.values())
    if isinstance(entity, e.Cluster):
        every = [host for host in every if host.cluster == entity.id] or every
    elif isinstance(entity, e.Datacenter):
        every = [host for host in every if host.datacenter == entity.id] or every
    able = [host for host in every if host.connection_state == "connected" and host.maintenance_state == "normal"]
    return able or every


def best_host(inventory: Inventory, hosts: list[e.Host]) -> e.Host:
    """The host with the most memory that its VMs leave."""

    def left(host: e.Host) -> int:
        return host.memory_bytes - sum(inventory.vms[id_].memory_bytes for id_ in inventory.vms_on(host.id))

    return max(hosts, key=left)


def machine(
    inventory: Inventory,
    host: e.Host,
    id_: str,
    name: str,
    *,
    cpus: int,
    memory_bytes: int,
    disk_bytes: int,
    preset: str,
    resource_pool: str = "",
    mac: str = "",
    datastore: str = "",
    portgroup: str = "",
) -> e.VirtualMachine:
    """A running VM with one thin disk, a quarter of it written, and one adapter. Without a datastore or port group the
    one that fits its host best; without a disk where the host has no datastore."""
    store = datastore or best_datastore(inventory, host)
    group = portgroup or guest_network(inventory, host)
    disks = [
        e.VirtualDisk(
            datastore=store, path=f"{name}/{name}.vmdk", capacity_bytes=disk_bytes, used_bytes=disk_bytes // 4
        )
    ]
    return e.VirtualMachine(
        id=id_,
        name=name,
        host=host.id,
        resource_pool=resource_pool,
        cpus=cpus,
        memory_bytes=memory_bytes,
        instance_uuid=naming.uuid_for(id_, "instance"),
        config_path=f"{name}/{name}.vmx" if store else "",
        disks=tuple(disks) if store else (),
        nics=(e.VirtualNic(portgroup=group, mac_address=mac),) if group else (),
        workload=presets.workload(preset, memory_bytes=memory_bytes, cpus=cpus),
    )


def best_datastore(inventory: Inventory, host: e.Host) -> str:
    """Of the datastores that a host may write to, one that most hosts see, and of these the one with the most space."""
    seen: dict[str, int] = {}
    for other in inventory.hosts.values():
        for mount in other.mounts:
            seen[mount.datastore] = seen.get(mount.datastore, 0) + 1
    able = [mount.datastore for mount in host.mounts if mount.accessible and mount.access_mode == "readWrite"]
    return max(able, key=lambda id_: (seen[id_] > 1, inventory.datastores[id_].free_bytes), default="")


def guest_network(inventory: Inventory, host: e.Host) -> str:
    """A port group for guests on a switch of the host: none that VMkernel adapters use, if there is another."""
    switches = {switch.id for switch in inventory.switches.values() if host.id in switch.hosts}
    kernel = {vmk.portgroup for other in inventory.hosts.values() for vmk in other.vmk_adapters}
    groups = [group.id for group in inventory.portgroups.values() if group.switch in switches]
    return next((id_ for id_ in groups if id_ not in kernel), next(iter(groups), ""))


_MAKERS: dict[str, Maker] = {
    "sites": _plain,
    "vcenters": _plain,
    "datacenters": _datacenter,
    "folders": _folder,
    "clusters": _cluster,
    "resource_pools": _pool,
    "subnets": _subnet,
    "switches": _switch,
    "portgroups": _portgroup,
    "links": _link,
    "datastore_clusters": _datastore_cluster,
    "datastores": _datastore,
    "hosts": _host,
    "vms": _vm,
}
