"""Fields that point at other objects, which are chosen by name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from vmotion_gui.gui.editor.field_editor import FieldEditor, guarded
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.objects import kind_of, state_of
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.fields import FormField

_ROOT = QModelIndex()
_Index = QModelIndex | QPersistentModelIndex
_FILTER_FROM = 9


def candidates(around: Surroundings, field: FormField) -> list[e.Entity]:
    """What the field may point at, by name; an object does not point at itself."""
    own = around.document().get("id")
    found = [
        entity for name in field.targets for entity in around.inventory.collection(name).values() if entity.id != own
    ]
    return sorted(found, key=lambda entity: entity.name.casefold())


def told_apart(entities: Sequence[e.Entity], around: Surroundings) -> list[str]:
    """Names; with the datacenter, switch or parent where two have the same."""
    names = [entity.name for entity in entities]
    doubled = {name for name in names if names.count(name) > 1} if len(names) < 500 else set()
    return [
        f"{entity.name} – {_whose(entity, around)}" if entity.name in doubled else entity.name for entity in entities
    ]


def _whose(entity: e.Entity, around: Surroundings) -> str:
    for field in ("cluster", "datacenter", "switch", "parent", "vcenter", "host"):
        above = getattr(entity, field, "")
        if above:
            return around.name(above)
    return entity.id


class ReferencePicker(FieldEditor):
    """One object, by its name."""

    def __init__(self, field: FormField, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QComboBox(self)
        self.box.setMaxVisibleItems(18)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(24)
        if field.clearable:
            self.box.addItem(self.tr("(none)"), "")
        found = candidates(around, field)
        for entity, name in zip(found, told_apart(found, around), strict=True):
            self.box.addItem(object_icon(kind_of(entity), state_of(entity), around.theme), name, entity.id)
        self.box.activated.connect(self.edited)
        guarded(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box)
        self.setFocusProxy(self.box)

    def value(self) -> str:
        return str(self.box.currentData() or "")

    def set_value(self, value: str) -> None:
        row = self.box.findData(value)
        if row < 0:
            self.box.insertItem(0, value or self.tr("(choose)"), value)
            row = 0
        self.box.setCurrentIndex(row)

    def focus_field(self) -> QWidget:
        return self.box


class _Checks(QAbstractListModel):
    """Objects with a check mark each, of which a filter shows some.

    Signals:
        toggled(): the user has set or taken a mark.
    """

    toggled = Signal()

    def __init__(self, entities: Sequence[e.Entity], names: Sequence[str], around: Surroundings, parent: Any) -> None:
        super().__init__(parent)
        self._entities = list(entities)
        self._names = list(names)
        self._around = around
        self._rows = list(range(len(entities)))
        self.checked: dict[str, None] = {}

    def set_filter(self, text: str) -> None:
        wanted = text.casefold().strip()
        self.beginResetModel()
        self._rows = [row for row, name in enumerate(self._names) if wanted in name.casefold()]
        self.endResetModel()

    def set_checked(self, ids: Sequence[str]) -> None:
        self.beginResetModel()
        self.checked = dict.fromkeys(ids)
        self.endResetModel()

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self._rows[index.row()]
        entity = self._entities[place]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._names[place]
        if role == Qt.ItemDataRole.DecorationRole:
            return object_icon(kind_of(entity), state_of(entity), self._around.theme)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if entity.id in self.checked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        id_ = self._entities[self._rows[index.row()]].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self.checked[id_] = None
        else:
            self.checked.pop(id_, None)
        self.dataChanged.emit(index, index)
        self.toggled.emit()
        return True


class ReferencesEditor(FieldEditor):
    """Several objects: a list with check marks, and a filter where it is long."""

    def __init__(self, field: FormField, around: Surroundings, parent: QWidget) -> None:
        super().__init__(parent)
        found = candidates(around, field)
        self.model = _Checks(found, told_apart(found, around), around, self)
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by name"))
        self.filter.setAccessibleName(self.tr("Filter by name"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setVisible(len(found) >= _FILTER_FROM)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.list.setUniformItemSizes(True)
        self.list.setFixedHeight(min(max(len(found), 2), 9) * (self.fontMetrics().height() + 8) + 6)
        self.list.setFrameShape(QListView.Shape.StyledPanel)
        self.count = QLabel(self)
        self.count.setForegroundRole(self.count.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for widget in (self.filter, self.list, self.count):
            layout.addWidget(widget)
        self.filter.textChanged.connect(self.model.set_filter)
        self.model.toggled.connect(self._toggled)
        self._total = len(found)

    def _toggled(self) -> None:
        self._tell()
        self.edited.emit()

    def _tell(self) -> None:
        text = self.tr("{count} of {total} chosen").format(count=len(self.model.checked), total=self._total)
        self.count.setText(text if self._total else self.tr("There is nothing yet that could be chosen."))

    def value(self) -> list[str]:
        return list(self.model.checked)

    def set_value(self, value: Sequence[str]) -> None:
        self.model.set_checked(value)
        self._tell()

    def focus_field(self) -> QWidget:
        return self.list
