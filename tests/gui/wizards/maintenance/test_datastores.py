"""A datastore's maintenance: from its menu through the wizard to maintenance mode, and out again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.actions.menu import Entry
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard
from vmotion_gui.gui.wizards.maintenance.page_stores import StoresPage
from vmotion_gui.gui.wizards.maintenance.run_window import RunWindow
from vmotion_gui.gui.workspace.card import Fact
from vmotion_gui.gui.workspace.facts import cards_of
from vmotion_gui.planning.maintenance.override import Wish
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.store_files import machines_on

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 30_000
STORE, OTHER, BLOCKED = "datastore-vmfs-01", "datastore-vmfs-02", "datastore-vmfs-03"


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


def entry(window: MainWindow, store: str, text: str) -> Entry:
    """An entry of the datastore's maintenance menu."""
    [menu] = [one for one in window.object_actions.entries([store]) if one.text == "Maintenance Mode"]
    return next(one for one in menu.children if one.text == text)


def chosen(window: MainWindow, store: str, text: str) -> None:
    action = entry(window, store, text)
    assert not action.reason
    assert action.run is not None
    action.run()


def state(window: MainWindow, store: str) -> str:
    return window.context.session.inventory.datastores[store].maintenance_mode


def opened(window: MainWindow, store: str) -> MaintenanceWizard:
    chosen(window, store, "Enter Maintenance Mode…")
    return window.findChildren(MaintenanceWizard)[-1]


def planned(wizard: MaintenanceWizard, qtbot: QtBot) -> None:
    while wizard.stack.currentWidget() is not wizard.plan:
        qtbot.mouseClick(wizard.next, LEFT)
    qtbot.waitUntil(lambda: wizard.draft.found is not None, timeout=TIMEOUT)


@pytest.mark.slow
def test_a_datastore_is_emptied_by_its_plan_and_enters_maintenance_mode(window: MainWindow, qtbot: QtBot) -> None:
    session = window.context.session
    wizard = opened(window, STORE)
    assert isinstance(wizard.hosts, StoresPage)
    assert wizard.hosts.chosen() == (STORE,)
    qtbot.mouseClick(wizard.next, LEFT)
    qtbot.waitUntil(lambda: wizard.checks.complete, timeout=TIMEOUT)
    assert wizard.checks.counts()["blocked"] == 0
    assert wizard.checks.counts()["able"] + wizard.checks.counts()["decision"] == 17
    planned(wizard, qtbot)
    found = wizard.draft.found
    assert found is not None
    assert found.plan.possible
    assert wizard.plan.hosts.rowCount() == len(found.plan.spaces)
    groups = {bar.group for bar in wizard.plan.gantt.bars()}
    assert groups == {OTHER, BLOCKED}
    choices = wizard.plan.moves.destinations.choices(found.plan, 0)
    assert {id_ for id_, _, refused in choices if not refused} == {OTHER, BLOCKED}
    [other] = {OTHER, BLOCKED} - set(found.plan.moves[0].to_datastores)
    wizard.plan.wish(Wish(move=0, host=other))
    qtbot.waitUntil(lambda: wizard.draft.found is not found, timeout=TIMEOUT)
    changed = wizard.draft.found
    assert changed is not None
    assert changed.plan.moves[0].to_datastores == (other,)
    qtbot.mouseClick(wizard.begin, LEFT)
    running = wizard.running
    assert running is not None
    session.set_speed(600.0)
    qtbot.waitUntil(lambda: state(window, STORE) == "inMaintenance", timeout=TIMEOUT)
    session.pause()
    assert {status.phase for status in session.backend.migrations().values()} == {Phase.COMPLETED}
    assert "empty" in running.state.text()
    assert running.report is not None
    assert "Datastores to be empty" in running.report.text.toPlainText()
    windows = set(window.findChildren(RunWindow))
    qtbot.mouseClick(running.report.home, LEFT)
    qtbot.waitUntil(lambda: set(window.findChildren(RunWindow)) > windows, timeout=TIMEOUT)
    (home,) = set(window.findChildren(RunWindow)) - windows
    session.set_speed(600.0)
    qtbot.waitUntil(lambda: home.run.done, timeout=TIMEOUT)
    session.pause()
    assert len(machines_on(session.inventory, STORE)) == 17
    assert "All are where they should be" in home.state.text()
    home.close()
    running.close()
    assert state(window, STORE) == "normal"
    chosen(window, "datastore-local-1", "Enter now, with Storage DRS")
    assert entry(window, "datastore-local-1", "Enter Maintenance Mode…").reason
    chosen(window, "datastore-local-1", "Exit Maintenance Mode")
    assert state(window, "datastore-local-1") == "normal"


def test_what_cannot_leave_is_told_and_storage_drs_only_recommends(window: MainWindow, qtbot: QtBot) -> None:
    wizard = opened(window, BLOCKED)
    planned(wizard, qtbot)
    assert not wizard.begin.isEnabled()
    told = [wizard.plan.blocked.item(row).text() for row in range(wizard.plan.blocked.count())]
    assert {text.split(" ")[0] for text in told} == {"render-01", "fax-01"}
    wizard.reject()
    [drs] = [one for one in window.object_actions.entries(["pod-gold"]) if one.text == "Storage DRS"]
    automated = next(one for one in drs.children if one.text == "Fully Automated")
    assert automated.run is not None
    automated.run()
    pods = window.context.session.inventory.datastore_clusters
    assert pods["pod-gold"].storage_drs.default_vm_behavior == "automated"
    cards = cards_of(pods["pod-gold"], window.context.session.inventory)
    told = [row.value for card in cards for row in card.rows if isinstance(row, Fact)]
    assert "Fully Automated" in told
    window.context.commands.undo()
    window.context.selection.select([STORE, OTHER])
    both = window.maintenance.plan()
    assert both.draft.emptied == (STORE, OTHER)
    both.reject()
    session = window.context.session
    chosen(window, STORE, "Enter now, with Storage DRS")
    assert state(window, STORE) == "enteringMaintenance"
    session.set_speed(60.0)
    session.play()
    [task] = session.backend.tasks()
    qtbot.waitUntil(lambda: len(session.backend.tasks()[task].recommendations) == 17, timeout=TIMEOUT)
    session.pause()
    window.maintenance.show_task(task)
    chosen(window, STORE, "Cancel entering maintenance mode")
    assert state(window, STORE) == "normal"
    chosen(window, "datastore-local-1", "Enter now, with Storage DRS")
    assert state(window, "datastore-local-1") == "inMaintenance", "it is empty"
    window.context.commands.history.undo()
    assert state(window, "datastore-local-1") == "normal"
