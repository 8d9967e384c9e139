"""What an edit may not do to datastores that are to be empty: nothing is placed or started there, and none is said to
be in maintenance mode that holds files. Source: `DatastoreEnterMaintenanceMode` in the vSphere API reference: from its
beginning on, no VM can be powered on and nothing be provisioned on the datastore."""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.inventory.entities import Datastore, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation.tasks.store_files import machines_on


def against_edit(before: Inventory, after: Inventory, touched: Iterable[str]) -> Message | None:
    """Why an edit of these objects is refused; None if it is not."""
    for id_ in touched:
        vm, store = after.vms.get(id_), after.datastores.get(id_)
        if vm is not None and (closed := _placed_or_started(before, after, vm)) is not None:
            return message("simulation.refused.storeInMaintenance", vm=vm.name, datastore=closed.name)
        if store is not None and store.maintenance_mode == "inMaintenance":
            known = before.datastores.get(id_)
            newly = known is None or known.maintenance_mode != "inMaintenance"
            held = machines_on(after, id_) if newly else []
            if held:
                return message("simulation.refused.storeStillHolds", datastore=store.name, count=len(held))
    return None


def _placed_or_started(before: Inventory, after: Inventory, vm: VirtualMachine) -> Datastore | None:
    """The datastore that is to be empty and gets files of the VM, or on which the VM starts."""
    old = before.vms.get(vm.id)
    started = vm.power_state == "poweredOn" and (old is None or old.power_state != "poweredOn")
    for id_ in vm.datastores:
        store = after.datastores.get(id_)
        placed = old is None or id_ not in old.datastores
        if store is not None and store.maintenance_mode != "normal" and (placed or started):
            return store
    return None
