"""A guest that works harder or less while its VM is being migrated."""

from __future__ import annotations

import msgspec

from vmotion_gui.inventory.changes import Change, FieldsChanged
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.workload import Workload
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.disk_copy import refresh_mirrors
from vmotion_gui.simulation.memory_copy import workload_edited


def is_other_rate(inventory: Inventory, change: Change) -> bool:
    """Whether a change makes a VM's guest write at other rates, in the same memory, and nothing else."""
    vm = inventory.vms.get(change.id) if isinstance(change, FieldsChanged) else None
    if vm is None or not isinstance(change, FieldsChanged) or change.fields.keys() != {"workload"}:
        return False
    try:
        after = msgspec.convert(change.fields["workload"], Workload)
    except msgspec.ValidationError:
        return False
    return _where(vm.workload) == _where(after)


def _where(workload: Workload) -> list[tuple[object, ...]]:
    """In which memory each phase of a workload writes, and how."""
    return [
        (phase.working_set_bytes, phase.working_set_start_bytes, phase.distribution)
        for phase in workload.phases or Workload().phases
    ]


def follow(core: Core, before: Inventory) -> None:
    """Copies that run take over how their guests work now; `before`: the estate until now."""
    for id_ in core.state.active:
        migration = core.state.migrations[id_]
        vm, old = core.state.inventory.vms.get(migration.plan.vm), before.vms.get(migration.plan.vm)
        if migration.clock is not None and _works_otherwise(vm, old):
            workload_edited(core, migration)
            refresh_mirrors(core, migration)


def _works_otherwise(vm: VirtualMachine | None, old: VirtualMachine | None) -> bool:
    return vm is not None and old is not None and vm.workload != old.workload
