"""The bar above the view, the overview map, and the search."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.gui.topology.conftest import Stage


def test_the_bar_switches_between_nested_and_graph(stage: Stage) -> None:
    nested = {id_: stage.view.rect_of(id_) for id_ in stage.inventory.hosts}
    stage.pane.bar.graph.click()
    assert stage.view.layout_mode == "graph"
    assert {id_: stage.view.rect_of(id_) for id_ in stage.inventory.hosts} != nested
    sight = stage.view.sight().adjusted(-2, -2, 2, 2)
    assert all(sight.contains(stage.view.rect_of(id_)) for id_ in stage.inventory.hosts)
    stage.pane.bar.nested.click()
    assert {id_: stage.view.rect_of(id_) for id_ in stage.inventory.hosts} == nested


def test_a_mode_set_by_program_presses_its_button(stage: Stage) -> None:
    stage.view.set_layout_mode("graph")
    assert stage.pane.bar.graph.isChecked()


def test_buttons_zoom_and_fit(stage: Stage) -> None:
    fitted = stage.view.zoom
    stage.pane.bar.zoom_in.click()
    stage.pane.bar.zoom_in.click()
    assert stage.view.zoom > fitted
    stage.pane.bar.fit.click()
    assert stage.view.zoom == fitted
    stage.selection.select([stage.id_of("esx-01")])
    stage.pane.bar.selection.click()
    assert stage.view.zoom > fitted


def test_search_marks_what_it_finds_and_enter_goes_round(stage: Stage) -> None:
    bar = stage.pane.bar
    bar.search.setText("cache-0")
    names = [stage.inventory.vms[id_].name for id_ in stage.pane.matches]
    assert len(names) >= 3
    assert all(name.startswith("cache-0") for name in names)
    assert stage.view.picture.picture.matches == frozenset(stage.pane.matches)
    shown = []
    for _ in range(len(names) + 1):
        QTest.keyClick(bar.search, Qt.Key.Key_Return)
        shown.append(stage.selection.current)
        assert stage.view.sight().contains(stage.view.rect_of(shown[-1]))
    assert shown == [*stage.pane.matches, stage.pane.matches[0]]
    QTest.keyClick(bar.search, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert stage.selection.current == stage.pane.matches[-1]
    QTest.keyClick(bar.search, Qt.Key.Key_Escape)
    assert stage.view.picture.picture.matches == frozenset()


def test_a_search_in_vain_says_so(stage: Stage) -> None:
    stage.pane.bar.search.setText("no such thing")
    assert stage.pane.bar.found.text() == "Nothing found"
    stage.pane.bar.search.clear()
    assert stage.pane.bar.found.text() == ""


def test_a_press_on_the_overview_map_goes_there(stage: Stage) -> None:
    stage.view.zoom_to(1.0)
    minimap = stage.pane.minimap
    for corner, side in ((QPoint(12, 60), "left"), (QPoint(minimap.width() - 12, 60), "right")):
        QTest.mouseClick(minimap, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, corner)
        middle = stage.view.sight().center().x() - stage.view.sceneRect().center().x()
        assert (middle < 0.0) is (side == "left")


def test_the_overview_map_shows_while_something_is_out_of_sight_and_it_is_wanted(stage: Stage) -> None:
    minimap = stage.pane.minimap
    assert not minimap.isVisible(), "everything is in sight"
    stage.view.zoom_to(1.0)
    assert minimap.isVisible()
    stage.pane.bar.map.click()
    assert not minimap.isVisible()
    stage.pane.bar.map.click()
    stage.pane.resize(500, 400)
    stage.view.zoom_to(1.0)
    assert minimap.width() <= 0.3 * stage.view.width()


def test_the_legend_is_shown_on_request_and_scrolls_where_it_does_not_fit(stage: Stage) -> None:
    area = stage.pane.legend_area
    assert not area.isVisible()
    stage.pane.bar.legend.click()
    QApplication.processEvents()
    assert area.isVisible()
    assert not area.verticalScrollBar().isVisible()
    for size in ((1280, 800), (700, 300)):
        stage.pane.resize(*size)
        QApplication.processEvents()
        assert stage.view.rect().contains(area.geometry())
    assert area.verticalScrollBar().isVisible()


def test_all_that_can_be_pressed_has_a_name_in_both_languages(stage: Stage) -> None:
    bar = stage.pane.bar
    for code in ("de", "en"):
        stage.language.choose(code)
        QApplication.processEvents()
        for button in (bar.nested, bar.graph, bar.fit, bar.selection, bar.zoom_in, bar.zoom_out, bar.legend, bar.map):
            assert button.accessibleName()
            assert button.toolTip()
        assert bar.search.accessibleName()
        assert stage.view.accessibleName()
        assert stage.pane.minimap.accessibleName()
        assert stage.pane.legend.accessibleDescription()
