"""What all fields of a form have in common, and the simple ones: text, lists of words, switches, choices."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

Faults = Sequence[tuple[str, str]]
"""Path below the field, and the sentence."""


class FieldEditor(QWidget):
    """Edits one value, as it stands in the lab document.

    Signals:
        edited(): the user has changed the value.
    """

    edited = Signal()

    def value(self) -> Any:
        """The value as in the lab document."""
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        """Show a value; this is no edit."""
        raise NotImplementedError

    def focus_field(self) -> QWidget:
        """What takes the keyboard."""
        raise NotImplementedError

    def show_faults(self, faults: Faults) -> Faults:
        """Show what is wrong within; what is left is shown beside the field itself."""
        return faults


class WheelGuard(QObject):
    """Keeps the wheel for scrolling while a field that it would change has not the keyboard."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)


def guarded(widget: QWidget) -> None:
    """Let the wheel scroll the form, not turn the field that happens to be under the pointer."""
    widget.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    widget.installEventFilter(WheelGuard(widget))


class TextEditor(FieldEditor):
    """A line of text."""

    def __init__(self, parent: QWidget, *, read_only: bool = False) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setReadOnly(read_only)
        self.line.textEdited.connect(self.edited)
        _alone(self, self.line)

    def value(self) -> str:
        return self.line.text()

    def set_value(self, value: str) -> None:
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def focus_field(self) -> QWidget:
        return self.line


class WordsEditor(TextEditor):
    """Several words in one line, with commas between them."""

    def __init__(self, parent: QWidget, *, numbers: bool = False) -> None:
        super().__init__(parent)
        self._numbers = numbers

    def value(self) -> Any:
        words = [word.strip() for word in self.line.text().split(",") if word.strip()]
        return [int(word) if word.isdecimal() else word for word in words] if self._numbers else words

    def set_value(self, value: Any) -> None:
        super().set_value(", ".join(str(word) for word in value))


class SwitchEditor(FieldEditor):
    """Yes or no."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QCheckBox(self)
        self.box.clicked.connect(self.edited)
        _alone(self, self.box)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        self.box.setChecked(value)

    def focus_field(self) -> QWidget:
        return self.box


class ChoiceEditor(FieldEditor):
    """One of several words, each with its name. A value that is none of them stays as it is until another is chosen."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        for value, name in choices:
            self.box.addItem(name, value)
        self.box.activated.connect(self.edited)
        guarded(self.box)
        _alone(self, self.box)

    def value(self) -> str:
        return str(self.box.currentData())

    def set_value(self, value: str) -> None:
        if self.box.findData(value) < 0:
            self.box.addItem(value, value)
        self.box.setCurrentIndex(self.box.findData(value))

    def focus_field(self) -> QWidget:
        return self.box


class FlagsEditor(FieldEditor):
    """Any of several words."""

    def __init__(self, choices: Sequence[tuple[str, str]], parent: QWidget) -> None:
        super().__init__(parent)
        self.boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 3, 0, 0)
        layout.setSpacing(3)
        for value, name in choices:
            box = QCheckBox(name, self)
            box.clicked.connect(self.edited)
            self.boxes[value] = box
            layout.addWidget(box)

    def value(self) -> list[str]:
        return [value for value, box in self.boxes.items() if box.isChecked()]

    def set_value(self, value: Sequence[str]) -> None:
        for word, box in self.boxes.items():
            box.setChecked(word in value)

    def focus_field(self) -> QWidget:
        return next(iter(self.boxes.values()))


class NullableEditor(FieldEditor):
    """A value that may be left open: a check mark says whether it is given."""

    def __init__(self, inner: FieldEditor, text: str, start: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self.inner = inner
        self.box = QCheckBox(text, self)
        self._start = start
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        layout.addWidget(inner, 1)
        self.box.clicked.connect(self._switched)
        inner.edited.connect(self.edited)

    def _switched(self) -> None:
        self.inner.setEnabled(self.box.isChecked())
        self.edited.emit()

    def value(self) -> Any:
        return self.inner.value() if self.box.isChecked() else None

    def set_value(self, value: Any) -> None:
        self.box.setChecked(value is not None)
        self.inner.set_value(self._start if value is None else value)
        self.inner.setEnabled(value is not None)

    def focus_field(self) -> QWidget:
        return self.box


def _alone(editor: QWidget, field: QWidget) -> None:
    layout = QHBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(field)
    editor.setFocusProxy(field)
