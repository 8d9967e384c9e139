"""What changes in the estate when virtual machines are switched on or off, or suspended."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from vmotion_gui.compatibility.lasting import POWERED_OFF, POWERED_ON
from vmotion_gui.inventory.changes import Change, FieldsChanged
from vmotion_gui.inventory.entities import VirtualMachine, VmPowerState
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.building.editing import with_space


def power_changes(inventory: Inventory, vms: Iterable[VirtualMachine], state: VmPowerState) -> tuple[Change, ...]:
    """All of them in this state, and what that takes of datastores: a swap file, the memory of a suspended one."""
    return with_space(inventory, [FieldsChanged(id=vm.id, fields=_after(vm, state)) for vm in vms])


def _after(vm: VirtualMachine, state: VmPowerState) -> dict[str, Any]:
    """A guest that is resumed has the processor features that it had; one that boots sees those of its host."""
    if state == "poweredOn" and vm.power_state == "poweredOff":
        return POWERED_ON
    return POWERED_OFF if state == "poweredOff" else {"power_state": state}
