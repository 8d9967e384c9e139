"""Planning ends at once when whoever watches it says so, even while the solver is at work."""

from __future__ import annotations

import random

import pytest

from tests.planning.maintenance.estates import estate, start, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.chains import shortest_chain
from vmotion_gui.planning.maintenance.exact import best_target
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.plan import Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance


class StoppedError(Exception):
    """Somebody has pressed Stop."""


def crowded(hosts: int, vms: int) -> Inventory:
    """Room that is nearly used up, by VMs of many sizes: a bin packing that no solver finishes in passing."""
    rng = random.Random(7)
    machines = [vm(n, n % hosts, reserved_gib=rng.uniform(2.0, 9.0), memory_gib=9.0) for n in range(vms)]
    held = sum(machine.memory_reservation_bytes for machine in machines) / 2**30 + 0.14 * vms
    return estate([held / (hosts - 1) * 1.004] * hosts, machines)


def test_the_solver_is_ended_while_it_works() -> None:
    called = 0

    def pulse() -> None:
        nonlocal called
        called += 1
        raise StoppedError

    ground = Ground(Checker(crowded(7, 60)), {"host-0"}, Options(), pulse=pulse)
    with pytest.raises(StoppedError):
        best_target(ground)
    assert called == 1


def test_the_search_for_chains_is_ended() -> None:
    def pulse() -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        shortest_chain(Ground(Checker(crowded(3, 5)), {"host-0"}, Options(), pulse=pulse))


def test_planning_is_ended_before_the_engine_has_played_anything() -> None:
    def watch(_done: int, _count: int) -> None:
        raise StoppedError

    with pytest.raises(StoppedError):
        plan_maintenance(start(crowded(7, 60)), ["host-0"], on_progress=watch)
