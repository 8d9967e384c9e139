"""The lesson as a whole, to be edited: title, summary, level, how long it takes, its numbers."""

from __future__ import annotations

from typing import get_args

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSpinBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.lessons.authoring.texts import TextPair
from vmotion_gui.gui.lessons.gallery import level_name
from vmotion_gui.lessons.document import Level, Number, Text, Unit
from vmotion_gui.lessons.drafting import Draft, id_from


class LessonPage(QWidget):
    """Changes what belongs to no step.

    Signals:
        changed(): the draft is another one now.
    """

    changed = Signal()

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        self._draft = draft
        self._showing = False
        self.title = TextPair(self.tr("Title"), self)
        self.summary = TextPair(self.tr("What it is about"), self, lines=3)
        self.level, self.minutes = QComboBox(self), QSpinBox(self)
        for level in get_args(Level):
            self.level.addItem(level_name(level), level)
        self.minutes.setRange(1, 600)
        self.numbers = QTableWidget(0, 3, self)
        self.numbers.setHorizontalHeaderLabels([self.tr("Name"), self.tr("Expression"), self.tr("Unit")])
        self.numbers.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.numbers.setAccessibleName(self.tr("Numbers of the run"))
        self.more, self.fewer = QPushButton(self.tr("Add a number"), self), QPushButton(self.tr("Remove"), self)
        self._arrange()
        for pair in (self.title, self.summary):
            pair.changed.connect(self._store)
        self.level.activated.connect(self._store)
        self.minutes.valueChanged.connect(self._store)
        self.numbers.cellChanged.connect(self._store)
        self.more.clicked.connect(self._add_number)
        self.fewer.clicked.connect(self._remove_number)

    def _arrange(self) -> None:
        form = QFormLayout()
        for title, field in (
            (self.tr("Level"), self.level),
            (self.tr("Minutes"), self.minutes),
        ):
            field.setAccessibleName(title)
            form.addRow(title, field)
        told = QLabel(self.tr("Numbers of the run, of which texts speak as {name}:"), self)
        row = QHBoxLayout()
        for button in (self.more, self.fewer):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.summary)
        layout.addLayout(form)
        layout.addWidget(told)
        layout.addWidget(self.numbers, 1)
        layout.addLayout(row)

    def show_lesson(self) -> None:
        """Fill all fields from the draft."""
        self._showing = True
        lesson = self._draft.lesson
        self.title.show_text(lesson.title)
        self.summary.show_text(lesson.summary)
        self.level.setCurrentIndex(self.level.findData(lesson.level))
        self.minutes.setValue(lesson.minutes)
        if self._numbers() != lesson.numbers:
            self.numbers.setRowCount(0)
            for name, number in lesson.numbers.items():
                self._put_row(name, number)
        self._showing = False

    def _put_row(self, name: str, number: Number) -> None:
        row = self.numbers.rowCount()
        self.numbers.insertRow(row)
        self.numbers.setItem(row, 0, QTableWidgetItem(name))
        self.numbers.setItem(row, 1, QTableWidgetItem(number.value))
        unit = QComboBox(self.numbers)
        unit.addItems(get_args(Unit))
        unit.setCurrentText(number.unit)
        unit.setAccessibleName(self.tr("Unit"))
        unit.activated.connect(self._store)
        self.numbers.setCellWidget(row, 2, unit)

    def _add_number(self) -> None:
        self._showing = True
        taken = self._numbers()
        name = next(word for n in range(1, len(taken) + 2) if (word := f"number_{n}") not in taken)
        self._put_row(name, Number(value="now_s", unit="seconds"))
        self._showing = False
        self._store()

    def _remove_number(self) -> None:
        self.numbers.removeRow(self.numbers.currentRow())
        self._store()

    def _numbers(self) -> dict[str, Number]:
        found = {}
        for row in range(self.numbers.rowCount()):
            name, value, unit = self.numbers.item(row, 0), self.numbers.item(row, 1), self.numbers.cellWidget(row, 2)
            if name is not None and value is not None and isinstance(unit, QComboBox):
                found[name.text()] = Number(value=value.text(), unit=msgspec.convert(unit.currentText(), Unit))
        return found

    def _store(self, *_: object) -> None:
        if self._showing:
            return
        lesson = self._draft.lesson
        title = self.title.text() or Text(en="", de="")
        changed = msgspec.structs.replace(
            lesson,
            id=id_from(title.en) if self._draft.path is None else lesson.id,
            title=title,
            summary=self.summary.text() or Text(en="", de=""),
            level=self.level.currentData(),
            minutes=self.minutes.value(),
            numbers=self._numbers(),
        )
        if self._draft.change(changed, "lesson"):
            self.changed.emit()

    def field(self, place: str) -> QWidget:
        """The field in which a place of the lesson ("title.de", "numbers.gap.value") is edited."""
        name, _, rest = place.partition(".")
        if name in ("title", "summary"):
            pair = self.title if name == "title" else self.summary
            return pair.fields.get(rest, pair.fields["en"])
        return self.numbers if name == "numbers" else self.title.fields["en"]
