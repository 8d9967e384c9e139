"""Which VMs leave by whose decision, and what is said of those that stay: kind, reason, cure."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import get_args

import msgspec
import pytest

from tests.simulation import worlds as w
from tests.simulation.tasks.estates import (
    AUTOMATIC,
    MANUAL,
    NO_ADMISSION,
    enter,
    estate,
    running_on,
    settled,
    state,
    told,
)
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import (
    ApplyRecommendations,
    CancelMigration,
    DestinationCannotResume,
    EditInventory,
    ExitMaintenanceMode,
    InjectFault,
    RepairFault,
    VmotionNetworkLost,
)
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.task import BlockerKind, TaskStatus

GIB = w.GIB


def _kinds(task: TaskStatus) -> Mapping[str, str]:
    return {blocker.vm: blocker.kind for blocker in task.blockers}


def _of(memory_bytes: int) -> list[e.Host]:
    return [w.host(number, memory_bytes=memory_bytes) for number in (1, 2, 3)]


def _with(**fields: object) -> e.Cluster:
    return msgspec.structs.replace(AUTOMATIC, **fields)  # type: ignore[arg-type]  # the cluster's fields


# --- by whose decision ---------------------------------------------------------------


@pytest.mark.parametrize("level", ["manual", "partiallyAutomated"])
def test_below_full_automation_drs_recommends_and_a_person_applies(level: e.DrsBehavior) -> None:
    running = estate(cluster=_with(drs=e.DrsConfig(default_vm_behavior=level)))
    id_ = enter(running)
    task = settled(running)
    assert _kinds(task) == dict.fromkeys(("vm-1", "vm-2", "vm-3"), "recommended")
    assert not running.migration_ids()
    assert told(running, "RecommendationsMade")
    assert running.submit(ApplyRecommendations(task=id_, vms=("vm-2",))).accepted
    assert [running.status(m).vm for m in running.migration_ids()] == ["vm-2"]
    assert _kinds(running.tasks()[id_])["vm-2"] == "migrating"
    assert running.submit(ApplyRecommendations(task=id_)).accepted
    assert settled(running).state == "success"
    assert running.inventory.vms["vm-2"].host == {b.vm: b.host for b in task.blockers}["vm-2"]
    assert not running.submit(ApplyRecommendations(task=id_)).accepted


def test_a_vms_own_level_takes_the_clusters_place() -> None:
    running = estate(
        w.vm(1, drs_behavior="manual"),
        w.vm(2),
        w.vm(3, drs_behavior="disabled"),
        w.vm(4, drs_behavior="fullyAutomated"),
    )
    enter(running)
    task = settled(running)
    assert _kinds(task) == {"vm-1": "recommended", "vm-3": "vmDrsDisabled"}
    assert (task.leaving, task.left) == (4, 2)


def test_a_person_may_move_what_drs_only_recommends() -> None:
    running = estate(cluster=MANUAL)
    enter(running)
    settled(running)
    for number in (1, 2, 3):
        running.submit(w.move(number, to="h-3"))
    assert settled(running).state == "success"
    assert state(running) == "inMaintenance"


@pytest.mark.parametrize(
    ("cluster", "of", "kind"),
    [
        (_with(drs=e.DrsConfig(enabled=False)), "cl", "noDrs"),
        (AUTOMATIC, "", "alone"),
    ],
)
def test_without_drs_nobody_moves_anything(cluster: e.Cluster, of: str, kind: str) -> None:
    running = estate(hosts=[w.host(number, cluster=of) for number in (1, 2, 3)], cluster=cluster)
    enter(running)
    assert set(_kinds(settled(running)).values()) == {kind}
    running.submit(
        EditInventory(
            changes=tuple(FieldsChanged(id=f"vm-{n}", fields={"power_state": "poweredOff"}) for n in (1, 2, 3))
        )
    )
    assert settled(running).state == "success", "VMs that a person shuts down are in nobody's way"


# --- what stands against it ---------------------------------------------------------------


def test_room_for_failed_hosts_is_kept_and_drs_goes_on_once_there_is_more() -> None:
    """Two hosts, failover level 1: without one of them nothing would be left for a failure."""
    running = estate(w.vm(1), hosts=[w.host(1), w.host(2)])
    enter(running)
    task = settled(running)
    assert _kinds(task) == {"vm-1": "failover"}
    assert not task.recommendations
    assert told(running, "NoMaintenanceModeDrsRecommendationForVM")
    das = msgspec.to_builtins(NO_ADMISSION)
    running.submit(EditInventory(changes=(FieldsChanged(id="cl", fields={"das": das}),)))
    assert settled(running).state == "success"


def test_reservations_count_for_the_room_that_is_kept() -> None:
    """Three hosts of 64 GiB, level 1: 64 GiB are left for everything that is reserved."""
    small = [w.vm(n, on=f"h-{n % 3 + 1}", memory=GIB, memory_reservation_bytes=GIB) for n in range(1, 4)]
    fits = estate(*small, hosts=_of(64 * GIB))
    enter(fits)
    assert settled(fits).state == "success"
    large = [w.vm(n, on=f"h-{n % 3 + 1}", memory=22 * GIB, memory_reservation_bytes=22 * GIB) for n in range(1, 4)]
    running = estate(*large, hosts=_of(64 * GIB))
    enter(running)
    assert set(_kinds(settled(running)).values()) == {"failover"}


def test_a_dedicated_failover_host_is_the_room_and_takes_no_vm() -> None:
    cluster = _with(das=e.DasConfig(failover_hosts=("h-3",)))
    running = estate(cluster=cluster)
    enter(running)
    assert settled(running).state == "success"
    assert {vm.host for vm in running.inventory.vms.values()} == {"h-2"}


def test_no_host_can_take_it_and_the_reason_is_named() -> None:
    device = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="gpu0")
    running = estate(w.vm(1, devices=(device,)), w.vm(2))
    enter(running)
    task = settled(running)
    assert _kinds(task) == {"vm-1": "noHost"}
    blocker = task.blockers[0]
    assert any(reason.group == "devices" for reason in blocker.reasons)
    assert blocker.cure == blocker.reasons[0].cure
    running.submit(EditInventory(changes=(FieldsChanged(id="vm-1", fields={"devices": []}),)))
    assert settled(running).state == "success", "the cure is noticed"


def test_hosts_that_fit_but_are_reserved_lack_room() -> None:
    full = [w.vm(n, on=f"h-{n}", memory=60 * GIB, memory_reservation_bytes=60 * GIB) for n in (2, 3)]
    cluster = _with(das=NO_ADMISSION)
    running = estate(w.vm(1, memory_reservation_bytes=8 * GIB), *full, cluster=cluster, hosts=_of(64 * GIB))
    enter(running)
    assert _kinds(settled(running)) == {"vm-1": "capacity"}


def test_vcenter_breaks_no_rule_between_vms_by_itself() -> None:
    apart = e.VmAntiAffinityRule(name="apart", vms=("vm-1", "vm-2", "vm-3"))
    vms = [w.vm(n, on=f"h-{n}") for n in (1, 2, 3)]
    running = estate(*vms, cluster=_with(rules=(apart,)))
    enter(running)
    task = settled(running)
    assert _kinds(task) == {"vm-1": "rule"}
    assert [reason.rule for reason in task.blockers[0].reasons] == ["rule.separate"]
    running.submit(w.move(1, to="h-2"))
    assert settled(running).state == "success", "a person may"


def test_vms_that_belong_together_leave_for_the_same_host() -> None:
    together = e.VmAffinityRule(name="pair", vms=("vm-1", "vm-2"))
    running = estate(
        w.vm(1, memory=8 * GIB), w.vm(2, memory=8 * GIB), w.vm(3, memory=9 * GIB), cluster=_with(rules=(together,))
    )
    enter(running)
    assert settled(running).state == "success"
    homes = {id_: vm.host for id_, vm in running.inventory.vms.items()}
    assert homes["vm-1"] == homes["vm-2"]


def test_a_should_rule_is_broken_last_and_a_must_rule_never() -> None:
    should = e.VmHostRule(name="should", vms=("vm-1",), hosts=("h-1", "h-3"))
    must = e.VmHostRule(name="must", vms=("vm-2",), hosts=("h-1",), mandatory=True)
    crowd = [w.vm(n, on="h-3") for n in (4, 5)]
    running = estate(w.vm(1), w.vm(2), *crowd, cluster=_with(rules=(should, must)))
    enter(running)
    task = settled(running)
    assert running.inventory.vms["vm-1"].host == "h-3", "though h-2 is emptier"
    assert _kinds(task) == {"vm-2": "rule"}


def test_the_load_is_spread_and_what_is_on_its_way_counts() -> None:
    running = estate(*(w.vm(n) for n in range(1, 9)))
    enter(running)
    settled(running)
    assert [len(running_on(running, host)) for host in ("h-1", "h-2", "h-3")] == [0, 4, 4]


# --- moves that fail ---------------------------------------------------------------


def test_a_failed_move_is_tried_again_in_the_next_run_of_drs() -> None:
    running = estate(w.vm(1))
    enter(running)
    running.advance(4.0)
    lost = VmotionNetworkLost(host="h-1")
    running.submit(InjectFault(fault=lost))
    while not running.phase("migration-1").ended:
        running.advance(running.next_event_s or 0.0)
    assert running.phase("migration-1") is Phase.FAILED
    running.submit(RepairFault(fault=lost))
    assert settled(running).state == "success"
    assert running.status("migration-2").queued_s % 300.0 == 0.0 or running.status("migration-2").queued_s < 300.0


def test_a_move_that_fails_again_and_again_is_left_to_a_person() -> None:
    running = estate(w.vm(1))
    enter(running)
    while (due := running.next_event_s) is not None:
        if running.active_ids() and not running.faults():
            running.submit(InjectFault(fault=DestinationCannotResume(vm="vm-1")))
        running.advance(due)
    task = settled(running)
    assert _kinds(task) == {"vm-1": "failed"}
    assert len(running.migration_ids()) == 3
    assert task.blockers[0].reasons
    assert running_on(running) == ["vm-1"]


def test_a_move_that_a_person_cancels_is_not_tried_again() -> None:
    running = estate(w.vm(1))
    enter(running)
    running.advance(4.0)
    running.submit(CancelMigration(migration="migration-1"))
    assert _kinds(settled(running)) == {"vm-1": "failed"}
    assert len(running.migration_ids()) == 1


# --- VMs that do not run ---------------------------------------------------------------


def _idle(**more: object) -> tuple[e.VirtualMachine, ...]:
    return w.vm(1, power_state="poweredOff", **more), w.vm(2, power_state="suspended", **more), w.vm(3)  # type: ignore[arg-type]  # a VM's fields


def test_vms_that_do_not_run_stay_unless_they_are_asked_to_leave() -> None:
    stay = estate(*_idle())
    enter(stay)
    assert settled(stay).left == 1
    assert sorted(stay.inventory.vms_on("h-1")) == ["vm-1", "vm-2"]
    go = estate(*_idle())
    enter(go, evacuate_powered_off=True)
    task = settled(go)
    assert (task.state, task.left) == ("success", 3)
    assert not go.inventory.vms_on("h-1")
    assert go.inventory.vms["vm-2"].power_state == "suspended"


def test_a_vm_that_does_not_run_may_stay_where_drs_finds_no_host() -> None:
    local = {"disks": (e.VirtualDisk(datastore="ds-b", path="a/a.vmdk", capacity_bytes=GIB),)}
    hosts = [w.host(1), w.host(2, stores=("ds-a",)), w.host(3, stores=("ds-a",))]
    running = estate(w.vm(1, power_state="poweredOff", **local), w.vm(3), hosts=hosts)  # type: ignore[arg-type]  # as above
    enter(running, evacuate_powered_off=True)
    task = settled(running)
    assert task.state == "success"
    assert _kinds(task) == {"vm-1": "noHost"}


def test_without_drs_somebody_must_move_them_by_hand() -> None:
    running = estate(*_idle(), cluster=_with(drs=e.DrsConfig(enabled=False)))
    enter(running, evacuate_powered_off=True)
    for number in (3, 1):
        running.submit(w.move(number))
    assert settled(running).state == "running"
    running.submit(w.move(2))
    assert settled(running).state == "success"


# --- afterwards ---------------------------------------------------------------


def test_nothing_comes_back_by_itself_but_everything_may() -> None:
    running = estate()
    enter(running)
    settled(running)
    running.submit(ExitMaintenanceMode(host="h-1"))
    settled(running)
    assert not running.inventory.vms_on("h-1")
    assert w.finished(running, running.submit(w.move(1, to="h-1")).id).phase is Phase.COMPLETED


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_has_a_sentence_and_a_cure(language: str) -> None:
    texts = catalogue(language)._texts
    for kind in get_args(BlockerKind):
        for key in (f"simulation.blocker.{kind}", f"simulation.blockerCure.{kind}"):
            fields = {name for _, name, _, _ in Formatter().parse(texts[key]) if name}
            assert fields == {name for _, name, _, _ in Formatter().parse(catalogue("en")._texts[key]) if name}, key
