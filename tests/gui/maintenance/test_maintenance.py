"""A host's way into maintenance mode and back, as a person goes it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.maintenance.enter_dialog import EnterMaintenanceDialog
from vmotion_gui.gui.maintenance.task_dialog import HostTaskDialog
from vmotion_gui.gui.tasks import cells
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory, EnterMaintenanceMode

HOST = "host-23"
"""Three VMs in a cluster whose DRS is fully automated."""
RECOMMENDED = "host-9"
"""Eight VMs in a cluster whose DRS is partially automated."""


def choose(window: MainWindow, text: str, host: str = HOST) -> None:
    """Trigger an entry of the host's Maintenance Mode menu."""
    window.context.selection.select([host])
    menu = window.object_actions.menu(window)
    entries = [action for sub in menu.findChildren(QMenu) for action in sub.actions()]
    next(action for action in entries if action.text() == text).trigger()
    menu.deleteLater()


def asked(window: MainWindow, qtbot: QtBot, host: str = HOST) -> EnterMaintenanceDialog:
    """The dialog that asks how."""
    choose(window, "Enter Maintenance Mode…", host)
    dialog = window.findChild(EnterMaintenanceDialog)
    assert dialog is not None
    qtbot.waitExposed(dialog)
    return dialog


def state(window: MainWindow, host: str = HOST) -> str:
    return window.context.session.inventory.hosts[host].maintenance_state


def row_of(window: MainWindow, id_: str = "task-1") -> dict[int, str]:
    """The texts of a task's row."""
    model = window.parts.tasks.model
    row = model.row_of(id_)
    assert row >= 0
    return {column: model.index(row, column).data() for column in range(model.columnCount())}


def running_on(window: MainWindow, host: str = HOST) -> list[str]:
    inventory = window.context.session.inventory
    return [id_ for id_ in inventory.vms_on(host) if inventory.vms[id_].power_state == "poweredOn"]


def settle(window: MainWindow) -> None:
    """Let happen what happens by itself."""
    session = window.context.session
    session.pause()
    for _ in range(10_000):
        if session.backend.next_event_s is None:
            return
        session.step()
    raise AssertionError("it does not end")


def test_from_the_menu_through_the_dialog_into_maintenance_mode_and_back(window: MainWindow, qtbot: QtBot) -> None:
    assert running_on(window)
    dialog = asked(window, qtbot)
    assert "DRS (fully automated)" in dialog.head.text()
    qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    assert state(window) == "entering"
    assert window.context.session.playing
    window.context.session.pause()
    row = row_of(window)
    assert (row[cells.NAME], row[cells.INITIATOR], row[cells.ACTION]) == ("Enter maintenance mode", "User", "Cancel")
    settle(window)
    assert state(window) == "inMaintenance"
    assert not running_on(window)
    assert row_of(window)[cells.STATUS] == "Completed"
    assert row_of(window, "migration-1")[cells.INITIATOR] == "DRS"
    choose(window, "Exit Maintenance Mode")
    assert state(window) == "normal"
    assert row_of(window, "task-2")[cells.NAME] == "Exit maintenance mode"
    shown = list(window.parts.tasks.model._ids)
    assert shown[:2] == ["task-2", "task-1"], "above the moves that it asked for"
    window.parts.tasks.model.rebuild()
    assert window.parts.tasks.model._ids == shown


def test_progress_grows_in_the_row_while_the_vms_leave(window: MainWindow) -> None:
    session, model = window.context.session, window.parts.tasks.model
    window.context.commands.enter_maintenance(EnterMaintenanceMode(host=HOST))
    session.pause()
    shares = []
    while session.backend.next_event_s is not None:
        session.step()
        shares.append(model.index(model.row_of("task-1"), cells.STATUS).data(cells.PROGRESS_ROLE))
    assert shares[-1] is None
    assert shares[:-1] == sorted(shares[:-1])
    assert len(set(shares)) > 3


