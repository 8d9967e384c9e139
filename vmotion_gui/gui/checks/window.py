"""The window with all checks, by topics."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from vmotion_gui.compatibility.explanation import Explanation, explanations
from vmotion_gui.gui.checks.links import SCHEME
from vmotion_gui.gui.checks.page import page_of
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.reference.window import Entry, ReferenceWindow
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.lessons.explaining import LESSON_OF_TOPIC


class ChecksWindow(ReferenceWindow):
    """Every check before a migration."""

    scheme = SCHEME

    def __init__(self, language: Language, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._language = language
        self._themes = themes
        self.setWindowTitle(self.tr("Checks before a migration"))
        self.filter.setPlaceholderText(self.tr("Filter by words, fault or check"))
        self.tree.setAccessibleName(self.tr("Checks"))
        self.fill(map(self._entry, explanations().values()), (self.tr("Example"), self.tr("Fault")))

    def page_of(self, id_: str) -> str:
        return page_of(explanations()[id_], self._language, self._themes.theme)

    def lesson_of(self, id_: str) -> str:
        return LESSON_OF_TOPIC[explanations()[id_].topic]

    def _entry(self, check: Explanation) -> Entry:
        sentence, cure = (texts[self._language.code] for texts in (check.example.sentence, check.example.cure))
        searched = " ".join((check.id, check.fault, *check.also, sentence, cure))
        return Entry(check.id, (sentence, check.fault), searched, self._language.text(check.name))
