"""Planning a cluster as a job of a worker process."""

from __future__ import annotations

from collections.abc import Callable

from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.maintenance.rolling import RollingOptions, RollingPlan, plan_rolling


def rolling_job(lab: Lab, cluster: str, options: RollingOptions, *, progress: Callable[..., None]) -> RollingPlan:
    """Plan; tells the share of hosts that are done."""
    return plan_rolling(lab, cluster, options, on_progress=lambda done, count: progress(done / max(1, count)))
