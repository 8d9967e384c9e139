"""What a person decides for single VMs before their hosts are emptied, and what has to be done first because of it.

A VM that is shut down or suspended stays registered where it is, and is started again when the host is back in use; one
from which a device is disconnected can leave; where one is left as it is, its host is not emptied at all.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Literal

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory.changes import Change, FieldsChanged, apply_all
from vmotion_gui.inventory.entities import VirtualDevice, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.building.power import power_changes
from vmotion_gui.planning.maintenance.checks import Checks
from vmotion_gui.planning.maintenance.plan import Options, Plan, Preparation

Decision = Literal["migrate", "shutDown", "suspend", "disconnect", "leave"]
DECISIONS: tuple[Decision, ...] = ("migrate", "shutDown", "suspend", "disconnect", "leave")
_STATES: Mapping[str, Literal["poweredOff", "suspended"]] = {"shutDown": "poweredOff", "suspend": "suspended"}
_REMOVABLE = ("cdrom", "floppy", "usb", "serial", "parallel")
_NOT_SUSPENDED = ("pciPassthrough", "nvdimm", "sharedPci")
"""With such a device a VM cannot be suspended (VMware, *Add a PCI Device*)."""


class DecisionError(Exception):
    """A decision that cannot be carried out; `text` says why."""

    def __init__(self, text: Message) -> None:
        super().__init__(text.key)
        self.text = text


class Prepared(msgspec.Struct, frozen=True, kw_only=True):
    """What decisions come to."""

    hosts: tuple[str, ...]
    """Those that are still to be emptied."""
    skipped: tuple[str, ...]
    """Those that are left as they are, for a VM's sake."""
    preparations: tuple[Preparation, ...] = ()
    changes: tuple[Change, ...] = ()
    """The same, in the estate."""

    def noted(self, plan: Plan) -> Plan:
        """A plan that was made in the prepared estate, with what comes before it."""
        return msgspec.structs.replace(plan, preparations=self.preparations, skipped=self.skipped)

    def applied(self, inventory: Inventory) -> Inventory:
        """The estate in which planning begins."""
        return apply_all(inventory, self.changes)


def tied_devices(vm: VirtualMachine) -> tuple[VirtualDevice, ...]:
    """Connected devices that can be disconnected while it runs."""
    return tuple(device for device in vm.devices if device.kind in _REMOVABLE and device.connected)


def decided(preparation: Preparation) -> Message:
    """A preparation in a few words."""
    return message(f"plan.decision.name.{preparation.does}")


def open_decisions(vm: VirtualMachine) -> tuple[Decision, ...]:
    """What can be decided for a VM."""
    runs = vm.power_state == "poweredOn"
    suspends = runs and all(device.kind not in _NOT_SUSPENDED for device in vm.devices)
    able: dict[Decision, bool] = {"shutDown": runs, "suspend": suspends, "disconnect": runs and bool(tied_devices(vm))}
    return tuple(one for one in DECISIONS if able.get(one, True))


def prepare(inventory: Inventory, hosts: Collection[str], decisions: Mapping[str, Decision]) -> Prepared:
    """What has to be done first.

    KeyError for a VM that does not exist; DecisionError for one that is not on these hosts, or for which this cannot be
    decided, and where no host is left to be emptied.
    """
    preparations: list[Preparation] = []
    skipped: set[str] = set()
    for id_, decision in decisions.items():
        vm = inventory.vms[id_]
        if vm.host not in hosts:
            raise DecisionError(message("plan.decision.elsewhere", vm=vm.name, host=inventory.hosts[vm.host].name))
        if decision not in open_decisions(vm):
            raise DecisionError(message(f"plan.decision.cannot.{decision}", vm=vm.name))
        if decision == "leave":
            skipped.add(vm.host)
        elif decision != "migrate":
            devices = tuple(device.label for device in tied_devices(vm)) if decision == "disconnect" else ()
            preparations.append(Preparation(vm=id_, does=decision, devices=devices))
    if hosts and skipped.issuperset(hosts):
        raise DecisionError(message("plan.decision.noHost"))
    wanted = tuple(one for one in preparations if inventory.vms[one.vm].host not in skipped)
    return Prepared(
        hosts=tuple(host for host in dict.fromkeys(hosts) if host not in skipped),
        skipped=tuple(host for host in dict.fromkeys(hosts) if host in skipped),
        preparations=wanted,
        changes=preparing(inventory, wanted),
    )


def suggested(
    checker: Checker, hosts: Collection[str], options: Options, blocked: Collection[str]
) -> dict[str, Decision]:
    """The mildest decision for each of these VMs, which no host takes as they are: to disconnect devices where it can
    leave then, else to shut it down, else to leave it."""
    inventory = checker.inventory
    able = {id_: open_decisions(inventory.vms[id_]) for id_ in blocked}
    tied: dict[str, Decision] = {id_: "disconnect" for id_, decisions in able.items() if "disconnect" in decisions}
    freed = prepare(inventory, hosts, tied).applied(inventory)
    judged = Checks(Checker.for_inventory(freed, previous=checker), hosts, options)
    found: dict[str, Decision] = {}
    for id_, decisions in able.items():
        if id_ in tied and judged.departure(id_).state != "blocked":
            found[id_] = "disconnect"
        else:
            found[id_] = "shutDown" if "shutDown" in decisions else "leave"
    return found


def afterwards(inventory: Inventory, preparations: Collection[Preparation]) -> tuple[Change, ...]:
    """What makes the VMs run again that were shut down or suspended, as far as they still wait for it."""
    vms = [inventory.vms[one.vm] for one in preparations if one.starts_afterwards and one.vm in inventory.vms]
    return power_changes(inventory, [vm for vm in vms if vm.power_state != "poweredOn"], "poweredOn")


def preparing(inventory: Inventory, preparations: Collection[Preparation]) -> tuple[Change, ...]:
    """What the preparations change in an estate. KeyError for a VM that does not exist."""
    changes: list[Change] = []
    for does, state in _STATES.items():
        vms = [inventory.vms[one.vm] for one in preparations if one.does == does]
        if vms:
            changes += power_changes(apply_all(inventory, changes), vms, state)
    for one in preparations:
        if one.does == "disconnect":
            devices = [_disconnected(device) for device in inventory.vms[one.vm].devices]
            changes.append(FieldsChanged(id=one.vm, fields={"devices": msgspec.to_builtins(devices)}))
    return tuple(changes)


def _disconnected(device: VirtualDevice) -> VirtualDevice:
    """A drive with a host's device or an image behind it keeps a warning until it is the client's."""
    if device.kind not in _REMOVABLE or not device.connected:
        return device
    backing = "client:" if device.kind in ("cdrom", "floppy") else device.backing
    return msgspec.structs.replace(device, connected=False, backing=backing)
