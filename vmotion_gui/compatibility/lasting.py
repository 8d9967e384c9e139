"""What a move or a power-on leaves behind, which later checks look at.

A guest sees its processor's features at power-on and keeps them wherever it goes (VMware KB 1003212); after a move to
another vCenter Server the old one blocks the MAC addresses that went along.
"""

from __future__ import annotations

from typing import Any

from vmotion_gui.compatibility import evc
from vmotion_gui.inventory.changes import Change, FieldsChanged
from vmotion_gui.inventory.estate import Inventory

POWERED_ON: dict[str, Any] = {"power_state": "poweredOn", "min_required_evc_mode_key": ""}
"""Fields of a VM that has just been powered on: what it needs is what its host offers, whatever it needed before."""
POWERED_OFF: dict[str, Any] = {"power_state": "poweredOff", "min_required_evc_mode_key": ""}
"""Fields of a VM that is off: it needs no features."""


def moved(inventory: Inventory, vm_id: str, destination: str) -> tuple[Change, ...]:
    """The changes besides the move itself, seen from the inventory before it. KeyError for ids that do not exist."""
    return (*_features_kept(inventory, vm_id, destination), *_addresses_blocked(inventory, vm_id, destination))


def _features_kept(inventory: Inventory, vm_id: str, destination: str) -> tuple[Change, ...]:
    """A guest that goes on with fewer or more features around it still needs those of its power-on."""
    vm = inventory.vms[vm_id]
    if vm.power_state == "poweredOff" or vm.min_required_evc_mode_key:
        return ()
    needed = evc.needed(inventory, vm)
    if evc.at_power_on(inventory, vm, inventory.hosts[destination]) == needed:
        return ()
    return (FieldsChanged(id=vm_id, fields={"min_required_evc_mode_key": needed}),)


def _addresses_blocked(inventory: Inventory, vm_id: str, destination: str) -> tuple[Change, ...]:
    vm = inventory.vms[vm_id]
    here = inventory.vcenter_of_host(inventory.hosts[vm.host])
    if inventory.vcenter_of_host(inventory.hosts[destination]).id == here.id:
        return ()
    macs = dict.fromkeys([*here.blocked_mac_addresses, *(nic.mac_address for nic in vm.nics if nic.mac_address)])
    if tuple(macs) == here.blocked_mac_addresses:
        return ()
    return (FieldsChanged(id=here.id, fields={"blocked_mac_addresses": list(macs)}),)
