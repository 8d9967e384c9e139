"""Small exports for the tests: rows by sheet, and what comes out of them."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from tests.tools.rvtools_workbook import Row, write_sheets
from vmotion_gui.importers.rvtools import ImportResult, import_rvtools
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.validation import validate_lab

Sheets = Mapping[str, list[Row]]


def imported(folder: Path, sheets: Sheets) -> ImportResult:
    """The result of a workbook with these sheets; its lab is valid, whatever the export lacks."""
    path = folder / "export.xlsx"
    write_sheets(path, sheets)
    result = import_rvtools(path)
    assert validate_lab(result.lab) == []
    return result


def vm_row(name: str, number: int, **more: str | int | float | None) -> Row:
    """A row of vInfo with the least that an export should have."""
    row: Row = {
        "VM": name,
        "Powerstate": "poweredOn",
        "Template": "False",
        "CPUs": 2,
        "Memory": 4096,
        "Network #1": "VM Network",
        "Path": f"[store-1] {name}/{name}.vmx",
        "Datacenter": "DC",
        "Cluster": "Cluster",
        "Host": "esx1.example.net",
        "VM ID": f"vm-{number}",
    }
    return row | more


def host_row(name: str, **more: str | int | float | None) -> Row:
    """A row of vHost."""
    row: Row = {
        "Host": name,
        "Datacenter": "DC",
        "Cluster": "Cluster",
        "CPU Model": "Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz",
        "Speed": 2295,
        "# CPU": 2,
        "# Cores": 32,
        "# Memory": 261797,
        "Max EVC": "intel-cascadelake",
        "ESX Version": "VMware ESXi 8.0.3 build-24022510",
    }
    return row | more


def vm_named(inventory: Inventory, name: str) -> VirtualMachine:
    """The only VM of this name."""
    (found,) = [vm for vm in inventory.vms.values() if vm.name == name]
    return found


def without_hosts() -> dict[str, list[Row]]:
    """As anonymisers leave an export: hosts that vHost lacks, a VM without anything, mount points for paths."""
    hosts = [host_row(f"10.0.0.{number}") for number in (1, 2, 3)]
    for row in hosts:
        del row["ESX Version"]
    vms: list[Row] = [
        vm_row("vm-a", 1, Host="10.9.9.1", **{"min Required EVC Mode Key": "intel-icelake"}),
        vm_row("vm-b", 2, Host="10.9.9.2", **{"min Required EVC Mode Key": "intel-cascadelake"}),
        vm_row("vm-c", 3, Host="10.9.9.2", Powerstate="poweredOff", **{"Network #1": "Management Network"}),
        {"VM": "vm-d", "Powerstate": "poweredOn", "Template": "False"},
    ]
    for row in vms:
        row.pop("Path", None)
    return {
        "vInfo": vms,
        "vMemory": [
            {
                "VM": "vm-d",
                "Size MiB": 40960,
                "Active": 9830,
                "Datacenter": "DC",
                "Cluster": "Cluster",
                "Host": "x",
                "VM ID": "vm-4",
            }
        ],
        "vDisk": [
            {
                "VM": "other",
                "Disk": "Hard disk 1",
                "Disk Path": "/boot, /",
                "Capacity MiB": 102400,
                "Thin": "True",
                "VM ID": f"vm-{n}",
            }
            for n in (1, 2, 4)
        ],
        "vHost": hosts,
    }
