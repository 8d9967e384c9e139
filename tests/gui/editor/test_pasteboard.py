"""Ctrl+C and Ctrl+V copy objects, within a lab and to another one; Ctrl+X and Ctrl+V still migrate."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, possible_moves
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.building.clipboard import MIME
from vmotion_gui.planning.building.templates import small_cluster


@pytest.fixture(autouse=True)
def _clipboard(qapp: QApplication) -> Iterator[None]:
    QGuiApplication.clipboard().clear()
    yield
    QGuiApplication.clipboard().clear()


def press(window: MainWindow, qtbot: QtBot, id_: str, key: Qt.Key) -> None:
    window.context.selection.select([id_])
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.parts.inventory.tree.setFocus()
    qtbot.keyClick(window.parts.inventory.tree, key, Qt.KeyboardModifier.ControlModifier)


def test_a_vm_is_copied_to_a_host_and_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    spec = possible_moves(window)[0]
    before = session.inventory
    press(window, qtbot, spec.vm, Qt.Key.Key_C)
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.hasFormat(MIME)
    assert json.loads(mime.text())["chosen"] == [spec.vm]
    press(window, qtbot, spec.host, Qt.Key.Key_V)
    (new,) = set(session.inventory.vms) - set(before.vms)
    assert session.inventory.vms[new].host == spec.host
    assert session.inventory.vms[spec.vm] == before.vms[spec.vm]
    assert window.context.selection.ids == (new,)
    window.context.commands.undo()
    assert session.inventory == before


def test_a_cluster_goes_to_another_lab(make_window: MakeWindow, qtbot: QtBot) -> None:
    first, second = make_window(Lab(inventory=small_cluster(), name="a")), make_window()
    press(first, qtbot, "domain-c1", Qt.Key.Key_C)
    datacenter = next(iter(second.context.session.inventory.datacenters))
    hosts = len(second.context.session.inventory.hosts)
    press(second, qtbot, datacenter, Qt.Key.Key_V)
    assert len(second.context.session.inventory.hosts) == hosts + 3


def test_the_text_of_copied_objects_is_enough(window: MainWindow, qtbot: QtBot) -> None:
    host = next(iter(window.context.session.inventory.hosts))
    press(window, qtbot, host, Qt.Key.Key_C)
    QGuiApplication.clipboard().setText(QGuiApplication.clipboard().text())
    count = len(window.context.session.inventory.hosts)
    press(window, qtbot, host, Qt.Key.Key_V)
    assert len(window.context.session.inventory.hosts) == count + 1


def test_other_text_on_the_clipboard_is_not_pasted(window: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText("hello")
    inventory = window.context.session.inventory
    press(window, qtbot, next(iter(inventory.hosts)), Qt.Key.Key_V)
    assert window.context.session.inventory is inventory
    assert "Ctrl+C" in window.statusBar().currentMessage()


def test_what_is_picked_up_goes_before_what_is_copied(window: MainWindow, qtbot: QtBot) -> None:
    spec = possible_moves(window)[0]
    inventory = window.context.session.inventory
    press(window, qtbot, spec.vm, Qt.Key.Key_C)
    press(window, qtbot, spec.vm, Qt.Key.Key_X)
    assert window.parts.drag.picked_up == (spec.vm,)
    press(window, qtbot, spec.host, Qt.Key.Key_V)
    assert window.context.session.inventory is inventory
    assert window.parts.drag.picked_up == ()
