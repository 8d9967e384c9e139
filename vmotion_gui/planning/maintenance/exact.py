"""The placement as an integer programme: one is found whenever one exists, with the fewest VMs left behind.

One variable says whether a VM is on a host at the end, one of each VM that has to leave whether it is left behind.
HiGHS solves it (https://highs.dev), where the quick way leaves VMs behind or every move counts. What the order asks for
is `sequence.py`'s and `chains.py`'s business; what a latency-sensitive VM wants free when it arrives, too.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import highspy
import numpy as np

from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.planning.maintenance.ground import FloatArray, Ground, IntArray

MOST_VARIABLES = 4000
_TIME_LIMIT_S = 5.0
_SMALL, _SMALL_TIME_LIMIT_S = 200, 10.0
"""Up to so many pairs of VM and host, it is worth waiting for a proof."""
_PULSE_S = 0.05
_LEFT_BEHIND = 1000.0
_PUSHED = 1.0
_CAUTION = 0.001
_PEAK = 0.05
_GAP = 0.9
_CLAIM_UNITS = (2.0**30, 1000.0, 1.0)
"""What bytes, MHz and slots are counted in, so that the coefficients are of one size."""
"""Nearer than that to the best nothing more is proven: no further move could be saved."""
_Row = tuple[float, Mapping[int, float], float]
"""(least, variable -> coefficient, most)."""


class Target(NamedTuple):
    """Where every VM is to be, and whether nothing better exists."""

    at: IntArray
    left: tuple[int, ...]
    """VMs that have to leave, and stay."""
    proven: bool
    """Whether no placement leaves fewer behind; else time ran out."""


def options_of(ground: Ground, vm: int) -> Mask:
    """(h,) where a VM may be at the end, its own host too unless it has to leave that."""
    mask = ground.allowed(vm).copy()
    if not ground.emptied[ground.at[vm]]:
        mask[ground.at[vm]] = True
    return mask


def movable(ground: Ground) -> list[int]:
    """The VMs that have to leave, and the running ones that could make room for them."""
    leaving = set(ground.must_leave.tolist())
    numbers = range(len(ground.vms))
    return [vm for vm in numbers if vm in leaving or (ground.running[vm] and ground.open[ground.at[vm]])]


def best_target(ground: Ground) -> Target | None:
    """The best placement; None if the estate is too large to ask, or time ran out before there was any."""
    vms = movable(ground)
    if len(vms) * len(ground.hosts) > MOST_VARIABLES:
        return None
    return _Programme(ground, vms).solved()


def _run(highs: highspy.Highs, pulse: Callable[[], None]) -> None:
    """Solve in a thread of its own, so that Ctrl+C or what `pulse` raises ends it at once."""
    highs.HandleUserInterrupt = True
    thread = highs.startSolve()
    try:
        while not highs.wait(_PULSE_S)[0]:
            pulse()
    except BaseException:
        highs.cancelSolve()  # type: ignore[no-untyped-call]  # it has annotations everywhere else
        raise
    finally:
        thread.join()


class _Programme:
    def __init__(self, ground: Ground, vms: Sequence[int]) -> None:
        self._ground, self._vms = ground, vms
        self._leaving = set(ground.must_leave.tolist())
        self._variables: dict[tuple[int, int], int] = {}
        self._stays: dict[int, int] = {}
        self._costs: list[float] = []
        self._rows: list[_Row] = []
        self._fixed = np.ones(len(ground.vms), dtype=bool)
        self._fixed[list(vms)] = False
        self._declare()
        self._limit_hosts()
        self._limit_clusters()
        self._limit_stores()
        self._keep_rules()

    def _declare(self) -> None:
        ground = self._ground
        for vm in self._vms:
            cautions, own = ground.cautions(vm), int(ground.at[vm])
            for host in np.flatnonzero(options_of(ground, vm)).tolist():
                pushed = _PUSHED if vm not in self._leaving and host != own else 0.0
                self._variables[vm, host] = self._variable(pushed + _CAUTION * float(cautions[host]))
            if vm in self._leaving:
                self._stays[vm] = self._variable(_LEFT_BEHIND)
            row = {self._variables[vm, host]: 1.0 for host in self._hosts_of(vm)}
            if vm in self._stays:
                row[self._stays[vm]] = 1.0
            self._rows.append((1.0, row, 1.0))
        self._peak = self._variable(_PEAK)

    def _variable(self, cost: float) -> int:
        self._costs.append(cost)
        return len(self._costs) - 1

    def _hosts_of(self, vm: int) -> list[int]:
        return [host for host in range(len(self._ground.hosts)) if (vm, host) in self._variables]

    def _sum(self, host: int, weights: FloatArray) -> dict[int, float]:
        here = ((vm, self._variables.get((vm, host))) for vm in self._vms)
        return {variable: float(weights[vm]) for vm, variable in here if variable is not None and weights[vm]}

    def _limit_hosts(self) -> None:
        ground = self._ground
        one = np.ones(len(ground.vms))
        columns = (
            (ground.reserved_bytes, ground.capacity_bytes),
            (ground.reserved_mhz, ground.capacity_mhz),
            (one, ground.max_vms.astype(float)),
            (ground.running.astype(float), ground.max_running.astype(float)),
        )
        for host in np.flatnonzero(ground.open).tolist():
            here = self._fixed & (ground.at == host)
            for weights, capacity in columns:
                scale = max(float(capacity[host]), 1.0)
                # a host that is too full already may stay so, but takes nothing
                most = max(float(capacity[host]), float(weights[ground.at == host].sum()))
                terms = {variable: weight / scale for variable, weight in self._sum(host, weights).items()}
                left = (most - float(weights[here].sum())) / scale
                if sum(terms.values()) > left:
                    self._rows.append((-np.inf, terms, left))
            share = self._sum(host, ground.memory_bytes / ground.capacity_bytes[host])
            held = float(ground.memory_bytes[here].sum() / ground.capacity_bytes[host])
            self._rows.append((-np.inf, {**share, self._peak: -1.0}, -held))

    def _limit_clusters(self) -> None:
        ground = self._ground
        for number, kind in itertools.product(range(len(ground.spare)), range(len(_CLAIM_UNITS))):
            spare, unit = float(ground.spare[number, kind]), _CLAIM_UNITS[kind]
            if not np.isfinite(spare) or len(ground.spare) == 1:
                continue
            terms: dict[int, float] = {}
            for (vm, host), variable in self._variables.items():
                comes = int(ground.cluster[host] == number) - int(ground.cluster[ground.at[vm]] == number)
                if comes:
                    terms[variable] = comes * float(ground.takes(vm)[number, kind]) / unit
            self._rows.append((-np.inf, terms, spare / unit))

    def _limit_stores(self) -> None:
        ground = self._ground
        needs: dict[str, dict[int, float]] = {}
        for (vm, host), store in ground.stores.items():
            if (variable := self._variables.get((vm, host))) is not None:
                needs.setdefault(store, {})[variable] = ground.needed_space[vm][store] / 2**30
        for store, terms in needs.items():
            self._rows.append((-np.inf, terms, ground.inventory.datastores[store].free_bytes / 2**30))

    def _keep_rules(self) -> None:
        ground = self._ground
        for vm in self._vms:
            for other in ground.apart[vm]:
                for host in self._hosts_of(vm):
                    self._keep_apart(vm, other, host)
        for members in ground.together:
            at_once = len({int(ground.at[member]) for member in members}) == 1
            for host in range(len(ground.hosts)):
                self._keep_together(members, host, at_once=at_once)

    def _keep_apart(self, vm: int, other: int, host: int) -> None:
        at = self._ground.at
        here = self._variables[vm, host]
        if (there := self._variables.get((other, host))) is None:
            if self._fixed[other] and at[other] == host != at[vm]:
                self._rows.append((-np.inf, {here: 1.0}, 0.0))
        elif not (at[vm] == host and at[other] == host):
            self._rows.append((-np.inf, {here: 1.0, there: 1.0}, 1.0))

    def _keep_together(self, members: Iterable[int], host: int, *, at_once: bool) -> None:
        at = self._ground.at
        variables = {vm: self._variables.get((vm, host)) for vm in members}
        fixed = [vm for vm in variables if self._fixed[vm] and at[vm] == host]
        for vm, here in variables.items():
            others = {variable: -1.0 for other, variable in variables.items() if other != vm and variable is not None}
            if here is None or fixed or (not at_once and at[vm] == host):
                continue
            if not at_once:
                self._rows.append((-np.inf, {here: 1.0, **others}, 0.0))
                continue
            for other, there in variables.items():
                if other != vm:
                    terms = {here: 1.0} if there is None else {here: 1.0, there: -1.0}
                    self._rows.append((-np.inf, terms, 0.0))

    def solved(self) -> Target | None:
        """The best placement. Solved again as it stands if presolving it lost every solution: to leave all VMs where
        they are is one."""
        for presolve in ("choose", "off"):
            highs = self._ran(presolve)
            if highs.getInfo().primal_solution_status == int(highspy.SolutionStatus.kSolutionStatusFeasible):
                return self._target(highs)
        return None

    def _ran(self, presolve: str) -> highspy.Highs:
        highs = highspy.Highs()  # type: ignore[no-untyped-call]  # it has annotations everywhere else
        highs.setOptionValue("output_flag", False)
        highs.setOptionValue("threads", 1)
        small = len(self._variables) <= _SMALL
        highs.setOptionValue("time_limit", _SMALL_TIME_LIMIT_S if small else _TIME_LIMIT_S)
        highs.setOptionValue("mip_abs_gap", _GAP)
        highs.setOptionValue("presolve", presolve)
        highs.passModel(self._model())
        _run(highs, self._ground.pulse)
        return highs

    def _target(self, highs: highspy.Highs) -> Target:
        values = np.asarray(highs.getSolution().col_value, dtype=float)
        at = self._ground.at.copy()
        for (vm, host), variable in self._variables.items():
            if values[variable] > 0.5:
                at[vm] = host
        left = tuple(vm for vm, variable in self._stays.items() if values[variable] > 0.5)
        # with one VM fewer left behind, all else could cost no more than this
        beside = _PUSHED * len(self._vms) + _CAUTION * len(self._costs) + 2.0 * _PEAK
        fewer = _LEFT_BEHIND * (len(left) - 1) + beside
        return Target(at, left, not left or highs.getInfo().mip_dual_bound > fewer)

    def _model(self) -> highspy.HighsLp:
        lp = highspy.HighsLp()
        count = len(self._costs)
        lp.num_col_, lp.num_row_ = count, len(self._rows)
        lp.col_cost_ = np.array(self._costs)
        lp.col_lower_ = np.zeros(count)
        upper = np.ones(count)
        upper[self._peak] = highspy.kHighsInf
        lp.col_upper_ = upper
        lp.integrality_ = [highspy.HighsVarType.kInteger] * (count - 1) + [highspy.HighsVarType.kContinuous]
        lp.row_lower_ = np.array([row[0] for row in self._rows])
        lp.row_upper_ = np.array([row[2] for row in self._rows])
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.cumsum([0, *(len(row[1]) for row in self._rows)]).astype(np.int32)
        lp.a_matrix_.index_ = np.array([variable for row in self._rows for variable in row[1]], dtype=np.int32)
        lp.a_matrix_.value_ = np.array([value for row in self._rows for value in row[1].values()], dtype=float)
        return lp
