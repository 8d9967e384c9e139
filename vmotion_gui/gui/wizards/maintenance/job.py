"""Planning as a job of a worker process."""

from __future__ import annotations

from collections.abc import Callable

from vmotion_gui.gui.wizards.maintenance.draft import Found, moment_of
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.handover.from_plan import makespan_range
from vmotion_gui.planning.maintenance.plan import Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance

_SEEDS = 6
_MANY = 200
"""Plans of more moves are not run with other seeds."""


def plan_job(
    lab: Lab, now_s: float, hosts: tuple[str, ...], options: Options, *, progress: Callable[..., None]
) -> Found:
    """Plan, and run the plan with some seeds."""
    moment = moment_of(lab, now_s)
    plan = plan_maintenance(
        moment, hosts, options, on_progress=lambda done, count: progress(0.9 * done / max(1, count))
    )
    progress(0.9)
    some = plan.moves and len(plan.moves) <= _MANY
    return Found(plan, makespan_range(moment, plan, _SEEDS) if some else None)
