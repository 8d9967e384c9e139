"""Opens the window of all checks, from the Help menu and from every link beside a reason."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from vmotion_gui import resources
from vmotion_gui.gui.checks.links import SCHEME
from vmotion_gui.gui.checks.window import ChecksWindow
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.menus import Menus


class ChecksController(QObject):
    """Answers links of the scheme `check:`, wherever in the program they are clicked."""

    def __init__(self, context: Context, start_lesson: Callable[[str], None], window: QWidget) -> None:
        """`start_lesson` gets the path of a lesson."""
        super().__init__(window)
        self._context = context
        self._start_lesson = start_lesson
        self._window = window
        QDesktopServices.setUrlHandler(SCHEME, self, "open_url")  # type: ignore[arg-type]  # the stub says bytes; it takes str

    def fill_menu(self, menus: Menus) -> None:
        """The entry of the Help menu."""
        menus.add(menus.help, lambda: self.tr("&Checks before a migration…"), self.show, "Shift+F1")

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        """Show the check that a link names."""
        self.show().show_check(url.path())

    def show(self) -> ChecksWindow:
        """Open the window over whatever dialog is in front, which may be modal."""
        front = QApplication.activeModalWidget() or self._window
        shown = ChecksWindow(self._context.language, self._context.themes, front)
        shown.lesson_wanted.connect(lambda name: self._play(name, shown))
        shown.show()
        return shown

    def _play(self, name: str, shown: ChecksWindow) -> None:
        """The dialogs over the estate that the lesson leaves are about that estate: they close first."""
        shown.close()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        self._start_lesson(str(resources.path(f"lessons/{name}.toml")))
