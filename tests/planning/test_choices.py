"""The wizard's logic without a window: kinds, steps, candidates, placement, and what is asked of the engine."""

from __future__ import annotations

import msgspec
import pytest

from vmotion_gui import resources
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.candidates import ComputeCandidates, datastore_candidates, datastore_reasons
from vmotion_gui.planning.choices import Kind, Step, Wish, kinds, specs, steps, verdicts, wish_for
from vmotion_gui.planning.networks import destination_networks, source_networks


@pytest.fixture(scope="module")
def inventory() -> Inventory:
    return load(resources.path("labs/demo.json")).inventory


@pytest.fixture(scope="module")
def checker(inventory: Inventory) -> Checker:
    return Checker(inventory)


def test_every_kind_is_possible_where_there_are_other_hosts_stores_and_vcenters(inventory: Inventory) -> None:
    assert kinds(inventory, ["vm-web-01"]) == dict.fromkeys(Kind)


def test_kinds_that_cannot_be_say_why(inventory: Inventory) -> None:
    gone = [host.id for host in inventory.hosts.values() if host.id != "host-1"]
    gone += [vm.id for vm in inventory.vms.values() if vm.id != "vm-web-01"]
    alone = inventory.with_entities(remove=gone)
    store = next(iter(alone.vms["vm-web-01"].datastores))
    mounts = tuple(mount for mount in alone.hosts["host-1"].mounts if mount.datastore == store)
    alone = alone.with_entities([msgspec.structs.replace(alone.hosts["host-1"], mounts=mounts)])
    told = {kind: reason.key if reason else "" for kind, reason in kinds(alone, ["vm-web-01"]).items()}
    assert told == {
        Kind.COMPUTE: "choices.noOtherHost",
        Kind.STORAGE: "choices.noOtherDatastore",
        Kind.BOTH: "choices.noOtherHost",
        Kind.EXPORT: "choices.oneVcenter",
    }


def test_vms_of_two_vcenters_can_only_change_their_storage_together(inventory: Inventory) -> None:
    told = kinds(inventory, ["vm-web-01", "vm-app-dr-01"])
    assert {kind for kind, reason in told.items() if reason is None} == {Kind.STORAGE}


@pytest.mark.parametrize(
    ("kind", "between"),
    [
        (Kind.COMPUTE, (Step.COMPUTE, Step.NETWORKS, Step.PRIORITY)),
        (Kind.STORAGE, (Step.STORAGE, Step.PRIORITY)),
        (Kind.BOTH, (Step.COMPUTE, Step.STORAGE, Step.NETWORKS, Step.PRIORITY)),
        (Kind.EXPORT, (Step.COMPUTE, Step.STORAGE, Step.NETWORKS, Step.PRIORITY)),
    ],
)
def test_each_kind_has_its_steps(inventory: Inventory, kind: Kind, between: tuple[Step, ...]) -> None:
    assert steps(inventory, Wish(vms=("vm-web-01",), kind=kind)) == (Step.KIND, *between, Step.READY)


def test_a_vm_that_is_off_has_no_vmotion_priority(inventory: Inventory) -> None:
    assert Step.PRIORITY not in steps(inventory, Wish(vms=("vm-sandbox-15",)))


@pytest.mark.parametrize(
    ("target", "with_storage", "kind"),
    [
        ("host-2", False, Kind.COMPUTE),
        ("host-2", True, Kind.BOTH),
        ("cluster-db", False, Kind.COMPUTE),
        ("datastore-vmfs-02", False, Kind.STORAGE),
        ("host-21", False, Kind.EXPORT),
        ("cluster-dr", True, Kind.EXPORT),
    ],
)
def test_a_place_fills_the_wish_in(inventory: Inventory, target: str, with_storage: bool, kind: Kind) -> None:
    wish = wish_for(inventory, ["vm-web-01"], target, with_storage=with_storage)
    assert wish.kind is kind
    assert (wish.datastore if kind is Kind.STORAGE else wish.target) == target


