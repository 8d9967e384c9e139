"""Writes full RVTools workbooks of any size: all 27 sheets with all their columns, a healthy estate, always the same.

Hosts of 64 cores stand in clusters of up to 16, each cluster with shared datastores, a standard switch for management
and a distributed one for everything else. Every VM has what its number gives it, so a test can say what must come in.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.tools.rvtools_columns import COLUMNS
from tests.tools.xlsx import Cell, write_xlsx

Row = dict[str, Cell]
VMS_PER_HOST = 25
HOSTS_PER_CLUSTER = 16
CLUSTERS_PER_DATACENTER = 8
STORES_PER_CLUSTER = 8
NETWORKS = ("Web", "App", "Database", "Backup")
_KINDS = ("web", "app", "sql", "redis", "jenkins", "file", "www", "mail")
_GIB_IN_MIB = 1024


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
        return (4, 8, 16, 32)[self.number % 4] * _GIB_IN_MIB

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
    """The estate of a workbook: `vms` machines on as many hosts as they need."""

    def __init__(
        self, vms: int, *, server: str = "vcenter01.example.net", uuid: str = "11111111-0000-4000-8000-000000000001"
    ) -> None:
        self.server, self.uuid = server, uuid
        self.hosts = max(2, -(-vms // VMS_PER_HOST))
        self.vms = [Vm(number, number % self.hosts) for number in range(vms)]
        self.clusters = -(-self.hosts // HOSTS_PER_CLUSTER)

    # --- names ------------------------------------------------------------------------------------------------

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

    # --- rows -------------------------------------------------------------------------------------------------

    def _sdk(self) -> Row:
        return {"VI SDK Server": self.server, "VI SDK UUID": self.uuid}

    def _place(self, host: int) -> Row:
        cluster = self.cluster_of(host)
        return {
            "Host": self.host(host),
            "Cluster": self.cluster(cluster),
            "Datacenter": self.datacenter(cluster),
            **self._sdk(),
        }

    def _tail(self, vm: Vm) -> Row:
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
            **self._place(vm.host),
        }

    def info(self) -> Iterator[Row]:
        for vm in self.vms:
            cluster = self.cluster_of(vm.host)
            on = vm.powered_on
            yield {
                **self._tail(vm),
                "Config status": "green",
                "DNS Name": f"{vm.name}.example.net" if on else "",
                "Connection state": "connected",
                "Guest state": "running" if on else "notRunning",
                "Heartbeat": "green" if on else "gray",
                "Consolidation Needed": "False",
                "PowerOn": "2025/04/16 22:16:09" if on else "",
                "CPUs": vm.cpus,
                "Memory": vm.memory_mib,
                "Active Memory": vm.memory_mib // 10 if on else 0,
                "NICs": vm.nics,
                "Disks": vm.disks,
                "Total disk capacity MiB": vm.disks * 40 * _GIB_IN_MIB,
                "min Required EVC Mode Key": "intel-cascadelake" if on else "",
                "Latency Sensitivity": "normal",
                "Primary IP Address": _guest_ip(vm) if on else "",
                "Network #1": NETWORKS[vm.number % len(NETWORKS)],
                "Num Monitors": 1,
                "Video Ram KiB": 8192,
                "Resource pool": f"/{self.datacenter(cluster)}/{self.cluster(cluster)}/Resources/Pool {vm.number % 3}",
                "Folder ID": f"group-v{vm.number % 7}",
                "FT State": "notConfigured",
                "Provisioned MiB": vm.disks * 40 * _GIB_IN_MIB,
                "In Use MiB": vm.disks * 20 * _GIB_IN_MIB,
                "Unshared MiB": vm.disks * 20 * _GIB_IN_MIB,
                "HA Restart Priority": "medium",
                "Boot delay": 0,
                "EFI Secure boot": "True",
                "Firmware": "efi",
                "HW version": 19,
                "HW upgrade status": "none",
                "Path": f"[{vm.store(cluster)}] {vm.name}/{vm.name}.vmx",
                "SMBIOS UUID": vm.uuid.replace("5", "4", 1),
                "VI SDK Server type": "VMware vCenter Server 8.0.3 build-24322831",
                "VI SDK API Version": "8.0.3.0",
            }

    def cpu(self) -> Iterator[Row]:
        for vm in self.vms:
            used = 150 * vm.cpus * (1 + vm.number % 4) if vm.powered_on else 0
            yield {
                **self._tail(vm),
                "CPUs": vm.cpus,
                "Sockets": vm.cpus,
                "Cores p/s": 1,
                "Overall": used,
                "Level": "normal",
                "Shares": 1000 * vm.cpus,
                "Reservation": 0,
                "Limit": -1,
                "Hot Add": "False",
                "Hot Remove": "False",
            }

    def memory(self) -> Iterator[Row]:
        for vm in self.vms:
            share = vm.memory_mib if vm.powered_on else 0
            yield {
                **self._tail(vm),
                "Size MiB": vm.memory_mib,
                "Overhead": 80,
                "Max": share,
                "Consumed": share * 3 // 4,
                "Private": share // 2,
                "Shared": 0,
                "Swapped": 0,
                "Ballooned": 0,
                "Active": share // 10,
                "Level": "normal",
                "Shares": 10 * vm.memory_mib,
                "Reservation": 0,
                "Limit": -1,
                "Hot Add": "True",
            }

    def disk(self) -> Iterator[Row]:
        for vm in self.vms:
            tail = self._tail(vm)
            store = vm.store(self.cluster_of(vm.host))
            for number in range(vm.disks):
                suffix = f"_{number}" if number else ""
                yield {
                    **tail,
                    "Disk": f"Hard disk {number + 1}",
                    "Disk Key": 2000 + number,
                    "Disk UUID": f"{vm.uuid}-{number}",
                    "Capacity MiB": 40 * _GIB_IN_MIB,
                    "Raw": "False",
                    "Disk Mode": "persistent",
                    "Sharing mode": "sharingNone",
                    "Thin": "True",
                    "Eagerly Scrub": "False",
                    "Level": "normal",
                    "Shares": 1000,
                    "Limit": -1,
                    "Controller": "VMware paravirtual SCSI",
                    "Label": "SCSI controller 0",
                    "SCSI Unit #": 7,
                    "Unit #": number,
                    "Shared Bus": "noSharing",
                    "Path": f"[{store}] {vm.name}/{vm.name}{suffix}.vmdk",
                }

    def partition(self) -> Iterator[Row]:
        for vm in self.vms:
            for number in range(vm.disks if vm.powered_on else 0):
                yield {
                    **self._tail(vm),
                    "Disk Key": 2000 + number,
                    "Disk": "/" if number == 0 else "/data",
                    "Capacity MiB": 40 * _GIB_IN_MIB,
                    "Consumed MiB": 20 * _GIB_IN_MIB,
                    "Free MiB": 20 * _GIB_IN_MIB,
                    "Free %": 50,
                }

    def network(self) -> Iterator[Row]:
        for vm in self.vms:
            tail = self._tail(vm)
            for number in range(vm.nics):
                network = NETWORKS[vm.number % len(NETWORKS)] if number == 0 else "Backup"
                yield {
                    **tail,
                    "NIC label": f"Network adapter {number + 1}",
                    "Adapter": "Vmxnet3",
                    "Network": network,
                    "Switch": f"dvs-{self.cluster_of(vm.host):03d}",
                    "Connected": str(vm.powered_on),
                    "Starts Connected": "True",
                    "Mac Address": f"00:50:56:{number:02x}:{vm.number // 256:02x}:{vm.number % 256:02x}",
                    "Type": "assigned",
                    "IPv4 Address": _guest_ip(vm) if vm.powered_on and number == 0 else "",
                    "Direct Path IO": "False",
                }

    def drives(self) -> Iterator[Row]:
        for vm in self.vms:
            yield {
                **self._tail(vm),
                "Device Node": "CD/DVD drive 1",
                "Connected": "False",
                "Starts Connected": "False",
                "Device Type": "Client device",
            }

    def usb(self) -> Iterator[Row]:
        for vm in self.vms[::500]:
            yield {
                **self._tail(vm),
                "Device Node": "USB 1",
                "Device Type": "Dongle",
                "Connected": "False",
                "Family": "security",
            }

    def snapshot(self) -> Iterator[Row]:
        for vm in self.vms[::20]:
            yield {
                **self._tail(vm),
                "Name": "before update",
                "Date / time": "2025/05/01 08:00:00",
                "Size MiB (total)": 512,
                "Quiesced": "False",
                "State": "poweredOn",
            }

    def tools(self) -> Iterator[Row]:
        for vm in self.vms:
            state = "toolsOk" if vm.powered_on else "toolsNotRunning"
            yield {
                **self._tail(vm),
                "Tools": state,
                "Tools Version": 12352,
                "Heartbeat status": "green",
                "Upgradeable": "No",
            }

    def pools(self) -> Iterator[Row]:
        for cluster in range(self.clusters):
            for number in range(3):
                name = f"Pool {number}"
                yield {
                    "Resource Pool name": name,
                    "Resource Pool path": f"/{self.datacenter(cluster)}/{self.cluster(cluster)}/Resources/{name}",
                    "CPU reservation": 1000 * number,
                    "Mem reservation": 1024 * number,
                    "CPU limit": -1,
                    "Mem limit": -1,
                    "CPU expandableReservation": "True",
                    "Object ID": f"resgroup-{cluster}-{number}",
                    **self._sdk(),
                }

    def cluster_rows(self) -> Iterator[Row]:
        for cluster in range(self.clusters):
            yield {
                "Name": self.cluster(cluster),
                "Config status": "green",
                "NumHosts": len(self.members(cluster)),
                "HA enabled": "True",
                "Failover Level": 1,
                "AdmissionControlEnabled": "True",
                "DRS enabled": "True",
                "DRS default VM behavior": "partiallyAutomated",
                "DRS vmotion rate": 4,
                "Object ID": f"domain-c{cluster}",
                **self._sdk(),
            }

    def host_rows(self) -> Iterator[Row]:
        for host in range(self.hosts):
            yield {
                **self._place(host),
                "Config status": "green",
                "in Maintenance Mode": "False",
                "in Quarantine Mode": "False",
                "CPU Model": "Intel(R) Xeon(R) Gold 6338 CPU @ 2.00GHz",
                "Speed": 1995,
                "HT Available": "True",
                "HT Active": "True",
                "# CPU": 2,
                "Cores per CPU": 32,
                "# Cores": 64,
                "CPU usage %": 20,
                "# Memory": 1048576,
                "Memory usage %": 40,
                "# NICs": 4,
                "VMotion support": "True",
                "Storage VMotion support": "True",
                "Current EVC": "intel-cascadelake",
                "Max EVC": "intel-icelake",
                "Assigned License(s)": "VMware vSphere 8 Enterprise Plus",
                "ESX Version": "VMware ESXi 8.0.3 build-24022510",
                "Vendor": "Dell Inc.",
                "Model": "PowerEdge R750",
                "Object ID": f"host-{host}",
                "UUID": f"4c4c4544-0000-4000-8000-{host:012x}",
            }

    def hbas(self) -> Iterator[Row]:
        for host in range(self.hosts):
            yield {
                **self._place(host),
                "Device": "vmhba0",
                "Type": "Fibre Channel",
                "Status": "online",
                "Driver": "lpfc",
            }

    def nic_rows(self) -> Iterator[Row]:
        for host in range(self.hosts):
            for number in range(4):
                yield {
                    **self._place(host),
                    "Network Device": f"vmnic{number}",
                    "Driver": "i40en",
                    "Duplex": "True",
                    "Speed": 10000 if number < 2 else 25000,
                    "MAC": f"3c:ec:ef:00:{host % 256:02x}:{number:02x}",
                    "Switch": "vSwitch0" if number < 2 else f"dvs-{self.cluster_of(host):03d}",
                }

    def switches(self) -> Iterator[Row]:
        for host in range(self.hosts):
            yield {
                **self._place(host),
                "Switch": "vSwitch0",
                "# Ports": 2560,
                "Free Ports": 2550,
                "MTU": 1500,
                "Notify Switch": "True",
            }

    def ports(self) -> Iterator[Row]:
        for host in range(self.hosts):
            yield {**self._place(host), "Port Group": "Management Network", "Switch": "vSwitch0", "VLAN": 10}

    def distributed_switches(self) -> Iterator[Row]:
        for cluster in range(self.clusters):
            name = f"dvs-{cluster:03d}"
            yield {
                "Switch": name,
                "Name": name,
                "Datacenter": self.datacenter(cluster),
                "Vendor": "VMware, Inc.",
                "Version": "8.0.0",
                "Host members": ", ".join(map(self.host, self.members(cluster))),
                "# Ports": 4096,
                "Max MTU": 9000,
                "Object ID": f"dvs-{cluster}",
                **self._sdk(),
            }

    def distributed_ports(self) -> Iterator[Row]:
        for cluster in range(self.clusters):
            for number, name in enumerate(("vMotion", *NETWORKS)):
                yield {
                    "Port": name,
                    "Switch": f"dvs-{cluster:03d}",
                    "Type": "earlyBinding",
                    "# Ports": 512,
                    "VLAN": 20 + number,
                    "Object ID": f"dvportgroup-{cluster}-{number}",
                    **self._sdk(),
                }

    def vmkernel(self) -> Iterator[Row]:
        for host in range(self.hosts):
            low = f"{host // 200}.{host % 200 + 10}"
            for number, group in enumerate(("Management Network", "vMotion")):
                yield {
                    **self._place(host),
                    "Port Group": group,
                    "Device": f"vmk{number}",
                    "DHCP": "False",
                    "Mac Address": f"00:50:56:6{number}:{host // 256:02x}:{host % 256:02x}",
                    "IP Address": f"172.{16 + number}.{low}",
                    "Subnet mask": "255.255.0.0",
                    "Gateway": "172.16.0.1" if number == 0 else "",
                    "MTU": 9000 if number else 1500,
                }

    def stores(self) -> Iterator[Row]:
        for cluster in range(self.clusters):
            hosts = ", ".join(map(self.host, self.members(cluster)))
            for number in range(STORES_PER_CLUSTER):
                name = f"vmfs-{cluster:03d}-{number:02d}"
                yield {
                    "Name": name,
                    "Config status": "green",
                    "Accessible": "True",
                    "Type": "VMFS",
                    "Capacity MiB": 33554432,
                    "Provisioned MiB": 20000000,
                    "In Use MiB": 16777216,
                    "Free MiB": 16777216,
                    "Free %": 50,
                    "# Hosts": len(self.members(cluster)),
                    "Hosts": hosts,
                    "Block size": 1,
                    "Major Version": 6,
                    "MHA": "True",
                    "Object ID": f"datastore-{cluster}-{number}",
                    **self._sdk(),
                }

    def multipath(self) -> Iterator[Row]:
        for host in range(self.hosts):
            cluster = self.cluster_of(host)
            for number in range(STORES_PER_CLUSTER):
                yield {
                    **self._place(host),
                    "Datastore": f"vmfs-{cluster:03d}-{number:02d}",
                    "Policy": "VMW_PSP_RR",
                    "Path 1": "vmhba0",
                }

    def files(self) -> Iterator[Row]:
        for vm in self.vms:
            store = vm.store(self.cluster_of(vm.host))
            for extension in ("vmx", "vmdk", "nvram"):
                name = f"{vm.name}.{extension}"
                yield {"File Name": name, "File Type": extension, "Path": f"[{store}] {vm.name}/{name}", **self._sdk()}

    def source(self) -> Iterator[Row]:
        yield {
            "Name": self.server,
            "OS type": "linux-x64",
            "API type": "VirtualCenter",
            "API version": "8.0.3.0",
            "Version": "8.0.3",
            "Build": "24322831",
            "Product name": "VMware vCenter Server",
            **self._sdk(),
        }

    def licences(self) -> Iterator[Row]:
        yield {"Name": "VMware vSphere 8 Enterprise Plus", "Total": 1000, "Used": 800, **self._sdk()}

    def health(self) -> Iterator[Row]:
        yield {"Name": self.cluster(0), "Message": "Everything is in order", "Message type": "Info", **self._sdk()}

    def meta(self) -> Iterator[Row]:
        yield {
            "RVTools major version": "4.7",
            "RVTools version": "4.7.1.4",
            "xlsx creation datetime": "2025-05-20 10:00:00",
            "Server": self.server,
        }

    def sheets(self) -> dict[str, Iterator[Row]]:
        """Rows by sheet, for all 27."""
        return {
            "vInfo": self.info(),
            "vCPU": self.cpu(),
            "vMemory": self.memory(),
            "vDisk": self.disk(),
            "vPartition": self.partition(),
            "vNetwork": self.network(),
            "vCD": self.drives(),
            "vUSB": self.usb(),
            "vSnapshot": self.snapshot(),
            "vTools": self.tools(),
            "vSource": self.source(),
            "vRP": self.pools(),
            "vCluster": self.cluster_rows(),
            "vHost": self.host_rows(),
            "vHBA": self.hbas(),
            "vNIC": self.nic_rows(),
            "vSwitch": self.switches(),
            "vPort": self.ports(),
            "dvSwitch": self.distributed_switches(),
            "dvPort": self.distributed_ports(),
            "vSC_VMK": self.vmkernel(),
            "vDatastore": self.stores(),
            "vMultiPath": self.multipath(),
            "vLicense": self.licences(),
            "vFileInfo": self.files(),
            "vHealth": self.health(),
            "vMetaData": self.meta(),
        }


def _guest_ip(vm: Vm) -> str:
    return f"192.168.{100 + vm.number % len(NETWORKS)}.{vm.number // 8 % 250 + 1}"


def grid(rows: Iterator[Row] | list[Row], columns: tuple[str, ...]) -> Iterator[list[Any]]:
    """Header and rows as lists, in the columns' order."""
    yield list(columns)
    for row in rows:
        get = row.get
        yield [get(column) for column in columns]


def write_workbook(path: Path, estate: Estate) -> None:
    """Write all 27 sheets of an estate."""
    write_xlsx(path, {name: grid(rows, COLUMNS[name]) for name, rows in estate.sheets().items()})


def write_sheets(path: Path, sheets: Mapping[str, list[Row]], *, declared_rows: int | None = None) -> None:
    """Write rows by sheet; each sheet's columns are those that its rows name, in the order in which they do."""
    grids = {
        name: grid(rows, tuple(dict.fromkeys(key for row in rows for key in row))) for name, rows in sheets.items()
    }
    write_xlsx(path, grids, declared_rows=declared_rows)
