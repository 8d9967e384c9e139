"""Many VMs from a preset: what they are like, and what that takes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from vmotion_gui.gui import words
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.editor.numbers import QuantityEditor
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory import presets
from vmotion_gui.inventory.editing.fields import FormField, fields_of
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.building.adding import hosts_at
from vmotion_gui.planning.building.bulk import Batch

_MOST = 1000
_SIZES = {
    "idle": (1, 2, 20),
    "web-server": (2, 4, 40),
    "database": (8, 32, 200),
    "in-memory-cache": (4, 32, 40),
    "build-server": (8, 16, 100),
    "memory-stress": (2, 8, 20),
}
"""Preset -> vCPUs, GB of memory and GB of disk that such a machine begins with."""
_GIB = 1024**3


class BatchDialog(QDialog):
    """Asks for a batch of VMs at a place.

    Signals:
        confirmed(Batch): these VMs are wanted.
    """

    confirmed = Signal(object)

    def __init__(self, place: str, inventory: Inventory, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        entity = inventory.get(place)
        where = entity.name if entity is not None else ""
        title = self.tr("New VMs on {place}").format(place=where) if where else self.tr("New VMs")
        self.setWindowTitle(title)
        self._inventory, self._context = inventory, context
        self._hosts = hosts_at(inventory, place)
        self.count, self.cpus = self._spin(_MOST, 10), self._spin(128, 2)
        self.prefix = QLineEdit("vm-", self)
        self.preset = QComboBox(self)
        for name in presets.PRESETS:
            self.preset.addItem(context.language.text(presets.title(name)), name)
        self.memory, self.disk = (
            self._size(e.VirtualMachine, "memory_bytes"),
            self._size(e.VirtualDisk, "capacity_bytes"),
        )
        self.datastore, self.network = QComboBox(self), QComboBox(self)
        self._fill_places()
        self._about, self._sum = self._note(), self._note()
        self._arrange()
        self.preset.activated.connect(self._preset_chosen)
        for signal in (self.count.valueChanged, self.cpus.valueChanged, self.memory.edited, self.disk.edited):
            signal.connect(self._show)
        self.prefix.textChanged.connect(self._show)
        self.preset.setCurrentIndex(self.preset.findData("web-server"))
        self._preset_chosen()
        self.count.selectAll()

    # --- making ---------------------------------------------------------------------------------------------

    def _spin(self, most: int, value: int) -> QSpinBox:
        spin = QSpinBox(self)
        spin.setRange(1, most)
        spin.setValue(value)
        return spin

    def _size(self, kind: type[e.VirtualMachine | e.VirtualDisk], name: str) -> QuantityEditor:
        return QuantityEditor(_field(kind, name), self)

    def _note(self) -> QLabel:
        label = QLabel(self)
        label.setWordWrap(True)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        return label

    def _fill_places(self) -> None:
        inventory, automatic = self._inventory, self.tr("The one that fits best")
        self.datastore.addItem(automatic, "")
        self.network.addItem(automatic, "")
        mounted = {mount.datastore: None for host in self._hosts for mount in host.mounts}
        shared = [id_ for id_ in mounted if all(any(m.datastore == id_ for m in host.mounts) for host in self._hosts)]
        for id_ in shared:
            store = inventory.datastores[id_]
            free = words.quantity(float(store.free_bytes), "bytes")
            self.datastore.addItem(self.tr("{name} ({free} free)").format(name=store.name, free=free), id_)
        ids = {host.id for host in self._hosts}
        switches = {switch.id for switch in inventory.switches.values() if ids <= set(switch.hosts)}
        for group in inventory.portgroups.values():
            if group.switch in switches:
                self.network.addItem(group.name, group.id)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.setVerticalSpacing(8)
        rows: tuple[tuple[str, QWidget], ...] = (
            (self.tr("Number"), self.count),
            (self.tr("Name begins with"), self.prefix),
            (self.tr("Preset"), self.preset),
            ("", self._about),
            (self.tr("vCPUs"), self.cpus),
            (self.tr("Memory"), self.memory),
            (self.tr("Disk"), self.disk),
            (self.tr("Datastore"), self.datastore),
            (self.tr("Network"), self.network),
        )
        for text, widget in rows:
            label = QLabel(text, self)
            field = widget.focus_field() if isinstance(widget, QuantityEditor) else widget
            if text:
                label.setBuddy(field)
                field.setAccessibleName(text)
            form.addRow(label, widget)
        form.addRow(self._sum)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.ok = self.buttons.button(buttons.Ok)
        self.ok.setText(self.tr("Add"))
        form.addRow(self.buttons)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self.setMinimumWidth(520)

    # --- choosing -------------------------------------------------------------------------------------------

    def _preset_chosen(self) -> None:
        name = self.preset.currentData()
        cpus, memory, disk = _SIZES[name]
        self.cpus.setValue(cpus)
        self.memory.set_value(memory * _GIB)
        self.disk.set_value(disk * _GIB)
        self._about.setText(self._context.language.text(presets.explanation(name)))
        self._show()

    def batch(self) -> Batch:
        """What has been entered."""
        return Batch(
            count=self.count.value(),
            prefix=self.prefix.text().strip(),
            preset=self.preset.currentData(),
            cpus=self.cpus.value(),
            memory_bytes=int(self.memory.value()),
            disk_bytes=int(self.disk.value()),
            datastore=self.datastore.currentData(),
            portgroup=self.network.currentData(),
        )

    def _show(self) -> None:
        batch = self.batch()
        text = self.tr(
            "Together {memory} of memory and {disk} of disk, spread over {hosts} hosts by their free memory."
        )
        memory = words.quantity(float(batch.count * batch.memory_bytes), "bytes")
        disk = words.quantity(float(batch.count * batch.disk_bytes), "bytes")
        self._sum.setText(text.format(memory=memory, disk=disk, hosts=len(self._hosts)))
        self.ok.setEnabled(bool(batch.prefix) and batch.memory_bytes > 0)

    def _confirm(self) -> None:
        self.confirmed.emit(self.batch())
        self.accept()


def _field(kind: type[e.VirtualMachine | e.VirtualDisk], name: str) -> FormField:
    return next(field for field in fields_of(kind, e.VirtualMachine) if field.name == name)
