"""The trainer's table: a class's results, what each goal was like, and both as a file."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.lessons.student import asking
from vmotion_gui.gui.lessons.student.table import Cell, CellTable, Key
from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.lessons.results import classroom
from vmotion_gui.lessons.results.classroom import Classroom, Row, Statistic
from vmotion_gui.lessons.results.document import result_files
from vmotion_gui.messages import catalogue, message

_FILES_AT_ONCE = 4
_MOST_LINES = 5


class ClassroomDialog(QDialog):
    """Shows the results of a folder and of single files; they are read a few at a time."""

    def __init__(self, context: Context, folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context, self._folder = context, folder
        self._waiting: list[Path] = []
        self._room = Classroom(())
        self.students = CellTable(self.tr("Results by student"), self)
        self.goals = CellTable(self.tr("Goals and predictions"), self)
        self.notes = QLabel(self)
        self.choose, self.add, self.export = (QPushButton(self) for _ in range(3))
        self._place = QLabel(self)
        self._arrange(parent)
        self.choose.clicked.connect(self._choose)
        self.add.clicked.connect(self._add)
        self.export.clicked.connect(self._export)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._read_some)
        self._begin()

    def _arrange(self, parent: QWidget) -> None:
        self.setWindowTitle(self.tr("Results of a class"))
        self.choose.setText(self.tr("Choose a folder…"))
        self.add.setText(self.tr("Add files…"))
        self.export.setText(self.tr("Export…"))
        self.notes.setWordWrap(True)
        self.notes.setTextFormat(Qt.TextFormat.PlainText)
        self._place.setTextFormat(Qt.TextFormat.PlainText)
        tabs = QTabWidget(self)
        tabs.addTab(self.students, self.tr("Students"))
        tabs.addTab(self.goals, self.tr("Goals and predictions"))
        top = QHBoxLayout()
        top.addWidget(self._place, 1)
        for button in (self.choose, self.add):
            button.setAutoDefault(False)
            top.addWidget(button)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.export, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(top)
        layout.addWidget(tabs, 1)
        layout.addWidget(self.notes)
        layout.addWidget(buttons)
        self.resize(min(1140, max(640, parent.width() - 80)), 540)

    # --- reading ------------------------------------------------------------------------------------------

    @property
    def complete(self) -> bool:
        """Whether all files have been read."""
        return not self._waiting

    def _begin(self) -> None:
        self._room = Classroom(())
        self._place.setText(self.tr("Folder: {folder}").format(folder=self._folder))
        self._queue([self._folder] if self._folder.is_dir() else [])

    def _queue(self, places: Sequence[Path]) -> None:
        self._waiting += result_files(places)
        self._timer.start(0)

    def _read_some(self) -> None:
        now, self._waiting = self._waiting[:_FILES_AT_ONCE], self._waiting[_FILES_AT_ONCE:]
        more = classroom.collected(now)
        self._room = Classroom(self._room.results + more.results, self._room.broken + more.broken)
        if not self._waiting:
            self._timer.stop()
            self._show()

    def _show(self) -> None:
        words = catalogue(self._context.language.code)

        def titles(names: Sequence[str]) -> list[str]:
            return [words.render(message(f"results.column.{name}")) for name in names]

        rows = [_cells(classroom.row_cells(row, words), _row_keys(row)) for row in self._room.rows()]
        self.students.show_rows(titles(classroom.ROW_COLUMNS), rows)
        found = [_cells(classroom.statistic_cells(one, words), _keys(one)) for one in self._room.statistics()]
        self.goals.show_rows(titles(classroom.STATISTIC_COLUMNS), found)
        lines = classroom.broken_lines(self._room, words)[:_MOST_LINES]
        if not self._room.results:
            lines.insert(0, self.tr("There are no results here yet. In student mode each lesson leaves a file."))
        self.notes.setText("\n".join(lines))
        self.notes.setVisible(bool(lines))
        self.export.setEnabled(bool(self._room.results))

    # --- what the buttons do ------------------------------------------------------------------------------

    def _choose(self) -> None:
        folder = asking.ask_folder(self, self._folder)
        if folder:
            self._folder = Path(folder)
            self._waiting.clear()
            self._begin()

    def _add(self) -> None:
        files = asking.ask_files(self, self._folder)
        if files:
            self._queue([Path(file) for file in files])

    def _export(self) -> None:
        target = asking.ask_export(self)
        if not target:
            return
        words = catalogue(self._context.language.code)
        page = Path(target).suffix.lower() in (".html", ".htm")
        text = classroom.html_page(self._room, words) if page else "\ufeff" + classroom.csv_text(self._room)
        try:
            write_atomically(Path(target), text.encode())
        except OSError as error:
            about = self.tr("{file} could not be written: {reason}. Choose another place.")
            about = about.format(file=target, reason=error.strerror or str(error))
            QMessageBox.warning(self, self.windowTitle(), about)


def _cells(texts: Sequence[str], keys: Sequence[Key]) -> list[Cell]:
    return list(zip(texts, keys, strict=True))


def _row_keys(row: Row) -> tuple[Key, ...]:
    """By what the columns of `classroom.ROW_COLUMNS` are sorted."""
    goals, predictions = float(row.goals_reached), float(row.predictions_right)
    step = 1.0 if row.finished else row.step / (row.steps + 1.0)
    numbers = (float(row.points), row.share, goals, float(row.attempts), row.time_s, predictions, float(row.hints))
    return (row.student, row.lesson, *numbers, step)


def _keys(one: Statistic) -> tuple[Key, ...]:
    """By what the columns of `classroom.STATISTIC_COLUMNS` are sorted."""
    share = one.right / one.students if one.students else -1.0
    return (one.lesson, one.text.en, float(one.right), share, float(one.shown), one.median_time_s, one.mean_attempts)
