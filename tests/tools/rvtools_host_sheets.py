"""The rows of the sheets about hosts, clusters, networks, storage and the export itself."""

from __future__ import annotations

from collections.abc import Iterator

from tests.tools.rvtools_estate import NETWORKS, STORES_PER_CLUSTER, Estate, Row


def pools(estate: Estate) -> Iterator[Row]:
    for cluster in range(estate.clusters):
        for number in range(3):
            name = f"Pool {number}"
            yield {
                "Resource Pool name": name,
                "Resource Pool path": f"/{estate.datacenter(cluster)}/{estate.cluster(cluster)}/Resources/{name}",
                "CPU reservation": 1000 * number,
                "Mem reservation": 1024 * number,
                "CPU limit": -1,
                "Mem limit": -1,
                "CPU expandableReservation": "True",
                "Object ID": f"resgroup-{cluster}-{number}",
                **estate.sdk(),
            }


def cluster_rows(estate: Estate) -> Iterator[Row]:
    for cluster in range(estate.clusters):
        yield {
            "Name": estate.cluster(cluster),
            "Config status": "green",
            "NumHosts": len(estate.members(cluster)),
            "HA enabled": "True",
            "Failover Level": 1,
            "AdmissionControlEnabled": "True",
            "DRS enabled": "True",
            "DRS default VM behavior": "partiallyAutomated",
            "DRS vmotion rate": 4,
            "Object ID": f"domain-c{cluster}",
            **estate.sdk(),
        }


def host_rows(estate: Estate) -> Iterator[Row]:
    for host in range(estate.hosts):
        yield {
            **estate.place(host),
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


def hbas(estate: Estate) -> Iterator[Row]:
    for host in range(estate.hosts):
        yield {
            **estate.place(host),
            "Device": "vmhba0",
            "Type": "Fibre Channel",
            "Status": "online",
            "Driver": "lpfc",
        }


def nic_rows(estate: Estate) -> Iterator[Row]:
    for host in range(estate.hosts):
        for number in range(4):
            yield {
                **estate.place(host),
                "Network Device": f"vmnic{number}",
                "Driver": "i40en",
                "Duplex": "True",
                "Speed": 10000 if number < 2 else 25000,
                "MAC": f"3c:ec:ef:00:{host % 256:02x}:{number:02x}",
                "Switch": "vSwitch0" if number < 2 else f"dvs-{estate.cluster_of(host):03d}",
            }


def switches(estate: Estate) -> Iterator[Row]:
    for host in range(estate.hosts):
        yield {
            **estate.place(host),
            "Switch": "vSwitch0",
            "# Ports": 2560,
            "Free Ports": 2550,
            "MTU": 1500,
            "Notify Switch": "True",
        }


def ports(estate: Estate) -> Iterator[Row]:
    for host in range(estate.hosts):
        yield {**estate.place(host), "Port Group": "Management Network", "Switch": "vSwitch0", "VLAN": 10}


def distributed_switches(estate: Estate) -> Iterator[Row]:
    for cluster in range(estate.clusters):
        name = f"dvs-{cluster:03d}"
        yield {
            "Switch": name,
            "Name": name,
            "Datacenter": estate.datacenter(cluster),
            "Vendor": "VMware, Inc.",
            "Version": "8.0.0",
            "Host members": ", ".join(map(estate.host, estate.members(cluster))),
            "# Ports": 4096,
            "Max MTU": 9000,
            "Object ID": f"dvs-{cluster}",
            **estate.sdk(),
        }


def distributed_ports(estate: Estate) -> Iterator[Row]:
    for cluster in range(estate.clusters):
        for number, name in enumerate(("vMotion", *NETWORKS)):
            yield {
                "Port": name,
                "Switch": f"dvs-{cluster:03d}",
                "Type": "earlyBinding",
                "# Ports": 512,
                "VLAN": 20 + number,
                "Object ID": f"dvportgroup-{cluster}-{number}",
                **estate.sdk(),
            }


def vmkernel(estate: Estate) -> Iterator[Row]:
    for host in range(estate.hosts):
        low = f"{host // 200}.{host % 200 + 10}"
        for number, group in enumerate(("Management Network", "vMotion")):
            yield {
                **estate.place(host),
                "Port Group": group,
                "Device": f"vmk{number}",
                "DHCP": "False",
                "Mac Address": f"00:50:56:6{number}:{host // 256:02x}:{host % 256:02x}",
                "IP Address": f"172.{16 + number}.{low}",
                "Subnet mask": "255.255.0.0",
                "Gateway": "172.16.0.1" if number == 0 else "",
                "MTU": 9000 if number else 1500,
            }


def stores(estate: Estate) -> Iterator[Row]:
    for cluster in range(estate.clusters):
        hosts = ", ".join(map(estate.host, estate.members(cluster)))
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
                "# Hosts": len(estate.members(cluster)),
                "Hosts": hosts,
                "Block size": 1,
                "Major Version": 6,
                "MHA": "True",
                "Object ID": f"datastore-{cluster}-{number}",
                **estate.sdk(),
            }


def multipath(estate: Estate) -> Iterator[Row]:
    for host in range(estate.hosts):
        cluster = estate.cluster_of(host)
        for number in range(STORES_PER_CLUSTER):
            yield {
                **estate.place(host),
                "Datastore": f"vmfs-{cluster:03d}-{number:02d}",
                "Policy": "VMW_PSP_RR",
                "Path 1": "vmhba0",
            }


def source(estate: Estate) -> Iterator[Row]:
    yield {
        "Name": estate.server,
        "OS type": "linux-x64",
        "API type": "VirtualCenter",
        "API version": "8.0.3.0",
        "Version": "8.0.3",
        "Build": "24322831",
        "Product name": "VMware vCenter Server",
        **estate.sdk(),
    }


def licences(estate: Estate) -> Iterator[Row]:
    yield {"Name": "VMware vSphere 8 Enterprise Plus", "Total": 1000, "Used": 800, **estate.sdk()}


def health(estate: Estate) -> Iterator[Row]:
    yield {"Name": estate.cluster(0), "Message": "Everything is in order", "Message type": "Info", **estate.sdk()}


def meta(estate: Estate) -> Iterator[Row]:
    yield {
        "RVTools major version": "4.7",
        "RVTools version": "4.7.1.4",
        "xlsx creation datetime": "2025-05-20 10:00:00",
        "Server": estate.server,
    }
