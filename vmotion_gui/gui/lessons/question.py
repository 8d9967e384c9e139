"""The form in which the user predicts, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.lessons.document import Prediction, Unit
from vmotion_gui.lessons.player import Answer, Resolution
from vmotion_gui.lessons.words import quantity

_UNITS: dict[Unit, tuple[float, str, int]] = {
    "count": (1.0, "", 0),
    "seconds": (1.0, " s", 2),
    "bytes": (1024.0**3, " GB", 1),
    "bytes_per_s": (1024.0**2, " MB/s", 0),
    "bits_per_s": (1e9, " Gbit/s", 1),
    "percent": (0.01, " %", 0),
    "factor": (1.0, "", 2),
}
"""Unit -> the value of 1 in the field, what stands behind it, and its decimals."""
_MOST = 1e7


class QuestionForm(QWidget):
    """Asks one prediction.

    Signals:
        answered(object): a choice's number, a number, or None.
    """

    answered = Signal(object)

    def __init__(self, prediction: Prediction, language: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._prediction = prediction
        self._choices = QButtonGroup(self)
        self._number = QDoubleSpinBox(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        question = QLabel(prediction.question.of(language), self)
        question.setWordWrap(True)
        font = question.font()
        font.setBold(True)
        question.setFont(font)
        layout.addWidget(question)
        for index, choice in enumerate(prediction.choices):
            button = WrappedChoice(choice.text.of(language), self)
            self._choices.addButton(button.button, index)
            layout.addWidget(button)
        self._set_up_number(prediction.question.of(language))
        layout.addWidget(self._number)
        self.answer = QPushButton(self.tr("Answer"), self)
        self.answer.setEnabled(not prediction.choices)
        self.skip = QPushButton(self.tr("I would rather see"), self)
        row = QHBoxLayout()
        row.addWidget(self.answer)
        row.addWidget(self.skip)
        row.addStretch(1)
        layout.addLayout(row)
        self._choices.idClicked.connect(lambda _: self.answer.setEnabled(True))
        self.answer.clicked.connect(lambda: self.answered.emit(self.given()))
        self.skip.clicked.connect(lambda: self.answered.emit(None))

    def _set_up_number(self, question: str) -> None:
        _, suffix, decimals = _UNITS[self._prediction.unit]
        self._number.setVisible(not self._prediction.choices)
        self._number.setRange(0.0, _MOST)
        self._number.setDecimals(decimals)
        self._number.setSuffix(suffix)
        self._number.setAccessibleName(question)

    def given(self) -> Answer:
        """What stands in the form."""
        if self._prediction.choices:
            return self._choices.checkedId() if self._choices.checkedId() >= 0 else None
        return self._number.value() * _UNITS[self._prediction.unit][0]


class WrappedChoice(QWidget):
    """A radio button whose text may take several lines."""

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.button = QRadioButton(self)
        self.button.setAccessibleName(text)
        label = QLabel(text, self)
        label.setWordWrap(True)
        label.mousePressEvent = lambda _event: self.button.click()  # type: ignore[method-assign]  # as a button's own text
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(label, 1)


def resolution_text(resolution: Resolution, language: str) -> str:
    """What was predicted, what the run says, and how far apart they are."""
    prediction, given = resolution.prediction, resolution.given
    if prediction.choices:
        right = prediction.choices[int(resolution.right)].text.of(language)
        said = "" if given is None else prediction.choices[int(given)].text.of(language)
    else:
        right = quantity(resolution.right, prediction.unit, language)
        said = "" if given is None else quantity(given, prediction.unit, language)
    if not said:
        text = QCoreApplication.translate("Lessons", "You did not predict. The run says: {right}.")
    elif resolution.correct:
        text = QCoreApplication.translate("Lessons", "✓ Your prediction was right: {right}.")
    else:
        text = QCoreApplication.translate("Lessons", "✗ You predicted: {said}. The run says: {right}.")
    return text.format(right=right, said=said)
