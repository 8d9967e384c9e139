"""Entering maintenance mode as a task: its course, its ends, and what it forbids meanwhile."""

from __future__ import annotations

import msgspec
import pytest

from tests.simulation import worlds as w
from tests.simulation.tasks.estates import MANUAL, enter, estate, running_on, settled, state, told
from vmotion_gui.inventory.changes import FieldsChanged, VmMoved
from vmotion_gui.inventory.commands import (
    CancelTask,
    EditInventory,
    EnterMaintenanceMode,
    ExitMaintenanceMode,
    HostFailed,
    InjectFault,
    RepairFault,
)
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.run import simulate
from vmotion_gui.simulation.status import Phase


def test_drs_empties_the_host_and_only_then_it_is_in_maintenance_mode() -> None:
    running = estate()
    id_ = enter(running)
    assert state(running) == "entering"
    while state(running) == "entering":
        due = running.next_event_s
        assert due is not None
        running.advance(due)
        assert bool(running_on(running)) <= (state(running) == "entering")
    task = running.tasks()[id_]
    assert (task.state, task.progress, task.leaving, task.left) == ("success", 1.0, 3, 3)
    assert [command.initiator for command in running.ordered] == ["maintenance"] * 3
    types = [event.type for event in running.events]
    assert types.index("EnteringMaintenanceModeEvent") < types.index("DrsVmMigratedEvent")
    assert types[-1] == "EnteredMaintenanceModeEvent"


def test_progress_only_grows_where_nothing_fails() -> None:
    running = estate()
    id_ = enter(running)
    seen = [running.tasks()[id_].progress]
    while running.next_event_s is not None:
        running.advance(running.next_event_s)
        seen.append(running.tasks()[id_].progress)
    assert seen == sorted(seen)
    assert seen[0] == pytest.approx(0.02)
    assert seen[-1] == 1.0
    assert len(set(seen)) > 5


def test_an_empty_host_enters_at_once_and_leaves_again() -> None:
    running = estate(w.vm(1, on="h-2"))
    enter(running)
    assert settled(running).state == "success"
    assert running.now_s == 0.0
    assert running.submit(ExitMaintenanceMode(host="h-1")).accepted
    assert state(running) == "normal"
    assert [event.type for event in running.events] == [
        "EnteringMaintenanceModeEvent",
        "EnteredMaintenanceModeEvent",
        "ExitMaintenanceModeEvent",
    ]
    assert [task.kind for task in running.tasks().values()] == ["enterMaintenanceMode", "exitMaintenanceMode"]


def test_without_automation_it_waits_and_the_timeout_ends_it() -> None:
    running = estate(cluster=MANUAL)
    enter(running, timeout_s=600.0)
    task = settled(running)
    assert (task.state, task.end_s, task.left) == ("error", 600.0, 0)
    assert task.fault is not None
    assert task.fault.fault == "Timedout"
    assert state(running) == "normal"
    assert running_on(running) == ["vm-1", "vm-2", "vm-3"]
    assert told(running, "TimedOutHostOperationEvent")


def test_a_timeout_that_is_not_needed_holds_nothing_up() -> None:
    running = estate()
    enter(running, timeout_s=86_400.0)
    assert settled(running).state == "success"
    assert running.now_s < 600.0


def test_cancelling_puts_the_host_back_into_service_with_every_vm_running() -> None:
    running = estate(*(w.vm(number) for number in range(1, 13)))
    id_ = enter(running)
    running.advance(5.0)
    phases = {running.phase(migration) for migration in running.active_ids()}
    assert {Phase.QUEUED, Phase.COPYING_MEMORY} <= phases
    assert running.submit(CancelTask(task=id_)).accepted
    assert state(running) == "normal"
    task = settled(running)
    assert task.state == "canceled"
    vms = running.inventory.vms.values()
    assert all(vm.power_state == "poweredOn" for vm in vms)
    outcomes = [running.phase(migration) for migration in running.migration_ids()]
    assert outcomes.count(Phase.COMPLETED) == sum(vm.host != "h-1" for vm in vms) == 4
    assert outcomes.count(Phase.CANCELLED) == 8
    told_ = told(running, "CanceledHostOperationEvent")[0]
    assert {key: told_.text.args[key] for key in ("left", "moving", "staying")} == {
        "left": 0,
        "moving": 4,
        "staying": 8,
    }
    assert running.submit(CancelTask(task=id_)).accepted, "of one that has ended nothing happens"


