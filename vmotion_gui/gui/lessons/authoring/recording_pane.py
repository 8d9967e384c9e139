"""The dock's content while a lesson is recorded: what has become a step, and the end of it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from vmotion_gui.lessons.document import Step


class RecordingPane(QWidget):
    """Shows the steps so far.

    Signals:
        end_step_wanted(), stop_wanted(), discard_wanted(): what the buttons say.
    """

    end_step_wanted = Signal()
    stop_wanted = Signal()
    discard_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        head = QLabel("● " + self.tr("Recording"), self)
        head.setObjectName("recordingHead")
        font = head.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        head.setFont(font)
        told = QLabel(
            self.tr(
                "Do what the lesson is to show. Each action becomes a step that asks for it. Pause where a step is to "
                "end: it will wait for the event that happened last. Click an object, and the spotlight falls on it."
            ),
            self,
        )
        told.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Steps so far"))
        self.list.setWordWrap(True)
        self.end_step = QPushButton(self.tr("The step ends here"), self)
        self.stop = QPushButton(self.tr("Stop and edit…"), self)
        self.discard = QPushButton(self.tr("Discard"), self)
        layout = QVBoxLayout(self)
        for widget in (head, told):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        for button, signal in (
            (self.end_step, self.end_step_wanted),
            (self.stop, self.stop_wanted),
            (self.discard, self.discard_wanted),
        ):
            button.clicked.connect(signal)
            layout.addWidget(button)
        self.setMinimumWidth(250)

    def show_steps(self, steps: Sequence[Step], language: str) -> None:
        """The titles, the last one in view."""
        titles = [f"{number}. {step.title.of(language)}" for number, step in enumerate(steps, start=1)]
        if titles != [self.list.item(row).text() for row in range(self.list.count())]:
            self.list.clear()
            self.list.addItems(titles)
            self.list.scrollToBottom()
        self.stop.setEnabled(bool(titles))
