"""The rest of a plan for datastores, made anew in the middle of its run."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.planner import plan_datastores
from vmotion_gui.planning.maintenance.prediction import Watch
from vmotion_gui.planning.maintenance.replan import Failure, Rest, plan_rest
from vmotion_gui.simulation.engine import Checkpoint


def plan_rest_of_stores(
    moment: Checkpoint,
    datastores: Collection[str],
    options: StoreOptions | None = None,
    failures: Sequence[Failure] = (),
    *,
    recallable: Collection[str] = (),
    wanted: Mapping[str, str] | None = None,
    on_progress: Watch | None = None,
) -> Rest:
    """A plan for all that still has files on `datastores` at this moment; as `plan_rest`, with datastores for hosts:
    `Failure.host` and `wanted` name those."""
    return plan_rest(
        moment,
        datastores,
        options,
        failures,
        recallable=recallable,
        wanted=wanted,
        on_progress=on_progress,
        planner=plan_datastores,
        places=moment.state.inventory.datastores,
    )
