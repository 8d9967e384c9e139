"""Predictions in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui import words
from vmotion_gui.simulation.forecast import Forecast, Range
from vmotion_gui.simulation.status import Estimate

_NOTICED = 0.02
"""A guest that is slowed by less than this share notices nothing; tracking its writes alone costs as much."""


def range_text(range_: Range, unit: str) -> str:
    """ "9.8 s – 11.2 s"; one figure where both read alike."""
    least, most = words.quantity(range_.least, unit), words.quantity(range_.most, unit)
    return least if least == most else f"{least} – {most}"


def runs_text(forecast: Forecast) -> str:
    """How the ranges came about."""
    text = QCoreApplication.translate(
        "Prediction",
        "Simulated ranges: least and most of {runs} runs by chance. Random are the pages that are written, and where "
        "phases and sweeps of the workloads stand; faults are not foreseen.",
    )
    return text.format(runs=forecast.runs)


def convergence_text(estimate: Estimate) -> str:
    """Whether pre-copy catches up with the guest, and what happens if not; "" where no memory is copied."""
    if estimate.passes == 0 or estimate.convergence_ratio <= 0.0:
        return ""
    slowed = estimate.guest_slowdown >= _NOTICED
    if estimate.convergence_ratio < 1.0 and not slowed:
        text = QCoreApplication.translate(
            "Prediction", "Will converge: the guest dirties {share} of what is copied in the same time."
        )
    elif slowed:
        text = QCoreApplication.translate(
            "Prediction",
            "Converges by slowing the guest, by up to {slow}: at first it dirties {share} of what is copied in the "
            "same time.",
        )
    else:
        text = QCoreApplication.translate(
            "Prediction", "Does not converge by itself: the guest dirties {share} of what is copied in the same time."
        )
    return text.format(share=_percent(estimate.convergence_ratio), slow=_percent(estimate.guest_slowdown))


def _percent(share: float) -> str:
    return "< 1 %" if share < 0.01 else f"{round(share * 100)} %"
