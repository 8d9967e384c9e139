"""An order, move by move, that leads from where all VMs are to where they are to be."""

from __future__ import annotations

import numpy as np

from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.greedy import Hop
from vmotion_gui.planning.maintenance.ground import Ground, IntArray


def sequence(ground: Ground, target: IntArray) -> tuple[list[Hop], Arrangement] | None:
    """Moves that work one by one, and where they lead; None if none were found.

    Whatever can go where it belongs goes. Where nothing can, one VM steps aside to a host that lets another go. That is
    no proof that there is no order: `chains.py` has one for small estates.
    """
    state = Arrangement(ground)
    hops: list[Hop] = []
    pending = _pending(state, target)
    while pending:
        direct = next((vm for vm in pending if state.fits(vm)[target[vm]]), None)
        hop = (direct, int(target[direct])) if direct is not None else _aside(state, pending, target)
        if hop is None or len(hops) > 3 * len(ground.vms):
            return None
        state.move(*hop)
        hops.append(hop)
        pending = _pending(state, target)
    return hops, state


def _pending(state: Arrangement, target: IntArray) -> list[int]:
    """VMs that are not where they belong, what makes room first, then the largest."""
    ground = state.ground
    away = np.flatnonzero(state.at != target).tolist()
    leaving = ground.emptied[ground.at]
    return sorted(away, key=lambda vm: (bool(leaving[vm]), -float(ground.reserved_bytes[vm]), vm))


def _aside(state: Arrangement, pending: list[int], target: IntArray) -> Hop | None:
    for vm in pending:
        for host in np.flatnonzero(state.fits(vm)).tolist():
            if host == target[vm]:
                continue
            tried = state.copy()
            tried.move(vm, host)
            if any(other != vm and tried.fits(other)[target[other]] for other in pending):
                return vm, host
    return None
