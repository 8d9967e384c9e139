"""How full the datastores are over a plan: before, at the worst moment, afterwards."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from vmotion_gui.planning.datastores.ground import Ground
from vmotion_gui.planning.maintenance.plan import Move, StoreSpace
from vmotion_gui.simulation.plan import resolve


def store_spaces(ground: Ground, moves: Sequence[Move]) -> tuple[StoreSpace, ...]:
    """The datastores to be empty, then those that files of some VM may come to. Files on their way count at both
    ends from their start on; of moves that did not complete, only while they ran."""
    stores = ground.inventory.datastores
    touched = {store for move in moves for store in move.to_datastores}
    open_ = {id_ for vm in range(len(ground.vms)) for id_ in itertools.compress(ground.stores, ground.allowed(vm))}
    ids = [id_ for id_ in stores if id_ in ground.leaving]
    ids += [id_ for id_ in ground.stores if id_ in open_ or id_ in touched]
    used = {id_: stores[id_].capacity_bytes - stores[id_].free_bytes for id_ in ids}
    before, worst = dict(used), dict(used)
    events = sorted(
        event for number, move in enumerate(moves) for event in ((move.start_s, 1, number), (move.end_s, 0, number))
    )
    plans = [resolve(ground.inventory, move.spec) for move in moves]
    for _, begins, number in events:
        done = moves[number].outcome == "completed"
        changes = plans[number].arriving if begins or not done else plans[number].leaving
        for id_, amount in changes:
            if id_ in used:
                used[id_] += amount if begins else -amount
                worst[id_] = max(worst[id_], used[id_])

    def share(bytes_: int, id_: str) -> float:
        return max(0.0, bytes_ / max(1, stores[id_].capacity_bytes))

    return tuple(
        StoreSpace(
            datastore=id_,
            before=share(before[id_], id_),
            worst=share(worst[id_], id_),
            after=share(used[id_], id_),
        )
        for id_ in ids
    )
