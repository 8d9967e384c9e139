"""The estimated DRS score: how much of its performance a VM gets where it is.

VMware calls the VM DRS score a VM's execution efficiency and does not publish its formula. Here a host's efficiency
follows from how busy its CPUs and its memory are: what is asked for beyond the capacity is lost, and a share is lost to
waiting that grows with the fourth power of the load (both assumed). All VMs on a host are slowed alike, as in the
engine (`simulation/cpu.py`). A cluster's score is the mean over its powered-on VMs, weighted by what they ask for.
"""

from __future__ import annotations

import msgspec
import numpy as np

from vmotion_gui.planning.maintenance.ground import FloatArray, Ground, IntArray

WAITING_LOSS = 0.1
"""Share of performance lost to waiting on a host that is just full (assumed)."""
BUCKETS = 5
"""0-20, 20-40, 40-60, 60-80, 80-100 %, as the vSphere Client shows them."""


class HostUse(msgspec.Struct, frozen=True, kw_only=True):
    """What running VMs ask for on a host, as shares of its capacity; above 1 it is overcommitted."""

    host: str
    cpu: float
    memory: float
    score: float
    """0 to 1; that of every running VM on it."""


class ClusterScore(msgspec.Struct, frozen=True, kw_only=True):
    """How a cluster stands. Scores from 0 to 1; imbalances are standard deviations of the hosts' loads."""

    score: float
    cpu_imbalance: float
    memory_imbalance: float
    hosts: tuple[HostUse, ...]
    vms: dict[str, float]
    """Running VM -> its score, the worst first."""

    @property
    def buckets(self) -> tuple[int, ...]:
        """How many VMs are in each fifth of the score, the worst first."""
        counts = [0] * BUCKETS
        for score in self.vms.values():
            counts[min(BUCKETS - 1, int(score * BUCKETS))] += 1
        return tuple(counts)


def efficiency(load: FloatArray) -> FloatArray:
    """What of its performance a VM gets at a host's load (share of capacity, any shape): 0 to 1, falling."""
    squared = np.minimum(load, 1.0) ** 2
    result: FloatArray = (1.0 - WAITING_LOSS * squared * squared) / np.maximum(load, 1.0)
    return result


class Standing:
    """Loads of a ground's hosts with every VM at a place; `move` changes it. Columns over VMs (v,) and hosts (h,)."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.at: IntArray = ground.at.copy()
        hosts = len(ground.hosts)
        machines = [ground.machine(number) for number in range(len(ground.vms))]
        touched = [vm.memory_bytes if vm.resident_memory_bytes is None else vm.resident_memory_bytes for vm in machines]
        self.memory_bytes: FloatArray = ground.running * np.array(touched, dtype=float)
        self.weight: FloatArray = (_relative(ground.busy_cpus) + _relative(self.memory_bytes)) / 2.0 * ground.running
        self.cpus = np.bincount(self.at, weights=ground.busy_cpus, minlength=hosts).astype(np.float64)
        self.memory = np.bincount(self.at, weights=self.memory_bytes, minlength=hosts).astype(np.float64)
        self.weights = np.bincount(self.at, weights=self.weight, minlength=hosts).astype(np.float64)
        self.cores: FloatArray = ground.capacity_mhz / ground.core_mhz
        self._freed: FloatArray = np.zeros(len(ground.vms))
        self._joined: FloatArray = np.zeros((len(ground.vms), hosts))
        self._stale = set(range(hosts))
        """Hosts whose loads have changed since the gains were counted."""

    def move(self, vm: int, host: int) -> None:
        """Put a VM on another host."""
        self._stale |= {int(self.at[vm]), host}
        for column, taken in ((self.cpus, self.ground.busy_cpus), (self.memory, self.memory_bytes)):
            column[self.at[vm]] -= taken[vm]
            column[host] += taken[vm]
        self.weights[self.at[vm]] -= self.weight[vm]
        self.weights[host] += self.weight[vm]
        self.at[vm] = host

    def efficiencies(self) -> FloatArray:
        """(h,) what the VMs on each host get of their performance."""
        result: FloatArray = efficiency(self.cpus / self.cores) * efficiency(self.memory / self.ground.capacity_bytes)
        return result

    def gains(self) -> FloatArray:
        """(v, h) performance that the cluster would win by each move, in VMs (1: that of one average VM in full).

        Since the last time only what concerns the hosts of moves is counted anew.
        """
        self._now = self.weights * self.efficiencies()
        if self._stale:
            stale = np.array(sorted(self._stale), dtype=np.intp)
            vms = np.flatnonzero(np.isin(self.at, stale))
            self._freed[vms] = self._freed_by(vms)
            self._joined[:, stale] = self._joined_at(stale)
            self._stale.clear()
        result: FloatArray = self._freed[:, None] + self._joined - self._now[None, :]
        result[np.arange(len(self.at)), self.at] = 0.0
        return result

    def _freed_by(self, vms: IntArray) -> FloatArray:
        """What the others on a VM's host win when it leaves."""
        here = self.at[vms]
        left_cpu = (self.cpus[here] - self.ground.busy_cpus[vms]) / self.cores[here]
        left_memory = (self.memory[here] - self.memory_bytes[vms]) / self.ground.capacity_bytes[here]
        freed: FloatArray = (self.weights[here] - self.weight[vms]) * efficiency(left_cpu) * efficiency(left_memory)
        return freed - self._now[here]

    def _joined_at(self, hosts: IntArray) -> FloatArray:
        """(v, hosts) what all on these hosts get with each VM there."""
        cpu = (self.cpus[None, hosts] + self.ground.busy_cpus[:, None]) / self.cores[None, hosts]
        memory = (self.memory[None, hosts] + self.memory_bytes[:, None]) / self.ground.capacity_bytes[None, hosts]
        joined: FloatArray = (self.weights[None, hosts] + self.weight[:, None]) * efficiency(cpu) * efficiency(memory)
        return joined

    def cluster_score(self) -> ClusterScore:
        """The cluster's figures with the VMs as they are placed; the imbalance is that of the open hosts."""
        ground, scores = self.ground, self.efficiencies()
        cpu, memory = self.cpus / self.cores, self.memory / ground.capacity_bytes
        total = float(self.weights.sum())
        running = np.flatnonzero(ground.running)
        order = running[np.argsort(scores[self.at[running]], kind="stable")].tolist()
        in_use = ground.open if ground.open.any() else np.ones_like(ground.open)
        return ClusterScore(
            score=float((self.weights * scores).sum() / total) if total > 0.0 else 1.0,
            cpu_imbalance=float(cpu[in_use].std()) if len(cpu) else 0.0,
            memory_imbalance=float(memory[in_use].std()) if len(cpu) else 0.0,
            hosts=tuple(
                HostUse(host=id_, cpu=float(cpu[row]), memory=float(memory[row]), score=float(scores[row]))
                for row, id_ in enumerate(ground.hosts)
            ),
            vms={ground.vms[vm]: float(scores[self.at[vm]]) for vm in order},
        )


def _relative(values: FloatArray) -> FloatArray:
    """Values by their mean over those that are not zero."""
    used = values[values > 0.0]
    result: FloatArray = values / used.mean() if len(used) else values
    return result
