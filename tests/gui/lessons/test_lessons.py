"""A lesson is played in the real window: by mouse and by keyboard, forward and back, free play and return."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from tests.lessons.writing import LESSON, write_lesson
from vmotion_gui.gui.lessons.gallery import Gallery
from vmotion_gui.gui.lessons.pictures import NAMES, lesson_icon
from vmotion_gui.gui.lessons.progress import Progress
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.lessons.player import Player
from vmotion_gui.lessons.reading import load_lesson, shipped
from vmotion_gui.lessons.targets import WINDOW_TARGETS

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(make_window: MakeWindow, qtbot: QtBot) -> MainWindow:
    """A window that is shown, over the demo lab."""
    made = make_window()
    qtbot.waitExposed(made)
    return made


def begin(window: MainWindow, qtbot: QtBot, name: str = "01") -> Player:
    """Start a shipped lesson."""
    window.lessons.start(str(next(file for file in shipped() if file.name.startswith(name))))
    assert window.lessons.player is not None
    return window.lessons.player


def press(window: MainWindow, qtbot: QtBot, button: QPushButton) -> None:
    """Click a button of the lesson, and wait until what it begins is over."""
    assert button.isEnabled()
    qtbot.mouseClick(button, LEFT)
    qtbot.waitUntil(lambda: not window.lessons._ahead.isActive(), timeout=5000)


def test_every_target_that_a_lesson_may_name_is_registered_and_no_other(window: MainWindow) -> None:
    assert tuple(window.lessons.targets.widgets) == WINDOW_TARGETS
    widgets = list(window.lessons.targets.widgets.values())
    assert len(set(map(id, widgets))) == len(WINDOW_TARGETS)
    assert all(widget.window() is window for widget in widgets)


def test_every_target_can_be_lit(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    for target in (*WINDOW_TARGETS, "object:host-1", "object:vm-1", "object:ds-shared"):
        window.lessons.spotlight.point_at([target])
        qtbot.waitUntil(lambda: len(window.lessons.spotlight.rects) == 1)
        (rect,) = window.lessons.spotlight.rects
        assert window.rect().contains(rect.center())


def test_edges_regions_and_moments_can_be_lit(window: MainWindow, qtbot: QtBot) -> None:
    lessons, light = window.lessons, window.lessons.spotlight
    begin(window, qtbot)
    qtbot.waitUntil(lambda: not lessons.targets.rect("object:host-1").isEmpty())
    host, other, store = (lessons.targets.rect(f"object:{id_}") for id_ in ("host-1", "host-2", "ds-shared"))
    light.point_at(["region:host-1/host-2"])
    qtbot.waitUntil(lambda: len(light.rects) == 1)
    assert light.rects[0].contains(host.united(other).adjusted(5, 5, -5, -5))
    edge = lessons.targets.rect("edge:host-1/ds-shared")
    assert host.right() - 30 <= edge.left() <= edge.right() <= store.left() + 30
    window.context.commands.migrate([MigrationSpec(vm="vm-1", host="host-2")])
    window.context.session.pause()
    window.context.session.backend.advance(10.0)
    window.context.session.refresh()
    lessons.targets.show("moments:4/8")
    qtbot.waitUntil(lambda: window.parts.migration.charts.samples is not None)
    qtbot.waitUntil(lambda: not lessons.targets.rect("moments:4/6").isEmpty())
    charts = lessons.targets.rect("migration.charts")
    early, late = lessons.targets.rect("moments:4/6"), lessons.targets.rect("moments:6/8")
    assert charts.contains(early)
    assert charts.contains(late)
    assert abs(early.right() - late.left()) < 4
    assert abs(early.width() - late.width()) < 4
    assert lessons.targets.rect("edge:host-1/nobody").isEmpty()


def test_the_spotlight_stays_above_whatever_comes_to_the_front(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    for name in ("events", "migration", "inspector"):
        window.docks.show(name)
        window.lessons.spotlight.follow()
        assert window.children()[-1] is window.lessons.spotlight
    window.lessons.spotlight.point_at(())
    assert window.lessons.spotlight.isHidden()


def test_every_picture_that_a_lesson_may_name_exists(window: MainWindow) -> None:
    theme = window.context.themes.theme
    assert all(not lesson_icon(name, theme).isNull() for name in NAMES)


def test_a_lesson_is_played_to_its_end_by_its_buttons(window: MainWindow, qtbot: QtBot) -> None:
    player, pane = begin(window, qtbot), window.lessons.pane
    titles = []
    while not player.finished:
        titles.append(pane._title.text())
        press(window, qtbot, pane.next)
    assert titles[0] == "The task"
    assert "Stage 3: it resumes" in titles
    assert window.context.session.inventory.hosts["host-1"].maintenance_state == "inMaintenance"
    assert pane.next.text() == "Finish"
    assert all(goal.text().startswith("✓") for goal in pane._goals)
    press(window, qtbot, pane.next)
    assert window.lessons.player is None
    assert Progress(window.context.settings).done("first-vmotion")
    gallery = window.findChild(Gallery)
    assert gallery is not None
    gallery.close()


def test_the_clicker_and_the_keyboard_go_through_it(window: MainWindow, qtbot: QtBot) -> None:
    player = begin(window, qtbot)
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_PageDown)
    assert player.step.id == "predict"
    qtbot.keyClick(window, Qt.Key.Key_PageUp)
    assert player.step.id == "task"
    window.lessons.leave()
    assert not any(key.isEnabled() for key in window.lessons._keys)


def test_a_prediction_is_asked_and_answered(window: MainWindow, qtbot: QtBot) -> None:
    player, pane = begin(window, qtbot), window.lessons.pane
    press(window, qtbot, pane.next)
    choices = pane.findChildren(QRadioButton)
    choices[1].click()
    answer = next(button for button in pane.findChildren(QPushButton) if button.text() == "Answer")
    press(window, qtbot, answer)
    assert player.answers == {"downtime": 1}
    assert player.step.id == "drag"
    while player.step.id != "result":
        press(window, qtbot, pane.next)
    card = pane.findChild(type(pane._title), "resolution")
    assert card is not None
    assert card.text() == "✓ Your prediction was right: Less than a second."


def test_what_the_user_does_ends_the_step_and_starts_the_clock(window: MainWindow, qtbot: QtBot) -> None:
    player, session = begin(window, qtbot), window.context.session
    press(window, qtbot, window.lessons.pane.next)
    player.answer(None)
    window.lessons.go_on()
    assert player.step.id == "drag"
    assert not session.playing
    session.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="host-2")))
    assert player.step.id == "stage-one"
    assert session.playing
    session.set_speed(100.0)
    qtbot.waitUntil(lambda: player.fulfilled, timeout=5000)
    qtbot.waitUntil(lambda: not session.playing, timeout=5000)
    starts = [event.time_s for event in session.backend.events if event.type == "PassStarted"]
    assert session.backend.now_s == starts[0]
    press(window, qtbot, window.lessons.pane.next)
    assert player.step.id == "stage-two"
    assert len(session.backend.branches()) == 1
    session.pause()


def test_back_shows_the_moment_before_again(window: MainWindow, qtbot: QtBot) -> None:
    player, pane = begin(window, qtbot), window.lessons.pane
    while player.step.id != "result":
        press(window, qtbot, pane.next)
    assert window.context.session.inventory.vms["vm-1"].host == "host-2"
    narration = pane._narration.text()
    while player.step.id != "drag":
        press(window, qtbot, pane.back)
    assert window.context.session.inventory.vms["vm-1"].host == "host-1"
    while player.step.id != "result":
        press(window, qtbot, pane.next)
    assert pane._narration.text() == narration
    assert len(window.context.session.backend.branches()) == 1


def test_free_play_and_return(window: MainWindow, qtbot: QtBot) -> None:
    player, pane, session = begin(window, qtbot), window.lessons.pane, window.context.session
    backend = session.backend
    press(window, qtbot, pane.free)
    assert session.backend is not backend
    assert not pane.next.isEnabled()
    session.submit(Migrate(spec=MigrationSpec(vm="vm-2", host="host-1")))
    session.pause()
    press(window, qtbot, pane.free)
    assert session.backend is backend
    assert list(backend.migrations()) == []
    assert player.step.id == "task"


def test_charts_have_room_while_a_step_is_about_them(window: MainWindow, qtbot: QtBot) -> None:
    tasks, charts, view = window.docks["tasks"], window.docks["migration"], window.parts.topology.view
    window.docks.show("tasks")
    window.resizeDocks([tasks], [150], Qt.Orientation.Vertical)
    qtbot.waitUntil(lambda: tasks.height() < 200, timeout=2000)
    player, pane = begin(window, qtbot), window.lessons.pane
    while player.step.id != "stage-two":
        press(window, qtbot, pane.next)
    qtbot.waitUntil(lambda: charts.height() > 260, timeout=2000)
    for host in ("host-1", "host-2"):
        qtbot.waitUntil(lambda id_=host: view.sight().contains(view.rect_of(id_).center()), timeout=2000)
    window.docks.show("tasks")
    window.lessons.leave()
    qtbot.waitUntil(lambda: tasks.height() < 200, timeout=2000)


def test_leaving_brings_back_what_was_open(window: MainWindow, qtbot: QtBot) -> None:
    backend, title = window.context.session.backend, window.windowTitle()
    begin(window, qtbot)
    assert window.context.session.backend is not backend
    assert window.lessons.dock.isVisible()
    press(window, qtbot, window.lessons.pane.leave)
    assert window.context.session.backend is backend
    assert window.windowTitle() == title
    assert not window.lessons.dock.isVisible()
    assert not window.lessons.spotlight.isVisible()


def test_another_lab_ends_the_lesson(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    window.files._adopt(window.current.lab, "")
    assert window.lessons.player is None
    assert not window.lessons.dock.isVisible()


def test_the_language_changes_in_the_middle(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, qtbot)
    window.context.language.choose("de")
    assert window.lessons.pane._title.text() == "Die Aufgabe"
    assert window.lessons.pane.next.text() == "Weiter"
    assert window.lessons.dock.windowTitle() == "Lektion"


def test_the_gallery_reads_all_lessons_without_waiting_for_them(window: MainWindow, qtbot: QtBot) -> None:
    gallery = window.lessons.show_gallery()
    qtbot.waitUntil(lambda: gallery.complete and not gallery._timer.isActive(), timeout=5000)
    assert gallery.list.count() == 12
    assert gallery.list.item(0).text() == "A host must go offline\n4 min  ·  Beginner"
    assert gallery.start.isEnabled()
    qtbot.keyClick(gallery.list, Qt.Key.Key_Down)
    qtbot.keyClick(gallery.list, Qt.Key.Key_Return)
    assert window.lessons.player is not None
    assert window.lessons.player.lesson.id == "what-moves"


def test_a_broken_lesson_is_told_and_opens_nothing(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr("vmotion_gui.gui.lessons.controller.dialogs.show_lab_error", lambda *args: told.append(args[2]))
    window.lessons.start(str(write_lesson(tmp_path, LESSON.replace("minutes = 3", "minutes = 0"))))
    assert window.lessons.player is None
    assert "allowed is a whole number" in str(told[0])


@pytest.mark.slow
@pytest.mark.parametrize("file", shipped(), ids=lambda file: file.stem)
def test_every_lesson_is_finished_by_keys_alone_with_the_figures_of_a_run_without_a_window(
    window: MainWindow, qtbot: QtBot, file: Path
) -> None:
    alone = Player(load_lesson(file))
    while alone.complete() and alone.forward():
        pass
    player = begin(window, qtbot, file.stem)
    window.activateWindow()
    while not player.finished:
        qtbot.keyClick(window, Qt.Key.Key_PageDown)
        qtbot.waitUntil(lambda: not window.lessons._ahead.isActive(), timeout=5000)
    assert all(reached for _, reached in player.goals())
    assert player.backend.now_s == alone.backend.now_s
    assert player.backend.migrations() == alone.backend.migrations()
    assert player.backend.inventory == alone.backend.inventory
    window.lessons.leave()
