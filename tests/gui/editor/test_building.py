"""An estate built from nothing by the editor's menus, forms and keys alone, saved, opened again, and migrated in."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, play_to_end
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.editor.batch import BatchDialog
from vmotion_gui.gui.editor.dialog import EntityDialog
from vmotion_gui.gui.editor.duplicating import DuplicateDialog
from vmotion_gui.gui.editor.field_editor import TextEditor
from vmotion_gui.gui.editor.kinds import KINDS
from vmotion_gui.gui.editor.removing import RemoveDialog
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.objects import kind_name
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab

LEFT = Qt.MouseButton.LeftButton


def shown(window: MainWindow, kind: type[QWidget]) -> QWidget:
    found = [widget for widget in window.findChildren(kind) if widget.isVisible()]
    assert len(found) == 1
    return found[0]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key) -> None:
    """A key with Ctrl, in the inventory."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.parts.inventory.tree.setFocus()
    qtbot.keyClick(window.parts.inventory.tree, key, Qt.KeyboardModifier.ControlModifier)


def choose(qtbot: QtBot, menu: QMenu, text: str) -> None:
    """Click an entry of a menu that is open."""
    action = next(action for action in menu.actions() if action.text().replace("&", "") == text)
    assert action.isEnabled(), action.toolTip()
    qtbot.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())


def add(qtbot: QtBot, window: MainWindow, collection: str, name: str) -> str:
    """Edit > Add > …, a name typed, and OK; the new object's id."""
    menu = window._editing._add_menu
    menu.popup(QPoint(0, 0))
    choose(qtbot, menu, f"{kind_name(KINDS[collection])}…")
    dialog = shown(window, EntityDialog)
    assert isinstance(dialog, EntityDialog)
    assert dialog.form is not None
    editor = dialog.form.field("name")
    assert isinstance(editor, TextEditor)
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, name)
    before = set(window.context.session.inventory.collection(collection))
    qtbot.mouseClick(dialog.ok, LEFT)
    qtbot.waitUntil(lambda: not window.findChildren(EntityDialog))
    (new,) = set(window.context.session.inventory.collection(collection)) - before
    assert window.context.selection.ids == (new,)
    return new


@pytest.fixture
def empty(make_window: MakeWindow) -> MainWindow:
    """A window over an empty lab."""
    return make_window(Lab(inventory=Inventory(), name="New lab"))


