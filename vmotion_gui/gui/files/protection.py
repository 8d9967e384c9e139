"""Tells as long as a crash would lose what was done, and takes every command as a chance to be safe again."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.files.current import CurrentLab
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.messages import Message


class CrashProtection(QObject):
    """Keeps the journal of what is open."""

    def __init__(self, context: Context, current: CurrentLab, autosave: Autosave, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._current = current
        self._autosave = autosave
        self.label = QLabel(window)
        """Shown while nothing is kept; its tooltip says why."""
        self.label.hide()
        context.session.submitted.connect(self._submitted)
        context.session.time_changed.connect(self._look)
        context.themes.changed.connect(self._look)
        context.language.changed.connect(self._look)

    def begin(self) -> None:
        """Begin the journal of the lab that is open now."""
        error = self._autosave.begin(self._context.session, self._current.path)
        self._show(error.text if error is not None else None)

    def end(self) -> None:
        """The program ends as it should: no journal is left behind."""
        self._autosave.end(self._context.session)

    def _submitted(self, *_: object) -> None:
        if not self.label.isHidden():
            self.begin()
        else:
            self._look()

    def _look(self, *_: object) -> None:
        self._show(self._autosave.problem)

    def _show(self, problem: Message | None) -> None:
        if problem is None:
            self.label.hide()
            return
        sentence = self._context.language.text(problem)
        self.label.setText(self.tr("⚠ Not protected against a crash"))
        self.label.setStyleSheet(f"color: {self._context.themes.theme.warning_text}")
        self.label.setToolTip(sentence)
        self.label.setAccessibleDescription(sentence)
        self.label.show()
