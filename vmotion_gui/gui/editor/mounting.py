"""Which hosts see a datastore: all of them in one list with check marks."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.editor.references import ReferencesEditor
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.fields import fields_of
from vmotion_gui.inventory.estate import Inventory


class MountDialog(QDialog):
    """Mounts a datastore on hosts, and takes it from others.

    Signals:
        confirmed(tuple[Host, ...]): the hosts that see something else now.
    """

    confirmed = Signal(object)

    def __init__(self, store: e.Datastore, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Hosts that mount {name}").format(name=store.name))
        self._store = store
        estate = context.session.inventory
        self._inventory = Inventory(host for host in estate.hosts.values() if host.datacenter == store.datacenter)
        hosts = next(field for field in fields_of(e.Switch, e.Switch) if field.name == "hosts")
        around = Surroundings(self._inventory, context.language, context.themes.theme, e.Switch, dict)
        self.hosts = ReferencesEditor(hosts, around, self)
        self.hosts.focus_field().setAccessibleName(self.windowTitle())
        self._before = [host.id for host in self._inventory.hosts.values() if _mounts(host, store.id)]
        self.hosts.set_value(self._before)
        note = QLabel(self.tr("VMs on this datastore move without their disks between these hosts."), self)
        note.setWordWrap(True)
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        layout = QVBoxLayout(self)
        for widget in (note, self.hosts, self.buttons):
            layout.addWidget(widget)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self.resize(460, self.sizeHint().height())

    def _confirm(self) -> None:
        wanted = set(self.hosts.value())
        changed = []
        for host in self._inventory.hosts.values():
            if host.id in wanted and host.id not in self._before:
                mounts = (*host.mounts, e.DatastoreMount(datastore=self._store.id))
            elif host.id in self._before and host.id not in wanted:
                mounts = tuple(mount for mount in host.mounts if mount.datastore != self._store.id)
            else:
                continue
            changed.append(msgspec.structs.replace(host, mounts=mounts))
        self.confirmed.emit(tuple(changed))
        self.accept()


def _mounts(host: e.Host, store: str) -> bool:
    return any(mount.datastore == store for mount in host.mounts)
