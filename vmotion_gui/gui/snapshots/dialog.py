"""Take a snapshot: its name, with the memory or without, and the files that it makes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui import words
from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.planning.building.snapshots import SnapshotFile, files, refusal, take

_SHOWN_FILES = 6


class SnapshotDialog(QDialog):
    """Takes a snapshot of each VM; "Create" makes them one undoable edit."""

    def __init__(self, context: Context, vms: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "snapshot")
        serve_help_key(self)
        self._context = context
        self._vms = tuple(vms)
        inventory = context.session.inventory
        first, count = inventory.vms[vms[0]], len(vms)
        one = self.tr("Take snapshot for {vm}").format(vm=first.name)
        self.setWindowTitle(one if count == 1 else self.tr("Take snapshot for %n VM(s)", "", count))
        self.name = QLineEdit(self.tr("VM Snapshot {number}").format(number=len(first.snapshots) + 1), self)
        self.name.selectAll()
        self.name.textChanged.connect(self.refresh)
        self.memory = QCheckBox(self.tr("Include virtual machine's &memory"), self)
        runs = any(inventory.vms[id_].power_state == "poweredOn" for id_ in vms)
        self.memory.setEnabled(runs)
        self.memory.setChecked(runs)
        self.memory.setToolTip(
            self.tr("Reverting then lets the guest go on where it was; without it, the virtual machine is off.")
        )
        self.memory.toggled.connect(self.refresh)
        self.outcome, self.problem = QLabel(self), QLabel(self)
        for label in (self.outcome, self.problem):
            label.setWordWrap(True)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.start = self.buttons.addButton(self.tr("&Create"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.accepted.connect(self._take)
        self.buttons.rejected.connect(self.reject)
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("&Name:"), self.name)
        form.addRow(self.memory)
        rows = QVBoxLayout(self)
        rows.addLayout(form)
        rows.addWidget(self.outcome)
        rows.addWidget(self.problem)
        rows.addWidget(self.buttons)
        self.setMinimumWidth(520)

    def refresh(self) -> None:
        """Say what comes of it, or why it cannot be."""
        inventory, memory = self._context.session.inventory, self.memory.isChecked()
        if any(id_ not in inventory.vms for id_ in self._vms):
            self.reject()
            return
        made: list[SnapshotFile] = []
        for id_ in self._vms:
            vm = inventory.vms[id_]
            running = memory and vm.power_state == "poweredOn"
            made += files(inventory, vm, len(vm.snapshots) + 1, memory=running)
        lines = []
        for file in made[:_SHOWN_FILES]:
            size = words.quantity(file.size_bytes, "bytes") if file.size_bytes else ""
            place = f"[{self._context.name(file.datastore)}] {file.name}"
            lines.append(" · ".join(part for part in (place, size) if part))
        if len(made) > _SHOWN_FILES:
            lines.append(self.tr("+ {count} more").format(count=len(made) - _SHOWN_FILES))
        total = words.quantity(sum(file.size_bytes for file in made), "bytes")
        head = self.tr("These files take {size} now; the delta disks grow with what the guest writes (not simulated).")
        self.outcome.setText("\n".join([head.format(size=total), *lines]))
        found = refusal(inventory, self._vms, memory=memory)
        self.problem.setText(f"✕ {self._context.language.text(found)}" if found is not None else "")
        self.problem.setVisible(found is not None)
        self.start.setEnabled(found is None and bool(self.name.text().strip()))

    def _take(self) -> None:
        context = self._context
        created = clock(context.session.backend.now_s)
        changes = take(
            context.session.inventory, self._vms, self.name.text().strip(), created, memory=self.memory.isChecked()
        )
        names = ", ".join(context.name(id_) for id_ in self._vms[:3])
        text = self.tr("snapshot of {vms}").format(vms=names)
        context.commands.edit(lambda: text, changes, "edit.snapshotTaken")
        self.accept()
