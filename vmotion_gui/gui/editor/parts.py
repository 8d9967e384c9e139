"""Fields that hold parts with fields of their own: one part of one or several types, or a list of parts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QListWidget, QMenu, QPushButton, QVBoxLayout, QWidget

from vmotion_gui.gui.editor.field_editor import Faults, FieldEditor, guarded
from vmotion_gui.gui.editor.references import candidates
from vmotion_gui.gui.editor.structs import StructForm, register
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.inventory.editing import texts
from vmotion_gui.inventory.editing.fields import FormField, Shape, fields_of, tag_of
from vmotion_gui.inventory.editing.parts import LABEL_FIELDS, duplicated, new_part
from vmotion_gui.inventory.editing.workloads import preset_document
from vmotion_gui.inventory.workload import Workload

_Document = dict[str, Any]


def type_name(kind: type[Any], around: Surroundings) -> str:
    """The word for a type of part."""
    name = texts.value(tag_of(kind))
    return around.text(name) if name is not None else tag_of(kind)


def kind_of_part(field: FormField, part: _Document) -> type[Any]:
    """Which of a field's types a part is."""
    return next((kind for kind in field.structs if tag_of(kind) == part.get("kind", "")), field.structs[0])


class PartEditor(FieldEditor):
    """One part; of several types, its type is chosen first."""

    def __init__(self, field: FormField, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._around = field, around
        self._kind = field.structs[0]
        self._form: StructForm | None = None
        self.types = QComboBox(self)
        for kind in field.structs:
            self.types.addItem(type_name(kind, around), tag_of(kind))
        self.types.setVisible(len(field.structs) > 1)
        self.types.activated.connect(self._type_chosen)
        guarded(self.types)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self.types)

    def _type_chosen(self) -> None:
        kind = self._field.structs[self.types.currentIndex()]
        self._fill({"kind": tag_of(kind)})
        self.edited.emit()

    def _fill(self, part: _Document) -> None:
        kind = kind_of_part(self._field, part)
        if self._form is None or kind is not self._kind:
            if self._form is not None:
                self._form.hide()
                self._form.deleteLater()
            self._kind = kind
            fields = fields_of(kind, self._around.kind, f"{self._field.path}.")
            self._form = StructForm(fields, self._around, self)
            self._form.edited.connect(self.edited)
            self._column.addWidget(self._form)
        self._form.set_value(part)

    def value(self) -> _Document:
        assert self._form is not None
        return self._form.value()

    def set_value(self, value: _Document) -> None:
        self._fill(value or {"kind": tag_of(self._field.structs[0])} if len(self._field.structs) > 1 else value)
        self.types.setCurrentIndex(self._field.structs.index(self._kind))

    def focus_field(self) -> QWidget:
        if len(self._field.structs) > 1 or self._form is None or not self._form.rows:
            return self.types
        return self._form.focus_field()

    def show_faults(self, faults: Faults) -> Faults:
        return self._form.show_faults(faults) if self._form is not None else faults


