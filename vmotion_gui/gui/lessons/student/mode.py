"""Student mode in the window: one student's record while a lesson plays, kept as a file at every change."""

from __future__ import annotations

import datetime
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu

from vmotion_gui.gui.lessons.student import asking
from vmotion_gui.gui.lessons.student.classroom import ClassroomDialog
from vmotion_gui.gui.lessons.student.dialog import StudentDialog, results_folder
from vmotion_gui.gui.settings import STUDENT
from vmotion_gui.lessons.player import Answer, Player
from vmotion_gui.lessons.results.document import StudentResult, place_of, write_result
from vmotion_gui.lessons.results.record import Record, answer_again, begun, fits
from vmotion_gui.lessons.results.score import score

if TYPE_CHECKING:
    from vmotion_gui.gui.window import MainWindow


class StudentMode(QObject):
    """Follows the lesson that plays. `record` is None without a student, and where an earlier result is kept.

    Signals: changed(): another student, or none any more.
    """

    changed = Signal()

    def __init__(self, window: MainWindow, clock: Callable[[], float] = time.monotonic) -> None:
        """`clock` gives the student's own time, in seconds."""
        super().__init__(window)
        self._window, self._clock = window, clock
        self._settings = window.context.settings
        self._path = Path()
        self._kept: StudentResult | None = None
        self.record: Record | None = None

    def fill(self, menu: QMenu) -> None:
        """Its entries in the Lessons menu."""
        menu.addSeparator()
        add = self._window.menus.add
        add(menu, lambda: self.tr("Student &mode…"), self.ask)
        add(menu, lambda: self.tr("Results of a &class…"), self.show_classroom)

    def ask(self) -> None:
        """Let the user say who plays. A lesson that plays is recorded from its next start on."""
        dialog = StudentDialog(self._settings, self._window)
        dialog.accepted.connect(self._renamed)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _renamed(self) -> None:
        if self.record is not None and self.record.result.student != self._settings.get(STUDENT):
            self.end()
        self.changed.emit()

    def show_classroom(self) -> ClassroomDialog:
        """The results of a class, as tables."""
        dialog = ClassroomDialog(self._window.context, results_folder(self._settings), self._window)
        dialog.show()
        return dialog

    # --- while a lesson plays -----------------------------------------------------------------------------

    def begin(self, player: Player) -> int:
        """A lesson begins; at which step, from 0, it is to be gone on with."""
        self.end()
        student, code = self._settings.get(STUDENT), self._window.context.language.code
        if not student:
            return 0
        try:
            self._path, known = place_of(results_folder(self._settings), student, player.lesson.id)
        except OSError as error:
            self._tell_unsaved(error)
            return 0
        started = datetime.datetime.now(datetime.UTC).astimezone().isoformat(timespec="seconds")
        new = begun(player.lesson, student, started)
        wish: asking.Wish = "again"
        if known is not None and known != msgspec.structs.replace(new, started=known.started):
            resumable = fits(known, player.lesson) and not known.finished
            wish = asking.ask_earlier(self._window, known, resumable=resumable)
        if wish == "keep":
            return 0
        resumed = known if wish == "resume" and known is not None else new
        self.record, self._kept = Record(resumed, code), None
        return resumed.step - 1

    def answer_again(self, player: Player) -> None:
        """While a lesson is brought to where the student left: the answer of before."""
        if self.record is not None:
            answer_again(player, self.record.result)

    def entered(self, player: Player) -> None:
        """The lesson is at another step, or at the beginning of this one."""
        if self.record is not None:
            self.record.entered(player, self._clock())

    def look(self, player: Player) -> None:
        """Something may have changed."""
        if self.record is not None:
            self.record.look(player, self._clock())
            if self._kept is None or _essence(self.record.result) != _essence(self._kept):
                self._save()

    def answered(self, player: Player, given: Answer) -> None:
        """A question was answered."""
        if self.record is not None:
            self.record.answered(player, given)

    def hinted(self, player: Player) -> None:
        """A hint was asked for."""
        if self.record is not None:
            self.record.hinted(player.step.id)
            self._save()

    def shown(self, player: Player) -> None:
        """The lesson is to do this step's exercise by itself."""
        if self.record is not None and player.step.exercise is not None:
            self.record.shown()

    def end(self) -> None:
        """The lesson is over, or another one begins."""
        if self.record is not None:
            self._save()
            self.record = None

    def line(self) -> str:
        """The student, and the points so far; empty if nobody's are counted."""
        if self.record is None:
            return ""
        points, name = score(self.record.result), self.record.result.student
        text = self.tr("{name}: {points} of {possible} points ({share})")
        return text.format(
            name=name, points=points.points, possible=points.possible, share=f"{points.share * 100.0:.0f}\u00a0%"
        )

    def _save(self) -> None:
        if self.record is None:
            return
        self._kept = self.record.result
        try:
            write_result(self._kept, self._path)
        except OSError as error:
            self._tell_unsaved(error)

    def _tell_unsaved(self, error: OSError) -> None:
        text = self.tr("The result could not be written: {reason}. Choose another folder in “Student mode”.")
        self._window.statusBar().showMessage(text.format(reason=error.strerror or str(error)))


def _essence(result: StudentResult) -> StudentResult:
    """A result without the time that goes on by itself."""
    replace = msgspec.structs.replace
    return replace(result, goals=tuple(replace(goal, time_s=0.0) for goal in result.goals))