@pytest.mark.qt_log_ignore("This plugin does not support grabbing the keyboard", extend=True)
def test_an_estate_from_nothing(
    empty: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window, session = empty, empty.context.session
    for collection, name in (
        ("vcenters", "vc.example.com"),
        ("datacenters", "Berlin"),
        ("clusters", "Production"),
        ("subnets", "Servers"),
        ("switches", "DSwitch"),
        ("portgroups", "Guests"),
        ("datastores", "vmfs-01"),
    ):
        add(qtbot, window, collection, name)
    host = add(qtbot, window, "hosts", "esx-01.example.com")

    press(qtbot, window, Qt.Key.Key_D)
    more = shown(window, DuplicateDialog)
    assert isinstance(more, DuplicateDialog)
    qtbot.keyClicks(more.count, "3")
    qtbot.keyClick(more, Qt.Key.Key_Return)
    assert [held.name for held in session.inventory.hosts.values()] == [f"esx-0{n}.example.com" for n in range(1, 5)]

    window.context.selection.select([host])
    vm = add(qtbot, window, "vms", "payroll")
    assert session.inventory.vms[vm].disks[0].path == "payroll/payroll.vmdk"

    path = tmp_path / "built.json"
    monkeypatch.setattr(dialogs, "ask_save", lambda *_: str(path))
    press(qtbot, window, Qt.Key.Key_S)
    built = session.inventory
    assert not window.current.modified
    lab = load(path)
    assert lab.inventory == built
    assert lab.commands == ()

    window.files.open_recent(str(path))
    assert session.inventory == built
    target = next(id_ for id_ in session.inventory.hosts if id_ != host)
    assert session.checker().check(MigrationSpec(vm=vm, host=target)).possible
    window.context.selection.select([vm])
    press(qtbot, window, Qt.Key.Key_X)
    window.context.selection.select([target])
    press(qtbot, window, Qt.Key.Key_V)
    confirm_drop(window, qtbot)
    play_to_end(window)
    assert session.inventory.vms[vm].host == target


def confirm_drop(window: MainWindow, qtbot: QtBot) -> None:
    """Say yes to the question that a drop asks."""
    qtbot.waitUntil(lambda: bool(window.findChildren(ConfirmDialog)))
    (dialog,) = window.findChildren(ConfirmDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(window.context.session.busy_vms()))


def test_every_step_of_building_is_undone_and_done_again(empty: MainWindow, qtbot: QtBot) -> None:
    session = empty.context.session
    estates = [session.inventory]
    for collection in ("vcenters", "datacenters", "hosts", "vms"):
        empty.editor.add(collection)
        dialog = shown(empty, EntityDialog)
        assert isinstance(dialog, EntityDialog)
        qtbot.mouseClick(dialog.ok, LEFT)
        qtbot.waitUntil(lambda: not empty.findChildren(EntityDialog))
        estates.append(session.inventory)
    for estate in reversed(estates[:-1]):
        press(qtbot, empty, Qt.Key.Key_Z)
        assert session.inventory == estate
    for estate in estates[1:]:
        press(qtbot, empty, Qt.Key.Key_Y)
        assert session.inventory == estate


def test_what_cannot_be_added_yet_says_why(empty: MainWindow) -> None:
    empty._editing._fill_add()
    texts = {action.text(): action for action in empty._editing._add_menu.actions()}
    assert texts["vCenter Server…"].isEnabled()
    assert not texts["Host…"].isEnabled()
    assert texts["Host…"].toolTip() == "There must be a datacenter first."


def test_forty_vms_from_a_preset(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    cluster = next(iter(session.inventory.clusters))
    before = session.inventory
    dialog = window.editor.add_batch(cluster)
    assert isinstance(dialog, BatchDialog)
    dialog.preset.setCurrentIndex(dialog.preset.findData("idle"))
    dialog._preset_chosen()
    dialog.count.selectAll()
    qtbot.keyClicks(dialog.count, "40")
    assert "80.0 GB" in dialog._sum.text()
    qtbot.mouseClick(dialog.ok, LEFT)
    new = [vm for vm in session.inventory.vms.values() if vm.id not in before.vms]
    assert len(new) == 40
    assert {session.inventory.hosts[vm.host].cluster for vm in new} == {cluster}
    window.context.commands.undo()
    assert session.inventory == before


def test_removal_lists_what_goes_along(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    host = next(id_ for id_ in session.inventory.hosts if session.inventory.vms_on(id_))
    vms = session.inventory.vms_on(host)
    window.context.selection.select([host])
    window.parts.inventory.tree.setFocus()
    qtbot.keyClick(window.parts.inventory.tree, Qt.Key.Key_Delete)
    dialog = shown(window, RemoveDialog)
    assert isinstance(dialog, RemoveDialog)
    listed = {dialog.list.item(row).text() for row in range(dialog.list.count())}
    assert {session.inventory.vms[id_].name for id_ in vms} <= listed
    qtbot.mouseClick(dialog.ok, LEFT)
    assert host not in session.inventory.hosts
    assert not set(vms) & session.inventory.vms.keys()
    window.context.commands.undo()
    assert set(session.inventory.vms_on(host)) == set(vms)


def test_what_is_in_use_is_not_removed(window: MainWindow) -> None:
    session = window.context.session
    store = next(vm.disks[0].datastore for vm in session.inventory.vms.values() if vm.disks)
    dialog = window.editor.remove([store])
    assert not dialog.ok.isEnabled()
    assert "is used by" in dialog.list.item(0).text()
    dialog.reject()


def test_mounts_are_set_for_all_hosts_at_once(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    local = next(store for store in session.inventory.datastores.values() if "local" in store.name)
    dialog = window.editor.mount(local.id)
    model = dialog.hosts.model
    for row in range(model.rowCount()):
        model.setData(model.index(row), Qt.CheckState.Checked.value, Qt.ItemDataRole.CheckStateRole)
    dialog.buttons.button(dialog.buttons.StandardButton.Ok).click()
    hosts = [host for host in session.inventory.hosts.values() if host.datacenter == local.datacenter]
    assert all(any(mount.datastore == local.id for mount in host.mounts) for host in hosts)


def test_the_menu_of_empty_ground_adds(empty: MainWindow, qtbot: QtBot) -> None:
    view = empty.parts.topology.view
    texts: list[list[str]] = []
    empty.object_actions.popup = lambda *_: texts.append(  # type: ignore[method-assign]  # a menu would wait for a click
        [entry.text for entry in empty.object_actions.entries(empty.context.selection.ids)]
    )
    for widget in (view.viewport(), empty.parts.inventory.tree.viewport()):
        place = QPoint(20, 60)
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget, event)
    assert texts == [["vCenter Server…", "Site…"]] * 2
