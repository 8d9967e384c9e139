"""One step, to be edited: its texts, what it does and when it ends, its spotlight, its question."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPlainTextEdit, QScrollArea, QTabWidget, QVBoxLayout, QWidget

from vmotion_gui.gui.lessons.authoring.deeds import DeedsField
from vmotion_gui.gui.lessons.authoring.ending import EndingField
from vmotion_gui.gui.lessons.authoring.lights import LightsField
from vmotion_gui.gui.lessons.authoring.question import QuestionField
from vmotion_gui.gui.lessons.authoring.texts import TextPair
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.lessons.document import Step
from vmotion_gui.lessons.drafting import Draft


class StepPage(QTabWidget):
    """Changes one step of a draft.

    Signals:
        changed(): the draft is another one now.
    """

    changed = Signal()

    def __init__(self, draft: Draft, happened: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._draft, self._index = draft, 0
        self.setDocumentMode(True)
        self.texts = {
            "title": TextPair(self.tr("Title"), self),
            "narration": TextPair(self.tr("Narration"), self, lines=5),
            "details": TextPair(self.tr("Know more"), self, lines=3, optional=True),
            "hint": TextPair(self.tr("Hint"), self, lines=2, optional=True),
            "notes": TextPair(self.tr("Speaker notes"), self, lines=2, optional=True),
        }
        migrations = sum(isinstance(a.command, Migrate) for step in draft.lesson.steps for a in step.actions)
        self.deeds = DeedsField(draft.lab, self)
        self.ending = EndingField(draft.lab, happened, self)
        self.lights = LightsField(draft.lab, self)
        self.question = QuestionField([f"migration-{number + 1}" for number in range(migrations)], self)
        self.claims = QPlainTextEdit(self)
        self.claims.setTabChangesFocus(True)
        self.claims.setAccessibleName(self.tr("What is true when the step ends, an expression a line"))
        self.claims.setFixedHeight(self.claims.fontMetrics().lineSpacing() * 3 + 14)
        self._arrange()
        for name, pair in self.texts.items():
            pair.changed.connect(lambda name=name: self._store(name))
        for field in (self.deeds, self.ending, self.lights):
            field.changed.connect(lambda: self._store(""))
        self.claims.textChanged.connect(lambda: self._store("claims"))
        self.question.changed.connect(self._store_question)
        self._showing = False

    def _arrange(self) -> None:
        self._page(self.tr("Texts"), *self.texts.values())
        self._page(
            self.tr("Actions and end"),
            self.deeds,
            self.ending,
            QLabel(self.tr("What is true when the step ends, an expression a line"), self),
            self.claims,
        )
        self._page(self.tr("Spotlight"), self.lights)
        self._page(self.tr("Question"), self.question)

    def _page(self, title: str, *widgets: QWidget) -> None:
        content = QWidget(self)
        layout = QVBoxLayout(content)
        for widget in widgets:
            layout.addWidget(widget)
        layout.addStretch(0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(content)
        self.addTab(area, title)

    # --- showing and storing ----------------------------------------------------------------------------------

    def show_step(self, index: int) -> None:
        """Fill all fields from the draft."""
        self._showing = True
        self._index = index
        steps = self._draft.lesson.steps
        step = steps[index]
        for name, pair in self.texts.items():
            pair.show_text(getattr(step, name))
        self.deeds.show_actions(step.actions)
        self.ending.show_condition(step.until)
        self.lights.show_targets(step.targets)
        later = [(number, f"{number + 1}. {steps[number].title.en}") for number in range(index + 1, len(steps))]
        self.question.show_prediction(step.prediction, later, self._draft.told_in(index))
        if tuple(self.claims.toPlainText().splitlines()) != step.claims:
            self.claims.setPlainText("\n".join(step.claims))
        self._showing = False

    def _step(self) -> Step:
        before = self._draft.lesson.steps[self._index]
        texts = {name: pair.text() for name, pair in self.texts.items()}
        lines = self.claims.toPlainText().splitlines()
        return msgspec.structs.replace(
            before,
            **texts,
            actions=self.deeds.chosen(),
            until=self.ending.condition(before.until),
            targets=self.lights.targets(),
            claims=tuple(line.strip() for line in lines if line.strip()),
        )

    def _store(self, merge: str) -> None:
        if not self._showing and self._draft.put_step(self._index, self._step(), merge):
            self.changed.emit()

    def _store_question(self) -> None:
        if self._showing:
            return
        prediction = self.question.prediction(f"question-{self._draft.lesson.steps[self._index].id}"[:64])
        if self._draft.ask(self._index, prediction, self.question.told_in()):
            self.changed.emit()

    def field(self, place: str) -> QWidget:
        """The field in which a place of the step ("narration.de", "until.type") is edited."""
        name, _, rest = place.partition(".")
        word = name.partition("[")[0]
        if word in self.texts:
            return self.texts[word].fields.get(rest, self.texts[word].fields["en"])
        others: dict[str, QWidget] = {
            "actions": self.deeds.list,
            "claims": self.claims,
            "targets": self.lights.list,
            "prediction": self.question.kind,
        }
        return others.get(word, self.ending.kind)

    def bring(self, field: QWidget) -> None:
        """Show the page of a field, with the cursor in it."""
        for number in range(self.count()):
            page = self.widget(number)
            if page is not None and page.isAncestorOf(field):
                self.setCurrentIndex(number)
        field.setFocus()
