"""Recorded migrations over simulated ones: a list of cases, their figures, and the curves of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QSplitter,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui import words
from vmotion_gui.gui.comparison.chart import ComparisonChart
from vmotion_gui.gui.context import Context
from vmotion_gui.importers.comparison import Comparison, Overlay, Spread, summarised

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class ComparisonDialog(QDialog):
    """Shows what `compare` computes, with the curves.

    Signals: others_wanted(): somebody has recordings of their own.
    """

    others_wanted = Signal()

    def __init__(self, overlays: Sequence[Overlay], context: Context, parent: QWidget | None = None) -> None:
        """`overlays`: at least one."""
        super().__init__(parent)
        self._overlays = overlays
        self._context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Measured and simulated"))
        self.resize(1000, 680)
        self.head = QLabel(self._headline(), self)
        self.head.setWordWrap(True)
        self.table = QTableWidget(self)
        self.chart = ComparisonChart(context.themes.theme, self)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.chart)
        split.setStretchFactor(1, 1)
        split.setSizes([200, 420])
        close = QDialogButtonBox(self)
        self.others = close.addButton(self.tr("&Other recordings…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.others.clicked.connect(self.others_wanted)
        close.addButton(self.tr("&Close"), QDialogButtonBox.ButtonRole.RejectRole)
        close.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addWidget(split, 1)
        layout.addWidget(close)
        self._fill()

    # --- figures ------------------------------------------------------------------------------------------

    def _headline(self) -> str:
        summary = summarised([overlay.comparison for overlay in self._overlays])
        text = self.tr("{right} of {total} outcomes agree.")
        lines = [text.format(right=summary.outcomes_right, total=summary.migrations)]
        if (spread := summary.total_error) is not None:
            lines.append(self.tr("Total time off by {errors}.").format(errors=self._errors(spread)))
        if (spread := summary.sent_error) is not None:
            lines.append(self.tr("Bytes off by {errors}.").format(errors=self._errors(spread)))
        return " ".join(lines)

    def _errors(self, spread: Spread) -> str:
        if spread.count == 1:
            return self._percent(spread.median)
        text = self.tr("{median} at the median, {p90} at the 90th percentile")
        return text.format(median=self._percent(spread.median), p90=self._percent(spread.p90))

    def _percent(self, share: float) -> str:
        return f"{QLocale().toString(share * 100.0, 'f', 2)} %"

    def _fill(self) -> None:
        titles = (
            self.tr("Case"),
            self.tr("Outcome"),
            self.tr("Measured"),
            self.tr("Simulated"),
            self.tr("Time off"),
            self.tr("Downtime"),
            self.tr("Downtime off"),
            self.tr("Bytes off"),
        )
        table = self.table
        table.setColumnCount(len(titles))
        table.setHorizontalHeaderLabels(titles)
        table.setRowCount(len(self._overlays))
        table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        table.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        table.verticalHeader().hide()
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        table.setAccessibleName(self.tr("Recorded migrations"))
        for row, overlay in enumerate(self._overlays):
            self._fill_row(row, overlay.comparison)
        table.currentCellChanged.connect(lambda row, *_: self._show(row))
        table.setCurrentCell(0, 0)

    def _fill_row(self, row: int, comparison: Comparison) -> None:
        measured, simulated = comparison.measured, comparison.simulated
        stun, off = measured.downtime_s, comparison.downtime_error_s
        cells = (
            comparison.case,
            self._outcome(comparison),
            f"{QLocale().toString(measured.total_s, 'f', 3)} s",
            f"{QLocale().toString(simulated.total_s, 'f', 3)} s",
            self._percent(comparison.total_error),
            "–" if stun is None else words.quantity(stun, "seconds"),
            "–" if off is None else f"{QLocale().toString(off * 1000.0, 'f', 0)} ms",
            self._percent(comparison.sent_error),
        )
        for column, text in enumerate(cells):
            item = QTableWidgetItem(text)
            if column > 1:
                item.setTextAlignment(_RIGHT)
            if column == 6 and comparison.uncapped_last_stage and off is not None:
                item.setToolTip(self.tr("The last stage went as fast as the machine could, which no model knows"))
            if not comparison.outcome_agrees:
                item.setForeground(QBrush(self._context.themes.theme.color("alert")))
            self.table.setItem(row, column, item)

    def _outcome(self, comparison: Comparison) -> str:
        names = {
            "completed": self.tr("completed"),
            "failed": self.tr("failed"),
            "cancelled": self.tr("cancelled"),
        }
        measured, simulated = (names[figures.outcome] for figures in (comparison.measured, comparison.simulated))
        return measured if comparison.outcome_agrees else f"{measured} / {simulated}"

    # --- curves -------------------------------------------------------------------------------------------

    def _show(self, row: int) -> None:
        if 0 <= row < len(self._overlays):
            self.chart.show_overlay(self._overlays[row])
