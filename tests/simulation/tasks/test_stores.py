"""A datastore that enters maintenance mode: who empties it, what keeps it from being empty, how it ends."""

from __future__ import annotations

from typing import get_args

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import worlds as w
from tests.simulation.laws import law
from tests.simulation.tasks.estates import settled, told
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import DiskPlace, FieldsChanged, VmMoved
from vmotion_gui.inventory.commands import (
    ApplyRecommendations,
    CancelMigration,
    CancelTask,
    Command,
    DatastoreFull,
    EditInventory,
    EnterDatastoreMaintenanceMode,
    ExitDatastoreMaintenanceMode,
    InjectFault,
    TimedCommand,
)
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import LANGUAGES, catalogue, message
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.tasks.task import StoreBlockerKind, TaskStatus

AUTOMATED = e.StorageDrsConfig(default_vm_behavior="automated")


def estate(
    *vms: e.VirtualMachine, drs: e.StorageDrsConfig | None = AUTOMATED, free: tuple[int, int] = (500, 500)
) -> Engine:
    """ds-a, with the disks of the VMs given, and ds-b and ds-c (free GiB as given), in one datastore cluster if there
    is one."""
    names = ("ds-a", "ds-b", "ds-c")
    machines = vms or tuple(w.vm(number, disk=20 * w.GIB) for number in (1, 2, 3))
    inventory = w.inventory(w.host(1, stores=names), w.host(2, stores=names), *machines)
    base = inventory.datastores["ds-b"]
    spaces = {"ds-a": 500, "ds-b": free[0], "ds-c": free[1]}
    pod = "pod" if drs is not None else ""
    stores = [
        msgspec.structs.replace(base, id=id_, name=id_, free_bytes=spaces[id_] * w.GIB, cluster=pod) for id_ in names
    ]
    cluster = [e.DatastoreCluster(id="pod", name="Pod", datacenter="dc", storage_drs=drs)] if drs is not None else []
    return Engine(Lab(inventory=inventory.with_entities([*cluster, *stores])))


def enter(running: Engine, store: str = "ds-a") -> str:
    ticket = running.submit(EnterDatastoreMaintenanceMode(datastore=store))
    assert ticket.accepted, ticket.reason
    return ticket.id


def state(running: Engine, store: str = "ds-a") -> str:
    return running.inventory.datastores[store].maintenance_mode


def kinds(task: TaskStatus) -> dict[str, str]:
    return {blocker.vm: blocker.kind for blocker in task.blockers}


def stores_of(running: Engine) -> set[str]:
    return {store for vm in running.inventory.vms.values() for store in vm.datastores}


def test_storage_drs_empties_the_datastore_and_only_then_it_is_in_maintenance_mode() -> None:
    running = estate()
    id_ = enter(running)
    assert state(running) == "enteringMaintenance"
    seen = [running.tasks()[id_].progress]
    while state(running) == "enteringMaintenance":
        due = running.next_event_s
        assert due is not None
        running.advance(due)
        seen.append(running.tasks()[id_].progress)
    task = running.tasks()[id_]
    assert (task.state, task.left, task.leaving, task.target) == ("success", 3, 3, "ds-a")
    assert seen == sorted(seen)
    assert stores_of(running) == {"ds-b", "ds-c"}, "files are spread, and none is left"
    types = [event.type for event in running.events]
    assert types.index("DatastoreEnteringMaintenanceModeEvent") < types.index("DatastoreEnteredMaintenanceModeEvent")
    assert not running.submit(EnterDatastoreMaintenanceMode(datastore="ds-a")).accepted
    assert running.submit(ExitDatastoreMaintenanceMode(datastore="ds-a")).accepted
    assert state(running) == "normal"
    assert not running.submit(ExitDatastoreMaintenanceMode(datastore="ds-a")).accepted


def test_nothing_comes_to_a_datastore_that_enters_or_is_in_maintenance_mode() -> None:
    running = estate(w.vm(1, disk=20 * w.GIB), drs=None)
    for store in ("ds-b", "ds-c"):
        enter(running, store)
    assert state(running, "ds-c") == "inMaintenance", "an empty datastore is in maintenance mode at once"
    running.submit(w.move(1, to="", datastore="ds-b"))
    while running.active_ids():
        running.advance(running.next_event_s or 0.0)
    fault = running.status("migration-1").fault
    assert fault is not None
    assert fault.fault == "InvalidDatastoreState"


