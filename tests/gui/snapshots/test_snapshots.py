"""Take, revert, delete: from the menu, as undoable edits that the summary shows."""

from __future__ import annotations

from PySide6.QtWidgets import QInputDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.actions.menu import Entry
from vmotion_gui.gui.snapshots.dialog import SnapshotDialog
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.workspace.card import Fact
from vmotion_gui.gui.workspace.facts_vm import vm_cards

VM = "vm-web-01"


def found(entries: list[Entry], *path: str) -> Entry:
    """The entry on a way through the menus."""
    entry = next(entry for entry in entries if entry.text == path[0])
    return entry if len(path) == 1 else found(list(entry.children), *path[1:])


def chosen(window: MainWindow, *path: str) -> None:
    entry = found(window.object_actions.entries([VM]), *path)
    assert entry.run is not None
    assert not entry.reason
    entry.run()


def test_a_snapshot_is_taken_shown_reverted_and_deleted_and_all_of_it_can_be_undone(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    session, commands = window.context.session, window.context.commands
    before = session.inventory
    menu = lambda text: found(window.object_actions.entries([VM]), "Snapshots", text)  # noqa: E731
    assert menu("Revert to Latest Snapshot").reason
    assert menu("Delete All Snapshots").reason
    chosen(window, "Snapshots", "Take Snapshot…")
    dialog = window.findChildren(SnapshotDialog)[0]
    assert "web-01-Snapshot1.vmem" in dialog.outcome.text()
    dialog.memory.setChecked(False)
    assert "vmem" not in dialog.outcome.text()
    dialog.name.setText("")
    assert not dialog.start.isEnabled()
    dialog.name.setText("before the patch")
    dialog.start.click()
    (snapshot,) = session.inventory.vms[VM].snapshots
    assert (snapshot.name, snapshot.state) == ("before the patch", "poweredOff")
    shown = [
        fact.value
        for card in vm_cards(session.inventory.vms[VM], session.inventory)
        for fact in card.rows
        if isinstance(fact, Fact)
    ]
    assert any("before the patch" in text for text in shown)
    assert any("web-01-Snapshot1.vmsn" in text for text in shown)
    chosen(window, "Snapshots", "Revert to Latest Snapshot")
    assert session.inventory.vms[VM].power_state == "poweredOff"
    chosen(window, "Snapshots", "Delete All Snapshots")
    assert session.inventory.vms[VM].snapshots == ()
    for _ in range(3):
        commands.undo()
    assert session.inventory == before


def test_renaming_asks_for_one_name_and_refuses_one_that_is_taken(make_window: MakeWindow) -> None:
    window = make_window()
    refusals: list[str] = []
    window.context.commands.refused.connect(refusals.append)
    for name in ("web-02", "web-one"):
        chosen(window, "Rename…")
        question = next(dialog for dialog in window.findChildren(QInputDialog) if dialog.isVisible())
        question.setTextValue(name)
        question.accept()
    assert len(refusals) == 1
    assert window.context.session.inventory.vms[VM].name == "web-one"
    window.context.commands.undo()
    assert window.context.session.inventory.vms[VM].name == "web-01"


def test_reset_tells_that_the_guest_started_anew_and_power_takes_the_swap_files_space(make_window: MakeWindow) -> None:
    window = make_window()
    session = window.context.session
    chosen(window, "Power", "Reset")
    assert session.backend.inventory.vms[VM].power_state == "poweredOn"
    store = session.inventory.vms[VM].home_datastore
    free, swap = session.inventory.datastores[store].free_bytes, session.inventory.vms[VM].swap_file_bytes
    chosen(window, "Power", "Power Off")
    assert session.inventory.datastores[store].free_bytes == free + swap
