"""The dialog around an entity's form: what is wrong, and OK and Cancel."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.editor.form import EntityForm
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.gui.objects import kind_name, kind_of
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.checking import Checking
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.building.joining import joined


class EntityDialog(QDialog):
    """Edits an entity, or a new one before it is there.

    Signals:
        confirmed(Entity): the entity as it was entered; it fits the estate.
    """

    confirmed = Signal(object)

    def __init__(
        self, entity: e.Entity, context: Context, parent: QWidget, *, new: bool, estate: Inventory, note: str = ""
    ) -> None:
        """`estate`: what the entity is checked against; for a new one, with what comes along with it, of which `note`
        tells."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entity = entity
        kind = type(entity)
        around = Surroundings(estate, context.language, context.themes.theme, kind, self._document)
        self._around = around
        self.form: EntityForm | None = None
        self.form = EntityForm(plain(entity), around, Checking(estate, entity.id, joined))
        sort = kind_name(kind_of(entity))
        title = self.tr("New: {kind}").format(kind=sort) if new else self.tr("Edit settings – {name}")
        self.setWindowTitle(title.format(name=entity.name))
        self._problem = QLabel(self)
        self._problem.setWordWrap(True)
        self._problem.setObjectName("editProblem")
        self._problem.setStyleSheet(f"color: {around.theme.alert};")
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        if new:
            self.ok.setText(self.tr("Add"))
        layout = QVBoxLayout(self)
        layout.addWidget(self.form, 1)
        if note:
            along = QLabel(note, self)
            along.setWordWrap(True)
            along.setForegroundRole(along.palette().ColorRole.PlaceholderText)
            layout.addWidget(along)
        layout.addWidget(self._problem)
        layout.addWidget(self.buttons)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self.form.checked.connect(self._show)
        self._show()
        self.resize(880, 620)
        name = self.form.field("name").focusProxy()
        if name is not None:
            name.setFocus()

    def _document(self) -> dict[str, Any]:
        return plain(self._entity) if self.form is None else self.form.document()

    def _show(self) -> None:
        assert self.form is not None
        faults = self.form.faults
        elsewhere = [fault for fault in faults if fault.id != self._entity.id]
        texts = [f"✕ {self._around.name(fault.id)}: {self._around.text(fault.text)}" for fault in elsewhere[:3]]
        if len(faults) > len(elsewhere):
            texts.insert(0, self.tr("✕ Something is not right yet: see the marked fields."))
        self._problem.setText("\n".join(texts))
        self._problem.setVisible(bool(texts))
        self.ok.setEnabled(not faults)
        self.ok.setToolTip(texts[0] if texts else "")

    def _confirm(self) -> None:
        assert self.form is not None
        self.form.check()
        if self.form.faults:
            return
        self.confirmed.emit(entered(self._entity, self.form.document()))
        self.accept()


def plain(entity: e.Entity) -> dict[str, Any]:
    """An entity as in the lab document, with lists instead of tuples."""
    document: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(entity))
    return document


def _entered_services(before: e.Entity, after: e.Entity) -> e.Entity:
    """Services of VMkernel adapters that a person has changed are no guess any more."""
    if not isinstance(before, e.Host) or not isinstance(after, e.Host):
        return after
    known = {vmk.device: vmk.services for vmk in before.vmk_adapters}
    adapters = tuple(
        vmk if known.get(vmk.device) == vmk.services else msgspec.structs.replace(vmk, services_origin="entered")
        for vmk in after.vmk_adapters
    )
    return msgspec.structs.replace(after, vmk_adapters=adapters)


def entered(before: e.Entity, document: dict[str, Any]) -> e.Entity:
    """The entity of a form. What a person has entered is no assumption of an import any more."""
    after = _entered_services(before, msgspec.convert(document, type(before)))
    changed = {name for name in before.__struct_fields__ if getattr(before, name) != getattr(after, name)}
    if after.assumed == ("*",):
        return msgspec.structs.replace(after, assumed=()) if changed else after
    return msgspec.structs.replace(after, assumed=tuple(name for name in after.assumed if name not in changed))
