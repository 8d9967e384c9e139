"""A recorded migration held against the engine: the same case, measured and simulated."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Sequence
from typing import Final, Literal

import msgspec

from vmotion_gui.importers.traces import Trace, lab_of
from vmotion_gui.simulation.profiles.profile import PAGE_BYTES
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


class Curve(msgspec.Struct, frozen=True, kw_only=True):
    """How a migration went: lists of one length, ascending time in seconds since its start, bytes."""

    time_s: tuple[float, ...]
    sent_bytes: tuple[float, ...]
    believed_bytes: tuple[float, ...]
    """What was left by what the hypervisor knew: it learns of writes only when it reads the dirty log."""


class Overlay(msgspec.Struct, frozen=True, kw_only=True):
    """A recorded migration and its simulation, to be drawn over each other."""

    comparison: Comparison
    measured: Curve | None
    """None: the recording has no series."""
    simulated: Curve


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


def overlay(trace: Trace) -> Overlay:
    """Simulate a recorded migration, and give both with their curves."""
    result = simulate(lab_of(trace))
    return Overlay(comparison=_compared(trace, result), measured=_seen(trace), simulated=_curve(result.migrations[0]))


def _seen(trace: Trace) -> Curve | None:
    """The recorded series where all of it was told; None if nothing was."""
    if trace.series is None:
        return None
    rows = zip(trace.series.t_s, trace.series.transferred_bytes, trace.series.remaining_bytes, strict=False)
    told = [(t, sent, left) for t, sent, left in rows if t is not None and sent is not None and left is not None]
    if not told:
        return None
    times, sent, left = zip(*told, strict=True)
    return Curve(time_s=times, sent_bytes=sent, believed_bytes=left)


def _curve(status: MigrationStatus) -> Curve:
    """Straight lines from the beginning of each pass to its end."""
    points = []
    sent, begun_s = 0.0, status.start_s or 0.0
    for record in status.passes:
        left = record.pages * PAGE_BYTES
        points.append((record.start_s - begun_s, sent, left))
        sent += record.sent_bytes
        points.append((record.start_s + record.duration_s - begun_s, sent, max(0.0, left - record.sent_bytes)))
    times, amounts, lefts = zip(*points, strict=True) if points else ((), (), ())
    return Curve(time_s=times, sent_bytes=amounts, believed_bytes=lefts)


def compare(trace: Trace) -> Comparison:
    """Simulate a recorded migration and compare."""
    return _compared(trace, simulate(lab_of(trace)))


def _compared(trace: Trace, result: Result) -> Comparison:
    measured, simulated = _measured(trace), _simulated(result)
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
