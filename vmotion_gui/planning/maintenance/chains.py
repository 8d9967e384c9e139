"""The shortest chain of moves that empties hosts, by looking at every arrangement that can be reached.

A breadth-first search over arrangements: each is one number, one digit per VM for the host where it is. All
arrangements of one depth are looked at together, as columns. Where no chain exists, that is proven by having seen all.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.exact import movable
from vmotion_gui.planning.maintenance.greedy import Hop
from vmotion_gui.planning.maintenance.ground import FloatArray, Ground, IntArray

MOST_STATES = 3_000_000
_Codes = npt.NDArray[np.int64]


class Chain(NamedTuple):
    """Moves one by one, and the VMs that they leave behind: none, or as few as can be."""

    hops: tuple[Hop, ...]
    left: tuple[int, ...]


def shortest_chain(ground: Ground, among: Collection[int] | None = None) -> Chain | None:
    """The shortest chain that leaves the fewest VMs behind; None if there are too many arrangements to look at.

    `among`: only chains that move none but these VMs and those that have to leave.
    """
    size = 1
    vms = []
    leaving = set(ground.must_leave.tolist())
    for vm in movable(ground):
        if among is not None and vm not in among and vm not in leaving:
            continue
        if ground.allowed(vm).any():
            vms.append(vm)
            size *= int(np.count_nonzero(ground.allowed(vm))) + 1
        if size > MOST_STATES:
            return None
    return _Search(ground, vms).best()


class _Search:
    def __init__(self, ground: Ground, vms: list[int]) -> None:
        self._ground, self._vms = ground, vms
        self._places = [np.array([ground.at[vm], *np.flatnonzero(ground.allowed(vm))]) for vm in self._vms]
        self._steps: list[int] = []
        size = 1
        for places in self._places:
            self._steps.append(size)
            size *= len(places)
        self._size = size
        self._leaving = set(ground.must_leave.tolist())

    def best(self) -> Chain:
        """Depth by depth, until all that can leave has left or nothing new is reached."""
        came_from = np.full(self._size, -1, dtype=np.int64)
        frontier: _Codes = np.zeros(1, dtype=np.int64)
        came_from[0] = 0
        fewest, found = len(self._leaving) + 1, 0
        goal = len(self._leaving) - sum(vm in self._leaving for vm in self._vms)
        while len(frontier):
            rows = self._rows(frontier)
            left = self._left(rows)
            best = int(np.argmin(left))
            if left[best] < fewest:
                fewest, found = int(left[best]), int(frontier[best])
            if fewest <= goal:
                break
            frontier = self._next(frontier, rows, came_from)
        hops = self._way(came_from, found)
        last = self._rows(np.array([found], dtype=np.int64))[0]
        at = dict(zip(self._vms, last.tolist(), strict=True))
        home = self._ground.at
        return Chain(hops, tuple(vm for vm in sorted(self._leaving) if at.get(vm, home[vm]) == home[vm]))

    def _rows(self, codes: _Codes) -> IntArray:
        """(n, vms) the host of each VM in each arrangement."""
        rows = np.empty((len(codes), len(self._vms)), dtype=np.intp)
        for number, (places, step) in enumerate(zip(self._places, self._steps, strict=True)):
            rows[:, number] = places[codes // step % len(places)]
        return rows

    def _left(self, rows: IntArray) -> IntArray:
        """(n,) VMs that have still to leave; very many where a group would end in two places."""
        ground = self._ground
        place = {vm: number for number, vm in enumerate(self._vms)}
        left = np.zeros(len(rows), dtype=np.intp)
        for vm in self._leaving:
            left += rows[:, place[vm]] == ground.at[vm] if vm in place else 1
        for members in ground.together:
            homes = [int(ground.at[vm]) for vm in members]
            now = [rows[:, place[vm]] if vm in place else np.full(len(rows), ground.at[vm]) for vm in members]
            left[_split(homes, now)] += len(self._leaving) + 1
        return left

    def _next(self, frontier: _Codes, rows: IntArray, came_from: _Codes) -> _Codes:
        """Every arrangement that one more move reaches for the first time."""
        free = self._free(rows)
        reached: list[_Codes] = []
        for number, places in enumerate(self._places):
            self._ground.pulse()
            digit = frontier // self._steps[number] % len(places)
            first = 1 if self._vms[number] in self._leaving else 0
            for choice in range(first, len(places)):
                able = (digit != choice) & self._takes(number, int(places[choice]), rows, free)
                codes = frontier[able] + (choice - digit[able]) * self._steps[number]
                new = came_from[codes] < 0
                came_from[codes[new]] = frontier[able][new]
                reached.append(codes[new])
        return np.unique(np.concatenate(reached)) if reached else frontier[:0]

    def _free(self, rows: IntArray) -> FloatArray:
        """(n, 4, hosts) memory, MHz, places for VMs and for running VMs that are left."""
        ground, start = self._ground, Arrangement(self._ground)
        now = np.stack(
            [
                start.free_bytes,
                start.free_mhz,
                (ground.max_vms - start.vm_count).astype(float),
                (ground.max_running - start.running_count).astype(float),
            ]
        )
        free: FloatArray = np.repeat(now[None], len(rows), axis=0)
        every = np.arange(len(rows))
        for number, vm in enumerate(self._vms):
            takes = np.array([ground.reserved_bytes[vm], ground.reserved_mhz[vm], 1.0, float(ground.running[vm])])
            free[:, :, ground.at[vm]] += takes
            free[every, :, rows[:, number]] -= takes
        return free

    def _takes(self, number: int, host: int, rows: IntArray, free: FloatArray) -> Mask:
        """(n,) arrangements in which a host could take a VM."""
        ground, vm = self._ground, self._vms[number]
        need_bytes, need_mhz = Arrangement.needs_of(ground, vm)
        able: Mask = free[:, 2, host] >= 1.0
        if ground.running[vm]:
            mhz = float(np.broadcast_to(need_mhz, len(ground.hosts))[host])
            able &= (free[:, 0, host] >= need_bytes) & (free[:, 1, host] >= mhz) & (free[:, 3, host] >= 1.0)
        for other in ground.apart[vm]:
            if other in self._vms:
                able &= rows[:, self._vms.index(other)] != host
            elif ground.at[other] == host:
                able &= False
        return able

    def _way(self, came_from: _Codes, code: int) -> tuple[Hop, ...]:
        codes = [code]
        while codes[-1] != 0:
            codes.append(int(came_from[codes[-1]]))
        rows = self._rows(np.array(codes[::-1], dtype=np.int64))
        hops = []
        for before, after in itertools.pairwise(rows):
            number = int(np.flatnonzero(before != after)[0])
            hops.append((self._vms[number], int(after[number])))
        return tuple(hops)


def _split(homes: list[int], now: list[IntArray]) -> Mask:
    """(n,) where a group is not kept together: all of it, if it was so; else what moves, with one of the others."""
    if len(set(homes)) == 1:
        parted: Mask = np.logical_or.reduce([rows != now[0] for rows in now])
        return parted
    lonely = []
    for number, (home, rows) in enumerate(zip(homes, now, strict=True)):
        with_another = np.logical_or.reduce([rows == others for at, others in enumerate(now) if at != number])
        lonely.append((rows != home) & ~with_another)
    alone: Mask = np.logical_or.reduce(lonely)
    return alone
