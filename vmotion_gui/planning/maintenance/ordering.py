"""From moves that work one after the other to moves that run side by side: what really has to wait for what.

A host that could hold all that comes to it without anything leaving asks for no order. On any other, an arrival waits
for all that leaves before it. That is enough: whatever runs side by side then, each host holds no more than it does at
some moment of the order one by one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.files import least_files_s
from vmotion_gui.planning.maintenance.greedy import Hop
from vmotion_gui.planning.maintenance.ground import Ground

_RATE_BYTES_PER_S = 1.25e9
"""Of an adapter of 10 Gbit/s: how much memory is weighed against how much time. Only an order hangs on it."""


class Step(NamedTuple):
    """A move in its turn; `after` are indices of earlier steps."""

    vm: int
    source: int
    host: int
    after: tuple[int, ...]


def ordered(ground: Ground, hops: Sequence[Hop], width: int | None = None) -> list[Step]:
    """The hops as steps, what makes room first, then what takes longest: the largest VMs, and those with files.

    `hops` work one by one in their order. `width`: how many moves of one host at a time; None: as many as vCenter lets.
    """
    sources, waits = dependencies(ground, hops)
    needed = {earlier for after in waits for earlier in after}
    weight = _weights(ground, hops)
    order: list[int] = []
    place: dict[int, int] = {}
    left = set(range(len(hops)))
    keys = sorted(left, key=lambda index: (index not in needed, -weight[index], index))
    while left:
        ready = [index for index in keys if index in left and waits[index] <= place.keys()]
        for index in ready:
            place[index] = len(order)
            order.append(index)
        left.difference_update(ready)
    steps = [
        Step(hops[index][0], sources[index], hops[index][1], tuple(sorted(place[other] for other in waits[index])))
        for index in order
    ]
    return steps if width is None else _narrowed(steps, width)


def _weights(ground: Ground, hops: Sequence[Hop]) -> list[float]:
    """Memory of the VM, and what could be sent while its files are copied; of a group that stays together, of its
    largest."""
    weights = []
    for vm, _ in hops:
        members = {vm, *(other for group in ground.group_of.get(vm, ()) for other in ground.together[group])}
        memory = float(max(ground.memory_bytes[other] for other in members))
        weights.append(memory + (_RATE_BYTES_PER_S * least_files_s(ground, vm) if vm in ground.needed_space else 0.0))
    return weights


def dependencies(ground: Ground, hops: Sequence[Hop]) -> tuple[list[int], list[set[int]]]:
    """For each hop: where it leaves from, and which earlier hops it waits for."""
    tight = _tight(ground, hops)
    at = ground.at.copy()
    departed: dict[int, list[int]] = {}
    last: dict[int, int] = {}
    sources: list[int] = []
    waits: list[set[int]] = []
    for index, (vm, host) in enumerate(hops):
        source = int(at[vm])
        sources.append(source)
        wait = {last[vm]} if vm in last else set()
        if tight[host] or any(hops[other][0] in ground.apart[vm] for other in departed.get(host, ())):
            wait.update(departed.get(host, ()))
        waits.append(wait)
        departed.setdefault(source, []).append(index)
        last[vm] = index
        at[vm] = host
    return sources, waits


def _tight(ground: Ground, hops: Sequence[Hop]) -> list[bool]:
    """(h,) hosts that could not hold all that comes to them beside all that is there."""
    state = Arrangement(ground)
    tight = np.zeros(len(ground.hosts), dtype=bool)
    for vm, host in hops:
        tight[host] |= not state.roomy(vm)[host]
        state.free_bytes[host] -= ground.reserved_bytes[vm]
        state.free_mhz[host] -= ground.reserved_mhz[vm]
        state.vm_count[host] += 1
        state.running_count[host] += ground.running[vm]
    found: list[bool] = tight.tolist()
    return found


def _narrowed(steps: Sequence[Step], width: int) -> list[Step]:
    leaving: dict[int, list[int]] = {}
    narrow = []
    for index, step in enumerate(steps):
        earlier = leaving.setdefault(step.source, [])
        after = {*step.after, *(earlier[-width : len(earlier) - width + 1] if len(earlier) >= width else ())}
        narrow.append(step._replace(after=tuple(sorted(after))))
        earlier.append(index)
    return narrow
