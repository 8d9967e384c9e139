"""The gallery: every lesson and lab with its picture, level, duration, and how far one has come."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import platformdirs
from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import level_icon, object_icon
from vmotion_gui.gui.lessons.authoring import asking
from vmotion_gui.gui.lessons.pictures import lab_picture, lesson_icon
from vmotion_gui.gui.lessons.progress import Progress
from vmotion_gui.gui.settings import APPLICATION, LESSON_FOLDER, Settings
from vmotion_gui.gui.words import quantity
from vmotion_gui.lessons.document import Lesson
from vmotion_gui.lessons.shelf import Entry, entries

_SHARE = 0.7
"""Of the window, for the gallery."""
_SIGN_SHARE = 0.6
_SMALL, _LARGE = QSize(96, 60), QSize(288, 180)


def own_folder(settings: Settings) -> Path:
    """Where a user's own lessons and labs are looked for: the chosen folder, else the program's own place for them."""
    chosen = settings.get(LESSON_FOLDER)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "lessons"


def ask_folder(parent: QWidget, folder: Path) -> str:
    """Which folder to look in; "" if none."""
    title = QCoreApplication.translate("Lessons", "Folder of your own lessons and labs")
    return QFileDialog.getExistingDirectory(parent, title, str(folder))


def _framed(sign: QIcon, size: QSize, scale: float) -> QPixmap:
    """A sign in the middle of as much room as a picture takes: rows that are alike are all measured by one."""
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    side = round(size.height() * _SIGN_SHARE)
    painter = QPainter(pixmap)
    sign.paint(painter, QRect((size.width() - side) // 2, (size.height() - side) // 2, side, side))
    painter.end()
    return pixmap


class Gallery(QDialog):
    """Lets the user choose a lesson or a lab. The files are read one after another, so that the window never waits.

    Signals:
        chosen(str): the path of the lesson to start.
        lab_chosen(str): the path of the lab to open.
    """

    chosen = Signal(str)
    lab_chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._progress = Progress(context.settings)
        self._entries: list[Entry] = []
        self._waiting: Iterator[Entry] = iter(())
        self.complete = False
        self.list = QListWidget(self)
        self._picture, self._title, self._text, self._folder = (QLabel(self) for _ in range(4))
        self._bar = QProgressBar(self)
        self.start, self.other, self.folder = (QPushButton(self) for _ in range(3))
        self._arrange()
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._start)
        self.start.clicked.connect(self._start)
        self.other.clicked.connect(self._ask_file)
        self.folder.clicked.connect(self._ask_folder)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.read_next)
        self._begin()

    def _arrange(self) -> None:
        self.setWindowTitle(self.tr("Lessons"))
        self.list.setIconSize(_SMALL)
        self.list.setSpacing(2)
        self.list.setUniformItemSizes(True)
        self.list.setMinimumWidth(380)
        self.list.setAccessibleName(self.tr("Lessons and labs"))
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.2)
        self._title.setFont(font)
        for label in (self._title, self._text):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._bar.setMaximumHeight(6)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress in the lesson"))
        self.start.setDefault(True)
        self.start.setEnabled(False)
        self.other.setText(self.tr("Open a lesson file…"))
        self.other.setAutoDefault(False)
        self.folder.setText(self.tr("Choose a folder…"))
        self.folder.setAutoDefault(False)
        self.folder.setToolTip(self.tr("Lessons and labs of this folder appear here, too."))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.other, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.rejected.connect(self.reject)
        self._lay_out(buttons)

    def _lay_out(self, buttons: QDialogButtonBox) -> None:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidget(self._text)
        side = QVBoxLayout()
        side.setContentsMargins(12, 0, 4, 0)
        side.setSpacing(10)
        for widget in (self._picture, self._bar, self._title):
            side.addWidget(widget)
        side.addWidget(area, 1)
        row = QHBoxLayout()
        row.addWidget(self.list, 3)
        row.addLayout(side, 2)
        below = QHBoxLayout()
        below.addWidget(self._folder, 1)
        below.addWidget(self.folder)
        layout = QVBoxLayout(self)
        layout.addLayout(row, 1)
        layout.addLayout(below)
        layout.addWidget(buttons)
        window = self.parentWidget()
        around = window.size() * _SHARE if window is not None else QSize()
        self.resize(QSize(900, 620).expandedTo(around))

    # --- reading ------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Read everything, from the first file on."""
        folder = own_folder(self._context.settings)
        self._folder.setText(self.tr("Your folder: {folder}").format(folder=folder))
        self._entries.clear()
        self.list.clear()
        self.complete = False
        self._waiting = entries(folder)
        self._timer.start(0)

    def read_next(self) -> None:
        """Read one more lesson or lab."""
        entry = next(self._waiting, None)
        if entry is None:
            self.complete = True
            self._timer.stop()
            return
        self._entries.append(entry)
        item = QListWidgetItem(self.list)
        item.setText(f"{self._title_of(entry)}\n{self._about(entry)}")
        picture = self._drawn(entry, _SMALL)
        icon = QIcon(picture)
        icon.addPixmap(picture, QIcon.Mode.Selected)
        item.setIcon(icon)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)

    def _drawn(self, entry: Entry, size: QSize) -> QPixmap:
        theme, scale = self._context.themes.theme, self.devicePixelRatioF()
        if entry.lab is None:
            sign = object_icon("datacenter", "normal", theme) if entry.usable else level_icon("error", theme)
            return _framed(sign, size, scale)
        icon = lesson_icon(entry.lesson.icon, theme) if entry.lesson is not None else None
        return lab_picture(entry.lab.inventory, theme, size, scale, icon)

    def _title_of(self, entry: Entry) -> str:
        if entry.lesson is not None:
            return entry.lesson.title.of(self._context.language.code)
        return (entry.lab.name if entry.lab is not None else "") or entry.path.name

    def _about(self, entry: Entry) -> str:
        if entry.lesson is not None:
            parts = [*self._about_lesson(entry.lesson), *([self.tr("yours")] if entry.own else [])]
            return "  ·  ".join(parts)
        if entry.lab is not None:
            sizes = self.tr("{hosts} hosts, {vms} virtual machines")
            estate = entry.lab.inventory
            return self.tr("Lab") + "  ·  " + sizes.format(hosts=len(estate.hosts), vms=len(estate.vms))
        if entry.usable:
            return self.tr("Lab") + "  ·  " + quantity(float(entry.unread_bytes), "bytes")
        return self.tr("Cannot be used")

    def _about_lesson(self, lesson: Lesson) -> list[str]:
        parts = [self.tr("{n} min").format(n=lesson.minutes), level_name(lesson.level)]
        reached = self._progress.reached(lesson.id)
        if self._progress.done(lesson.id):
            parts.append(self.tr("✓ done"))
        elif reached:
            parts.append(self.tr("step {n} of {all}").format(n=reached, all=len(lesson.steps)))
        return parts

    # --- choosing -----------------------------------------------------------------------------------------

    def _entry(self) -> Entry | None:
        row = self.list.currentRow()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def _show(self) -> None:
        entry = self._entry()
        self.start.setEnabled(entry is not None and entry.usable)
        self._bar.setVisible(entry is not None and entry.lesson is not None)
        if entry is None:
            self._picture.clear()
            self._title.clear()
            self._text.clear()
            return
        self.start.setText(self.tr("Start") if entry.lesson is not None or not entry.usable else self.tr("Open"))
        self._picture.setPixmap(self._drawn(entry, _LARGE))
        if entry.lesson is not None:
            whole = len(entry.lesson.steps)
            self._bar.setRange(0, whole)
            self._bar.setValue(
                whole if self._progress.done(entry.lesson.id) else self._progress.reached(entry.lesson.id)
            )
        self._title.setText(self._title_of(entry))
        self._text.setText("\n\n".join(part for part in self._told(entry) if part))

    def _told(self, entry: Entry) -> list[str]:
        parts = [self._about(entry)]
        if entry.lesson is not None:
            parts.append(entry.lesson.summary.of(self._context.language.code))
            sources = "\n".join(f"• {source.title}" for source in entry.lesson.sources)
            parts.append(self.tr("Sources") + "\n" + sources if sources else "")
        elif entry.lab is not None:
            parts.append(entry.lab.description)
        words = self._context.language
        return parts + [f"{problem.place}: {words.text(problem.text)}".removeprefix(": ") for problem in entry.problems]

    def _start(self) -> None:
        entry = self._entry()
        if entry is not None and entry.usable:
            self.accept()
            (self.chosen if entry.lesson is not None else self.lab_chosen).emit(str(entry.path))

    def _ask_file(self) -> None:
        path = asking.open_lesson(self, str(own_folder(self._context.settings)))
        if path:
            self.accept()
            self.chosen.emit(path)

    def _ask_folder(self) -> None:
        folder = ask_folder(self, own_folder(self._context.settings))
        if folder:
            self._context.settings.put(LESSON_FOLDER, folder)
            self._begin()


def level_name(level: str) -> str:
    """A lesson's level in the window's language."""
    return {
        "beginner": QCoreApplication.translate("Lessons", "Beginner"),
        "intermediate": QCoreApplication.translate("Lessons", "Intermediate"),
        "advanced": QCoreApplication.translate("Lessons", "Advanced"),
    }[level]