def test_what_makes_no_sense_is_refused_with_its_reason() -> None:
    running = estate(cluster=MANUAL)
    assert not running.submit(EnterMaintenanceMode(host="h-9")).accepted
    assert not running.submit(ExitMaintenanceMode(host="h-1")).accepted
    assert not running.submit(CancelTask(task="task-1")).accepted
    enter(running)
    for command in (EnterMaintenanceMode(host="h-1"), ExitMaintenanceMode(host="h-1")):
        ticket = running.submit(command)
        assert ticket.reason is not None
        assert ticket.reason.key == "simulation.refused.hostEntering"


def test_a_host_that_is_to_be_empty_takes_no_vm() -> None:
    running = estate(w.vm(1), w.vm(2, on="h-2"), w.vm(3, power_state="poweredOff"), cluster=MANUAL)
    enter(running)
    status = w.finished(running, running.submit(w.move(2, to="h-1")).id)
    assert status.fault is not None
    assert status.fault.fault in ("InvalidHostState", "InvalidState")
    started = running.submit(EditInventory(changes=(FieldsChanged(id="vm-3", fields={"power_state": "poweredOn"}),)))
    put = running.submit(EditInventory(changes=(VmMoved(vm="vm-2", host="h-1"),)))
    said = running.submit(
        EditInventory(changes=(FieldsChanged(id="h-1", fields={"maintenance_state": "inMaintenance"}),))
    )
    assert [ticket.reason and ticket.reason.key.rpartition(".")[2] for ticket in (started, put, said)] == [
        "notInMaintenanceMode",
        "notInMaintenanceMode",
        "hostStillRuns",
    ]


def test_a_vm_that_is_still_coming_in_arrives_and_leaves_again() -> None:
    running = estate(w.vm(1, on="h-2"))
    running.submit(w.move(1, to="h-1"))
    running.advance(3.0)
    enter(running)
    assert state(running) == "entering"
    task = settled(running)
    assert (task.state, task.leaving, task.left) == ("success", 1, 1)
    assert running.status("migration-1").destination_host == "h-1"
    assert running.inventory.vms["vm-1"].host != "h-1"


def test_a_host_that_fails_while_it_enters_ends_the_task_and_its_vms_start_with_it() -> None:
    running = estate(cluster=MANUAL)
    enter(running)
    running.advance(10.0)
    running.submit(InjectFault(fault=HostFailed(host="h-1")))
    task = settled(running)
    assert task.fault is not None
    assert (task.state, task.fault.fault) == ("error", "HostNotConnected")
    assert state(running) == "normal"
    running.submit(RepairFault(fault=HostFailed(host="h-1")))
    settled(running)
    assert all(vm.power_state == "poweredOn" for vm in running.inventory.vms.values())


def test_an_edit_that_ends_it_ends_the_task() -> None:
    running = estate(cluster=MANUAL)
    enter(running)
    running.submit(EditInventory(changes=(FieldsChanged(id="h-1", fields={"maintenance_state": "normal"}),)))
    task = settled(running)
    assert task.fault is not None
    assert (task.state, task.fault.fault) == ("error", "InvalidState")


def test_a_lab_played_from_a_program_tells_its_tasks() -> None:
    inventory = w.inventory(w.host(1), w.host(2), w.host(3), w.vm(1))
    lab = Lab(inventory=inventory, commands=(w.at(10.0, EnterMaintenanceMode(host="h-1")),))
    result = simulate(lab)
    assert result.finished
    assert [(task.state, task.start_s, task.left) for task in result.tasks] == [("success", 10.0, 1)]
    waiting = msgspec.structs.replace(lab, inventory=inventory.with_entities([MANUAL]))
    assert not simulate(waiting).finished, "it waits for a person"


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_event_has_its_sentence(language: str) -> None:
    running = estate(cluster=MANUAL)
    enter(running, timeout_s=60.0)
    settled(running)
    sentences = [catalogue(language).render(event.text) for event in running.events]
    assert all("{" not in sentence and "simulation." not in sentence for sentence in sentences)
