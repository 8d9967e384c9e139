"""Plans of migrations that wait: made anew when the estate has changed under them."""

from __future__ import annotations

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation import admission, queueing
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.ending import fail
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.placement import disk_locations, placement
from vmotion_gui.simulation.plan import Plan, resolve
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import Phase


def changes_nothing(inventory: Inventory, plan: Plan) -> bool:
    """Whether the VM is already where it is to go."""
    vm = inventory.vms[plan.vm]
    same_home = (plan.config_datastore, plan.config_path) == (vm.config_datastore, vm.config_path)
    return not plan.changes_host and not plan.disks and same_home


def plan_anew(core: Core, migration: Migration) -> None:
    """Look again at what a waiting migration is to do; it fails if that makes no sense any more."""
    inventory, spec = core.state.inventory, migration.spec
    vm = inventory.vms.get(spec.vm)
    stores = [id_ for id_ in (spec.datastore, *spec.disks.values()) if id_]
    known = all(id_ in inventory.datastores for id_ in stores) and (not spec.host or spec.host in inventory.hosts)
    plan = resolve(inventory, spec) if vm is not None and known else None
    if vm is None or plan is None or changes_nothing(inventory, plan):
        fail(core, migration, reason("estateChanged", spec.vm, vm=migration.vm_name))
        return
    if plan == migration.plan:
        return
    queueing.leave(core, migration)
    migration.plan = plan
    migration.before = placement(inventory, vm)
    migration.disks_shown = disk_locations(inventory, vm, plan)
    migration.slots = admission.costs(inventory, plan, core.profile)
    queueing.join(core, migration)


def vm_moved(core: Core, vm_id: str) -> None:
    """The VM is somewhere else now: those that wait to move it start from there."""
    for id_ in core.state.by_vm.get(vm_id, ()):
        migration = core.state.migrations[id_]
        if migration.phase is Phase.QUEUED:
            plan_anew(core, migration)
