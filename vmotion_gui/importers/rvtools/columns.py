"""Which sheets and columns of an RVTools export are read, under which other headers they appear, and what is unknown
without them.

Headers: RVTools 3.x (MB, `ESX Version`) and 4.x (MiB), and the database-style ones with their sheet's name taken off
("vInfoVMName" -> "VMName").
"""

from __future__ import annotations

from vmotion_gui.importers.report import Notes
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.messages import message

_TAIL = {
    "VM": ("VMName", "VM Name", "Virtual machine"),
    "VM ID": ("VMID", "MoRef", "VMMoRef"),
    "VI SDK UUID": ("vCenter UUID", "VISDKInstanceUUID"),
    "VI SDK Server": ("VISDKServerName", "vCenter"),
    "Host": ("HostName",),
    "Datacenter": ("DataCenterName",),
    "Cluster": ("ClusterName",),
}
_PLACE = {name: _TAIL[name] for name in ("VI SDK UUID", "VI SDK Server", "Datacenter", "Cluster")}

ALIASES: dict[str, dict[str, tuple[str, ...]]] = {
    "vInfo": _TAIL
    | {
        "Memory": ("MemorySize", "Memory MiB"),
        "Provisioned MiB": ("Provisioned",),
        "In Use MiB": ("InUse", "Used MiB"),
        "Active Memory": ("ActiveMemory",),
        "OS according to the configuration file": ("OS", "Guest OS"),
        "OS according to the VMware Tools": ("OSTools",),
        "DNS Name": ("GuestHostName",),
        "SRM Placeholder": ("SRMPlaceHolder",),
        "VM UUID": ("UUID", "Instance UUID"),
        "SMBIOS UUID": ("BIOS UUID",),
        "HW version": ("VM Version", "Hardware version"),
        "min Required EVC Mode Key": ("MinRequiredEVCModeKey",),
        "VI SDK API Version": ("VISDKAPIVersion",),
    },
    "vCPU": _TAIL | {"Cores p/s": ("CoresPerSocket",), "Overall": ("OverallCpuUsage", "Overall MHz")},
    "vMemory": _TAIL | {"Size MiB": ("Size",), "Active": ("Active MiB",), "Consumed": ("Consumed MiB",)},
    "vDisk": _TAIL
    | {
        "Disk": ("DiskName",),
        "Capacity MiB": ("Capacity",),
        "Path": ("DiskFilePath",),
        "Sharing mode": ("Sharing",),
        "Shared Bus": ("SharedBus", "SCSI Bus Sharing"),
    },
    "vNetwork": _TAIL
    | {"NIC label": ("Label",), "Network": ("NetworkName",), "IPv4 Address": ("IP Address",), "Adapter": ("Type",)},
    "vCD": _TAIL,
    "vUSB": _TAIL,
    "vSnapshot": _TAIL | {"Name": ("Snapshot", "SnapshotName"), "Size MiB (total)": ("Size MiB", "Size")},
    "vTools": _TAIL | {"Tools": ("Tools status", "ToolsStatus")},
    "vSource": _PLACE,
    "vRP": _PLACE | {"Resource Pool path": ("Path",), "Resource Pool name": ("Name",)},
    "vCluster": _PLACE | {"Name": ("Cluster", "ClusterName")},
    "vHost": _PLACE
    | {
        "Host": ("Name", "HostName"),
        "Speed": ("CpuMhz",),
        "# CPU": ("NumCPU", "CPUs"),
        "Cores per CPU": ("CoresPerCPU",),
        "# Cores": ("NumCpuCores",),
        "# Memory": ("MemorySize", "Memory"),
        "ESX Version": ("FullName", "ESXi Version"),
        "HT Active": ("HTActive",),
    },
    "vNIC": _PLACE | {"Host": ("HostName",), "Network Device": ("Device",)},
    "vSwitch": _PLACE | {"Host": ("HostName",)},
    "vPort": _PLACE | {"Host": ("HostName",), "Port Group": ("PortGroup",)},
    "dvSwitch": _PLACE | {"Switch": ("Name",), "Host members": ("Hosts",)},
    "dvPort": _PLACE | {"Port": ("Port Group", "PortGroup")},
    "vSC_VMK": _PLACE | {"Host": ("HostName",), "Subnet mask": ("Netmask",)},
    "vDatastore": _PLACE | {"Capacity MiB": ("Capacity",), "Free MiB": ("Free",)},
    "vMultiPath": _PLACE | {"Host": ("HostName",)},
    "vMetaData": {},
}
"""Sheet -> column -> other headers of the same column."""

