"""Recorded migrations beside simulated ones: figures, errors, and what a summary counts."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.importers.test_traces import document
from vmotion_gui.importers.comparison import Comparison, compare, summarised
from vmotion_gui.importers.traces import decode_trace, lab_of
from vmotion_gui.simulation import simulate


def compared(outputs: dict[str, Any] | None = None, **inputs: Any) -> Comparison:
    told = document(**inputs)
    told["outputs"] |= outputs or {}
    return compare(decode_trace(json.dumps(told).encode()))


def test_the_simulated_figures_are_the_engines() -> None:
    result = simulate(lab_of(decode_trace(json.dumps(document()).encode())))
    found = compared({"total_time_s": float(result.total_s[0]) / 1.01, "downtime_s": 0.1})
    assert found.simulated.total_s == result.total_s[0]
    assert found.simulated.sent_bytes == result.sent_bytes[0]
    assert found.total_error == pytest.approx(0.01)
    assert found.downtime_error_s == pytest.approx(float(result.downtime_s[0]) - 0.1)
    assert found.simulated.log_readings == int(result.pass_count[0]) + 1
    assert found.simulated.runs_at == "destination"
    assert found.outcome_agrees
    assert not found.uncapped_last_stage


def test_what_does_not_complete_has_no_downtime_and_runs_on_at_the_source() -> None:
    action = {"kind": "kill destination", "t_s": 1.5}
    found = compared({"status": "failed", "downtime_s": None, "total_time_s": 1.5}, action=action)
    assert found.simulated.outcome == "failed"
    assert found.outcome_agrees
    assert found.simulated.downtime_s is None is found.downtime_error_s
    assert found.simulated.runs_at == "source"
    assert found.simulated.total_s == pytest.approx(1.5, abs=0.01)


def test_a_throttle_is_compared_in_percent() -> None:
    never = {"write_rate_pages_per_s": 40_000.0, "auto_converge": True, "bandwidth_bytes_per_s": 2**25}
    found = compared({"max_throttle_pct": 10}, **never)
    assert found.simulated.throttle_percent >= 20.0
    assert not found.throttle_agrees


def test_a_summary_counts_what_can_be_compared() -> None:
    first = compared({"total_time_s": 4.0, "downtime_s": 0.1})
    own_cap = compared(bandwidth_cap="qemu-max-bandwidth")
    wrong = compared({"status": "cancelled", "downtime_s": None})
    summary = summarised([first, own_cap, wrong])
    assert (summary.migrations, summary.outcomes_right, summary.throttles_right) == (3, 2, 3)
    assert summary.total_error is not None
    assert summary.total_error.count == 2
    assert summary.total_error.worst == max(abs(first.total_error), abs(own_cap.total_error))
    assert summary.downtime_error_s is not None
    assert summary.downtime_error_s.count == 1
    assert summary.downtime_error_s.median == abs(first.downtime_error_s or 0.0)
    assert summarised([wrong]).total_error is None
