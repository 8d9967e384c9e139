"""As many VMs as possible on datastores that have the space, by a solver; for estates that are small enough.

One variable per VM and datastore, one row per VM (it goes to one datastore at most) and one per datastore (its space).
"""

from __future__ import annotations

import highspy
import numpy as np

from vmotion_gui.planning.datastores.arrangement import Arrangement, Hop
from vmotion_gui.planning.datastores.ground import Ground
from vmotion_gui.simulation.tasks.store_files import relocation

_MOST_VARIABLES = 2_000
_TIME_LIMIT_S = 10.0
_GIB = 2.0**30


def solved(ground: Ground) -> Arrangement | None:
    """The arrangement that leaves the fewest VMs behind; None if the estate is too large, or nobody was found in time.

    Of VMs and datastores whole; nobody parts or makes room.
    """
    pairs = [(vm, store) for vm in range(len(ground.vms)) for store in np.flatnonzero(ground.allowed(vm)).tolist()]
    if not pairs or len(pairs) > _MOST_VARIABLES:
        return None
    highs = highspy.Highs()  # type: ignore[no-untyped-call]  # it has annotations everywhere else
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    highs.setOptionValue("time_limit", _TIME_LIMIT_S)
    highs.passModel(_model(ground, pairs))
    highs.run()
    if highs.getInfo().primal_solution_status != int(highspy.SolutionStatus.kSolutionStatusFeasible):
        return None
    values = np.asarray(highs.getSolution().col_value, dtype=float)
    places = {vm: store for (vm, store), value in zip(pairs, values.tolist(), strict=True) if value > 0.5}
    state = Arrangement(ground)
    for vm in range(len(ground.vms)):
        # the solver's own tolerance must not overfill a datastore
        if vm in places and state.fits(vm)[places[vm]]:
            state.put(Hop(relocation(ground.machine(vm), ground.leaving, ground.stores[places[vm]])))
        else:
            state.left.append(vm)
    return state


def _model(ground: Ground, pairs: list[tuple[int, int]]) -> highspy.HighsLp:
    rows: list[tuple[float, dict[int, float]]] = [
        (1.0, {k: 1.0 for k, pair in enumerate(pairs) if pair[0] == vm}) for vm in range(len(ground.vms))
    ]
    for store in range(len(ground.stores)):
        terms = {k: float(ground.size_bytes[pair[0]]) / _GIB for k, pair in enumerate(pairs) if pair[1] == store}
        rows.append((max(0.0, float(ground.free_bytes[store])) / _GIB, terms))
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(pairs), len(rows)
    lp.col_cost_ = -np.ones(len(pairs))
    lp.col_lower_, lp.col_upper_ = np.zeros(len(pairs)), np.ones(len(pairs))
    lp.integrality_ = [highspy.HighsVarType.kInteger] * len(pairs)
    lp.row_lower_ = np.full(len(rows), -highspy.kHighsInf)
    lp.row_upper_ = np.array([most for most, _ in rows])
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.cumsum([0, *(len(terms) for _, terms in rows)]).astype(np.int32)
    lp.a_matrix_.index_ = np.array([k for _, terms in rows for k in terms], dtype=np.int32)
    lp.a_matrix_.value_ = np.array([value for _, terms in rows for value in terms.values()], dtype=float)
    return lp
