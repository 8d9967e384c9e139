"""One step of the user: what it was, how it is taken back, and how it is done again.

A step talks to the session only, and answers with None or with the reason why it could not be done. Steps are done for
the first time by `UserCommands`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from vmotion_gui.gui.session import Session
from vmotion_gui.gui.undo.moves import fits, move_to
from vmotion_gui.inventory.changes import Change, apply_all, inverse_all
from vmotion_gui.inventory.commands import (
    CancelMigration,
    CancelTask,
    ChangeSettings,
    Command,
    EditInventory,
    EnterMaintenanceMode,
    ExitMaintenanceMode,
    Fault,
    InjectFault,
    Migrate,
    MigrationSpec,
    RepairFault,
)
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation.status import Phase

Text = Callable[[], str]
"""Makes a step's name in the language of the moment."""


class Step(Protocol):
    """What the user did."""

    text: Text

    def undo(self, session: Session) -> Message | None: ...
    def redo(self, session: Session) -> Message | None: ...


def submit(session: Session, command: Command) -> Message | None:
    """Submit a command; None, or why it was refused."""
    ticket = session.submit(command)
    return None if ticket.accepted else ticket.reason or message("gui.refused")


class EditStep:
    """An edit of the estate."""

    def __init__(self, text: Text, changes: tuple[Change, ...], session: Session, label: str) -> None:
        self.text = text
        self._changes = changes
        self._inverse = inverse_all(session.inventory, changes)
        self._label = label

    def redo(self, session: Session) -> Message | None:
        return submit(session, EditInventory(changes=self._changes, label=self._label))

    def undo(self, session: Session) -> Message | None:
        return submit(session, EditInventory(changes=self._inverse, label="edit.undo"))


class RulesStep:
    """A setting of the hypervisor."""

    def __init__(self, text: Text, after: ChangeSettings, before: ChangeSettings) -> None:
        self.text = text
        self._after, self._before = after, before

    def redo(self, session: Session) -> Message | None:
        return submit(session, self._after)

    def undo(self, session: Session) -> Message | None:
        return submit(session, self._before)


class FaultStep:
    """A fault injected, or repaired."""

    def __init__(self, text: Text, fault: Fault, *, repair: bool) -> None:
        self.text = text
        self._inject = InjectFault(fault=fault)
        self._repair = RepairFault(fault=fault)
        self._is_repair = repair

    def redo(self, session: Session) -> Message | None:
        return submit(session, self._repair if self._is_repair else self._inject)

    def undo(self, session: Session) -> Message | None:
        return submit(session, self._inject if self._is_repair else self._repair)


class MoveStep:
    """Migrations of one gesture: running ones are cancelled, finished ones moved back."""

    def __init__(self, text: Text, specs: tuple[MigrationSpec, ...], session: Session, initiator: str = "user") -> None:
        self.text = text
        self._initiator = initiator
        self._specs = {spec.vm: spec for spec in specs}
        self._before: dict[str, VirtualMachine] = {vm: session.inventory.vms[vm] for vm in self._specs}
        self._after: dict[str, VirtualMachine] = {}
        self.tickets: dict[str, str] = {}
        """VM -> id of its migration."""

    def start(self, session: Session) -> Message | None:
        """Ask for all migrations; the first refusal, after all have been tried."""
        refusals = [self._migrate(session, vm) for vm in self._specs]
        return next((refusal for refusal in refusals if refusal is not None), None)

    def place_before(self, migration: str) -> VirtualMachine | None:
        """The VM of one of the step's migrations as it was before."""
        return next((self._before[vm] for vm, id_ in self.tickets.items() if id_ == migration), None)

    def _migrate(self, session: Session, vm: str) -> Message | None:
        ticket = session.submit(Migrate(spec=self._specs[vm]), initiator=self._initiator)
        if not ticket.accepted:
            return ticket.reason or message("gui.refused")
        self.tickets[vm] = ticket.id
        return None

    def undo(self, session: Session) -> Message | None:
        statuses = session.backend.migrations()
        running = [(vm, id_) for vm, id_ in self.tickets.items() if not statuses[id_].phase.ended]
        done = [vm for vm, id_ in self.tickets.items() if statuses[id_].phase is Phase.COMPLETED]
        self._after = {vm: session.inventory.vms[vm] for vm in done}
        refusal = put_vms(session, {vm: self._before[vm] for vm in done}, "edit.moveBack")
        if refusal is not None:
            return refusal
        for _vm, id_ in running:
            refusal = submit(session, CancelMigration(migration=id_)) or refusal
        return refusal

    def redo(self, session: Session) -> Message | None:
        again = [vm for vm in self.tickets if vm not in self._after]
        refusal = put_vms(session, self._after, "edit.moveAgain")
        for vm in again if refusal is None else ():
            refusal = self._migrate(session, vm) or refusal
        return refusal


