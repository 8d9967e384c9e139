"""Variants side by side: all are played, one slider shows where each is at one time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, possible_moves
from vmotion_gui.gui.comparison.controller import ComparisonController


@pytest.mark.slow
def test_three_ways_go_on_together_and_end_differently(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    controller = window.findChild(ComparisonController)
    assert controller is not None
    window.context.selection.select([])
    assert controller.show() is None
    assert "powered-on" in window.statusBar().currentMessage()

    window.context.selection.select([possible_moves(window)[0].vm])
    dialog = controller.show()
    assert dialog is not None
    qtbot.waitUntil(lambda: not dialog.contest.busy)
    pre, post, stop = dialog.statuses()
    assert pre is not None
    assert post is not None
    assert stop is not None
    assert stop.downtime_s > pre.downtime_s
    assert dialog.table.item(2, 4).text() != dialog.table.item(0, 4).text()
    everything = dialog.chart.drawn()
    assert all(everything)
    assert len(window.context.session.backend.migrations()) == 0, "nothing happened in the lab"

    stand_still_s = stop.passes[-1].start_s + 0.5 * stop.passes[-1].duration_s
    dialog.slider.setValue(round(stand_still_s / dialog.end_s * 1000))
    assert "stands still" in dialog.table.item(2, 1).text()
    assert "source, pass 1" in dialog.table.item(0, 1).text()
    assert sum(dialog.chart.drawn()) < sum(everything)

    qtbot.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
    begun = dialog.slider.value()
    qtbot.waitUntil(lambda: dialog.slider.value() > begun)
    qtbot.mouseClick(dialog.play, Qt.MouseButton.LeftButton)
    assert dialog.play.text() == "Play"

    dialog.sets.setCurrentIndex(2)
    dialog.sets.activated.emit(2)
    qtbot.waitUntil(lambda: not dialog.contest.busy)
    assert dialog.table.rowCount() == 4
    slowest, *others = (status.end_s for status in dialog.statuses() if status is not None)
    assert dialog.end_s == slowest
    qtbot.mouseClick(dialog.chart.legend.buttons[0], Qt.MouseButton.LeftButton)
    assert dialog.end_s == max(others) < slowest
    dialog.close()
