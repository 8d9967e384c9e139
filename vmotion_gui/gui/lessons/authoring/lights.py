"""What the spotlight of a step falls on: parts of the window and objects, chosen from a list or clicked."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.inventory.lab import Lab
from vmotion_gui.lessons.targets import OBJECT, WINDOW_TARGETS, target_of

_ID = Qt.ItemDataRole.UserRole


def target_name(target: str, lab: Lab) -> str:
    """What a target is, in the window's language."""
    parsed = target_of(target)
    if parsed is not None and parsed.ids:
        entities = [(id_, lab.inventory.get(id_)) for id_ in parsed.ids]
        names = [entity.name if entity is not None else id_ for id_, entity in entities]
        return (" – " if parsed.kind == "edge" else ", ").join(names)
    translate = QCoreApplication.translate
    return {
        "inventory": translate("Lights", "Inventory"),
        "topology": translate("Lights", "Topology"),
        "details": translate("Lights", "Details"),
        "knobs": translate("Lights", "Knobs"),
        "tasks": translate("Lights", "Recent Tasks"),
        "events": translate("Lights", "Events"),
        "alarms": translate("Lights", "Alarms"),
        "logs": translate("Lights", "Logs"),
        "migration": translate("Lights", "Migration"),
        "migration.stages": translate("Lights", "Migration: stages"),
        "migration.memory": translate("Lights", "Migration: memory"),
        "migration.charts": translate("Lights", "Migration: charts"),
        "migration.wire": translate("Lights", "Migration: on the wire"),
        "migration.service": translate("Lights", "Migration: the service"),
        "timeline": translate("Lights", "Timeline"),
        "transport": translate("Lights", "Play and speed"),
        "lesson": translate("Lights", "The lesson itself"),
    }.get(target, target)


class LightsField(QWidget):
    """The targets of a step.

    Signals:
        changed(): others are chosen.
        pick_wanted(): the user wants to click one in the window.
    """

    changed = Signal()
    pick_wanted = Signal()

    def __init__(self, lab: Lab, parent: QWidget) -> None:
        super().__init__(parent)
        self._lab = lab
        self.list, self.offer = QListWidget(self), QComboBox(self)
        self.list.setAccessibleName(self.tr("The spotlight falls on"))
        self.offer.setAccessibleName(self.tr("What can be lit"))
        objects = [
            f"{OBJECT}{id_}" for name in ("hosts", "vms", "datastores") for id_ in lab.inventory.collection(name)
        ]
        for target in (*WINDOW_TARGETS, *objects):
            self.offer.addItem(target_name(target, lab), target)
        self.add = QPushButton(self.tr("Add"), self)
        self.pick = QPushButton(self.tr("Click it in the window…"), self)
        self.remove = QPushButton(self.tr("Remove"), self)
        for button in (self.add, self.pick, self.remove):
            button.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.offer, 1)
        for button in (self.add, self.pick, self.remove):
            row.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(self.tr("The spotlight falls on"), self))
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        self.add.clicked.connect(lambda: self.put(self.offer.currentData()))
        self.pick.clicked.connect(self.pick_wanted)
        self.remove.clicked.connect(self._remove)

    def put(self, target: str) -> None:
        """One more target."""
        if target not in self.targets():
            self._append(target)
            self.changed.emit()

    def _append(self, target: str) -> None:
        item = QListWidgetItem(target_name(target, self._lab), self.list)
        item.setData(_ID, target)
        item.setToolTip(target)

    def _remove(self) -> None:
        if self.list.takeItem(self.list.currentRow()) is not None:
            self.changed.emit()

    def show_targets(self, targets: tuple[str, ...]) -> None:
        """Fill the list."""
        if targets != self.targets():
            self.list.clear()
            for target in targets:
                self._append(target)

    def targets(self) -> tuple[str, ...]:
        """What the list holds."""
        return tuple(str(self.list.item(row).data(_ID)) for row in range(self.list.count()))
