"""The plan page: bars dragged elsewhere, refused in words, a destination by its cell, the plan played ahead."""

from __future__ import annotations

from collections.abc import Callable

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from tests.planning.maintenance.estates import estate, start, vm
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.maintenance.destinations import Destinations
from vmotion_gui.gui.wizards.maintenance.draft import Draft, Found
from vmotion_gui.gui.wizards.maintenance.move_table import TO
from vmotion_gui.gui.wizards.maintenance.page_plan import PlanPage
from vmotion_gui.inventory.entities import VirtualDevice
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.maintenance.ahead import estate_at
from vmotion_gui.planning.maintenance.decisions import prepare
from vmotion_gui.planning.maintenance.planner import alternatives, plan_maintenance
from vmotion_gui.simulation.engine import Engine

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 30_000
HOST = "host-9"


@pytest.fixture
def page(make_window: MakeWindow, qtbot: QtBot) -> PlanPage:
    """A plan page alone, with a plan."""
    window: MainWindow = make_window(show=False)
    lab = window.current.lab
    draft = Draft(window.context, lab, [HOST])
    first, *others = alternatives(Engine(lab).checkpoint(), [HOST])
    draft.found = Found(first, None, tuple((plan, None) for plan in others))
    page = PlanPage(draft, window)
    page.resize(900, 560)
    page.show()
    page.enter()
    return page


def found_of(page: PlanPage) -> Found:
    found = page.draft.found
    assert found is not None
    return found


def drag(page: PlanPage, qtbot: QtBot, key: int, to: Callable[[QPoint], QPoint]) -> None:
    gantt = page.gantt
    start = gantt.center_of(key)
    end = to(start)
    qtbot.mousePress(gantt, LEFT, pos=start)
    qtbot.mouseMove(gantt, (start + end) / 2)
    qtbot.mouseMove(gantt, end)
    qtbot.mouseRelease(gantt, LEFT, pos=end)


def free_host(page: PlanPage, key: int) -> str:
    """A host that the table has nothing against, and that the plan does not take."""
    plan = found_of(page).plan
    choices = page.moves.destinations.choices(plan, key)
    return next(host for host, _, reason in choices if not reason and host != plan.moves[key].spec.host)


def test_a_bar_on_another_host_is_another_destination_and_the_proposed_plan_comes_back(
    page: PlanPage, qtbot: QtBot
) -> None:
    before = found_of(page)
    host = free_host(page, 0)
    drag(page, qtbot, 0, lambda start: QPoint(start.x(), page.gantt.middle_of(host)))
    qtbot.waitUntil(lambda: found_of(page) is not before, timeout=TIMEOUT)
    after = found_of(page)
    assert after.plan.moves[0].spec.host == host
    assert next(bar for bar in page.gantt.bars() if bar.key == 0).group == host
    assert "Changed" in page.in_time.hint.text()
    assert page.others.cards[0].accessibleName() == "Changed by hand"
    assert after.duration is not None
    assert after.duration.least <= after.duration.most
    qtbot.mouseClick(page.in_time.reset, LEFT)
    assert found_of(page) is before
    assert not page.in_time.reset.isEnabled()


def test_a_host_that_the_table_forbids_takes_no_bar_and_says_why(page: PlanPage, qtbot: QtBot) -> None:
    before = found_of(page)
    refused = {key: page.in_time._judge(key) for key in range(len(before.plan.moves))}
    key, (host, reason) = next((key, next(iter(hosts.items()))) for key, hosts in refused.items() if hosts)
    gantt = page.gantt
    start, end = gantt.center_of(key), QPoint(gantt.center_of(key).x(), gantt.middle_of(host))
    qtbot.mousePress(gantt, LEFT, pos=start)
    qtbot.mouseMove(gantt, end - QPoint(0, 1))
    qtbot.mouseMove(gantt, end)
    assert reason in page.in_time.hint.text()
    qtbot.mouseRelease(gantt, LEFT, pos=end)
    assert not page.wisher.running
    assert found_of(page) is before


