"""A form of the fields of one struct: label, field, and below it what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QVBoxLayout, QWidget

from vmotion_gui.gui.editor.explaining import tooltip
from vmotion_gui.gui.editor.field_editor import (
    ChoiceEditor,
    Faults,
    FieldEditor,
    FlagsEditor,
    NullableEditor,
    SwitchEditor,
    TextEditor,
    WordsEditor,
)
from vmotion_gui.gui.editor.numbers import IntegerEditor, QuantityEditor
from vmotion_gui.gui.editor.references import ReferencePicker, ReferencesEditor
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.gui.editor.vocabulary import vocabulary
from vmotion_gui.inventory.editing import texts
from vmotion_gui.inventory.editing.fields import FormField, Shape, Unit
from vmotion_gui.inventory.editing.parts import nothing
from vmotion_gui.inventory.entities import GIB

FIELD = "editorField"
"""The property by which the help finds the field that has the keyboard."""

_READ_ONLY = frozenset({"id"})
_STARTS = {Unit.BYTES: GIB, Unit.BITS_PER_S: 1e9}
"""What a quantity that was left open begins with when it is given."""

MakeNested = Callable[[FormField, Surroundings, QWidget], FieldEditor]
_nested: dict[Shape, MakeNested] = {}


def register(shape: Shape, make: MakeNested) -> None:
    """Say what edits parts: they hold forms of this module themselves."""
    _nested[shape] = make


def make_editor(field: FormField, around: Surroundings, parent: QWidget) -> FieldEditor:
    """What edits a field."""
    editor = _make(field, around, parent)
    if not field.nullable:
        return editor
    start = _STARTS.get(field.unit, nothing(field))
    text = QCoreApplication.translate("Editor", "Specify")
    return NullableEditor(editor, text, start, parent)


def _make(field: FormField, around: Surroundings, parent: QWidget) -> FieldEditor:
    words = vocabulary(field, around)
    if words:
        return FlagsEditor(words, parent) if field.shape is Shape.TEXTS else ChoiceEditor(words, parent)
    match field.shape:
        case Shape.TEXT:
            return TextEditor(parent, read_only=field.name in _READ_ONLY)
        case Shape.TEXTS | Shape.INTEGERS:
            return WordsEditor(parent, numbers=field.shape is Shape.INTEGERS)
        case Shape.SWITCH:
            return SwitchEditor(parent)
        case Shape.CHOICE:
            return ChoiceEditor(_choices(field, around), parent)
        case Shape.FLAGS:
            return FlagsEditor(_choices(field, around), parent)
        case Shape.INTEGER if field.unit in (Unit.PLAIN, Unit.MEGAHERTZ) or (field.high or 0) <= 10_000:
            return IntegerEditor(field, parent)
        case Shape.INTEGER | Shape.NUMBER:
            return QuantityEditor(field, parent)
        case Shape.REFERENCE:
            return ReferencePicker(field, around, parent)
        case Shape.REFERENCES:
            return ReferencesEditor(field, around, parent)
        case _:
            return _nested[field.shape](field, around, parent)


def _choices(field: FormField, around: Surroundings) -> list[tuple[str, str]]:
    named = [(word, texts.value(word)) for word in field.choices]
    return [(word, around.text(name) if name is not None else word) for word, name in named]


class Row:
    """A field in a form."""

    def __init__(self, field: FormField, around: Surroundings, form: QWidget) -> None:
        self.field = field
        self.editor = make_editor(field, around, form)
        self.editor.setProperty(FIELD, field)
        self.label = QLabel(around.text(texts.label(field)), form)
        self.label.setWordWrap(True)
        self.label.setBuddy(self.editor.focus_field())
        self.label.setProperty(FIELD, field)
        tip = tooltip(field, around)
        for widget in (self.label, self.editor, self.editor.focus_field()):
            widget.setToolTip(tip)
        self.editor.focus_field().setAccessibleName(self.label.text())
        self.editor.focus_field().setAccessibleDescription(around.text(texts.meaning(field)))
        self.fault = QLabel(form)
        self.fault.setWordWrap(True)
        self.fault.setStyleSheet(f"color: {around.theme.alert};")
        self.fault.hide()

    def show_faults(self, faults: Faults) -> None:
        """Say what is wrong; what a part shows itself is not said twice."""
        left = self.editor.show_faults(faults)
        self.fault.setText("\n".join(f"✕ {text}" for _, text in left))
        self.fault.setVisible(bool(left))
        self.editor.focus_field().setProperty("faulty", bool(left))


class StructForm(FieldEditor):
    """The fields of a struct below each other."""

    def __init__(self, fields: Sequence[FormField], around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._rest: dict[str, Any] = {}
        self.rows = {field.name: Row(field, around, self) for field in fields}
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setHorizontalSpacing(16)
        layout.setVerticalSpacing(8)
        layout.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        layout.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        for row in self.rows.values():
            self._add(layout, row)
            row.editor.edited.connect(self.edited)

    def _add(self, layout: QFormLayout, row: Row) -> None:
        cell = QWidget(self)
        column = QVBoxLayout(cell)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(row.editor)
        column.addWidget(row.fault)
        if row.field.shape in (Shape.STRUCT, Shape.STRUCTS) and len(self.rows) == 1:
            row.label.hide()
            layout.addRow(cell)
        elif row.field.shape in (Shape.STRUCT, Shape.STRUCTS):
            layout.addRow(row.label)
            layout.addRow(cell)
        else:
            row.label.setFixedWidth(190)
            layout.addRow(row.label, cell)

    def value(self) -> dict[str, Any]:
        """As in the lab document; fields that the form does not show are as they were."""
        return self._rest | {name: row.editor.value() for name, row in self.rows.items()}

    def set_value(self, value: dict[str, Any]) -> None:
        self._rest = {name: part for name, part in value.items() if name not in self.rows}
        for name, row in self.rows.items():
            held = value.get(name, row.field.default)
            row.editor.set_value(nothing(row.field) if held is None and not row.field.nullable else held)

    def focus_field(self) -> QWidget:
        return next(iter(self.rows.values())).editor.focus_field()

    def show_faults(self, faults: Faults) -> Faults:
        left = [(path, text) for path, text in faults if _head(path) not in self.rows]
        for name, row in self.rows.items():
            row.show_faults([(_tail(path, name), text) for path, text in faults if _head(path) == name])
        return left


def _head(path: str) -> str:
    return path.partition(".")[0].partition("[")[0]


def _tail(path: str, name: str) -> str:
    return path[len(name) :].removeprefix(".")
