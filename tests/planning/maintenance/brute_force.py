"""What can be done at all, by trying everything: the judge of the planner on tiny estates."""

from __future__ import annotations

import itertools
from collections import deque
from collections.abc import Iterator, Sequence

from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory


class World:
    """One cluster in which only memory, VM-VM rules and mandatory VM-host rules bind. A state is a tuple of hosts."""

    def __init__(self, inventory: Inventory, emptied: Sequence[str]) -> None:
        self.hosts = [id_ for id_ in inventory.hosts if id_ not in emptied]
        self.emptied = set(emptied)
        self.vms = list(inventory.vms.values())
        self.capacity = {id_: host.memory_bytes for id_, host in inventory.hosts.items()}
        self.need = [vm.memory_reservation_bytes + memory_overhead_bytes(vm) for vm in self.vms]
        self.start = tuple(vm.host for vm in self.vms)
        self.rules = [rule for rule in inventory.clusters["cluster-0"].rules if rule.enabled]
        self._number = {vm.id: number for number, vm in enumerate(self.vms)}

    def fits(self, state: tuple[str, ...], vm: int, host: str) -> bool:
        """Whether a VM may arrive at a host."""
        held = sum(need for need, at in zip(self.need, state, strict=True) if at == host)
        return held + self.need[vm] <= self.capacity[host] and self._allowed(state, vm, host)

    def _allowed(self, state: tuple[str, ...], vm: int, host: str) -> bool:
        for rule in self.rules:
            if self.vms[vm].id not in rule.vms:
                continue
            if isinstance(rule, e.VmHostRule) and (host in rule.hosts) != rule.affine:
                return False
            others = [self._number[id_] for id_ in rule.vms if id_ != self.vms[vm].id]
            if isinstance(rule, e.VmAntiAffinityRule) and any(state[other] == host for other in others):
                return False
        return True

    def kept_together(self, state: tuple[str, ...]) -> bool:
        """Whether every group that was on one host is on one, and whatever moved is with one of its group."""
        for rule in self.rules:
            members = [self._number[id_] for id_ in rule.vms]
            if not isinstance(rule, e.VmAffinityRule):
                continue
            if len({self.start[member] for member in members}) == 1:
                if len({state[member] for member in members}) > 1:
                    return False
            elif any(
                state[member] != self.start[member]
                and all(state[other] != state[member] for other in members if other != member)
                for member in members
            ):
                return False
        return True

    def done(self, state: tuple[str, ...]) -> bool:
        """Whether the hosts are empty and the rules kept."""
        return self.emptied.isdisjoint(state) and self.kept_together(state)

    def shortest_chain(self) -> int | None:
        """How many moves the shortest chain takes; None if no chain empties the hosts."""
        seen, queue = {self.start}, deque([(self.start, 0)])
        while queue:
            state, depth = queue.popleft()
            if self.done(state):
                return depth
            for following in self._following(state):
                if following not in seen:
                    seen.add(following)
                    queue.append((following, depth + 1))
        return None

    def _following(self, state: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
        for vm, host in itertools.product(range(len(self.vms)), self.hosts):
            if state[vm] != host and self.fits(state, vm, host):
                yield (*state[:vm], host, *state[vm + 1 :])

    def placement_exists(self) -> bool:
        """Whether any arrangement of the VMs on the other hosts keeps all rules, however it might be reached."""
        choices = [self.hosts for _ in self.vms]
        return any(self.lawful(state) for state in itertools.product(*choices))

    def lawful(self, state: tuple[str, ...]) -> bool:
        """Whether every VM is where it could be, and every group kept."""
        return self.kept_together(state) and all(
            host == self.start[vm] or self.fits((*state[:vm], "", *state[vm + 1 :]), vm, host)
            for vm, host in enumerate(state)
        )