@pytest.mark.slow
def test_a_bar_dragged_later_waits_and_a_cell_changes_the_destination(page: PlanPage, qtbot: QtBot) -> None:
    before = found_of(page)
    drag(page, qtbot, 0, lambda start: start + QPoint(page.gantt.width(), 0))
    qtbot.waitUntil(lambda: found_of(page) is not before, timeout=TIMEOUT)
    later = found_of(page)
    vm = before.plan.moves[0].spec.vm
    moved = next(move for move in later.plan.moves if move.spec.vm == vm)
    assert moved.start_s > 0.0
    assert later.plan.makespan_s > before.plan.makespan_s
    host = free_host(page, 1)
    page.tabs.setCurrentIndex(1)
    table = page.moves
    table.setFocus()
    table.setCurrentCell(1, TO)
    qtbot.keyClick(table, Qt.Key.Key_F2)
    (box,) = table.findChildren(QComboBox)
    box.setCurrentIndex(box.findData(host))
    box.activated.emit(box.currentIndex())
    qtbot.waitUntil(lambda: found_of(page) is not later, timeout=TIMEOUT)
    assert found_of(page).plan.moves[1].spec.host == host
    assert page.tabs.currentWidget() is table


def test_the_slider_plays_the_plan_ahead_on_the_hosts(page: PlanPage, qtbot: QtBot) -> None:
    plan = found_of(page).plan
    stage, slider = page.in_time.stage, page.in_time.player.slider
    assert stage.picture is not None
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_PageUp)
    time_s = page.in_time.player.time_s
    assert 0.0 < time_s < plan.makespan_s
    picture = stage.picture.picture
    assert set(picture.leaving) == {move.spec.vm for move in plan.moves if move.start_s <= time_s < move.end_s}
    qtbot.keyClick(slider, Qt.Key.Key_End)
    inventory = page.draft.context.session.inventory
    assert not [vm for vm in picture.inventory.vms_on(HOST) if picture.inventory.vms[vm].power_state == "poweredOn"]
    ahead = estate_at(inventory, plan.moves, plan.makespan_s)
    assert {vm: ahead.vms[vm].host for vm in picture.inventory.vms} == {
        vm: machine.host for vm, machine in picture.inventory.vms.items()
    }
    assert "moved" in page.in_time.player.told.text()


def test_by_source_everything_queues_below_its_host_and_only_turns_can_be_dragged(page: PlanPage, qtbot: QtBot) -> None:
    plan = found_of(page).plan
    page.in_time.by.setCurrentIndex(1)
    assert {bar.group for bar in page.gantt.bars()} == {move.source for move in plan.moves}
    names = page.draft.context.name
    assert {bar.label for bar in page.gantt.bars()} == {
        f"{names(move.spec.vm)} → {names(move.spec.host)}" for move in plan.moves
    }
    told: list[object] = []
    page.in_time.wished.connect(told.append)
    other = next(group for group in page.gantt.groups() if group != plan.moves[0].source)
    drag(page, qtbot, 0, lambda start: QPoint(start.x(), page.gantt.middle_of(other)))
    assert not told
    page.in_time.by.setCurrentIndex(0)
    assert {bar.group for bar in page.gantt.bars()} == {move.spec.host for move in plan.moves}


def test_where_else_is_judged_as_if_what_was_decided_were_done(make_window: MakeWindow) -> None:
    drive = VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing="host:/dev/cdrom")
    inventory = estate([64.0] * 3, [vm(0, 0, devices=(drive,)), vm(1, 0)])
    window = make_window(Lab(inventory=inventory), show=False)
    prepared = prepare(inventory, ["host-0"], {"m0": "disconnect"})
    plan = prepared.noted(plan_maintenance(start(prepared.applied(inventory)), ["host-0"]))
    key = next(index for index, move in enumerate(plan.moves) if move.spec.vm == "m0")
    choices = Destinations(window.context).choices(plan, key)
    assert {host: bool(why) for host, _, why in choices} == {"host-1": False, "host-2": False}
    unprepared = msgspec.structs.replace(plan, preparations=())
    others = [
        choice
        for choice in Destinations(window.context).choices(unprepared, key)
        if choice[0] != plan.moves[key].spec.host
    ]
    assert others
    assert all(why for _, _, why in others)
