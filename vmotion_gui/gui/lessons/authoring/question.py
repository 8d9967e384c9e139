"""What a step asks, and where the answer is told."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDoubleSpinBox,
    QFormLayout,
    QHeaderView,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.lessons.authoring.texts import TextPair
from vmotion_gui.lessons.document import Choice, Prediction, Text, Unit

_NONE, _NUMBER, _CHOICES = range(3)
_MEASURES: dict[str, Unit] = {
    "downtime_s": "seconds",
    "total_s": "seconds",
    "passes": "count",
    "sent_bytes": "bytes",
}
"""What is asked of a migration most of all, and its unit."""


class QuestionField(QWidget):
    """A prediction.

    Signals:
        changed(): it is another one now.
    """

    changed = Signal()

    def __init__(self, migrations: Sequence[str], parent: QWidget) -> None:
        """`migrations`: the ids of those that the lesson asks for."""
        super().__init__(parent)
        self._showing = False
        self._prediction: Prediction | None = None
        self.kind, self.value, self.unit, self.told = (QComboBox(self) for _ in range(4))
        self.kind.addItems([self.tr("Nothing is asked"), self.tr("A number"), self.tr("One of several answers")])
        self.question = TextPair(self.tr("Question"), self, lines=2)
        self.value.setEditable(True)
        self.value.addItems([f'{word}("{id_}")' for id_ in migrations for word in _MEASURES])
        self.unit.addItems(get_args(Unit))
        self.tolerance = QDoubleSpinBox(self)
        self.tolerance.setRange(0.0, 100.0)
        self.tolerance.setSuffix(" %")
        self.choices = QTableWidget(0, 3, self)
        self.choices.setHorizontalHeaderLabels(["English", "Deutsch", self.tr("Right if this is true")])
        self.choices.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.choices.setAccessibleName(self.tr("Answers"))
        self.choices.setMinimumHeight(110)
        self.more, self.fewer = QPushButton(self.tr("Add an answer"), self), QPushButton(self.tr("Remove"), self)
        self._arrange()
        self._connect()
        self._show_kind()

    def _arrange(self) -> None:
        self._form = QFormLayout()
        for title, field in (
            (self.tr("The step asks for"), self.kind),
            (self.tr("The number of the run"), self.value),
            (self.tr("Its unit"), self.unit),
            (self.tr("Right within"), self.tolerance),
            (self.tr("The answer is told in"), self.told),
        ):
            field.setAccessibleName(title)
            self._form.addRow(title, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        layout.insertWidget(0, self.question)
        layout.addWidget(self.choices, 1)
        for button in (self.more, self.fewer):
            button.setAutoDefault(False)
            layout.addWidget(button)
        layout.addStretch(0)

    def _connect(self) -> None:
        for box in (self.kind, self.unit, self.told):
            box.activated.connect(self._edited)
        self.value.currentTextChanged.connect(self._measure)
        self.tolerance.valueChanged.connect(self._edited)
        self.question.changed.connect(self._edited)
        self.choices.cellChanged.connect(self._edited)
        self.more.clicked.connect(self._add_choice)
        self.fewer.clicked.connect(self._remove_choice)

    def _measure(self, text: str) -> None:
        unit = _MEASURES.get(text.partition("(")[0])
        if unit is not None and not self._showing:
            self.unit.setCurrentText(unit)
        self._edited()

    def _edited(self, *_: object) -> None:
        if not self._showing:
            self._show_kind()
            self.changed.emit()

    def _show_kind(self) -> None:
        kind = self.kind.currentIndex()
        for field in (self.value, self.unit, self.tolerance):
            self._form.setRowVisible(field, kind == _NUMBER)
        self._form.setRowVisible(self.told, kind != _NONE)
        self.question.setVisible(kind != _NONE)
        for widget in (self.choices, self.more, self.fewer):
            widget.setVisible(kind == _CHOICES)

    def _add_choice(self) -> None:
        self._put_row("", "", "")
        self._edited()

    def _remove_choice(self) -> None:
        self.choices.removeRow(self.choices.currentRow())
        self._edited()

    def _put_row(self, *texts: str) -> None:
        showing, self._showing = self._showing, True
        row = self.choices.rowCount()
        self.choices.insertRow(row)
        for column, text in enumerate(texts):
            self.choices.setItem(row, column, QTableWidgetItem(text))
        self._showing = showing

    # --- the prediction -------------------------------------------------------------------------------------

    def show_prediction(
        self, prediction: Prediction | None, later: Sequence[tuple[int, str]], told: int | None
    ) -> None:
        """Fill the fields. `later`: number and title of the steps in which the answer can be told."""
        self._showing = True
        self._prediction = prediction
        self.told.clear()
        for number, title in later:
            self.told.addItem(title, number)
        if told is not None:
            self.told.setCurrentIndex(max(self.told.findData(told), 0))
        kind = _NONE if prediction is None else _CHOICES if prediction.choices else _NUMBER
        self.kind.setCurrentIndex(kind)
        self.question.show_text(prediction.question if prediction is not None else None)
        if prediction is not None and kind == _NUMBER:
            if self.value.currentText() != prediction.value:
                self.value.setCurrentText(prediction.value)
            self.unit.setCurrentText(prediction.unit)
            self.tolerance.setValue(prediction.tolerance * 100.0)
        choices = prediction.choices if prediction is not None else ()
        if choices != self._choices():
            self.choices.setRowCount(0)
            for choice in choices:
                self._put_row(choice.text.en, choice.text.de, choice.right)
        self._show_kind()
        self._showing = False

    def _choices(self) -> tuple[Choice, ...]:
        found = []
        for row in range(self.choices.rowCount()):
            items = [self.choices.item(row, column) for column in range(3)]
            en, de, right = (item.text() if item is not None else "" for item in items)
            found.append(Choice(text=Text(en=en, de=de), right=right))
        return tuple(found)

    def prediction(self, free_id: str) -> Prediction | None:
        """What is asked now; a new question has this id."""
        kind = self.kind.currentIndex()
        if kind == _NONE:
            return None
        question = self.question.text() or Text(en="", de="")
        made = Prediction(id=self._prediction.id if self._prediction is not None else free_id, question=question)
        if kind == _CHOICES:
            return msgspec.structs.replace(made, choices=self._choices())
        return msgspec.structs.replace(
            made,
            value=self.value.currentText(),
            unit=msgspec.convert(self.unit.currentText(), Unit),
            tolerance=self.tolerance.value() / 100.0,
        )

    def told_in(self) -> int | None:
        """The number of the step in which the answer is told."""
        number = self.told.currentData()
        return int(number) if number is not None else None
