"""A recorded migration held against the engine: the same case, measured and simulated."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import Final, Literal

import msgspec

from vmotion_gui.importers.traces import Trace, lab_of
from vmotion_gui.simulation.run import Result, simulate
from vmotion_gui.simulation.status import MigrationStatus, Phase

FORMAT: Final = "vmotion-gui-comparison"
VERSION: Final = 1

_OUTCOMES = {Phase.COMPLETED: "completed", Phase.FAILED: "failed", Phase.CANCELLED: "cancelled"}


class Figures(msgspec.Struct, frozen=True, kw_only=True):
    """What is compared of one migration; times in seconds. None: it did not come to that, or was not recorded."""

    outcome: str
    total_s: float
    downtime_s: float | None
    sent_bytes: float
    log_readings: int | None
    """How often the dirty log was read; for the simulated one the passes that ended, and the last reading."""
    throttle_percent: float
    runs_at: str


class Comparison(msgspec.Struct, frozen=True, kw_only=True):
    """One recorded migration: measured, simulated, and how far they are apart (simulated less measured)."""

    case: str
    repetition: int
    measured: Figures
    simulated: Figures
    total_error: float
    """As a share of the measured one."""
    sent_error: float
    """As a share of the measured one."""
    downtime_error_s: float | None
    outcome_agrees: bool
    throttle_agrees: bool
    uncapped_last_stage: bool
    """Whether the last stage went as fast as the machine could, which no model knows: its downtime says little."""


class Spread(msgspec.Struct, frozen=True, kw_only=True):
    """Absolute errors of several migrations."""

    count: int
    median: float
    p90: float
    worst: float


class Summary(msgspec.Struct, frozen=True, kw_only=True):
    """All comparisons together. Errors of total time and bytes are of the completed ones, of downtime of those among
    them whose last stage was paced; None where there is none.
    """

    migrations: int
    outcomes_right: int
    throttles_right: int
    total_error: Spread | None
    sent_error: Spread | None
    downtime_error_s: Spread | None


class ComparisonDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What `compare --json` writes; see docs/trace-format.md."""

    format: Literal["vmotion-gui-comparison"] = FORMAT
    version: Literal[1] = VERSION
    summary: Summary
    comparisons: tuple[Comparison, ...]


def compare(trace: Trace) -> Comparison:
    """Simulate a recorded migration and compare."""
    measured, simulated = _measured(trace), _simulated(simulate(lab_of(trace)))
    paused = None not in (measured.downtime_s, simulated.downtime_s)
    return Comparison(
        case=trace.case,
        repetition=trace.repetition,
        measured=measured,
        simulated=simulated,
        total_error=_relative(simulated.total_s, measured.total_s),
        sent_error=_relative(simulated.sent_bytes, measured.sent_bytes),
        downtime_error_s=(simulated.downtime_s or 0.0) - (measured.downtime_s or 0.0) if paused else None,
        outcome_agrees=measured.outcome == simulated.outcome,
        throttle_agrees=round(measured.throttle_percent) == round(simulated.throttle_percent),
        uncapped_last_stage=trace.inputs.bandwidth_cap == "qemu-max-bandwidth",
    )


def _relative(found: float, expected: float) -> float:
    return found / expected - 1.0 if expected > 0.0 else 0.0


def _measured(trace: Trace) -> Figures:
    told = trace.outputs
    return Figures(
        outcome=told.status,
        total_s=told.total_time_s,
        downtime_s=told.downtime_s,
        sent_bytes=float(told.transferred_bytes),
        log_readings=told.dirty_sync_count,
        throttle_percent=float(told.max_throttle_pct),
        runs_at=told.runs_at,
    )


def _simulated(result: Result) -> Figures:
    status = result.migrations[0]
    host = result.inventory.vms[status.vm].host
    return Figures(
        outcome=_OUTCOMES[status.phase],
        total_s=status.total_s or 0.0,
        downtime_s=status.downtime_s if status.phase is Phase.COMPLETED else None,
        sent_bytes=status.sent_bytes,
        log_readings=_log_readings(status),
        throttle_percent=max(
            (float(event.text.args["percent"]) for event in result.events if event.type == "GuestThrottled"),
            default=0.0,
        ),
        runs_at="source" if host == status.source_host else "destination",
    )


def _log_readings(status: MigrationStatus) -> int:
    """One at the start, one at the end of every pass before the last stage, one with the guest stopped."""
    ended = sum(1 for record in status.passes if record.ended and not record.stop_and_copy)
    return 1 + ended + (1 if status.phase is Phase.COMPLETED else 0)


def summarised(comparisons: Sequence[Comparison]) -> Summary:
    """All comparisons together."""
    done = [c for c in comparisons if c.measured.outcome == c.simulated.outcome == "completed"]
    paced = [c for c in done if not c.uncapped_last_stage]
    return Summary(
        migrations=len(comparisons),
        outcomes_right=sum(c.outcome_agrees for c in comparisons),
        throttles_right=sum(c.throttle_agrees for c in comparisons),
        total_error=_spread(done, lambda c: c.total_error),
        sent_error=_spread(done, lambda c: c.sent_error),
        downtime_error_s=_spread(paced, lambda c: c.downtime_error_s),
    )


def _spread(comparisons: Sequence[Comparison], error: Callable[[Comparison], float | None]) -> Spread | None:
    errors = sorted(abs(value) for value in map(error, comparisons) if value is not None)
    if not errors:
        return None
    p90 = errors[0] if len(errors) == 1 else statistics.quantiles(errors, n=10, method="inclusive")[8]
    return Spread(count=len(errors), median=statistics.median(errors), p90=p90, worst=errors[-1])
