"""Presenter mode: what is put away comes back as it was, a clicker steps through the lesson, notes are beside it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QToolBar
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.lessons.reading import shipped

KEY = Qt.Key


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """A window that is shown, over the demo lab."""
    made = make_window()
    qtbot.waitExposed(made)
    return made


def press(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    """A key of the keyboard or the clicker; what it begins is over afterwards."""
    qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: not window.lessons._ahead.isActive(), timeout=5000)


def begin(window: MainWindow) -> None:
    window.lessons.start(str(shipped()[0]))


def seen(window: MainWindow) -> dict[str, bool]:
    """Which docks and bars are there."""
    docks = {dock.objectName(): dock.isVisibleTo(window) for dock in window.docks.all()}
    return docks | {bar.objectName(): bar.isVisibleTo(window) for bar in window.findChildren(QToolBar)}


def test_everything_is_put_away_and_comes_back(window: MainWindow, qtbot: QtBot) -> None:
    before, points = seen(window), QGuiApplication.font().pointSizeF()
    press(window, qtbot, KEY.Key_F11)
    assert window.presenter.presenting
    assert window.isFullScreen()
    assert not any(seen(window).values())
    assert window.menuBar().maximumHeight() == 0
    assert not window.statusBar().isVisible()
    assert QGuiApplication.font().pointSizeF() == pytest.approx(1.5 * points)
    press(window, qtbot, KEY.Key_F11)
    assert not window.presenter.presenting
    assert not window.isFullScreen()
    assert seen(window) == before
    assert window.statusBar().isVisible()
    assert QGuiApplication.font().pointSizeF() == pytest.approx(points)


def test_a_clicker_steps_through_the_lesson(window: MainWindow, qtbot: QtBot) -> None:
    begin(window)
    player = window.lessons.player
    assert player is not None
    view = window.parts.topology.view
    beside = view.zoom
    press(window, qtbot, KEY.Key_F11)
    qtbot.waitUntil(lambda: view.zoom > 1.3 * beside)
    slide = window.presenter.slide
    assert slide.isVisible()
    assert slide.title.text() == "The task"
    assert slide.number.text() == f"1 / {len(player.lesson.steps)}"
    press(window, qtbot, KEY.Key_PageDown)
    assert slide.title.text() == "Your prediction"
    assert slide.findChildren(QPushButton)[0].text() == "1   Not at all"
    press(window, qtbot, KEY.Key_2)
    assert player.answers == {"downtime": 1}
    while player.step.id != "stage-two":
        press(window, qtbot, KEY.Key_PageDown)
    assert window.docks["migration"].isVisible()
    qtbot.waitUntil(lambda: window.docks["migration"].height() > 0.5 * window.height(), timeout=2000)
    title = window.parts.migration._title
    assert title.height() >= min(title.heightForWidth(title.width()), 2 * title.fontMetrics().lineSpacing())
    assert not window.docks["tasks"].isVisible()
    assert not window.lessons.dock.isVisible()
    press(window, qtbot, KEY.Key_PageUp)
    assert player.step.id == "stage-one"
    while player.step.id != "result":
        press(window, qtbot, KEY.Key_PageDown)
    assert "✓ Your prediction was right" in slide.asked.text()
    press(window, qtbot, KEY.Key_Escape)
    assert window.lessons.dock.isVisible()
    assert window.lessons.player is player
    qtbot.waitUntil(lambda: view.zoom <= 1.0)
    assert view.sight().intersects(view.rect_of("host-1"))
    window.lessons.leave()


def test_an_answer_may_be_clicked(window: MainWindow, qtbot: QtBot) -> None:
    begin(window)
    player = window.lessons.player
    assert player is not None
    press(window, qtbot, KEY.Key_F11)
    press(window, qtbot, KEY.Key_PageDown)
    qtbot.mouseClick(window.presenter.slide.findChildren(QPushButton)[2], Qt.MouseButton.LeftButton)
    assert player.answers == {"downtime": 2}
    press(window, qtbot, KEY.Key_F11)
    window.lessons.leave()


def test_the_notes_are_another_window_that_steps_too(window: MainWindow, qtbot: QtBot) -> None:
    begin(window)
    press(window, qtbot, KEY.Key_F11)
    window.presenter.show_notes()
    notes = window.presenter.notes
    assert notes.isWindow()
    assert "Ask who has ever announced an outage" in notes.notes.toPlainText()
    assert notes.following.text() == "Next: Your prediction"
    qtbot.mouseClick(notes.next, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "Step 2 of" in notes.head.text())
    assert notes.notes.toPlainText().startswith("No notes for this step.")
    qtbot.keyClick(notes, KEY.Key_PageUp)
    qtbot.waitUntil(lambda: "Step 1 of" in notes.head.text())
    notes.close()
    press(window, qtbot, KEY.Key_F11)
    window.lessons.leave()


def test_what_a_speaker_points_with(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, KEY.Key_L)
    assert QGuiApplication.overrideCursor() is None
    press(window, qtbot, KEY.Key_F11)
    presenter = window.presenter
    press(window, qtbot, KEY.Key_L)
    assert QGuiApplication.overrideCursor() is not None
    press(window, qtbot, KEY.Key_M)
    assert presenter.lens.isVisible()
    presenter.lens.look_at(window.mapToGlobal(QPoint(300, 300)))
    shown = presenter.lens.shown.toImage()
    around = window.grab().toImage()
    ratio = shown.width() / 160
    assert shown.pixel(round(80 * ratio), round(80 * ratio)) == around.pixel(round(300 * ratio), round(300 * ratio))
    press(window, qtbot, KEY.Key_B)
    assert presenter.blank.isVisible()
    assert presenter.blank.size() == window.size()
    press(window, qtbot, KEY.Key_B)
    assert not presenter.blank.isVisible()
    press(window, qtbot, KEY.Key_F11)
    assert QGuiApplication.overrideCursor() is None
    assert presenter.lens.isHidden()


def test_space_plays_and_pauses(window: MainWindow, qtbot: QtBot) -> None:
    press(window, qtbot, KEY.Key_F11)
    press(window, qtbot, KEY.Key_Space)
    assert window.context.session.playing
    press(window, qtbot, KEY.Key_Space)
    assert not window.context.session.playing
    press(window, qtbot, KEY.Key_F11)


def test_a_window_that_closes_while_it_presents_remembers_how_it_was(window: MainWindow, qtbot: QtBot) -> None:
    before = seen(window)
    press(window, qtbot, KEY.Key_F11)
    window.files.may_close = lambda: True  # type: ignore[method-assign]  # nobody is there to answer
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.presenter.presenting
    window.show()
    assert window.docks.restore(window.context.settings, geometry=False)
    assert seen(window) == before
