"""Several runs of one migration over one time axis, each with its own colour and dash."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pyqtgraph as pg
import PySide6.QtCore  # noqa: F401  # pyqtgraph binds to the Qt binding that is imported first
from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vmotion_gui.gui.migration.axes import PercentAxis, QuantityAxis, TimeAxis
from vmotion_gui.gui.migration.legend import ChartLegend
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import FloatArray, Samples

_LEFT_AXIS_WIDTH = 70
_ROLES = ("info", "dirty", "simulated", "alert")
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DashDotLine, Qt.PenStyle.DotLine)
_LEAST_SHOWN = {"bytes": 64.0 * 1024**2, "bytes_per_s": 64.0 * 1024**2, "share": 1.0}
_UNITS = {
    "remaining_bytes": "bytes",
    "copy_bytes_per_s": "bytes_per_s",
    "dirty_bytes_per_s": "bytes_per_s",
    "guest_slowdown": "share",
}
MOST_RUNS = len(_ROLES)


@dataclass(frozen=True)
class Run:
    """One curve: what it is called, its series, and the moment that is its time 0."""

    name: str
    samples: Samples | None
    start_s: float = 0.0


class RunsChart(QWidget):
    """One plot for each field of `Samples`, one above the other, with linked time axes, which fit the runs that are not
    switched off in the legend.

    Signals:
        chosen(): other runs are switched off.
    """

    chosen = Signal()

    def __init__(self, theme: Theme, fields: Sequence[str], parent: QWidget | None = None) -> None:
        """`fields`: of `Samples`, from the top."""
        super().__init__(parent)
        self._theme = theme
        self._fields = tuple(fields)
        self._runs: tuple[Run, ...] = ()
        self._until_s: float | None = None
        self._most_s: float | None = None
        self._plots = pg.GraphicsLayoutWidget(self)
        self._rows = [self._plot(row, field) for row, field in enumerate(self._fields)]
        for plot in self._rows[:-1]:
            plot.setXLink(self._rows[-1])
            plot.getAxis("bottom").setStyle(showValues=False)
        self._curves = [[plot.plot() for plot in self._rows] for _ in range(MOST_RUNS)]
        self._cursors = [self._cursor(plot) for plot in self._rows]
        self._legend = ChartLegend(self)
        self._title = QLabel(self)
        self._title.setVisible(len(self._fields) == 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._title)
        layout.addWidget(self._legend)
        layout.addWidget(self._plots, 1)
        self.set_theme(theme)

    def _plot(self, row: int, field: str) -> pg.PlotItem:
        unit = _UNITS[field]
        left = PercentAxis("left") if unit == "share" else QuantityAxis("left", unit)
        plot = self._plots.addPlot(row, 0, axisItems={"left": left, "bottom": TimeAxis("bottom")})
        plot.setMenuEnabled(False)
        plot.ctrlMenu.setParent(self, Qt.WindowType.Popup)  # pyqtgraph gives it no owner
        plot.hideButtons()
        plot.setMouseEnabled(x=False, y=False)
        plot.enableAutoRange(x=False, y=False)
        plot.setDownsampling(auto=True, mode="peak")
        left.setWidth(_LEFT_AXIS_WIDTH)
        return plot

    def _cursor(self, plot: pg.PlotItem) -> pg.InfiniteLine:
        line = pg.InfiniteLine(angle=90, movable=False)
        line.hide()
        plot.addItem(line, ignoreBounds=True)
        return line

    # --- looks ----------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._plots.setBackground(theme.background)
        for plot in self._rows:
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(theme.border)
                plot.getAxis(side).setTextPen(theme.muted)
            plot.showGrid(x=True, y=True, alpha=0.12 if not theme.dark else 0.2)
        for number, curves in enumerate(self._curves):
            for curve in curves:
                curve.setPen(pg.mkPen(self.colour(number), width=2, style=_DASHES[number]))
        for line in self._cursors:
            line.setPen(pg.mkPen(theme.muted, style=Qt.PenStyle.DotLine))
        self._retitle()

    def colour(self, number: int) -> QColor:
        """The colour of a run, from 0 on."""
        return self._theme.color(_ROLES[number])

    @staticmethod
    def dash(number: int) -> Qt.PenStyle:
        """The dash of a run, from 0 on."""
        return _DASHES[number]

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retitle()
        super().changeEvent(event)

    def _retitle(self) -> None:
        names = {
            "remaining_bytes": self.tr("Remaining memory"),
            "copy_bytes_per_s": self.tr("Copy bandwidth"),
            "dirty_bytes_per_s": self.tr("Dirty-page rate"),
            "guest_slowdown": self.tr("Guest slow-down"),
        }
        self._title.setText(names[self._fields[0]])
        for plot, field in zip(self._rows, self._fields, strict=True) if len(self._rows) > 1 else ():
            plot.setTitle(names[field], color=self._theme.text, size="9pt")
        self.setAccessibleName(self.tr("Runs of the migration over each other"))
        self._plots.setAccessibleName(self.accessibleName())
        self._show_legend()

    def _show_legend(self) -> None:
        series = [(run.name, self._curves[n][0], self.colour(n), _DASHES[n]) for n, run in enumerate(self._runs)]
        while len(self._legend.buttons) > len(series):
            self._legend.take_last()
        known = len(self._legend.buttons)
        self._legend.show_series(series)
        for number, button in enumerate(self._legend.buttons[known:], start=known):
            for curve in self._curves[number][1:]:
                button.toggled.connect(curve.setVisible)
            button.toggled.connect(self._switched)
        tip = self.tr("{name}: a click hides it or shows it again; the axes fit what is shown")
        for button, (name, *_) in zip(self._legend.buttons, series, strict=True):
            button.setToolTip(tip.format(name=name))

    def _switched(self) -> None:
        self._set_ranges()
        self.chosen.emit()

    @property
    def legend(self) -> ChartLegend:
        """The switches of the runs, in their order."""
        return self._legend

    @property
    def shown(self) -> tuple[bool, ...]:
        """Of each run, in their order, whether it is not switched off."""
        buttons = self._legend.buttons
        return tuple(n >= len(buttons) or buttons[n].isChecked() for n in range(len(self._runs)))

    # --- data -----------------------------------------------------------------------------------------------

    def show_runs(self, runs: Sequence[Run], until_s: float | None = None, most_s: float | None = None) -> None:
        """Draw these, at most `MOST_RUNS`; `until_s`: only what was by then; `most_s`: where the axis ends; both in
        seconds after each run's start."""
        renamed = [run.name for run in runs] != [run.name for run in self._runs]
        self._runs, self._until_s = tuple(runs[:MOST_RUNS]), until_s
        for number, curves in enumerate(self._curves):
            run = self._runs[number] if number < len(self._runs) else None
            for curve, field in zip(curves, self._fields, strict=True):
                curve.setData(*self._points(run, field))
        self.mark(until_s)
        self._most_s = most_s
        if renamed:
            self._show_legend()
            for button in self._legend.buttons:
                button.setChecked(True)
        self._set_ranges()

    def mark(self, time_s: float | None) -> None:
        """A line at a moment, seconds after each run's start; None: no line."""
        for line in self._cursors:
            line.setVisible(time_s is not None)
            line.setPos(time_s or 0.0)

    def _points(self, run: Run | None, field: str) -> tuple[FloatArray, FloatArray]:
        if run is None or run.samples is None:
            return np.empty(0), np.empty(0)
        times, values = run.samples.time_s - run.start_s, getattr(run.samples, field)
        if self._until_s is None:
            return times, values
        count = int(np.searchsorted(times, self._until_s, side="right"))
        return times[:count], values[:count]

    def _set_ranges(self) -> None:
        wanted = [run for run, on in zip(self._runs, self.shown, strict=True) if on]
        shown = [run for run in wanted if run.samples is not None and len(run.samples.time_s)]
        ends = [float(run.samples.time_s[-1]) - run.start_s for run in shown if run.samples is not None]
        self._rows[-1].setXRange(0.0, self._most_s or max([*ends, 0.5]), padding=0.02)
        for plot, field in zip(self._rows, self._fields, strict=True):
            tops = [float(np.max(getattr(run.samples, field), initial=0.0)) for run in shown]
            top = 1.0 if _UNITS[field] == "share" else max([*tops, _LEAST_SHOWN[_UNITS[field]]])
            plot.setYRange(0.0, top * 1.08, padding=0.0)

    def drawn(self) -> tuple[int, ...]:
        """How many points each run's first curve has."""
        return tuple(len(self._points(run, self._fields[0])[0]) for run in self._runs)
