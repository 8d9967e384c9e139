"""How many copies of an object: the dialog before they are made."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QWidget

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.naming import Names
from vmotion_gui.inventory.estate import Inventory

_MOST = 64
_MOST_VMS = 500
_SHOWN = 4


class DuplicateDialog(QDialog):
    """Asks how many, and shows what they will be called.

    Signals:
        confirmed(int): so many copies are wanted.
    """

    confirmed = Signal(int)

    def __init__(self, entity: e.Entity, inventory: Inventory, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Duplicate {name}").format(name=entity.name))
        self._entity, self._inventory = entity, inventory
        self.count = QSpinBox(self)
        self.count.setRange(1, _MOST_VMS if isinstance(entity, e.VirtualMachine) else _MOST)
        self.count.setAccessibleName(self.tr("Copies"))
        self.names = QLabel(self)
        self.names.setWordWrap(True)
        note = QLabel(self._note(), self)
        note.setWordWrap(True)
        note.setForegroundRole(note.palette().ColorRole.PlaceholderText)
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(self.tr("Duplicate"))
        form = QFormLayout(self)
        label = QLabel(self.tr("Copies"), self)
        label.setBuddy(self.count)
        form.addRow(label, self.count)
        form.addRow(QLabel(self.tr("Names"), self), self.names)
        form.addRow(note)
        form.addRow(self.buttons)
        self.count.valueChanged.connect(self._show_names)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self._show_names()
        self.setMinimumWidth(460)
        self.resize(self.sizeHint())
        self.count.selectAll()

    def _note(self) -> str:
        if isinstance(self._entity, e.Host):
            return self.tr(
                "Each gets the same hardware, networks and shared datastores, and addresses, standard switches and "
                "local datastores of its own. The virtual machines are not copied."
            )
        if isinstance(self._entity, e.VirtualMachine):
            return self.tr("Each gets files and addresses of its own, on the same host and datastores.")
        return self.tr("What lies within the object is not copied. To copy that too, use Ctrl+C and Ctrl+V.")

    def _show_names(self) -> None:
        kind, count = type(self._entity), self.count.value()
        names, last, found = Names(self._inventory), self._entity.name, []
        for _ in range(count):
            last = names.name_for(kind, [last])
            found.append(last)
        if count > _SHOWN:
            found = [*found[: _SHOWN - 1], "…", found[-1]]
        self.names.setText(", ".join(found))

    def _confirm(self) -> None:
        self.confirmed.emit(self.count.value())
        self.accept()
