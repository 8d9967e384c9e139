"""The dock of knobs: what is turned is foreseen at once, acts as a step, and is taken back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, possible_moves
from vmotion_gui.gui.knobs.quantity_field import STEPS, parsed, place_of, value_at
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.planning.tuning.knobs import Knob, dirty_rate

MIB = 1024.0**2


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("250 MB/s", "bytes_per_s", 250 * MIB),
        ("1,5 GB", "bytes", 1536 * MIB),
        ("25 Gbit/s", "bits_per_s", 25e9),
        ("40", "seconds", 0.04),
        ("0.5 s", "seconds", 0.5),
        ("3", "count", 3.0),
        ("much", "bytes", None),
        ("3 parsec", "bytes", None),
    ],
)
def test_quantities_are_typed_with_their_unit(text: str, unit: str, value: float | None) -> None:
    assert parsed(text, unit) == value


def test_a_slider_reaches_both_ends_and_comes_back_to_what_it_showed() -> None:
    knob = Knob(name="dirtyRate", value=0.0, least=0.0, most=16 * 1024 * MIB, unit="bytes_per_s")
    assert value_at(knob, 0) == knob.least
    assert value_at(knob, STEPS) == knob.most
    for place in range(0, STEPS + 1, 50):
        assert abs(place_of(knob, value_at(knob, place)) - place) <= 8, "two digits of the number"


def _drag(qtbot: QtBot, window: MainWindow, name: str, by: int) -> None:
    """Hold a slider's handle and take it so many pixels further, with the mouse."""
    slider = window.parts.knobs.rows[name].slider  # type: ignore[index]  # names of knobs
    x = round(4 + (slider.width() - 8) * slider.value() / STEPS)
    at = QPoint(x, slider.height() // 2)
    qtbot.mousePress(slider, Qt.MouseButton.LeftButton, pos=at)
    for step in range(1, 6):
        qtbot.mouseMove(slider, at + QPoint(by * step // 5, 0))
    qtbot.mouseRelease(slider, Qt.MouseButton.LeftButton, pos=at + QPoint(by, 0))


@pytest.mark.slow
def test_a_turn_is_foreseen_takes_effect_and_is_undone(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    session, panel = window.context.session, window.parts.knobs
    spec = possible_moves(window)[0]
    window.context.selection.select([spec.vm])
    window.docks.show("knobs")
    qtbot.waitUntil(lambda: bool(panel.rows) and panel.figures.simulated[1].text() != "–")
    before = dirty_rate(session.inventory.vms[spec.vm])
    foreseen = [label.text() for label in panel.figures.simulated]
    formula = [label.text() for label in panel.figures.formula]
    _drag(qtbot, window, "dirtyRate", 60)
    assert [label.text() for label in panel.figures.formula] != formula
    qtbot.waitUntil(lambda: dirty_rate(session.inventory.vms[spec.vm]) != before)
    qtbot.waitUntil(lambda: not panel.outlook.busy)
    assert [label.text() for label in panel.figures.simulated] != foreseen
    assert panel.chart.drawn()[1] > 0, "the curve before the turn stays"
    step = window.context.commands.history.undo_step
    assert step is not None
    assert "Dirty rate" in step.text()
    window.context.commands.undo()
    assert dirty_rate(session.inventory.vms[spec.vm]) == pytest.approx(before)

    row = panel.rows["switchoverGoal"]
    row.field.setFocus()
    row.field.selectAll()
    qtbot.keyClicks(row.field, "2 s")
    qtbot.keyClick(row.field, Qt.Key.Key_Return)
    assert session.backend.rules.switchover_goal_s == 2.0
    window.context.commands.undo()
    assert session.backend.rules.switchover_goal_s == 0.5

    panel.destination.setCurrentIndex(0)
    qtbot.mouseClick(panel.begin, Qt.MouseButton.LeftButton)
    session.pause()
    assert spec.vm in session.busy_vms()
    session.backend.advance(session.backend.now_s + 3.0)
    session.refresh()
    assert not panel.rows["memory"].slider.isEnabled()
    assert panel.rows["memory"].toolTip().count("<p>") >= 3, "and why"
    migration = session.busy_vms()[spec.vm]
    rate = session.backend.migrations()[migration].dirty_bytes_per_s
    panel.rows["dirtyRate"].field.typed.emit(500 * MIB)
    assert session.backend.migrations()[migration].dirty_bytes_per_s != rate, "at once"
    qtbot.waitUntil(lambda: not panel.outlook.busy)
    window.docks["knobs"].hide()
