"""Both languages: every text translated, the compiled files current, and nothing left in English after switching."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDockWidget,
    QLabel,
    QTableView,
    QTabWidget,
    QWidget,
)

from tests.gui.conftest import MakeWindow, play_to_end, possible_moves
from tests.tools import update_translations
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.messages import LANGUAGES, catalogue


def test_every_text_has_a_finished_german_translation_and_the_compiled_files_are_current() -> None:
    assert update_translations.problems() == []


def test_placeholders_are_the_same_in_both_languages() -> None:
    texts = update_translations.texts(update_translations.FOLDER / "vmotion_gui_de.ts")
    pattern = re.compile(r"\{\w*\}|%n")
    different = [
        source
        for (_context, source), german in texts.items()
        if "%n" not in source and sorted(pattern.findall(german)) != sorted(pattern.findall(source))
    ]
    assert different == []


def shown_texts(window: QWidget) -> set[str]:
    """Everything that the window's widgets say."""
    found: set[str] = {action.text() for action in window.findChildren(QAction)}
    found |= {button.text() for button in window.findChildren(QAbstractButton)}
    found |= {label.text() for label in window.findChildren(QLabel)}
    found |= {dock.windowTitle() for dock in window.findChildren(QDockWidget)}
    for tabs in window.findChildren(QTabWidget):
        found |= {tabs.tabText(number) for number in range(tabs.count())}
    for box in window.findChildren(QComboBox):
        found |= {box.itemText(number) for number in range(box.count())}
    for widget in window.findChildren(QWidget):
        found |= {widget.toolTip(), widget.accessibleName()}
    for table in window.findChildren(QTableView):
        model = table.model()
        found |= {str(model.headerData(column, Qt.Orientation.Horizontal)) for column in range(model.columnCount())}
    return {text for text in found if text.strip()}


def switch(window: MainWindow, code: str) -> None:
    """Choose a language and let Qt tell every widget."""
    window.context.language.choose(code)
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def english_only() -> set[str]:
    """Source texts whose German is another one."""
    tree = ET.parse(update_translations.FOLDER / "vmotion_gui_de.ts")
    pairs = [(entry.findtext("source") or "", entry.findtext("translation") or "") for entry in tree.iter("message")]
    german = {translation for _source, translation in pairs}
    return {source for source, translation in pairs if source != translation} - german


@pytest.mark.parametrize("page", [0, 1, 2])
def test_no_english_is_left_after_switching_to_german(window: MainWindow, page: int) -> None:
    specs = possible_moves(window)
    window.context.commands.migrate(specs)
    play_to_end(window)
    window.tabs.setCurrentIndex(page)
    window.context.selection.select([specs[0].vm])
    switch(window, "de")
    left = shown_texts(window) & english_only()
    assert left == set()
    switch(window, "en")
    assert {"Topology", "Recent Tasks", "&File"} <= shown_texts(window)


def test_numbers_follow_the_language(window: MainWindow) -> None:
    window.context.session.backend.advance(1.5)
    window.context.session.refresh()
    assert window.parts.transport._clock.text() == "0:00:01.500"
    switch(window, "de")
    assert window.parts.transport._clock.text() == "0:00:01,500"


def test_domain_sentences_follow_the_language(window: MainWindow) -> None:
    window.context.commands.migrate(possible_moves(window))
    play_to_end(window)
    events = window.parts.events.model
    english = events.index(0, 0).data()
    switch(window, "de")
    assert events.index(0, 0).data() != english


def test_every_sentence_that_the_window_asks_the_catalogue_for_is_there() -> None:
    pattern = re.compile(r'"((?:edit|gui|start)\.[A-Za-z]+)"')
    used = {key for path in update_translations.sources() for key in pattern.findall(path.read_text(encoding="utf-8"))}
    assert used
    for language in LANGUAGES:
        assert used <= catalogue(language).keys, language
    assert {key for key in catalogue("en").keys if key.startswith(("edit.", "gui.", "start."))} <= used


def test_the_window_fits_a_small_screen_in_every_language(make_window: MakeWindow) -> None:
    sizes = []
    for language in LANGUAGES:
        window = make_window(show=False)
        switch(window, language)
        other = make_window(show=False)
        sizes.append(other.size().toTuple())
        switch(window, "en")
    assert sizes == [(1280, 800)] * len(LANGUAGES)
