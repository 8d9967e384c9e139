"""Drags that begin on a chip, come in from elsewhere, are dropped, or go by click and click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.topology.conftest import Stage
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.gui.drag.mime import to_mime
from vmotion_gui.gui.topology.causes import Cause, causes_at, short_text

_MOVE, _LEFT = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton
_PLAIN = Qt.KeyboardModifier.NoModifier


def _pull(stage: Stage, at: QPoint) -> None:
    port = stage.view.viewport()
    QTest.mousePress(port, _LEFT, _PLAIN, at)
    QTest.mouseMove(port, at + QPoint(3, 0))
    QTest.mouseMove(port, at + QPoint(QApplication.startDragDistance() + 2, 0))
    QTest.mouseRelease(port, _LEFT, _PLAIN, at + QPoint(QApplication.startDragDistance() + 2, 0))


def _enter(stage: Stage, vm: str, at: QPoint) -> tuple[QDragEnterEvent, object]:
    data = to_mime([vm], ["app-01"])
    event = QDragEnterEvent(at, _MOVE, data, _LEFT, _PLAIN)
    QApplication.sendEvent(stage.view.viewport(), event)
    return event, data


def _over(stage: Stage, vm: str, at: QPoint) -> QDragMoveEvent:
    data = to_mime([vm], ["app-01"])
    event = QDragMoveEvent(at, _MOVE, data, _LEFT, _PLAIN)
    event.ignore()
    QApplication.sendEvent(stage.view.viewport(), event)
    return event


def _drop(stage: Stage, vm: str, at: QPoint) -> QDropEvent:
    data = to_mime([vm], ["app-01"])
    event = QDropEvent(QPointF(at), _MOVE, data, _LEFT, _PLAIN)
    event.ignore()
    QApplication.sendEvent(stage.view.viewport(), event)
    return event


# --- out of the view --------------------------------------------------------------------------------------------------


def test_a_pulled_chip_starts_a_drag_of_its_vm_alone(stage: Stage) -> None:
    vm = stage.id_of("app-01")
    stage.selection.select([stage.id_of("app-05")])
    _pull(stage, stage.show_closely(vm))
    assert stage.drag.calls == [("start", (vm,), stage.view)]
    assert stage.selection.ids == (vm,)


def test_a_chip_of_the_selection_takes_the_others_along(stage: Stage) -> None:
    chosen = (stage.id_of("app-01"), stage.id_of("app-05"))
    stage.selection.select(chosen)
    _pull(stage, stage.show_closely(chosen[0]))
    assert stage.drag.calls == [("start", chosen, stage.view)]
    assert stage.selection.ids == chosen


def test_a_small_tremble_is_a_click(stage: Stage) -> None:
    vm = stage.id_of("app-01")
    at = stage.show_closely(vm)
    port = stage.view.viewport()
    QTest.mousePress(port, _LEFT, _PLAIN, at)
    QTest.mouseMove(port, at + QPoint(2, 1))
    QTest.mouseRelease(port, _LEFT, _PLAIN, at + QPoint(2, 1))
    assert stage.drag.calls == []
    assert stage.selection.ids == (vm,)


# --- onto the view ----------------------------------------------------------------------------------------------------


def test_a_drag_asks_the_port_what_it_is_over_and_lights_the_target_that_would_take_it(stage: Stage) -> None:
    vm, good, bad = stage.id_of("app-01"), stage.id_of("esx-02"), stage.id_of("esx-05")
    stage.drag.accepting = {good}
    at, there = stage.view.viewport_point_of(good), stage.view.viewport_point_of(bad)
    entered, _data = _enter(stage, vm, at)
    assert entered.isAccepted()
    assert _over(stage, vm, at).isAccepted()
    assert stage.view.picture.picture.target == good
    assert not _over(stage, vm, there).isAccepted()
    assert stage.view.picture.picture.target == ""
    assert stage.drag.calls == [("hover", good), ("hover", bad)]


def test_over_a_chip_the_drag_is_over_its_host(stage: Stage) -> None:
    vm, other = stage.id_of("app-01"), stage.id_of("web-02")
    at = stage.show_closely(other)
    _enter(stage, vm, at)
    _over(stage, vm, at)
    assert stage.drag.calls == [("hover", stage.inventory.vms[other].host)]


def test_leaving_tells_the_port_and_unlights_the_target(stage: Stage) -> None:
    vm, host = stage.id_of("app-01"), stage.id_of("esx-02")
    stage.drag.accepting = {host}
    at = stage.view.viewport_point_of(host)
    _enter(stage, vm, at)
    _over(stage, vm, at)
    QApplication.sendEvent(stage.view.viewport(), QDragLeaveEvent())
    assert stage.drag.calls[-1] == ("leave",)
    assert stage.view.picture.picture.target == ""


def test_what_a_refusing_host_does_not_reach_is_drawn_broken(stage: Stage) -> None:
    vm, near, far = stage.id_of("app-01"), stage.id_of("esx-02"), stage.id_of("esx-21")
    store = stage.inventory.vms[vm].home_datastore
    ties = stage.view.picture.picture.layout.ties
    assert store in ties.of_host[near]
    assert store not in ties.of_host[far]
    stage.view.set_verdicts(stage.session.checker().hosts(vm))
    box = stage.view.rect_of(store)
    for host, broken in ((far, True), (near, False)):
        at = stage.view.viewport_point_of(host)
        _enter(stage, vm, at)
        _over(stage, vm, at)
        edges = stage.view.picture.edges.broken_bounds()
        assert edges.intersects(box.adjusted(-5.0, -5.0, 5.0, 5.0)) is broken
        told = stage.view.picture.causes.causes
        assert (Cause(far, store, "datastore not shared") in told) is broken
        assert bool(told) is broken


def test_every_rule_that_refuses_has_a_few_words() -> None:
    for rule in RULES:
        assert 0 < len(short_text(rule.id)) <= 40


def test_a_missing_port_group_is_named_by_its_own_name_at_the_subnet_that_it_is_drawn_as(stage: Stage) -> None:
    vm, host = stage.id_of("build-01"), stage.id_of("esx-21")
    verdicts = stage.session.checker().hosts_for([vm])
    (told,) = [c for c in causes_at(stage.inventory, stage.view.picture.picture.layout, verdicts, host) if c.named]
    assert told.text == "port group missing"
    assert told.node in stage.inventory.subnets
    assert stage.inventory.portgroups[told.named].name == "VM Network"


def test_processors_that_do_not_fit_are_an_edge_between_the_hosts(stage: Stage) -> None:
    vm, other = stage.id_of("web-01"), stage.id_of("esx-07")
    verdicts = stage.session.checker().hosts(vm)
    stage.view.set_verdicts(verdicts)
    stage.view.picture.show_causes(other)
    own = stage.inventory.vms[vm].host
    assert Cause(other, own, "other CPU vendor") in stage.view.picture.causes.causes
    assert not stage.view.picture.edges.broken_bounds().isEmpty()
    stage.view.grab()
    stage.view.set_verdicts(None)
    assert stage.view.picture.causes.causes == ()
    assert stage.view.picture.edges.broken_bounds().isEmpty()


def test_what_a_host_itself_is_the_cause_of_is_told_beside_it(stage: Stage) -> None:
    vm, host = stage.id_of("web-01"), stage.id_of("esx-05")
    stage.view.set_verdicts(stage.session.checker().hosts(vm))
    stage.view.picture.show_causes(host)
    assert Cause(host, "", "maintenance mode") in stage.view.picture.causes.causes


def test_a_drop_goes_to_the_port(stage: Stage) -> None:
    vm, host, store = stage.id_of("app-01"), stage.id_of("esx-02"), stage.id_of("hq-vmfs-01")
    stage.drag.accepting = {host}
    for target in (host, store):
        at = stage.view.viewport_point_of(target)
        _enter(stage, vm, at)
        _over(stage, vm, at)
        assert _drop(stage, vm, at).isAccepted() is (target == host)
        assert stage.drag.calls[-1] == ("drop", (vm,), target)


def test_a_drop_on_nothing_is_no_drop(stage: Stage) -> None:
    vm, at = stage.id_of("app-01"), QPoint(3, 3)
    _enter(stage, vm, at)
    assert not _drop(stage, vm, at).isAccepted()
    assert all(call[0] != "drop" for call in stage.drag.calls)


def test_near_an_edge_the_picture_moves_until_the_drag_leaves(stage: Stage, qtbot: QtBot) -> None:
    vm = stage.id_of("app-01")
    stage.show_closely(vm)
    before = stage.view.sight()
    at = QPoint(stage.view.viewport().width() - 4, stage.view.viewport().height() // 2)
    _enter(stage, vm, at)
    _over(stage, vm, at)
    qtbot.waitUntil(lambda: stage.view.sight().left() > before.left() + 10.0)
    QApplication.sendEvent(stage.view.viewport(), QDragLeaveEvent())
    stopped = stage.view.sight()
    qtbot.wait(100)
    assert stage.view.sight() == stopped


def test_who_rests_on_a_cluster_comes_nearer_and_springs_back_when_the_drag_leaves(stage: Stage, qtbot: QtBot) -> None:
    vm, host = stage.id_of("app-01"), stage.id_of("esx-02")
    stage.view.fit()
    stage.view._dropping._rest.setInterval(20)
    before = stage.view.sight()
    at = stage.view.viewport_point_of(host)
    _enter(stage, vm, at)
    _over(stage, vm, at)
    qtbot.waitUntil(lambda: stage.view.sight().width() < before.width() / 1.2)
    assert stage.view.object_at(at) == host
    QApplication.sendEvent(stage.view.viewport(), QDragLeaveEvent())
    assert stage.view.sight().width() == pytest.approx(before.width(), rel=0.02)


# --- by click and click -----------------------------------------------------------------------------------------------


def test_what_was_picked_up_is_put_down_by_a_click(stage: Stage) -> None:
    vm, host = stage.id_of("app-01"), stage.id_of("esx-02")
    stage.drag.accepting = {host}
    stage.drag.pick_up([vm])
    stage.view.set_picked_up((vm,))
    at = stage.view.viewport_point_of(host)
    QTest.mouseMove(stage.view.viewport(), at)
    assert stage.drag.calls[-1] == ("hover", host)
    assert stage.view.picture.picture.target == host
    QTest.mouseClick(stage.view.viewport(), _LEFT, _PLAIN, at)
    assert stage.drag.calls[-1] == ("put_down", host)
    stage.view.set_picked_up(())
    assert stage.view.picture.picture.target == ""


def test_escape_gives_up_what_was_picked_up(stage: Stage) -> None:
    vm = stage.id_of("app-01")
    stage.drag.pick_up([vm])
    stage.view.set_picked_up((vm,))
    QTest.keyClick(stage.view, Qt.Key.Key_Escape)
    assert stage.drag.calls == [("cancel",)]


def test_escape_ends_a_rubber_band_without_selecting(stage: Stage) -> None:
    at = stage.show_closely(stage.id_of("esx-06"))
    port, shift = stage.view.viewport(), Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(port, _LEFT, shift, at)
    QTest.mouseMove(port, at + QPoint(200, 150))
    QTest.keyClick(stage.view, Qt.Key.Key_Escape)
    QTest.mouseRelease(port, _LEFT, shift, at + QPoint(200, 150))
    assert stage.selection.ids == ()