def test_hosts_are_judged_as_the_checker_does_but_for_what_later_pages_decide(
    checker: Checker, inventory: Inventory
) -> None:
    candidates = ComputeCandidates(checker, Wish(vms=("vm-web-01",)))
    assert "host-21" not in candidates.host_ids, "another vCenter Server is another kind of move"
    for host in candidates.host_ids:
        verdict = checker.hosts("vm-web-01").reasons(host)
        decided = [reason for reason in verdict if reason.test_group != "networkTests"]
        worst = max((reason.severity for reason in decided), default=Severity.NONE)
        assert candidates.severity(host) == worst, host
        assert [reason.rule for reason in candidates.reasons(host)] == [reason.rule for reason in decided]
    assert sum(candidates.counts()) == len(candidates.host_ids)


def test_a_host_without_the_vms_datastores_is_able_once_the_storage_moves_as_well(checker: Checker) -> None:
    only_host = ComputeCandidates(checker, Wish(vms=("vm-web-01",)))
    both = ComputeCandidates(checker, Wish(vms=("vm-web-01",), kind=Kind.BOTH))
    assert only_host.severity("host-9") is Severity.ERROR
    assert "storage" in {reason.group for reason in only_host.reasons("host-9")}
    assert all(reason.test_group != "datastoreTests" for reason in both.reasons("host-9"))


def test_the_other_vcenters_hosts_are_the_exports_candidates(checker: Checker, inventory: Inventory) -> None:
    candidates = ComputeCandidates(checker, Wish(vms=("vm-web-01",), kind=Kind.EXPORT))
    assert set(candidates.host_ids) == set(inventory.hosts_in("cluster-dr"))
    assert candidates.cluster_ids == ("cluster-dr",)


def test_a_cluster_spreads_the_vms_over_its_hosts_and_says_so(checker: Checker, inventory: Inventory) -> None:
    vms = tuple(id_ for id_ in inventory.vms_on("host-1") if inventory.vms[id_].power_state == "poweredOn")[:6]
    candidates = ComputeCandidates(checker, Wish(vms=vms))
    placement = candidates.place("cluster-prod")
    assert set(placement.hosts) == set(vms)
    for vm, host in placement.hosts.items():
        assert inventory.hosts[host].cluster == "cluster-prod"
        assert candidates.each(vm)[host] < Severity.ERROR
    assert placement.reason is not None
    used = {inventory.hosts[host].name for host in placement.hosts.values()}
    assert used <= set(placement.reason.args.get("hosts", used))


def test_vms_that_come_from_the_clusters_own_hosts_change_places(checker: Checker) -> None:
    candidates = ComputeCandidates(checker, Wish(vms=("vm-web-01", "vm-web-02")))
    assert candidates.severity("cluster-prod") < Severity.ERROR
    assert all(reason.severity < Severity.ERROR for reason in candidates.reasons("cluster-prod"))


def test_a_cluster_in_which_no_host_can_is_an_error_with_all_reasons(checker: Checker) -> None:
    candidates = ComputeCandidates(checker, Wish(vms=("vm-web-01",)))
    assert candidates.place("cluster-dev").hosts == {}
    assert candidates.severity("cluster-dev") is Severity.ERROR
    assert candidates.reasons("cluster-dev")


def test_datastores_that_no_host_sees_are_told_as_unable_and_the_rules_agree(
    checker: Checker, inventory: Inventory
) -> None:
    wish = Wish(vms=("vm-web-01",), kind=Kind.BOTH, target="host-9")
    found = list(datastore_candidates(checker, wish, {"vm-web-01": "host-9"}))
    assert {item.id for item in found} == {
        id_ for id_, s in inventory.datastores.items() if s.datacenter == "datacenter-dev"
    }
    assert {item.id for item in found if item.mounted} == {"datastore-nfs-dev", "datastore-local-9"}
    for item in found:
        reasons = datastore_reasons(checker, wish, {"vm-web-01": "host-9"}, item.id)
        assert item.severity == max((reason.severity for reason in reasons), default=Severity.NONE), item


