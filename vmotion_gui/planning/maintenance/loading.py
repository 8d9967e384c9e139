"""How loaded the hosts are over a plan: before, at the worst moment, afterwards."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.ground import FloatArray, Ground
from vmotion_gui.planning.maintenance.plan import HostLoads, Load, Move


def host_loads(ground: Ground, moves: Sequence[Move]) -> tuple[HostLoads, ...]:
    """The load of each host of the ground, in its order. A VM on its way counts at both ends from its start on; of
    moves that did not complete, only while they ran."""
    state = Arrangement(ground)
    load = np.stack([state.memory_shares(), state.cpu_shares()])
    before, worst = load.copy(), load.copy()
    events = []
    for number, move in enumerate(moves):
        events.append((move.start_s, 1, number))
        events.append((move.end_s, 0, number))
    for _, begins, number in sorted(events):
        move = moves[number]
        taken = _taken(ground, ground.number[move.spec.vm])
        there, here = ground.row[move.spec.host], ground.row[move.source]
        if begins:
            load[:, there] += taken[:, there]
            np.maximum(worst[:, there], load[:, there], out=worst[:, there])
        elif move.outcome == "completed":
            load[:, here] -= taken[:, here]
        else:
            load[:, there] -= taken[:, there]
    return tuple(
        HostLoads(host=host, before=_load(before, row), worst=_load(worst, row), after=_load(load, row))
        for row, host in enumerate(ground.hosts)
    )


def _taken(ground: Ground, vm: int) -> FloatArray:
    """(2, h) what a VM takes of each host's memory and CPU."""
    memory = ground.memory_bytes[vm] / ground.capacity_bytes
    return np.stack([memory, ground.busy_cpus[vm] * ground.core_mhz / ground.capacity_mhz])


def _load(load: FloatArray, row: int) -> Load:
    return Load(memory=max(0.0, float(load[0, row])), cpu=max(0.0, float(load[1, row])))
