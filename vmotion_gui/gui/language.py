"""The window's language: Qt's own words, ours, and the domain's sentences, switched together at run time."""

from __future__ import annotations

from PySide6.QtCore import QLibraryInfo, QLocale, QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from vmotion_gui import resources
from vmotion_gui.messages import LANGUAGES, Catalogue, Message, catalogue


class Language(QObject):
    """The chosen language.

    Signals:
        changed(str): "en" or "de"; widgets also get their `LanguageChange` event from Qt.
    """

    changed = Signal(str)

    def __init__(self, application: QApplication, code: str = "") -> None:
        super().__init__(application)
        self._application = application
        self._translators: list[QTranslator] = []
        self._code = ""
        self._texts = b""
        """What the translator reads; it makes no copy."""
        self.choose(code or QLocale.system().name()[:2])

    @property
    def code(self) -> str:
        return self._code

    @property
    def catalogue(self) -> Catalogue:
        return catalogue(self._code)

    def choose(self, code: str) -> None:
        """Switch to a language; to English where it does not ship."""
        code = code if code in LANGUAGES else "en"
        if code == self._code:
            return
        self._code = code
        QLocale.setDefault(QLocale(code))
        for translator in self._translators:
            self._application.removeTranslator(translator)
        self._translators = [
            translator for translator in self._load() if self._application.installTranslator(translator)
        ]
        self.changed.emit(code)

    def _load(self) -> list[QTranslator]:
        qt, own = QTranslator(self), QTranslator(self)
        qt.load(f"qtbase_{self._code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        # A file that a translator maps must not change while it runs, as it does when another version is installed.
        self._texts = resources.path(f"translations/vmotion_gui_{self._code}.qm").read_bytes()
        own.load(self._texts)
        return [qt, own]

    def text(self, message: Message) -> str:
        """A domain message as a sentence of this language."""
        return self.catalogue.render(message)
