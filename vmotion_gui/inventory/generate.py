"""Synthetic estates of any size for tests and benchmarks: healthy, varied, and the same for the same
arguments.
"""

from __future__ import annotations

import functools
import random
import uuid
from collections.abc import Iterator
from typing import NamedTuple

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory import presets
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.workload import Workload

GIB = 1024**3
_CLUSTERS_OF_A_DATACENTER = 10
_HOSTS_OF_A_DATASTORE = 4
_GUEST_NETWORKS = 4
_CPUS = ((32, 2600, "intel-icelake"), (40, 2400, "intel-cascadelake"), (64, 2800, "amd-zen3"))
_DISKS_GIB = (20, 40, 40, 60, 100, 200)
_ROLES = (
    ("web", "web-server", (2, 2, 4), (4, 8)),
    ("app", "web-server", (2, 4, 8), (8, 16)),
    ("db", "database", (4, 8), (16, 32, 64)),
    ("cache", "in-memory-cache", (2, 4), (8, 16, 32)),
    ("ci", "build-server", (4, 8), (8, 16)),
    ("desk", "idle", (1, 2), (4, 8)),
)
"""Role, preset, and the vCPUs and GiB of memory that its machines have."""
_ROLE_WEIGHTS = (30, 25, 12, 5, 5, 23)


