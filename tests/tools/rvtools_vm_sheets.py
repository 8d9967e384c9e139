"""The rows of the sheets about virtual machines."""

from __future__ import annotations

from collections.abc import Iterator

from tests.tools.rvtools_estate import GIB_IN_MIB, NETWORKS, Estate, Row, guest_ip


def info(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        cluster = estate.cluster_of(vm.host)
        on = vm.powered_on
        yield {
            **estate.tail(vm),
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
            "Total disk capacity MiB": vm.disks * 40 * GIB_IN_MIB,
            "min Required EVC Mode Key": "intel-cascadelake" if on else "",
            "Latency Sensitivity": "normal",
            "Primary IP Address": guest_ip(vm) if on else "",
            "Network #1": NETWORKS[vm.number % len(NETWORKS)],
            "Num Monitors": 1,
            "Video Ram KiB": 8192,
            "Resource pool": f"/{estate.datacenter(cluster)}/{estate.cluster(cluster)}/Resources/Pool {vm.number % 3}",
            "Folder ID": f"group-v{vm.number % 7}",
            "FT State": "notConfigured",
            "Provisioned MiB": vm.disks * 40 * GIB_IN_MIB,
            "In Use MiB": vm.disks * 20 * GIB_IN_MIB,
            "Unshared MiB": vm.disks * 20 * GIB_IN_MIB,
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


def cpu(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        used = 150 * vm.cpus * (1 + vm.number % 4) if vm.powered_on else 0
        yield {
            **estate.tail(vm),
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


def memory(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        share = vm.memory_mib if vm.powered_on else 0
        yield {
            **estate.tail(vm),
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


def disk(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        tail = estate.tail(vm)
        store = vm.store(estate.cluster_of(vm.host))
        for number in range(vm.disks):
            suffix = f"_{number}" if number else ""
            yield {
                **tail,
                "Disk": f"Hard disk {number + 1}",
                "Disk Key": 2000 + number,
                "Disk UUID": f"{vm.uuid}-{number}",
                "Capacity MiB": 40 * GIB_IN_MIB,
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


def partition(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        for number in range(vm.disks if vm.powered_on else 0):
            yield {
                **estate.tail(vm),
                "Disk Key": 2000 + number,
                "Disk": "/" if number == 0 else "/data",
                "Capacity MiB": 40 * GIB_IN_MIB,
                "Consumed MiB": 20 * GIB_IN_MIB,
                "Free MiB": 20 * GIB_IN_MIB,
                "Free %": 50,
            }


def network(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        tail = estate.tail(vm)
        for number in range(vm.nics):
            network = NETWORKS[vm.number % len(NETWORKS)] if number == 0 else "Backup"
            yield {
                **tail,
                "NIC label": f"Network adapter {number + 1}",
                "Adapter": "Vmxnet3",
                "Network": network,
                "Switch": f"dvs-{estate.cluster_of(vm.host):03d}",
                "Connected": str(vm.powered_on),
                "Starts Connected": "True",
                "Mac Address": f"00:50:56:{number:02x}:{vm.number // 256:02x}:{vm.number % 256:02x}",
                "Type": "assigned",
                "IPv4 Address": guest_ip(vm) if vm.powered_on and number == 0 else "",
                "Direct Path IO": "False",
            }


def drives(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        yield {
            **estate.tail(vm),
            "Device Node": "CD/DVD drive 1",
            "Connected": "False",
            "Starts Connected": "False",
            "Device Type": "Client device",
        }


def usb(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms[::500]:
        yield {
            **estate.tail(vm),
            "Device Node": "USB 1",
            "Device Type": "Dongle",
            "Connected": "False",
            "Family": "security",
        }


def snapshot(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms[::20]:
        yield {
            **estate.tail(vm),
            "Name": "before update",
            "Date / time": "2025/05/01 08:00:00",
            "Size MiB (total)": 512,
            "Quiesced": "False",
            "State": "poweredOn",
        }


def tools(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        state = "toolsOk" if vm.powered_on else "toolsNotRunning"
        yield {
            **estate.tail(vm),
            "Tools": state,
            "Tools Version": 12352,
            "Heartbeat status": "green",
            "Upgradeable": "No",
        }


def files(estate: Estate) -> Iterator[Row]:
    for vm in estate.vms:
        store = vm.store(estate.cluster_of(vm.host))
        for extension in ("vmx", "vmdk", "nvram"):
            name = f"{vm.name}.{extension}"
            yield {"File Name": name, "File Type": extension, "Path": f"[{store}] {vm.name}/{name}", **estate.sdk()}
