"""Adding, copying and removing: whatever is done, the estate stays valid, and nothing is there twice."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, apply_all, inverse_all
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.editing.naming import Names, next_name
from vmotion_gui.inventory.estate import COLLECTIONS, Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.planning.building.adding import CHILDREN, missing, proposal
from vmotion_gui.planning.building.bulk import Batch, batch_changes, machines
from vmotion_gui.planning.building.copying import copied, copies
from vmotion_gui.planning.building.editing import no_space
from vmotion_gui.planning.building.joining import changes_for
from vmotion_gui.planning.building.removing import removal
from vmotion_gui.simulation.files import footprint

ESTATE = generate(hosts=24, vms=60, clusters_of=2)


def faults(inventory: Inventory) -> list[str]:
    return [f"{problem.place}: {problem.text}" for problem in validate_lab(Lab(inventory=inventory))]


def added(inventory: Inventory, collection: str, parent: str = "") -> Inventory:
    found = proposal(inventory, collection, parent)
    return apply_all(inventory, changes_for(inventory, found.entity, found.along))


def parents(inventory: Inventory) -> Iterable[tuple[str, str]]:
    for kind, collections in CHILDREN.items():
        names = [name for name, held in COLLECTIONS.items() if held is kind]
        id_ = next(iter(inventory.collection(names[0])), "") if names else ""
        if id_ or not names:
            yield from ((collection, id_) for collection in collections)


# --- adding -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("collection", "parent"), list(parents(ESTATE)))
def test_what_is_added_fits_and_is_one_object_more(collection: str, parent: str) -> None:
    after = added(ESTATE, collection, parent)
    assert faults(after) == []
    assert len(after.collection(collection)) == len(ESTATE.collection(collection)) + 1


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_without_a_place_the_first_that_fits_is_taken(collection: str) -> None:
    assert faults(added(ESTATE, collection)) == []


def test_an_estate_grows_from_nothing() -> None:
    estate = Inventory()
    assert missing(estate, "vms") is not None
    order = ("sites", "vcenters", "datacenters", "clusters", "subnets", "switches", "portgroups", "datastores")
    for collection in (*order, "hosts", "hosts", "vms", "vms", "resource_pools", "folders", "datastore_clusters"):
        assert missing(estate, collection) is None
        estate = added(estate, collection)
        assert faults(estate) == []
    first, second = estate.hosts.values()
    assert first.vmk_adapters[0].ip_address != second.vmk_adapters[0].ip_address
    assert {nic.switch for nic in first.pnics} == {nic.switch for nic in second.pnics} == set(estate.switches)
    vms = list(estate.vms.values())
    assert vms[0].nics[0].mac_address != vms[1].nics[0].mac_address
    assert {vm.host for vm in vms} == {first.id, second.id}
    store = estate.datastores[vms[0].disks[0].datastore]
    assert store.capacity_bytes - store.free_bytes == sum(footprint(estate, vm)[store.id] for vm in vms)


def test_an_estate_built_so_can_migrate_its_vms() -> None:
    from vmotion_gui.compatibility.checker import Checker

    estate = Inventory()
    for collection in ("vcenters", "datacenters", "clusters", "subnets", "switches", "portgroups", "datastores"):
        estate = added(estate, collection)
    for collection in ("hosts", "hosts", "vms"):
        estate = added(estate, collection)
    (vm,) = estate.vms.values()
    other = next(id_ for id_ in estate.hosts if id_ != vm.host)
    assert Checker(estate).check(MigrationSpec(vm=vm.id, host=other)).possible


def test_a_host_without_a_distributed_switch_gets_a_switch_of_its_own() -> None:
    estate = Inventory()
    for collection in ("vcenters", "datacenters", "hosts"):
        estate = added(estate, collection)
    (switch,) = estate.switches.values()
    assert (switch.name, switch.distributed) == ("vSwitch0", False)
    assert {group.name for group in estate.portgroups.values()} == {"Management Network", "VM Network"}
    estate = added(estate, "hosts")
    assert faults(estate) == []


# --- copies -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_a_copy_fits_and_has_its_own_id_and_name(collection: str) -> None:
    estate = added(ESTATE, "folders")
    estate = added(estate, "datastore_clusters")
    original = next(iter(estate.collection(collection).values()))
    fresh = copied(estate, original, Names(estate))
    after = estate.with_entities(fresh)
    assert faults(after) == []
    assert fresh[0].id not in estate.collection(collection)
    assert fresh[0].name not in {entity.name for entity in estate.collection(collection).values()}


def test_eight_hosts_like_this_one() -> None:
    host = ESTATE.hosts["host-0"]
    after = ESTATE.with_entities(copies(ESTATE, host.id, 8))
    assert faults(after) == []
    new = [held for held in after.hosts.values() if held.id not in ESTATE.hosts]
    assert [held.name for held in new] == [f"esx-{number:04d}.example.com" for number in range(25, 33)]
    assert {held.cluster for held in new} == {host.cluster}
    addresses = [vmk.ip_address for held in after.hosts.values() for vmk in held.vmk_adapters]
    assert len(addresses) == len(set(addresses))
    assert all(held.id in after.switches["dvs-0"].hosts for held in new)
    local = [held.mounts[-1].datastore for held in new]
    assert len(set(local)) == 8
    assert all(after.datastores[id_].free_bytes == after.datastores[id_].capacity_bytes for id_ in local)


def test_the_copy_of_a_vm_has_files_and_addresses_of_its_own() -> None:
    vm = ESTATE.vms["vm-0"]
    after = ESTATE.with_entities(copies(ESTATE, vm.id, 3))
    assert faults(after) == []
    every = list(after.vms.values())
    for values in (
        [nic.mac_address for held in every for nic in held.nics],
        [(disk.datastore, disk.path) for held in every for disk in held.disks],
        [held.instance_uuid for held in every],
    ):
        assert len(values) == len(set(values))


# --- removal ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_what_can_be_removed_leaves_a_valid_estate_and_comes_back_by_undo(collection: str) -> None:
    estate = added(added(ESTATE, "folders"), "datastore_clusters")
    for id_ in list(estate.collection(collection))[:2]:
        found = removal(estate, [id_])
        if found.obstacles:
            continue
        changes = found.changes(estate)
        after = apply_all(estate, changes)
        assert faults(after) == []
        assert after.get(id_) is None
        assert apply_all(after, inverse_all(estate, changes)) == estate


def test_a_host_takes_its_vms_along_and_gives_their_space_back() -> None:
    found = removal(ESTATE, ["host-0"])
    assert set(ESTATE.vms_on("host-0")) <= set(found.along)
    after = apply_all(ESTATE, found.changes(ESTATE))
    assert "host-0" not in after.switches["dvs-0"].hosts
    store = ESTATE.vms[ESTATE.vms_on("host-0")[0]].home_datastore
    assert after.datastores[store].free_bytes > ESTATE.datastores[store].free_bytes


def test_a_datastore_in_use_is_not_removed() -> None:
    store = ESTATE.vms["vm-0"].home_datastore
    assert removal(ESTATE, [store]).obstacles
    assert not removal(ESTATE, ["datastore-local-0"]).obstacles


def test_a_network_in_use_is_not_removed_with_its_switch() -> None:
    assert removal(ESTATE, ["dvs-0"]).obstacles


def test_a_whole_vcenter_goes_with_all_that_it_manages() -> None:
    found = removal(ESTATE, ["vcenter-0"])
    assert not found.obstacles
    after = apply_all(ESTATE, found.changes(ESTATE))
    assert {host.datacenter for host in after.hosts.values()} == {"datacenter-1"}
    assert faults(after) == []


def test_a_vm_on_its_way_stands_against_the_removal_of_its_host() -> None:
    vm = ESTATE.vms_on("host-0")[0]
    assert removal(ESTATE, ["host-0"], busy=[vm]).obstacles


# --- space ------------------------------------------------------------------------------------------------------------


def test_what_does_not_fit_on_a_datastore_is_said() -> None:
    vm = ESTATE.vms["vm-0"]
    store = ESTATE.datastores[vm.disks[0].datastore]
    grown = _with_disk(vm, store.capacity_bytes * 2)
    changes: tuple[Change, ...] = changes_for(ESTATE, grown)
    assert no_space(ESTATE, changes) is not None
    assert no_space(ESTATE, changes_for(ESTATE, _with_disk(vm, vm.disks[0].capacity_bytes))) is None


def _with_disk(vm: e.VirtualMachine, capacity_bytes: int) -> e.VirtualMachine:
    import msgspec

    disk = msgspec.structs.replace(vm.disks[0], capacity_bytes=capacity_bytes, used_bytes=None)
    return msgspec.structs.replace(vm, disks=(disk, *vm.disks[1:]))


# --- many at once -----------------------------------------------------------------------------------------------------


def test_forty_vms_of_a_preset_are_spread_over_a_cluster() -> None:
    batch = Batch(40, "shop-", "database", cpus=4, memory_bytes=8 << 30, disk_bytes=60 << 30)
    made = machines(ESTATE, "cluster-0", batch)
    after = apply_all(ESTATE, batch_changes(ESTATE, made))
    assert faults(after) == []
    assert [made[0].name, made[-1].name] == ["shop-01", "shop-40"]
    left = [_memory_left(after, host) for host in ESTATE.hosts_in("cluster-0")]
    assert max(left) - min(left) <= batch.memory_bytes
    assert {vm.workload.preset for vm in made} == {"database"}
    assert len({vm.nics[0].mac_address for vm in made}) == 40
    store = made[0].disks[0].datastore
    taken = ESTATE.datastores[store].free_bytes - after.datastores[store].free_bytes
    assert taken == sum(footprint(after, vm).get(store, 0) for vm in made)


def _memory_left(inventory: Inventory, host: str) -> int:
    return inventory.hosts[host].memory_bytes - sum(inventory.vms[id_].memory_bytes for id_ in inventory.vms_on(host))


def test_a_batch_goes_on_with_the_numbers_of_the_one_before() -> None:
    batch = Batch(2, "shop-", "idle", cpus=1, memory_bytes=1 << 30, disk_bytes=1 << 30)
    after = apply_all(ESTATE, batch_changes(ESTATE, machines(ESTATE, "host-0", batch)))
    assert [vm.name for vm in machines(after, "host-0", batch)] == ["shop-03", "shop-04"]
    assert {vm.host for vm in machines(after, "host-0", batch)} == {"host-0"}


def test_what_is_free_is_handed_out_once() -> None:
    names, subnet = Names(ESTATE), ESTATE.subnets["subnet-vmotion-0"]
    macs = [names.mac_address() for _ in range(200)]
    addresses = [names.address_in(subnet) for _ in range(200)]
    assert len(set(macs)) == len(set(addresses)) == 200
    assert not {nic.mac_address for vm in ESTATE.vms.values() for nic in vm.nics} & set(macs)
    assert subnet.gateway not in addresses


@pytest.mark.parametrize(
    ("name", "taken", "following"),
    [
        ("esx-04.dc2.example.com", ["esx-05.dc2.example.com"], "esx-06.dc2.example.com"),
        ("web-09", [], "web-10"),
        ("Cluster", [], "Cluster 2"),
        ("WAN 1-2", [], "WAN 1-3"),
    ],
)
def test_names_are_counted_on(name: str, taken: list[str], following: str) -> None:
    assert next_name(name, taken) == following