def test_at_the_manual_level_a_person_applies_what_is_recommended() -> None:
    running = estate(drs=e.StorageDrsConfig())
    id_ = enter(running)
    task = settled(running)
    assert set(kinds(task).values()) == {"recommended"}
    assert {blocker.datastore for blocker in task.blockers} == {"ds-b", "ds-c"}
    assert [event.type for event in told(running, "RecommendationsMade")] == ["RecommendationsMade"]
    assert running.submit(ApplyRecommendations(task=id_, vms=("vm-1",))).accepted
    assert kinds(settled(running)).keys() == {"vm-2", "vm-3"}
    assert running.submit(ApplyRecommendations(task=id_)).accepted
    assert settled(running).state == "success"
    assert not running.submit(ApplyRecommendations(task=id_)).accepted


def test_what_keeps_files_there_is_told_with_its_cure() -> None:
    cdrom = e.VirtualDevice(kind="cdrom", label="CD", backing="iso:ds-a/iso/boot.iso")
    elsewhere = e.VirtualDisk(datastore="ds-b", path="web-3/web-3.vmdk", capacity_bytes=w.GIB)
    vms = (
        w.vm(1, disk=80 * w.GIB, memory=w.GIB),
        w.vm(2, template=True, power_state="poweredOff"),
        w.vm(3, devices=(cdrom,), disks=(elsewhere,)),
    )
    running = estate(*vms, free=(60, 60))
    enter(running)
    task = settled(running)
    assert kinds(task) == {"vm-1": "noDatastore", "vm-2": "template", "vm-3": "image"}
    assert {reason.fault for reason in task.blockers[0].reasons} == {"NoDiskSpace"}
    assert [reason.rule for blocker in task.blockers if blocker.vm == "vm-3" for reason in blocker.reasons] == [
        "dev.image"
    ]
    for language in ("en", "de"):
        words = catalogue(language)
        for blocker in task.blockers:
            assert running.inventory.vms[blocker.vm].name in words.render(blocker.text)
            assert words.render(blocker.cure)
    grown = {"free_bytes": 200 * w.GIB}
    running.submit(EditInventory(changes=(FieldsChanged(id="ds-c", fields=grown),)))
    assert "vm-1" not in kinds(settled(running)), "once there is room, it leaves"


def test_disks_go_apart_only_if_the_cluster_does_not_keep_them_together() -> None:
    disks = tuple(
        e.VirtualDisk(label=f"Hard disk {k}", datastore="ds-a", path=f"web-1/{k}.vmdk", capacity_bytes=40 * w.GIB)
        for k in (1, 2)
    )
    machine = w.vm(1, disks=disks, memory=w.GIB)
    together, apart = (
        estate(machine, drs=msgspec.structs.replace(AUTOMATED, default_intra_vm_affinity=keep), free=(60, 60))
        for keep in (True, False)
    )
    for running in (together, apart):
        enter(running)
    assert kinds(settled(together)) == {"vm-1": "noDatastore"}
    assert settled(apart).state == "success"
    assert {disk.datastore for disk in apart.inventory.vms["vm-1"].disks} == {"ds-b", "ds-c"}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", get_args(StoreBlockerKind))
def test_every_kind_has_a_sentence_and_a_cure(language: str, kind: str) -> None:
    words = catalogue(language)
    names: dict[str, object] = {"vm": "web-1", "datastore": "ds-a", "reason": "why", "targets": ["ds-b"]}
    for key in (f"simulation.storeBlocker.{kind}", f"simulation.storeBlockerCure.{kind}"):
        used = {name: value for name, value in names.items() if f"{{{name}}}" in words.template(key)}
        text = words.render(message(key, **used))
        assert len(text) > 20


def test_without_storage_drs_a_person_moves_the_files() -> None:
    running = estate(w.vm(1, disk=20 * w.GIB), drs=None)
    enter(running)
    assert kinds(settled(running)) == {"vm-1": "noStorageDrs"}
    running.submit(w.move(1, to="", datastore="ds-c"))
    assert settled(running).state == "success"


def test_a_cancelled_task_leaves_every_file_somewhere() -> None:
    running = estate()
    id_ = enter(running)
    while len(running.active_ids()) < 3:
        running.advance(running.next_event_s or 0.0)
    assert running.submit(CancelTask(task=id_)).accepted
    assert state(running) == "normal"
    assert len(running.active_ids()) == 2, "what waits is taken back, what runs goes on"
    settled(running)
    assert running.tasks()[id_].fault is not None
    assert stores_of(running) == {"ds-a", "ds-b", "ds-c"}


