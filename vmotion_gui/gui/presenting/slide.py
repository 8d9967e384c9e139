"""What the class reads: the step's title, what is told, the question with its answers; in large type."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from vmotion_gui.gui.lessons.question import resolution_text
from vmotion_gui.lessons.player import Player

MOST_CHOICES = 9
"""As many as there are digits on a keyboard to choose them with."""
_TITLE, _TEXT = 1.5, 1.15
_WIDEST_CHARACTERS = 110


class Slide(QWidget):
    """Shows one step of a player. Signals: chosen(int): the answer with this number was chosen."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("slide")
        self.number, self.title, self.text, self.asked = (QLabel(self) for _ in range(4))
        self._choices = QVBoxLayout()
        for label in (self.title, self.text, self.asked):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(28, 12, 28, 16)
        layout.addLayout(head)
        layout.addWidget(self.text)
        layout.addWidget(self.asked)
        layout.addLayout(self._choices)
        layout.addStretch(1)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.enlarge()

    def show_player(self, player: Player, language: str) -> None:
        """The present step, with the numbers of this moment."""
        step = player.step
        self.number.setText(f"{player.index + 1} / {len(player.lesson.steps)}")
        self.title.setText(step.title.of(language))
        self.text.setText(player.text(step.narration, language))
        lines = [action.text.of(language) for action in step.actions if action.by == "user" and action.text]
        lines += [("✓ " if reached else "○ ") + goal.text.of(language) for goal, reached in player.goals()]
        resolution = player.resolution()
        if resolution is not None:
            lines.append(resolution_text(resolution, language))
        if step.prediction is not None:
            lines.append(step.prediction.question.of(language))
        self.asked.setText("\n".join(lines))
        self.asked.setVisible(bool(lines))
        self._show_choices(player, language)

    def _show_choices(self, player: Player, language: str) -> None:
        prediction = player.step.prediction
        choices = prediction.choices[:MOST_CHOICES] if prediction is not None else ()
        answered = prediction is not None and prediction.id in player.answers
        given = player.answers.get(prediction.id) if prediction is not None else None
        while self._choices.count() > len(choices):
            item = self._choices.takeAt(self._choices.count() - 1)
            if item is not None and (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        while self._choices.count() < len(choices):
            self._choices.addWidget(self._choice(self._choices.count()))
        for index, choice in enumerate(choices):
            item = self._choices.itemAt(index)
            button = item.widget() if item is not None else None
            if isinstance(button, QPushButton):
                mark = "✓ " if answered and given == index else ""
                button.setText(f"{mark}{index + 1}   {choice.text.of(language)}".replace("&", "&&"))
                button.setEnabled(not answered)

    def _choice(self, index: int) -> QPushButton:
        button = QPushButton(self)
        button.setFont(self.text.font())
        button.setStyleSheet("text-align: left; padding: 6px 14px;")
        button.clicked.connect(lambda: self.chosen.emit(index))
        return button

    def enlarge(self) -> None:
        """Larger than the application's type, of whatever size that is now."""
        for label, factor, bold in ((self.title, _TITLE, True), (self.text, _TEXT, False), (self.asked, _TEXT, True)):
            font = QGuiApplication.font()
            font.setPointSizeF(font.pointSizeF() * factor)
            font.setBold(bold)
            label.setFont(font)
        for button in self.findChildren(QPushButton):
            button.setFont(self.text.font())
        widest = self.text.fontMetrics().averageCharWidth() * _WIDEST_CHARACTERS
        self.text.setMaximumWidth(widest)
        self.asked.setMaximumWidth(widest)