class PartsEditor(FieldEditor):
    """A list of parts, and the form of the one that is chosen in it."""

    def __init__(self, field: FormField, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self._field, self._around = field, around
        self._parts: list[_Document] = []
        self._forms: dict[type[Any], StructForm] = {}
        self._form: StructForm | None = None
        self.list = QListWidget(self)
        self.list.setAlternatingRowColors(False)
        self.list.setFrameShape(QListWidget.Shape.StyledPanel)
        self.list.setStyleSheet("QListWidget::item { padding: 3px 6px; }")
        self.list.currentRowChanged.connect(self._show_part)
        self.add = QPushButton(self.tr("Add"), self)
        self.copy = QPushButton(self.tr("Duplicate"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        self._arrange()
        if len(field.structs) > 1:
            menu = QMenu(self.add)
            for kind in field.structs:
                menu.addAction(type_name(kind, around)).triggered.connect(lambda _=False, kind=kind: self._add(kind))
            self.add.setMenu(menu)
        else:
            self.add.clicked.connect(lambda: self._add(field.structs[0]))
        self.copy.clicked.connect(lambda: self._duplicate())
        self.remove.clicked.connect(lambda: self._remove())

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.add, self.copy, self.remove):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.list)
        self._column.addLayout(buttons)

    # --- the list -------------------------------------------------------------------------------------------

    def _name(self, part: _Document, row: int) -> str:
        if "datastore" in part and "label" not in part and "path" not in part:
            return self._around.name(part["datastore"])
        kind = kind_of_part(self._field, part)
        for field in fields_of(kind, self._around.kind, f"{self._field.path}[]."):
            if field.name in LABEL_FIELDS and (word := part.get(field.name, field.default)):
                named = texts.value(str(word)) if field.shape is Shape.CHOICE else None
                return self._around.text(named) if named is not None else str(word)
        return self.tr("Phase {number}").format(number=row + 1)

    def _show_list(self, current: int) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        self.list.addItems([self._name(part, row) for row, part in enumerate(self._parts)])
        self.list.setCurrentRow(current)
        self.list.blockSignals(False)
        rows = min(max(len(self._parts), 1), 6)
        self.list.setFixedHeight(rows * (self.fontMetrics().height() + 9) + 6)
        self._show_part(current)

    def _show_part(self, row: int) -> None:
        held = 0 <= row < len(self._parts)
        self.copy.setEnabled(held)
        self.remove.setEnabled(held)
        if self._form is not None:
            self._form.hide()
        self._form = self._form_of(kind_of_part(self._field, self._parts[row])) if held else None
        if self._form is not None:
            self._form.set_value(self._parts[row])
            self._form.show()

    def _form_of(self, kind: type[Any]) -> StructForm:
        if kind not in self._forms:
            form = StructForm(fields_of(kind, self._around.kind, f"{self._field.path}[]."), self._around, self)
            form.edited.connect(self._part_edited)
            self._column.addWidget(form)
            self._forms[kind] = form
        return self._forms[kind]

    def _part_edited(self) -> None:
        row = self.list.currentRow()
        if self._form is None or row < 0:
            return
        self._parts[row] = self._form.value()
        self.list.item(row).setText(self._name(self._parts[row], row))
        self.edited.emit()

    # --- add, duplicate, remove -----------------------------------------------------------------------------

    def _add(self, kind: type[Any]) -> None:
        path = f"{self._field.path}[]."
        fields = [field for field in fields_of(kind, self._around.kind, path) if field.targets]
        offered = {field.name: [entity.id for entity in candidates(self._around, field)] for field in fields}
        self._put(new_part(kind, self._around.kind, path, self._parts, offered))

    def _duplicate(self) -> None:
        self._put(duplicated(self._parts[self.list.currentRow()], self._parts))

    def _put(self, part: _Document) -> None:
        self._parts.append(part)
        self._show_list(len(self._parts) - 1)
        self.edited.emit()
        if self._form is not None and self._form.rows:
            self._form.focus_field().setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        row = self.list.currentRow()
        del self._parts[row]
        self._show_list(min(row, len(self._parts) - 1))
        self.edited.emit()

    # --- value ----------------------------------------------------------------------------------------------

    def value(self) -> list[_Document]:
        return list(self._parts)

    def set_value(self, value: Sequence[_Document]) -> None:
        self._parts = [dict(part) for part in value]
        self._show_list(0 if self._parts else -1)

    def focus_field(self) -> QWidget:
        return self.list

    def show_faults(self, faults: Faults) -> Faults:
        """Those of the chosen part in its form, those of others with the name of the part."""
        current, left, here = self.list.currentRow(), [], []
        for path, text in faults:
            number, _, rest = path.removeprefix("[").partition("]")
            row = int(number) if number.isdigit() else -1
            if row == current:
                here.append((rest.removeprefix("."), text))
            else:
                left.append((path, f"{self.list.item(row).text()}: {text}" if 0 <= row < len(self._parts) else text))
        return [*left, *(self._form.show_faults(here) if self._form is not None else here)]


class WorkloadEditor(PartEditor):
    """A workload: choosing a preset fills in what it does for a machine of this size."""

    def _fill(self, part: _Document) -> None:
        first = self._form is None
        super()._fill(part)
        if first and self._form is not None:
            self._form.rows["preset"].editor.edited.connect(self._preset_chosen)
            for name in ("phases", "request_rate_per_s"):
                self._form.rows[name].editor.edited.connect(self._changed_by_hand)

    def _preset_chosen(self) -> None:

        document = self._around.document()
        name = self.value()["preset"]
        if name:
            self.set_value(preset_document(name, document))
            self.edited.emit()

    def _changed_by_hand(self) -> None:
        if self._form is not None:
            self._form.rows["preset"].editor.set_value("")


def _part(field: FormField, around: Surroundings, parent: QWidget) -> FieldEditor:
    return (WorkloadEditor if field.structs == (Workload,) else PartEditor)(field, around, parent)


register(Shape.STRUCT, _part)
register(Shape.STRUCTS, PartsEditor)