def test_a_task_ends_when_a_person_edits_its_state_away() -> None:
    running = estate(drs=None)
    id_ = enter(running)
    running.submit(EditInventory(changes=(FieldsChanged(id="ds-a", fields={"maintenance_mode": "normal"}),)))
    assert running.tasks()[id_].state == "error"


def test_no_edit_places_or_starts_anything_on_a_datastore_that_is_to_be_empty() -> None:
    off = w.vm(2, power_state="poweredOff")
    running = estate(w.vm(1, disk=w.GIB), off, drs=None)
    said_empty = FieldsChanged(id="ds-a", fields={"maintenance_mode": "inMaintenance"})
    refused = running.submit(EditInventory(changes=(said_empty,)))
    assert refused.reason is not None
    assert refused.reason.key == "simulation.refused.storeStillHolds"
    enter(running)
    enter(running, "ds-c")
    started = FieldsChanged(id="vm-2", fields={"power_state": "poweredOn"})
    place = DiskPlace(label="Hard disk 1", datastore="ds-c", path="web-2/web-2.vmdk")
    placed = VmMoved(vm="vm-2", host="h-1", disks=(place,))
    for change in (started, placed):
        refused = running.submit(EditInventory(changes=(change,)))
        assert refused.reason is not None
        assert refused.reason.key == "simulation.refused.storeInMaintenance"
    stopped = FieldsChanged(id="vm-1", fields={"power_state": "poweredOff"})
    assert running.submit(EditInventory(changes=(stopped,))).accepted
    aside = VmMoved(vm="vm-2", host="h-1", disks=(DiskPlace(label="Hard disk 1", datastore="ds-b", path="b/b.vmdk"),))
    assert running.submit(EditInventory(changes=(aside, started))).accepted


_STORES = st.sampled_from(["ds-a", "ds-b", "ds-c"])
_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(EnterDatastoreMaintenanceMode, datastore=_STORES),
    st.builds(ExitDatastoreMaintenanceMode, datastore=_STORES),
    st.builds(ApplyRecommendations, task=st.sampled_from(["task-1", "task-2"])),
    st.builds(CancelTask, task=st.sampled_from(["task-1", "task-2"])),
    st.builds(w.move, st.integers(1, 3), to=st.sampled_from(["", "h-2"]), datastore=_STORES),
    st.builds(CancelMigration, migration=st.sampled_from(["migration-1", "migration-2"])),
    st.builds(InjectFault, fault=st.builds(DatastoreFull, datastore=_STORES)),
)


@law
@given(
    sizes=st.lists(st.integers(1, 60), min_size=1, max_size=5),
    drs=st.sampled_from([AUTOMATED, AUTOMATED, e.StorageDrsConfig(), None]),
    free=st.tuples(st.integers(0, 120), st.integers(0, 120)),
    later=st.lists(st.tuples(st.floats(0.0, 300.0), _COMMANDS), max_size=5),
)
def test_no_file_is_ever_on_a_datastore_in_maintenance_mode(
    sizes: list[int],
    drs: e.StorageDrsConfig | None,
    free: tuple[int, int],
    later: list[tuple[float, Command]],
) -> None:
    begun = estate(*(w.vm(k, disk=size * w.GIB) for k, size in enumerate(sizes, 1)), drs=drs, free=free)
    first = w.at(0.0, EnterDatastoreMaintenanceMode(datastore="ds-a"))
    journal: list[TimedCommand] = [first, *(w.at(*timed) for timed in sorted(later, key=lambda timed: timed[0]))]
    running = Engine(Lab(inventory=begun.inventory, commands=tuple(journal)))
    while (due := running.next_event_s) is not None and due < 3000.0:
        running.advance(due, max_events=1)
        for store in running.inventory.datastores.values():
            if store.maintenance_mode == "inMaintenance":
                assert store.id not in stores_of(running)
            assert 0 <= store.free_bytes <= store.capacity_bytes
            open_ = [t for t in running.tasks().values() if t.datastore == store.id and not t.ended]
            assert len(open_) == (store.maintenance_mode == "enteringMaintenance")
    for task in running.tasks().values():
        assert 0.0 <= task.progress <= 1.0
        assert 0 <= task.left <= task.leaving
