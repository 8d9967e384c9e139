"""File > Export: pages and pictures of what is shown, and what is said when they cannot be written."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import possible_moves
from tests.lessons.pages.reader import Page, harmless
from vmotion_gui.gui.export.slices import Slices
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.lessons.reading import shipped

Ask = Callable[[Path, str], None]


@pytest.fixture
def to(monkeypatch: pytest.MonkeyPatch) -> Ask:
    """Answers the next question for a file, with the chosen pattern."""

    def answer(path: Path, pattern: str = "") -> None:
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path) if path.name else "", pattern))

    return answer


def export_menu(window: MainWindow) -> dict[str, QAction]:
    """The actions of File > Export by their English texts."""
    menus = [action.menu() for action in window.menus.file.actions() if action.text() == "&Export"]
    (menu,) = (menu for menu in menus if isinstance(menu, QMenu))
    menu.aboutToShow.emit()
    return {action.text(): action for action in menu.actions()}


def moving(window: MainWindow) -> None:
    """Let a VM be on its way."""
    session = window.context.session
    assert session.submit(Migrate(spec=possible_moves(window)[0])).accepted
    session.pause()
    session.step()
    session.step()


def written(window: MainWindow, qtbot: QtBot, path: Path) -> None:
    work = window.exports.work
    if work is not None:
        qtbot.waitUntil(lambda: not work.running, timeout=5000)
    assert path.stat().st_size > 1000
    assert path.name in window.statusBar().currentMessage()


def test_the_run_as_a_page(window: MainWindow, qtbot: QtBot, to: Ask, tmp_path: Path) -> None:
    moving(window)
    to(tmp_path / "tonight", "Web pages (*.html)")
    export_menu(window)["Run as &web page…"].trigger()
    written(window, qtbot, tmp_path / "tonight.html")
    page = Page((tmp_path / "tonight.html").read_text(encoding="utf-8"))
    harmless(page)
    backend = window.context.session.backend
    (status,) = backend.migrations().values()
    assert backend.inventory.vms[status.vm].name in page.text
    assert "simulated" in page.text


def test_a_lesson_as_far_as_it_was_played(window: MainWindow, qtbot: QtBot, to: Ask, tmp_path: Path) -> None:
    assert not export_menu(window)["Work&sheet of the lesson…"].isEnabled()
    window.lessons.start(str(shipped()[0]))
    window.lessons.go_on()
    to(tmp_path / "lesson.html")
    window.exports.export_page()
    written(window, qtbot, tmp_path / "lesson.html")
    assert "1 The task" in Page((tmp_path / "lesson.html").read_text(encoding="utf-8")).text
    to(tmp_path / "sheet.html")
    export_menu(window)["Work&sheet of the lesson…"].trigger()
    written(window, qtbot, tmp_path / "sheet.html")
    sheet = Page((tmp_path / "sheet.html").read_text(encoding="utf-8"))
    harmless(sheet)
    assert "Worksheet: A host must go offline" in sheet.text
    window.lessons.leave()


def test_the_topology_as_vectors(window: MainWindow, qtbot: QtBot, to: Ask, tmp_path: Path) -> None:
    moving(window)
    view = window.parts.topology.view
    (status,) = window.context.session.backend.migrations().values()
    view.zoom_to(1.0)
    view.center_on_object(status.source_host)
    kept = {id_: item.cacheMode() for id_, item in view.picture.hosts.items()}
    to(tmp_path / "estate.svg")
    export_menu(window)["&Picture of the topology…"].trigger()
    written(window, qtbot, tmp_path / "estate.svg")
    root = ET.parse(tmp_path / "estate.svg").getroot()
    tags = [element.tag.partition("}")[2] for element in root.iter()]
    assert "image" not in tags
    families = [element.get("font-family") for element in root.iter() if element.get("font-family")]
    assert families
    assert all(family.endswith(", sans-serif") for family in families if family)
    texts = " ".join("".join(element.itertext()) for element in root.iter() if element.tag.endswith("}text"))
    assert "simulated" in texts
    inventory = window.context.session.inventory
    assert "VMs · ESXi" in texts
    assert inventory.vms[status.vm].name in texts
    assert kept == {id_: item.cacheMode() for id_, item in view.picture.hosts.items()}


def test_pictures_as_pixels(window: MainWindow, qtbot: QtBot, to: Ask, tmp_path: Path) -> None:
    to(tmp_path / "estate", "Pictures (*.png)")
    window.exports.export_topology()
    written(window, qtbot, tmp_path / "estate.png")
    to(tmp_path / "window.png")
    window.exports.export_window()
    written(window, qtbot, tmp_path / "window.png")
    estate, whole = (QImage(str(tmp_path / name)) for name in ("estate.png", "window.png"))
    assert estate.width() == 2 * window.parts.topology.view.viewport().width()
    assert (whole.width(), whole.height()) == (window.width(), window.height())
    colours = {estate.pixel(x, y) for x in range(0, estate.width(), 7) for y in range(0, estate.height(), 7)}
    assert len(colours) > 10


def test_nothing_chosen_writes_nothing(window: MainWindow, to: Ask, tmp_path: Path) -> None:
    to(Path())
    for action in export_menu(window).values():
        if action.isEnabled():
            action.trigger()
    assert list(tmp_path.glob("*.html")) + list(tmp_path.glob("*.svg")) + list(tmp_path.glob("*.png")) == []


def test_a_place_that_takes_no_file(
    window: MainWindow, qtbot: QtBot, to: Ask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    nowhere = tmp_path / "missing"
    to(nowhere / "run.html")
    window.exports.export_page()
    work = window.exports.work
    assert work is not None
    qtbot.waitUntil(lambda: not work.running)
    for name, export in (
        ("x.svg", window.exports.export_topology),
        ("x.png", window.exports.export_topology),
        ("x.png", window.exports.export_window),
    ):
        to(nowhere / name)
        export()
    assert len(said) == 4
    assert all("could not be written" in text for text in said)


def test_work_in_slices_can_be_given_up(qtbot: QtBot, qapp: QObject) -> None:
    held: list[str] = []
    ended: list[object] = []

    def endless() -> Iterator[float]:
        held.append("file")
        try:
            while True:
                yield 0.5
        finally:
            held.clear()

    work = Slices(endless(), lambda: ended.append("done"), ended.append, qapp)
    qtbot.waitUntil(lambda: bool(held))
    work.cancel()
    assert not work.running
    assert held == ended == []
    work.deleteLater()


def test_work_that_fails_is_never_taken_for_done(qtbot: QtBot, qapp: QObject) -> None:
    ended: list[object] = []

    def broken() -> Iterator[float]:
        yield 0.0
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        work = Slices(broken(), lambda: ended.append("done"), ended.append, qapp)
        qtbot.waitUntil(lambda: bool(raised))
    assert [kind for kind, *_ in raised] == [ZeroDivisionError]
    assert not work.running
    assert ended == []
    work.deleteLater()
