"""Objects from the clipboard put into an estate, perhaps another one than theirs."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing import naming
from vmotion_gui.inventory.editing.checking import faults_of
from vmotion_gui.inventory.editing.naming import Names
from vmotion_gui.inventory.editing.rewriting import rewritten
from vmotion_gui.inventory.estate import COLLECTION_OF, Inventory
from vmotion_gui.inventory.validation.references import Reference
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.building.adding import Place, best_datastore, best_host, guest_network, hosts_at
from vmotion_gui.planning.building.clipboard import ObjectsDocument
from vmotion_gui.planning.building.copying import with_own_files
from vmotion_gui.planning.building.joining import joined


def pasted(inventory: Inventory, document: ObjectsDocument, target: str) -> tuple[e.Entity, ...] | Message:
    """What to put into the estate for what lies on the clipboard, the chosen objects first; or why it cannot be.

    `target` is where: an object that holds such things, or anything within it; "" leaves them where they were, or puts
    them where they fit.
    """
    return _Pasting(inventory, document, target).put()


class _Pasting:
    """One paste."""

    def __init__(self, inventory: Inventory, document: ObjectsDocument, target: str) -> None:
        self._inventory = inventory
        self._document = document
        self._place = Place(inventory, "" if target in document.chosen else target)
        self._names = Names(inventory)
        self._same = _same_estate(inventory, document)
        self._ids: dict[str, str] = {}
        self._made: dict[str, e.Entity] = {}
        self._grown: Inventory | None = None
        self._offers: dict[str, tuple[str, str]] = {}

    def put(self) -> tuple[e.Entity, ...] | Message:
        objects = self._document.entities()
        for entity in objects:
            self._ids[entity.id] = self._names.id_for(type(entity))
        around = [] if self._same else [one for one in self._document.around() if not self._found(one)]
        for entity in around:
            self._ids[entity.id] = self._names.id_for(type(entity))
        fresh: dict[str, e.Entity] = {}
        for entity in (*around, *objects):
            made = self._placed(entity, top=entity.id in self._document.chosen)
            if made is None:
                return message("building.noPlace", name=entity.name)
            self._made[made.id] = fresh[made.id] = made
        return self._checked(fresh)

    def _checked(self, fresh: dict[str, e.Entity]) -> tuple[e.Entity, ...] | Message:
        """With the switches that the hosts join; the chosen objects first."""
        following = self._inventory.with_entities(fresh.values())
        for host in [one for one in fresh.values() if isinstance(one, e.Host)]:
            for switch in joined(following, host):
                fresh[switch.id] = switch
                following = following.with_entities([switch])
        faults = faults_of(self._inventory, fresh.values())
        if faults:
            return faults[0].text
        first = [self._ids[id_] for id_ in self._document.chosen]
        return tuple([fresh[id_] for id_ in first] + [one for id_, one in fresh.items() if id_ not in first])

    def _found(self, entity: e.Entity) -> bool:
        """Whether the estate has something of that kind and name where it is needed, which is then used."""
        for held in self._inventory.collection(COLLECTION_OF[type(entity)]).values():
            if held.name == entity.name and self._serves(held, entity):
                self._ids[entity.id] = held.id
                return True
        return False

    def _serves(self, held: e.Entity, entity: e.Entity) -> bool:
        """Whether something of the estate can stand for something that the objects used: a datastore or a distributed
        switch of the same datacenter as they, a port group of such a switch, the same network."""
        datacenter = self._place.nearest("datacenters")
        match held, entity:
            case e.Datastore(), e.Datastore():
                return held.datacenter == datacenter
            case e.Switch(), e.Switch():
                return held.distributed and entity.distributed and held.datacenter == datacenter
            case e.PortGroup(), e.PortGroup():
                return held.switch == self._ids.get(entity.switch)
            case e.Subnet(), e.Subnet():
                return held.cidr == entity.cidr
            case _:
                return False

    # --- one entity -----------------------------------------------------------------------------------------

    def _placed(self, entity: e.Entity, *, top: bool) -> e.Entity | None:
        """The entity in its new place; None if there is no place for it."""
        lost: list[str] = []

        def replace(reference: Reference, id_: str) -> str | None:
            new = self._elsewhere(reference, id_, top=top and not isinstance(entity, e.NetworkLink))
            if new is None and not reference.optional and "[]" not in reference.path:
                lost.append(reference.path)
            return new

        made = rewritten(entity, replace)
        made = msgspec.structs.replace(made, id=self._ids[entity.id], name=self._name(entity))
        if isinstance(entity, e.VirtualMachine):
            assert isinstance(made, e.VirtualMachine)
            return self._vm(made, entity)
        return None if lost else self._settled(made)

    def _elsewhere(self, reference: Reference, id_: str, *, top: bool) -> str | None:
        """What a reference points at now."""
        if id_ in self._ids:
            return self._ids[id_]
        if top and "[]" not in reference.path:
            if reference.path == "cluster" and isinstance(self._place.entity, e.Datacenter):
                return None
            for collection in reference.targets:
                if found := self._place.above(collection):
                    return found
        if self._same and self._inventory.get(id_) is not None:
            return id_
        if reference.optional or "[]" in reference.path:
            return None
        return next((found for name in reference.targets if (found := self._place.nearest(name))), None)

    def _name(self, entity: e.Entity) -> str:
        """The same, with a number if the estate has it; port groups match by their names and keep them."""
        if isinstance(entity, e.PortGroup | e.Switch):
            return entity.name
        return self._names.free_name(type(entity), entity.name)

    def _settled(self, made: e.Entity) -> e.Entity:
        """The entity as its new place wants it."""
        match made:
            case e.Host():
                return self._host(made)
            case e.Datastore():
                pod = self._get(made.cluster)
                near = isinstance(pod, e.DatastoreCluster) and pod.datacenter == made.datacenter
                return msgspec.structs.replace(
                    made, free_bytes=made.capacity_bytes, cluster=made.cluster if near else ""
                )
            case e.Cluster():
                return msgspec.structs.replace(made, folder=self._folder(made.folder, made.datacenter))
            case e.Switch() if made.distributed and not made.datacenter:
                return msgspec.structs.replace(made, datacenter=self._place.nearest("datacenters"))
            case _:
                return made

    def _get(self, id_: str) -> e.Entity | None:
        return self._made.get(id_) or self._inventory.get(id_)

    def _folder(self, id_: str, datacenter: str, kind: str = "host") -> str:
        """The folder, if it lies in the datacenter and holds objects of the kind."""
        folder = self._get(id_)
        if not isinstance(folder, e.Folder) or folder.kind != kind:
            return ""
        at: e.Entity | None = folder
        while isinstance(at, e.Folder):
            at = self._get(at.parent)
        return id_ if at is not None and at.id == datacenter else ""

    def _host(self, host: e.Host) -> e.Host:
        cluster = self._get(host.cluster)
        datacenter = cluster.datacenter if isinstance(cluster, e.Cluster) else host.datacenter

        def near(reference: Reference, id_: str) -> str | None:
            entity = self._get(id_)
            switch = self._get(entity.switch) if isinstance(entity, e.PortGroup) else entity
            far = isinstance(switch, e.Switch) and switch.distributed and switch.datacenter != datacenter
            return None if far else id_

        moved = rewritten(msgspec.structs.replace(host, datacenter=datacenter), near)
        return msgspec.structs.replace(
            moved,
            folder=self._folder(host.folder, datacenter),
            vmk_adapters=tuple(self._kernel(vmk) for vmk in moved.vmk_adapters),
        )

    def _kernel(self, vmk: e.VmKernelAdapter) -> e.VmKernelAdapter:
        subnet = self._get(vmk.subnet)
        if not isinstance(subnet, e.Subnet) or not vmk.ip_address or not self._names.is_used(vmk.ip_address):
            return vmk
        return msgspec.structs.replace(vmk, ip_address=self._names.address_in(subnet, vmk.ip_address))

    # --- virtual machines -----------------------------------------------------------------------------------

    def _vm(self, vm: e.VirtualMachine, original: e.VirtualMachine) -> e.VirtualMachine | None:
        """With a host, disks and networks that it can use there, and files and addresses of its own; None if there is
        no host."""
        host = self._get(self._ids.get(original.host, ""))
        if host is None:
            hosts = self._hosts(original)
            host = best_host(self._inventory, hosts) if hosts else None
        if not isinstance(host, e.Host):
            return None
        best, guests = self._offer(host)
        stores = {mount.datastore for mount in host.mounts}
        disks = tuple(
            disk if disk.datastore in stores else msgspec.structs.replace(disk, datastore=best)
            for disk in _disks(original, self._ids)
            if disk.datastore in stores or best
        )
        pool = self._get(vm.resource_pool)
        fits = isinstance(pool, e.ResourcePool) and pool.parent in (host.cluster, host.id)
        return with_own_files(
            msgspec.structs.replace(
                vm,
                host=host.id,
                resource_pool=vm.resource_pool if fits else "",
                folder=self._folder(vm.folder, host.datacenter, "vm"),
                config_datastore=vm.config_datastore if vm.config_datastore in stores else "",
                fault_tolerance_secondary_host="",
                disks=disks,
                nics=tuple(self._nic(self._estate(), host, nic, guests) for nic in original.nics),
                instance_uuid=naming.uuid_for(vm.id, "instance") if vm.instance_uuid else "",
                bios_uuid=naming.uuid_for(vm.id, "bios") if vm.bios_uuid else "",
                locked_files=(),
                question="",
            ),
            original.name,
        )

    def _estate(self) -> Inventory:
        """The estate with all that is pasted but the VMs, which come last."""
        if self._grown is None:
            self._grown = self._inventory.with_entities(self._made.values())
        return self._grown

    def _offer(self, host: e.Host) -> tuple[str, str]:
        """The datastore and the network for guests that fit a host best."""
        if host.id not in self._offers:
            estate = self._estate()
            self._offers[host.id] = best_datastore(estate, host), guest_network(estate, host)
        return self._offers[host.id]

    def _hosts(self, original: e.VirtualMachine) -> list[e.Host]:
        """Where a VM may go: to the target; without one to its own host, if this is its estate."""
        target = self._place.entity
        if target is None and self._same and original.host in self._inventory.hosts:
            return [self._inventory.hosts[original.host]]
        return hosts_at(self._inventory, target.id if target is not None else "")

    def _nic(self, estate: Inventory, host: e.Host, nic: e.VirtualNic, guests: str) -> e.VirtualNic:
        """In the port group of that name on the host, else in one for guests; with an address that nobody has."""
        switches = {switch.id for switch in estate.switches.values() if host.id in switch.hosts}
        groups = {group.id: group.name for group in estate.portgroups.values() if group.switch in switches}
        wanted = self._ids.get(nic.portgroup, nic.portgroup if self._same else "")
        name = self._document.names.get(nic.portgroup, "")
        named = next((id_ for id_, held in groups.items() if held == name), "")
        return msgspec.structs.replace(
            nic,
            portgroup=wanted if wanted in groups else named or guests,
            mac_address=self._names.free_mac(nic.mac_address),
            ip_address="" if nic.ip_address and self._names.is_used(nic.ip_address) else nic.ip_address,
        )


def _disks(original: e.VirtualMachine, ids: dict[str, str]) -> Sequence[e.VirtualDisk]:
    """All disks: those whose datastore is not there have lost it, and get another."""
    return [msgspec.structs.replace(disk, datastore=ids.get(disk.datastore, disk.datastore)) for disk in original.disks]


def _same_estate(inventory: Inventory, document: ObjectsDocument) -> bool:
    """Whether the objects come from this estate, or one that is like it as far as they are concerned."""
    return all((held := inventory.get(id_)) is not None and held.name == name for id_, name in document.names.items())
