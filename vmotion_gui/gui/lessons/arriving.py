"""How people come to lessons and labs without a menu: a file dropped on the window, and an offer at the first start."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QLabel, QMainWindow, QPushButton, QSizePolicy, QToolBar

from vmotion_gui.gui.lessons.progress import Progress
from vmotion_gui.gui.settings import LESSON_OFFERED, Settings
from vmotion_gui.lessons.reading import is_lesson_file, load_lesson, shipped


class DroppedFiles(QObject):
    """Opens the one lesson or lab that is dropped on a window, wherever nobody else takes it."""

    def __init__(
        self, window: QMainWindow, open_lesson: Callable[[str], None], open_lab: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._open_lesson, self._open_lab = open_lesson, open_lab
        window.setAcceptDrops(True)
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QDragEnterEvent) and event.type() is QEvent.Type.DragEnter:
            if _file_of(event.mimeData()) is None:
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            return True
        if isinstance(event, QDropEvent) and event.type() is QEvent.Type.Drop:
            file = _file_of(event.mimeData())
            if file is None:
                return False
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            (self._open_lesson if is_lesson_file(file.name) else self._open_lab)(str(file))
            return True
        return super().eventFilter(watched, event)


def _file_of(data: QMimeData) -> Path | None:
    """The lesson or lab that is carried; None for anything else, and for several files."""
    urls = data.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    file = Path(urls[0].toLocalFile())
    return file if is_lesson_file(file.name) or file.suffix.lower() == ".json" else None


class FirstOffer(QToolBar):
    """A line at the top of the window: the first lesson, for who has never begun one and has not put it away."""

    def __init__(self, window: QMainWindow, start: Callable[[str], None], show_all: Callable[[], object]) -> None:
        super().__init__(window)
        self.setObjectName("first-offer")
        self.setMovable(False)
        self.toggleViewAction().setVisible(False)
        self._text = QLabel(self)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._text.setMargin(6)
        self.begin, self.every, self.dismiss = (QPushButton(self) for _ in range(3))
        for part in (self._text, self.begin, self.every, self.dismiss):
            self.addWidget(part)
        self.begin.clicked.connect(lambda: start(str(shipped()[0])))
        self.every.clicked.connect(show_all)
        self.dismiss.clicked.connect(self._put_away)
        self.hide()

    def offer(self, settings: Settings) -> None:
        """Show the line, if there is a reason to."""
        self._settings = settings
        if settings.get(LESSON_OFFERED) or Progress(settings).any:
            return
        self._retranslate()
        window = self.parentWidget()
        assert isinstance(window, QMainWindow)
        window.addToolBarBreak(Qt.ToolBarArea.TopToolBarArea)
        window.addToolBar(Qt.ToolBarArea.TopToolBarArea, self)
        self.show()

    def _put_away(self) -> None:
        self._settings.put(LESSON_OFFERED, True)
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and self.isVisible():
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        minutes = load_lesson(shipped()[0]).lesson.minutes
        text = self.tr("New here? The first lesson shows a vMotion in {n} minutes.").format(n=minutes)
        self._text.setText(text)
        self.begin.setText(self.tr("Start the first lesson"))
        self.every.setText(self.tr("All lessons…"))
        self.dismiss.setText(self.tr("Do not offer it again"))
        self.setWindowTitle(self.tr("For beginners"))
