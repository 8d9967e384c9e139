"""The dock's content while a lesson plays: narration, question, exercise, and the way forward and back."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.lessons.question import QuestionForm, resolution_text
from vmotion_gui.lessons.document import Step, Text, WhenAsked
from vmotion_gui.lessons.player import Player
from vmotion_gui.lessons.results.score import HINT_POINTS


class LessonPane(QWidget):
    """Shows one step of a player, and tells what the user wants. It changes nothing itself.

    Signals:
        answered(object): an answer to the step's question.
        do_wanted(int): the action with this number is to be done.
        hint_wanted(): a hint is looked at, which costs points.
        next_wanted(), back_wanted(), event_wanted(), free_wanted(), again_wanted(), leave_wanted().
    """

    answered = Signal(object)
    do_wanted = Signal(int)
    hint_wanted = Signal()
    next_wanted = Signal()
    back_wanted = Signal()
    event_wanted = Signal()
    free_wanted = Signal()
    again_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._player: Player | None = None
        self._language = "en"
        self._shown: tuple[int, str] | None = None
        self._head, self._title, self._state, self.score = (QLabel(self) for _ in range(4))
        self._bar = QProgressBar(self)
        self._body = QVBoxLayout()
        self.for_speaker = True
        """Whether notes for the speaker are offered."""
        self._goals: list[QLabel] = []
        self._narration = QLabel(self)
        self._narration.hide()
        self.next, self.back, self.step, self.free, self.again, self.leave = (QPushButton(self) for _ in range(6))
        self._arrange()
        for button, signal in (
            (self.next, self.next_wanted),
            (self.back, self.back_wanted),
            (self.step, self.event_wanted),
            (self.free, self.free_wanted),
            (self.again, self.again_wanted),
            (self.leave, self.leave_wanted),
        ):
            button.clicked.connect(signal)
        self._retranslate()

    def _arrange(self) -> None:
        font = self._title.font()
        font.setBold(True)
        font.setPointSizeF(font.pointSizeF() * 1.25)
        self._title.setFont(font)
        for label in (self._head, self._title, self._state, self.score):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(5)
        content = QWidget(self)
        content.setLayout(self._body)
        self._body.setContentsMargins(0, 0, 6, 0)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(content)
        buttons = QGridLayout()
        for index, button in enumerate((self.back, self.next, self.step, self.again, self.free, self.leave)):
            buttons.addWidget(button, index // 2, index % 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 8, 10, 8)
        self.score.hide()
        for widget in (self._head, self._bar, self.score, self._title):
            layout.addWidget(widget)
        layout.addWidget(self._area, 1)
        layout.addWidget(self._state)
        layout.addLayout(buttons)
        self.setMinimumWidth(250)

    # --- showing ------------------------------------------------------------------------------------------

    def show_player(self, player: Player, language: str) -> None:
        """The present step of a player; called again whenever anything may have changed."""
        self._player, self._language = player, language
        if self._shown != (player.index, language):
            self._shown = (player.index, language)
            self._fill(player)
        self._narration.setText(player.text(player.step.narration, language))
        for label, (goal, reached) in zip(self._goals, player.goals(), strict=True):
            label.setText(("✓ " if reached else "○ ") + goal.text.of(language))
        self._show_state(player)

    def show_score(self, line: str) -> None:
        """A student's points; empty: nobody's are counted, and hints are free."""
        if self.score.isHidden() != (not line):
            self._shown = None
        self.score.setText(line)
        self.score.setVisible(bool(line))

    def forget(self) -> None:
        """Show nothing of the step that was shown last."""
        self._shown = None

    def _fill(self, player: Player) -> None:
        step, steps = player.step, len(player.lesson.steps)
        self._clear()
        number = self.tr("Step {n} of {all}").format(n=player.index + 1, all=steps).replace(" ", "\u00a0")
        self._head.setText(f"{player.lesson.title.of(self._language)}  ·  {number}")
        self._bar.setUpdatesEnabled(False)  # it would not wait for its turn, but paint at once all that it lies under
        self._bar.setRange(0, steps)
        self._bar.setValue(player.index + 1)
        self._bar.setUpdatesEnabled(True)
        self._bar.setAccessibleName(number)
        self._title.setText(step.title.of(self._language))
        self._narration = self._add_label("")
        resolution = player.resolution()
        if resolution is not None:
            self._add_card(resolution_text(resolution, self._language))
        if step.prediction is not None:
            form = QuestionForm(step.prediction, self._language, self)
            form.setEnabled(step.prediction.id not in player.answers)
            form.answered.connect(self.answered)
            self._body.addWidget(form)
        self._add_actions(step)
        self._goals = [self._add_label("") for _ in player.goals()]
        self._add_helps(step)
        if player.last:
            self._add_sources(player)
        self._body.addStretch(1)
        self._area.verticalScrollBar().setValue(0)

    def _add_helps(self, step: Step) -> None:
        """What can be unfolded. A student pays for hints; nobody of a class sees what is for the speaker."""
        counted = not self.score.isHidden()
        hint = self.tr("Hint (costs {n} points)").format(n=HINT_POINTS) if counted else self.tr("Hint")
        if step.details is not None:
            self._add_folded(self.tr("Know more"), step.details)
        if step.hint is not None:
            self._add_folded(hint, step.hint).clicked.connect(self.hint_wanted)
        if step.notes is not None and self.for_speaker and not counted:
            self._add_folded(self.tr("Speaker notes"), step.notes)

    def _clear(self) -> None:
        while (item := self._body.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _add_label(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setContentsMargins(0, 2, 0, 4)
        self._body.addWidget(label)
        return label

    def _add_card(self, text: str) -> None:
        label = self._add_label(text)
        label.setObjectName("resolution")
        label.setFrameShape(QFrame.Shape.StyledPanel)
        label.setMargin(6)

    def _add_actions(self, step: Step) -> None:
        for index, action in enumerate(step.actions):
            if action.by == "user" and action.text is not None:
                button = QPushButton(action.text.of(self._language), self)
                button.clicked.connect(self._doer(index))
                self._body.addWidget(button)

    def _doer(self, index: int) -> Callable[[], None]:
        return lambda: self.do_wanted.emit(index)

    def _add_folded(self, name: str, text: Text) -> QToolButton:
        button = QToolButton(self)
        button.setText(name)
        button.setCheckable(True)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.setArrowType(Qt.ArrowType.RightArrow)
        button.setAutoRaise(True)
        self._body.addWidget(button)
        label = self._add_label(self._player.text(text, self._language) if self._player else "")
        label.hide()
        button.toggled.connect(label.setVisible)
        button.toggled.connect(
            lambda on: button.setArrowType(Qt.ArrowType.DownArrow if on else Qt.ArrowType.RightArrow)
        )
        return button

    def _add_sources(self, player: Player) -> None:
        titles = [
            f"• {source.title}" + (f"\n   {source.url}" if source.url else "") for source in player.lesson.sources
        ]
        if titles:
            self._add_label(self.tr("Sources") + "\n" + "\n".join(titles))

    def _show_state(self, player: Player) -> None:
        fulfilled = player.fulfilled
        self.back.setEnabled(player.index > 0 and not player.free)
        self.again.setEnabled(not player.free)
        self.step.setEnabled(player.backend.next_event_s is not None)
        self.free.setText(self.tr("Back to the lesson") if player.free else self.tr("Free play"))
        self.next.setEnabled(not player.free)
        self.next.setText(self._next_text(player, fulfilled))
        self.next.setDefault(fulfilled)
        self._state.setText(self._state_text(player, fulfilled))

    def _next_text(self, player: Player, fulfilled: bool) -> str:
        if not fulfilled:
            if player.step.exercise is None:
                return self.tr("Skip ahead")
            return self.tr("Show me") if self.score.isHidden() else self.tr("Show me (no points)")
        return self.tr("Finish") if player.last else self.tr("Next")

    def _state_text(self, player: Player, fulfilled: bool) -> str:
        if player.free:
            return self.tr("Free play: try anything. The lesson waits where you left it.")
        goals = player.goals()
        if goals:
            reached = sum(true for _, true in goals)
            share = round(100 * reached / len(goals))
            return self.tr("Goals reached: {n} of {all} ({share} %)").format(n=reached, all=len(goals), share=share)
        if fulfilled:
            return "" if isinstance(player.step.until, WhenAsked) else self.tr("This step is done.")
        if player.step.prediction is not None:
            return self.tr("Waiting for your prediction.")
        if any(action.by == "user" for action in player.step.actions):
            return self.tr("Waiting for you.")
        return self.tr("The simulation is running.")

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.back.setText(self.tr("Back"))
        self.step.setText(self.tr("Next event"))
        self.again.setText(self.tr("Start this step again"))
        self.leave.setText(self.tr("Leave the lesson"))
