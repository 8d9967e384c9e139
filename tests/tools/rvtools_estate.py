"""The estate that generated RVTools workbooks tell: healthy, of any size, always the same.

Hosts of 64 cores stand in clusters of up to 16, each cluster with shared datastores, a standard switch for management
and a distributed one for everything else. Every VM has what its number gives it, so a test can say what must come in.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.tools.xlsx import Cell

Row = dict[str, Cell]
VMS_PER_HOST = 25
HOSTS_PER_CLUSTER = 16
CLUSTERS_PER_DATACENTER = 8
STORES_PER_CLUSTER = 8
NETWORKS = ("Web", "App", "Database", "Backup")
_KINDS = ("web", "app", "sql", "redis", "jenkins", "file", "www", "mail")
GIB_IN_MIB = 1024


@dataclass(frozen=True)
class Vm:
    """What the workbook says of one VM."""

    number: int
    host: int

    @property
    def name(self) -> str:
        return f"{_KINDS[self.number % len(_KINDS)]}-{self.number:05d}"

    @property
    def vm_id(self) -> str:
        return f"vm-{1000 + self.number}"

    @property
    def powered_on(self) -> bool:
        return self.number % 10 != 9

    @property
    def cpus(self) -> int:
        return (1, 2, 4, 8)[self.number % 4]

    @property
    def memory_mib(self) -> int:
        return (4, 8, 16, 32)[self.number % 4] * GIB_IN_MIB

    @property
    def disks(self) -> int:
        return 1 + self.number % 2

    @property
    def nics(self) -> int:
        return 2 if self.number % 5 == 0 else 1

    @property
    def uuid(self) -> str:
        return f"50000000-0000-4000-8000-{self.number:012x}"

    def store(self, cluster: int) -> str:
        """Name of the datastore that holds it."""
        return f"vmfs-{cluster:03d}-{self.number % STORES_PER_CLUSTER:02d}"


class Estate:
    """`vms` machines on as many hosts as they need."""

    def __init__(
        self, vms: int, *, server: str = "vcenter01.example.net", uuid: str = "11111111-0000-4000-8000-000000000001"
    ) -> None:
        self.server, self.uuid = server, uuid
        self.hosts = max(2, -(-vms // VMS_PER_HOST))
        self.vms = [Vm(number, number % self.hosts) for number in range(vms)]
        self.clusters = -(-self.hosts // HOSTS_PER_CLUSTER)

    def host(self, number: int) -> str:
        return f"esx{number:04d}.example.net"

    def cluster_of(self, host: int) -> int:
        return host // HOSTS_PER_CLUSTER

    def cluster(self, number: int) -> str:
        return f"Cluster {number:03d}"

    def datacenter(self, cluster: int) -> str:
        return f"Datacenter {cluster // CLUSTERS_PER_DATACENTER}"

    def members(self, cluster: int) -> list[int]:
        start = cluster * HOSTS_PER_CLUSTER
        return list(range(start, min(start + HOSTS_PER_CLUSTER, self.hosts)))

    @property
    def disk_count(self) -> int:
        return sum(vm.disks for vm in self.vms)

    @property
    def nic_count(self) -> int:
        return sum(vm.nics for vm in self.vms)

    @property
    def store_count(self) -> int:
        return self.clusters * STORES_PER_CLUSTER

    def sdk(self) -> Row:
        return {"VI SDK Server": self.server, "VI SDK UUID": self.uuid}

    def place(self, host: int) -> Row:
        cluster = self.cluster_of(host)
        return {
            "Host": self.host(host),
            "Cluster": self.cluster(cluster),
            "Datacenter": self.datacenter(cluster),
            **self.sdk(),
        }

    def tail(self, vm: Vm) -> Row:
        return {
            "VM": vm.name,
            "Powerstate": "poweredOn" if vm.powered_on else "poweredOff",
            "Template": "False",
            "SRM Placeholder": "False",
            "Annotation": f"owner of {vm.name}",
            "Backup status": "ok",
            "Folder": f"/{self.datacenter(self.cluster_of(vm.host))}/vm/Team {vm.number % 7}",
            "OS according to the configuration file": "Red Hat Enterprise Linux 9 (64-bit)",
            "OS according to the VMware Tools": "Red Hat Enterprise Linux 9 (64-bit)",
            "VMRef": f"VirtualMachine-{vm.vm_id}",
            "VM ID": vm.vm_id,
            "VM UUID": vm.uuid,
            **self.place(vm.host),
        }


def guest_ip(vm: Vm) -> str:
    return f"192.168.{100 + vm.number % len(NETWORKS)}.{vm.number // 8 % 250 + 1}"
