"""The demo lab is what it is meant to be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from tests.tools.make_demo_lab import demo_lab
from vmotion_gui import resources
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.document import dumps, load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.graph import hosts_reaching, network_path, shared_datastores


@pytest.fixture(scope="module")
def demo() -> Inventory:
    return load(resources.path("labs/demo.json")).inventory


def test_the_file_is_what_its_builder_makes() -> None:
    assert resources.path("labs/demo.json").read_bytes() == dumps(demo_lab())


def test_its_size(demo: Inventory) -> None:
    assert {vcenter.sso_domain for vcenter in demo.vcenters.values()} == {"vsphere.local"}
    sizes = {
        name: len(demo.collection(name)) for name in ("sites", "vcenters", "datacenters", "clusters", "hosts", "links")
    }
    assert sizes == {"sites": 2, "vcenters": 2, "datacenters": 3, "clusters": 4, "hosts": 16, "links": 1}
    assert 110 <= len(demo.vms) <= 130
    assert len(demo.subnets) >= 5
    assert any(pool.vapp for pool in demo.resource_pools.values())
    assert any(vm.template for vm in demo.vms.values())
    assert demo.datastore_clusters


def test_names_are_told_once(demo: Inventory) -> None:
    for collection in (demo.vms, demo.hosts, demo.datastores):
        names = [entity.name for entity in collection.values()]
        assert len(set(names)) == len(names)


def test_addresses_are_told_once(demo: Inventory) -> None:
    nics = [nic for vm in demo.vms.values() for nic in vm.nics]
    assert len({nic.mac_address for nic in nics}) == len({nic.ip_address for nic in nics}) == len(nics)
    assert all(nic.mac_address.startswith("00:50:56:") for nic in nics)


def test_no_host_is_overcommitted(demo: Inventory) -> None:
    for id_, host in demo.hosts.items():
        assert sum(demo.vms[vm].memory_bytes for vm in demo.vms_on(id_)) <= 0.9 * host.memory_bytes


def test_connected_hosts_of_a_cluster_reach_each_other(demo: Inventory) -> None:
    for cluster in demo.clusters:
        hosts = [h for h in demo.hosts_in(cluster) if h not in ("host-12", "host-24")]
        assert all(network_path(demo, hosts[0], other) == () for other in hosts)
        assert all(shared_datastores(demo, hosts[0], other) for other in hosts)


def test_a_machines_network_is_on_its_host(demo: Inventory) -> None:
    for vm in demo.vms.values():
        for nic in vm.nics:
            assert vm.host in demo.switches[demo.portgroups[nic.portgroup].switch].hosts
        assert {mount.datastore for mount in demo.hosts[vm.host].mounts} >= set(vm.datastores)


def _plain(demo: Inventory, vm: e.VirtualMachine) -> bool:
    """Nothing about this machine or its host keeps it from moving to another host of its cluster."""
    host = demo.hosts[vm.host]
    shared = all(not store.startswith("datastore-local") for store in vm.datastores)
    return (
        shared
        and vm.power_state == "poweredOn"
        and not vm.annotation
        and not any(device.connected and device.backing.startswith("host:") for device in vm.devices)
        and any("vmotion" in vmk.services for vmk in host.vmk_adapters)
        and host.connection_state == "connected"
    )


def test_most_machines_can_move(demo: Inventory) -> None:
    assert sum(_plain(demo, vm) for vm in demo.vms.values()) >= 85


def _ruled(demo: Inventory, vm: e.VirtualMachine, cluster: str, kind: type[e.Part]) -> bool:
    return any(isinstance(rule, kind) and vm.id in rule.vms for rule in demo.clusters[cluster].rules)


def _others(demo: Inventory, vm: e.VirtualMachine) -> list[e.Host]:
    return [host for host in demo.hosts.values() if host.id != vm.host]


def _hosts_with_network(demo: Inventory, name: str) -> set[str]:
    groups = [group for group in demo.portgroups.values() if group.name == name]
    return {host for group in groups for host in demo.switches[group.switch].hosts}


_Fact = Callable[[e.VirtualMachine, Inventory], Any]


@pytest.mark.parametrize(
    ("name", "fact"),
    [
        ("scan-01", lambda vm, _: vm.devices[0].backing.startswith("host:") and vm.devices[0].connected),
        (
            "cad-licence-01",
            lambda vm, i: vm.devices[0].kind == "usb" and not i.hosts[vm.host].usb_remote_backing,
        ),
        ("render-01", lambda vm, _: vm.devices[0].kind == "pciPassthrough"),
        ("erp-archive-01", lambda vm, i: hosts_reaching(i, vm.home_datastore) == (vm.host,)),
        (
            "vault-01",
            lambda vm, i: vm.encrypted and [h.id for h in i.hosts.values() if h.key_providers] == [vm.host],
        ),
        ("fax-01", lambda vm, _: vm.question),
        ("ora-01", lambda vm, i: _ruled(i, vm, "cluster-db", e.VmHostRule)),
        (
            "sap-hana-01",
            lambda vm, i: vm.memory_reservation_bytes > max(h.memory_bytes for h in _others(i, vm)),
        ),
        (
            "report-01",
            lambda vm, i: [h.id for h in i.hosts.values() if vm.disks[-1].rdm.lun in h.rdm_luns] == [vm.host],
        ),
        ("sqlfci-01", lambda vm, _: vm.disks[-1].bus_sharing == "physicalSharing"),
        ("analytics-01", lambda vm, _: "cpuid.avx512f" in vm.required_cpu_features),
        ("pentest-01", lambda vm, i: "host-9" not in _hosts_with_network(i, "Isolated Test")),
        ("dc-01", lambda vm, i: _ruled(i, vm, "cluster-prod", e.VmAntiAffinityRule)),
        (
            "demo-01",
            lambda vm, i: not any("vmotion" in vmk.services for vmk in i.hosts[vm.host].vmk_adapters),
        ),
        ("monitor-dr-01", lambda vm, i: i.hosts[vm.host].connection_state == "disconnected"),
    ],
)
def test_a_machine_that_cannot_go_everywhere_says_why(demo: Inventory, name: str, fact: _Fact) -> None:
    vm = demo.vms[f"vm-{name}"]
    assert fact(vm, demo)
    assert vm.annotation


def test_one_host_is_in_maintenance_and_empty(demo: Inventory) -> None:
    resting = [host.id for host in demo.hosts.values() if host.maintenance_state == "inMaintenance"]
    assert len(resting) == 1
    assert not demo.vms_on(resting[0])
