"""The maintenance wizard: from a host's menu to a plan, its run to the end, its files, and what stands against it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard
from vmotion_gui.gui.wizards.maintenance.exporting import Exports
from vmotion_gui.planning.handover.forms import FORMS
from vmotion_gui.simulation.status import Phase

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 30_000


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window()


def opened(window: MainWindow, host: str) -> MaintenanceWizard:
    window.object_actions.hosts.planning.emit(host)
    return window.findChildren(MaintenanceWizard)[-1]


def to_the_plan(wizard: MaintenanceWizard, qtbot: QtBot) -> None:
    """On by Next from whatever page is in front."""
    while wizard.stack.currentWidget() is not wizard.plan:
        qtbot.mouseClick(wizard.next, LEFT)


def planned(window: MainWindow, qtbot: QtBot, host: str) -> MaintenanceWizard:
    wizard = opened(window, host)
    assert wizard.draft.hosts == (host,)
    to_the_plan(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.draft.found is not None, timeout=TIMEOUT)
    return wizard


def test_a_host_is_emptied_by_its_plan_and_enters_maintenance_mode(window: MainWindow, qtbot: QtBot) -> None:
    wizard = planned(window, qtbot, "host-9")
    found = wizard.draft.found
    assert found is not None
    assert found.plan.possible
    assert wizard.plan.moves.rowCount() == len(found.plan.moves) > 3
    assert wizard.plan.blocked.count() == 0
    qtbot.mouseClick(wizard.begin, LEFT)
    running = wizard.running
    assert running is not None
    session = window.context.session
    session.set_speed(300.0)
    qtbot.waitUntil(lambda: session.inventory.hosts["host-9"].maintenance_state == "inMaintenance", timeout=TIMEOUT)
    session.pause()
    statuses = session.backend.migrations().values()
    assert {status.phase for status in statuses} == {Phase.COMPLETED}
    assert [status.destination_host for status in statuses] == [move.spec.host for move in found.plan.moves]
    for index, bar in running.run.actual().items():
        move = found.plan.moves[index]
        assert bar.end_s - bar.start_s == pytest.approx(move.duration_s, rel=0.05)
    assert "empty" in running.state.text()
    running.close()


def test_what_cannot_leave_is_told_with_reasons_and_nothing_starts(window: MainWindow, qtbot: QtBot) -> None:
    wizard = planned(window, qtbot, "host-2")
    assert not wizard.begin.isEnabled()
    assert wizard.plan.tabs.currentWidget() is wizard.plan.blocked
    (told,) = [wizard.plan.blocked.item(row).text() for row in range(wizard.plan.blocked.count())]
    assert told.startswith("cad-licence-01")
    assert "USB" in told
    wizard.reject()


def test_another_choice_makes_another_plan(window: MainWindow, qtbot: QtBot) -> None:
    wizard = planned(window, qtbot, "host-9")
    before = wizard.draft.found
    for _ in range(2):
        qtbot.mouseClick(wizard.back, LEFT)
    wizard.hosts.objective.setCurrentIndex(wizard.hosts.objective.findData("balance"))
    assert wizard.draft.found is None
    to_the_plan(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.draft.found is not None, timeout=TIMEOUT)
    assert wizard.draft.found is not before
    wizard.reject()


def test_planning_can_be_stopped(window: MainWindow, qtbot: QtBot) -> None:
    wizard = opened(window, "host-9")
    to_the_plan(wizard, qtbot)
    assert wizard.plan.worker.running
    qtbot.mouseClick(wizard.plan.stop, LEFT)
    assert not wizard.plan.worker.running
    assert wizard.draft.found is None
    wizard.reject()


def test_a_plan_is_written_in_every_form_and_a_place_that_is_none_is_told(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wizard = planned(window, qtbot, "host-9")
    exports = Exports(wizard.draft, "tonight", wizard)
    for form in FORMS:
        data = exports.written(form)
        assert data.startswith(b"%PDF") if form == "pdf" else window.context.name("host-9").encode() in data
    told: list[str] = []
    gone = tmp_path / "gone" / "plan.html"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(gone), ""))
    monkeypatch.setattr(
        "vmotion_gui.gui.wizards.maintenance.exporting.QMessageBox.warning", lambda *args: told.append(args[-1])
    )
    wizard.export.menu().actions()[0].trigger()
    assert len(told) == 1
    assert str(gone) in told[0]
    wizard.reject()


def test_another_plan_can_be_taken_instead(window: MainWindow, qtbot: QtBot) -> None:
    wizard = planned(window, qtbot, "host-10")
    found, page = wizard.draft.found, wizard.plan
    assert found is not None
    assert found.others
    page.tabs.setCurrentIndex(4)
    assert len(page.others.cards) == 1 + len(found.others)
    assert [button.isEnabled() for button in page.others.buttons] == [False, *(True for _ in found.others)]
    qtbot.mouseClick(page.others.buttons[1], LEFT)
    chosen = wizard.draft.found
    assert chosen is not None
    assert chosen.plan == found.others[0][0]
    assert page.moves.rowCount() == len(chosen.plan.moves)
    assert found.plan in [plan for plan, _ in chosen.others]
    wizard.reject()


def test_a_plan_goes_on_when_its_window_is_closed(window: MainWindow, qtbot: QtBot) -> None:
    wizard = planned(window, qtbot, "host-10")
    qtbot.mouseClick(wizard.begin, LEFT)
    running = wizard.running
    assert running is not None
    with qtbot.waitSignal(running.destroyed):
        qtbot.mouseClick(running.close_button, LEFT)
    session = window.context.session
    session.set_speed(300.0)
    qtbot.waitUntil(lambda: session.inventory.hosts["host-10"].maintenance_state == "inMaintenance", timeout=TIMEOUT)
    session.pause()


def test_checks_name_who_cannot_leave_and_a_cure_lets_it(window: MainWindow, qtbot: QtBot) -> None:
    wizard = opened(window, "host-2")
    qtbot.mouseClick(wizard.next, LEFT)
    page = wizard.checks
    qtbot.waitUntil(lambda: page.complete, timeout=TIMEOUT)
    before = page.counts()
    assert before["blocked"] == 1
    assert page.table.item(0, 0).text() == "cad-licence-01"
    assert "USB" in page.table.item(0, 2).text()
    assert page.table.rowCount() == sum(before.values())
    qtbot.mouseClick(page.reasons.buttons[0], LEFT)
    qtbot.waitUntil(lambda: wizard.findChild(CureDialog) is not None)
    cures = wizard.findChild(CureDialog)
    qtbot.mouseClick(cures.apply, LEFT)
    qtbot.waitUntil(lambda: page.complete and page.counts()["blocked"] == 0, timeout=TIMEOUT)
    to_the_plan(wizard, qtbot)
    qtbot.waitUntil(lambda: wizard.draft.found is not None, timeout=TIMEOUT)
    assert wizard.begin.isEnabled()
    wizard.reject()
    window.context.commands.history.undo()
    assert "USB" in str(window.context.session.inventory.vms["vm-cad-licence-01"].devices)
