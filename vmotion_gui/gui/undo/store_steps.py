"""Undoable steps about the maintenance of datastores."""

from __future__ import annotations

from vmotion_gui.gui.session import Session
from vmotion_gui.gui.undo.steps import Text, put_vms, submit
from vmotion_gui.inventory.commands import (
    CancelMigration,
    CancelTask,
    EnterDatastoreMaintenanceMode,
    ExitDatastoreMaintenanceMode,
)
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.store_leaving import present


class EnterStoreStep:
    """A datastore that enters maintenance mode: undone, it is in service again with the files that were there."""

    def __init__(self, text: Text, datastore: str) -> None:
        self.text = text
        self._datastore = datastore
        self._task = ""
        self._before: dict[str, VirtualMachine] = {}

    def redo(self, session: Session) -> Message | None:
        self._before = {vm.id: vm for vm in present(session.inventory, self._datastore)}
        ticket = session.submit(EnterDatastoreMaintenanceMode(datastore=self._datastore))
        self._task = ticket.id
        return None if ticket.accepted else ticket.reason or message("gui.refused")

    def undo(self, session: Session) -> Message | None:
        task, statuses = session.backend.tasks().get(self._task), session.backend.migrations()
        store = session.inventory.datastores.get(self._datastore)
        if task is None or store is None:
            return message("gui.refused")
        left = {statuses[id_].vm for id_ in task.moves if statuses[id_].phase is Phase.COMPLETED}
        running = [id_ for id_ in task.moves if not statuses[id_].phase.ended]
        if store.maintenance_mode == "inMaintenance":
            refusal = submit(session, ExitDatastoreMaintenanceMode(datastore=self._datastore))
        else:
            refusal = submit(session, CancelTask(task=task.id))
        for id_ in running:
            refusal = refusal or submit(session, CancelMigration(migration=id_))
        return refusal or put_vms(session, {vm: self._before[vm] for vm in left if vm in self._before}, "edit.moveBack")


class ExitStoreStep:
    """A datastore that leaves maintenance mode."""

    def __init__(self, text: Text, datastore: str) -> None:
        self.text = text
        self._datastore = datastore

    def redo(self, session: Session) -> Message | None:
        return submit(session, ExitDatastoreMaintenanceMode(datastore=self._datastore))

    def undo(self, session: Session) -> Message | None:
        return submit(session, EnterDatastoreMaintenanceMode(datastore=self._datastore))
