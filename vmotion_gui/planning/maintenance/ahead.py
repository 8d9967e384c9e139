"""A plan played ahead: where everything is at a moment of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Literal

import msgspec

from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.entities import Entity, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.datastores.carried import with_files_moved
from vmotion_gui.planning.maintenance.plan import Move, Plan

MoveState = Literal["waiting", "running", "completed", "failed"]
_FEW_HOSTS = 12
"""A cluster of no more hosts is shown whole."""


def state_at(move: Move, time_s: float) -> MoveState:
    """What becomes of a move by a time since the plan's start."""
    if time_s < move.start_s:
        return "waiting"
    if time_s < move.end_s:
        return "running"
    return "completed" if move.outcome == "completed" else "failed"


def progress_at(move: Move, time_s: float) -> float:
    """The share of its duration that has gone by: 0 to 1."""
    if move.duration_s <= 0.0:
        return 1.0 if time_s >= move.start_s else 0.0
    return min(max((time_s - move.start_s) / move.duration_s, 0.0), 1.0)


def estate_at(inventory: Inventory, moves: Sequence[Move], time_s: float) -> Inventory:
    """The estate with the moves that have completed by a time; in the order in which they do."""
    for move in sorted(moves, key=lambda move: move.end_s):
        if state_at(move, time_s) != "completed" or move.spec.vm not in inventory.vms:
            continue
        if move.to_datastores:
            inventory = with_files_moved(inventory, move.spec)
        else:
            inventory = VmMoved(vm=move.spec.vm, host=move.spec.host).apply(inventory)
    return inventory


def stage_of(inventory: Inventory, plan: Plan) -> Inventory:
    """The part of an estate in which a plan plays: its hosts and their VMs, with the clusters around them.

    All of the hosts that the plan is about if they are few, otherwise those that a VM leaves or comes to. Of a plan for
    datastores these, and the hosts whose VMs have files there, with those alone.
    """
    if plan.datastores:
        return Inventory(_around_stores(inventory, plan))
    about = [one.host for one in plan.loads]
    used = {*plan.hosts, *(move.source for move in plan.moves), *(move.spec.host for move in plan.moves)}
    hosts = [id_ for id_ in about if id_ in used] if len(about) > _FEW_HOSTS else about
    return Inventory(_entities(inventory, hosts or [id_ for id_ in plan.hosts if id_ in inventory.hosts]))


def _around_stores(inventory: Inventory, plan: Plan) -> Iterator[Entity]:
    vms = dict.fromkeys((*(move.spec.vm for move in plan.moves), *(one.vm for one in plan.unplaceable)))
    used = {*plan.datastores, *(store for move in plan.moves for store in move.to_datastores)}
    hosts = dict.fromkeys(inventory.vms[vm].host for vm in vms)
    for entity in _entities(inventory, hosts):
        if isinstance(entity, Host):
            mounts = tuple(m for m in inventory.hosts[entity.id].mounts if m.datastore in used)
            yield msgspec.structs.replace(entity, mounts=mounts)
        elif not isinstance(entity, VirtualMachine) or entity.id in vms:
            yield entity
    yield from (store for id_, store in inventory.datastores.items() if id_ in used)


def _entities(inventory: Inventory, ids: Collection[str]) -> Iterator[Entity]:
    hosts = [inventory.hosts[id_] for id_ in ids]
    clusters = [inventory.clusters[id_] for id_ in dict.fromkeys(host.cluster for host in hosts) if id_]
    centers = dict.fromkeys([*(host.datacenter for host in hosts), *(cluster.datacenter for cluster in clusters)])
    datacenters = [inventory.datacenters[id_] for id_ in centers if id_ in inventory.datacenters]
    vcenters = dict.fromkeys(datacenter.vcenter for datacenter in datacenters)
    yield from (inventory.vcenters[id_] for id_ in vcenters if id_ in inventory.vcenters)
    yield from (msgspec.structs.replace(datacenter, site="") for datacenter in datacenters)
    yield from clusters
    for host in hosts:
        yield msgspec.structs.replace(host, mounts=(), vmk_adapters=())
        yield from (inventory.vms[id_] for id_ in inventory.vms_on(host.id))
