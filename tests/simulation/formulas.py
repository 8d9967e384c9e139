"""Formulas of worked numbers that the engine does not follow to the digit, and why: see docs/worked-numbers.md."""

from __future__ import annotations

import math
from typing import NamedTuple


class FluidRun(NamedTuple):
    """What the fluid loop of QEMU comes to."""

    passes: int
    throttle_percent: int
    steps: list[tuple[float, int]]
    """(time, percent) of each step of the throttle."""
    total_s: float
    downtime_s: float


def fluid_qemu(
    memory: float,
    rate: float,
    hot: float,
    dirty: float,
    *,
    limit_s: float = 0.3,
    periods: int = 2,
    converge: bool = True,
    slice_s: float = 0.1,
) -> FluidRun:
    """QEMU's loop without windows and pages: with h = R (L - slice) always left unsent, x_0 = M - h, T = x/R,
    x' = min(W - h, D (1 - p) T), until x' < R slice; then (h + x')/R of downtime.

    Sizes and rates in one unit. Auto-converge: every `periods`-th pass of more than 1 s that dirties more than half of
    what it sent raises p to 20 %, then by 10.
    """
    keep = rate * (limit_s - slice_s)
    sending, percent, excesses, time_s = memory - keep, 0, 0, 0.0
    steps: list[tuple[float, int]] = []
    for count in range(1, 1000):
        pass_s = sending / rate
        time_s += pass_s
        dirtied = min(hot - keep, dirty * (1 - percent / 100) * pass_s)
        if dirtied < rate * slice_s:
            downtime_s = (keep + dirtied) / rate
            return FluidRun(count, percent, steps, time_s + downtime_s, downtime_s)
        if converge and pass_s > 1.0 and dirtied > 0.5 * sending:
            excesses += 1
            if excesses >= periods:
                excesses, percent = 0, 20 if percent == 0 else min(percent + 10, 99)
                steps.append((time_s, percent))
        sending = dirtied
    return FluidRun(1000, percent, steps, math.inf, math.inf)


def best_at_once(memory: float, rate: float, dirty: float, overhead_s: float) -> float:
    """How many equal migrations at a time empty a host soonest: k/(1 + k D/R) with k = sqrt(o R / (M D/R))."""
    load = dirty / rate
    kappa = math.sqrt(overhead_s * rate / (memory * load))
    return kappa / (1.0 + kappa * load)
