"""The line that says what is to be done, and that it is done."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.lessons.situations.table import Situation


class GoalStrip(QFrame):
    """Shown while a situation is open.

    Signals:
        again(): from the beginning.
        left(): the situation is over.
    """

    again = Signal()
    left = Signal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[Situation, bool] | None = None
        self._hinted = False
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.text.setTextFormat(Qt.TextFormat.RichText)
        self.hint, self.over, self.leave = QToolButton(self), QToolButton(self), QToolButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 4, 6, 4)
        row.addWidget(self.text, 1)
        for button in (self.hint, self.over, self.leave):
            button.setAutoRaise(True)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.hint.clicked.connect(self._give_hint)
        self.over.clicked.connect(self.again)
        self.leave.clicked.connect(self.left)
        context.themes.changed.connect(lambda _theme: self.retranslate())
        self.hide()

    def tell(self, situation: Situation, *, reached: bool) -> None:
        """Show the goal, or that it is reached and what that has shown."""
        if self._shown is None or self._shown[0] is not situation:
            self._hinted = False
        if self._shown != (situation, reached):
            self._shown = situation, reached
            self.retranslate()
        self.show()

    def forget(self) -> None:
        """No situation is open."""
        self._shown = None
        self.hide()

    def _give_hint(self) -> None:
        self._hinted = True
        self.retranslate()

    def retranslate(self) -> None:
        """Say it in the window's language."""
        self.hint.setText(self.tr("Hint"))
        self.over.setText(self.tr("Again"))
        self.over.setToolTip(self.tr("The same situation from its beginning."))
        self.leave.setText(self.tr("Close goal"))
        self.leave.setToolTip(self.tr("The estate stays open; only the goal goes."))
        if self._shown is None:
            return
        situation, reached = self._shown
        text, theme = self._context.language.text, self._context.themes.theme
        head = f"<b>{escape(text(situation.name))}</b> · "
        if reached:
            done = escape(self.tr("Reached."))
            body = f"<span style='color:{theme.normal}'>✓ {done}</span> {escape(text(situation.lesson))}"
        else:
            body = escape(text(situation.goal))
            if self._hinted:
                body += f"<br><i>{escape(text(situation.hint))}</i>"
        self.text.setText(head + body)
        self.text.setAccessibleName(self.tr("Goal"))
        self.hint.setVisible(not reached and not self._hinted)
