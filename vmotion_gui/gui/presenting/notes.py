"""The second window, which the class does not see: what to say, what comes next, how long it has taken."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from vmotion_gui.lessons.player import Player

_SIZE = QSize(760, 520)
_TICK_MS = 1000


class NotesWindow(QWidget):
    """Shows a player's present step to who speaks. Signals: next_wanted(), back_wanted(), closed()."""

    next_wanted = Signal()
    back_wanted = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("speakerNotes")
        self._player: Player | None = None
        self._language = "en"
        self._ticks = 0
        self.head, self.following, self.clock, self.keys = (QLabel(self) for _ in range(4))
        self.notes = QPlainTextEdit(self)
        self.notes.setReadOnly(True)
        self.back, self.next, self.restart = (QPushButton(self) for _ in range(3))
        self._arrange()
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._tick)
        self.next.clicked.connect(self.next_wanted)
        self.back.clicked.connect(self.back_wanted)
        self.restart.clicked.connect(self._begin)
        QShortcut(QKeySequence("PgDown"), self, self.next_wanted.emit)
        QShortcut(QKeySequence("PgUp"), self, self.back_wanted.emit)
        self._retranslate()

    def _arrange(self) -> None:
        for label in (self.head, self.following, self.clock):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.head.setWordWrap(True)
        self.following.setWordWrap(True)
        self.keys.setWordWrap(True)
        head, buttons, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.head, 1)
        head.addWidget(self.clock)
        for button in (self.back, self.next):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.restart)
        layout.addLayout(head)
        layout.addWidget(self.notes, 1)
        layout.addWidget(self.following)
        layout.addLayout(buttons)
        layout.addWidget(self.keys)

    def _enlarge(self) -> None:
        """Type by the window's own, which presenter mode enlarges."""
        for label, factor in ((self.head, 1.25), (self.following, 1.0), (self.clock, 1.5)):
            font = QApplication.font()
            font.setPointSizeF(font.pointSizeF() * factor)
            font.setBold(label is not self.following)
            label.setFont(font)
        font = QApplication.font()
        font.setPointSizeF(font.pointSizeF() * 1.1)
        self.notes.setFont(font)

    def begin(self) -> None:
        """Show the window, on another screen than the class sees if there is one, and start the clock."""
        parent = self.parentWidget()
        others = [screen for screen in QGuiApplication.screens() if parent is None or screen is not parent.screen()]
        self.resize(_SIZE)
        self._enlarge()
        if others:
            self.move(others[0].availableGeometry().topLeft())
        self._begin()
        self.show()

    def show_player(self, player: Player | None, language: str) -> None:
        """The notes of the present step; None: no lesson is open."""
        self._player, self._language = player, language
        if player is None:
            self.head.setText(self.tr("No lesson is open."))
            self.notes.setPlainText("")
            self.following.setText("")
            return
        step, all_ = player.step, player.lesson.steps
        number = self.tr("Step {n} of {all}").format(n=player.index + 1, all=len(all_))
        self.head.setText(f"{number}  ·  {step.title.of(language)}")
        notes = step.notes.of(language).strip() if step.notes is not None else ""
        shown = notes or self.tr("No notes for this step. The class reads:") + "\n\n" + player.text(
            step.narration, language
        )
        if self.notes.toPlainText() != shown:
            self.notes.setPlainText(shown)
        coming = all_[player.index + 1].title.of(language) if not player.last else self.tr("the end of the lesson")
        self.following.setText(self.tr("Next: {title}").format(title=coming))

    def _begin(self) -> None:
        self._ticks = 0
        self._timer.start()
        self._show_clock()

    def _tick(self) -> None:
        self._ticks += 1
        self._show_clock()

    def _show_clock(self) -> None:
        minutes, seconds = divmod(self._ticks, 60)
        self.clock.setText(f"{minutes}:{seconds:02d}")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._timer.stop()
        super().closeEvent(event)
        self.closed.emit()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Speaker notes"))
        self.notes.setAccessibleName(self.tr("Speaker notes"))
        self.clock.setAccessibleName(self.tr("Time since the beginning"))
        self.back.setText(self.tr("Back"))
        self.next.setText(self.tr("Next"))
        self.restart.setText(self.tr("Restart the clock"))
        keys = (
            self.tr(
                "Page Down, Page Up: next and back, as with a clicker. 1 to 9: choose an answer. Space: play, pause."
            ),
            self.tr("B: blank the screen. L: pointer. M: magnifier. F11 or Esc: end the presentation."),
        )
        self.keys.setText(" ".join(keys))
        if self._player is not None:
            self.show_player(self._player, self._language)
