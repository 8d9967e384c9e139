"""Recorded migrations and what the engine makes of them: for the tests and for docs/accuracy.md."""

from __future__ import annotations

import dataclasses
import functools
from pathlib import Path

import numpy as np

from vmotion_gui.importers.recorded_lab import MIGRATION, VM
from vmotion_gui.importers.traces import Trace, decode_trace, lab_of
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase

RECORDINGS = Path(__file__).parent.parent / "data" / "traces" / "qemu-7.2.jsonl"
"""Inputs and outputs of migrations that QEMU 7.2 (TCG, one vCPU) really carried out; one document a line."""
_LONGEST_S = 200.0


@dataclasses.dataclass(frozen=True)
class Comparison:
    """One recorded migration and its repetition in the engine."""

    trace: Trace
    phase: Phase
    total_s: float
    downtime_s: float
    memory_bytes: float
    """Memory on the wire by passes that ended."""
    throttle_pct: float
    """The highest."""
    runs_at: str

    @property
    def name(self) -> str:
        return f"{self.trace.case}.{self.trace.repetition}"

    @property
    def steady(self) -> bool:
        """Completed, and nothing was done to it meanwhile."""
        given = self.trace.inputs
        return self.trace.outputs.status == "completed" and given.action is None and given.postcopy_start_s is None

    @property
    def paced(self) -> bool:
        return self.trace.inputs.bandwidth_cap == "paced-link"

    @property
    def total_error(self) -> float:
        """Relative."""
        return self.total_s / self.trace.outputs.total_time_s - 1.0

    @property
    def bytes_error(self) -> float:
        """Relative; of completed migrations."""
        return self.memory_bytes / self.trace.outputs.transferred_bytes - 1.0

    @property
    def downtime_error_s(self) -> float:
        """Of completed migrations."""
        return self.downtime_s - (self.trace.outputs.downtime_s or 0.0)


@functools.cache
def comparisons() -> tuple[Comparison, ...]:
    """Every recorded migration, repeated with the profile as it is: nothing is set by the case."""
    lines = RECORDINGS.read_bytes().splitlines()
    return tuple(_compared(decode_trace(line, f"line {number}")) for number, line in enumerate(lines, 1))


def _compared(trace: Trace) -> Comparison:
    lab = lab_of(trace)
    engine = Engine(lab)
    begin_s = lab.commands[0].time_s
    engine.advance(begin_s + _LONGEST_S)
    status = engine.status(MIGRATION)
    assert status.end_s is not None
    throttles = [event.text.args["percent"] for event in engine.events if event.type == "GuestThrottled"]
    return Comparison(
        trace=trace,
        phase=status.phase,
        total_s=status.end_s - begin_s,
        downtime_s=status.downtime_s,
        memory_bytes=sum(record.sent_bytes for record in status.passes),
        throttle_pct=max(throttles, default=0.0),
        runs_at="source" if engine.inventory.vms[VM].host == status.source_host else "destination",
    )


def quantiles(errors: list[float]) -> tuple[float, float]:
    """Median and 90th percentile of absolute values."""
    values = np.abs(np.array(errors))
    return float(np.median(values)), float(np.quantile(values, 0.9))
