"""What a step does, or asks of the user."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import msgspec
from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.faults import fault_name
from vmotion_gui.gui.lessons.authoring.texts import TextPair
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import (
    Command,
    DatastoreFull,
    DestinationCannotResume,
    EditInventory,
    EnterDatastoreMaintenanceMode,
    EnterMaintenanceMode,
    ExitDatastoreMaintenanceMode,
    ExitMaintenanceMode,
    Fault,
    HostFailed,
    InjectFault,
    LinkFailed,
    Migrate,
    MigrationSpec,
    VmotionNetworkLost,
)
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.lessons.document import Action
from vmotion_gui.lessons.naming import command_message, text_of, title_of
from vmotion_gui.simulation.embedded import EmbeddedBackend


def _power(state: str, label: str) -> Callable[[str, str], Command]:
    return lambda vm, _: EditInventory(changes=(FieldsChanged(id=vm, fields={"power_state": state}),), label=label)


class _Kind(NamedTuple):
    """A kind of action that can be added."""

    name: str
    objects: str
    """The collection that its object is of."""
    command: Callable[[str, str], Command]
    """From the ids of the object and of the place."""
    places: str = ""
    """The collection that its place is of; "" if it has none."""


_FAULTS: tuple[tuple[str, Callable[[str], Fault]], ...] = (
    ("hosts", lambda id_: HostFailed(host=id_)),
    ("hosts", lambda id_: VmotionNetworkLost(host=id_)),
    ("datastores", lambda id_: DatastoreFull(datastore=id_)),
    ("links", lambda id_: LinkFailed(link=id_)),
    ("vms", lambda id_: DestinationCannotResume(vm=id_)),
)


def _failing(make: Callable[[str], Fault]) -> Callable[[str, str], Command]:
    return lambda id_, _: InjectFault(fault=make(id_))


class DeedsField(QWidget):
    """The actions of a step.

    Signals:
        changed(): there are others, or they are asked for otherwise.
    """

    changed = Signal()

    def __init__(self, lab: Lab, parent: QWidget) -> None:
        super().__init__(parent)
        self._lab, self._run = lab, EmbeddedBackend(lab)
        self._showing = False
        self._actions: tuple[Action, ...] = ()
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Actions"))
        self.list.setMaximumHeight(110)
        self.asked = QCheckBox(self.tr("The user is asked to do it; otherwise the lesson does it on entering"), self)
        self.button = TextPair(self.tr("What stands on the button"), self, optional=True)
        self.kind, self.object, self.place = QComboBox(self), QComboBox(self), QComboBox(self)
        self._kinds = self._offered()
        self.kind.addItems([kind.name for kind in self._kinds])
        self.add, self.remove = QPushButton(self.tr("Add"), self), QPushButton(self.tr("Remove"), self)
        self._arrange()
        self.kind.currentIndexChanged.connect(self._offer)
        self.add.clicked.connect(self._add)
        self.remove.clicked.connect(self._remove)
        self.list.currentRowChanged.connect(self._show_current)
        self.asked.clicked.connect(self._edited)
        self.button.changed.connect(self._edited)
        self._offer()
        self._show_current()

    def _offered(self) -> tuple[_Kind, ...]:
        """What can be added by hand; anything else comes into a lesson by being recorded."""
        enter, leave = self.tr("Enter Maintenance Mode"), self.tr("Exit Maintenance Mode")
        fault = self.tr("Inject fault")
        return (
            _Kind(self.tr("Migrate"), "vms", lambda vm, host: Migrate(spec=MigrationSpec(vm=vm, host=host)), "hosts"),
            _Kind(
                self.tr("Change storage"),
                "vms",
                lambda vm, store: Migrate(spec=MigrationSpec(vm=vm, datastore=store)),
                "datastores",
            ),
            _Kind(self.tr("Power On"), "vms", _power("poweredOn", "edit.powerOn")),
            _Kind(self.tr("Power Off"), "vms", _power("poweredOff", "edit.powerOff")),
            _Kind(enter, "hosts", lambda host, _: EnterMaintenanceMode(host=host)),
            _Kind(leave, "hosts", lambda host, _: ExitMaintenanceMode(host=host)),
            _Kind(
                self.tr("{action} (datastore)").format(action=enter),
                "datastores",
                lambda store, _: EnterDatastoreMaintenanceMode(datastore=store),
            ),
            _Kind(
                self.tr("{action} (datastore)").format(action=leave),
                "datastores",
                lambda store, _: ExitDatastoreMaintenanceMode(datastore=store),
            ),
            *(_Kind(f"{fault}: {fault_name(make(''))}", kind, _failing(make)) for kind, make in _FAULTS),
        )

    def _arrange(self) -> None:
        for box, name in (
            (self.kind, self.tr("Kind of action")),
            (self.object, self.tr("Object")),
            (self.place, self.tr("Destination")),
        ):
            box.setAccessibleName(name)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
        row = QHBoxLayout()
        for box in (self.kind, self.object, self.place):
            row.addWidget(box, 1)
        for button in (self.add, self.remove):
            button.setAutoDefault(False)
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(self.tr("Actions"), self))
        layout.addWidget(self.list, 1)
        layout.addWidget(self.asked)
        layout.addWidget(self.button)
        layout.addLayout(row)

    def _offer(self, _row: int = 0) -> None:
        kind = self._kinds[self.kind.currentIndex()]
        for box, collection in ((self.object, kind.objects), (self.place, kind.places)):
            box.clear()
            for entity in self._lab.inventory.collection(collection).values() if collection else ():
                box.addItem(entity.name, entity.id)
        self.place.setVisible(bool(kind.places))

    def _sentence(self, action: Action) -> str:
        text = text_of(command_message(action.command, self._run, self._lab.inventory))
        who = self.tr("asked of the user") if action.by == "user" else self.tr("done by the lesson")
        return f"{text.of(QLocale().name()[:2])}  ({who})"

    def _add(self) -> None:
        kind = self._kinds[self.kind.currentIndex()]
        if not self.object.count() or (kind.places and not self.place.count()):
            return
        command = kind.command(self.object.currentData(), self.place.currentData() or "")
        text = title_of(command_message(command, self._run, self._lab.inventory, short=True))
        self._put((*self._actions, Action(command=command, by="user", text=text)), len(self._actions))

    def _remove(self) -> None:
        row = self.list.currentRow()
        if row >= 0:
            self._put((*self._actions[:row], *self._actions[row + 1 :]), row)

    def _edited(self) -> None:
        row = self.list.currentRow()
        if self._showing or row < 0:
            return
        by = "user" if self.asked.isChecked() else "lesson"
        changed = msgspec.structs.replace(self._actions[row], by=by, text=self.button.text())
        self._put((*self._actions[:row], changed, *self._actions[row + 1 :]), row)

    def _put(self, actions: tuple[Action, ...], row: int) -> None:
        self.show_actions(actions)
        self.list.setCurrentRow(min(row, len(actions) - 1))
        self.changed.emit()

    def show_actions(self, actions: tuple[Action, ...]) -> None:
        """Fill the list."""
        if actions == self._actions and self.list.count() == len(actions):
            return
        self._actions = actions
        self._showing = True
        row = self.list.currentRow()
        while self.list.count() > len(actions):
            self.list.takeItem(self.list.count() - 1)
        while self.list.count() < len(actions):
            QListWidgetItem(self.list)
        for number, action in enumerate(actions):
            self.list.item(number).setText(self._sentence(action))
        self.list.setCurrentRow(max(min(row, len(actions) - 1), 0) if actions else -1)
        self._showing = False
        self._show_current()

    def _show_current(self, _row: int = -1) -> None:
        row = self.list.currentRow()
        action = self._actions[row] if 0 <= row < len(self._actions) else None
        self._showing = True
        for widget in (self.asked, self.button, self.remove):
            widget.setEnabled(action is not None)
        self.asked.setChecked(action is not None and action.by == "user")
        self.button.show_text(action.text if action is not None else None)
        self._showing = False

    def chosen(self) -> tuple[Action, ...]:
        """What the list holds."""
        return self._actions
