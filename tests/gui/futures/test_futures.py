"""Shift+F: one thing otherwise from a past moment on, and both futures on one chart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow, play_to_end, possible_moves
from vmotion_gui.gui.futures.controller import FuturesController
from vmotion_gui.gui.futures.fork_dialog import ForkDialog
from vmotion_gui.gui.futures.window import FuturesWindow
from vmotion_gui.gui.window import MainWindow


def _asked(window: MainWindow, qtbot: QtBot) -> ForkDialog:
    """The dialog that Shift+F opens."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_F, Qt.KeyboardModifier.ShiftModifier)
    dialogs = [each for each in window.findChildren(ForkDialog) if each.isVisible()]
    assert len(dialogs) == 1
    return dialogs[0]


def _run_again(dialog: ForkDialog, knob: str, value: float, qtbot: QtBot) -> None:
    dialog.what.setCurrentIndex(dialog.what.findData(knob))
    dialog.row.field.typed.emit(value)
    assert dialog.ok.isEnabled()
    qtbot.mouseClick(dialog.ok, Qt.MouseButton.LeftButton)


def _futures(window: MainWindow) -> FuturesWindow:
    (shown,) = (each for each in window.findChildren(FuturesWindow) if each.isVisible())
    return shown


@pytest.mark.slow
def test_both_futures_of_a_move_are_on_one_chart(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    session = window.context.session
    controller = window.findChild(FuturesController)
    assert controller is not None
    assert controller.fork() is None
    assert controller.show() is None, "nothing has moved yet"

    spec = possible_moves(window)[0]
    window.context.commands.migrate([spec])
    play_to_end(window)
    session.rewind(4.0)
    dialog = _asked(window, qtbot)
    assert dialog.now.isChecked()
    dialog.what.setCurrentIndex(dialog.what.findData("memory"))
    assert not dialog.ok.isEnabled(), "a running move keeps its memory"
    _run_again(dialog, "bandwidth", 1e9, qtbot)
    qtbot.waitUntil(lambda: not controller.runner.busy and session.backend.current_branch == 1)
    shown = _futures(window)
    assert all(shown.chart.drawn()[:2])
    assert [shown.table.item(row, 0).text() for row in range(2)] == ["vMotion NIC 1.00 Gbit/s ✓", "Main line"]
    totals = [session.backend.future(branch, "migration-1") for branch in (0, 1)]
    old, new = (future[0] for future in totals if future is not None)
    assert (new.total_s or 0.0) > 1.5 * (old.total_s or 0.0)
    assert session.backend.branches()[1].forked_at_s == 4.0

    session.switch_branch(0)
    dialog = _asked(window, qtbot)
    assert not dialog.now.isEnabled(), "it has ended there"
    _run_again(dialog, "memory", 2.0 * 1024**3, qtbot)
    qtbot.waitUntil(lambda: not controller.runner.busy and session.backend.current_branch == 2)
    shown = _futures(window)
    assert shown.table.rowCount() == 3
    small = session.backend.migrations()["migration-1"]
    assert small.sent_bytes < 2.2 * 1024**3
    qtbot.mouseClick(shown.go, Qt.MouseButton.LeftButton)
    assert session.backend.current_branch != 2
    shown.close()
    assert not shown.isVisible()
