"""What a history keeps stays bounded: checkpoints, series of migrations, series of NICs."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from tests.simulation import histories as h
from vmotion_gui.simulation import timeline as timeline_module
from vmotion_gui.simulation.checkpoints import Checkpoints, Moment
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.recorder import Recorder
from vmotion_gui.simulation.series import FINEST_STEP_S, GridSeries, StepSeries
from vmotion_gui.simulation.timeline import Timeline


def _moments(count: int, limit: int) -> Checkpoints:
    checkpoint = Engine(h.lab()).checkpoint()
    checkpoints = Checkpoints(Moment(0.0, 0, 0, checkpoint), limit)
    for number in range(1, count):
        checkpoints.add(Moment(float(number), 0, number, checkpoint))
    return checkpoints


def test_checkpoints_are_bounded_dense_at_the_end_and_even_further_back() -> None:
    checkpoints = _moments(10_000, limit=64)
    assert len(checkpoints) == 64
    assert checkpoints.before(9_999.0).work == 9_999
    assert checkpoints.before(0.5).work == 0
    replays = [work - checkpoints.before(float(work)).work for work in range(10_000)]
    # 64 moments evenly spread would leave 156 events; those for the last tenth cost twice that or less
    assert max(replays) <= 2 * 10_000 / 64
    for age in (5, 10, 50, 100, 500):
        assert replays[9_999 - age] <= max(1.0, 0.3 * age)


def test_a_moment_that_is_there_already_is_not_kept_twice() -> None:
    checkpoints = _moments(3, limit=8)
    checkpoints.add(checkpoints.before(1.0)._replace(work=77))
    assert len(checkpoints) == 3
    assert checkpoints.before(1.0).work == 1
    assert len(checkpoints.until(1.0, 0)) == 2
    with pytest.raises(ValueError, match="room for three"):
        _moments(1, limit=2)


def test_a_long_run_keeps_few_checkpoints(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_module, "CHECKPOINT_EVENTS", 1)
    timeline = Timeline(h.busy_backend().lab())
    for tenth in range(4001):
        timeline.play(tenth / 10.0)
    assert 10 < len(timeline.line.checkpoints) <= 64


def test_a_grid_is_the_same_however_it_was_filled() -> None:
    whole, pieces = GridSeries(1, limit=64), GridSeries(1, limit=64)
    for series, edges in ((whole, [0.3, 700.0]), (pieces, [0.3 + 0.7 * n for n in range(1000)])):
        for start, end in itertools.pairwise(edges):
            times = series.due(start, min(end, 700.0))
            series.append(times, np.sin(times)[None, :])
    for read in (whole.read(700.0), pieces.read(700.0)):
        times, values = read
        assert 32 <= len(times) <= 64
        assert np.all(np.diff(times) == whole.step_s)
        assert np.array_equal(values[0], np.sin(times))
        assert np.all(times % FINEST_STEP_S == 0.0)
        assert times[-1] < 700.0
    assert np.array_equal(whole.read(700.0)[0], pieces.read(700.0)[0])
    assert np.array_equal(whole.before(100.0).read(700.0)[0], [t for t in whole.read(700.0)[0] if t < 100.0])


def test_a_staircase_keeps_its_bytes_when_it_gets_coarser() -> None:
    fine, coarse = StepSeries(limit=10**6), StepSeries(limit=32)
    for number in range(500):
        for series in (fine, coarse):
            series.change(number * 0.5 + 0.01 * (number % 7), float(number % 13))
    assert len(fine) == 499
    assert len(coarse) <= 32
    sent = [float(np.trapezoid(rates, times)) for times, rates in (fine.read(250.0), coarse.read(250.0))]
    assert sent[0] == pytest.approx(sent[1], rel=1e-12)
    times, rates = StepSeries().read(5.0)
    assert times.tolist() == [5.0]
    assert rates.tolist() == [0.0]


def _points(recorder: Recorder) -> list[int]:
    """How many points each of four migrations has."""
    engine = Engine(h.lab())
    engine.observe(recorder)
    for vm in (1, 2, 3, 4):
        engine.submit(h.migrate(vm))
        engine.advance(engine.now_s + 200.0)
    return [len(recorder.samples(engine, id_).time_s) for id_ in engine.migration_ids()]


def test_with_very_many_points_every_series_gets_coarser() -> None:
    """When a migration joins there are at most 300 points, or 64 of each; then each grows as usual."""
    few, many = (_points(Recorder()), _points(Recorder(total_points=300)))[::-1]
    assert len(few) == 4
    assert min(few) > 10
    assert sum(few[:3]) < sum(many[:3]) / 2


def test_series_tell_what_was_sent() -> None:
    """The integral of the copy rate is what is on the wire, within one step of the grid at each change of
    rate.
    """
    backend = EmbeddedBackend(h.lab())
    id_ = backend.submit(h.migrate(1)).id
    backend.advance(300.0)
    status, samples = backend.migrations()[id_], backend.samples(id_)
    assert samples is not None
    assert status.end_s is not None
    assert samples.time_s[-1] < status.end_s
    memory = sum(record.sent_bytes for record in status.passes)
    copied = float(np.trapezoid(samples.copy_bytes_per_s, samples.time_s))
    assert copied == pytest.approx(memory, rel=0.02)
    (tx, rx) = backend.nic_samples("h-1")["vmnic0"]
    on_nic = float(np.trapezoid(tx.copy_bytes_per_s, tx.time_s))
    assert on_nic >= memory * 0.999  # with the headers of the network
    assert not rx.copy_bytes_per_s.any()
    received = backend.nic_samples("h-2")["vmnic0"][1]
    assert float(np.trapezoid(received.copy_bytes_per_s, received.time_s)) == on_nic
    with pytest.raises(ValueError, match="read-only"):
        samples.time_s[0] = 1.0


def test_a_running_migrations_series_ends_now() -> None:
    backend = EmbeddedBackend(h.lab())
    id_ = backend.submit(h.migrate(1)).id
    backend.advance(20.001)
    samples = backend.samples(id_)
    assert samples is not None
    assert samples.time_s[-1] == 20.001
    assert samples.remaining_bytes[-1] == pytest.approx(backend.migrations()[id_].remaining_bytes)
    backend.advance(40.0)
    backend.rewind(20.001)
    again = backend.samples(id_)
    assert again is not None
    assert again.time_s[-1] == 20.001
    # having been played further, the series may be coarser: what it holds is the same
    kept = np.isin(samples.time_s, again.time_s)
    assert kept.sum() == len(again.time_s)
    assert np.array_equal(samples.remaining_bytes[kept], again.remaining_bytes)
