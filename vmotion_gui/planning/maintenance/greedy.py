"""A placement in the time of a glance: best fit decreasing, with room made where nothing fits directly.

VMs that must stay together go as one. The hardest to place go first: those with the fewest hosts, then the largest.
What fits nowhere may push VMs that have other places out of a host's way, to a small depth. No backtracking beyond
that: where this finds nothing, `exact.py` may.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.ground import FloatArray, Ground
from vmotion_gui.planning.maintenance.plan import Objective

_DEPTH = 2
_PUSHED = 12
"""VMs of one host that are tried for making room, the smallest that suffice first."""
Hop = tuple[int, int]
"""(VM, host): one move, in order."""


class Greedy:
    """One attempt to place everything that has to leave; `hops` are its moves in an order that works one by one."""

    def __init__(self, ground: Ground, objective: Objective) -> None:
        self.ground, self.objective = ground, objective
        self.state = Arrangement(ground)
        self.hops: list[Hop] = []
        self.left: list[int] = []
        """VMs for which no place was found."""

    def place(self) -> None:
        """Place all units, hardest first; what cannot be placed is in `left`."""
        for unit in self._units():
            if not self._place(unit, _DEPTH):
                self.left += unit

    def _units(self) -> list[list[int]]:
        ground = self.ground
        seen: set[int] = set()
        units = []
        for vm in ground.must_leave.tolist():
            if vm not in seen:
                unit = self._closure(vm)
                seen.update(unit)
                units.append(unit)
        largest = float(ground.capacity_bytes.max(initial=1.0))
        choice = {unit[0]: int(np.count_nonzero(self._common(unit))) for unit in units}

        def hardness(unit: Sequence[int]) -> tuple[int, float, float, int]:
            reserved = float(ground.reserved_bytes[unit].sum()) / largest
            few = choice[unit[0]] if choice[unit[0]] < 3 else 3
            return few, -round(reserved, 2), -float(ground.memory_bytes[unit].sum()), unit[0]

        return sorted(units, key=hardness)

    def _closure(self, vm: int) -> list[int]:
        """The VMs that leave with this one because rules keep them together."""
        leaving = set(self.ground.must_leave.tolist())
        found, todo = {vm}, [vm]
        while todo:
            for group in self.ground.group_of.get(todo.pop(), ()):
                new = [other for other in self.ground.together[group] if other in leaving and other not in found]
                found.update(new)
                todo += new
        return sorted(found, key=lambda number: (-self.ground.memory_bytes[number], number))

    def _common(self, unit: Sequence[int]) -> Mask:
        """Hosts that could ever take all of a unit, where those that stay keep it together."""
        mask: Mask = np.logical_and.reduce([self.ground.allowed(vm) for vm in unit])
        for vm in unit:
            for group in self.ground.group_of.get(vm, ()):
                others = [other for other in self.ground.together[group] if other not in unit]
                if others:
                    homes = np.zeros_like(mask)
                    homes[self.state.at[others]] = True
                    mask &= homes
        return mask

    def _place(self, unit: Sequence[int], depth: int) -> bool:
        common = self._common(unit)
        for host in self._ranked(unit, common & self.state.fits(unit[0])):
            if self._put(unit, host):
                return True
        return depth > 0 and self._make_room(unit, common, depth)

    def _put(self, unit: Sequence[int], host: int) -> bool:
        """All of a unit to one host, or nothing."""
        before, count = self.state, len(self.hops)
        self.state = before.copy() if len(unit) > 1 else before
        for vm in unit:
            if not self.state.fits(vm)[host]:
                self.state = before
                del self.hops[count:]
                return False
            self.state.move(vm, host)
            self.hops.append((vm, host))
        return True

    def _ranked(self, unit: Sequence[int], mask: Mask) -> list[int]:
        """Hosts in the order in which they are tried."""
        rows = np.flatnonzero(mask)
        if not len(rows):
            return []
        state, ground = self.state, self.ground
        cautions = np.add.reduce([ground.cautions(vm)[rows] for vm in unit])
        memory = float(ground.memory_bytes[unit].sum())
        share: FloatArray = (state.memory_bytes[rows] + memory) / ground.capacity_bytes[rows]
        crowded = np.floor(np.maximum(share - 0.9, 0.0) * 20.0)
        arriving: FloatArray = (state.arriving_bytes[rows] + memory) / ground.vmotion_speed[rows]
        busy = state.cpu_shares()[rows]
        keys = (busy, share) if self.objective == "balance" else (busy, share, arriving)
        order = np.lexsort((rows, *keys, ~ground.preferred[rows], crowded, cautions))
        return [int(rows[index]) for index in order]

    def _make_room(self, unit: Sequence[int], common: Mask, depth: int) -> bool:
        """Push VMs out of one of the hosts that would do but for room or for whom the unit must be apart from."""
        for host in self._ranked(unit, common):
            kept, count = self.state, len(self.hops)
            self.state = kept.copy()
            for vm in self._in_the_way(unit, host):
                if self._place_one(vm, depth - 1) and self._put(unit, host):
                    return True
            self.state = kept
            del self.hops[count:]
        return False

    def _place_one(self, vm: int, depth: int) -> bool:
        """Another place for a VM that makes room; not one of a group, whose rule that would break."""
        if vm in self.ground.group_of:
            return False
        targets = self._ranked([vm], self.state.fits(vm))
        return (bool(targets) and self._put([vm], targets[0])) or (depth > 0 and self._make_room_for_one(vm, depth))

    def _make_room_for_one(self, vm: int, depth: int) -> bool:
        return self._make_room([vm], self.ground.allowed(vm), depth)

    def _in_the_way(self, unit: Sequence[int], host: int) -> list[int]:
        ground, state = self.ground, self.state
        here = [vm for vm in np.flatnonzero(state.at == host).tolist() if vm not in unit]
        apart = {other for vm in unit for other in ground.apart[vm]}
        enemies = [vm for vm in here if vm in apart]
        if enemies:
            return enemies[:_PUSHED]
        need = float(ground.reserved_bytes[unit].sum()) - float(state.free_bytes[host])
        running = [vm for vm in here if ground.running[vm]]
        return sorted(running, key=lambda vm: (ground.reserved_bytes[vm] < need, ground.memory_bytes[vm]))[:_PUSHED]
