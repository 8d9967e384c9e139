"""Which phase of its workload a VM is in."""

from __future__ import annotations

import math
from collections.abc import Sequence


def phase_at(durations_s: Sequence[float], time_s: float) -> tuple[int, float]:
    """The phase at a time and when it ends: phases begin at time 0 and repeat. A single one, or one without a duration,
    lasts for ever."""
    cycle = sum(durations_s)
    if len(durations_s) == 1 or cycle <= 0.0:
        return 0, math.inf
    begin = math.floor(time_s / cycle) * cycle
    for index, duration in enumerate(durations_s):
        if time_s < begin + duration:
            return index, begin + duration
        begin += duration
    return 0, begin + durations_s[0]
