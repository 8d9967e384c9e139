"""A text in both languages, side by side."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QWidget

from vmotion_gui.lessons.document import Text

_NAMES = {"en": "English", "de": "Deutsch"}


class TextPair(QWidget):
    """Two fields for one text.

    Signals:
        changed(): somebody has written something.
    """

    changed = Signal()

    def __init__(self, title: str, parent: QWidget, *, lines: int = 1, optional: bool = False) -> None:
        """`lines` that are seen at once; an optional text is none if both fields are empty."""
        super().__init__(parent)
        self._optional = optional
        self._showing = False
        self._lines = lines
        heading = QLabel(title, self)
        font = heading.font()
        font.setBold(True)
        heading.setFont(font)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(heading, 0, 0, 1, 2)
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        for column, (code, language) in enumerate(_NAMES.items()):
            field = self._field()
            field.setAccessibleName(f"{title}, {language}")
            field.setPlaceholderText(language)
            self.fields[code] = field
            layout.addWidget(field, 1, column)

    def _field(self) -> QLineEdit | QPlainTextEdit:
        if self._lines == 1:
            line = QLineEdit(self)
            line.textEdited.connect(self._edited)
            return line
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setFixedHeight(field.fontMetrics().lineSpacing() * self._lines + 14)
        field.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        field.textChanged.connect(self._edited)
        return field

    def _edited(self) -> None:
        if not self._showing:
            self.changed.emit()

    def show_text(self, text: Text | None) -> None:
        """Fill the fields, where something else stands in them."""
        self._showing = True
        for code, field in self.fields.items():
            words = text.of(code).strip("\n") if text is not None else ""
            if isinstance(field, QPlainTextEdit):
                if field.toPlainText() != words:
                    field.setPlainText(words)
            elif field.text() != words:
                field.setText(words)
        self._showing = False

    def text(self) -> Text | None:
        """What stands in the fields."""
        words = {}
        for code, field in self.fields.items():
            words[code] = field.toPlainText() + "\n" if isinstance(field, QPlainTextEdit) else field.text()
        if self._optional and not any(word.strip() for word in words.values()):
            return None
        if self._lines > 1 and not any("\n" in word.rstrip("\n") for word in words.values()):
            words = {code: word.rstrip("\n") for code, word in words.items()}
        return Text(**words)
