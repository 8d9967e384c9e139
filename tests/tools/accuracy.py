"""Write the tables of docs/accuracy.md about recorded QEMU migrations: `python -m tests.tools.accuracy`."""

from __future__ import annotations

from pathlib import Path

from tests.simulation.recorded import Comparison, comparisons, quantiles

_DOCUMENT = Path(__file__).parent.parent.parent / "docs" / "accuracy.md"
_BEGIN, _END = "<!-- recorded migrations: begin -->\n", "<!-- recorded migrations: end -->\n"


def _summary(cases: list[Comparison]) -> list[str]:
    paced = [case.downtime_error_s for case in cases if case.paced]
    rows = [
        ("total time", *(f"{value * 100:.2f} %" for value in quantiles([case.total_error for case in cases]))),
        ("bytes", *(f"{value * 100:.2f} %" for value in quantiles([case.bytes_error for case in cases]))),
        ("downtime, paced links", *(f"{value * 1000:.0f} ms" for value in quantiles(paced))),
    ]
    head = [f"| {len(cases)} steady cases | median error | 90th percentile |", "|---|---|---|"]
    return head + [f"| {name} | {median} | {ninetieth} |" for name, median, ninetieth in rows]


def _row(case: Comparison) -> str:
    real = case.trace.outputs
    completed = real.status == "completed"
    cells = [
        case.name,
        case.phase.value,
        f"{real.total_time_s:.3f}",
        f"{case.total_s:.3f}",
        f"{case.total_error * 100:+.2f} %",
        f"{case.bytes_error * 100:+.2f} %" if completed else "–",
        f"{(real.downtime_s or 0.0) * 1000:.0f}" if completed else "–",
        f"{case.downtime_s * 1000:.0f}" if completed else "–",
        f"{case.throttle_pct:.0f}" if case.throttle_pct else "–",
    ]
    return f"| {' | '.join(cells)} |"


def _tables() -> str:
    columns = ("case", "outcome", "recorded s", "engine s", "time", "bytes", "downtime ms", "engine ms", "throttle %")
    lines = _summary([case for case in comparisons() if case.steady])
    lines += ["", f"| {' | '.join(columns)} |", "|---" * len(columns) + "|", *(_row(case) for case in comparisons())]
    return "\n".join(lines) + "\n"


def main() -> None:
    """Replace what stands between the marks."""
    text = _DOCUMENT.read_text(encoding="utf-8")
    before, rest = text.split(_BEGIN)
    _DOCUMENT.write_text(before + _BEGIN + _tables() + _END + rest.split(_END)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
