"""Copies of objects: with ids, names and addresses of their own, and with what belongs to them alone.

A host's copy has standard switches and local datastores of its own, sees the same shared datastores and joins the same
distributed switches; a VM's copy has its own files, addresses and UUIDs.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing import naming
from vmotion_gui.inventory.editing.naming import Names
from vmotion_gui.inventory.editing.rewriting import rewritten
from vmotion_gui.inventory.estate import Inventory


def copies(inventory: Inventory, id_: str, count: int) -> tuple[e.Entity, ...]:
    """What to put into the estate for so many copies of an object: the copies, what comes along, and what they join.
    KeyError if there is no such object."""
    entity = inventory.get(id_)
    if entity is None:
        raise KeyError(id_)
    put: dict[str, e.Entity] = {}
    names, last = Names(inventory), entity
    for _ in range(count):
        fresh = copied(inventory, last, names)
        inventory = inventory.with_entities(fresh)
        put |= {one.id: one for one in fresh}
        last = fresh[0]
    return tuple(put.values())


def copied(inventory: Inventory, entity: e.Entity, names: Names) -> tuple[e.Entity, ...]:
    """What to put for one copy, the copy itself first."""
    if isinstance(entity, e.Host):
        return _host(inventory, entity, names)
    if isinstance(entity, e.VirtualMachine):
        return (vm_copy(inventory, entity, names),)
    new = _renamed(entity, names)
    if isinstance(new, e.Subnet):
        return (_subnet(inventory, new),)
    if isinstance(new, e.Cluster):
        emptied: e.Entity = msgspec.structs.replace(
            new, rules=(), das=msgspec.structs.replace(new.das, failover_hosts=())
        )
        return (emptied,)
    if isinstance(new, e.Switch) and new.distributed:
        return (msgspec.structs.replace(new, hosts=()),)
    if isinstance(new, e.Datastore):
        hosts = [_mounting(host, entity.id, new.id) for host in inventory.hosts.values()]
        return (_emptied(new), *(host for host in hosts if host is not None))
    return (new,)


def _renamed(entity: e.Entity, names: Names) -> e.Entity:
    kind = type(entity)
    return msgspec.structs.replace(entity, id=names.id_for(kind), name=names.name_for(kind, [entity.name]), assumed=())


def _emptied(store: e.Datastore) -> e.Datastore:
    return msgspec.structs.replace(store, free_bytes=store.capacity_bytes)


def _mounting(host: e.Host, like: str, new: str) -> e.Host | None:
    mount = next((mount for mount in host.mounts if mount.datastore == like), None)
    if mount is None:
        return None
    return msgspec.structs.replace(host, mounts=(*host.mounts, msgspec.structs.replace(mount, datastore=new)))


def _subnet(inventory: Inventory, subnet: e.Subnet) -> e.Subnet:
    cidr = naming.next_network(inventory)
    vlan = subnet.vlan
    taken = {held.vlan for held in inventory.subnets.values()}
    while vlan and vlan in taken and vlan < 4094:
        vlan += 1
    gateway = naming.first_address(cidr) if subnet.gateway else ""
    return msgspec.structs.replace(subnet, cidr=cidr, gateway=gateway, vlan=vlan)


# --- hosts --------------------------------------------------------------------------------------------------


def _host(inventory: Inventory, host: e.Host, names: Names) -> tuple[e.Entity, ...]:
    new = _renamed(host, names)
    assert isinstance(new, e.Host)
    switches = [s for s in inventory.switches.values() if not s.distributed and s.hosts == (host.id,)]
    own = {switch.id for switch in switches}
    groups = [group for group in inventory.portgroups.values() if group.switch in own]
    stores = [inventory.datastores[id_] for id_ in local_datastores(inventory, host)]
    ids: dict[str, str] = {host.id: new.id}
    belonging: Sequence[Any] = (*switches, *groups, *stores)
    for part in belonging:
        ids[part.id] = names.id_for(type(part))
    along = [_belonging(part, ids, new, names) for part in belonging]
    fresh = rewritten(new, lambda _reference, id_: ids.get(id_, id_))
    fresh = msgspec.structs.replace(
        fresh,
        vmk_adapters=_adapters(inventory, fresh, names),
        connection_state="connected",
        power_state="poweredOn",
        maintenance_state="normal",
        in_quarantine_mode=False,
        component_failed=False,
    )
    joined = [
        msgspec.structs.replace(switch, hosts=(*switch.hosts, new.id))
        for switch in inventory.switches.values()
        if switch.distributed and host.id in switch.hosts
    ]
    return (fresh, *along, *joined)


def local_datastores(inventory: Inventory, host: e.Host) -> list[str]:
    """Datastores that this host alone sees. Of a host without others beside it nothing can be told: there it is those
    that are called local."""
    others = [other for other in inventory.hosts.values() if other.id != host.id]
    shared = {mount.datastore for other in others for mount in other.mounts}
    own = [mount.datastore for mount in host.mounts if mount.datastore not in shared]
    if any((other.datacenter, other.cluster) == (host.datacenter, host.cluster) for other in others):
        return own
    return [id_ for id_ in own if "local" in inventory.datastores[id_].name.casefold()]


def _belonging(part: e.Entity, ids: dict[str, str], host: e.Host, names: Names) -> e.Entity:
    """A switch, port group or datastore of the copied host, as the copy's own: standard port groups keep their names,
    by which they match across hosts."""
    fresh = rewritten(part, lambda _reference, id_: ids.get(id_, id_))
    if isinstance(fresh, e.Datastore):
        name = names.name_for(e.Datastore, [part.name])
        return _emptied(msgspec.structs.replace(fresh, id=ids[part.id], name=name, datacenter=host.datacenter))
    return msgspec.structs.replace(fresh, id=ids[part.id])


def _adapters(inventory: Inventory, host: e.Host, names: Names) -> tuple[e.VmKernelAdapter, ...]:
    found = []
    for vmk in host.vmk_adapters:
        subnet = inventory.subnets.get(vmk.subnet)
        address = ""
        if subnet is not None and vmk.ip_address:
            address = names.address_in(subnet, vmk.ip_address)
        found.append(msgspec.structs.replace(vmk, ip_address=address))
    return tuple(found)


# --- virtual machines ---------------------------------------------------------------------------------------


def vm_copy(inventory: Inventory, vm: e.VirtualMachine, names: Names) -> e.VirtualMachine:
    """A copy of a VM on the same host and datastores, with files, addresses and UUIDs of its own."""
    new = _renamed(vm, names)
    assert isinstance(new, e.VirtualMachine)
    nics = tuple(
        msgspec.structs.replace(
            nic,
            mac_address=names.mac_address() if nic.mac_address else "",
            ip_address=_guest(inventory, nic, names),
        )
        for nic in vm.nics
    )
    return with_own_files(
        msgspec.structs.replace(
            new,
            nics=nics,
            instance_uuid=naming.uuid_for(new.id, "instance") if vm.instance_uuid else "",
            bios_uuid=naming.uuid_for(new.id, "bios") if vm.bios_uuid else "",
            locked_files=(),
            question="",
        ),
        vm.name,
    )


def _guest(inventory: Inventory, nic: e.VirtualNic, names: Names) -> str:
    group = inventory.portgroups.get(nic.portgroup)
    subnet = inventory.subnets.get(group.subnet) if group is not None else None
    if not nic.ip_address or subnet is None:
        return ""
    return names.address_in(subnet, nic.ip_address)


def with_own_files(vm: e.VirtualMachine, old_name: str) -> e.VirtualMachine:
    """The VM with its files in a folder of its own name, where they were named after another name."""

    def moved(path: str) -> str:
        folder, slash, file = path.partition("/")
        if not slash:
            return path.replace(old_name, vm.name)
        return f"{vm.name}/{file.replace(old_name, vm.name)}" if folder.startswith(old_name) else path

    disks = tuple(msgspec.structs.replace(disk, path=moved(disk.path)) for disk in vm.disks)
    return msgspec.structs.replace(vm, disks=disks, config_path=moved(vm.config_path))
