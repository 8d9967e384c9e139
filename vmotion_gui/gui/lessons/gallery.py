"""The gallery: every lesson with its picture, level, duration, and how far one has come."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.lessons.pictures import lesson_icon
from vmotion_gui.gui.lessons.progress import Progress
from vmotion_gui.gui.settings import APPLICATION
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.document import Lesson
from vmotion_gui.lessons.reading import in_folder, load_lesson, shipped

_FILE = Qt.ItemDataRole.UserRole


def own_folder() -> Path:
    """Where a user's own lessons are looked for."""
    return Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "lessons"


class Gallery(QDialog):
    """Lets the user choose a lesson. The files are read one after another, so that the window never waits.

    Signals:
        chosen(str): the path of the lesson to start.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._progress = Progress(context.settings)
        self._lessons: dict[str, Lesson] = {}
        self._errors: dict[str, str] = {}
        self._waiting = [*shipped(), *in_folder(own_folder())]
        self.list = QListWidget(self)
        self._text = QLabel(self)
        self._arrange()
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._start)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.read_next)
        self._timer.start(0)

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Lessons"))
        self.list.setIconSize(QSize(32, 32))
        self.list.setSpacing(3)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumWidth(330)
        self.list.setAccessibleName(self.tr("Lessons"))
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._text.setMargin(10)
        self.start = QPushButton(self.tr("Start"), self)
        self.start.setDefault(True)
        self.start.setEnabled(False)
        self.start.clicked.connect(self._start)
        other = QPushButton(self.tr("Open a lesson file…"), self)
        other.setAutoDefault(False)
        other.clicked.connect(self._ask_file)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(other, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.addWidget(self.list, 3)
        row.addWidget(self._text, 2)
        layout = QVBoxLayout(self)
        layout.addLayout(row, 1)
        layout.addWidget(buttons)
        self.resize(860, 560)

    @property
    def complete(self) -> bool:
        """Whether all files have been read."""
        return not self._waiting

    def read_next(self) -> None:
        """Read one more lesson."""
        if not self._waiting:
            self._timer.stop()
            return
        file = self._waiting.pop(0)
        item = QListWidgetItem(self.list)
        item.setData(_FILE, str(file))
        try:
            lesson = load_lesson(file).lesson
        except LabError as error:
            item.setText(file.name)
            item.setIcon(lesson_icon("error", self._context.themes.theme))
            words = self._context.language
            self._errors[str(file)] = "\n\n".join(
                f"{problem.place}: {words.text(problem.text)}".removeprefix(": ") for problem in error.problems
            )
        else:
            self._lessons[str(file)] = lesson
            item.setText(f"{lesson.title.of(self._context.language.code)}\n{self._about(lesson)}")
            item.setIcon(lesson_icon(lesson.icon, self._context.themes.theme))
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _about(self, lesson: Lesson) -> str:
        parts = [self.tr("{n} min").format(n=lesson.minutes), level_name(lesson.level)]
        reached = self._progress.reached(lesson.id)
        if self._progress.done(lesson.id):
            parts.append(self.tr("✓ done"))
        elif reached:
            parts.append(self.tr("step {n} of {all}").format(n=reached, all=len(lesson.steps)))
        return "  ·  ".join(parts)

    def _file(self) -> str:
        item = self.list.currentItem()
        return str(item.data(_FILE)) if item is not None else ""

    def _show(self) -> None:
        file = self._file()
        lesson = self._lessons.get(file)
        self.start.setEnabled(lesson is not None)
        if lesson is None:
            self._text.setText(self._errors.get(file, ""))
            return
        code = self._context.language.code
        parts = [lesson.title.of(code), lesson.summary.of(code), self._about(lesson)]
        sources = "\n".join(f"• {source.title}" for source in lesson.sources)
        if sources:
            parts.append(self.tr("Sources") + "\n" + sources)
        self._text.setText("\n\n".join(parts))

    def _start(self) -> None:
        file = self._file()
        if file in self._lessons:
            self.accept()
            self.chosen.emit(file)

    def _ask_file(self) -> None:
        path, _ = QFileDialog.getOpenFileName(
            self, self.tr("Open a lesson file"), str(own_folder()), self.tr("Lessons (*.toml)")
        )
        if path:
            self.accept()
            self.chosen.emit(path)


def level_name(level: str) -> str:
    """A lesson's level in the window's language."""
    return {
        "beginner": QCoreApplication.translate("Lessons", "Beginner"),
        "intermediate": QCoreApplication.translate("Lessons", "Intermediate"),
        "advanced": QCoreApplication.translate("Lessons", "Advanced"),
    }[level]
