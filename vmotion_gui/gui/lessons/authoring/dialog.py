"""The window in which a lesson is written: its steps, the fields of one of them, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import serve_help_key
from vmotion_gui.gui.icons import level_icon
from vmotion_gui.gui.lessons.authoring.lesson_page import LessonPage
from vmotion_gui.gui.lessons.authoring.step_page import StepPage
from vmotion_gui.lessons.drafting import Draft, Finding
from vmotion_gui.messages import message

_CHECK_AFTER_MS = 250
"""Who types is not interrupted by the check of what is half written."""


class AuthoringWindow(QDialog):
    """Edits a draft.

    Signals:
        preview_wanted(), save_wanted(), pick_wanted(): what the buttons say.
        closed(): the user has closed it, all questions answered.
    """

    preview_wanted = Signal()
    save_wanted = Signal()
    pick_wanted = Signal()
    closed = Signal()

    def __init__(self, context: Context, draft: Draft, happened: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.draft = draft
        self._context = context
        self.may_close: Callable[[], bool] = lambda: True
        self.findings: list[Finding] = []
        self._marked: list[QWidget] = []
        self._step_count = -1
        self.steps, self.problems = QListWidget(self), QListWidget(self)
        self.lesson_page = LessonPage(draft, self)
        self.step_page = StepPage(draft, happened, self)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self.lesson_page)
        self._stack.addWidget(self.step_page)
        self._verdict = QLabel(self)
        self._buttons()
        self._arrange()
        self._check = QTimer(self)
        self._check.setSingleShot(True)
        self._check.setInterval(_CHECK_AFTER_MS)
        self._check.timeout.connect(self.look)
        self._connect()
        serve_help_key(self)
        self._fill_steps(0)
        self.look()

    # --- making -----------------------------------------------------------------------------------------------

    def _buttons(self) -> None:
        def button(text: str, tip: str, run: Callable[[], object]) -> QPushButton:
            made = QPushButton(text, self)
            made.setToolTip(tip)
            made.setAccessibleName(tip or text)
            made.setAutoDefault(False)
            made.clicked.connect(lambda: run())
            return made

        self.add = button(self.tr("Add"), self.tr("Add a step after this one"), self.add_step)
        self.remove = button(self.tr("Remove"), self.tr("Remove this step"), self.remove_step)
        self.up = button("▲", self.tr("Move this step up (Alt+Up)"), lambda: self.move_step(-1))
        self.down = button("▼", self.tr("Move this step down (Alt+Down)"), lambda: self.move_step(1))
        self.undo = button(self.tr("Undo"), self.tr("Take the last change back (Ctrl+Alt+Z)"), self.take_back)
        self.redo = button(self.tr("Redo"), self.tr("Do it again (Ctrl+Alt+Y)"), self.do_again)
        self.preview = button(self.tr("Preview"), "", self.preview_wanted.emit)
        self.save = button(self.tr("Save…"), "", self.save_wanted.emit)

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Write a lesson"))
        self.steps.setAccessibleName(self.tr("Steps"))
        self.problems.setAccessibleName(self.tr("What is wrong with it"))
        self.steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.problems.setMaximumHeight(96)
        self.problems.setWordWrap(True)
        self._verdict.setWordWrap(True)
        side = QWidget(self)
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.steps, 1)
        for row in ((self.add, self.remove, self.up, self.down), (self.undo, self.redo)):
            line = QHBoxLayout()
            for button in row:
                line.addWidget(button)
            left.addLayout(line)
        for narrow in (self.up, self.down):
            narrow.setMaximumWidth(40)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.addWidget(side)
        split.addWidget(self._stack)
        split.setStretchFactor(1, 1)
        split.setSizes([270, 700])
        box = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        box.addButton(self.preview, QDialogButtonBox.ButtonRole.ActionRole)
        box.addButton(self.save, QDialogButtonBox.ButtonRole.ActionRole)
        box.button(QDialogButtonBox.StandardButton.Close).setAutoDefault(False)
        box.rejected.connect(self.close)
        layout = QVBoxLayout(self)
        layout.addWidget(split, 1)
        layout.addWidget(self._verdict)
        layout.addWidget(self.problems)
        layout.addWidget(box)
        self.resize(1000, 700)

    def _connect(self) -> None:
        self.steps.currentRowChanged.connect(self._show_row)
        self.problems.itemActivated.connect(lambda _: self._go_to(self.problems.currentRow()))
        self.problems.itemClicked.connect(lambda _: self._go_to(self.problems.currentRow()))
        self.lesson_page.changed.connect(self._changed)
        self.step_page.changed.connect(self._changed)
        self.step_page.lights.pick_wanted.connect(self.pick_wanted)
        for key, run in (
            ("Ctrl+Alt+Z", self.take_back),
            ("Ctrl+Alt+Y", self.do_again),
            ("Alt+Up", lambda: self.move_step(-1)),
            ("Alt+Down", lambda: self.move_step(1)),
        ):
            QShortcut(QKeySequence(key), self, run)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Save), self, self.save_wanted.emit)

    # --- steps --------------------------------------------------------------------------------------------------

    @property
    def index(self) -> int | None:
        """The number of the step that is shown; None while it is the lesson as a whole."""
        row = self.steps.currentRow()
        return row - 1 if row > 0 else None

    def add_step(self) -> None:
        """An empty step after the one that is shown."""
        at = 0 if self.index is None else self.index + 1
        self._fill_steps(self.draft.add_step(at, message("lesson.draft.newStep")) + 1)

    def remove_step(self) -> None:
        """Without the step that is shown."""
        if self.index is not None:
            row = self.steps.currentRow()
            self.draft.remove_step(self.index)
            self._fill_steps(min(row, len(self.draft.lesson.steps)))

    def move_step(self, by: int) -> None:
        """The step that is shown changes its place."""
        if self.index is not None:
            self._fill_steps(self.draft.move_step(self.index, self.index + by) + 1)

    def take_back(self) -> None:
        """Take the last change back."""
        if self.draft.undo():
            self._fill_steps(min(self.steps.currentRow(), len(self.draft.lesson.steps)))

    def do_again(self) -> None:
        """Do again what was taken back."""
        if self.draft.redo():
            self._fill_steps(min(self.steps.currentRow(), len(self.draft.lesson.steps)))

    def _fill_steps(self, row: int) -> None:
        self.steps.blockSignals(True)
        self.steps.clear()
        for text in self._titles():
            QListWidgetItem(text, self.steps)
        self.steps.setCurrentRow(row)
        self.steps.blockSignals(False)
        self._show_row(row)
        self._check.start()

    def _titles(self) -> list[str]:
        code = self._context.language.code
        steps = self.draft.lesson.steps
        return [self.tr("The lesson"), *(f"{n}. {step.title.of(code)}" for n, step in enumerate(steps, start=1))]

    def _show_row(self, row: int) -> None:
        if self.index is None:
            self.lesson_page.show_lesson()
        else:
            self.step_page.show_step(self.index)
        self._stack.setCurrentIndex(0 if self.index is None else 1)
        for button in (self.remove, self.up, self.down):
            button.setEnabled(self.index is not None)
        self._mark()

    def _changed(self) -> None:
        for row, text in enumerate(self._titles()):
            if self.steps.item(row).text() != text:
                self.steps.item(row).setText(text)
        self._check.start()

    # --- what is wrong --------------------------------------------------------------------------------------------

    def look(self) -> None:
        """Check the draft, and show every problem where it is."""
        self.findings = self.draft.findings()
        words, theme = self._context.language, self._context.themes.theme
        self.problems.clear()
        for finding in self.findings:
            place = finding.place.removeprefix("$").removeprefix(".")
            line = self.tr("Line {n}").format(n=finding.line)
            item = QListWidgetItem(f"{line}  {place}: {words.text(finding.text)}", self.problems)
            item.setIcon(level_icon("error", theme))
        self.problems.setVisible(bool(self.findings))
        count = len(self.findings)
        self._verdict.setText(
            self.tr("Problems: {n}. Choose one to go there.").format(n=count) if count else self.tr("Nothing is wrong.")
        )
        self.preview.setEnabled(not count)
        self.save.setEnabled(not count)
        wrong = {finding.step for finding in self.findings}
        for row in range(self.steps.count()):
            step = row - 1 if row else None
            icon = level_icon("error", theme) if step in wrong else level_icon("done", theme)
            self.steps.item(row).setIcon(icon)
        self._mark()

    def _mark(self) -> None:
        """A frame and a tooltip where something is wrong on the page that is shown."""
        for field in self._marked:
            field.setStyleSheet("")
            field.setToolTip("")
        page = self.lesson_page if self.index is None else self.step_page
        self._marked = []
        for finding in self.findings:
            if finding.step == self.index:
                field = page.field(finding.field)
                colour = self._context.themes.theme.alert
                field.setStyleSheet(f"{type(field).__name__} {{ border: 2px solid {colour}; }}")
                field.setToolTip(self._context.language.text(finding.text))
                self._marked.append(field)

    def _go_to(self, number: int) -> None:
        if not 0 <= number < len(self.findings):
            return
        finding = self.findings[number]
        self.steps.setCurrentRow(0 if finding.step is None else finding.step + 1)
        if finding.step is None:
            self.lesson_page.field(finding.field).setFocus()
        else:
            self.step_page.bring(self.step_page.field(finding.field))

    # --- closing ------------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self._check.stop()
        event.accept()
        self.closed.emit()

    def reject(self) -> None:
        """Esc closes it as the button does."""
        self.close()
