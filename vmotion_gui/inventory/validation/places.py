"""What holds what: no cycles, one datacenter for what belongs together, and no more free
space than there is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import COLLECTION_OF
from vmotion_gui.inventory.problems import Problem
from vmotion_gui.inventory.validation.material import Material, place_of
from vmotion_gui.messages import message


def cycles(material: Material) -> Iterator[Problem]:
    """Folders or resource pools that hold themselves."""
    for kind in (e.Folder, e.ResourcePool):
        members: dict[str, Any] = dict(material.by_id(kind))
        settled: set[str] = set()
        for index, entity in material.entries(kind):
            chain = _chain(entity.id, members, settled)
            settled.update(chain)
            if chain and members[chain[-1]].parent in chain:
                ring = chain[chain.index(members[chain[-1]].parent) :]
                place = f"{place_of(COLLECTION_OF[kind], index)}.parent"
                yield Problem(place, message("inventory.problem.cycle", ring=" → ".join([*ring, ring[0]])))


def _chain(start: str, members: dict[str, Any], settled: set[str]) -> list[str]:
    """From an entity upwards, as far as there are members that have not been looked at."""
    chain: list[str] = []
    at = start
    while at in members and at not in settled and at not in chain:
        chain.append(at)
        at = members[at].parent
    return chain


def mismatched_places(material: Material) -> Iterator[Problem]:
    """Things of different datacenters, clusters or kinds that say they belong together."""
    yield from _same_datacenter(material, e.Host, "cluster", e.Cluster)
    yield from _same_datacenter(material, e.Datastore, "cluster", e.DatastoreCluster)
    yield from _folders(material)
    yield from _pools_of_vms(material)
    yield from _cpu_of_hosts(material)


def _same_datacenter(
    material: Material, kind: type[e.Entity], field: str, group_kind: type[e.Entity]
) -> Iterator[Problem]:
    groups: dict[str, Any] = dict(material.by_id(group_kind))
    member: Any
    for index, member in material.entries(kind):
        group = groups.get(getattr(member, field))
        if group is not None and group.datacenter != member.datacenter:
            text = message(
                "inventory.problem.otherDatacenter",
                found=member.datacenter,
                group=group.id,
                allowed=group.datacenter,
            )
            yield Problem(f"{place_of(COLLECTION_OF[kind], index)}.datacenter", text)


def _roots(members: dict[str, Any]) -> Callable[[str], str]:
    """Answers what is above the topmost member of a chain of parents; "" within a cycle."""
    known: dict[str, str] = {}

    def root(id_: str) -> str:
        chain: list[str] = []
        at = id_
        while at in members and at not in known and at not in chain:
            chain.append(at)
            at = members[at].parent
        top = known.get(at, "" if at in chain else at)
        known.update(dict.fromkeys(chain, top))
        return top

    return root


def _folders(material: Material) -> Iterator[Problem]:
    folders = material.by_id(e.Folder)
    root = _roots(dict(folders))
    hosts = material.by_id(e.Host)
    datacenter_of: tuple[tuple[type[e.Entity], str, Callable[[Any], str]], ...] = (
        (e.Cluster, "host", lambda cluster: str(cluster.datacenter)),
        (e.Host, "host", lambda host: str(host.datacenter)),
        (e.VirtualMachine, "vm", lambda vm: hosts[vm.host].datacenter if vm.host in hosts else ""),
    )
    for kind, folder_kind, datacenter in datacenter_of:
        entity: Any
        for index, entity in material.entries(kind):
            folder = folders.get(entity.folder)
            if folder is not None:
                place = f"{place_of(COLLECTION_OF[kind], index)}.folder"
                yield from _folder(place, folder, folder_kind, root(folder.id), datacenter(entity))


def _folder(place: str, folder: e.Folder, kind: str, above: str, datacenter: str) -> Iterator[Problem]:
    if folder.kind != kind:
        yield Problem(place, message("inventory.problem.folderKind", folder=folder.id, found=folder.kind, allowed=kind))
    if above and datacenter and above != datacenter:
        text = message("inventory.problem.otherDatacenter", found=datacenter, group=folder.id, allowed=above)
        yield Problem(place, text)


def _pools_of_vms(material: Material) -> Iterator[Problem]:
    pools = material.by_id(e.ResourcePool)
    root = _roots(dict(pools))
    hosts = material.by_id(e.Host)
    for index, vm in material.entries(e.VirtualMachine):
        host = hosts.get(vm.host)
        if host is None or vm.resource_pool not in pools:
            continue
        above = root(vm.resource_pool)
        if above and above not in (host.cluster, host.id):
            text = message(
                "inventory.problem.poolElsewhere",
                pool=vm.resource_pool,
                found=above,
                host=host.id,
                allowed=host.cluster or host.id,
            )
            yield Problem(f"{place_of('vms', index)}.resource_pool", text)


def _cpu_of_hosts(material: Material) -> Iterator[Problem]:
    for index, host in material.entries(e.Host):
        if host.max_evc_mode_key and not host.max_evc_mode_key.startswith(f"{host.cpu_vendor}-"):
            text = message("inventory.problem.evcVendor", found=host.max_evc_mode_key, vendor=host.cpu_vendor)
            yield Problem(f"{place_of('hosts', index)}.max_evc_mode_key", text)
        if host.cores < host.sockets:
            text = message("inventory.problem.fewerCoresThanSockets", found=host.cores, allowed=host.sockets)
            yield Problem(f"{place_of('hosts', index)}.cores", text)


def capacities(material: Material) -> Iterator[Problem]:
    """Datastores with more free space than capacity."""
    for index, store in material.entries(e.Datastore):
        if store.free_bytes > store.capacity_bytes:
            text = message("inventory.problem.moreFree", found=store.free_bytes, allowed=store.capacity_bytes)
            yield Problem(f"{place_of('datastores', index)}.free_bytes", text)
