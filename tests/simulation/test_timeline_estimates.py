"""An estimate is the engine run ahead: it says what will happen, and changes nothing."""

from __future__ import annotations

from tests.simulation import histories as h
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.estimates import estimate


def test_what_was_estimated_comes_true_and_nothing_was_changed() -> None:
    backend = EmbeddedBackend(h.lab())
    backend.submit(h.migrate(1))
    backend.advance(7.0)
    before = h.state(backend)
    told = backend.estimate(MigrationSpec(vm="vm-2", host="h-3"))
    assert h.state(backend) == before
    assert len(backend.branches()) == 1
    id_ = backend.submit(h.migrate(2, 3)).id
    backend.advance(1000.0)
    status = backend.migrations()[id_]
    assert status.end_s is not None
    assert told.completes
    assert told.fault is None
    assert told.duration_s == status.end_s - status.queued_s
    assert (told.downtime_s, told.bytes, told.passes) == (
        status.downtime_s,
        status.sent_bytes,
        len(status.passes),
    )


def test_the_convergence_ratio_is_that_of_the_first_pass() -> None:
    backend = EmbeddedBackend(h.lab())
    told = backend.estimate(MigrationSpec(vm="vm-1", host="h-2"))
    id_ = backend.submit(h.migrate(1)).id
    backend.advance(1000.0)
    first = backend.migrations()[id_].passes[0]
    assert told.convergence_ratio == first.dirty_bytes_per_s / first.copy_bytes_per_s
    # 3001 writes/s of 4 KiB are 11.7 MiB/s at most, the copy runs at 100 MiB/s
    assert 0.0 < told.convergence_ratio < 0.12


def test_a_migration_that_fails_tells_why() -> None:
    backend = EmbeddedBackend(h.lab())
    backend.submit(h.host_failed(3))
    told = backend.estimate(MigrationSpec(vm="vm-1", host="h-3"))
    assert not told.completes
    assert told.fault is not None
    assert "h-3" in told.fault.objects


def test_what_the_engine_refuses_is_told_as_a_reason() -> None:
    told = EmbeddedBackend(h.lab()).estimate(MigrationSpec(vm="vm-1", host="h-1"))
    assert not told.completes
    assert told.fault is not None
    assert told.fault.rule == "engine.refused"
    assert told.fault.text.key == "simulation.refused.nothingToDo"


def test_the_run_ahead_is_bounded() -> None:
    backend = EmbeddedBackend(h.lab())
    told = estimate(backend._timeline.engine, MigrationSpec(vm="vm-1", host="h-2"), max_events=3)
    assert not told.completes
    assert told.fault is None
