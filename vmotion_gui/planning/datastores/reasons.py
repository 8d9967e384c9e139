"""Why a VM cannot leave its datastore: the table's reasons at the datastores where its files could have gone, the space
that they lack, and the planner's own."""

from __future__ import annotations

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.messages import message
from vmotion_gui.planning.datastores.arrangement import Arrangement
from vmotion_gui.planning.datastores.ground import Ground
from vmotion_gui.planning.maintenance.plan import Unplaceable
from vmotion_gui.simulation.tasks.store_files import relocation

_RULES = {"noSpace": "ds.space", "image": "dev.image", "template": "plan.template", "noStore": "plan.place"}
"""The rules whose cures help, where there are some."""


def unplaceable(ground: Ground, state: Arrangement, vm: int | VirtualMachine) -> Unplaceable:
    """What stands against a VM, with the rest of the plan carried out; a VM itself if no migration would help it."""
    if isinstance(vm, VirtualMachine):
        return Unplaceable(vm=vm.id, host=vm.host, reasons=(stuck_reason(ground, vm),))
    machine = ground.machine(vm)
    found: dict[str, Reason] = {}
    for alike in ground.alike(machine):
        for reason in ground.against(relocation(machine, ground.leaving, alike[0]), alike[0]):
            found.setdefault(reason.rule, reason)
    for (banned, _), reason in ground.banned.items():
        if banned == machine.id:
            found.setdefault(reason.rule, reason)
    if ground.allowed(vm).any():
        found = {_RULES["noSpace"]: space_reason(ground, state, vm), **found}
    if not found:
        found[_RULES["noStore"]] = _own(ground, machine, "noStore")
    return Unplaceable(vm=machine.id, host=machine.host, reasons=tuple(found.values()))


def stuck_reason(ground: Ground, vm: VirtualMachine) -> Reason:
    """Why no migration would help."""
    return _own(ground, vm, "template" if vm.template else "image")


def space_reason(ground: Ground, state: Arrangement, vm: int) -> Reason:
    """That no datastore that may take a VM's files has the space."""
    machine = ground.machine(vm)
    most = max((float(state.free_bytes[k]) for k in ground.allowed(vm).nonzero()[0].tolist()), default=0.0)
    args = {"need": float(ground.size_bytes[vm]), "free": max(0.0, most)}
    return _own(ground, machine, "noSpace", **args)


def _own(ground: Ground, vm: VirtualMachine, kind: str, **args: float) -> Reason:
    names = {"vm": vm.name, "datastores": sorted(ground.inventory.datastores[id_].name for id_ in ground.leaving)}
    return Reason(
        rule=_RULES[kind],
        fault="NoDiskSpace" if kind == "noSpace" else "NoCompatibleDatastore",
        severity=Severity.ERROR,
        group="storage",
        test_group="datastoreTests",
        text=message(f"evacuation.store.{kind}", **names, **args),
        cure=message(f"evacuation.storeCure.{kind}", vm=vm.name),
        objects=(vm.id,),
    )
