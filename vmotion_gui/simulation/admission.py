"""Who may start: vCenter's costs and limits per host, vMotion network and datastore.

Sources: "Limits on Simultaneous Migrations" (vSphere 8.0 documents) and Broadcom KB 326281: a host has 16
(vMotion 2, moves of files 8, other provisioning 2), a vMotion network 4 or, from 10 Gbit/s on, 8 (vMotion 1), a
datastore 128 (vMotion 1, moves of files 16 on source and destination). The costs count on both hosts.
"""

from __future__ import annotations

import math

from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.plan import Plan
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.routes import adapters, uplinks

Resource = tuple[str, str]
"""("host" | "network" | "datastore" | "source", id); a vMotion network and a source's own limit have the host's id."""

HOST_LIMIT = 16.0
DATASTORE_LIMIT = 128.0
_HOST_COST = {
    MigrationType.VMOTION: 2.0,
    MigrationType.STORAGE_VMOTION: 8.0,
    MigrationType.XVMOTION: 8.0,
    MigrationType.COLD: 2.0,
    MigrationType.SUSPENDED: 2.0,
}
_FILES_COST = 16.0


def costs(inventory: Inventory, plan: Plan, profile: Profile) -> dict[Resource, float]:
    """What a migration takes of each limited resource."""
    if profile.max_concurrent_per_source is not None:
        return {("source", plan.source): 1.0}
    taken: dict[Resource, float] = {}
    for host in dict.fromkeys((plan.source, plan.destination)):
        taken["host", host] = _HOST_COST[plan.type]
        if plan.live and plan.changes_host:
            taken["network", host] = 1.0
    if plan.type is MigrationType.VMOTION:
        for datastore in inventory.vms[plan.vm].datastores:
            taken["datastore", datastore] = 1.0
    for move in plan.disks:
        taken["datastore", move.source] = taken["datastore", move.destination] = _FILES_COST
    return taken


def limit(inventory: Inventory, resource: Resource, profile: Profile) -> float:
    """How much of a resource all migrations together may take."""
    kind, id_ = resource
    if kind == "source":
        return float(profile.max_concurrent_per_source or math.inf)
    if kind == "host":
        return HOST_LIMIT
    if kind == "datastore":
        return DATASTORE_LIMIT
    host = inventory.hosts.get(id_)
    nics = uplinks(inventory, host, adapters(host, "vmotion")) if host else ()
    return 8.0 if any(nic.speed_bits_per_s >= 10_000_000_000 for nic in nics) else 4.0
