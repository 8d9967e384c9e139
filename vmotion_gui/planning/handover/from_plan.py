"""From a plan for maintenance to what is to be done: the moves in waves, the hosts' maintenance, and the way back."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.maintenance.plan import Move, Plan, Preparation
from vmotion_gui.planning.maintenance.prediction import predicted
from vmotion_gui.planning.maintenance.rolling import RollingPlan
from vmotion_gui.simulation.engine import Checkpoint, Engine
from vmotion_gui.simulation.forecast import Range, by_chance


def work_of(inventory: Inventory, plan: Plan, title: str) -> w.Work:
    """What was decided for single VMs; the moves of a plan, each after those that it waits for; then maintenance mode
    for the hosts or datastores."""
    ends: list[w.Step] = [
        w.EnterMaintenance(
            host=inventory.hosts[id_].name, vsan_mode=plan.vsan_mode if inventory.hosts[id_].vsan_components else ""
        )
        for id_ in plan.hosts
    ]
    ends += [w.StoreMaintenance(datastore=inventory.datastores[id_].name, enters=True) for id_ in plan.datastores]
    return w.Work(title=title, steps=(*_before(inventory, plan.preparations), *_in_waves(inventory, plan.moves), *ends))


def _before(inventory: Inventory, preparations: Sequence[Preparation]) -> list[w.Step]:
    steps: list[w.Step] = []
    for one in preparations:
        if one.does == "disconnect":
            text = message("handover.disconnect", vm=inventory.vms[one.vm].name, devices=list(one.devices))
            steps.append(w.ByHand(text=text))
        else:
            steps.append(w.Power(vm=w.machine(inventory, one.vm), action=one.does))
    return steps


def _after(inventory: Inventory, preparations: Sequence[Preparation]) -> list[w.Step]:
    started = [one.vm for one in preparations if one.starts_afterwards]
    return [w.Power(vm=w.machine(inventory, id_), action="powerOn") for id_ in started]


def way_back(inventory: Inventory, plan: Plan, title: str) -> w.Work:
    """The hosts back into use, then every VM to where it was: the moves' order the other way round, one after the
    other; in the end those are started that were shut down or suspended. A VM that went with its storage is left to
    people: its way back depends on what has come there since."""
    steps: list[w.Step] = [w.ExitMaintenance(host=inventory.hosts[id_].name) for id_ in plan.hosts]
    steps += [w.StoreMaintenance(datastore=inventory.datastores[id_].name, enters=False) for id_ in plan.datastores]
    for wave, move in enumerate(reversed(plan.moves)):
        vm, host = inventory.vms[move.spec.vm], inventory.hosts[move.source]
        if move.from_datastores:
            steps.append(_files_back(inventory, move, wave))
            continue
        if move.spec.datastore or move.spec.disks:
            steps.append(w.ByHand(text=message("handover.backByHand", vm=vm.name, host=host.name)))
            continue
        there = inventory.hosts[move.spec.host].name
        steps.append(w.Move(vm=w.machine(inventory, vm.id), source=there, host=host.name, wave=wave))
    steps += _after(inventory, plan.preparations)
    return w.Work(title=title, steps=tuple(steps))


def _files_back(inventory: Inventory, move: Move, wave: int) -> w.Step:
    """A VM whose files were all on one datastore goes back there; of others the disks that moved."""
    vm = inventory.vms[move.spec.vm]
    if len(vm.datastores) == 1:
        store = inventory.datastores[vm.datastores[0]].name
        source = inventory.hosts[vm.host].name
        return w.Move(vm=w.machine(inventory, vm.id), source=source, host="", datastore=store, wave=wave)
    stores = inventory.datastores
    left = move.spec.datastore not in ("", vm.home_datastore)
    return w.MoveFiles(
        vm=w.machine(inventory, vm.id),
        home=stores[vm.home_datastore].name if left else "",
        disks=tuple((disk.label, stores[disk.datastore].name) for disk in vm.disks),
        moving=tuple(disk.label for disk in vm.disks if disk.datastore in move.from_datastores),
    )


def rolling_work(inventory: Inventory, plan: RollingPlan, title: str) -> w.Work:
    """Step by step: decisions for single VMs, the moves, maintenance mode, the work, the hosts back into use, the start
    of what was stopped, and the moves home if VMs go home. Steps that are not possible are told, and left out."""
    steps: list[w.Step] = []
    for step in plan.steps:
        names = [inventory.hosts[id_].name for id_ in step.hosts]
        if not step.possible:
            steps.append(w.ByHand(text=message("handover.leftOut", hosts=names)))
            continue
        steps += _before(inventory, step.preparations)
        steps += _in_waves(inventory, step.moves)
        steps += [w.EnterMaintenance(host=name) for name in names]
        steps.append(w.ByHand(text=message("handover.work", hosts=names, time=plan.options.work_s)))
        steps += [w.ExitMaintenance(host=name) for name in names]
        steps += _after(inventory, step.preparations)
        steps += _in_waves(inventory, step.returns)
    return w.Work(title=title, steps=tuple(steps))


def _in_waves(inventory: Inventory, moves: Sequence[Move]) -> list[w.Step]:
    places = _waves(moves)
    order = sorted(range(len(moves)), key=lambda index: (places[index], index))
    return [_step(inventory, moves[index], places[index]) for index in order]


def _step(inventory: Inventory, move: Move, wave: int) -> w.Step:
    step = w.move_of(inventory, move.spec, wave)
    if isinstance(step, w.Move):  # it may have moved before: the estate tells where it was at first
        return msgspec.structs.replace(step, source=inventory.hosts[move.source].name)
    return step


def _waves(moves: Sequence[Move]) -> list[int]:
    """How many moves, one after the other, each waits for."""
    depth: list[int | None] = [None] * len(moves)

    def of(index: int) -> int:
        known = depth[index]
        if known is None:
            known = depth[index] = 1 + max((of(earlier) for earlier in moves[index].after), default=-1)
        return known

    return [of(index) for index in range(len(moves))]


def makespan_range(moment: Checkpoint, plan: Plan, seeds: int) -> Range | None:
    """Least and most time of the plan's moves in runs with the seeds 1, 2, …; None if one of them fails in some run."""
    ends = []
    for seed in range(1, seeds + 1):
        told = predicted(Engine.restore(by_chance(moment, seed)), plan.moves)
        if any(move.outcome != "completed" for move in told):
            return None
        ends.append(max((move.end_s for move in told), default=0.0))
    return Range(min(ends), max(ends)) if ends else None


