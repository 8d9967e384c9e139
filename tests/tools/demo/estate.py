"""The demo lab's estate without its virtual machines: a company in Frankfurt with a second site in Munich."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import NamedTuple

from vmotion_gui.inventory import entities as e

GIB = 1024**3
TIB = 1024**4
GBIT = 1_000_000_000

EXTRA_FEATURES = {"intel-icelake": ("cpuid.avx512vbmi2",), "amd-zen3": ("cpuid.vaes",)}
CPU_MODELS = {
    "intel-icelake": ("Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz", 2000, 32),
    "intel-cascadelake": ("Intel(R) Xeon(R) Gold 6248 CPU @ 2.50GHz", 2500, 20),
    "intel-skylake": ("Intel(R) Xeon(R) Gold 6130 CPU @ 2.10GHz", 2100, 16),
    "intel-broadwell": ("Intel(R) Xeon(R) CPU E5-2660 v4 @ 2.00GHz", 2000, 14),
    "amd-zen3": ("AMD EPYC 7543 32-Core Processor", 2800, 32),
}
"""EVC mode -> CPU model, MHz and cores per socket of the hosts here."""


class HostPlan(NamedTuple):
    """What tells one host from the next. Speeds of the pair for vMotion and guests in Gbit/s,
    memory in GiB.
    """

    number: int
    cluster: str
    evc: str
    memory_gib: int
    gbit: int

    @property
    def id(self) -> str:
        return f"host-{self.number}"

    @property
    def at_dr(self) -> bool:
        return self.cluster == "cluster-dr"

    @property
    def is_dev(self) -> bool:
        return self.cluster == "cluster-dev"

    @property
    def name(self) -> str:
        return f"esx-{self.number:02d}.{'dr' if self.at_dr else 'hq'}.example.com"

    @property
    def datacenter(self) -> str:
        return "datacenter-dr" if self.at_dr else "datacenter-dev" if self.is_dev else "datacenter-prod"


HOSTS = (
    *(HostPlan(n, "cluster-prod", "intel-icelake", 512, 25) for n in (1, 2, 3)),
    *(HostPlan(n, "cluster-prod", "intel-cascadelake", 512, 25) for n in (4, 5)),
    HostPlan(6, "cluster-db", "amd-zen3", 768, 25),
    HostPlan(7, "cluster-db", "amd-zen3", 768, 25),
    HostPlan(8, "cluster-db", "amd-zen3", 1024, 25),
    *(HostPlan(n, "cluster-dev", "intel-broadwell", 256, 10) for n in (9, 10)),
    *(HostPlan(n, "cluster-dev", "intel-skylake", 256, 10) for n in (11, 12)),
    *(HostPlan(n, "cluster-dr", "intel-skylake", 384, 10) for n in (21, 22, 23, 24)),
)

ON_VDS = tuple(plan for plan in HOSTS if not plan.is_dev)
LUN_REPORTS = "naa.60060160a1b03000c2f4a1d5e7a2ec11"
LUN_QUORUM = "naa.60060160a1b03000c2f4a1d5e7a2ec12"
KEY_PROVIDER = "kms-hq"


def stable_uuid(name: str) -> str:
    """The same UUID for the same name, every time."""
    return str(uuid.uuid5(uuid.NAMESPACE_DNS, f"{name}.demo.example.com"))


def estate() -> Iterator[e.Entity]:
    """Everything but datastores, whose free space depends on the machines, and the machines."""
    yield from _places()
    yield from _clusters()
    yield from _folders()
    yield from _pools()
    yield from _subnets()
    for plan in HOSTS:
        yield from _standard_switches(plan)
    yield from _distributed()
    yield e.NetworkLink(
        id="link-wan",
        name="Frankfurt-Munich WAN",
        a="site-hq",
        b="site-dr",
        bandwidth_bits_per_s=2e9,
        rtt_s=0.009,
        loss=0.00001,
    )
    for plan in HOSTS:
        yield _host(plan)


def _places() -> Iterator[e.Entity]:
    yield e.Site(id="site-hq", name="Frankfurt")
    yield e.Site(id="site-dr", name="Munich")
    for id_, name, version in (("vcenter-hq", "vc-hq", "8.0.3"), ("vcenter-dr", "vc-dr", "8.0.2")):
        yield e.VCenter(id=id_, name=f"{name}.example.com", version=version, instance_uuid=stable_uuid(name))
    yield e.Datacenter(id="datacenter-prod", name="HQ-Production", vcenter="vcenter-hq", site="site-hq")
    yield e.Datacenter(id="datacenter-dev", name="HQ-Development", vcenter="vcenter-hq", site="site-hq")
    yield e.Datacenter(id="datacenter-dr", name="DR-Munich", vcenter="vcenter-dr", site="site-dr")


def _clusters() -> Iterator[e.Entity]:
    yield e.Cluster(
        id="cluster-prod",
        name="Production",
        datacenter="datacenter-prod",
        folder="folder-compute",
        evc_mode_key="intel-cascadelake",
        rules=(e.VmAntiAffinityRule(name="Domain controllers apart", vms=("vm-dc-01", "vm-dc-02")),),
    )
    yield e.Cluster(
        id="cluster-db",
        name="Databases",
        datacenter="datacenter-prod",
        folder="folder-compute",
        evc_mode_key="amd-zen3",
        drs=e.DrsConfig(default_vm_behavior="partiallyAutomated", migration_threshold=2),
        rules=(
            e.VmHostRule(
                name="Oracle on licensed hosts",
                vms=("vm-ora-01",),
                hosts=("host-6",),
                affine=True,
                mandatory=True,
            ),
            e.VmAntiAffinityRule(name="SQL failover nodes apart", vms=("vm-sqlfci-01", "vm-sqlfci-02")),
        ),
    )
    yield e.Cluster(
        id="cluster-dev",
        name="Development",
        datacenter="datacenter-dev",
        drs=e.DrsConfig(default_vm_behavior="manual"),
        das=e.DasConfig(enabled=False, admission_control_enabled=False),
    )
    yield e.Cluster(
        id="cluster-dr",
        name="Disaster Recovery",
        datacenter="datacenter-dr",
        evc_mode_key="intel-skylake",
        rules=(
            e.VmHostRule(name="Backup near its tape library", vms=("vm-backup-dr-01",), hosts=("host-21", "host-22")),
            e.VmAffinityRule(name="Replication pair together", vms=("vm-repl-01", "vm-repl-02")),
        ),
    )


_VM_FOLDERS = {
    "prod": ("Web", "Applications", "Databases", "Infrastructure", "Templates"),
    "dev": ("Build", "Sandboxes"),
    "dr": ("Replicas", "Infrastructure", "Templates"),
}


def _folders() -> Iterator[e.Entity]:
    yield e.Folder(id="folder-compute", name="Compute", parent="datacenter-prod", kind="host")
    for part, names in _VM_FOLDERS.items():
        for name in names:
            yield e.Folder(id=f"folder-{part}-{name.lower()}", name=name, parent=f"datacenter-{part}")
    yield e.Folder(id="folder-prod-shop", name="Web Shop", parent="folder-prod-applications")


def _pools() -> Iterator[e.Entity]:
    yield e.ResourcePool(
        id="pool-prod",
        name="Business Services",
        parent="cluster-prod",
        cpu_reservation_mhz=40_000,
        memory_reservation_bytes=256 * GIB,
    )
    yield e.ResourcePool(id="pool-web", name="Web", parent="pool-prod")
    yield e.ResourcePool(id="pool-shop", name="Web Shop", parent="pool-prod", vapp=True)
    yield e.ResourcePool(id="pool-infra", name="Infrastructure", parent="cluster-prod")
    yield e.ResourcePool(id="pool-oltp", name="OLTP", parent="cluster-db", memory_reservation_bytes=128 * GIB)
    yield e.ResourcePool(
        id="pool-ci",
        name="Continuous Integration",
        parent="cluster-dev",
        cpu_limit_mhz=60_000,
        memory_limit_bytes=256 * GIB,
        expandable_reservation=False,
    )


SUBNETS = {
    "mgmt-hq": ("Management Frankfurt", "10.10.10", 10, "hq"),
    "vmotion-hq": ("vMotion Frankfurt", "10.10.20", 20, "hq"),
    "storage-hq": ("Storage Frankfurt", "10.10.30", 30, "hq"),
    "web": ("Web", "10.10.100", 100, "hq"),
    "app": ("Applications", "10.10.110", 110, "hq"),
    "db": ("Databases", "10.10.120", 120, "hq"),
    "dev": ("Development", "10.10.130", 130, "hq"),
    "isolated": ("Isolated test", "10.10.131", 131, "hq"),
    "mgmt-dr": ("Management Munich", "10.20.10", 10, "dr"),
    "vmotion-dr": ("vMotion Munich", "10.20.20", 20, "dr"),
    "server-dr": ("Servers Munich", "10.20.100", 100, "dr"),
}
"""Subnet -> name, first three bytes of its addresses, VLAN, site."""

_NO_WAY_OUT = ("storage-hq", "isolated")


def _subnets() -> Iterator[e.Entity]:
    for key, (name, prefix, vlan, site) in SUBNETS.items():
        gateway = "" if key in _NO_WAY_OUT else f"{prefix}.1"
        yield e.Subnet(
            id=f"subnet-{key}",
            name=name,
            cidr=f"{prefix}.0/24",
            vlan=vlan,
            gateway=gateway,
            site=f"site-{site}",
        )


def _standard_switches(plan: HostPlan) -> Iterator[e.Entity]:
    """vSwitch0 with the management network; in Development also vMotion, and vSwitch1 with the guests'
    networks.
    """
    n, site = plan.number, "dr" if plan.at_dr else "hq"
    yield e.Switch(id=f"vswitch0-{n}", name="vSwitch0", hosts=(plan.id,))
    groups = [("vswitch0", "Management Network", f"mgmt-{site}", "management")]
    if plan.is_dev:
        yield e.Switch(id=f"vswitch1-{n}", name="vSwitch1", hosts=(plan.id,))
        groups += [("vswitch0", "vMotion", "vmotion-hq", "vmotion"), ("vswitch1", "VM Network", "dev", "dev")]
    if plan.number in (10, 11, 12):
        groups.append(("vswitch1", "Isolated Test", "isolated", "isolated"))
    for switch, name, subnet, short in groups:
        yield e.PortGroup(
            id=f"pg-{short}-{n}",
            name=name,
            switch=f"{switch}-{n}",
            vlan=SUBNETS[subnet][2],
            subnet=f"subnet-{subnet}",
        )


def _distributed() -> Iterator[e.Entity]:
    for site, datacenter, name in (("hq", "prod", "DSwitch-Frankfurt"), ("dr", "dr", "DSwitch-Munich")):
        members = tuple(plan.id for plan in ON_VDS if plan.at_dr == (site == "dr"))
        yield e.Switch(
            id=f"dvs-{site}",
            name=name,
            distributed=True,
            datacenter=f"datacenter-{datacenter}",
            hosts=members,
            version="8.0.0",
            mtu=9000,
            ports=2048,
        )
    groups = {
        "hq": (
            ("dv-vMotion", "vmotion-hq"),
            ("dv-Storage", "storage-hq"),
            ("dv-Web", "web"),
            ("dv-App", "app"),
            ("dv-DB", "db"),
        ),
        "dr": (("dv-vMotion", "vmotion-dr"), ("dv-Web", "web"), ("dv-Servers", "server-dr")),
    }
    for site, entries in groups.items():
        for name, subnet in entries:
            yield e.PortGroup(
                id=f"{name.lower()}-{site}",
                name=name,
                switch=f"dvs-{site}",
                vlan=SUBNETS[subnet][2],
                subnet=f"subnet-{subnet}",
            )


def _pnics(plan: HostPlan) -> tuple[e.PhysicalNic, ...]:
    guests = f"vswitch1-{plan.number}" if plan.is_dev else "dvs-dr" if plan.at_dr else "dvs-hq"
    return (
        e.PhysicalNic(device="vmnic0", speed_bits_per_s=10 * GBIT, switch=f"vswitch0-{plan.number}"),
        e.PhysicalNic(device="vmnic1", speed_bits_per_s=10 * GBIT, switch=f"vswitch0-{plan.number}"),
        e.PhysicalNic(device="vmnic2", speed_bits_per_s=plan.gbit * GBIT, switch=guests),
        e.PhysicalNic(device="vmnic3", speed_bits_per_s=plan.gbit * GBIT, switch=guests),
    )


def _vmk_adapters(plan: HostPlan) -> Iterator[e.VmKernelAdapter]:
    site = "dr" if plan.at_dr else "hq"
    mgmt, vmotion = SUBNETS[f"mgmt-{site}"][1], SUBNETS[f"vmotion-{site}"][1]
    last = plan.number + 10
    yield e.VmKernelAdapter(
        device="vmk0",
        portgroup=f"pg-management-{plan.number}",
        ip_address=f"{mgmt}.{last}",
        subnet=f"subnet-mgmt-{site}",
        services=("management",),
        gateway=f"{mgmt}.1",
    )
    if plan.is_dev and plan.number != 12:
        yield e.VmKernelAdapter(
            device="vmk1",
            portgroup=f"pg-vmotion-{plan.number}",
            ip_address=f"{vmotion}.{last}",
            subnet="subnet-vmotion-hq",
            services=("vmotion",),
        )
    if not plan.is_dev:
        yield e.VmKernelAdapter(
            device="vmk1",
            portgroup=f"dv-vmotion-{site}",
            ip_address=f"{vmotion}.{last}",
            subnet=f"subnet-vmotion-{site}",
            services=("vmotion",),
            net_stack="vmotion",
            mtu=9000,
            gateway=f"{vmotion}.1",
        )
    if site == "hq" and not plan.is_dev:
        yield e.VmKernelAdapter(
            device="vmk2",
            portgroup="dv-storage-hq",
            ip_address=f"{SUBNETS['storage-hq'][1]}.{last}",
            subnet="subnet-storage-hq",
            mtu=9000,
        )


class StorePlan(NamedTuple):
    """A shared datastore: clusters that mount it, capacity in TiB, and bandwidth (read, write) in bytes per
    second.
    """

    key: str
    name: str
    datacenter: str
    clusters: tuple[str, ...]
    type: e.DatastoreType
    capacity_tib: int
    read: float
    write: float
    pod: str = ""

    @property
    def id(self) -> str:
        return f"datastore-{self.key}"


_BOTH = ("cluster-prod", "cluster-db")
STORES = (
    *(
        StorePlan(f"vmfs-0{n}", f"hq-vmfs-0{n}", "datacenter-prod", _BOTH, "VMFS", 8, 2.4e9, 1.8e9, "pod-gold")
        for n in (1, 2, 3)
    ),
    StorePlan("db-01", "hq-db-nvme-01", "datacenter-prod", ("cluster-db",), "VMFS", 16, 6.0e9, 4.0e9),
    StorePlan("nfs-lib", "hq-nfs-library", "datacenter-prod", _BOTH, "NFS", 4, 0.9e9, 0.6e9),
    StorePlan("nfs-dev", "dev-nfs-01", "datacenter-dev", ("cluster-dev",), "NFS41", 12, 1.0e9, 0.8e9),
    StorePlan("dr-01", "dr-vmfs-01", "datacenter-dr", ("cluster-dr",), "VMFS", 10, 1.6e9, 1.2e9),
    StorePlan("dr-02", "dr-vmfs-02", "datacenter-dr", ("cluster-dr",), "VMFS", 10, 1.6e9, 1.2e9),
)


def datastores(used_bytes: dict[str, int]) -> Iterator[e.Entity]:
    """All datastores, with the space that machines leave free. ValueError if they do not fit."""
    yield e.DatastoreCluster(id="pod-gold", name="HQ-Gold", datacenter="datacenter-prod")
    for store in STORES:
        capacity = store.capacity_tib * TIB
        yield e.Datastore(
            id=store.id,
            name=store.name,
            datacenter=store.datacenter,
            type=store.type,
            cluster=store.pod,
            capacity_bytes=capacity,
            free_bytes=_free(store.id, capacity, used_bytes),
            read_bandwidth_bytes_per_s=store.read,
            write_bandwidth_bytes_per_s=store.write,
        )
    for plan in HOSTS:
        local = f"datastore-local-{plan.number}"
        yield e.Datastore(
            id=local,
            name=f"esx-{plan.number:02d}-local",
            datacenter=plan.datacenter,
            capacity_bytes=480 * GIB,
            free_bytes=_free(local, 480 * GIB, used_bytes),
            read_bandwidth_bytes_per_s=0.5e9,
            write_bandwidth_bytes_per_s=0.4e9,
        )


def _free(datastore: str, capacity: int, used_bytes: dict[str, int]) -> int:
    free = capacity - capacity // 50 - used_bytes.get(datastore, 0)
    if free < 0:
        raise ValueError(f"{datastore}: the machines need {-free} bytes more than there are")
    return free


def _mounts(plan: HostPlan) -> tuple[e.DatastoreMount, ...]:
    shared = [store.id for store in STORES if plan.cluster in store.clusters]
    return tuple(e.DatastoreMount(datastore=id_) for id_ in [*shared, f"datastore-local-{plan.number}"])


def _host(plan: HostPlan) -> e.Host:
    model, mhz, cores = CPU_MODELS[plan.evc]
    luns = {6: (LUN_QUORUM,), 7: (LUN_QUORUM, LUN_REPORTS), 8: (LUN_QUORUM,)}.get(plan.number, ())
    return e.Host(
        id=plan.id,
        name=plan.name,
        datacenter=plan.datacenter,
        cluster=plan.cluster,
        version="8.0.2" if plan.at_dr else "8.0.3",
        build="22380479" if plan.at_dr else "24022510",
        cpu_vendor="amd" if plan.evc.startswith("amd") else "intel",
        cpu_model=model,
        max_evc_mode_key=plan.evc,
        cpu_features=EXTRA_FEATURES.get(plan.evc, ()),
        sockets=2,
        cores=2 * cores,
        cpu_mhz=mhz,
        memory_bytes=plan.memory_gib * GIB,
        pnics=_pnics(plan),
        vmk_adapters=tuple(_vmk_adapters(plan)),
        mounts=_mounts(plan),
        rdm_luns=luns,
        usb_remote_backing=plan.cluster != "cluster-prod",
        key_providers=(KEY_PROVIDER,) if plan.number == 1 else (),
        maintenance_state="inMaintenance" if plan.number == 5 else "normal",
        connection_state="disconnected" if plan.number == 24 else "connected",
        power_state="unknown" if plan.number == 24 else "poweredOn",
    )