def test_the_dialog_gives_what_was_chosen(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    vm = running_on(window)[0]
    session.submit(EditInventory(changes=(FieldsChanged(id=vm, fields={"power_state": "poweredOff"}),)))
    dialog = asked(window, qtbot)
    assert dialog.timeout.text() == "no time limit"
    qtbot.keyClick(dialog.evacuate, Qt.Key.Key_Space)
    dialog.timeout.selectAll()
    qtbot.keyClicks(dialog.timeout, "20")
    assert dialog.command == EnterMaintenanceMode(host=HOST, timeout_s=1200.0, evacuate_powered_off=True)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert state(window) == "normal"


def test_what_drs_only_recommends_waits_and_is_applied_in_the_row(window: MainWindow, qtbot: QtBot) -> None:
    dialog = asked(window, qtbot, RECOMMENDED)
    assert "recommends" in dialog.head.text()
    qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    settle(window)
    row = row_of(window)
    assert (row[cells.STATUS], row[cells.ACTION]) == ("Waits for you", "Apply")
    assert "recommended migrations to apply" in row[cells.DETAILS]
    pane = window.parts.tasks
    pane.table.clicked.emit(pane.model.index(pane.model.row_of("task-1"), cells.ACTION))
    settle(window)
    assert state(window, RECOMMENDED) == "inMaintenance"


def test_the_tasks_dialog_names_each_vm_with_reason_and_cure_and_follows_the_task(
    window: MainWindow, qtbot: QtBot
) -> None:
    session = window.context.session
    running = [id_ for id_, vm in session.inventory.vms.items() if vm.power_state == "poweredOn"]
    window.context.commands.enter_maintenance(EnterMaintenanceMode(host=RECOMMENDED))
    settle(window)
    pane = window.parts.tasks
    pane.table.doubleClicked.emit(pane.model.index(pane.model.row_of("task-1"), cells.NAME))
    dialog = window.findChild(HostTaskDialog)
    assert dialog is not None
    count = len(running_on(window, RECOMMENDED))
    assert dialog.table.rowCount() == count
    for row in range(count):
        texts = [dialog.table.item(row, column).text() for column in range(4)]
        assert all(texts)
        assert texts[0] in texts[2]
    qtbot.mouseClick(dialog.apply, Qt.MouseButton.LeftButton)
    assert dialog.table.item(0, 1).text() == "Migrating"
    session.pause()
    qtbot.mouseClick(dialog.cancel, Qt.MouseButton.LeftButton)
    assert state(window, RECOMMENDED) == "normal"
    assert not dialog.cancel.isEnabled()
    settle(window)
    assert sorted(running) == sorted(id_ for id_, vm in session.inventory.vms.items() if vm.power_state == "poweredOn")
    dialog.close()


def test_undo_takes_the_host_and_its_vms_back_and_redo_empties_it_again(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    before = session.inventory
    commands.enter_maintenance(EnterMaintenanceMode(host=HOST))
    settle(window)
    assert state(window) == "inMaintenance"
    commands.undo()
    settle(window)
    assert session.inventory == before
    commands.redo()
    settle(window)
    assert state(window) == "inMaintenance"


def test_undo_in_the_middle_leaves_the_host_in_service_with_all_its_vms(window: MainWindow) -> None:
    commands, session = window.context.commands, window.context.session
    before = session.inventory
    commands.enter_maintenance(EnterMaintenanceMode(host=HOST))
    session.pause()
    for _ in range(12):
        session.step()
    commands.undo()
    settle(window)
    assert session.inventory == before


def test_going_back_in_time_brings_the_tasks_rows_of_that_moment(window: MainWindow) -> None:
    session, model = window.context.session, window.parts.tasks.model
    window.context.commands.enter_maintenance(EnterMaintenanceMode(host=HOST))
    session.pause()
    settle(window)
    session.rewind(2.0)
    assert state(window) == "entering"
    assert row_of(window)[cells.STATUS] == "Migrating VMs"
    session.rewind(0.0)
    assert model.row_of("task-1") in (-1, model.rowCount() - 1)


def test_in_german_every_word_is_german(window: MainWindow) -> None:
    window.context.commands.enter_maintenance(EnterMaintenanceMode(host=RECOMMENDED))
    settle(window)
    window.context.language.choose("de")
    QApplication.processEvents()
    row = row_of(window)
    assert row[cells.NAME] == "In den Wartungsmodus wechseln"
    assert row[cells.STATUS] == "Wartet auf Sie"
    assert row[cells.ACTION] == "Übernehmen"


def test_a_blocked_vm_is_cured_from_the_tasks_dialog(window: MainWindow, qtbot: QtBot) -> None:
    """scan-01 has hardware of its host in its CD drive."""
    session = window.context.session
    window.context.commands.enter_maintenance(EnterMaintenanceMode(host="host-1"))
    settle(window)
    assert state(window, "host-1") == "entering"
    window.maintenance.show_task("task-1")
    dialog = window.findChild(HostTaskDialog)
    assert dialog is not None
    names = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert sorted(names) == ["scan-01", "vault-01"]
    assert not dialog.cure.isEnabled(), "nothing is chosen"
    dialog.table.selectRow(names.index("scan-01"))
    assert dialog.cure.isEnabled()
    qtbot.mouseClick(dialog.cure, Qt.MouseButton.LeftButton)
    cures = dialog.findChild(CureDialog)
    assert cures is not None
    qtbot.mouseClick(cures.apply, Qt.MouseButton.LeftButton)
    settle(window)
    left = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
    assert left == ["vault-01"]
    assert session.inventory.vms[_named(window, "scan-01")].host != "host-1"
    dialog.close()


def _named(window: MainWindow, name: str) -> str:
    return next(vm.id for vm in window.context.session.inventory.vms.values() if vm.name == name)


def test_vsans_modes_are_asked_for_where_the_host_has_its_data(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    parts = [{"vm": id_, "size_bytes": 10 * 1024**3} for id_ in running_on(window)]
    fields = {"vsan_capacity_bytes": 1024**4}
    changes = [FieldsChanged(id=host, fields=fields) for host in ("host-21", "host-22")]
    changes.append(FieldsChanged(id=HOST, fields={**fields, "vsan_components": parts}))
    session.submit(EditInventory(changes=tuple(changes)))
    dialog = asked(window, qtbot)
    assert dialog.vsan.isVisible()
    texts = [dialog.vsan.itemText(row) for row in range(3)]
    assert "30.0 GB to move" in texts[0]
    assert "3 VMs lose their data" in texts[2]
    qtbot.keyClick(dialog.vsan, Qt.Key.Key_Down)
    assert dialog.command.vsan_mode == "evacuateAllData"
    qtbot.mouseClick(dialog.enter, Qt.MouseButton.LeftButton)
    session.pause()
    seen = set()
    while session.backend.next_event_s is not None:
        seen.add(row_of(window)[cells.STATUS])
        session.step()
    assert seen == {"Migrating VMs", "Migrating vSAN data"}
    assert not session.inventory.hosts[HOST].vsan_components
