"""Hosts that are dragged over the topology can be dropped on an area that appears, and only there."""

from __future__ import annotations

import json

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.maintenance.area import HOST_MIME, MaintenanceArea, hosts_of
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard

COPY, LEFT, NONE = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def carried(*hosts: str) -> QMimeData:
    data = QMimeData()
    data.setData(HOST_MIME, json.dumps(list(hosts)).encode())
    return data


def entered(window: MainWindow, data: QMimeData) -> MaintenanceArea:
    """The area, with hosts carried into the topology."""
    port = window.parts.topology.view.viewport()
    event = QDragEnterEvent(QPoint(5, 5), COPY, data, LEFT, NONE)
    QApplication.sendEvent(port, event)
    assert event.isAccepted()
    area = window.parts.topology.view.findChild(MaintenanceArea)
    assert area is not None
    return area


def drop(window: MainWindow, data: QMimeData, at: QPoint) -> bool:
    view = window.parts.topology.view
    event = QDropEvent(QPointF(at - view.viewport().pos()), COPY, data, LEFT, NONE)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def test_a_host_dropped_on_the_area_is_planned_for(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    data = carried("host-9", "host-10")
    area = entered(window, data)
    assert area.isVisible()
    assert window.parts.topology.view.rect().contains(area.geometry())
    assert not drop(window, data, QPoint(3, 3))
    assert not area.isVisible()
    assert not window.findChildren(MaintenanceWizard)
    entered(window, data)
    assert drop(window, data, area.geometry().center())
    assert not area.isVisible()
    (wizard,) = window.findChildren(MaintenanceWizard)
    assert wizard.draft.hosts == ("host-9", "host-10")
    wizard.reject()
    entered(window, data)
    QApplication.sendEvent(window.parts.topology.view.viewport(), QDragLeaveEvent())
    assert not area.isVisible()


def test_what_is_no_host_is_nobody_s_business() -> None:
    broken = QMimeData()
    broken.setData(HOST_MIME, b"{")
    assert hosts_of(broken) == hosts_of(QMimeData()) == ()
    assert hosts_of(carried("host-1")) == ("host-1",)
