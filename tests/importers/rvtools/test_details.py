"""Devices, disks, networks and workloads of exports that tell them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.sheets import host_row, imported, vm_named, vm_row
from tests.tools.rvtools_workbook import Row
from vmotion_gui.importers.rvtools import evc
from vmotion_gui.importers.rvtools.guests import guest_id
from vmotion_gui.inventory.entities import VirtualDevice
from vmotion_gui.inventory.estate import Inventory

MIB = 1024**2
_PLACE: Row = {"Datacenter": "DC", "Cluster": "Cluster"}


def _vm(tmp_path: Path, sheet: str, *rows: Row, **info: str | int) -> Inventory:
    about: Row = {"VM": "vm", "VM ID": "vm-1"}
    sheets = {"vInfo": [vm_row("vm", 1, **info)], sheet: [about | row for row in rows]}
    return imported(tmp_path, sheets).lab.inventory


@pytest.mark.parametrize(
    ("kind", "backing"),
    [
        ("Client device", "client:"),
        ("Remote device", "client:"),
        ("ISO [iso] linux/install disc.iso", "iso:datastore:iso/linux/install disc.iso"),
        ("Host device /vmfs/devices/cdrom/mpx", "host:Host device /vmfs/devices/cdrom/mpx"),
    ],
)
def test_drives(tmp_path: Path, kind: str, backing: str) -> None:
    row: Row = {"Device Node": "CD/DVD drive 1", "Connected": "True", "Device Type": kind}
    vm = vm_named(_vm(tmp_path, "vCD", row), "vm")
    assert vm.devices == (VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing=backing, connected=True),)


def test_usb_devices_but_not_their_controllers(tmp_path: Path) -> None:
    rows: list[Row] = [
        {"Device Node": "USB controller 1", "Device Type": "controller", "Connected": "False"},
        {"Device Node": "USB 1", "Device Type": "Dongle", "Connected": "yes"},
        {"Device Node": "USB 1", "Device Type": "Dongle", "Connected": "no"},
    ]
    devices = vm_named(_vm(tmp_path, "vUSB", *rows), "vm").devices
    assert [(device.label, device.connected) for device in devices] == [("USB 1", True), ("USB 1 (2)", False)]


def test_raw_device_mappings_and_sharing(tmp_path: Path) -> None:
    row: Row = {
        "Disk": "Hard disk 2",
        "Capacity MiB": 10,
        "Path": "[s] vm/rdm.vmdk",
        "Raw": "True",
        "Raw LUN ID": "naa.1",
        "Raw Comp. Mode": "physicalMode",
        "Sharing mode": "sharingMultiWriter",
        "Shared Bus": "physicalSharing",
        "Thin": "False",
        "Disk Mode": "independent_persistent",
    }
    inventory = _vm(tmp_path, "vDisk", row)
    vm = vm_named(inventory, "vm")
    (disk,) = vm.disks
    assert disk.rdm is not None
    assert (disk.rdm.lun, disk.rdm.compatibility_mode) == ("naa.1", "physicalMode")
    assert (disk.sharing, disk.bus_sharing, disk.mode) == (
        "sharingMultiWriter",
        "physicalSharing",
        "independent_persistent",
    )
    assert (disk.thin, disk.used_bytes) == (False, None)
    assert inventory.hosts[vm.host].rdm_luns == ("naa.1",)


def test_datastores_of_one_name_in_two_places(tmp_path: Path) -> None:
    stores: list[Row] = [
        {
            "Name": "local",
            "Hosts": f"esx{n}",
            "Type": "VMFS",
            "Capacity MiB": 100,
            "Free MiB": 50,
            "Object ID": f"ds-{n}",
        }
        for n in (1, 2)
    ]
    sheets = {
        "vInfo": [vm_row(f"vm{n}", n, Host=f"esx{n}.example.net", Path=f"[local] vm{n}/vm.vmx") for n in (1, 2)],
        "vHost": [host_row(f"esx{n}.example.net") for n in (1, 2)],
        "vDatastore": stores,
    }
    inventory = imported(tmp_path, sheets).lab.inventory
    assert [vm_named(inventory, f"vm{n}").config_datastore for n in (1, 2)] == ["ds-1", "ds-2"]


def _hosts(*names: str) -> list[Row]:
    return [host_row(name) for name in names]


def _vmk(host: str, device: str, group: str, ip: str, mtu: int = 1500) -> Row:
    return _PLACE | {
        "Host": host,
        "Device": device,
        "Port Group": group,
        "IP Address": ip,
        "Subnet mask": "255.255.255.0",
        "MTU": mtu,
    }


def _vmotion(inventory: Inventory) -> dict[str, list[str]]:
    return {
        host.name: [vmk.device for vmk in host.vmk_adapters if "vmotion" in vmk.services]
        for host in inventory.hosts.values()
    }


def test_vmotion_adapters_by_the_name_of_their_port_group(tmp_path: Path) -> None:
    rows = [
        _vmk(h, f"vmk{n}", g, f"10.0.{n}.{i}")
        for i, h in enumerate("ab", 1)
        for n, g in enumerate(("Mgmt", "dv-vMotion-A"))
    ]
    result = imported(tmp_path, {"vInfo": [vm_row("vm", 1, Host="a")], "vHost": _hosts("a", "b"), "vSC_VMK": rows})
    assert _vmotion(result.lab.inventory) == {"a": ["vmk1"], "b": ["vmk1"]}
    finding = result.report.finding("vmotionByName")
    assert finding is not None
    assert (finding.origin, finding.count) == ("guessed", 2)


def test_vmotion_adapters_by_the_subnet_common_to_all(tmp_path: Path) -> None:
    rows = [
        _vmk("a", "vmk0", "Management Network", "10.0.0.1"),
        _vmk("a", "vmk1", "x", "10.0.7.1"),
        _vmk("a", "vmk2", "y", "10.0.8.1"),
        _vmk("b", "vmk0", "Management Network", "10.0.0.2"),
        _vmk("b", "vmk1", "z", "10.0.8.2"),
    ]
    result = imported(tmp_path, {"vInfo": [vm_row("vm", 1, Host="a")], "vHost": _hosts("a", "b"), "vSC_VMK": rows})
    assert _vmotion(result.lab.inventory) == {"a": ["vmk2"], "b": ["vmk1"]}
    assert result.report.finding("vmotionBySubnet") is not None


def test_vmotion_adapters_without_any_common_subnet(tmp_path: Path) -> None:
    rows = [_vmk("a", "vmk0", "Management Network", "10.0.0.1"), _vmk("b", "vmk0", "Management Network", "10.1.0.1")]
    result = imported(tmp_path, {"vInfo": [vm_row("vm", 1, Host="a")], "vHost": _hosts("a", "b"), "vSC_VMK": rows})
    assert _vmotion(result.lab.inventory) == {"a": ["vmk0"], "b": ["vmk0"]}
    assert result.report.finding("vmotionFirstAdapter") is not None


def test_a_made_host_gets_the_networks_of_its_neighbour(tmp_path: Path) -> None:
    sheets: dict[str, list[Row]] = {
        "vInfo": [vm_row("vm", 1, Host="lost")],
        "vHost": _hosts("a"),
        "vNIC": [_PLACE | {"Host": "a", "Network Device": "vmnic0", "Speed": 25000, "Switch": "dvs", "Duplex": "True"}],
        "vSwitch": [_PLACE | {"Host": "a", "Switch": "vSwitch0", "MTU": 1500}],
        "vPort": [_PLACE | {"Host": "a", "Port Group": "Mgmt", "Switch": "vSwitch0", "VLAN": 5}],
        "dvSwitch": [{"Switch": "dvs", "Datacenter": "DC", "Host members": "a", "Max MTU": 9000}],
        "dvPort": [
            {"Port": "VM Network", "Switch": "dvs", "VLAN": "0-4094"},
            {"Port": "vMotion", "Switch": "dvs", "VLAN": 7},
        ],
        "vSC_VMK": [_vmk("a", "vmk0", "Mgmt", "10.0.0.1"), _vmk("a", "vmk1", "vMotion", "10.0.1.1", 9000)],
    }
    result = imported(tmp_path, sheets)
    inventory = result.lab.inventory
    vm = vm_named(inventory, "vm")
    made = inventory.hosts[vm.host]
    group = inventory.portgroups[vm.nics[0].portgroup]
    assert (group.vlan, inventory.switches[group.switch].distributed) == (4095, True)
    assert set(inventory.switches[group.switch].hosts) == {"host:a", made.id}
    assert [nic.speed_bits_per_s for nic in made.pnics] == [25e9]
    vmotion = [vmk for vmk in made.vmk_adapters if "vmotion" in vmk.services]
    assert [(vmk.device, vmk.mtu, vmk.subnet) for vmk in vmotion] == [("vmk1", 9000, "subnet:10.0.1.0/24/vlan7")]
    assert result.report.finding("portgroup") is None


@pytest.mark.parametrize(
    ("name", "active", "used_mhz", "preset"),
    [
        ("prod-sql-01", 2000, 2000, "database"),
        ("redis3", 2000, 2000, "in-memory-cache"),
        ("jenkins", 2000, 2000, "build-server"),
        ("intranet-www", 2000, 2000, "web-server"),
        ("sqlite-fan", 20, 20, "idle"),
        ("printserver", 2000, 2000, "web-server"),
        ("vdbench", 2000, 2000, "web-server"),
    ],
)
def test_workloads_by_name_and_use(tmp_path: Path, name: str, active: int, used_mhz: int, preset: str) -> None:
    sheets: dict[str, list[Row]] = {
        "vInfo": [vm_row(name, 1)],
        "vHost": [host_row("esx1.example.net", Speed=2000)],
        "vMemory": [{"VM": name, "VM ID": "vm-1", "Size MiB": 4096, "Active": active, "Consumed": 3000}],
        "vCPU": [{"VM": name, "VM ID": "vm-1", "CPUs": 2, "Overall": used_mhz}],
    }
    vm = vm_named(imported(tmp_path, sheets).lab.inventory, name)
    assert vm.workload.preset == preset
    assert "workload" in vm.assumed
    assert vm.touched_memory_bytes == 3000 * MIB
    if preset != "build-server":
        assert vm.workload.phases[0].working_set_bytes == active * MIB
        assert vm.workload.phases[0].cpu_load == pytest.approx(used_mhz / 4000, abs=0.005)


@pytest.mark.parametrize(
    ("model", "mode"),
    [
        ("Intel(R) Xeon(R) Gold 5218 CPU @ 2.30GHz", "intel-cascadelake"),
        ("Intel(R) Xeon(R) Platinum 8380 CPU @ 2.30GHz", "intel-icelake"),
        ("Intel(R) Xeon(R) Gold 6148 CPU @ 2.40GHz", "intel-skylake"),
        ("Intel(R) Xeon(R) CPU E5-2680 v4 @ 2.40GHz", "intel-broadwell"),
        ("Intel(R) Xeon(R) CPU E5-2670 0 @ 2.60GHz", "intel-sandybridge"),
        ("Intel(R) Xeon(R) CPU X5670 @ 2.93GHz", "intel-westmere"),
        ("AMD EPYC 7543 32-Core Processor", "amd-zen3"),
        ("AMD EPYC 9354 32-Core Processor", "amd-zen4"),
        ("Quantum 9000", ""),
    ],
)
def test_evc_modes_by_cpu_model(model: str, mode: str) -> None:
    assert evc.of_model(model) == mode


def test_the_higher_of_two_evc_modes() -> None:
    assert evc.higher("intel-skylake", "intel-icelake") == "intel-icelake"
    assert evc.higher("intel-icelake", "intel-skylake") == "intel-icelake"
    assert evc.higher("amd-zen", "intel-icelake") == "amd-zen"
    assert evc.higher("", "amd-zen2") == "amd-zen2"
    assert evc.higher("intel-skylake", "nonsense") == "intel-skylake"


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Red Hat Enterprise Linux 9 (64-bit)", "rhel9_64Guest"),
        ("Microsoft Windows Server 2022 (64-bit)", "windows2019srvNext_64Guest"),
        ("Microsoft Windows Server 2016 or later (64-bit)", "windows9Server64Guest"),
        ("Debian GNU/Linux 7 (64-bit)", "debian7_64Guest"),
        ("Red Hat Fedora (32-bit)", "fedoraGuest"),
        ("Other 4.x or later Linux (64-bit)", "otherLinux64Guest"),
        ("Plan 9", "otherGuest64"),
        ("", "otherGuest64"),
    ],
)
def test_guests_by_their_names(name: str, id_: str) -> None:
    assert guest_id(name) == id_


def test_the_same_export_gives_the_same_lab(tmp_path: Path) -> None:
    sheets = {"vInfo": [vm_row(f"vm{n}", n, Host=f"esx{n % 3}") for n in range(9)]}
    assert imported(tmp_path, sheets) == imported(tmp_path, sheets)
