"""Decisions in the wizard: what cannot leave is decided for, the host is emptied, and in the end everybody runs."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from tests.gui.wizards.maintenance.test_wizard import TIMEOUT, opened
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard
from vmotion_gui.inventory.estate import Inventory

LEFT = Qt.MouseButton.LeftButton
HOST = "host-1"


def on_decisions(wizard: MaintenanceWizard, qtbot: QtBot) -> None:
    qtbot.mouseClick(wizard.next, LEFT)
    qtbot.waitUntil(lambda: wizard.checks.complete)
    qtbot.mouseClick(wizard.next, LEFT)
    assert wizard.stack.currentWidget() is wizard.decisions


def states(inventory: Inventory, vms: list[str]) -> list[str]:
    return [inventory.vms[vm].power_state for vm in vms]


@pytest.mark.slow
def test_what_cannot_leave_is_decided_for_and_runs_again_in_the_end(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    session = window.context.session
    before = session.inventory
    wizard = opened(window, HOST)
    on_decisions(wizard, qtbot)
    page = wizard.decisions
    marks = [item.text() for row in range(page.table.rowCount()) if (item := page.table.item(row, 2)) is not None]
    assert marks[0] == "✕ no"
    assert "nothing is decided" in page.summary.text()
    qtbot.mouseClick(page.suggest, LEFT)
    assert "something is decided" in page.summary.text()
    assert not page.suggest.isEnabled()
    assert wizard.draft.decisions["vm-scan-01"] == "disconnect"
    qtbot.mouseClick(wizard.next, LEFT)
    qtbot.waitUntil(lambda: wizard.draft.found is not None, timeout=TIMEOUT)
    found = wizard.draft.found
    assert found is not None
    assert found.plan.possible
    stopped = [one.vm for one in found.plan.preparations if one.starts_afterwards]
    assert stopped
    qtbot.mouseClick(wizard.begin, LEFT)
    assert states(session.inventory, stopped) == ["poweredOff"] * len(stopped)
    session.set_speed(1000.0)
    qtbot.waitUntil(lambda: session.inventory.hosts[HOST].maintenance_state == "inMaintenance", timeout=TIMEOUT)
    session.pause()
    running = wizard.running
    assert running is not None
    report = running.report
    assert report is not None
    assert all(before.vms[vm].name in report.text.toPlainText() for vm in stopped)
    qtbot.mouseClick(report.home, LEFT)
    assert states(session.inventory, stopped) == ["poweredOn"] * len(stopped)
    session.set_speed(1000.0)

    def all_home() -> bool:
        return {id_: vm.host for id_, vm in session.inventory.vms.items()} == {
            id_: vm.host for id_, vm in before.vms.items()
        }

    qtbot.waitUntil(all_home, timeout=TIMEOUT)
    session.pause()
    running.close()


def test_a_choice_for_several_and_one_that_leaves_no_host(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    wizard = opened(window, HOST)
    on_decisions(wizard, qtbot)
    page = wizard.decisions
    page.table.selectAll()
    offered = [page.choice.itemData(row) for row in range(page.choice.count())]
    assert offered == ["migrate", "shutDown", "leave"] or offered == ["migrate", "shutDown", "suspend", "leave"]
    page.table.selectRow(0)
    page.choice.setCurrentIndex(page.choice.findData("leave"))
    page.choice.activated.emit(page.choice.currentIndex())
    assert "No host is left" in page.summary.text()
    assert not wizard.next.isEnabled()
    page.choice.setCurrentIndex(page.choice.findData("migrate"))
    page.choice.activated.emit(page.choice.currentIndex())
    assert wizard.next.isEnabled()
    wizard.reject()
