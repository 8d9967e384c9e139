"""Duration, downtime and data of a move in three neighbouring cells of a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTableWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.prediction.words import convergence_text, range_text, runs_text
from vmotion_gui.simulation.forecast import Forecast
from vmotion_gui.simulation.status import Estimate


def show_estimate(table: QTableWidget, row: int, column: int, estimate: Estimate) -> None:
    """Single figures, of the move alone; in column and the two after it."""
    texts = [
        words.quantity(estimate.duration_s, "seconds"),
        words.quantity(estimate.downtime_s, "seconds"),
        words.quantity(estimate.bytes, "bytes"),
    ]
    if not estimate.completes:
        texts = [QCoreApplication.translate("Prediction", "fails")] * len(texts)
    alone = QCoreApplication.translate("Prediction", "Simulated, as if this migration ran alone from now on.")
    _put(table, row, column, texts, " ".join(part for part in (alone, convergence_text(estimate)) if part))


def show_forecast(table: QTableWidget, row: int, column: int, forecast: Forecast) -> None:
    """Ranges, of all moves together, and in how many runs the move completes if not in all."""
    ranges = (forecast.duration_s, "seconds"), (forecast.downtime_s, "seconds"), (forecast.bytes, "bytes")
    fails = QCoreApplication.translate("Prediction", "fails")
    texts = [fails if range_ is None else range_text(range_, unit) for range_, unit in ranges]
    if 0 < forecast.completed < forecast.runs:
        some = QCoreApplication.translate("Prediction", "{range} (fails in {failed} of {runs} runs)")
        texts[0] = some.format(range=texts[0], failed=forecast.runs - forecast.completed, runs=forecast.runs)
    _put(table, row, column, texts, runs_text(forecast))


def _put(table: QTableWidget, row: int, column: int, texts: Sequence[str], tip: str) -> None:
    for place, text in enumerate(texts, start=column):
        item = table.item(row, place)
        assert item is not None, "every cell was filled"
        item.setText(text)
        item.setToolTip(tip)
