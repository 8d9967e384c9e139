"""Moves one after another: each the best that is left, as long as it wins more than it costs."""

from __future__ import annotations

import collections
import math
from typing import NamedTuple

import numpy as np

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.failover import in_service
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Cluster
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.drs.cost import HORIZON_S, PRIORITY_VMS, Predict, cost_vm_s, priority_of, rough_cost
from vmotion_gui.planning.drs.demands import Demand, demands, soft_targets
from vmotion_gui.planning.drs.score import Standing
from vmotion_gui.planning.maintenance.arrangement import Arrangement
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.plan import Options
from vmotion_gui.simulation.cpu import vmotion_reservation_mhz

MOST_PER_HOST = 8
"""Moves from and to one host in one run: what vCenter lets go side by side at 10 Gbit/s."""
_LOOKS = 1_000
"""So many of the best moves are looked at before a run gives up to find one that is allowed."""

_PRIORITY = {"vmHostSoftAffinity": 2}
"""Of what rules demand; all else is mandatory."""


class Found(NamedTuple):
    """A move that was chosen; the fields of a `Recommendation`."""

    vm: str
    source: str
    destination: str
    priority: int
    reason: str
    rule: str
    gain_vms: float
    cost_vms: float
    duration_s: float


class _Why(NamedTuple):
    priority: int
    reason: str
    rule: str


class _Cost(NamedTuple):
    """What a move costs in VMs over the horizon, how long it takes, whether it would complete."""

    vms: float
    duration_s: float
    completes: bool


