"""The building blocks of the templates: datacenters, networks, hosts and machines with ordinary sizes.

Hosts have two 25 Gbit/s adapters on a distributed switch, one VMkernel adapter for management and one for vMotion with
its own TCP/IP stack and gateway. Addresses are private, names those of documentation (example.com).
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import EntityPut, apply_all
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.building.adding import machine
from vmotion_gui.planning.building.editing import with_space

EntityT = TypeVar("EntityT", bound=e.Entity)

GIB = 1024**3
TIB = 1024 * GIB
ROLES = (
    ("web-01", "web-server", 2, 4, 40),
    ("app-01", "web-server", 4, 16, 60),
    ("db-01", "database", 8, 32, 200),
    ("cache-01", "in-memory-cache", 4, 32, 40),
    ("build-01", "build-server", 8, 16, 100),
    ("desk-01", "idle", 2, 4, 40),
)
"""Name, preset, vCPUs, GB of memory and GB of disk."""


class GroundPlan:
    """An estate that grows."""

    def __init__(self) -> None:
        self._held: dict[str, e.Entity] = {}
        self._vms: list[e.VirtualMachine] = []

    def put(self, entity: EntityT) -> EntityT:
        """Add an entity, or replace the one with its id."""
        self._held[entity.id] = entity
        return entity

    def inventory(self) -> Inventory:
        """The estate, with the space that its VMs take."""
        empty = Inventory(self._held.values())
        return apply_all(empty, with_space(empty, [EntityPut.of(vm) for vm in self._vms]))

    def subnet(self, key: str, name: str, number: int, site: str = "") -> e.Subnet:
        """A /24 with its router at the first address."""
        cidr, gateway = f"10.0.{number}.0/24", f"10.0.{number}.1"
        return self.put(e.Subnet(id=f"subnet-{key}", name=name, cidr=cidr, vlan=number, gateway=gateway, site=site))

    def switch(self, key: str, datacenter: str, *networks: tuple[str, e.Subnet]) -> e.Switch:
        """A distributed switch with a port group for each of these networks."""
        for number, (name, subnet) in enumerate(networks):
            id_ = f"dvportgroup-{key}-{number + 1}"
            self.put(e.PortGroup(id=id_, name=name, switch=f"dvs-{key}", subnet=subnet.id, vlan=subnet.vlan))
        name = f"DSwitch {key.upper()}"
        return self.put(
            e.Switch(
                id=f"dvs-{key}",
                name=name,
                distributed=True,
                datacenter=datacenter,
                version="8.0.3",
                mtu=9000,
                ports=1024,
            )
        )

    def datastore(self, key: str, datacenter: str, size_bytes: int = 8 * TIB) -> e.Datastore:
        """An empty datastore."""
        return self.put(
            e.Datastore(
                id=f"datastore-{key}",
                name=key,
                datacenter=datacenter,
                capacity_bytes=size_bytes,
                free_bytes=size_bytes,
                read_bandwidth_bytes_per_s=2.4e9,
                write_bandwidth_bytes_per_s=1.8e9,
            )
        )

    def host(
        self,
        number: int,
        datacenter: str,
        cluster: str,
        switch: e.Switch,
        management: e.Subnet,
        vmotion: e.Subnet,
        *stores: e.Datastore,
    ) -> e.Host:
        """A host on a switch that has port groups of both subnets."""
        kernel = self._kernel(0, number, switch, management), self._kernel(1, number, switch, vmotion)
        id_ = f"host-{number}"
        joined = self._held[switch.id]
        assert isinstance(joined, e.Switch)
        self.put(msgspec.structs.replace(joined, hosts=(*joined.hosts, id_)))
        pnics = tuple(
            e.PhysicalNic(device=f"vmnic{n}", speed_bits_per_s=25_000_000_000, switch=switch.id) for n in (0, 1)
        )
        return self.put(
            e.Host(
                id=id_,
                name=f"esx-{number:02d}.example.com",
                datacenter=datacenter,
                cluster=cluster,
                pnics=pnics,
                vmk_adapters=kernel,
                mounts=tuple(e.DatastoreMount(datastore=store.id) for store in stores),
            )
        )

    def _kernel(self, place: int, number: int, switch: e.Switch, subnet: e.Subnet) -> e.VmKernelAdapter:
        groups = [group for group in self._held.values() if isinstance(group, e.PortGroup)]
        group = next(group for group in groups if (group.switch, group.subnet) == (switch.id, subnet.id))
        return e.VmKernelAdapter(
            device=f"vmk{place}",
            portgroup=group.id,
            ip_address=f"{subnet.cidr.rpartition('.')[0]}.{10 + number}",
            subnet=subnet.id,
            services=("vmotion",) if place else ("management",),
            net_stack="vmotion" if place else "defaultTcpipStack",
            mtu=9000 if place else 1500,
            gateway=subnet.gateway,
        )

    def machines(self, hosts: list[e.Host], prefix: str = "") -> None:
        """One VM of each role, on the hosts in turn: on the first datastore of its host, in the network for guests of
        its switch, which is the last one there."""
        inventory = Inventory(self._held.values())
        for number, (name, preset, cpus, memory, disk) in enumerate(ROLES):
            host = hosts[number % len(hosts)]
            groups = [group for group in inventory.portgroups.values() if group.switch == host.pnics[0].switch]
            serial = len(self._vms) + 1
            self._vms.append(
                machine(
                    inventory,
                    host,
                    f"vm-{serial}",
                    f"{prefix}{name}",
                    cpus=cpus,
                    memory_bytes=memory * GIB,
                    disk_bytes=disk * GIB,
                    preset=preset,
                    mac=f"00:50:56:80:00:{serial:02x}",
                    datastore=host.mounts[0].datastore,
                    portgroup=groups[-1].id,
                )
            )

    @property
    def vms(self) -> list[e.VirtualMachine]:
        """The machines so far."""
        return list(self._vms)
