"""Finds a datastore for each VM's files: greedily for the objective; exactly where that leaves somebody behind.

Where nothing takes all of a VM's files, its disks part; where that does not help either, files of other VMs make room.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.planning.datastores.arrangement import Arrangement, Hop
from vmotion_gui.planning.datastores.exact import solved
from vmotion_gui.planning.datastores.ground import FloatArray, Ground
from vmotion_gui.planning.maintenance.plan import Objective
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.tasks.store_files import disks_on, machines_on, relocation

Cost = Callable[[Arrangement, int], FloatArray]
"""(arrangement, VM) -> (d,) what it costs to bring the VM there; less is better."""
_MOST_PUSHED = 3
"""VMs that are moved away to make room for one."""


def arranged(ground: Ground) -> Arrangement:
    """The arrangement that leaves the fewest VMs behind, of these the first that was found."""
    cost = _COSTS[ground.options.objective](ground)
    found = _greedy(ground, range(len(ground.vms)), cost)
    if found.left:
        by_choice = sorted(range(len(ground.vms)), key=lambda vm: int(np.count_nonzero(ground.allowed(vm))))
        tries = [_greedy(ground, by_choice, cost), _greedy(ground, range(len(ground.vms)), _tightest)]
        found = min([found, *tries], key=lambda one: len(one.left))
    if found.left and (exact := solved(ground)) is not None and len(exact.left) < len(found.left):
        found = exact
    for vm in list(found.left):
        if (ground.options.split_disks and _parted(found, vm)) or _made_room(found, vm):
            found.left.remove(vm)
    return found


def _greedy(ground: Ground, order: Sequence[int], cost: Cost) -> Arrangement:
    state = Arrangement(ground)
    for vm in order:
        fitting = state.fits(vm)
        if not fitting.any():
            state.left.append(vm)
            continue
        costs = np.where(fitting, cost(state, vm), np.inf)
        target = ground.stores[int(np.argmin(costs))]
        state.put(Hop(relocation(ground.machine(vm), ground.leaving, target)))
    return state


# --- what an objective wants little of ---------------------------------------------------------------


def _finish(ground: Ground) -> Cost:
    """When the last byte would be there, if each datastore were written to all the time."""
    stores = (ground.inventory.datastores[id_] for id_ in ground.stores)
    rates = np.maximum(np.array([store.write_bandwidth_bytes_per_s for store in stores], dtype=np.float64), 1.0)

    def cost(state: Arrangement, vm: int) -> FloatArray:
        finish: FloatArray = (ground.free_bytes - state.free_bytes + ground.size_bytes[vm]) / rates
        return finish

    return cost


def _fullness(ground: Ground) -> Cost:
    """How full the datastore would be."""

    def cost(state: Arrangement, vm: int) -> FloatArray:
        full: FloatArray = 1.0 - (state.free_bytes - ground.size_bytes[vm]) / ground.capacity_bytes
        return full

    return cost


def _tightest(state: Arrangement, vm: int) -> FloatArray:
    """How much would be left: best fit."""
    return state.free_bytes


_COSTS: dict[Objective, Callable[[Ground], Cost]] = {
    "time": _finish,
    "downtime": _finish,
    "balance": _fullness,
    "moves": lambda ground: _tightest,
}


# --- what does not fit as it is ---------------------------------------------------------------


def _parted(state: Arrangement, vm: int) -> bool:
    """Whether the VM's disks, each where most is free, and its home fit; they are put there then."""
    ground = state.ground
    machine = ground.machine(vm)
    allowed = ground.allowed(vm)
    disks = sorted(disks_on(machine, ground.leaving), key=lambda disk: -disk.space_as(disk.format))
    free = np.where(allowed, state.free_bytes, -np.inf)
    if not allowed.any() or not disks:
        return False
    places: dict[str, str] = {}
    for disk in disks:
        column = int(np.argmax(free))
        places[disk.label] = ground.stores[column]
        free[column] -= disk.space_as(disk.format)
    for column in np.argsort(-free, kind="stable").tolist():
        if not allowed[column]:
            continue
        spec = relocation(machine, ground.leaving, ground.stores[column], places)
        needs = ground.arriving(spec)
        if all(state.free_bytes[ground.column[id_]] >= amount for id_, amount in needs.items()):
            state.put(Hop(spec))
            return True
    return False


def _made_room(state: Arrangement, vm: int) -> bool:
    """Whether other VMs' files could leave a datastore so that the VM's fit there; they are sent away then."""
    ground = state.ground
    short = np.where(ground.allowed(vm), ground.size_bytes[vm] - state.free_bytes, np.inf)
    for column in np.argsort(short, kind="stable").tolist():
        if not np.isfinite(short[column]):
            return False
        pushed = _pushed(state, column, float(short[column]))
        if pushed:
            first = len(state.hops)
            for hop in pushed:
                state.put(hop)
                freed = dict(resolve(ground.inventory, hop.spec).leaving)
                state.free_bytes[column] += freed.get(ground.stores[column], 0)
            target = ground.stores[column]
            after = tuple(range(first, first + len(pushed)))
            state.put(Hop(relocation(ground.machine(vm), ground.leaving, target), after))
            return True
    return False


def _pushed(state: Arrangement, column: int, short: float) -> list[Hop]:
    """Migrations that free so many bytes on a datastore; empty if a few do not suffice. The smallest that suffices
    alone is taken, else the largest and what it leaves."""
    ground = state.ground
    store = ground.stores[column]
    free = state.free_bytes.copy()
    hops: list[Hop] = []
    busy = set(state.moved) | set(ground.vms)
    while short > 0.0 and len(hops) < _MOST_PUSHED:
        ways = [
            way
            for vm in machines_on(ground.inventory, store)
            if vm.id not in busy
            if (way := _way(state, vm, column, free))
        ]
        if not ways:
            return []
        enough = [way for way in ways if way[0] >= short]
        freed, hop, target, needs = min(enough, key=lambda way: way[0]) if enough else max(ways, key=lambda way: way[0])
        hops.append(hop)
        busy.add(hop.spec.vm)
        free[target] -= needs
        short -= freed
    return hops if short <= 0.0 else []


def _way(state: Arrangement, vm: VirtualMachine, column: int, free: FloatArray) -> tuple[float, Hop, int, float] | None:
    """How a VM could leave a datastore: bytes freed, the migration, its destination and the bytes needed there."""
    ground = state.ground
    store = ground.stores[column]
    if vm.template:
        return None
    for target in np.argsort(-free, kind="stable").tolist():
        id_ = ground.stores[target]
        if target == column or id_ not in ground.reachable(vm):
            continue
        spec = relocation(vm, (store,), id_)
        plan = resolve(ground.inventory, spec)
        needs, freed = dict(plan.arriving).get(id_, 0), dict(plan.leaving).get(store, 0)
        if freed and needs <= free[target] and not ground.against(spec, id_):
            return float(freed), Hop(spec, makes_room=True), target, float(needs)
    return None
