"""Who is disturbed by moving pictures can have them stand still, and that is remembered."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.settings import REDUCED_MOTION
from vmotion_gui.gui.window import MainWindow


def switch(window: MainWindow) -> None:
    (action,) = [action for action in window.menus.view.actions() if action.text() == "Reduced &motion"]
    action.trigger()


def test_reduced_motion_is_switched_and_remembered(make_window: MakeWindow, qtbot: QtBot) -> None:
    first = make_window()
    assert not first.context.settings.get(REDUCED_MOTION)
    switch(first)
    assert first.context.settings.get(REDUCED_MOTION)
    second = make_window()
    assert second.parts.topology.view.overlay.reduced_motion
    switch(second)
    assert not second.parts.topology.view.overlay.reduced_motion
