"""The running program: application, settings, window, recovery, and the way out."""

from __future__ import annotations

import signal
import sys

from PySide6.QtCore import QCoreApplication, QSize, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from vmotion_gui.gui.crash import CrashReporter
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.files.controller import demo_path
from vmotion_gui.gui.files.recovery import Autosave, discard, left_behind
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import APPLICATION, LANGUAGE, THEME, ZOOM_PERCENT, Settings, state_folder
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.journal import JournalError, RecoveredSession, recover

_DEFAULT_SIZE = (1440, 900)
_SIGNAL_POLL_MS = 300


class Program:
    """Everything that lives from the start of the program to its end."""

    def __init__(self, language: str = "", theme: str = "") -> None:
        existing = QApplication.instance()
        self.application = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
        QCoreApplication.setApplicationName(APPLICATION)
        QGuiApplication.setApplicationDisplayName(APPLICATION)
        self.application.setQuitOnLastWindowClosed(False)
        self.settings = Settings()
        self.language = Language(self.application, language or self.settings.get(LANGUAGE))
        self.themes = ThemeManager(self.application, theme or self.settings.get(THEME))
        if self.settings.get(ZOOM_PERCENT) != 100:
            self.themes.set_zoom(self.settings.get(ZOOM_PERCENT))
        self.crashes = CrashReporter(self.application, state_folder())
        self.window: MainWindow | None = None
        self._pulse = QTimer(self.application)

    def run(
        self, lab_path: str, size: tuple[int, int] | None, quit_after_s: float | None, lesson_path: str = ""
    ) -> int:
        """Show the window, with a lesson if one is named; the exit status once it is closed."""
        self.crashes.install()
        self._listen_for_signals()
        window = self.open_window(lab_path, size)
        window.closed.connect(self._quit)
        if lesson_path:
            QTimer.singleShot(0, window, lambda: window.lessons.start(lesson_path))
        elif lab_path in ("", str(demo_path())):
            window.lessons.first.offer(self.settings)
        if quit_after_s is not None:
            QTimer.singleShot(round(quit_after_s * 1000), window, window.close)
        status = self.application.exec()
        self.end()
        return status

    # --- start ----------------------------------------------------------------------------------------------

    def open_window(self, lab_path: str, size: tuple[int, int] | None) -> MainWindow:
        """The window with the lab, or with the demo lab; shown."""
        lab = load(demo_path())
        session = Session(EmbeddedBackend(lab), self.application)
        autosave = Autosave(state_folder() / "recovery")
        window = MainWindow(session, lab, self.themes, self.language, self.settings, autosave)
        self.window = window
        window.resize(QSize(*size) if size else QSize(*_DEFAULT_SIZE).boundedTo(window.screen().availableSize()))
        known = window.docks.restore(self.settings, geometry=size is None)
        window.show()
        if not known:
            window.docks.arrange()  # sizes hold only once there is something to lay out
        window.parts.topology.setFocus()
        QTimer.singleShot(0, window, lambda: self._open_first(window, lab_path))
        return window

    def _open_first(self, window: MainWindow, lab_path: str) -> None:
        """What a crash left, else the lab that was asked for."""
        recovered = self._offer_recovery(window)
        if recovered is not None:
            window.files.recover(recovered)
        elif lab_path:
            window.files.open_path(lab_path)

    def _offer_recovery(self, window: MainWindow) -> RecoveredSession | None:
        journals = left_behind(state_folder() / "recovery")
        worth = [(path, found) for path in journals if (found := _recovered(path)) is not None and _is_worth(found)]
        chosen = worth[0] if worth and dialogs.ask_recover(window, len(worth)) else None
        for path in journals:
            if chosen is None or path == chosen[0]:
                discard(path)
        return chosen[1] if chosen is not None else None

    # --- end ------------------------------------------------------------------------------------------------

    def _listen_for_signals(self) -> None:
        """Ctrl+C and a polite kill close the window; Python hears of signals only while it runs now and then."""
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, self._signalled)
        self._pulse.timeout.connect(_breathe)
        self._pulse.start(_SIGNAL_POLL_MS)

    def _signalled(self, _number: int, _frame: object) -> None:
        if self.window is not None:
            self.window.close()

    def _quit(self) -> None:
        QTimer.singleShot(0, self.application, self.application.quit)

    def end(self) -> None:
        """After the event loop: take the window apart while the application still lives."""
        self.crashes.remove()
        self._pulse.stop()
        window, self.window = self.window, None
        if window is not None:
            session = window.context.session
            window.deleteLater()
            session.deleteLater()
            self.application.sendPostedEvents(None, 0)
            self.application.processEvents()


def _breathe() -> None:
    """Let Python look for signals."""


def _recovered(path: object) -> RecoveredSession | None:
    try:
        return recover(str(path))
    except (JournalError, LabError):
        return None


def _is_worth(session: RecoveredSession) -> bool:
    """Whether there is anything in it that was done by a person."""
    return any(branch.journal for branch in session.branches)
