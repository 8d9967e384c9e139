"""Kinds of objects are dragged from the palette onto the topology, or added by keyboard; an empty lab says so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QListWidgetItem
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.editor.dialog import EntityDialog
from vmotion_gui.gui.editor.empty_lab import EmptyLabHint
from vmotion_gui.gui.editor.palette import ObjectsPalette
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.building.adding import parent_for


def item(palette: ObjectsPalette, collection: str) -> QListWidgetItem:
    items = [palette.item(row) for row in range(palette.count())]
    return next(held for held in items if held.data(Qt.ItemDataRole.UserRole) == collection)


def drop(window: MainWindow, collection: str, id_: str) -> bool:
    """Drag a kind from the palette onto an object of the topology, by Qt's own events; whether it was taken."""
    view, data = window.parts.topology.view, window.parts.objects.mimeData([item(window.parts.objects, collection)])
    view.fit()
    at = view.viewport_point_of(id_) if id_ else QPoint(5, 5)
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for kind in (QDragEnterEvent, QDragMoveEvent):
        event = kind(at, copy, data, left, none)
        QApplication.sendEvent(view.viewport(), event)
        if not event.isAccepted():
            return False
    last = QDropEvent(QPointF(at), copy, data, left, none)
    QApplication.sendEvent(view.viewport(), last)
    return last.isAccepted()


def confirm(window: MainWindow, qtbot: QtBot) -> None:
    (dialog,) = [found for found in window.findChildren(EntityDialog) if found.isVisible()]
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not window.findChildren(EntityDialog))


def test_an_estate_is_dragged_together(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(Lab(inventory=Inventory(), name="New lab"))
    session = window.context.session
    assert not drop(window, "hosts", "")
    for collection in ("vcenters", "datacenters", "clusters", "hosts", "vms"):
        assert drop(window, collection, window.context.selection.current)
        confirm(window, qtbot)
    (vm,) = session.inventory.vms.values()
    (host,) = session.inventory.hosts.values()
    assert vm.host == host.id
    assert host.cluster in session.inventory.clusters


def test_a_host_dropped_on_a_host_joins_its_cluster(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    host = next(host for host in session.inventory.hosts.values() if host.cluster)
    before = set(session.inventory.hosts)
    assert parent_for(session.inventory, "hosts", host.id) == host.cluster
    assert drop(window, "hosts", host.id)
    confirm(window, qtbot)
    (new,) = set(session.inventory.hosts) - before
    assert session.inventory.hosts[new].cluster == host.cluster


def test_other_drags_are_left_to_the_view(window: MainWindow) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("something else")
    view = window.parts.topology.view
    event = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    QApplication.sendEvent(view.viewport(), event)
    assert not event.isAccepted()


def test_the_palette_starts_a_drag_of_its_kind(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    dragged: list[str] = []
    monkeypatch.setattr(ObjectsPalette, "run", staticmethod(lambda drag: dragged.append(_kind(drag))))
    palette = window.parts.objects
    palette.setCurrentItem(item(palette, "datastores"))
    palette.startDrag(Qt.DropAction.CopyAction)
    assert dragged == ["datastores"]


def _kind(drag: QDrag) -> str:
    return bytes(drag.mimeData().data("application/x-vmotion-gui-kind").data()).decode()


def test_enter_adds_to_what_is_selected(window: MainWindow, qtbot: QtBot) -> None:
    cluster = next(iter(window.context.session.inventory.clusters))
    window.context.selection.select([cluster])
    window.docks.show("objects")
    palette = window.parts.objects
    palette.setCurrentItem(item(palette, "resource_pools"))
    palette.setFocus()
    qtbot.keyClick(palette, Qt.Key.Key_Return)
    confirm(window, qtbot)
    new = window.context.session.inventory.resource_pools[window.context.selection.current]
    assert new.parent == cluster


def test_an_empty_lab_says_how_one_begins(window: MainWindow) -> None:
    (hint,) = window.parts.topology.view.findChildren(EmptyLabHint)
    assert hint.isHidden()
    assert not window.docks["objects"].isVisible()
    window.files.new()
    assert hint.isVisible()
    assert window.docks["objects"].isVisible()
    assert not item(window.parts.objects, "vms").flags() & Qt.ItemFlag.ItemIsEnabled
    assert item(window.parts.objects, "vms").toolTip() == "There must be a host first."
    window.editor.add("vcenters")
    (dialog,) = window.findChildren(EntityDialog)
    dialog.ok.click()
    assert hint.isHidden()
