"""Undo and redo of what a user does: in flight, finished, and across a rewind."""

from __future__ import annotations

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import HostFailed, Migrate, MigrationSpec, VmotionNetworkLost
from vmotion_gui.simulation.status import Phase


def test_undo_of_a_running_migration_cancels_it(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    spec = possible_moves(window)[0]
    before = session.inventory
    commands.migrate([spec])
    for _ in range(3):
        session.step()
    commands.undo()
    play_to_end(window)
    status = next(iter(session.backend.migrations().values()))
    assert status.phase is Phase.CANCELLED
    assert session.inventory == before


def test_undo_of_a_finished_move_puts_the_vm_back_and_redo_forward(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    spec = possible_moves(window)[0]
    before = session.inventory
    commands.migrate([spec])
    play_to_end(window)
    after = session.inventory
    assert after.vms[spec.vm].host == spec.host

    commands.undo()
    assert session.inventory == before
    commands.redo()
    assert session.inventory == after
    commands.undo()
    assert session.inventory == before


def test_several_vms_are_one_step_with_its_name(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    first = possible_moves(window)[0]
    inventory = session.inventory
    home = inventory.vms[first.vm].host
    able = [id_ for id_ in inventory.vms_on(home) if _can_go(window, id_, first.host)][:3]
    commands.migrate([MigrationSpec(vm=id_, host=first.host) for id_ in able])
    name = inventory.hosts[first.host].name
    assert window.menus.undo.text().replace("&", "") == f"Undo move of 3 VMs to {name}"
    play_to_end(window)
    commands.undo()
    assert session.inventory == inventory
    assert window.menus.redo.text().replace("&", "") == f"Redo move of 3 VMs to {name}"


def _can_go(window: MainWindow, vm: str, host: str) -> bool:
    checker = window.context.session.checker()
    entity = window.context.session.inventory.vms[vm]
    return entity.power_state == "poweredOn" and not checker.check(MigrationSpec(vm=vm, host=host)).reasons


def test_a_storage_move_gives_the_space_back(window: MainWindow) -> None:
    session, commands = window.context.session, window.context.commands
    spec = next(spec for spec in _storage_moves(window))
    before = session.inventory
    commands.migrate([spec])
    play_to_end(window)
    assert session.inventory.vms[spec.vm].disks[0].datastore == spec.datastore
    commands.undo()
    assert session.inventory == before


def _storage_moves(window: MainWindow) -> list[MigrationSpec]:
    session = window.context.session
    inventory = session.inventory
    return [
        spec
        for vm in inventory.vms.values()
        if vm.power_state == "poweredOn" and not vm.template
        for mount in inventory.hosts[vm.host].mounts
        if mount.datastore != vm.home_datastore
        and session.checker().check(spec := MigrationSpec(vm=vm.id, datastore=mount.datastore)).possible
    ]


def test_faults_are_repaired_by_undo(window: MainWindow) -> None:
    commands, backend = window.context.commands, window.context.session.backend
    host = next(iter(window.context.session.inventory.hosts))
    commands.inject(lambda: "vMotion network lost", VmotionNetworkLost(host=host))
    assert len(backend.faults()) == 1
    commands.undo()
    assert not backend.faults()
    commands.redo()
    assert len(backend.faults()) == 1


def test_a_host_that_failed_and_was_repaired_is_as_before(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    host = next(host.id for host in session.inventory.hosts.values() if not session.inventory.vms_on(host.id))
    commands.inject(lambda: "Host failed", HostFailed(host=host))
    commands.undo()
    assert session.inventory.hosts[host].connection_state == "connected"


def test_edits_undo_and_redo(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    vm = next(vm for vm in session.inventory.vms.values() if vm.power_state == "poweredOn")
    commands.set_fields(lambda: "Power Off", [vm.id], "edit.powerOff", power_state="poweredOff")
    assert session.inventory.vms[vm.id].power_state == "poweredOff"
    commands.undo()
    assert session.inventory.vms[vm.id] == vm
    commands.redo()
    assert session.inventory.vms[vm.id].power_state == "poweredOff"


def test_nothing_is_undone_while_a_gesture_runs(window: MainWindow) -> None:
    commands = window.context.commands
    spec = possible_moves(window)[0]
    host = next(iter(window.context.session.inventory.hosts))
    commands.inject(lambda: "fault", VmotionNetworkLost(host=host))
    window.parts.drag.pick_up([spec.vm])
    assert not window.menus.undo.isEnabled()
    window.parts.drag.cancel()
    assert window.menus.undo.isEnabled()


def test_after_a_rewind_only_what_had_been_done_can_be_undone(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    first, second = possible_moves(window, 2)
    commands.migrate([first])
    play_to_end(window)
    between = session.backend.now_s
    session.backend.advance(between + 1.0)
    commands.migrate([second])
    play_to_end(window)
    assert _step(window) is not None
    session.rewind(between)
    assert second.vm not in _step_vms(window)
    assert first.vm in _step_vms(window)
    session.rewind(session.backend.played_until_s)
    assert second.vm in _step_vms(window)


def _step(window: MainWindow) -> object:
    return window.context.commands.history.undo_step


def _step_vms(window: MainWindow) -> set[str]:
    step = window.context.commands.history.undo_step
    return set(getattr(step, "tickets", {}))


def test_what_cannot_be_undone_says_why_and_stays(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    spec = possible_moves(window)[0]
    home = session.inventory.vms[spec.vm].host
    commands.migrate([spec])
    play_to_end(window)
    step = commands.history.undo_step
    session.submit(Migrate(spec=MigrationSpec(vm=spec.vm, host=home)))
    refusals: list[str] = []
    commands.refused.connect(refusals.append)
    commands.undo()
    assert "a migration is running" in refusals[0]
    assert commands.history.undo_step is step
