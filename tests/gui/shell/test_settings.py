"""The settings dialog does what the menus do, at once, in whatever language."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vmotion_gui.gui.settings import REDUCED_MOTION, THEME, ZOOM_PERCENT
from vmotion_gui.gui.window import MainWindow


def test_a_choice_takes_effect_at_once_and_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    context, dialog = window.context, window.show_settings()
    themes, languages, sizes = dialog.boxes
    points = QApplication.font().pointSizeF()
    interval_ms = QApplication.keyboardInputInterval()
    QApplication.setKeyboardInputInterval(60_000)  # a choice takes effect between two letters, which may take long
    for box, value in ((themes, "Dark"), (sizes, "150"), (languages, "Deutsch")):
        box.setFocus()
        qtbot.keyClicks(box, value)  # as people do: type its first letters
    try:
        assert context.themes.theme.name == "dark"
        assert context.settings.get(THEME) == "dark"
        assert context.settings.get(ZOOM_PERCENT) == 150
        assert QApplication.font().pointSizeF() > points * 1.4
        qtbot.waitUntil(lambda: dialog.windowTitle() == "Einstellungen")
        assert themes.currentText() == "Dunkel"
        (check, _action), *_others = dialog.switches
        qtbot.mouseClick(check, Qt.MouseButton.LeftButton)
        assert context.settings.get(REDUCED_MOTION)
        assert window.parts.topology.view.overlay.reduced_motion
    finally:
        QApplication.setKeyboardInputInterval(interval_ms)
        context.themes.set_zoom(100)
        context.themes.choose("light")
        dialog.close()


def test_a_closed_dialog_follows_nothing_any_more(window: MainWindow, qtbot: QtBot) -> None:
    """What follows a signal of the window must not outlive its own widgets."""
    themes = window.context.themes
    dialog = window.show_settings()
    with qtbot.waitSignal(dialog.destroyed):
        dialog.close()
    next(action for action in window.menus.choices[0].actions.actions() if action.text() == "Dark").trigger()
    assert themes.theme.name == "dark"
    assert window.show_settings().boxes[0].currentText() == "Dark"
    themes.choose("light")


def test_the_panels_go_back_to_where_they_were_at_first(window: MainWindow, qtbot: QtBot) -> None:
    dock = window.docks["inventory"]
    dock.setFloating(True)
    window.docks["tasks"].hide()
    dialog = window.show_settings()
    qtbot.mouseClick(dialog.reset, Qt.MouseButton.LeftButton)
    assert not dock.isFloating()
    assert window.docks["tasks"].isVisible()
    dialog.close()
