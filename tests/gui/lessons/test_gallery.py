"""The gallery shows what lies in a user's folder; files are dropped on the window; the first start offers a lesson."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.lessons.writing import LESSON, small_lab, write_lesson
from vmotion_gui.gui.lessons import gallery as module
from vmotion_gui.gui.lessons.gallery import Gallery
from vmotion_gui.gui.settings import LESSON_FOLDER, LESSON_OFFERED
from vmotion_gui.gui.tree.view import InventoryTree
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.document import dumps
from vmotion_gui.lessons.shelf import MOST_READ_BYTES


def drop(target: QWidget, *files: Path) -> bool:
    """Let files go over a widget, as the window system would; whether somebody took them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    parts = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    enter = QDragEnterEvent(QPoint(20, 20), *parts)
    enter.ignore()
    QApplication.sendEvent(target, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(20, 20), *parts)
    QApplication.sendEvent(target.window(), event)
    return event.isAccepted()


def texts(gallery: Gallery) -> list[str]:
    """All rows of the list."""
    return [gallery.list.item(row).text() for row in range(gallery.list.count())]


def test_lessons_labs_and_broken_files_of_a_chosen_folder(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "mine"
    folder.mkdir()
    write_lesson(folder)
    write_lesson(folder, LESSON.replace("minutes = 3", "minutes = 0"), "broken.toml")
    (folder / "alone.json").write_bytes(dumps(small_lab()))
    (folder / "large.json").write_bytes(dumps(small_lab()) + b" " * MOST_READ_BYTES)
    window.lessons.progress.note("moving", 2, done=False)
    gallery = window.lessons.show_gallery()
    monkeypatch.setattr(module, "ask_folder", lambda *_: str(folder))
    gallery.folder.click()
    assert window.context.settings.get(LESSON_FOLDER) == str(folder)
    qtbot.waitUntil(lambda: gallery.complete, timeout=5000)
    assert texts(gallery)[12:] == [
        "broken.toml\nCannot be used",
        "Moving a machine\n3 min  ·  Beginner  ·  step 2 of 5  ·  yours",
        "alone.json\nLab  ·  2 hosts, 2 virtual machines",
        "large.json\nLab  ·  2.00 MB",
    ]
    room = gallery.list.iconSize()
    for row in range(gallery.list.count()):
        assert gallery.list.item(row).icon().actualSize(room) == room, "a smaller one would cut all the others"
    gallery.list.setCurrentRow(15)
    assert gallery.start.isEnabled()
    gallery.list.setCurrentRow(12)
    assert not gallery.start.isEnabled()
    assert "broken.toml:9 minutes" in gallery._text.text()
    gallery.list.setCurrentRow(13)
    assert (gallery._bar.value(), gallery._bar.maximum()) == (2, 5)
    assert not gallery._picture.pixmap().isNull()
    gallery.list.setCurrentRow(14)
    assert gallery.start.text() == "Open"
    gallery.start.click()
    assert window.current.path == str(folder / "alone.json")
    assert set(window.context.session.inventory.hosts) == {"h-1", "h-2"}


def test_a_lesson_or_lab_dropped_anywhere_on_the_window_opens(window: MainWindow, tmp_path: Path) -> None:
    lesson, lab = write_lesson(tmp_path), tmp_path / "lab.json"
    (tmp_path / "notes.txt").write_text("")
    (tree, *_) = (view.viewport() for view in window.findChildren(InventoryTree) if view.isVisible())
    assert not drop(tree, tmp_path / "notes.txt")
    assert not drop(tree, lesson, lab)
    assert drop(tree, lesson)
    assert window.lessons.player is not None
    assert window.lessons.player.lesson.id == "moving"
    window.lessons.leave()
    assert drop(window.parts.topology.view.viewport(), lab)
    assert window.current.path == str(lab)


def test_the_first_start_offers_the_first_lesson_until_one_was_begun(window: MainWindow, qtbot: QtBot) -> None:
    first, settings = window.lessons.first, window.context.settings
    first.offer(settings)
    assert first.isVisible()
    assert "4 minutes" in first._text.text()
    first.dismiss.click()
    assert not first.isVisible()
    first.offer(settings)
    assert not first.isVisible()
    settings.put(LESSON_OFFERED, False)
    first.offer(settings)
    first.begin.click()
    assert window.lessons.player is not None
    assert window.lessons.player.lesson.id == "first-vmotion"
    assert not first.isVisible()
    first.offer(settings)
    assert not first.isVisible()
