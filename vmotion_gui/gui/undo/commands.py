"""The user's commands: what menus, drops and keys ask for, each as one entry of the history."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from vmotion_gui.gui.language import Language
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.undo.history import History
from vmotion_gui.gui.undo.moves import place_before
from vmotion_gui.gui.undo.steps import (
    BackStep,
    EditStep,
    EnterStep,
    ExitStep,
    FaultStep,
    MoveStep,
    RulesStep,
    Step,
    Text,
    submit,
)
from vmotion_gui.gui.undo.store_steps import EnterStoreStep, ExitStoreStep
from vmotion_gui.inventory.changes import Change, FieldsChanged
from vmotion_gui.inventory.commands import (
    ApplyRecommendations,
    CancelMigration,
    CancelTask,
    ChangeSettings,
    EnterMaintenanceMode,
    Fault,
    MigrationSpec,
)
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.messages import Message
from vmotion_gui.simulation.status import Phase


class UserCommands(QObject):
    """Does what the user asks for, and remembers how to take it back.

    Signals:
        refused(str): a sentence: why something was not done.
        told(str): a sentence: what was done.
    """

    refused = Signal(str)
    told = Signal(str)

    def __init__(
        self, session: Session, selection: Selection, language: Language, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._selection = selection
        self._language = language
        self.history = History(session, self)

    # --- moves ----------------------------------------------------------------------------------------------

    def migrate(self, specs: Sequence[MigrationSpec], initiator: str = "user") -> None:
        """Start migrations, as one step; `initiator`: in whose name."""
        if not specs:
            return
        step = MoveStep(self._move_text(tuple(specs)), tuple(specs), self._session, initiator)
        refusal = step.start(self._session)
        if step.tickets:
            self.history.push(step)
            self._selection.show_migration(next(iter(step.tickets.values())))
        self._tell(refusal, step if step.tickets else None)

    def _move_text(self, specs: tuple[MigrationSpec, ...]) -> Text:
        inventory = self._session.inventory
        targets = list(dict.fromkeys(spec.host or spec.datastore for spec in specs))
        entity = inventory.get(targets[0])
        target = entity.name if entity is not None and len(targets) == 1 else ""
        name, count = inventory.vms[specs[0].vm].name, len(specs)

        def text() -> str:
            if count == 1:
                return self.tr("move of {vm} to {target}").format(vm=name, target=target)
            if target:
                return self.tr("move of {count} VMs to {target}").format(count=count, target=target)
            return self.tr("move of {count} VMs").format(count=count)

        return text

    def cancel(self, migration: str) -> None:
        """Cancel a migration."""
        self._tell(submit(self._session, CancelMigration(migration=migration)), None)

    def move_back(self, migration: str) -> None:
        """Put the VM of a finished migration back where it was."""
        step = self.back_step(migration)
        if step is None:
            return
        refusal = step.redo(self._session)
        if refusal is None:
            self.history.push(step)
        self._tell(refusal, step)

    def back_step(self, migration: str) -> BackStep | None:
        """The step that moves a VM back; None if the migration is none that can be taken back."""
        status = self._session.backend.migrations().get(migration)
        vm = self._session.inventory.vms.get(status.vm) if status is not None else None
        if status is None or vm is None or status.phase is not Phase.COMPLETED or status.before is None:
            return None
        inventory = self._session.inventory
        there = self.history.place_before(migration) or place_before(inventory, vm, status)
        if there is None or there.host not in inventory.hosts or _same_place(there, vm):
            return None
        host = inventory.hosts[there.host].name
        return BackStep(lambda: self.tr("move back of {vm} to {host}").format(vm=vm.name, host=host), vm, there)

    # --- maintenance mode -----------------------------------------------------------------------------------

    def enter_maintenance(self, command: EnterMaintenanceMode) -> None:
        """Let a host enter maintenance mode."""
        name = self._session.inventory.hosts[command.host].name
        self._do(EnterStep(lambda: self.tr("maintenance mode of {host}").format(host=name), command))

    def exit_maintenance(self, host: str) -> None:
        """Take a host out of maintenance mode."""
        name = self._session.inventory.hosts[host].name
        self._do(ExitStep(lambda: self.tr("end of maintenance mode of {host}").format(host=name), host))

    def enter_datastore_maintenance(self, datastore: str) -> None:
        """Let a datastore enter maintenance mode."""
        name = self._session.inventory.datastores[datastore].name
        self._do(EnterStoreStep(lambda: self.tr("maintenance mode of {host}").format(host=name), datastore))

    def exit_datastore_maintenance(self, datastore: str) -> None:
        """Take a datastore out of maintenance mode."""
        name = self._session.inventory.datastores[datastore].name
        self._do(ExitStoreStep(lambda: self.tr("end of maintenance mode of {host}").format(host=name), datastore))

    def cancel_task(self, task: str) -> None:
        """Cancel a task of a host or datastore."""
        self._tell(submit(self._session, CancelTask(task=task)), None)

    def apply_recommendations(self, task: str) -> None:
        """Start the migrations that DRS recommends for a host that is to be empty."""
        self._tell(submit(self._session, ApplyRecommendations(task=task)), None)

    # --- edits and faults -----------------------------------------------------------------------------------

    def edit(self, text: Text, changes: Sequence[Change], label: str) -> None:
        """Change the estate; `label` is the key of the event's sentence."""
        self._do(EditStep(text, tuple(changes), self._session, label))

    def set_fields(self, text: Text, ids: Sequence[str], label: str, **fields: Any) -> None:
        """Give fields of several objects new values."""
        self.edit(text, [FieldsChanged(id=id_, fields=fields) for id_ in ids], label)

    def change_rules(self, text: Text, after: ChangeSettings, before: ChangeSettings) -> None:
        """Change a setting of the hypervisor; `before` gives it back."""
        self._do(RulesStep(text, after, before))

    def inject(self, text: Text, fault: Fault) -> None:
        """Make something fail."""
        self._do(FaultStep(text, fault, repair=False))

    def repair(self, text: Text, fault: Fault) -> None:
        """Repair a fault."""
        self._do(FaultStep(text, fault, repair=True))

    def _do(self, step: Step) -> None:
        refusal = step.redo(self._session)
        if refusal is None:
            self.history.push(step)
        self._tell(refusal, step)

    # --- undo -----------------------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take the last step back."""
        self._tell(self.history.undo(), None)

    def redo(self) -> None:
        """Do the next step again."""
        self._tell(self.history.redo(), None)

    def _tell(self, refusal: Message | None, step: Step | None) -> None:
        if refusal is not None:
            self.refused.emit(self._language.text(refusal))
        elif step is not None:
            text = step.text()
            self.told.emit(text[:1].upper() + text[1:])


def _same_place(a: VirtualMachine, b: VirtualMachine) -> bool:
    disks = ([(disk.label, disk.datastore) for disk in vm.disks] for vm in (a, b))
    return a.host == b.host and next(disks) == next(disks)
