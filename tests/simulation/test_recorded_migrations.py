"""The engine's `qemu` profile against migrations that QEMU 7.2 really carried out. See docs/accuracy.md."""

from __future__ import annotations

import pytest

from tests.simulation.recorded import Comparison, comparisons, quantiles

_ALL = [pytest.param(index, id=comparison.name) for index, comparison in enumerate(comparisons())]


@pytest.mark.parametrize("index", _ALL)
def test_outcome_throttle_and_place_are_right(index: int) -> None:
    """Completed, cancelled at the limit or failed; after the last two the source runs on."""
    comparison = comparisons()[index]
    real = comparison.trace.outputs
    assert comparison.phase.value == real.status
    assert comparison.throttle_pct == pytest.approx(real.max_throttle_pct)
    assert comparison.runs_at == real.runs_at


def _steady() -> list[Comparison]:
    return [comparison for comparison in comparisons() if comparison.steady]


def test_total_time_of_steady_cases() -> None:
    """At most 0.5 % at the median and 2.5 % at the 90th percentile: repetitions of one case differ by up to 3 %."""
    median, ninetieth = quantiles([comparison.total_error for comparison in _steady()])
    assert len(_steady()) >= 40
    assert median <= 0.005
    assert ninetieth <= 0.025


def test_bytes_of_steady_cases() -> None:
    median, ninetieth = quantiles([comparison.bytes_error for comparison in _steady()])
    assert median <= 0.005
    assert ninetieth <= 0.025


def test_downtime_where_the_link_paces_the_last_stage_too() -> None:
    """Where QEMU's own limit is lifted for the last stage, downtimes are a few milliseconds and the host's affair."""
    errors = [comparison.downtime_error_s for comparison in _steady() if comparison.paced]
    median, ninetieth = quantiles(errors)
    assert len(errors) >= 10
    assert median <= 0.020
    assert ninetieth <= 0.040


def test_cases_that_were_acted_upon() -> None:
    """A link that stalls or speeds up, post-copy, and ends that were brought about."""
    acted = [comparison for comparison in comparisons() if not comparison.steady]
    assert len(acted) >= 8
    for comparison in acted:
        assert abs(comparison.total_error) <= 0.01, comparison.name
        if comparison.trace.outputs.status == "completed":
            assert abs(comparison.bytes_error) <= 0.01, comparison.name
            assert abs(comparison.downtime_error_s) <= 0.04, comparison.name
