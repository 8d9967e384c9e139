"""The way home of files: back to the datastores that they left, in an order in which each finds room in its turn.

The engine plays the moves, so that an order that is told is one that works.
"""

from __future__ import annotations

from collections.abc import Mapping

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.plan import Move, Plan
from vmotion_gui.planning.maintenance.prediction import Watch, predicted
from vmotion_gui.simulation.engine import Checkpoint, Engine
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.tasks.store_files import targets_of

Places = Mapping[str, str]
"""Disk label -> datastore; "" -> that of the VM's home."""


def places_of(vm: VirtualMachine) -> dict[str, str]:
    """Where the VM's files are."""
    return {"": vm.home_datastore, **{disk.label: disk.datastore for disk in vm.disks}}


def plan_files_home(moment: Checkpoint, homes: Mapping[str, Places], *, on_progress: Watch | None = None) -> Plan:
    """A plan that brings files home (VM -> where its files were), from this moment on; without moves if there is no
    order in which all find room, or all are home. VMs, disks and datastores that are gone are left out."""
    engine = Engine.restore(moment)
    inventory = engine.inventory
    specs = [spec for vm, places in homes.items() if (spec := _spec(inventory, vm, places)) is not None]
    order = _in_order(inventory, specs)
    if order is None:
        return Plan(objective="time")
    moves = predicted(engine, [_move(inventory, spec, after) for spec, after in order], on_progress)
    return Plan(objective="time", moves=moves, makespan_s=max((move.end_s for move in moves), default=0.0))


def _spec(inventory: Inventory, vm_id: str, places: Places) -> MigrationSpec | None:
    """The migration that brings a VM's files back; None if they are there."""
    vm = inventory.vms.get(vm_id)
    if vm is None:
        return None
    stores = inventory.datastores
    wanted = {disk.label: places.get(disk.label, disk.datastore) for disk in vm.disks}
    wanted = {disk.label: wanted[disk.label] if wanted[disk.label] in stores else disk.datastore for disk in vm.disks}
    home = places.get("", "") if places.get("", "") in stores else vm.home_datastore
    moving = {disk.label: wanted[disk.label] for disk in vm.disks if wanted[disk.label] != disk.datastore}
    if home != vm.home_datastore:
        apart = {label: store for label, store in wanted.items() if store != home}
        return MigrationSpec(vm=vm.id, datastore=home, disks=apart, state=vm.power_state)
    return MigrationSpec(vm=vm.id, disks=moving, state=vm.power_state) if moving else None


def _in_order(inventory: Inventory, specs: list[MigrationSpec]) -> list[tuple[MigrationSpec, tuple[int, ...]]] | None:
    """Each with those before it that it waits for, as they make its room; the largest that fit first. None if none
    fits any more."""
    free = {id_: store.free_bytes for id_, store in inventory.datastores.items()}
    claimed: dict[str, int] = dict.fromkeys(free, 0)
    freed: dict[str, int] = dict.fromkeys(free, 0)
    leaving: dict[str, list[int]] = {id_: [] for id_ in free}
    plans = [resolve(inventory, spec) for spec in specs]
    pending = sorted(range(len(specs)), key=lambda k: -sum(amount for _, amount in plans[k].arriving))
    order: list[tuple[MigrationSpec, tuple[int, ...]]] = []
    while pending:
        fitting = (k for k in pending if all(free[d] + freed[d] - claimed[d] >= n for d, n in plans[k].arriving))
        chosen = next(fitting, None)
        if chosen is None:
            return None
        pending.remove(chosen)
        short = [d for d, n in plans[chosen].arriving if free[d] - claimed[d] < n]
        order.append((specs[chosen], tuple(sorted({k for d in short for k in leaving[d]}))))
        for store, amount in plans[chosen].arriving:
            claimed[store] += amount
        for store, amount in plans[chosen].leaving:
            freed[store] += amount
            leaving[store].append(len(order) - 1)
    return order


def _move(inventory: Inventory, spec: MigrationSpec, after: tuple[int, ...]) -> Move:
    vm = inventory.vms[spec.vm]
    plan = resolve(inventory, spec)
    left = dict.fromkeys(store for store, _ in plan.leaving)
    left.update(dict.fromkeys(move.source for move in plan.disks))
    return Move(
        spec=spec,
        source=vm.host,
        from_datastores=tuple(left),
        to_datastores=targets_of(vm, spec),
        type=plan.type,
        after=after,
    )