class EnterStep:
    """A host that enters maintenance mode: undone, it is in service again with its VMs where they were."""

    def __init__(self, text: Text, command: EnterMaintenanceMode) -> None:
        self.text = text
        self._command = command
        self._task = ""
        self._before: dict[str, VirtualMachine] = {}

    def redo(self, session: Session) -> Message | None:
        inventory = session.inventory
        self._before = {id_: inventory.vms[id_] for id_ in inventory.vms_on(self._command.host)}
        ticket = session.submit(self._command)
        self._task = ticket.id
        return None if ticket.accepted else ticket.reason or message("gui.refused")

    def undo(self, session: Session) -> Message | None:
        task, statuses = session.backend.tasks().get(self._task), session.backend.migrations()
        if task is None or task.host not in session.inventory.hosts:
            return message("gui.refused")
        left = {statuses[id_].vm for id_ in task.moves if statuses[id_].phase is Phase.COMPLETED}
        running = [id_ for id_ in task.moves if not statuses[id_].phase.ended]
        if session.inventory.hosts[task.host].maintenance_state == "inMaintenance":
            refusal = submit(session, ExitMaintenanceMode(host=task.host))
        else:
            refusal = submit(session, CancelTask(task=task.id))
        for id_ in running:
            refusal = refusal or submit(session, CancelMigration(migration=id_))
        return refusal or put_vms(session, {vm: self._before[vm] for vm in left if vm in self._before}, "edit.moveBack")


class ExitStep:
    """A host that leaves maintenance mode."""

    def __init__(self, text: Text, host: str) -> None:
        self.text = text
        self._host = host

    def redo(self, session: Session) -> Message | None:
        return submit(session, ExitMaintenanceMode(host=self._host))

    def undo(self, session: Session) -> Message | None:
        return submit(session, EnterMaintenanceMode(host=self._host))


class BackStep:
    """A VM put somewhere at once: a finished move taken back."""

    def __init__(self, text: Text, vm: VirtualMachine, there: VirtualMachine) -> None:
        self.text = text
        self._here = {vm.id: vm}
        self._there = {vm.id: there}

    def redo(self, session: Session) -> Message | None:
        return put_vms(session, self._there, "edit.moveBack")

    def undo(self, session: Session) -> Message | None:
        return put_vms(session, self._here, "edit.moveAgain")


def put_vms(session: Session, places: Mapping[str, VirtualMachine], label: str) -> Message | None:
    """Put VMs where these values of them stand, at once; None, or why it cannot be. VMs that are gone are left out."""
    inventory = session.inventory
    held = [vm for vm in places if vm in inventory.vms and places[vm].host in inventory.hosts]
    if busy := [inventory.vms[vm].name for vm in held if vm in session.busy_vms()]:
        return message("gui.busyVms", vms=busy)
    changes: list[Change] = []
    for vm in held:
        more = move_to(inventory, vm, places[vm])
        if not fits(inventory, more):
            return message("gui.noSpaceToMoveBack", vm=inventory.vms[vm].name)
        changes.extend(more)
        inventory = apply_all(inventory, more)
    return submit(session, EditInventory(changes=tuple(changes), label=label)) if changes else None
