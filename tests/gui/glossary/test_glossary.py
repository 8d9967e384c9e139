"""Every term is there in both languages; F1 opens the glossary at what has the focus, in dialogs too."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from tests.gui.conftest import possible_moves
from vmotion_gui import resources
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.glossary.marks import term_of
from vmotion_gui.gui.glossary.window import GlossaryWindow
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.lessons.glossary import TERMS
from vmotion_gui.messages import LANGUAGES, catalogue


def glossaries() -> list[GlossaryWindow]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, GlossaryWindow) and one.isVisible()]


def press_f1(widget: QWidget) -> GlossaryWindow:
    before = glossaries()
    QTest.keyClick(widget, Qt.Key.Key_F1)
    (opened,) = [one for one in glossaries() if one not in before]
    return opened


def test_every_term_is_there_in_every_language() -> None:
    assert len(TERMS) >= 60
    for language in LANGUAGES:
        words = catalogue(language)
        named = {key.split(".")[1] for key in words.keys if key.startswith("glossary.")}
        assert named == set(TERMS)
        names = [words.render(term.name) for term in TERMS.values()]
        assert len(set(names)) == len(names)
        for term in TERMS.values():
            assert re.search(r"[.!?]$", words.render(term.text))


def test_every_link_leads_somewhere() -> None:
    for term in TERMS.values():
        assert term.id not in term.see
        assert set(term.see) <= set(TERMS)
        assert resources.path(f"lessons/{term.lesson}.toml").is_file()


def test_every_page_can_be_read_and_its_links_followed(window: MainWindow) -> None:
    window.context.language.choose("de")
    glossary = GlossaryWindow(window.context.language, window.context.themes, window)
    glossary.show_entry("sdps")
    assert "gebremst" in glossary.page.toPlainText()
    assert glossary.lesson_of(glossary.shown) == "04-no-convergence"
    for term in TERMS:
        assert all(f"term:{other}" in glossary.page_of(term) for other in TERMS[term].see)
    glossary.filter.setText("dirty rate")
    assert "0" not in glossary.count.text()
    glossary.close()


def test_f1_explains_what_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.show("migration")
    window.activateWindow()
    stages = window.parts.migration.stages
    stages.setFocus()
    qtbot.waitUntil(stages.hasFocus)
    glossary = press_f1(window)
    assert glossary.shown == "stages"
    glossary.close()
    assert term_of(window.parts.migration.memory) == "working-set"
    assert term_of(window) == "vmotion"


def test_f1_works_over_a_modal_question(window: MainWindow, qtbot: QtBot) -> None:
    spec = possible_moves(window)[0]
    window.parts.drag.propose([spec.vm], spec.host)
    qtbot.waitUntil(lambda: window.findChild(ConfirmDialog) is not None)
    dialog = window.findChild(ConfirmDialog)
    assert dialog is not None
    qtbot.waitUntil(dialog.isActiveWindow)
    glossary = press_f1(dialog)
    assert glossary.parent() is dialog
    glossary.close()
    dialog.reject()


def test_a_tooltip_tells_the_meaning(window: MainWindow, qtbot: QtBot) -> None:
    window.docks.show("migration")
    memory = window.parts.migration.memory
    at = QPoint(5, 5)
    QApplication.sendEvent(memory, QHelpEvent(QEvent.Type.ToolTip, at, memory.mapToGlobal(at)))
    qtbot.waitUntil(QToolTip.isVisible)
    assert "Working set" in QToolTip.text()
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
