"""The glossary: every word in both languages, with its meaning in that of the window."""

from __future__ import annotations

from html import escape

from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.glossary.marks import SCHEME
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.reference.window import Entry, ReferenceWindow
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.lessons.glossary import TERMS, Term
from vmotion_gui.messages import LANGUAGES, catalogue


class GlossaryWindow(ReferenceWindow):
    """German and English side by side."""

    scheme = SCHEME

    def __init__(self, language: Language, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(themes, parent)
        self._language = language
        self._themes = themes
        self._codes = sorted(LANGUAGES, key=lambda code: code != language.code)
        names = {"en": self.tr("English word"), "de": self.tr("German word")}
        self.setWindowTitle(self.tr("Glossary"))
        self.filter.setPlaceholderText(self.tr("Filter in both languages"))
        self.tree.setAccessibleName(self.tr("Terms"))
        entries = sorted(map(self._entry, TERMS.values()), key=lambda entry: entry.columns[0].casefold())
        self.fill(entries, [names[code] for code in self._codes])

    def page_of(self, id_: str) -> str:
        term, theme = TERMS[id_], self._themes.theme
        own, other = self._names(term)
        parts = [f"<h3>{escape(own)}</h3>"]
        if other != own:
            parts.append(f"<p style='color:{theme.muted}'>{escape(other)}</p>")
        parts.append(f"<p>{escape(self._language.text(term.text))}</p>")
        if term.also:
            also = self.tr("Also: {words}").format(words=", ".join(term.also))
            parts.append(f"<p style='color:{theme.muted}'>{escape(also)}</p>")
        links = [
            f"<a style='color:{theme.info}' href='{SCHEME}:{other}'>{escape(self._names(TERMS[other])[0])}</a>"
            for other in term.see
        ]
        if links:
            see = self.tr("See also:")
            parts.append(f"<p>{escape(see)} {', '.join(links)}</p>")
        return "".join(parts)

    def lesson_of(self, id_: str) -> str:
        return TERMS[id_].lesson

    def _names(self, term: Term) -> list[str]:
        """(2,) the name in the window's language, and in the other one."""
        return [catalogue(code).render(term.name) for code in self._codes]

    def _entry(self, term: Term) -> Entry:
        names = self._names(term)
        return Entry(term.id, tuple(names), " ".join((*names, *term.also, self._language.text(term.text))))
