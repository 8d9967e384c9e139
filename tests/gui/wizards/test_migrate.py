"""The Migrate wizard: each type of migration by mouse to a completed move, by keyboard alone, in both languages."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, play_to_end
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.migrate.dialog import MigrateWizard
from vmotion_gui.gui.wizards.migrate.page_compute import ComputePage
from vmotion_gui.gui.wizards.migrate.page_kind import KindPage
from vmotion_gui.gui.wizards.migrate.page_networks import NetworksPage
from vmotion_gui.gui.wizards.migrate.page_priority import PriorityPage
from vmotion_gui.gui.wizards.migrate.page_ready import ReadyPage
from vmotion_gui.gui.wizards.migrate.page_storage import StoragePage
from vmotion_gui.planning.choices import Kind, Step
from vmotion_gui.simulation.status import Phase

LEFT = Qt.MouseButton.LeftButton


class Walk:
    """A wizard over a window, and what a person does in it."""

    def __init__(self, qtbot: QtBot, window: MainWindow, vms: list[str], target: str = "", **more: bool) -> None:
        self.qtbot, self.window = qtbot, window
        window.parts.drag.open_wizard(vms, target, **more)
        self.wizard = window.findChildren(MigrateWizard)[-1]

    def click(self, button: QAbstractButton) -> None:
        """A click into the mark of a radio button or check box, or onto a button."""
        spot = button.rect().center() if isinstance(button, QPushButton) else QPoint(10, button.height() // 2)
        self.qtbot.mouseClick(button, LEFT, pos=spot)

    def next(self) -> None:
        self.qtbot.waitUntil(self.wizard.next.isEnabled)
        self.click(self.wizard.next)

    def row(self, table: QTableView, text: str) -> None:
        """A click on the row that begins with a text."""
        self.qtbot.waitUntil(lambda: _row_of(table, text) >= 0)
        index = table.model().index(_row_of(table, text), 0)
        table.scrollTo(index)
        self.qtbot.mouseClick(table.viewport(), LEFT, pos=table.visualRect(index).center())

    def kind(self, kind: Kind) -> None:
        page = self.wizard.page
        assert isinstance(page, KindPage)
        self.click(page.buttons[kind])
        self.next()

    def compute(self, name: str) -> None:
        page = self.wizard.page
        assert isinstance(page, ComputePage)
        self.row(page.table, name)
        self.next()

    def storage(self, name: str) -> StoragePage:
        page = self.wizard.page
        assert isinstance(page, StoragePage)
        self.row(page.table, name)
        return page

    def finish(self) -> None:
        """Through what is left, to a completed migration."""
        while self.wizard.step is not Step.READY:
            self.next()
        self.qtbot.waitUntil(self.wizard.finish.isEnabled)
        self.click(self.wizard.finish)
        play_to_end(self.window)


def _row_of(table: QTableView, text: str) -> int:
    model = table.model()
    rows = (row for row in range(model.rowCount()) if str(model.index(row, 0).data()).startswith(text))
    return next(rows, -1)


def completed(window: MainWindow, count: int = 1) -> None:
    statuses = list(window.context.session.backend.migrations().values())
    assert [status.phase for status in statuses] == [Phase.COMPLETED] * count, [status.fault for status in statuses]


# --- each type by mouse -----------------------------------------------------------------------------------------------


def test_change_compute_resource_only(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-web-01"])
    assert walk.wizard.windowTitle() == "Migrate | web-01"
    walk.kind(Kind.COMPUTE)
    walk.compute("esx-02")
    walk.finish()
    completed(window)
    assert window.context.session.inventory.vms["vm-web-01"].host == "host-2"


def test_change_storage_only_with_another_format(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-web-01"])
    walk.kind(Kind.STORAGE)
    page = walk.storage("hq-vmfs-02")
    page.format.setFocus()
    qtbot.keyClick(page.format, Qt.Key.Key_Down)
    assert page.format.currentText() == "Thick Provision Lazy Zeroed"
    page.format.activated.emit(page.format.currentIndex())
    walk.finish()
    completed(window)
    vm = window.context.session.inventory.vms["vm-web-01"]
    assert {disk.datastore for disk in vm.disks} == {"datastore-vmfs-02"}
    assert {disk.format for disk in vm.disks} == {"thick"}
    assert vm.host == "host-1"


def test_change_both_per_disk(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-app-01"])
    before = {disk.label: disk.datastore for disk in window.context.session.inventory.vms["vm-app-01"].disks}
    walk.kind(Kind.BOTH)
    walk.compute("esx-03")
    page = walk.wizard.page
    assert isinstance(page, StoragePage)
    walk.click(page.per_disk)
    assert not walk.wizard.next.isEnabled(), "nothing moves yet"
    index = page.files.model().index(2, 0)
    qtbot.mouseClick(page.files.viewport(), LEFT, pos=page.files.visualRect(index).center())
    walk.storage("hq-vmfs-03")
    walk.finish()
    completed(window)
    vm = window.context.session.inventory.vms["vm-app-01"]
    assert vm.host == "host-3"
    after = {disk.label: disk.datastore for disk in vm.disks}
    assert after == {**before, "Hard disk 2": "datastore-vmfs-03"}


def test_cross_vcenter_export_with_a_network_mapped(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-sandbox-01"])
    walk.kind(Kind.EXPORT)
    walk.compute("esx-21")
    walk.storage("dr-vmfs-01")
    walk.next()
    page = walk.wizard.page
    assert isinstance(page, NetworksPage)
    assert not walk.wizard.next.isEnabled(), "the network does not exist there"
    assert "VM Network" in walk.wizard.panel.text.toPlainText()
    box = page.first_field()
    assert isinstance(box, QComboBox)
    place = next(row for row in range(box.count()) if box.itemText(row).startswith("dv-Servers"))
    box.setFocus()
    for _ in range(place - box.currentIndex()):
        qtbot.keyClick(box, Qt.Key.Key_Down)
    box.activated.emit(box.currentIndex())
    walk.finish()
    completed(window)
    vm = window.context.session.inventory.vms["vm-sandbox-01"]
    assert (vm.host, vm.nics[0].portgroup) == ("host-21", "dv-servers-dr")


def test_several_vms_into_a_cluster_with_high_priority(window: MainWindow, qtbot: QtBot) -> None:
    vms = ["vm-web-01", "vm-web-02"]
    walk = Walk(qtbot, window, vms)
    assert walk.wizard.windowTitle() == "Migrate | 2 VMs"
    walk.kind(Kind.COMPUTE)
    page = walk.wizard.page
    assert isinstance(page, ComputePage)
    qtbot.mouseClick(page.sorts, LEFT, pos=page.sorts.tabRect(1).center())
    walk.compute("Production")
    walk.next()
    priority = walk.wizard.page
    assert isinstance(priority, PriorityPage)
    walk.click(priority.buttons["highPriority"])
    walk.next()
    ready = walk.wizard.page
    assert isinstance(ready, ReadyPage)
    qtbot.waitUntil(lambda: all(ready.table.item(row, 3).text() != "…" for row in range(2)), timeout=20_000)
    walk.finish()
    completed(window, 2)
    session = window.context.session
    assert all(session.inventory.hosts[session.inventory.vms[vm].host].cluster == "cluster-prod" for vm in vms)


# --- what stands against it -------------------------------------------------------------------------------------------


def test_an_unable_host_is_listed_and_explained_and_next_waits(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-web-01"], "host-9")
    walk.next()
    assert not walk.wizard.next.isEnabled()
    told = walk.wizard.panel.text.toPlainText()
    assert "EVC" in told
    assert "not mounted" in told
    page = walk.wizard.page
    assert isinstance(page, ComputePage)
    walk.row(page.table, "esx-02")
    assert walk.wizard.next.isEnabled()
    assert "succeeded" in walk.wizard.panel.title.text()


def test_back_and_next_keep_the_choices_also_through_another_type(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-web-01"])
    walk.kind(Kind.BOTH)
    walk.compute("esx-02")
    walk.storage("hq-vmfs-02")
    walk.next()
    for _ in range(3):
        walk.click(walk.wizard.back)
    walk.kind(Kind.COMPUTE)
    walk.click(walk.wizard.back)
    walk.kind(Kind.BOTH)
    page = walk.wizard.page
    assert isinstance(page, ComputePage)
    assert [index.data() for index in page.table.selectionModel().selectedRows()] == ["esx-02.hq.example.com"]
    walk.next()
    stores = walk.wizard.page
    assert isinstance(stores, StoragePage)
    qtbot.waitUntil(lambda: bool(stores.table.selectionModel().selectedRows()))
    assert stores.table.selectionModel().selectedRows()[0].data() == "hq-vmfs-02"


def test_a_done_step_is_gone_back_to_by_a_click(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-web-01"], "host-2")
    walk.next()
    walk.next()
    rail = walk.wizard.rail
    qtbot.mouseClick(rail.viewport(), LEFT, pos=rail.visualItemRect(rail.item(0)).center())
    assert walk.wizard.step is Step.KIND


def test_escape_asks_only_if_something_was_chosen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[bool] = []
    monkeypatch.setattr(MigrateWizard, "_may_discard", lambda _self: bool(asked.append(True)) or len(asked) > 1)
    walk = Walk(qtbot, window, ["vm-web-01"])
    qtbot.keyClick(walk.wizard, Qt.Key.Key_Escape)
    assert not asked
    again = Walk(qtbot, window, ["vm-web-01"])
    again.kind(Kind.STORAGE)
    qtbot.keyClick(again.wizard, Qt.Key.Key_Escape)
    assert again.wizard.isVisible()
    qtbot.keyClick(again.wizard, Qt.Key.Key_Escape)
    assert asked == [True, True]
    assert not window.context.session.backend.migrations()


def test_the_wizard_closes_when_another_lab_opens(window: MainWindow, qtbot: QtBot) -> None:
    walk = Walk(qtbot, window, ["vm-web-01"])
    with qtbot.waitSignal(walk.wizard.finished):
        window.context.session.opened.emit()


# --- ways to it -------------------------------------------------------------------------------------------------------


def test_a_drop_with_alt_opens_the_wizard_filled_in(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vmotion_gui.gui.drag.controller._wants_wizard", lambda: True)
    drag = window.parts.drag
    drag.pick_up(["vm-web-01"])
    assert drag.hover("host-2", QPoint(5, 5)).accepts
    assert drag.put_down("host-2")
    qtbot.waitUntil(lambda: bool(window.findChildren(MigrateWizard)))
    (wizard,) = window.findChildren(MigrateWizard)
    assert (wizard.draft.wish.kind, wizard.draft.wish.target) == (Kind.COMPUTE, "host-2")


@pytest.mark.parametrize("target", ["host-21", "datacenter-dr", "vcenter-dr"])
def test_a_drop_that_lacks_storage_and_networks_goes_on_in_the_wizard(
    window: MainWindow, qtbot: QtBot, target: str
) -> None:
    drag = window.parts.drag
    drag.pick_up(["vm-sandbox-01"])
    hover = drag.hover(target, QPoint(5, 5))
    assert hover.accepts
    qtbot.waitUntil(lambda: "wizard" in drag.hover(target, QPoint(5, 5)).lines[-1])
    assert drag.put_down(target)
    qtbot.waitUntil(lambda: bool(window.findChildren(MigrateWizard)))
    assert window.findChildren(MigrateWizard)[0].draft.wish.kind is Kind.EXPORT


def test_the_possible_targets_are_marked_without_a_drag_until_escape(window: MainWindow, qtbot: QtBot) -> None:
    marks: list[object] = []
    window.parts.drag.verdicts_changed.connect(marks.append)
    window.context.selection.select(["vm-web-01"])
    window.activateWindow()
    qtbot.keyClick(window.parts.topology.view, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    assert marks[-1] is not None
    assert "Possible targets of web-01" in window.statusBar().currentMessage()
    assert window.parts.drag.picked_up == (), "nothing waits to be put down"
    qtbot.keyClick(window.parts.topology.view, Qt.Key.Key_Escape)
    assert marks[-1] is None
    assert not window.parts.drag.active


# --- keyboard, languages ----------------------------------------------------------------------------------------------


def test_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.context.selection.select(["vm-web-01"])
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_M, Qt.KeyboardModifier.ControlModifier)
    (wizard,) = window.findChildren(MigrateWizard)

    def press(key: Qt.Key) -> None:
        qtbot.keyClick(wizard.focusWidget() or wizard, key)

    press(Qt.Key.Key_Return)
    assert wizard.step is Step.COMPUTE
    press(Qt.Key.Key_Down)
    assert wizard.draft.wish.target
    while wizard.step is not Step.READY:
        qtbot.waitUntil(wizard.next.isEnabled)
        press(Qt.Key.Key_Return)
    with qtbot.waitSignal(wizard.confirmed):
        press(Qt.Key.Key_Return)
    play_to_end(window)
    completed(window)


@pytest.mark.parametrize("code", ["en", "de"])
def test_nothing_is_cut_off_in_a_small_window(make_window: MakeWindow, qtbot: QtBot, code: str) -> None:
    window = make_window()
    window.context.language.choose(code)
    walk = Walk(qtbot, window, ["vm-sandbox-01"])
    wizard = walk.wizard
    assert wizard.width() <= 1280
    assert wizard.height() <= 800
    wizard.draft.change(kind=Kind.EXPORT, target="host-21", datastore="datastore-dr-01")
    for step in Step:
        wizard.go_to(step)
        qtbot.waitUntil(lambda: not _elided(wizard))
        cut = [text for widget in wizard.findChildren(QLabel) if (text := _cut(widget))]
        cut += [
            button.text()
            for button in wizard.findChildren(QAbstractButton)
            if button.isVisible() and button.width() < button.sizeHint().width()
        ]
        assert not cut, (step, cut)
    assert all(view.accessibleName() for view in wizard.findChildren(QTableView) if view.isVisible())


def _cut(label: QLabel) -> str:
    if not label.isVisible() or not label.text():
        return ""
    needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
    fits = label.height() >= needed and (label.wordWrap() or label.width() >= label.sizeHint().width())
    return "" if fits else label.text()


def _elided(wizard: MigrateWizard) -> list[str]:
    """Titles and cells that do not fit into their columns, and names in the rail."""
    found = []
    for table in wizard.findChildren(QTableView):
        if not table.isVisible():
            continue
        for column in range(table.model().columnCount()):
            needed = max(table.sizeHintForColumn(column), table.horizontalHeader().sectionSizeHint(column))
            if table.model().rowCount() and table.columnWidth(column) < needed:
                title = table.model().headerData(column, Qt.Orientation.Horizontal)
                found.append(f"{title}: {table.columnWidth(column)} < {needed}")
    if wizard.rail.sizeHintForColumn(0) > wizard.rail.viewport().width():
        found.append("steps")
    return found
