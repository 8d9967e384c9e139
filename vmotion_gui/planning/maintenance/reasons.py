"""Why a VM cannot leave its host: the table's reasons at the hosts where it could have gone, and the planner's own."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.plan import Unplaceable

_RULES = frozenset(("rule.separate", "rule.together"))


def unplaceable(ground: Ground, state: Arrangement, vm: int) -> Unplaceable:
    """What stands against a VM at every host that the options let it go to, with the rest of the plan carried out."""
    machine = ground.machine(vm)
    found: dict[str, Reason] = {}
    hosts = [host for row, host in enumerate(ground.hosts) if ground.reachable(vm)[row]]
    if hosts:
        inventory = _carried_out(ground, state, vm)
        verdicts = Checker.for_inventory(inventory, previous=ground.checker).hosts_for([machine.id])
        for host in hosts:
            against = [r for r in verdicts.reasons(host) if r.severity is Severity.ERROR or r.rule in _RULES]
            for reason in against:
                found.setdefault(reason.rule, reason)
    for (banned, _), reason in ground.banned.items():
        if banned == machine.id:
            found.setdefault(reason.rule, reason)
    if not found:
        found["plan.place"] = _own(ground, vm, alone=not hosts)
    return Unplaceable(vm=machine.id, host=machine.host, reasons=tuple(found.values()))


def _carried_out(ground: Ground, state: Arrangement, vm: int) -> Inventory:
    inventory = ground.inventory
    for other in np.flatnonzero(state.at != ground.at).tolist():
        if other != vm:
            inventory = VmMoved(vm=ground.vms[other], host=ground.hosts[int(state.at[other])]).apply(inventory)
    return inventory


def _own(ground: Ground, vm: int, *, alone: bool) -> Reason:
    """No rule of the table speaks: there is no host at all, or the room and the rules leave none."""
    machine = ground.machine(vm)
    host = ground.inventory.hosts[machine.host]
    key = "alone" if alone else "crowded"
    return Reason(
        rule="plan.place",
        fault="NoCompatibleHost",
        severity=Severity.ERROR,
        group="capacity",
        test_group="hostTests",
        text=message(f"evacuation.reason.{key}", vm=machine.name, host=host.name),
        cure=message(f"evacuation.cure.{key}", vm=machine.name),
        objects=(machine.id, host.id),
    )


def obstacles(ground: Ground) -> tuple[Message, ...]:
    """Clusters whose HA would not have the room that it must keep."""
    names = {id_: cluster.name for id_, cluster in ground.inventory.clusters.items()}
    emptied = {int(number) for number in ground.cluster[ground.emptied]}
    return tuple(
        message("evacuation.obstacle.failover", cluster=names[ground.cluster_ids[number]])
        for number in sorted(emptied)
        if (ground.spare[number] < 0.0).any()
    )