class Balancer:
    """One run over one cluster. Attributes: `standing`, the loads after what was `found`; `problems`."""

    def __init__(
        self,
        checker: Checker,
        cluster: Cluster,
        *,
        predict: Predict | None,
        fixed: frozenset[str],
        avoid: frozenset[tuple[str, str]],
    ) -> None:
        inventory = checker.inventory
        hosts = inventory.hosts_in(cluster.id)
        shut = [id_ for id_ in hosts if not in_service(host := inventory.hosts[id_]) or host.in_quarantine_mode]
        self._ground = Ground(checker, (), Options(), closed=(*shut, *cluster.das.failover_hosts), about=hosts)
        self._cluster, self._predict, self._avoid = cluster, predict, avoid
        self._arrangement = Arrangement(self._ground)
        self.standing = Standing(self._ground)
        self.found: list[Found] = []
        self.problems: list[Message] = []
        self._movable = self._ground.running.copy()
        for number, id_ in enumerate(self._ground.vms):
            vm = inventory.vms[id_]
            self._movable[number] &= id_ not in fixed and vm.drs_behavior != "disabled" and vm.host not in shut
        self._spent: set[tuple[int, int]] = set()
        self._moves: collections.Counter[int] = collections.Counter()
        self._set_aside_mhz = [vmotion_reservation_mhz(inventory, inventory.hosts[id_]) for id_ in self._ground.hosts]

    # --- what rules demand ----------------------------------------------------------------------------------

    def mend(self, threshold: int) -> None:
        """Mend broken rules where that is possible, at threshold 1 not "should" rules; what cannot be becomes a
        problem."""
        told: set[tuple[int, str]] = set()
        while True:
            broken = demands(self._cluster, self._ground, self.standing.at)
            left = [d for d in broken if (d.vm, d.rule) not in told and threshold >= _PRIORITY.get(d.reason, 1)]
            if not left:
                return
            demand = left[0]
            told.add((demand.vm, demand.rule))
            host = self._best_for(demand)
            if host is None:
                vm = self._ground.machine(demand.vm)
                pinned = "pinned" if vm.drs_behavior == "disabled" else "noHost"
                self.problems.append(message(f"drs.problem.{pinned}", rule=demand.rule, vm=vm.name))
            else:
                why = _Why(_PRIORITY.get(demand.reason, 1), demand.reason, demand.rule)
                gain = float(self.standing.gains()[demand.vm, host])
                self._take(demand.vm, host, why, gain, self._cost(demand.vm, host))

    def _best_for(self, demand: Demand) -> int | None:
        if not self._movable[demand.vm]:
            return None
        fits = self._arrangement.fits(demand.vm)
        gains = self.standing.gains()[demand.vm]
        rows = [row for row in sorted(demand.targets) if fits[row]]
        return max(rows, key=lambda row: (gains[row], -row), default=None)

    # --- what balances --------------------------------------------------------------------------------------

    def balance_once(self, threshold: int) -> bool:
        """The next move of a priority up to the threshold (2 to 5; at 1 none); False if there is none."""
        return threshold >= 2 and self._next_move(PRIORITY_VMS[min(threshold, 5) - 2], self._spent)

    def _next_move(self, least: float, spent: set[tuple[int, int]]) -> bool:
        gains = self.standing.gains()
        gains[~self._movable] = -math.inf
        gains[:, ~self._ground.open] = -math.inf
        grouped = list(self._ground.group_of)
        gains[grouped] = -math.inf
        flat = gains.ravel()
        candidates = np.flatnonzero(flat >= least)
        if len(candidates) > _LOOKS:
            candidates = np.sort(candidates[np.argpartition(-flat[candidates], _LOOKS)[:_LOOKS]])
        order = candidates[np.argsort(-flat[candidates], kind="stable")]
        for place in order.tolist():
            vm, host = divmod(place, gains.shape[1])
            if (vm, host) in spent or not self._may(vm, host):
                continue
            spent.add((vm, host))
            if self._worth(vm, host, float(flat[place]), least):
                return True
        return False

    def _may(self, vm: int, host: int) -> bool:
        ground, own = self._ground, int(self.standing.at[vm])
        if host == own or (ground.vms[vm], ground.hosts[host]) in self._avoid:
            return False
        if max(self._moves[own], self._moves[host]) >= MOST_PER_HOST:
            return False
        if not self._arrangement.fits(vm)[host]:
            return False
        return host in soft_targets(self._cluster, ground, vm)

    def _worth(self, vm: int, host: int, gain: float, least: float) -> bool:
        found = self._cost(vm, host)
        if not found.completes or gain - found.vms < least:
            return False
        priority = priority_of(gain - found.vms)
        if priority is None:
            return False
        row, standing = int(self.standing.at[vm]), self.standing
        cpu = standing.cpus[row] / standing.cores[row]
        memory = standing.memory[row] / self._ground.capacity_bytes[row]
        why = _Why(priority, "fairnessCpuAvg" if cpu >= memory else "fairnessMemAvg", "")
        self._take(vm, host, why, gain, found)
        return True

    def _cost(self, vm: int, host: int) -> _Cost:
        ground, standing, row = self._ground, self.standing, int(self.standing.at[vm])
        if self._predict is not None:
            cost = self._predict(MigrationSpec(vm=ground.vms[vm], host=ground.hosts[host]))
        else:
            speed = float(min(ground.vmotion_speed[row], ground.vmotion_speed[host])) / 8.0
            cost = rough_cost(ground.machine(vm), max(speed, 1.0))
        loss = 0.0
        for end in (row, host):
            busy = min(1.0, standing.cpus[end] / standing.cores[end])
            loss += self._set_aside_mhz[end] / ground.capacity_mhz[end] * busy * standing.weights[end]
        vms = cost_vm_s(cost, float(standing.weight[vm]), loss) / HORIZON_S
        return _Cost(vms, cost.duration_s, cost.completes)

    def _take(self, vm: int, host: int, why: _Why, gain: float, cost: _Cost) -> None:
        ground, own = self._ground, int(self.standing.at[vm])
        ends = ground.vms[vm], ground.hosts[own], ground.hosts[host]
        self.found.append(Found(*ends, *why, gain, cost.vms, cost.duration_s))
        self._moves[own] += 1
        self._moves[host] += 1
        self._movable[vm] = False
        self._arrangement.move(vm, host)
        self.standing.move(vm, host)
