"""Recorded migrations: asked for, simulated in a process of their own, and shown beside what was measured."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from vmotion_gui import resources
from vmotion_gui.gui.comparison.dialog import ComparisonDialog
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.dialogs.progress import JobDialog
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.files.loading import compare_job
from vmotion_gui.gui.settings import LAST_FOLDER
from vmotion_gui.importers.comparison import Overlay
from vmotion_gui.messages import Message


class Recordings(QObject):
    """The comparison of recorded migrations with the engine."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self) -> None:
        """Compare recordings that the user chooses."""
        folder = str(self._context.settings.get(LAST_FOLDER))
        pattern = self.tr("Recorded migrations (*.json)")
        paths = dialogs.ask_open_many(self._window, folder, pattern, self._title())
        if paths:
            self._context.settings.put(LAST_FOLDER, str(Path(paths[0]).parent))
            self.compare(paths)

    def show_shipped(self) -> None:
        """Compare those that come with the program."""
        self.compare([str(path) for path in sorted(resources.path("recordings").glob("*.json"))])

    def compare(self, paths: Sequence[str]) -> None:
        """Simulate the recordings in a process of their own and show them."""
        text = self.tr("Simulating {count} recorded migrations…").format(count=len(paths))
        JobDialog(self._title(), text, self._context.language, self._compared, self._window).run(
            compare_job, tuple(paths)
        )

    def _compared(self, answer: tuple[Overlay, ...] | Message) -> None:
        if isinstance(answer, Message):
            dialogs.tell_problem(self._window, self._title(), self._context.language.text(answer))
        else:
            dialog = ComparisonDialog(answer, self._context, self._window)
            dialog.others_wanted.connect(self.ask)
            dialog.open()

    def _title(self) -> str:
        return self.tr("Measured and simulated")
