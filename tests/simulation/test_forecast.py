"""Ranges come from the engine itself: the numbers that a lab gives with those seeds, and nothing is touched."""

from __future__ import annotations

import msgspec
import pytest

from tests.simulation.worlds import GIB, at, engine, host, inventory, move, vm
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Uniform
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.forecast import LEAST_RUNS, Forecaster
from vmotion_gui.simulation.run import simulate

_BUSY = vm(writes=60_000.0, working_set=2 * GIB, distribution=Uniform())


def _forecaster(running: Engine, *specs: MigrationSpec, runs: int = 5) -> Forecaster:
    found = Forecaster(running, specs, runs)
    while not found.done:
        found.step()
    return found


def test_a_range_is_that_of_the_lab_with_these_seeds() -> None:
    """Seeds 1 to 5, each played as a lab of its own, with chance."""
    lab = Lab(
        inventory=inventory(host(1), host(2), _BUSY),
        commands=(at(0.0, move()),),
        profile_settings=ProfileSettings(random_pages=True),
    )
    played = [simulate(lab, seed=seed) for seed in range(1, 6)]
    (found,) = _forecaster(Engine(msgspec.structs.replace(lab, commands=())), move().spec).forecasts()
    assert found.outcomes == {"completed": 5}
    for range_, column in (
        (found.duration_s, [result.total_s[0] for result in played]),
        (found.downtime_s, [result.downtime_s[0] for result in played]),
        (found.bytes, [result.sent_bytes[0] for result in played]),
    ):
        assert range_ is not None
        assert (range_.least, range_.most) == (min(column), max(column))
        assert range_.width > 0.0


def test_looking_ahead_changes_nothing_and_gives_the_same_again() -> None:
    running = engine(host(1), host(2), _BUSY, vm(2), commands=(at(0.5, move(2)),))
    running.advance(1.0)
    before = running.events[:], running.inventory, running.next_event_s
    first, again = (_forecaster(running, move().spec, runs=3).forecasts() for _ in range(2))
    assert first == again
    assert (running.events, running.inventory, running.next_event_s) == before
    assert running.migration_ids() == ("migration-1",)


def test_moves_that_start_together_share_their_way() -> None:
    """Two idle VMs over one adapter take nearly twice as long as one."""
    estate = (host(1), host(2), vm(1), vm(2))
    (alone,) = _forecaster(engine(*estate), move(1).spec, runs=1).forecasts()
    both = _forecaster(engine(*estate), move(1).spec, move(2).spec, runs=1).forecasts()
    assert alone.duration_s is not None
    for found in both:
        assert found.duration_s is not None
        assert found.duration_s.most > 1.6 * alone.duration_s.most


def test_what_is_refused_or_never_ends_has_no_range() -> None:
    running = engine(host(1), host(2), vm())
    (refused,) = _forecaster(running, MigrationSpec(vm="vm-1", host="h-9"), runs=2).forecasts()
    assert refused.outcomes == {"failed": 2}
    assert refused.duration_s is refused.downtime_s is refused.bytes is None
    assert refused.runs == 2


def test_dear_runs_are_fewer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vmotion_gui.simulation.forecast.MOST_EVENTS", 1)
    assert _forecaster(engine(host(1), host(2), vm()), move().spec, runs=9).runs == LEAST_RUNS
