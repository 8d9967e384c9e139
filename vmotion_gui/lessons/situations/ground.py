"""What small estates for teaching are made of: a cluster with hosts, networks, a shared datastore, and machines."""

from __future__ import annotations

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory import presets
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Distribution, Uniform, Workload, WorkloadPhase

GIB = 1024**3
GBIT = 1_000_000_000
_SHARED = ("ds-shared",)


def places(hosts: int, *, stores: tuple[str, ...] = _SHARED, rules: tuple[e.ClusterRule, ...] = ()) -> list[e.Entity]:
    """A vCenter with one cluster, its networks and datastores, for hosts host-1 to host-n."""
    members = tuple(f"host-{n}" for n in range(1, hosts + 1))
    return [
        e.Site(id="site-1", name="Frankfurt"),
        e.VCenter(id="vcenter-1", name="vc-01.example.com"),
        e.Datacenter(id="dc-1", name="Frankfurt", vcenter="vcenter-1", site="site-1"),
        e.Cluster(id="cluster-1", name="Production", datacenter="dc-1", evc_mode_key="intel-skylake", rules=rules),
        e.Subnet(id="net-vmotion", name="vMotion", cidr="10.1.20.0/24", vlan=20, gateway="10.1.20.1", site="site-1"),
        e.Subnet(id="net-web", name="Web", cidr="10.1.100.0/24", vlan=100, gateway="10.1.100.1", site="site-1"),
        e.Switch(id="dvs-1", name="DSwitch", distributed=True, datacenter="dc-1", hosts=members, mtu=9000),
        e.PortGroup(id="pg-vmotion", name="dv-vMotion", switch="dvs-1", vlan=20, subnet="net-vmotion"),
        e.PortGroup(id="pg-web", name="dv-Web", switch="dvs-1", vlan=100, subnet="net-web"),
        *(store(id_) for id_ in stores),
    ]


def store(id_: str, datacenter: str = "dc-1", *, write: float = 0.8e9, free: int = 3000) -> e.Datastore:
    """A datastore of 4 TiB."""
    return e.Datastore(
        id=id_,
        name=id_.removeprefix("ds-"),
        datacenter=datacenter,
        capacity_bytes=4000 * GIB,
        free_bytes=free * GIB,
        read_bandwidth_bytes_per_s=1.0e9,
        write_bandwidth_bytes_per_s=write,
    )


def host(number: int, *, gbit: float = 10.0, stores: tuple[str, ...] = _SHARED, **more: object) -> e.Host:
    """A host of the cluster with one adapter of this speed, on the distributed switch."""
    fields: dict[str, object] = {
        "datacenter": "dc-1",
        "cluster": "cluster-1",
        "cpu_model": "Intel Xeon Gold 6330",
        "memory_bytes": 256 * GIB,
        "pnics": (e.PhysicalNic(device="vmnic0", speed_bits_per_s=int(gbit * GBIT), switch="dvs-1"),),
        "vmk_adapters": (
            e.VmKernelAdapter(
                device="vmk0",
                portgroup="pg-vmotion",
                ip_address=f"10.1.20.{number + 10}",
                subnet="net-vmotion",
                services=("management", "vmotion"),
                mtu=9000,
                gateway="10.1.20.1",
            ),
        ),
        "mounts": tuple(e.DatastoreMount(datastore=id_) for id_ in stores),
    }
    return e.Host(id=f"host-{number}", name=f"esx-{number:02d}.example.com", **{**fields, **more})  # type: ignore[arg-type]  # fields by name


def vm(
    number: int, name: str, on: str = "host-1", *, memory: int = 8, cpus: int = 2, **more: object
) -> e.VirtualMachine:
    """A virtual machine of so many GiB with a disk on the shared datastore; a web server unless told otherwise."""
    memory_bytes = memory * GIB
    fields: dict[str, object] = {
        "cpus": cpus,
        "memory_bytes": memory_bytes,
        "config_path": f"{name}/{name}.vmx",
        "disks": (disk(name, "ds-shared"),),
        "nics": (
            e.VirtualNic(
                portgroup="pg-web", mac_address=f"00:50:56:10:00:{number:02x}", ip_address=f"10.1.100.{number}"
            ),
        ),
        "min_required_evc_mode_key": "intel-skylake",
        "workload": presets.workload("web-server", memory_bytes=memory_bytes, cpus=cpus),
    }
    return e.VirtualMachine(id=f"vm-{number}", name=name, host=on, **{**fields, **more})  # type: ignore[arg-type]  # fields by name


def disk(name: str, datastore: str, gib: int = 40, number: int = 1) -> e.VirtualDisk:
    """A thin disk, half full."""
    suffix = f"_{number}" if number > 1 else ""
    return e.VirtualDisk(
        label=f"Hard disk {number}",
        datastore=datastore,
        path=f"{name}/{name}{suffix}.vmdk",
        capacity_bytes=gib * GIB,
        used_bytes=gib * GIB // 2,
    )


def writes(
    pages_per_s: float, working_set_gib: float, distribution: Distribution | None = None, *, disk_mb_per_s: float = 0.0
) -> Workload:
    """A machine that writes so many pages per second within so much memory."""
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=pages_per_s,
        working_set_bytes=int(working_set_gib * GIB),
        distribution=distribution or Uniform(),
        cpu_load=0.5,
        disk_write_rate_bytes_per_s=disk_mb_per_s * 1e6,
        network_load_bytes_per_s=2e6,
    )
    return Workload(phases=(phase,), request_rate_per_s=200.0)


def lab_of(name: str, *entities: e.Entity, **more: object) -> Lab:
    """A lab with these entities."""
    return Lab(inventory=Inventory(entities), name=name, seed=1, **more)  # type: ignore[arg-type]  # fields by name
