"""Triggered alarms are listed, mark their objects everywhere, and can be acknowledged and reset."""

from __future__ import annotations

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.alarms.model import ACKNOWLEDGED, ALARM, OBJECT, SEVERITY
from vmotion_gui.gui.tasks.events_model import DESCRIPTION, TYPE
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import HostFailed, InjectFault
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab

STORE, HOST = "datastore-0-0", "host-0"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """A window over a lab in which one datastore is nearly full."""
    inventory = generate(2, 2, clusters_of=2)
    store = inventory.datastores[STORE]
    full = msgspec.structs.replace(store, free_bytes=store.capacity_bytes // 5)
    window = make_window(Lab(inventory=inventory.with_entities([full]), name="alarms"))
    qtbot.waitUntil(lambda: bool(window.context.alarms.alarms))
    return window


def rows(window: MainWindow) -> list[tuple[str, ...]]:
    model = window.parts.alarms.model
    return [
        tuple(str(model.index(row, column).data()) for column in (OBJECT, ALARM, SEVERITY, ACKNOWLEDGED))
        for row in range(model.rowCount())
    ]


def test_alarms_are_listed_and_mark_their_objects(window: MainWindow, qtbot: QtBot) -> None:
    name = window.context.name(STORE)
    assert rows(window) == [(name, "Datastore usage on disk", "Warning", "")]
    assert window.docks["alarms"].windowTitle() == "Alarms (1)"
    assert window.parts.topology.view.picture.picture.alarms == {STORE: 1}
    window.context.session.submit(InjectFault(fault=HostFailed(host=HOST)))
    window.context.session.refresh()
    assert [row[2] for row in rows(window)] == ["Alert", "Warning"]
    assert window.docks["alarms"].windowTitle() == "Alarms (2)"
    window.context.selection.select([HOST])
    spoken = window.parts.inventory.model.index_of(HOST).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Host connection and power state" in spoken
    qtbot.waitUntil(lambda: any(card.title == "Triggered alarms" for card in window.parts.inspector.cards._cards))


def test_one_is_acknowledged_and_reset_with_the_mouse(window: MainWindow, qtbot: QtBot) -> None:
    pane = window.parts.alarms
    window.docks.show("alarms")
    assert not pane.acknowledge.isEnabled()
    pane.table.selectRow(0)
    qtbot.mouseClick(pane.acknowledge, LEFT)
    assert rows(window)[0][3] == "Yes"
    assert window.parts.topology.view.picture.picture.alarms == {}
    pane.table.selectRow(0)
    qtbot.mouseClick(pane.reset, LEFT)
    assert rows(window) == []
    assert window.docks["alarms"].windowTitle() == "Alarms"


def test_what_was_is_listed_and_leads_to_its_object_and_moment(window: MainWindow, qtbot: QtBot) -> None:
    session, pane = window.context.session, window.parts.alarms
    session.backend.advance(60.0)
    session.submit(InjectFault(fault=HostFailed(host=HOST)))
    session.backend.advance(90.0)
    session.refresh()
    pane.past.setChecked(True)
    assert [row[:2] for row in rows(window)] == [(window.context.name(HOST), "Host connection and power state")]
    pane.table.activated.emit(pane.model.index(0, 0))
    assert session.backend.now_s == 60.0
    assert window.context.selection.current == HOST
    session.rewind(30.0)
    pane.past.setChecked(False)
    qtbot.waitUntil(lambda: [row[2] for row in rows(window)] == ["Warning"])


def test_alarms_speak_the_window_s_language(window: MainWindow, qtbot: QtBot) -> None:
    window.context.language.choose("de")
    qtbot.waitUntil(lambda: window.docks["alarms"].windowTitle() == "Alarme (1)")
    assert rows(window)[0][1:3] == ("Datenspeicherbelegung", "Warnung")


def test_what_alarms_did_stands_among_the_events_in_vcenter_s_words(window: MainWindow) -> None:
    session, events = window.context.session, window.parts.events.model
    name = window.context.name(HOST)
    session.backend.advance(60.0)
    session.submit(InjectFault(fault=HostFailed(host=HOST)))
    session.refresh()
    told = [events.index(row, DESCRIPTION).data() for row in range(events.rowCount())]
    assert f"Alarm 'Host connection and power state' on {name} changed from Green to Red" in told
    assert len(told) == len(set(told))
    times = [event.time_s for row in range(events.rowCount()) if (event := events.event_at(events.index(row, 0)))]
    assert times == sorted(times, reverse=True)
    session.rewind(30.0)
    assert "AlarmStatusChangedEvent" not in {events.index(row, TYPE).data() for row in range(events.rowCount())}
