"""The ways that are put side by side differ as their names say."""

from __future__ import annotations

import dataclasses

import pytest

from tests.simulation import worlds
from vmotion_gui.inventory.workload import SequentialSweep, Uniform
from vmotion_gui.planning.tuning.knobs import Move
from vmotion_gui.planning.tuning.variants import SETS, SetName, variants
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.status import MigrationStatus, Phase

MOVE = Move(vm="vm-1", source="h-1", destination="h-2")


def _outcomes(name: SetName, writes: float, *, sweep: bool = False) -> list[MigrationStatus]:
    machine = worlds.vm(
        writes=writes, working_set=4 * worlds.GIB, distribution=SequentialSweep(start_page=0) if sweep else Uniform()
    )
    inventory = worlds.inventory(machine)
    statuses = [variant.begin().to_end().status for variant in variants(name, inventory, VSPHERE, MOVE)]
    return [status for status in statuses if status is not None]


def test_each_way_pays_its_own_price() -> None:
    """Stop-and-copy stands still for the whole copy, post-copy sends everything once, pre-copy sends some twice."""
    pre, post, stop = _outcomes("ways", 100_000)
    memory = 8 * worlds.GIB
    assert post.downtime_s < pre.downtime_s < stop.downtime_s
    assert stop.downtime_s == pytest.approx(memory / (1000 * worlds.MIB), rel=0.05)
    assert stop.sent_bytes == pytest.approx(memory, rel=0.01)
    assert post.sent_bytes == pytest.approx(memory, rel=0.01)
    assert pre.sent_bytes > 1.1 * memory


def test_without_sdps_a_guest_that_outruns_the_copy_pays_with_downtime() -> None:
    """Four times the bandwidth in a sweep over 4 GiB: every pass finds all of it dirty again."""
    slowed, free = _outcomes("sdps", 4.0 * 1000 * worlds.MIB / 4096, sweep=True)
    assert slowed.phase is Phase.COMPLETED
    assert max(record.guest_slowdown for record in slowed.passes[:-1]) > 0.05
    assert slowed.downtime_s < 1.0
    assert free.phase is not Phase.COMPLETED or free.downtime_s > 2.0


def test_a_faster_link_is_a_shorter_move() -> None:
    totals = [status.total_s for status in _outcomes("speeds", 20_000)]
    assert len(totals) == 4
    assert None not in totals
    assert totals == sorted(totals, reverse=True)  # type: ignore[type-var]  # none is None


def test_every_set_begins_anew_and_takes_the_settings_in_force() -> None:
    inventory = worlds.inventory()
    patient = dataclasses.replace(VSPHERE, switchover_goal_s=3.0)
    for name in SETS:
        ways = variants(name, inventory, patient, MOVE)
        assert 2 <= len(ways) <= 4
        first, again = (ways[0].begin().to_end().status for _ in range(2))
        assert first is not None
        assert again is not None
        assert (first.total_s, first.sent_bytes) == (again.total_s, again.sent_bytes)
