"""What the import of the open lab assumed, and what the user confirms of it."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.dialogs.import_report import ImportReportDialog, guessed_adapters
from vmotion_gui.gui.files.current import CurrentLab
from vmotion_gui.importers.saved_report import saved_report
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory
from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import Message

_FIELD = "vmk_adapters"


class ImportReports(QObject):
    """Shows the report of the open lab, and takes the adapters that are confirmed.

    Signals:
        corrected(Lab): the open lab, nothing of which has been played, as it has to be opened instead.
        told(str): a sentence for the status bar.
    """

    corrected = Signal(object)
    told = Signal(str)

    def __init__(self, context: Context, current: CurrentLab, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._current = current
        self._window = window

    @property
    def has_report(self) -> bool:
        """Whether there is something to show: a report, even one that cannot be read, or a guess to confirm."""
        return self._current.lab.import_report is not None or bool(
            guessed_adapters(self._context.session.inventory.hosts.values())
        )

    def tell_of_opened(self) -> None:
        """A lab has been opened from a file: show its report if a guess waits for an answer; say if it is damaged."""
        lab = self._current.lab
        if guessed_adapters(inventory_with_answers(lab).hosts.values()):
            self.show_report()
        elif isinstance(report := saved_report(lab.import_report), Message):
            self.told.emit(self._context.language.text(report))

    def show_report(self) -> None:
        """What the import of the open lab assumed, without waiting; guessed adapters can be confirmed there."""
        if not self.has_report:
            return
        lab = self._current.lab
        inventory, report = self._context.session.inventory, saved_report(lab.import_report)
        dialog = ImportReportDialog(inventory, report, self._context, self._window, opened=True)
        dialog.confirmed.connect(lambda hosts: self._confirm(lab, hosts))
        dialog.open()

    def _confirm(self, lab: Lab, hosts: list[Host]) -> None:
        if not hosts or lab is not self._current.lab:
            return
        if self._current.untouched:
            self.corrected.emit(msgspec.structs.replace(lab, inventory=lab.inventory.with_entities(hosts)))
            return
        # what has been played stays as it was: the answer counts from now on, and can be taken back
        changes = [FieldsChanged(id=host.id, fields={_FIELD: _as_in_document(host)}) for host in hosts]
        self._context.commands.edit(
            lambda: self.tr("confirmation of vMotion adapters"), changes, "edit.vmotionAdapters"
        )


def _as_in_document(host: Host) -> list[object]:
    adapters: list[object] = msgspec.json.decode(msgspec.json.encode(host.vmk_adapters))
    return adapters


def inventory_with_answers(lab: Lab) -> Inventory:
    """The lab's inventory at the beginning, but with the adapters as the lab's own commands leave them."""
    inventory = lab.inventory
    for timed in lab.commands:
        for change in timed.command.changes if isinstance(timed.command, EditInventory) else ():
            if isinstance(change, FieldsChanged) and _FIELD in change.fields and change.id in inventory.hosts:
                answer = FieldsChanged(id=change.id, fields={_FIELD: change.fields[_FIELD]})
                inventory = answer.apply(inventory)
    return inventory
