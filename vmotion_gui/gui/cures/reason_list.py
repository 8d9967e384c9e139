"""All reasons at once, each on a card of its own: sentence, fault, cause, cure, and the button that tries it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import words
from vmotion_gui.gui.checks.links import explaining_link, simplified_note
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.problem import Problem, cures_of
from vmotion_gui.gui.theme import Theme


class ReasonList(QScrollArea):
    """Cards of reasons.

    Signals:
        cure_wanted(Problem): somebody wants to see what would cure this.
    """

    cure_wanted = Signal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._told: tuple[tuple[Problem, ...], tuple[str, ...]] = ((), ())
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Reasons"))
        self.buttons: list[QPushButton] = []
        context.themes.changed.connect(self._dress)

    def _dress(self, _theme: Theme) -> None:
        self.tell(*self._told)

    def tell(self, problems: Sequence[Problem], notes: Sequence[str] = ()) -> None:
        """Show these; a note for each says more about it (how many hosts), "" for nothing."""
        self._told = tuple(problems), tuple(notes)
        self.buttons = []
        sheet = QWidget(self)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(8)
        for place, problem in enumerate(problems):
            column.addWidget(self._card(problem, notes[place] if place < len(notes) else "", sheet))
        column.addStretch(1)
        self.setWidget(sheet)

    def _card(self, problem: Problem, note: str, parent: QWidget) -> QFrame:
        reason, theme = problem.reason, self._context.themes.theme
        text = self._context.language.text
        card = QFrame(parent)
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(4)
        mark, colour = words.severity_mark(reason.severity), severity_colour(theme, reason.severity)
        head = f"<span style='color:{colour}'><b>{mark}</b></span> {escape(text(reason.text))}"
        column.addWidget(_label(head, card))
        lines = [escape(line) for line in (note, self._fault(reason.fault), self._cause(reason.objects[2:])) if line]
        lines.append(escape(simplified_note()) if reason.simplified else "")
        lines.append(explaining_link(reason, theme))
        for line in filter(None, lines):
            column.addWidget(_label(f"<span style='color:{theme.muted}'>{line}</span>", card))
        column.addWidget(_label(f"<i>{escape(text(reason.cure))}</i>", card))
        if cures_of(self._context.session.checker(), problem):
            column.addLayout(self._button(problem, card))
        return card

    def _fault(self, fault: str) -> str:
        return self.tr("Fault: {name}").format(name=fault) if fault else ""

    def _cause(self, ids: Sequence[str]) -> str:
        names = ", ".join(self._context.name(id_) for id_ in ids)
        return self.tr("Cause: {names}").format(names=names) if names else ""

    def _button(self, problem: Problem, card: QWidget) -> QHBoxLayout:
        button = QPushButton(self.tr("Fix it…"), card)
        button.setAutoDefault(False)
        button.setToolTip(self.tr("Shows what would be changed and what else that brings, before it is done."))
        sentence = self._context.language.text(problem.reason.text)
        button.setAccessibleName(self.tr("Fix it: {reason}").format(reason=sentence))
        button.clicked.connect(self._asker(problem))
        self.buttons.append(button)
        row = QHBoxLayout()
        row.addWidget(button)
        row.addStretch(1)
        return row

    def _asker(self, problem: Problem) -> Callable[[], None]:
        return lambda: self.cure_wanted.emit(problem)


def severity_colour(theme: Theme, severity: Severity) -> str:
    """The colour of a verdict's mark and words."""
    if severity >= Severity.ERROR:
        return theme.alert
    return theme.warning_text if severity >= Severity.WARNING else theme.normal


def _label(html: str, parent: QWidget) -> QLabel:
    label = QLabel(html, parent)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)
    label.setOpenExternalLinks(True)
    return label
