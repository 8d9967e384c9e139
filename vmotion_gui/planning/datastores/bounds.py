"""A time that no plan for datastores can beat, so that a plan can say how far it is from the best.

Two facts of the model: every byte of a disk that leaves is read once from the datastore that is to be empty, at no more
than what all hosts together read from it; and the longest single migration reads its bytes no faster, and writes them
no faster than the fastest datastore that they may go to. Fixed steps before and after come on top.
"""

from __future__ import annotations

import numpy as np

from vmotion_gui.planning.datastores.arrangement import Arrangement
from vmotion_gui.planning.datastores.ground import Ground
from vmotion_gui.planning.maintenance.plan import Bound
from vmotion_gui.simulation.plan import Plan, resolve
from vmotion_gui.simulation.profiles.profile import Profile


def least_makespan(ground: Ground, profile: Profile, state: Arrangement) -> Bound:
    """The largest of the bounds for the VMs that leave."""
    stores = ground.inventory.datastores
    fixed_s = profile.check_s
    bounds = [Bound(seconds=0.0, of="nothing")]
    read = dict.fromkeys(ground.leaving, 0.0)
    number = {id_: k for k, id_ in enumerate(ground.vms)}
    for hop in state.hops:
        if hop.makes_room:
            continue
        plan = resolve(ground.inventory, hop.spec)
        for source, amount in _read_bytes(plan).items():
            if source in read:
                read[source] += amount
        open_ = np.flatnonzero(ground.allowed(number[hop.spec.vm])).tolist()
        fastest = sum(stores[ground.stores[k]].write_bandwidth_bytes_per_s for k in open_)
        if fastest > 0.0:
            seconds = fixed_s + sum(_read_bytes(plan).values()) / fastest
            bounds.append(Bound(seconds=seconds, of="migration", object=hop.spec.vm))
    for id_, amount in read.items():
        if stores[id_].read_bandwidth_bytes_per_s > 0.0 and amount:
            seconds = fixed_s + amount / stores[id_].read_bandwidth_bytes_per_s
            bounds.append(Bound(seconds=seconds, of="source", object=id_))
    return max(bounds, key=lambda bound: bound.seconds)


def _read_bytes(plan: Plan) -> dict[str, float]:
    read: dict[str, float] = {}
    for transfer in plan.transfers:
        if transfer.source and transfer.kind == "disk":
            read[transfer.source] = read.get(transfer.source, 0.0) + transfer.copy_bytes
    return read
