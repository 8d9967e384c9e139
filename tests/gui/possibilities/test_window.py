"""The table of who can go where: what it says, how it is narrowed, what a click tells, and that it goes in turns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, play_to_end
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.possibilities.model import Mark, PossibilitiesModel
from vmotion_gui.gui.possibilities.window import PossibilitiesWindow
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab


def opened(window: MainWindow, qtbot: QtBot) -> PossibilitiesWindow:
    """The window, with everything judged."""
    shown = window.possibilities.show()
    qtbot.waitUntil(lambda: shown.judging.matrix is not None and shown.judging.matrix.done, timeout=10_000)
    return shown


def place(model: PossibilitiesModel, vm: str, host: str) -> tuple[int, int]:
    """Row and column of a VM and a host."""
    row, column = model.row_of(vm), model.column_of(host)
    assert row >= 0
    assert column >= 0
    return row, column


def mark(shown: PossibilitiesWindow, vm: str, host: str, qtbot: QtBot) -> Mark:
    """What a cell shows as soon as it is known."""
    cell = place(shown.model, vm, host)
    qtbot.waitUntil(lambda: shown.model.cell(*cell).mark is not Mark.UNKNOWN)
    return shown.model.cell(*cell).mark


def click(shown: PossibilitiesWindow, vm: str, host: str, qtbot: QtBot) -> None:
    """Click a cell with the mouse."""
    index = shown.model.index(*place(shown.model, vm, host))
    shown.table.scrollTo(index)
    at = shown.table.visualRect(index).center()
    qtbot.mouseClick(shown.table.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_the_menu_opens_it_with_its_key(window: MainWindow, qtbot: QtBot) -> None:
    actions = [action for action in window.menus.view.actions() if "Who can go where" in action.text()]
    assert [action.shortcut().toString() for action in actions] == ["Ctrl+Shift+W"]
    actions[0].trigger()
    assert window.possibilities.show().isVisible()


def test_a_cell_says_what_a_check_says(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    checker = window.context.session.checker()
    expected = {
        Severity.NONE: Mark.ABLE,
        Severity.INFO: Mark.ABLE,
        Severity.WARNING: Mark.CAUTION,
        Severity.ERROR: Mark.UNABLE,
    }
    seen = set()
    for vm in ("vm-web-01", "vm-fax-01", "vm-scan-01", "vm-sql-01"):
        for host in checker.inventory.hosts:
            found = mark(shown, vm, host, qtbot)
            severity = checker.check(MigrationSpec(vm=vm, host=host)).severity
            at_home = checker.inventory.vms[vm].host == host
            assert found is (Mark.HERE if at_home else expected[severity]), (vm, host)
            seen.add(found)
    assert seen == {Mark.ABLE, Mark.CAUTION, Mark.UNABLE, Mark.HERE}


def test_a_clusters_cell_counts_its_hosts(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    row, column = place(shown.model, "vm-web-01", "host-1")
    cluster = next(number for number in range(column, -1, -1) if shown.model.columns[number].host < 0)
    assert sum(shown.model.cluster_counts(row, cluster)) == 4
    assert shown.model.cell(row, cluster).hosts == shown.model.cluster_counts(row, cluster)[0]
    assert "hosts able" in shown.model.words(row, cluster)


def test_a_click_tells_all_reasons_with_fault_cause_and_cure(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    click(shown, "vm-web-01", "host-9", qtbot)
    checker, text = window.context.session.checker(), window.context.language.text
    reasons = checker.check(MigrationSpec(vm="vm-web-01", host="host-9")).reasons
    told = [label.text() for label in shown.details.reasons.widget().findChildren(type(shown.details.heading))]
    whole = "\n".join(told)
    spoken = [reason for reason in reasons if reason.severity >= Severity.WARNING]
    assert len(spoken) > 2
    for reason in spoken:
        assert text(reason.text).split("'")[0] in whole
        assert text(reason.cure) in whole
        assert reason.fault in whole
    assert "hq-vmfs-01" in whole


def test_the_fix_opens_the_preview_and_the_table_follows(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    assert mark(shown, "vm-fax-01", "host-2", qtbot) is Mark.UNABLE
    click(shown, "vm-fax-01", "host-2", qtbot)
    qtbot.mouseClick(shown.details.reasons.buttons[0], Qt.MouseButton.LeftButton)
    (dialog,) = shown.findChildren(CureDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    inventory = window.context.session.inventory
    checked = shown.judging
    qtbot.waitUntil(lambda: checked.checker is not None and checked.checker.inventory is inventory)
    qtbot.waitUntil(lambda: checked.matrix is not None and checked.matrix.done)
    assert mark(shown, "vm-fax-01", "host-2", qtbot) is not Mark.UNABLE


def test_filters_and_a_reason_narrow_the_table(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    everyone, columns = shown.model.rowCount(), shown.model.columnCount()
    qtbot.keyClicks(shown.vm_filter, "web")
    assert 0 < shown.model.rowCount() < everyone
    qtbot.keyClicks(shown.host_filter, "esx-09")
    assert shown.model.columnCount() == 2 < columns
    shown.vm_filter.clear()
    shown.host_filter.clear()
    row = shown.causes.row_of("vm.question")
    at = shown.cause_table.visualRect(shown.causes.index(row, 0)).center()
    shown.cause_table.scrollTo(shown.causes.index(row, 0))
    at = shown.cause_table.visualRect(shown.causes.index(row, 0)).center()
    qtbot.mouseClick(shown.cause_table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert [shown.model.vm_id(k) for k in range(shown.model.rowCount())] == ["vm-fax-01"]
    qtbot.mouseClick(shown.everything, Qt.MouseButton.LeftButton)
    assert shown.model.rowCount() == everyone


def test_reasons_are_counted_in_pairs(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    row = shown.causes.row_of("vm.question")
    hosts = len(window.context.session.inventory.hosts)
    assert shown.causes.index(row, 1).data() == str(hosts - 1)


def test_clusters_open_and_close_by_mouse_and_keyboard(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    columns = shown.model.columnCount()
    header = shown.table.horizontalHeader()
    at = QPoint(header.sectionViewportPosition(0) + 8, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert shown.model.columnCount() == columns - 5
    shown.table.setCurrentIndex(shown.model.index(0, 0))
    qtbot.keyClick(shown.table, Qt.Key.Key_Return)
    assert shown.model.columnCount() == columns


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_every_mark_has_a_shape_and_a_word_of_its_own(window: MainWindow, qtbot: QtBot, theme: str) -> None:
    shown = opened(window, qtbot)
    window.context.themes.choose(theme)
    assert len({shown.model.mark_name(one) for one in Mark}) == len(Mark)
    shown.table.grab()


def test_many_hosts_begin_as_clusters_and_work_can_be_stopped(make_window: MakeWindow, qtbot: QtBot) -> None:
    inventory = generate(200, 3000)
    window = make_window(Lab(name="large", inventory=inventory), show=False)
    shown = window.possibilities.show()
    assert shown.model.columnCount() < 60
    assert shown.judging.running
    qtbot.mouseClick(shown.stop, Qt.MouseButton.LeftButton)
    judged = shown.judging.matrix
    assert judged is not None
    assert not judged.done
    shown.table.scrollToBottom()
    row = shown.model.rowCount() - 1
    qtbot.waitUntil(lambda: shown.model.cell(row, 0).mark is not Mark.UNKNOWN)
    assert not judged.done
    qtbot.mouseClick(shown.stop, Qt.MouseButton.LeftButton)
    assert shown.judging.running
    shown.close()
    assert not shown.judging._timer.isActive()


def test_it_is_told_in_german_at_once(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    window.context.language.choose("de")
    assert shown.windowTitle() == "Wer wohin kann"


def test_the_action_is_among_those_of_the_palette(window: MainWindow, qtbot: QtBot) -> None:
    texts = [action.text() for action in window.menus.view.actions() if isinstance(action, QAction)]
    assert any("Who can go where" in text for text in texts)


def test_it_opens_at_the_selected_machine_and_an_able_cell_migrates(window: MainWindow, qtbot: QtBot) -> None:
    window.context.selection.select(["vm-web-01"])
    shown = opened(window, qtbot)
    assert shown.model.vm_id(shown.table.currentIndex().row()) == "vm-web-01"
    click(shown, "vm-web-01", "host-9", qtbot)
    assert not shown.details.migrate.isVisible()
    click(shown, "vm-web-01", "host-2", qtbot)
    qtbot.mouseClick(shown.details.migrate, Qt.MouseButton.LeftButton)
    (question,) = window.findChildren(ConfirmDialog)
    assert "web-01" in question.windowTitle()
    question.reject()


def test_larger_text_has_larger_cells(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    before = shown.table.rowHeight(0), shown.table.columnWidth(1)
    window.context.themes.set_zoom(200)
    try:
        assert shown.table.rowHeight(0) > before[0] * 1.4
        assert shown.table.columnWidth(1) > before[1]
    finally:
        window.context.themes.set_zoom(100)


def test_a_machine_that_migrates_can_go_nowhere_else_meanwhile(window: MainWindow, qtbot: QtBot) -> None:
    shown = opened(window, qtbot)
    assert mark(shown, "vm-web-01", "host-3", qtbot) is Mark.ABLE
    window.context.commands.migrate([MigrationSpec(vm="vm-web-01", host="host-2")])
    window.context.session.pause()
    qtbot.waitUntil(lambda: "vm-web-01" in shown.judging.busy)
    assert mark(shown, "vm-web-01", "host-3", qtbot) is Mark.UNABLE
    play_to_end(window)
    qtbot.waitUntil(lambda: not shown.judging.busy)
    assert mark(shown, "vm-web-01", "host-2", qtbot) is Mark.HERE
