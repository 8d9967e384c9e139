"""Planning as a job of a worker process."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from vmotion_gui.gui.wizards.maintenance.draft import Found, moment_of
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.datastores.homeward import plan_files_home
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.override import changed_stores
from vmotion_gui.planning.datastores.planner import store_alternatives
from vmotion_gui.planning.datastores.replan import plan_rest_of_stores
from vmotion_gui.planning.handover.from_plan import makespan_range
from vmotion_gui.planning.maintenance.homeward import plan_home
from vmotion_gui.planning.maintenance.override import Wish, changed
from vmotion_gui.planning.maintenance.plan import Options, Plan
from vmotion_gui.planning.maintenance.planner import alternatives
from vmotion_gui.planning.maintenance.replan import Failure, Rest, plan_rest
from vmotion_gui.simulation.engine import Checkpoint
from vmotion_gui.simulation.forecast import Range

_SEEDS = 6
_MANY = 200
"""Plans of more moves are not run with other seeds."""


def plan_job(
    lab: Lab,
    now_s: float,
    emptied: tuple[str, ...],
    options: Options | StoreOptions,
    *,
    progress: Callable[..., None],
) -> Found:
    """Plan for hosts or datastores, and run the plan with some seeds."""
    moment = moment_of(lab, now_s)
    furthest = 0.0

    def watch(done: int, count: int) -> None:
        # each objective is planned from the beginning: what is told never goes back
        nonlocal furthest
        furthest = max(furthest, 0.9 * done / max(1, count))
        progress(furthest)

    if isinstance(options, StoreOptions):
        found = store_alternatives(moment, emptied, options, on_progress=watch)
    else:
        found = alternatives(moment, emptied, options, on_progress=watch)
    progress(0.9)
    plan, *others = [(one, _duration(moment, one)) for one in found]
    return Found(*plan, tuple(others))


def wish_job(
    lab: Lab,
    now_s: float,
    plan: Plan,
    options: Options | StoreOptions,
    wish: Wish,
    *,
    progress: Callable[..., None],
) -> tuple[Plan, Range | None]:
    """Change a plan as a person wants it, and run it with some seeds. RefusedError where that breaks something."""
    moment = moment_of(lab, now_s)

    def watch(done: int, count: int) -> None:
        progress(0.5 * done / max(1, count))

    if isinstance(options, StoreOptions):
        found = changed_stores(moment, plan, options, wish, on_progress=watch)
    else:
        found = changed(moment, plan, options, wish, on_progress=watch)
    progress(0.5)
    return found, _duration(moment, found)


def rest_job(
    lab: Lab,
    now_s: float,
    emptied: tuple[str, ...],
    options: Options | StoreOptions,
    failures: tuple[Failure, ...],
    recallable: tuple[str, ...],
    wanted: dict[str, str],
    *,
    progress: Callable[..., None],
) -> Rest:
    """Come to a moment of a run again, and plan from there on. `lab` has all commands up to then."""
    moment = moment_of(lab, now_s)

    def watch(done: int, count: int) -> None:
        progress(done / max(1, count))

    more: dict[str, Any] = {"recallable": recallable, "wanted": wanted, "on_progress": watch}
    if isinstance(options, StoreOptions):
        return plan_rest_of_stores(moment, emptied, options, failures, **more)
    return plan_rest(moment, emptied, options, failures, **more)


def _duration(moment: Checkpoint, plan: Plan) -> Range | None:
    some = plan.moves and plan.possible and len(plan.moves) <= _MANY
    return makespan_range(moment, plan, _SEEDS) if some else None


def home_job(lab: Lab, now_s: float, homes: dict[str, str], options: Options, *, progress: Callable[..., None]) -> Plan:
    """Plan the way home of VMs (VM -> host)."""
    progress(0.0)
    return plan_home(moment_of(lab, now_s), homes, options)


def files_home_job(lab: Lab, now_s: float, homes: dict[str, dict[str, str]], *, progress: Callable[..., None]) -> Plan:
    """Plan the way home of files (VM -> where they were)."""
    progress(0.0)
    return plan_files_home(moment_of(lab, now_s), homes)
