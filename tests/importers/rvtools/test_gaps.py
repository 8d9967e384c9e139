"""Exports with gaps: no VM is lost, what is assumed is marked and told, and the lab can be used."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.importers.sheets import host_row, imported, vm_named, vm_row, without_hosts
from tests.tools.rvtools_workbook import Row
from vmotion_gui.importers.rvtools import ImportResult
from vmotion_gui.inventory.commands import Migrate, MigrationSpec, TimedCommand
from vmotion_gui.inventory.entities import Host
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.simulation.engine import Engine

MIB = 1024**2


@pytest.fixture
def gaps(tmp_path: Path) -> ImportResult:
    """An export as anonymisers leave it."""
    return imported(tmp_path, without_hosts())


def _host_of(result: ImportResult, vm: str) -> Host:
    return result.lab.inventory.hosts[vm_named(result.lab.inventory, vm).host]


def test_a_host_that_only_vms_name_is_made(gaps: ImportResult) -> None:
    made = _host_of(gaps, "vm-b")
    assert made.name == "10.9.9.2"
    assert made.assumed == ("*",)
    sibling = gaps.lab.inventory.hosts["host:10.0.0.1"]
    assert (made.cores, made.cpu_model, made.memory_bytes) == (sibling.cores, sibling.cpu_model, sibling.memory_bytes)
    finding = gaps.report.finding("hostHardware")
    assert finding is not None
    assert (finding.objects, finding.origin) == (("10.9.9.1", "10.9.9.2"), "assumed")


def test_a_made_host_can_run_what_runs_on_it(gaps: ImportResult) -> None:
    assert _host_of(gaps, "vm-a").max_evc_mode_key == "intel-icelake"
    assert _host_of(gaps, "vm-b").max_evc_mode_key == "intel-cascadelake"


def test_a_vm_without_host_goes_to_a_placeholder_in_its_cluster(gaps: ImportResult) -> None:
    placeholder = _host_of(gaps, "vm-d")
    assert placeholder.name == "placeholder host (Cluster)"
    assert placeholder.assumed == ("*",)
    assert placeholder.cluster == _host_of(gaps, "vm-a").cluster
    finding = gaps.report.finding("placeholderHost")
    assert finding is not None
    assert (finding.objects, finding.sheet, finding.column, finding.rows) == (("vm-d",), "vInfo", "Host", (5,))


def test_facts_come_from_other_sheets_by_vm_id_or_name(gaps: ImportResult) -> None:
    vm = vm_named(gaps.lab.inventory, "vm-d")
    assert (vm.id, vm.memory_bytes, vm.cpus, vm.assumed[0]) == ("vm-4", 40960 * MIB, 2, "cpus")
    assert [disk.capacity_bytes for disk in vm.disks] == [102400 * MIB]
    assert [len(vm_named(gaps.lab.inventory, name).disks) for name in ("vm-a", "vm-b", "vm-c")] == [1, 1, 0]


def test_hosts_that_no_vm_names_stay(gaps: ImportResult) -> None:
    names = {host.name for host in gaps.lab.inventory.hosts.values()}
    assert {"10.0.0.1", "10.0.0.2", "10.0.0.3"} <= names


def test_a_powered_on_vm_has_somewhere_to_go(gaps: ImportResult) -> None:
    """The other hosts of the cluster see its datastores, its networks and a vMotion adapter in the same subnet."""
    inventory = gaps.lab.inventory
    vm = vm_named(inventory, "vm-b")
    origin = inventory.hosts[vm.host]
    (vmk,) = origin.vmk_adapters
    assert (vmk.services, vmk.services_origin) == (("vmotion",), "guessed")
    names = {inventory.portgroups[nic.portgroup].name for nic in vm.nics}
    assert names == {"VM Network"}
    others = [inventory.hosts[id_] for id_ in inventory.hosts_in(origin.cluster) if id_ != origin.id]
    assert len(others) == 5
    for host in others:
        assert {mount.datastore for mount in host.mounts} >= set(vm.datastores)
        assert [adapter.subnet for adapter in host.vmk_adapters if "vmotion" in adapter.services] == [vmk.subnet]
        switches = {id_ for id_, switch in inventory.switches.items() if host.id in switch.hosts}
        there = {group.name for group in inventory.portgroups.values() if group.switch in switches}
        assert names <= there
        assert [nic.speed_bits_per_s for nic in host.pnics] == [10e9, 10e9]
        assert {nic.switch for nic in host.pnics} <= switches


def test_a_powered_on_vm_migrates_to_another_host_of_its_cluster(gaps: ImportResult) -> None:
    """Through the rules and the engine: the move completes and the VM is on the other host."""
    spec = MigrationSpec(vm=vm_named(gaps.lab.inventory, "vm-b").id, host="host:10.0.0.2")
    command = TimedCommand(time_s=1.0, command=Migrate(spec=spec))
    engine = Engine(msgspec.structs.replace(gaps.lab, commands=(command,)))
    engine.advance(600.0)
    assert engine.active_ids() == ()
    assert engine.inventory.vms[spec.vm].host == spec.host


def test_every_assumption_is_told_in_words(gaps: ImportResult) -> None:
    kinds = {finding.kind for finding in gaps.report.findings}
    assert {
        "vcenter",
        "hostHardware",
        "placeholderHost",
        "hostField",
        "vmCpus",
        "vmPlace",
        "diskPath",
        "vmHome",
        "datastore",
        "datastoreHosts",
        "datastoreSize",
        "datastoreType",
        "portgroup",
        "vmotionAdapter",
        "uplinks",
        "nicsOfInfo",
        "drsAndHa",
        "hostConnection",
    } <= kinds
    lost = {(gap.sheet, gap.column) for gap in gaps.report.missing}
    assert {("vDatastore", ""), ("vNetwork", ""), ("vCluster", ""), ("vHost", "ESX Version"), ("vInfo", "Path")} <= lost
    for language in LANGUAGES:
        assert not [line for line in gaps.report.lines(catalogue(language), full=True) if "importers." in line]


def test_the_report_names_all_objects_when_asked(tmp_path: Path) -> None:
    result = imported(tmp_path, {"vInfo": [vm_row(f"vm-{n:02d}", n, CPUs=None) for n in range(30)]})
    english = catalogue("en")
    short, full = result.report.lines(english), result.report.lines(english, full=True)
    assert not [line for line in short if "vm-29" in line]
    assert [line for line in full if "vm-29" in line]
    assert any("10 more" in line for line in short)


def test_old_headers_and_mixed_cells(tmp_path: Path) -> None:
    sheets: dict[str, list[Row]] = {
        "vInfo": [
            vm_row("a", 1, **{"Provisioned MB": "102.400", "In Use MB": "51.200"}),
            vm_row("b", 2, Memory="8.192"),
            vm_row("c", 3, Memory="viel", CPUs="four"),
        ],
        "vDisk": [
            {"VM": "a", "VM ID": "vm-1", "Disk": "Hard disk 1", "Capacity MB": "102.400", "Path": "[s] a/a.vmdk"},
            {"VM": "c", "VM ID": "vm-3", "Disk": "Hard disk 1", "Capacity MB": "?", "Path": "[s] c/c.vmdk"},
        ],
        "vHost": [host_row("esx1.example.net", **{"# Memory": "261.797"})],
    }
    result = imported(tmp_path, sheets)
    inventory = result.lab.inventory
    a, b, c = (vm_named(inventory, name) for name in "abc")
    assert (a.disks[0].capacity_bytes, a.disks[0].used_bytes) == (102400 * MIB, 51200 * MIB)
    assert b.memory_bytes == 8192 * MIB
    assert c.memory_bytes == 4096 * MIB
    assert set(c.assumed) >= {"memory_bytes", "cpus"}
    assert next(iter(inventory.hosts.values())).memory_bytes == 261797 * MIB
    cells = [(cell.sheet, cell.row, cell.column, cell.value) for cell in result.report.bad_cells]
    assert cells == [("vInfo", 4, "CPUs", "four"), ("vInfo", 4, "Memory", "viel"), ("vDisk", 3, "Capacity MB", "?")]


def test_database_style_headers(tmp_path: Path) -> None:
    row: Row = {
        "vInfoVMName": "web",
        "vInfoPowerstate": "poweredOn",
        "vInfoTemplate": 0,
        "vInfoCPUs": 4,
        "vInfoMemory": 8192,
        "vInfoProvisioned": 1000,
        "vInfoInUse": 500,
        "vInfoOS": "Linux",
        "vInfoDataCenter": "DC",
        "vInfoCluster": "C",
        "vInfoHost": "esx1",
        "vInfoUUID": "u-1",
        "vInfoSRMPlaceHolder": 0,
    }
    host: Row = {
        "vHostName": "esx1",
        "vHostDatacenter": "DC",
        "vHostCluster": "C",
        "vHostCpuModel": "AMD EPYC 7543 32-Core Processor",
        "vHostCpuMhz": 2800,
        "vHostNumCPU": 2,
        "vHostNumCpuCores": 64,
        "vHostMemorySize": 524288,
        "vHostFullName": "VMware ESXi 7.0.3 build-20328353",
    }
    result = imported(tmp_path, {"vInfo": [row], "vHost": [host]})
    vm = vm_named(result.lab.inventory, "web")
    found = result.lab.inventory.hosts[vm.host]
    assert (vm.cpus, vm.memory_bytes, vm.instance_uuid) == (4, 8192 * MIB, "u-1")
    assert (found.cores, found.cpu_vendor, found.max_evc_mode_key) == (64, "amd", "amd-zen3")
    assert (found.version, found.build) == ("7.0.3", "20328353")


def test_srm_placeholders_are_the_only_rows_left_out(tmp_path: Path) -> None:
    rows = [vm_row("a", 1), vm_row("shadow", 2, **{"SRM Placeholder": "True"}), vm_row("a", 3)]
    result = imported(tmp_path, {"vInfo": rows, "vMemory": [{"VM": "shadow", "VM ID": "vm-2", "Size MiB": 1}]})
    assert [vm.id for vm in result.lab.inventory.vms.values()] == ["vm-1", "vm-3"]
    (left,) = result.report.of("leftOut")
    assert (left.kind, left.objects) == ("srmPlaceholder", ("shadow",))


def test_templates_and_service_machines_are_kept_and_marked(tmp_path: Path) -> None:
    rows = [vm_row("gold", 1, Template="True", Powerstate="poweredOff"), vm_row("vCLS-1234", 2)]
    result = imported(tmp_path, {"vInfo": rows})
    assert vm_named(result.lab.inventory, "gold").template
    assert {finding.kind: finding.objects for finding in result.report.of("warning")} == {
        "template": ("gold",),
        "vcls": ("vCLS-1234",),
    }


def test_cluster_rules_are_named_and_not_applied(tmp_path: Path) -> None:
    rows = [vm_row(name, n, **{"Cluster rule name(s)": "Keep apart, Odd"}) for n, name in enumerate("ab")]
    result = imported(tmp_path, {"vInfo": rows})
    finding = result.report.finding("ruleOfUnknownKind")
    assert finding is not None
    assert finding.objects == ("Keep apart: a, b", "Odd: a, b")
    assert all(not cluster.rules for cluster in result.lab.inventory.clusters.values())


def test_the_same_ids_in_two_vcenters(tmp_path: Path) -> None:
    rows = [vm_row(f"vm-{n}", 7, **{"VI SDK UUID": f"uuid-{n}", "VI SDK Server": f"vc{n}"}) for n in (1, 2)]
    result = imported(tmp_path, {"vInfo": rows})
    inventory = result.lab.inventory
    assert sorted(inventory.vms) == ["vm-7@vcenter:uuid-1", "vm-7@vcenter:uuid-2"]
    assert len(inventory.vcenters) == len(inventory.datacenters) == len(inventory.clusters) == len(inventory.hosts) == 2
    assert result.report.finding("ssoDomain") is not None


def test_rows_about_unknown_vms_are_counted(tmp_path: Path) -> None:
    result = imported(
        tmp_path, {"vInfo": [vm_row("a", 1)], "vMemory": [{"VM": "ghost", "VM ID": "vm-9", "Size MiB": 1}]}
    )
    finding = result.report.finding("unknownVm")
    assert finding is not None
    assert (finding.objects, finding.sheet, finding.rows) == (("ghost",), "vMemory", (2,))


def test_names_alone_tell_vms_apart_with_their_hosts(tmp_path: Path) -> None:
    rows = [vm_row("twin", 0, Host=f"esx{n}") for n in (1, 2)]
    for row in rows:
        del row["VM ID"]
    memory: list[Row] = [{"VM": "twin", "Host": f"esx{n}", "Size MiB": 1, "Reservation": n} for n in (1, 2)]
    inventory = imported(tmp_path, {"vInfo": rows, "vMemory": memory}).lab.inventory
    found = {inventory.hosts[vm.host].name: vm.memory_reservation_bytes for vm in inventory.vms.values()}
    assert found == {"esx1": MIB, "esx2": 2 * MIB}


def test_hosts_without_a_cluster_stand_alone_and_can_still_reach_each_other(tmp_path: Path) -> None:
    sheets = {
        "vInfo": [vm_row(f"vm{n}", n, Cluster="", Host=f"esx{n}") for n in (1, 2)],
        "vHost": [host_row(f"esx{n}", Cluster="") for n in (1, 2)],
    }
    inventory = imported(tmp_path, sheets).lab.inventory
    assert [host.cluster for host in inventory.hosts.values()] == ["", ""]
    assert len({vmk.subnet for host in inventory.hosts.values() for vmk in host.vmk_adapters}) == 1
    assert len(inventory.datastores) == 1


def test_a_vm_that_is_named_twice_counts_once_but_a_clash_of_ids_loses_none(tmp_path: Path) -> None:
    rows = [vm_row("a", 1), vm_row("a", 1), vm_row("b", 1)]
    result = imported(tmp_path, {"vInfo": rows})
    assert [vm.name for vm in result.lab.inventory.vms.values()] == ["a", "b"]
    finding = result.report.finding("duplicateVm")
    assert finding is not None
    assert (finding.group, finding.rows) == ("leftOut", (3,))


def test_an_export_of_names_alone(tmp_path: Path) -> None:
    result = imported(tmp_path, {"vInfo": [{"VM": "lonely"}]})
    vm = vm_named(result.lab.inventory, "lonely")
    assert (vm.power_state, vm.cpus) == ("poweredOff", 2)
    assert result.lab.inventory.hosts[vm.host].name == "placeholder host (no place)"