def risks(inventory: Inventory, plan: Plan, window_s: float | None = None) -> list[Message]:
    """What may go otherwise than the plan says, the gravest first."""
    found = []
    longest = max(plan.moves, key=lambda move: move.downtime_s, default=None)
    if window_s is not None and plan.makespan_s > window_s:
        found.append(message("handover.risk.window", time=plan.makespan_s, window=window_s))
    stopped = [inventory.vms[one.vm].name for one in plan.preparations if one.starts_afterwards]
    if stopped:
        found.append(message("handover.risk.stopped", vms=stopped))
    if longest is not None and longest.downtime_s >= 1.0:
        name = inventory.vms[longest.spec.vm].name
        found.append(message("handover.risk.downtime", vm=name, downtime=longest.downtime_s))
    full = max(plan.loads, key=lambda loads: loads.worst.memory, default=None)
    if full is not None and full.worst.memory > 0.9:
        name = inventory.hosts[full.host].name
        found.append(message("handover.risk.memory", host=name, percent=round(full.worst.memory * 100)))
    filled = [space for space in plan.spaces if space.datastore not in plan.datastores]
    fullest = max(filled, key=lambda space: space.worst, default=None)
    if fullest is not None and fullest.worst > 0.9:
        name = inventory.datastores[fullest.datastore].name
        found.append(message("handover.risk.space", datastore=name, percent=round(fullest.worst * 100)))
    files = bool(plan.datastores)
    slow = [move for move in plan.moves if move.spec.datastore or move.spec.disks]
    if slow:
        found.append(message("handover.risk.storage", count=len(slow)))
    found.append(message("handover.risk.guessFiles" if files else "handover.risk.guess"))
    return found


def rolling_risks(inventory: Inventory, plan: RollingPlan) -> list[Message]:
    """What may go otherwise than a rolling plan says, the gravest first."""
    found = []
    if plan.options.window_s is not None and not plan.in_window:
        found.append(message("handover.risk.window", time=plan.end_s, window=plan.options.window_s))
    stopped = [inventory.vms[one.vm].name for step in plan.steps for one in step.preparations if one.starts_afterwards]
    if stopped:
        found.append(message("handover.risk.stoppedOnce", vms=stopped))
    moves = [move for step in plan.steps for move in (*step.moves, *step.returns)]
    longest = max(moves, key=lambda move: move.downtime_s, default=None)
    if longest is not None and longest.downtime_s >= 1.0:
        name = inventory.vms[longest.spec.vm].name
        found.append(message("handover.risk.downtime", vm=name, downtime=longest.downtime_s))
    slow = sum(bool(move.spec.datastore or move.spec.disks) for move in moves)
    if slow:
        found.append(message("handover.risk.storage", count=slow))
    found.append(message("handover.risk.guess"))
    return found