def test_the_present_datastore_is_no_target_of_a_storage_move(checker: Checker, inventory: Inventory) -> None:
    own = inventory.vms["vm-web-01"].home_datastore
    wish = Wish(vms=("vm-web-01",), kind=Kind.STORAGE)
    levels = {item.id: item.severity for item in datastore_candidates(checker, wish, {})}
    assert levels[own] is Severity.ERROR
    assert Severity.NONE in levels.values()


def test_networks_keep_their_name_where_the_destination_has_it(inventory: Inventory) -> None:
    (near,) = source_networks(inventory, {"vm-web-01": "host-2"})
    assert near.default == near.key == "id:dv-web-hq"
    (far,) = source_networks(inventory, {"vm-web-01": "host-21"})
    assert far.default == "id:dv-web-dr"
    (missing,) = source_networks(inventory, {"vm-app-01": "host-21"})
    assert missing.default == ""
    names = {network.name for network in destination_networks(inventory, ["host-21", "host-22"])}
    assert names >= {"dv-Web", "dv-Servers"}
    assert "Management Network" not in names, "VMs are not plugged into a standard VMkernel port group"


def test_a_mapping_takes_a_missing_networks_error_away(checker: Checker, inventory: Inventory) -> None:
    wish = Wish(vms=("vm-app-01",), kind=Kind.EXPORT, target="host-21", datastore="datastore-dr-01")
    hosts = {"vm-app-01": "host-21"}
    before = verdicts(checker, specs(inventory, wish, hosts))["vm-app-01"]
    assert "net.dvport" in {reason.rule for reason in before.reasons if reason.severity is Severity.ERROR}
    mapped = msgspec.structs.replace(wish, networks={"id:dv-app-hq": "id:dv-servers-dr"})
    (spec,) = specs(inventory, mapped, hosts)
    assert spec.networks == {"Network adapter 1": "dv-servers-dr"}
    after = checker.check(spec)
    assert after.type is MigrationType.XVMOTION
    assert after.cross_vcenter
    assert "net.dvport" not in {reason.rule for reason in after.reasons}


def test_a_standard_network_is_the_destination_hosts_own_port_group(inventory: Inventory) -> None:
    wish = Wish(vms=("vm-sandbox-15",), target="host-10", networks={"name:VM Network": "name:Isolated Test"})
    (spec,) = specs(inventory, wish, {"vm-sandbox-15": "host-10"})
    assert spec.networks == {"Network adapter 1": "pg-isolated-10"}


def test_an_adapter_of_its_own_wins_over_the_networks_mapping(inventory: Inventory) -> None:
    wish = Wish(
        vms=("vm-app-01",),
        target="host-2",
        networks={"id:dv-app-hq": "id:dv-web-hq"},
        adapters={"vm-app-01": {"Network adapter 1": "id:dv-db-hq"}},
    )
    (spec,) = specs(inventory, wish, {"vm-app-01": "host-2"})
    assert spec.networks == {"Network adapter 1": "dv-db-hq"}


def test_disks_and_formats_are_asked_for_only_where_they_differ(inventory: Inventory) -> None:
    wish = Wish(
        vms=("vm-app-01",),
        kind=Kind.STORAGE,
        datastore="datastore-vmfs-01",
        disks={"vm-app-01": {"Hard disk 1": "datastore-vmfs-01", "Hard disk 2": "datastore-vmfs-02"}},
        format="thick",
    )
    (spec,) = specs(inventory, wish, {})
    assert spec.host == ""
    assert spec.disks == {"Hard disk 2": "datastore-vmfs-02"}
    assert spec.formats == {"Hard disk 1": "thick"}, "the second disk stays where it is, and as it is"


def test_a_wish_keeps_what_another_kind_does_not_ask_for(inventory: Inventory) -> None:
    wish = Wish(vms=("vm-web-01",), kind=Kind.COMPUTE, target="host-2", datastore="datastore-vmfs-01")
    (spec,) = specs(inventory, wish, {"vm-web-01": "host-2"})
    assert (spec.host, spec.datastore) == ("host-2", "")
