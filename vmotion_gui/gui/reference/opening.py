"""Opens such a window from the Help menu and from links, over whatever dialog is in front."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from vmotion_gui import resources
from vmotion_gui.gui.reference.window import ReferenceWindow


class ReferenceOpener(QObject):
    """Answers the links of a window's scheme, wherever in the program they are clicked."""

    def __init__(
        self,
        make: Callable[[QWidget], ReferenceWindow],
        scheme: str,
        start_lesson: Callable[[str], None],
        window: QWidget,
    ) -> None:
        """`make` gets the widget over which it is shown, `start_lesson` the path of a lesson."""
        super().__init__(window)
        self._make = make
        self._start_lesson = start_lesson
        self._window = window
        QDesktopServices.setUrlHandler(scheme, self, "open_url")  # type: ignore[arg-type]  # the stub says bytes; it takes str

    @Slot(QUrl)
    def open_url(self, url: QUrl) -> None:
        """Show the entry that a link names."""
        self.show().show_entry(url.path())

    def show(self) -> ReferenceWindow:
        """A modal dialog lets only its own children be used: the window becomes one of them."""
        shown = self._make(QApplication.activeModalWidget() or self._window)
        shown.lesson_wanted.connect(lambda name: self._play(name, shown))
        shown.show()
        return shown

    def _play(self, name: str, shown: ReferenceWindow) -> None:
        """The dialogs over the estate that the lesson leaves are about that estate: they close first."""
        shown.close()
        for dialog in self._window.findChildren(QDialog):
            if dialog.isVisible():
                dialog.reject()
        self._start_lesson(str(resources.path(f"lessons/{name}.toml")))