SHEETS = tuple(name for name in ALIASES if name != "vMultiPath")
"""Sheets that an import reads; vMultiPath only where vDatastore does not name hosts."""

_EXPECTED: dict[str, dict[str, str]] = {
    "vInfo": {
        "VM ID": "identity",
        "Powerstate": "power",
        "Template": "template",
        "CPUs": "vmCpus",
        "Memory": "vmMemory",
        "Datacenter": "datacenter",
        "Cluster": "cluster",
        "Host": "vmHost",
        "Path": "vmHome",
        "Firmware": "firmware",
        "HW version": "hardwareVersion",
        "min Required EVC Mode Key": "vmEvc",
        "Resource pool": "pools",
        "Folder": "folders",
        "OS according to the configuration file": "guest",
        "Cluster rule name(s)": "rules",
    },
    "vCPU": {"Overall": "cpuUse", "Reservation": "cpuReservation", "Cores p/s": "coresPerSocket"},
    "vMemory": {"Active": "activeMemory", "Consumed": "touchedMemory", "Reservation": "memoryReservation"},
    "vDisk": {
        "Capacity MiB": "diskSize",
        "Path": "diskPath",
        "Thin": "diskThin",
        "Raw": "rdm",
        "Sharing mode": "diskSharing",
        "Shared Bus": "diskSharing",
    },
    "vNetwork": {"Network": "vmNetwork", "Switch": "vmSwitch", "Connected": "nicConnected", "Mac Address": "mac"},
    "vHost": {
        "Datacenter": "datacenter",
        "Cluster": "cluster",
        "CPU Model": "hostCpu",
        "Speed": "hostCpu",
        "# Cores": "hostCpu",
        "# Memory": "hostMemory",
        "Max EVC": "hostEvc",
        "ESX Version": "hostVersion",
        "in Maintenance Mode": "maintenance",
    },
    "vCluster": {"DRS enabled": "drs", "HA enabled": "ha"},
    "vDatastore": {"Capacity MiB": "capacity", "Free MiB": "capacity", "Type": "storeType", "Hosts": "storeHosts"},
    "vSC_VMK": {"Port Group": "vmotion", "Subnet mask": "subnets"},
    "vNIC": {"Speed": "linkSpeed", "Switch": "uplinks"},
    "vSwitch": {"MTU": "mtu"},
    "vPort": {"Host": "hostNetworks", "VLAN": "vlan"},
    "dvSwitch": {"Host members": "dvsHosts"},
    "dvPort": {"VLAN": "vlan"},
    "vCD": {"Connected": "devices"},
    "vUSB": {"Connected": "devices"},
    "vSnapshot": {"Size MiB (total)": "snapshotSize"},
    "vTools": {"Tools": "tools"},
}
"""Sheet -> column -> what is unknown without it."""

_SHEET_TELLS = {
    "vCPU": "cpuUse",
    "vMemory": "activeMemory",
    "vDisk": "disks",
    "vNetwork": "vmNetwork",
    "vCD": "devices",
    "vUSB": "devices",
    "vSnapshot": "snapshots",
    "vTools": "tools",
    "vSource": "vcenter",
    "vRP": "poolLimits",
    "vCluster": "drsAndHa",
    "vHost": "hostHardware",
    "vNIC": "linkSpeed",
    "vSwitch": "hostNetworks",
    "vPort": "hostNetworks",
    "dvSwitch": "distributedSwitches",
    "dvPort": "distributedSwitches",
    "vSC_VMK": "vmotion",
    "vDatastore": "datastores",
    "vMetaData": "written",
}


def note_missing(sheets: dict[str, Sheet], notes: Notes) -> None:
    """Name every sheet that is not there and every column that a sheet lacks, with what is unknown thereby."""
    for name, unknown in _SHEET_TELLS.items():
        if name not in sheets:
            notes.missing(name, "", message(f"importers.unknown.{unknown}"))
    for name, sheet in sheets.items():
        for column, unknown in _EXPECTED.get(name, {}).items():
            if not sheet.has(column):
                notes.missing(name, column, message(f"importers.unknown.{unknown}"))
