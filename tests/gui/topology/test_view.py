"""The view on the demo lab: what is where, looking around, selecting, following the estate."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.gui.topology.conftest import Stage
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.topology.picture import Detail
from vmotion_gui.inventory.changes import FieldsChanged, VmMoved
from vmotion_gui.inventory.commands import EditInventory


def _click(stage: Stage, at: QPoint, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.mouseClick(stage.view.viewport(), Qt.MouseButton.LeftButton, modifiers, at)


# --- what is where ----------------------------------------------------------------------------------------------------


def test_every_vm_and_host_is_found_where_it_says_it_is(stage: Stage) -> None:
    stage.view.zoom_to(1.0)
    for id_ in [*stage.inventory.vms, *stage.inventory.hosts, *stage.inventory.clusters, *stage.inventory.datacenters]:
        stage.view.center_on_object(id_)
        assert stage.view.object_at(stage.view.viewport_point_of(id_)) == id_


def test_datastores_subnets_sites_and_links_are_found_as_well(stage: Stage) -> None:
    inventory = stage.inventory
    for id_ in [*inventory.datastores, *inventory.subnets, *inventory.sites, *inventory.links]:
        assert stage.view.object_at(stage.view.viewport_point_of(id_)) == id_


def test_beside_everything_there_is_nothing(stage: Stage) -> None:
    assert stage.view.object_at(QPoint(3, 3)) == ""
    assert stage.view.rect_of("no such id").isEmpty()


# --- looking ----------------------------------------------------------------------------------------------------------


def test_at_first_everything_is_in_sight_and_stays_so_when_the_window_changes(stage: Stage) -> None:
    for size in ((1280, 800), (900, 600), (1600, 900)):
        stage.pane.resize(*size)
        sight = stage.view.sight().adjusted(-2, -2, 2, 2)
        assert all(sight.contains(stage.view.rect_of(id_)) for id_ in stage.inventory.vcenters)


def test_the_wheel_zooms_about_the_pointer(stage: Stage) -> None:
    host = stage.id_of("esx-01")
    at = stage.view.viewport_point_of(host)
    before = stage.view.zoom
    held = stage.view.mapToScene(at)
    wheel = QWheelEvent(
        QPointF(at),
        QPointF(at),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(stage.view.viewport(), wheel)
    assert stage.view.zoom == pytest.approx(before * 1.0015**240)
    assert (stage.view.mapFromScene(held) - at).manhattanLength() <= 2


def test_zoom_keeps_within_limits(stage: Stage) -> None:
    for _ in range(40):
        stage.view.zoom_in()
    nearest = stage.view.zoom
    for _ in range(80):
        stage.view.zoom_out()
    assert nearest == pytest.approx(2.5)
    stage.view.fit()
    assert stage.view.zoom > 0.05


def test_keys_zoom_fit_and_centre_on_the_selection(stage: Stage) -> None:
    view, host = stage.view, stage.id_of("esx-21")
    fitted = view.zoom
    QTest.keyClick(view, Qt.Key.Key_Plus)
    assert view.zoom > fitted
    QTest.keyClick(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(fitted)
    stage.selection.select([host])
    QTest.keyClick(view, Qt.Key.Key_F)
    assert view.zoom == pytest.approx(1.0)
    assert (view.viewport().rect().center() - view.mapFromScene(view.rect_of(host).center())).manhattanLength() <= 3
    QTest.keyClick(view, Qt.Key.Key_0)
    assert view.zoom == pytest.approx(fitted)


def test_details_appear_as_one_comes_nearer(stage: Stage) -> None:
    seen = []
    for zoom in (0.15, 0.25, 0.4, 1.0):
        stage.view.resetTransform()
        stage.view.scale(zoom, zoom)
        stage.view.picture.zoomed(zoom, stage.view.sight())
        seen.append(stage.view.picture.picture.detail)
    assert seen == [Detail.FAR, Detail.SUMMARY, Detail.MID, Detail.NEAR]


def test_dragging_the_ground_pans(stage: Stage) -> None:
    cluster = stage.id_of("Production")
    at = stage.show_closely(cluster)
    before = stage.view.mapToScene(at)
    QTest.mousePress(stage.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    for step in (20, 60, 100):
        QTest.mouseMove(stage.view.viewport(), at + QPoint(-step, -step // 2))
    QTest.mouseRelease(
        stage.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at + QPoint(-100, -50)
    )
    assert stage.view.mapFromScene(before) == at + QPoint(-100, -50)
    assert stage.selection.ids == (), "a pan is no click"


# --- selection --------------------------------------------------------------------------------------------------------


def test_a_click_selects_and_a_click_beside_selects_nothing(stage: Stage) -> None:
    vm = stage.id_of("app-01")
    _click(stage, stage.show_closely(vm))
    assert stage.selection.ids == (vm,)
    assert vm in stage.view.picture.picture.selected
    stage.view.fit()
    _click(stage, QPoint(3, 3))
    assert stage.selection.ids == ()


def test_control_click_toggles_and_shift_click_adds(stage: Stage) -> None:
    first, second = stage.id_of("app-01"), stage.id_of("app-05")
    stage.show_closely(first)
    at, there = stage.view.viewport_point_of(first), stage.view.viewport_point_of(second)
    _click(stage, at)
    _click(stage, there, Qt.KeyboardModifier.ControlModifier)
    assert stage.selection.ids == (first, second)
    _click(stage, at, Qt.KeyboardModifier.ControlModifier)
    assert stage.selection.ids == (second,)
    _click(stage, at, Qt.KeyboardModifier.ShiftModifier)
    assert stage.selection.ids == (second, first)


def test_a_rubber_band_selects_the_chips_that_it_touches(stage: Stage) -> None:
    host = stage.id_of("esx-06")
    stage.show_closely(host)
    chips = [stage.view.mapFromScene(stage.view.rect_of(vm)).boundingRect() for vm in stage.inventory.vms_on(host)]
    area = QRect()
    for chip in chips:
        area = area.united(chip)
    port, shift = stage.view.viewport(), Qt.KeyboardModifier.ShiftModifier
    QTest.mousePress(port, Qt.MouseButton.LeftButton, shift, area.topLeft() + QPoint(-4, -4))
    QTest.mouseMove(port, area.center())
    QTest.mouseMove(port, area.bottomRight() + QPoint(2, 2))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, shift, area.bottomRight() + QPoint(2, 2))
    assert set(stage.selection.ids) == set(stage.inventory.vms_on(host))


def test_what_is_selected_elsewhere_comes_into_sight(stage: Stage) -> None:
    near, far = stage.id_of("esx-01"), stage.id_of("esx-21")
    stage.show_closely(near)
    assert not stage.view.sight().intersects(stage.view.rect_of(far))
    stage.selection.select([far])
    assert stage.view.sight().contains(stage.view.rect_of(far).center())


def test_arrow_keys_walk_from_chip_to_chip_and_tab_through_a_card(stage: Stage) -> None:
    host = stage.id_of("esx-01")
    first, second = stage.inventory.vms_on(host)[:2]
    stage.selection.select([first])
    QTest.keyClick(stage.view, Qt.Key.Key_Right)
    assert stage.selection.ids == (second,)
    QTest.keyClick(stage.view, Qt.Key.Key_Left)
    assert stage.selection.ids == (first,)
    QTest.keyClick(stage.view, Qt.Key.Key_Tab)
    assert stage.selection.ids == (second,)


def test_double_click_and_enter_open(stage: Stage, qtbot: QtBot) -> None:
    host = stage.id_of("esx-02")
    at = stage.show_closely(host)
    with qtbot.waitSignal(stage.view.object_activated) as opened:
        QTest.mouseDClick(stage.view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    assert opened.args == [host]
    stage.selection.select([host])
    with qtbot.waitSignal(stage.view.object_activated):
        QTest.keyClick(stage.view, Qt.Key.Key_Return)


def test_a_right_click_selects_and_asks_for_the_menu(stage: Stage, qtbot: QtBot) -> None:
    vm = stage.id_of("web-01")
    at = stage.show_closely(vm)
    with qtbot.waitSignal(stage.pane.menu_requested):
        event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, stage.view.viewport().mapToGlobal(at))
        QApplication.sendEvent(stage.view.viewport(), event)
    assert stage.selection.ids == (vm,)


# --- following --------------------------------------------------------------------------------------------------------


def test_a_vm_that_moves_changes_its_card_and_nothing_else_moves(stage: Stage) -> None:
    vm, target = stage.id_of("app-01"), stage.id_of("esx-05")
    places = {id_: stage.view.rect_of(id_) for id_ in stage.inventory.hosts}
    others = {id_: stage.view.rect_of(id_) for id_ in stage.inventory.vms if id_ != vm}
    ready = FieldsChanged(id=target, fields={"maintenance_state": "normal"})
    assert stage.session.submit(EditInventory(changes=(ready, VmMoved(vm=vm, host=target)))).accepted
    assert stage.view.rect_of(target).contains(stage.view.rect_of(vm))
    assert {id_: stage.view.rect_of(id_) for id_ in places} == places
    assert {id_: stage.view.rect_of(id_) for id_ in others} == others


def test_both_themes_and_languages_are_taken_over(stage: Stage) -> None:
    light = stage.view.backgroundBrush().color()
    stage.themes.choose("dark")
    assert stage.view.backgroundBrush().color() != light
    stage.language.choose("de")
    QApplication.sendEvent(stage.view, QEvent(QEvent.Type.LanguageChange))
    assert stage.view.accessibleName()
    stage.language.choose("en")


def test_focus_that_came_by_key_is_framed(stage: Stage) -> None:
    stage.pane.bar.search.setFocus(Qt.FocusReason.TabFocusReason)
    corner = stage.view.viewport().grab().toImage().pixelColor(1, 1)
    stage.view.setFocus(Qt.FocusReason.MouseFocusReason)
    assert stage.view.viewport().grab().toImage().pixelColor(1, 1) == corner
    stage.pane.bar.search.setFocus(Qt.FocusReason.TabFocusReason)
    stage.view.setFocus(Qt.FocusReason.TabFocusReason)
    assert stage.view.viewport().grab().toImage().pixelColor(1, 1) == stage.themes.theme.color("info")


def test_hosts_are_marked_while_something_is_dragged(stage: Stage) -> None:
    vm, host = stage.id_of("app-01"), stage.id_of("esx-05")
    verdicts = stage.session.checker().hosts(vm)
    stage.view.set_verdicts(verdicts)
    severities = stage.view.picture.picture.severities
    assert severities is not None
    assert severities[host] is Severity.ERROR, "esx-05 is in maintenance mode"
    assert severities[stage.id_of("esx-02")] < Severity.WARNING
    stage.view.set_verdicts(None)
    assert stage.view.picture.picture.severities is None


def test_a_verdict_is_told_by_colour_and_by_shape(stage: Stage) -> None:
    stage.show_closely(stage.id_of("esx-05"))
    before = stage.view.grab().toImage()
    stage.view.set_verdicts(stage.session.checker().hosts(stage.id_of("app-01")))
    after = stage.view.grab().toImage()
    theme, host = stage.themes.theme, stage.view.mapFromScene(stage.view.rect_of(stage.id_of("esx-05"))).boundingRect()
    mark = host.topRight() + QPoint(-21, 21)
    ring = {after.pixelColor(mark + QPoint(dx, dy)).name() for dx in range(-8, 9) for dy in range(-8, 9)}
    assert theme.color("alert").name() in ring, "the cross stands on a disc of the alert colour"
    assert theme.color("background").name() in ring, "and is drawn in the background's colour"
    middle = host.center() + QPoint(0, 40)
    assert before.pixelColor(middle) != after.pixelColor(middle)