class _Size(NamedTuple):
    hosts: int
    vms: int
    clusters_of: int

    @property
    def clusters(self) -> int:
        return -(-self.hosts // self.clusters_of)

    @property
    def datacenters(self) -> int:
        return -(-self.clusters // _CLUSTERS_OF_A_DATACENTER)

    def hosts_in(self, cluster: int) -> range:
        return range(cluster * self.clusters_of, min((cluster + 1) * self.clusters_of, self.hosts))

    def clusters_in(self, datacenter: int) -> range:
        first = datacenter * _CLUSTERS_OF_A_DATACENTER
        return range(first, min(first + _CLUSTERS_OF_A_DATACENTER, self.clusters))

    def cluster_of(self, host: int) -> int:
        return host // self.clusters_of

    def datacenter_of(self, host: int) -> int:
        return self.cluster_of(host) // _CLUSTERS_OF_A_DATACENTER

    def datastores_in(self, cluster: int) -> int:
        return -(-len(self.hosts_in(cluster)) // _HOSTS_OF_A_DATASTORE)


def generate(hosts: int = 500, vms: int = 8000, seed: int = 0, clusters_of: int = 16) -> Inventory:
    """An estate of so many hosts in clusters of `clusters_of`, with so many VMs.

    Ten clusters make a datacenter, each with its vCenter Server (all in one SSO domain) and its site; the
    sites are linked in a ring. Hosts of a cluster share their datastores and a distributed switch; a local
    datastore each comes on top. Every VM can move within its cluster, apart from one in two hundred, which
    has its host's CD-ROM drive connected.

    ValueError if there are VMs but no host, or a size makes no sense.
    """
    if hosts < 0 or vms < 0 or clusters_of < 1 or (vms and not hosts):
        raise ValueError(f"no estate of {hosts} hosts in clusters of {clusters_of} with {vms} VMs")
    size = _Size(hosts, vms, clusters_of)
    rng = random.Random(seed)
    machines = list(_machines(size, rng))
    return Inventory([*_places(size), *_networks(size), *_datastores(size, machines), *_hosts(size), *machines])


def _places(size: _Size) -> Iterator[e.Entity]:
    for d in range(size.datacenters):
        yield e.Site(id=f"site-{d}", name=f"Site {d + 1}")
        yield e.VCenter(id=f"vcenter-{d}", name=f"vc-{d + 1:02d}.example.com")
        yield e.Datacenter(id=f"datacenter-{d}", name=f"Datacenter {d + 1}", vcenter=f"vcenter-{d}", site=f"site-{d}")
    for c in range(size.clusters):
        yield e.Cluster(
            id=f"cluster-{c}",
            name=f"Cluster {c + 1:03d}",
            datacenter=f"datacenter-{c // _CLUSTERS_OF_A_DATACENTER}",
            evc_mode_key=_CPUS[c % len(_CPUS)][2],
        )
        yield e.ResourcePool(id=f"pool-{c}", name="Services", parent=f"cluster-{c}")


def _networks(size: _Size) -> Iterator[e.Entity]:
    for d in range(size.datacenters):
        site = f"site-{d}"
        yield e.Subnet(
            id=f"subnet-vmotion-{d}",
            name=f"vMotion {d + 1}",
            cidr=f"10.{d}.0.0/16",
            vlan=20,
            gateway=f"10.{d}.255.254",
            site=site,
        )
        members = tuple(f"host-{h}" for c in size.clusters_in(d) for h in size.hosts_in(c))
        yield e.Switch(
            id=f"dvs-{d}",
            name=f"DSwitch {d + 1}",
            distributed=True,
            datacenter=f"datacenter-{d}",
            hosts=members,
            version="8.0.0",
            mtu=9000,
            ports=30_000,
        )
        yield e.PortGroup(
            id=f"dv-vmotion-{d}", name="dv-vMotion", switch=f"dvs-{d}", vlan=20, subnet=f"subnet-vmotion-{d}"
        )
        for n in range(_GUEST_NETWORKS):
            subnet = f"subnet-guests-{d}-{n}"
            cidr, gateway = f"172.{16 + n}.{d}.0/24", f"172.{16 + n}.{d}.1"
            yield e.Subnet(
                id=subnet, name=f"Guests {d + 1}.{n + 1}", cidr=cidr, vlan=100 + n, gateway=gateway, site=site
            )
            yield e.PortGroup(
                id=f"dv-guests-{d}-{n}",
                name=f"dv-Guests-{n + 1}",
                switch=f"dvs-{d}",
                vlan=100 + n,
                subnet=subnet,
            )
    yield from _ring(size.datacenters)


def _ring(sites: int) -> Iterator[e.Entity]:
    ends = [(d, (d + 1) % sites) for d in range(sites)] if sites > 2 else [(0, 1)] if sites == 2 else []
    for a, b in ends:
        yield e.NetworkLink(
            id=f"link-{a}-{b}",
            name=f"WAN {a + 1}-{b + 1}",
            a=f"site-{a}",
            b=f"site-{b}",
            bandwidth_bits_per_s=10e9,
            rtt_s=0.004 + 0.001 * a,
        )


def _datastores(size: _Size, machines: list[e.VirtualMachine]) -> Iterator[e.Entity]:
    used: dict[str, int] = {}
    for vm in machines:
        for disk in vm.disks:
            used[disk.datastore] = used.get(disk.datastore, 0) + disk.allocated_bytes
    for c in range(size.clusters):
        datacenter = f"datacenter-{c // _CLUSTERS_OF_A_DATACENTER}"
        for n in range(size.datastores_in(c)):
            id_ = f"datastore-{c}-{n}"
            filled = used.get(id_, 0)
            capacity = max(16 * 1024 * GIB, filled * 3 // 2)
            yield e.Datastore(
                id=id_,
                name=f"vmfs-{c + 1:03d}-{n + 1}",
                datacenter=datacenter,
                capacity_bytes=capacity,
                free_bytes=capacity - filled,
                read_bandwidth_bytes_per_s=2.4e9,
                write_bandwidth_bytes_per_s=1.8e9,
            )
    for h in range(size.hosts):
        yield e.Datastore(
            id=f"datastore-local-{h}",
            name=f"local-{h + 1:04d}",
            datacenter=f"datacenter-{size.datacenter_of(h)}",
            capacity_bytes=480 * GIB,
            free_bytes=470 * GIB,
            read_bandwidth_bytes_per_s=5e8,
            write_bandwidth_bytes_per_s=4e8,
        )


def _hosts(size: _Size) -> Iterator[e.Entity]:
    memory_bytes = _host_memory_bytes(size)
    for h in range(size.hosts):
        c, d = size.cluster_of(h), size.datacenter_of(h)
        cores, mhz, evc = _CPUS[c % len(_CPUS)]
        place = h - size.hosts_in(size.clusters_in(d)[0])[0]
        vmk = e.VmKernelAdapter(
            device="vmk1",
            portgroup=f"dv-vmotion-{d}",
            ip_address=f"10.{d}.{place // 200}.{place % 200 + 10}",
            subnet=f"subnet-vmotion-{d}",
            services=("vmotion", "management"),
            net_stack="vmotion",
            mtu=9000,
            gateway=f"10.{d}.255.254",
        )
        stores = [f"datastore-{c}-{n}" for n in range(size.datastores_in(c))]
        yield e.Host(
            id=f"host-{h}",
            name=f"esx-{h + 1:04d}.example.com",
            datacenter=f"datacenter-{d}",
            cluster=f"cluster-{c}",
            cpu_vendor="amd" if evc.startswith("amd") else "intel",
            max_evc_mode_key=evc,
            cores=cores,
            cpu_mhz=mhz,
            memory_bytes=memory_bytes,
            pnics=_pnics(d, 25 if c % 2 else 10),
            vmk_adapters=(vmk,),
            mounts=tuple(e.DatastoreMount(datastore=id_) for id_ in [*stores, f"datastore-local-{h}"]),
        )


def _host_memory_bytes(size: _Size) -> int:
    """512 GiB; in denser estates so much that the machines, 16 GiB each at the mean, take no more than two
    thirds.
    """
    per_host = -(-size.vms // max(1, size.hosts))
    return max(512, per_host * 24) * GIB


def _pnics(datacenter: int, gbit: int) -> tuple[e.PhysicalNic, ...]:
    return tuple(
        e.PhysicalNic(device=f"vmnic{n}", speed_bits_per_s=gbit * 1_000_000_000, switch=f"dvs-{datacenter}")
        for n in (0, 1)
    )


@functools.lru_cache(maxsize=256)
def _workload(preset: str, memory_bytes: int, cpus: int) -> Workload:
    return presets.workload(preset, memory_bytes=memory_bytes, cpus=cpus)


def _machines(size: _Size, rng: random.Random) -> Iterator[e.VirtualMachine]:
    numbers = dict.fromkeys((role[0] for role in _ROLES), 0)
    for v in range(size.vms):
        host = v % size.hosts
        role, preset, cpus_of, memory_of = rng.choices(_ROLES, _ROLE_WEIGHTS)[0]
        numbers[role] += 1
        cpus, memory_bytes = rng.choice(cpus_of), rng.choice(memory_of) * GIB
        name = f"{role}-{numbers[role]:05d}"
        store = f"datastore-{size.cluster_of(host)}-{rng.randrange(size.datastores_in(size.cluster_of(host)))}"
        yield e.VirtualMachine(
            id=f"vm-{v}",
            name=name,
            host=f"host-{host}",
            resource_pool=f"pool-{size.cluster_of(host)}" if rng.random() < 0.5 else "",
            power_state=rng.choices(("poweredOn", "poweredOff", "suspended"), (92, 7, 1))[0],
            cpus=cpus,
            memory_bytes=memory_bytes,
            instance_uuid=str(uuid.UUID(int=rng.getrandbits(128), version=4)),
            config_path=f"{name}/{name}.vmx",
            disks=_disks(name, store, rng),
            nics=(_nic(v, size.datacenter_of(host), rng),),
            devices=_devices(v),
            workload=_workload(preset, memory_bytes, cpus),
        )


def _disks(name: str, store: str, rng: random.Random) -> tuple[e.VirtualDisk, ...]:
    disks = []
    for n in range(rng.choices((1, 2, 3), (70, 25, 5))[0]):
        capacity = rng.choice(_DISKS_GIB) * GIB
        suffix = f"_{n}" if n else ""
        disks.append(
            e.VirtualDisk(
                label=f"Hard disk {n + 1}",
                datastore=store,
                path=f"{name}/{name}{suffix}.vmdk",
                capacity_bytes=capacity,
                used_bytes=capacity * rng.randrange(20, 90) // 100,
            )
        )
    return tuple(disks)


def _nic(number: int, datacenter: int, rng: random.Random) -> e.VirtualNic:
    mac = ":".join(f"{byte:02x}" for byte in (0x50 + number).to_bytes(3, "big"))
    return e.VirtualNic(
        portgroup=f"dv-guests-{datacenter}-{rng.randrange(_GUEST_NETWORKS)}", mac_address=f"00:50:56:{mac}"
    )


def _devices(number: int) -> tuple[e.VirtualDevice, ...]:
    if number % 200 != 199:
        return ()
    return (e.VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing="host:/vmfs/devices/cdrom/mpx.vmhba0:C0"),)
