"""The cluster's page: DRS is asked, its moves are applied, and settings and rules are undoable edits."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, play_to_end
from tests.planning.drs.test_recommend import busy, crowded
from tests.planning.maintenance.estates import estate
from vmotion_gui.gui.cluster.page import DrsPage
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab

LEFT = Qt.MouseButton.LeftButton


def opened(make_window: MakeWindow, qtbot: QtBot, inventory: Inventory) -> tuple[MainWindow, DrsPage]:
    """A window with the cluster's DRS page, and DRS's answer."""
    window = make_window(Lab(inventory=inventory))
    window.context.selection.select(["cluster-0"])
    window.tabs.setCurrentWidget(window.parts.monitor)
    monitor = window.parts.monitor
    monitor.refresh()
    monitor.tabs.setCurrentWidget(monitor.drs)
    answered(monitor.drs, qtbot)
    return window, monitor.drs


def answered(page: DrsPage, qtbot: QtBot) -> None:
    """Ask and wait for the answer."""
    page.window().parts.monitor.refresh()  # type: ignore[attr-defined]  # the main window
    with qtbot.waitSignal(page.runner.finished):
        qtbot.mouseClick(page.run_now, LEFT)


def recommended(page: DrsPage) -> list[str]:
    return [page.table.item(row, 1).text() for row in range(page.table.rowCount())]


def test_score_and_recommendations_are_shown(make_window: MakeWindow, qtbot: QtBot) -> None:
    _, page = opened(make_window, qtbot, crowded())
    assert page.score.text() == "DRS score (estimated): 60 %"
    assert recommended(page)[0].startswith("Migrate machine ")
    assert page.table.item(0, 2).text() == "Balance average CPU loads"
    assert "HA admission control is off" in page.failover.text()


def test_the_page_is_for_clusters_only(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, page = opened(make_window, qtbot, crowded())
    tabs = window.parts.monitor.tabs
    assert tabs.isTabVisible(tabs.indexOf(page))
    window.context.selection.select(["host-0"])
    assert not tabs.isTabVisible(tabs.indexOf(page))


def test_one_is_applied_and_undone(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, page = opened(make_window, qtbot, crowded())
    assert not page.apply.isEnabled()
    page.table.selectRow(0)
    qtbot.mouseClick(page.apply, LEFT)
    (status,) = window.context.session.backend.migrations().values()
    assert status.initiator == "DRS"
    play_to_end(window)
    assert window.context.session.inventory.vms[status.vm].host == status.destination_host
    window.context.commands.undo()
    assert window.context.session.inventory.vms[status.vm].host == "host-0"


def test_all_are_applied_and_nothing_is_left_to_do(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, page = opened(make_window, qtbot, crowded())
    count = page.table.rowCount()
    qtbot.mouseClick(page.apply_all, LEFT)
    assert len(window.context.session.backend.migrations()) == count
    play_to_end(window)
    answered(page, qtbot)
    assert recommended(page) == []
    assert not page.apply_all.isEnabled()


def test_after_a_host_fails(make_window: MakeWindow, qtbot: QtBot) -> None:
    inventory = estate([256] * 3, [busy(n, n % 3, 8) for n in range(12)], das=e.DasConfig())
    window, page = opened(make_window, qtbot, inventory)
    score = page.score.text()
    page.scenario.setCurrentIndex(page.scenario.findData("host-0"))
    with qtbot.waitSignal(page.runner.finished):
        page.scenario.activated.emit(page.scenario.currentIndex())
    assert "HA restarts 4 virtual machines on other hosts; 0 stay off." in page.failover.text()
    assert page.score.text() != score
    assert not page.apply_all.isEnabled()
    assert window.context.session.inventory.hosts["host-0"].power_state == "poweredOn"


def test_level_and_threshold_are_undoable_edits(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, page = opened(make_window, qtbot, crowded())
    settings = page.settings

    def drs() -> e.DrsConfig:
        return window.context.session.inventory.clusters["cluster-0"].drs

    settings.threshold.setFocus()
    qtbot.keyClick(settings.threshold, Qt.Key.Key_Home)
    assert drs().migration_threshold == 1
    answered(page, qtbot)
    assert recommended(page) == []
    settings.level.setCurrentIndex(0)
    settings.level.activated.emit(0)
    assert drs().default_vm_behavior == "manual"
    window.context.commands.undo()
    window.context.commands.undo()
    assert drs() == e.DrsConfig()


def test_a_rule_is_made_changed_and_removed(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, page = opened(make_window, qtbot, crowded(3))

    def rules() -> tuple[e.ClusterRule, ...]:
        return window.context.session.inventory.clusters["cluster-0"].rules

    dialog = page.edit_rules()
    rule = dialog.open_rule(None)
    ok = rule.buttons.button(QDialogButtonBox.StandardButton.Ok)
    assert not ok.isEnabled()
    qtbot.keyClicks(rule.name, "apart")
    rule.kind.setCurrentIndex(1)
    for row in range(2):
        rule.vms.item(row).setCheckState(Qt.CheckState.Checked)
    qtbot.mouseClick(ok, LEFT)
    qtbot.mouseClick(dialog.buttons.button(QDialogButtonBox.StandardButton.Ok), LEFT)
    assert rules() == (e.VmAntiAffinityRule(name="apart", vms=("m0", "m1")),)
    answered(page, qtbot)
    assert page.table.item(0, 2).text() == "Satisfy affinity rule apart: keep virtual machines apart"
    dialog = page.edit_rules()
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    dialog.accept()
    assert not rules()[0].enabled
    dialog = page.edit_rules()
    qtbot.mouseClick(dialog.remove, LEFT)
    dialog.accept()
    assert rules() == ()
    window.context.commands.undo()
    assert [rule.enabled for rule in rules()] == [False]
    window.context.commands.undo()
    assert [rule.enabled for rule in rules()] == [True]


@pytest.mark.parametrize(
    ("policy", "field", "value", "text"),
    [
        ("failoverLevel", "level", 2, "2 are wanted"),
        ("failoverResources", "memory", 90, "90 % wanted"),
    ],
)
def test_ha_says_what_its_settings_come_to(
    make_window: MakeWindow, qtbot: QtBot, policy: str, field: str, value: int, text: str
) -> None:
    window, page = opened(make_window, qtbot, crowded())
    dialog = page.edit_ha()
    dialog.enabled.setChecked(True)
    dialog.policy.setCurrentIndex(dialog.policy.findData(policy))
    dialog.auto.setChecked(False)
    getattr(dialog, field).setValue(value)
    assert text in dialog.outcome.text()
    dialog.accept()
    das = window.context.session.inventory.clusters["cluster-0"].das
    assert das.enabled
    assert das.policy == policy


def test_dedicated_hosts_are_chosen(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, page = opened(make_window, qtbot, crowded())
    dialog = page.edit_ha()
    dialog.enabled.setChecked(True)
    dialog.policy.setCurrentIndex(dialog.policy.findData("failoverHost"))
    dialog.hosts.item(2).setCheckState(Qt.CheckState.Checked)
    assert dialog.outcome.text() == "✓ 1 of 1 dedicated failover hosts are in service and empty."
    dialog.accept()
    assert window.context.session.inventory.clusters["cluster-0"].das.failover_hosts == ("host-2",)


def test_drs_acts_in_simulated_time_only_when_it_is_let(make_window: MakeWindow, qtbot: QtBot) -> None:
    window, page = opened(make_window, qtbot, crowded())
    session = window.context.session
    session.backend.advance(310.0)
    assert not session.backend.migrations()
    page.acts.setFocus()
    qtbot.keyClick(page.acts, Qt.Key.Key_Space)
    session.backend.advance(610.0)
    session.refresh()
    assert session.backend.migrations()
    session.rewind(0.0)
    assert page.acts.isChecked()
