"""How many moves DRS may ask for: its MaxMovesPerHost.

DRS runs every 300 s (`pollPeriodSec`) and plans no more moves for a host than fit in that time, given how long past
ones took; vCenter's costs and limits (`admission.py`) hold for them as for all others. Source: N. Denneman and D.
Epping, "vSphere Clustering Deep Dive", on the cost of DRS's recommendations.
"""

from __future__ import annotations

import math

from vmotion_gui.simulation.admission import limit
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase

INITIATOR = "DRS"
POLL_PERIOD_S = 300.0
_LEAST = 1


def max_moves_per_host(core: Core, host: str) -> int:
    """Moves from and to a host that fit in one run of DRS: those that go side by side, as often one after another as
    the mean of its past migrations allows; without any past, once. Never less than one."""
    at_once = limit(core.state.inventory, ("network", host), core.profile)
    taken_s = [
        migration.final.end_s - migration.final.start_s
        for migration in core.state.migrations.values()
        if _touches(migration, host)
        and migration.final is not None
        and migration.phase is Phase.COMPLETED
        and migration.final.end_s is not None
        and migration.final.start_s is not None
    ]
    if not taken_s or (total_s := math.fsum(taken_s)) <= 0.0:
        return int(at_once)
    return max(_LEAST, int(at_once * POLL_PERIOD_S * len(taken_s) / total_s))


def host_without_moves_left(core: Core, *hosts: str) -> str:
    """The first of these hosts for which DRS has asked for all its moves in the present run; empty if there is none."""
    run = core.state.now_s // POLL_PERIOD_S
    asked = [
        migration
        for migration in core.state.migrations.values()
        if migration.initiator == INITIATOR and migration.queued_s // POLL_PERIOD_S == run
    ]
    for host in hosts:
        if sum(_touches(migration, host) for migration in asked) >= max_moves_per_host(core, host):
            return host
    return ""


def _touches(migration: Migration, host: str) -> bool:
    return host in (migration.plan.source, migration.plan.destination)
