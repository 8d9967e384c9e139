"""What real exports contradict, repeat or spell in their own way."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.sheets import host_row, imported, vm_named, vm_row
from tests.tools.rvtools_workbook import Row
from vmotion_gui.importers.rvtools import ImportResult

Sheets = dict[str, list[Row]]


def _bad(result: ImportResult) -> set[tuple[str, str, str]]:
    return {(cell.sheet, cell.column, cell.value) for cell in result.report.bad_cells}


def _objects(result: ImportResult, kind: str) -> tuple[str, ...]:
    finding = result.report.finding(kind)
    assert finding is not None
    return finding.objects


def test_hosts_of_datastores_from_multipath_where_vdatastore_names_none(tmp_path: Path) -> None:
    sheets: Sheets = {
        "vInfo": [vm_row("vm", 1, Host="a", Path="[s] vm/vm.vmx")],
        "vHost": [host_row("a"), host_row("b"), host_row("c")],
        "vDatastore": [{"Name": "s", "Type": "NFS 4.1", "Capacity MiB": 100, "Free MiB": 500}],
        "vMultiPath": [{"Host": host, "Datastore": "s"} for host in ("a", "b")],
    }
    inventory = imported(tmp_path, sheets).lab.inventory
    (store,) = inventory.datastores.values()
    assert (store.type, store.free_bytes) == ("NFS41", store.capacity_bytes)
    assert [host.name for host in inventory.hosts.values() if host.mounts] == ["a", "b"]


def test_hosts_that_a_list_names_and_nobody_knows(tmp_path: Path) -> None:
    sheets: Sheets = {
        "vInfo": [vm_row("vm", 1, Host="b", Path="[s] vm/vm.vmx")],
        "vHost": [host_row("a"), host_row("b")],
        "vDatastore": [
            {"Name": "s", "Type": "tape", "Hosts": "a.example.net, ghost", "Capacity MiB": 9, "Free MiB": 1}
        ],
    }
    result = imported(tmp_path, sheets)
    assert _objects(result, "unknownHost") == ("ghost",)
    assert _objects(result, "mount") == ("s – b",)
    assert _objects(result, "datastoreType") == ("s",)
    assert _bad(result) == {("vDatastore", "Type", "tape")}
    assert all(host.mounts for host in result.lab.inventory.hosts.values())


def test_datastores_that_nobody_uses_stay(tmp_path: Path) -> None:
    sheets: Sheets = {"vInfo": [vm_row("vm", 1)], "vDatastore": [{"Name": "spare", "Capacity MiB": 9, "Free MiB": 9}]}
    result = imported(tmp_path, sheets)
    assert {store.name for store in result.lab.inventory.datastores.values()} == {"spare", "store-1"}
    assert _objects(result, "datastoreDatacenter") == ("spare",)


def test_a_host_that_is_named_twice(tmp_path: Path) -> None:
    result = imported(tmp_path, {"vInfo": [vm_row("vm", 1, Host="A")], "vHost": [host_row("a"), host_row("A")]})
    assert len(result.lab.inventory.hosts) == 1
    assert _objects(result, "duplicateHost") == ("A",)


@pytest.mark.parametrize(
    ("licence", "able", "unable"),
    [
        ("VMware vSphere 6 Essentials", (), ("vmotion", "storagevmotion")),
        ("VMware vSphere 7 Essentials Plus", ("vmotion",), ("storagevmotion",)),
        ("VMware vSphere 8 Standard", ("vmotion", "storagevmotion"), ("drs",)),
        ("VMware vSphere 8 Enterprise Plus", ("vmotion", "drs", "longdistance"), ()),
        ("VMware Cloud Foundation", ("vmotion", "drs", "longdistance"), ()),
    ],
)
def test_what_a_licence_allows(tmp_path: Path, licence: str, able: tuple[str, ...], unable: tuple[str, ...]) -> None:
    row = host_row("esx1.example.net", **{"Assigned License(s)": licence})
    result = imported(tmp_path, {"vInfo": [vm_row("vm", 1)], "vHost": [row]})
    (host,) = result.lab.inventory.hosts.values()
    assert set(able) <= set(host.licence_features)
    assert not set(unable) & set(host.licence_features)


def test_states_of_hosts(tmp_path: Path) -> None:
    state: Row = {
        "in Maintenance Mode": "True",
        "in Quarantine Mode": "True",
        "VMotion support": "False",
        "HT Active": 0,
    }
    odd: Row = {"Max EVC": "quantum", "# CPU": 64, "# Cores": 32, "Current EVC": "intel-skylake"}
    rows = [host_row("a", **state), host_row("b", **odd)]
    result = imported(tmp_path, {"vInfo": [vm_row("vm", 1, Host="a")], "vHost": rows})
    a, b = result.lab.inventory.hosts.values()
    assert (a.maintenance_state, a.in_quarantine_mode, a.vmotion_supported) == ("inMaintenance", True, False)
    assert a.threads == a.cores
    assert b.sockets <= b.cores
    assert b.max_evc_mode_key == "intel-cascadelake"
    assert _bad(result) == {("vHost", "Max EVC", "quantum")}
    (cluster,) = result.lab.inventory.clusters.values()
    assert cluster.evc_mode_key == ""


def test_clusters_without_hosts_stay(tmp_path: Path) -> None:
    sheets: Sheets = {
        "vInfo": [vm_row("vm", 1)],
        "vCluster": [
            {"Name": "Empty", "DRS enabled": "False", "HA enabled": "False", "DRS default VM behavior": "manual"}
        ],
    }
    result = imported(tmp_path, sheets)
    clusters = {cluster.name: cluster for cluster in result.lab.inventory.clusters.values()}
    assert set(clusters) == {"Cluster", "Empty"}
    assert not clusters["Empty"].drs.enabled
    assert _objects(result, "clusterDatacenter") == ("Empty",)


def test_pools_and_vapps(tmp_path: Path) -> None:
    rows = [
        vm_row("a", 1, **{"Resource pool": "/DC/Cluster/Resources/Prod/Gold"}),
        vm_row("b", 2, vApp="Shop", **{"Resource pool": "/DC/Cluster/Resources/Prod"}),
        vm_row("c", 3, **{"Resource pool": "/DC/Cluster/Resources"}),
    ]
    limits: list[Row] = [
        {"Resource Pool path": "/DC/Cluster/Resources/Prod", "CPU reservation": 500, "CPU limit": 900, "Mem limit": -1}
    ]
    inventory = imported(tmp_path, {"vInfo": rows, "vRP": limits}).lab.inventory
    pools = {pool.name: pool for pool in inventory.resource_pools.values()}
    assert {name: pool.vapp for name, pool in pools.items()} == {"Prod": False, "Gold": False, "Shop": True}
    assert (pools["Prod"].cpu_reservation_mhz, pools["Prod"].cpu_limit_mhz) == (500, 900)
    assert pools["Prod"].memory_limit_bytes is None
    assert pools["Gold"].parent == pools["Shop"].parent == pools["Prod"].id
    assert [vm_named(inventory, name).resource_pool for name in "abc"] == [pools["Gold"].id, pools["Shop"].id, ""]


def test_folders_with_and_without_their_datacenter(tmp_path: Path) -> None:
    rows = [vm_row("a", 1, Folder="/DC/vm/Team/Web"), vm_row("b", 2, Folder="Team/Web"), vm_row("c", 3, Folder="vm")]
    inventory = imported(tmp_path, {"vInfo": rows}).lab.inventory
    folders = [vm_named(inventory, name).folder for name in "abc"]
    assert folders[0] == folders[1] != folders[2] == ""
    assert {folder.name for folder in inventory.folders.values()} == {"Team", "Web"}


def test_adapters_with_placeholders_and_bad_addresses(tmp_path: Path) -> None:
    nics: list[Row] = [
        {"NIC label": "Network adapter 1", "Network": "VM", "Mac Address": "no mac", "IPv4 Address": "10.0.0.300"},
        {"NIC label": "Network adapter 1", "Network": "Web", "Adapter": "E1000e", "IPv4 Address": "10.0.0.3, fe80::1"},
        {"Network": "Web", "Adapter": "SriovEthernetCard", "Connected": "False"},
    ]
    sheets: Sheets = {"vInfo": [vm_row("vm", 1)], "vNetwork": [{"VM": "vm", "VM ID": "vm-1", **nic} for nic in nics]}
    result = imported(tmp_path, sheets)
    first, second, third = vm_named(result.lab.inventory, "vm").nics
    assert (first.portgroup, first.mac_address, first.ip_address) == ("", "", "")
    assert (second.label, second.type, second.ip_address) == ("Network adapter 1 (2)", "e1000e", "10.0.0.3")
    assert (third.label, third.type, third.connected) == ("Network adapter 3", "sriov", False)
    assert second.portgroup == third.portgroup != ""
    assert _objects(result, "nicWithoutNetwork") == ("vm",)
    assert _bad(result) == {("vNetwork", "Mac Address", "no mac"), ("vNetwork", "IPv4 Address", "10.0.0.300")}
    subnet = result.lab.inventory.subnets[result.lab.inventory.portgroups[second.portgroup].subnet]
    assert (subnet.cidr, subnet.assumed) == ("10.0.0.0/24", ("cidr",))


def test_networks_of_hosts_in_odd_spellings(tmp_path: Path) -> None:
    sheets: Sheets = {
        "vInfo": [vm_row("vm", 1, Host="a")],
        "vHost": [host_row("a")],
        "vPort": [
            {"Host": "a", "Port Group": "VM Network", "Switch": "vSwitch7", "VLAN": "blue"},
            {"Host": "ghost", "Port Group": "X", "Switch": "vSwitch7", "VLAN": 1},
        ],
        "dvPort": [{"Port": "Trunk", "Switch": "dvs", "VLAN": "1-100, 200"}],
        "vNIC": [{"Host": "a", "Network Device": "vmnic0", "Speed": "", "Switch": "vSwitch7", "Duplex": "False"}],
        "vSC_VMK": [{"Host": "a", "Device": "vmk0", "Port Group": "Mgmt", "IP Address": "10.0.5.9", "MTU": 99999}],
    }
    result = imported(tmp_path, sheets)
    inventory = result.lab.inventory
    (host,) = inventory.hosts.values()
    groups = {group.name: group for group in inventory.portgroups.values()}
    assert (groups["VM Network"].vlan, groups["Trunk"].vlan) == (0, 4095)
    assert inventory.switches[groups["Trunk"].switch].hosts == (host.id,)
    assert (host.pnics[0].speed_bits_per_s, host.pnics[0].full_duplex) == (0, False)
    assert (host.vmk_adapters[0].subnet, host.vmk_adapters[0].mtu) == ("subnet:10.0.5.0/24", 9216)
    assert _bad(result) == {("vPort", "VLAN", "blue")}
    assert _objects(result, "unknownHostRow") == ("X",)
    assert _objects(result, "subnetMask") == ("a vmk0",)
    assert _objects(result, "switchHosts") == ("dvs",)
    assert _objects(result, "portgroup") == ("Mgmt – a",)


def test_a_vcenter_known_by_its_server_and_by_its_uuid_is_one(tmp_path: Path) -> None:
    sheets: Sheets = {
        "vInfo": [vm_row("vm", 1, **{"VI SDK Server": "VC.example.net", "VI SDK UUID": "UUID-1"})],
        "vHost": [host_row("esx1.example.net", **{"VI SDK Server": "vc.example.net"})],
        "vSource": [{"Name": "vc", "Version": "7.0.3", "VI SDK Server": "vc.example.net", "VI SDK UUID": "uuid-1"}],
    }
    (vcenter,) = imported(tmp_path, sheets).lab.inventory.vcenters.values()
    assert vcenter.instance_uuid == "uuid-1"


def test_words_that_a_column_should_not_hold(tmp_path: Path) -> None:
    words: Row = {"Firmware": "steam", "HW version": "vmx-abc", "Connection state": "asleep", "Guest state": "running"}
    row = vm_row("vm", 1, Powerstate="humming", **words)
    result = imported(tmp_path, {"vInfo": [row]})
    assert {value for _, _, value in _bad(result)} == {"steam", "vmx-abc", "asleep", "humming"}
    assert _objects(result, "powerState") == ("vm",)


def test_disks_from_sums_where_there_is_no_vdisk(tmp_path: Path) -> None:
    row = vm_row("vm", 1, Disks=2, **{"Total disk capacity MiB": 100, "In Use MiB": 40})
    result = imported(tmp_path, {"vInfo": [row]})
    disks = vm_named(result.lab.inventory, "vm").disks
    assert [(disk.label, disk.capacity_bytes, disk.used_bytes) for disk in disks] == [
        ("Hard disk 1", 50 * 1024**2, 20 * 1024**2),
        ("Hard disk 2", 50 * 1024**2, 20 * 1024**2),
    ]
    assert {disk.datastore for disk in disks} == {"datastore:store-1"}
    assert _objects(result, "disksOfSums") == ("vm",)
