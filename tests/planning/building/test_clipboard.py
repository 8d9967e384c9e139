"""What is copied is put into the same estate, into another one and into an empty one, and fits each of them."""

from __future__ import annotations

import pytest

from vmotion_gui import resources
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import EntityPut, apply_all
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import COLLECTIONS, Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.messages import Message
from vmotion_gui.planning.building.clipboard import document_of, read
from vmotion_gui.planning.building.editing import with_space
from vmotion_gui.planning.building.pasting import pasted
from vmotion_gui.planning.building.templates import small_cluster, two_vcenters

ESTATE = generate(hosts=24, vms=60, clusters_of=2)


def paste(
    source: Inventory, ids: list[str], into: Inventory, target: str = ""
) -> tuple[Inventory, tuple[e.Entity, ...]]:
    document = read(document_of(source, ids))
    assert document is not None
    put = pasted(into, document, target)
    assert not isinstance(put, Message), put
    after = apply_all(into, with_space(into, [EntityPut.of(one) for one in put]))
    assert [problem.text for problem in validate_lab(Lab(inventory=after))] == []
    return after, put


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_kind_of_object_is_pasted_beside_its_original(collection: str) -> None:
    for id_ in list(ESTATE.collection(collection))[:1]:
        after, put = paste(ESTATE, [id_], ESTATE)
        assert len(after.collection(collection)) > len(ESTATE.collection(collection))
        assert put[0].id not in {entity.id for entity in ESTATE}


def test_a_vm_comes_to_the_chosen_host_with_addresses_and_files_of_its_own() -> None:
    vm = ESTATE.vms["vm-0"]
    target = next(id_ for id_ in ESTATE.hosts_in("cluster-5"))
    after, put = paste(ESTATE, [vm.id], ESTATE, target)
    (copy,) = put
    assert isinstance(copy, e.VirtualMachine)
    assert copy.host == target
    assert {disk.datastore for disk in copy.disks} <= {mount.datastore for mount in after.hosts[target].mounts}
    assert copy.nics[0].mac_address != vm.nics[0].mac_address
    assert copy.disks[0].path != vm.disks[0].path
    assert copy.workload == vm.workload


def test_a_cluster_brings_its_hosts_and_vms_along() -> None:
    after, put = paste(ESTATE, ["cluster-0"], ESTATE)
    (cluster,) = [one for one in put if isinstance(one, e.Cluster)]
    hosts = after.hosts_in(cluster.id)
    assert len(hosts) == 2
    assert sum(len(after.vms_on(id_)) for id_ in hosts) == sum(
        len(ESTATE.vms_on(id_)) for id_ in ESTATE.hosts_in("cluster-0")
    )
    addresses = [vmk.ip_address for host in after.hosts.values() for vmk in host.vmk_adapters]
    assert len(addresses) == len(set(addresses))


def test_a_cluster_goes_to_another_lab_with_the_networks_and_datastores_it_uses() -> None:
    empty = Inventory(
        [e.VCenter(id="vcenter-1", name="vc"), e.Datacenter(id="datacenter-1", name="Here", vcenter="vcenter-1")]
    )
    source = small_cluster()
    after, _ = paste(source, ["domain-c1"], empty, "datacenter-1")
    assert {host.name for host in after.hosts.values()} == {host.name for host in source.hosts.values()}
    assert {store.name for store in after.datastores.values()} == {store.name for store in source.datastores.values()}
    assert {group.name for group in after.portgroups.values()} == {group.name for group in source.portgroups.values()}
    vm = next(iter(after.vms.values()))
    other = next(id_ for id_ in after.hosts if id_ != vm.host)
    assert Checker(after).check(MigrationSpec(vm=vm.id, host=other)).possible


def test_what_another_lab_has_by_that_name_is_used_there() -> None:
    source, target = small_cluster(), small_cluster()
    after, put = paste(source, ["host-1"], target, "domain-c1")
    hosts = [one for one in put if isinstance(one, e.Host)]
    assert [host.name for host in hosts] == ["esx-04.example.com"]
    assert len(after.datastores) == len(target.datastores)
    assert len(after.switches) == len(target.switches)


def test_a_whole_vcenter_goes_into_an_empty_lab() -> None:
    source = two_vcenters()
    after, _ = paste(source, ["vcenter-1"], Inventory())
    assert {vm.name for vm in after.vms.values()} == {vm.name for vm in source.vms.values()}


def test_a_vm_has_no_place_in_a_lab_without_hosts() -> None:
    document = read(document_of(ESTATE, ["vm-0"]))
    assert document is not None
    assert isinstance(pasted(Inventory(), document, ""), Message)


def test_a_host_pasted_on_a_datacenter_stands_alone_there() -> None:
    after, put = paste(ESTATE, ["host-0"], ESTATE, "datacenter-1")
    (host,) = [one for one in put if isinstance(one, e.Host)]
    assert (host.cluster, host.datacenter) == ("", "datacenter-1")
    assert all(nic.switch == "" for nic in after.hosts[host.id].pnics)


@pytest.mark.parametrize("data", [b"", b"{}", b"hello", b"[1, 2]", b'{"format": "vmotion-gui-lab"}', b"\xff\xfe"])
def test_other_things_on_the_clipboard_are_no_objects(data: bytes) -> None:
    assert read(data) is None


def test_nothing_that_is_pasted_anywhere_makes_the_demo_lab_invalid() -> None:
    estate = load(resources.path("labs/demo.json")).inventory
    targets = ["", *(entity.id for number, entity in enumerate(estate) if number % 12 == 0)]
    for collection in ("vms", "hosts", "clusters", "resource_pools", "folders", "switches", "portgroups", "datastores"):
        for target in targets:
            paste(estate, [next(iter(estate.collection(collection)))], estate, target)
