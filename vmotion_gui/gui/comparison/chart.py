"""One recorded migration under its simulated curve: what was left above, what had been sent below."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pyqtgraph as pg
import PySide6.QtCore  # noqa: F401  # pyqtgraph binds to the Qt binding that is imported first
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmotion_gui.gui.migration.axes import QuantityAxis, TimeAxis
from vmotion_gui.gui.migration.legend import ChartLegend
from vmotion_gui.gui.theme import Theme
from vmotion_gui.importers.comparison import Curve, Overlay

_LEFT_AXIS_WIDTH = 78


class ComparisonChart(QWidget):
    """Two plots with linked time axes; measured as dots, simulated as a line."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plots = pg.GraphicsLayoutWidget(self)
        self._left, self._sent = (self._plot(row) for row in (0, 1))
        self._left.setXLink(self._sent)
        self._left.getAxis("bottom").setStyle(showValues=False)
        self._measured = [self._dots(plot, theme) for plot in (self._left, self._sent)]
        self._simulated = [self._line(plot, theme) for plot in (self._left, self._sent)]
        self._theme = theme
        self._legend = ChartLegend(self)
        self._dress()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._legend)
        layout.addWidget(self._plots, 1)

    def _plot(self, row: int) -> pg.PlotItem:
        axes = {"left": QuantityAxis("left", "bytes"), "bottom": TimeAxis("bottom")}
        plot = self._plots.addPlot(row, 0, axisItems=axes)
        plot.setMenuEnabled(False)
        plot.ctrlMenu.setParent(self, Qt.WindowType.Popup)  # pyqtgraph gives it no owner
        plot.hideButtons()
        plot.setMouseEnabled(x=True, y=False)
        plot.getAxis("left").setWidth(_LEFT_AXIS_WIDTH)
        plot.setLimits(xMin=0.0, yMin=0.0)
        return plot

    def _dots(self, plot: pg.PlotItem, theme: Theme) -> pg.PlotDataItem:
        color = theme.color("dirty")
        return plot.plot(pen=None, symbol="o", symbolSize=5, symbolPen=None, symbolBrush=color)

    def _line(self, plot: pg.PlotItem, theme: Theme) -> pg.PlotDataItem:
        return plot.plot(pen=pg.mkPen(theme.color("info"), width=2))

    def _dress(self) -> None:
        theme = self._theme
        self._plots.setBackground(theme.background)
        for plot in (self._left, self._sent):
            for side in ("left", "bottom"):
                plot.getAxis(side).setPen(theme.border)
                plot.getAxis(side).setTextPen(theme.muted)
            plot.showGrid(x=True, y=True, alpha=0.12 if not theme.dark else 0.2)
        self._left.setTitle(self.tr("Left to send, as the hypervisor knows it"), color=theme.text, size="10pt")
        self._sent.setTitle(self.tr("Sent"), color=theme.text, size="10pt")
        solid, dots = Qt.PenStyle.SolidLine, Qt.PenStyle.DotLine
        self._legend.show_series(
            [
                (self.tr("Measured"), self._measured[0], theme.color("dirty"), dots),
                (self.tr("Simulated"), self._simulated[0], theme.color("info"), solid),
            ]
        )
        for button, curve in zip(self._legend.buttons, (self._measured[1], self._simulated[1]), strict=True):
            button.toggled.connect(curve.setVisible)
        self.setAccessibleName(self.tr("Measured and simulated migration"))

    def show_overlay(self, overlay: Overlay) -> None:
        """Draw another migration."""
        self._draw(overlay.measured, self._measured)
        self._draw(overlay.simulated, self._simulated)
        curves = [curve for curve in (overlay.measured, overlay.simulated) if curve is not None and curve.time_s]
        end_s = max((curve.time_s[-1] for curve in curves), default=1.0)
        tops = (
            max((max(curve.believed_bytes) for curve in curves), default=1.0),
            max((max(curve.sent_bytes) for curve in curves), default=1.0),
        )
        for plot, top in zip((self._left, self._sent), tops, strict=True):
            plot.setXRange(0.0, end_s, padding=0.02)
            plot.setYRange(0.0, top, padding=0.05)

    def _draw(self, curve: Curve | None, items: list[pg.PlotDataItem]) -> None:
        amounts: tuple[Callable[[Curve], tuple[float, ...]], ...] = (
            lambda drawn: drawn.believed_bytes,
            lambda drawn: drawn.sent_bytes,
        )
        for item, amount in zip(items, amounts, strict=True):
            if curve is None:
                item.setData([], [])
            else:
                item.setData(np.array(curve.time_s), np.array(amount(curve)))

    def drawn(self) -> tuple[int, int]:
        """How many points are drawn: measured, simulated."""
        counts = [0 if item.xData is None else len(item.xData) for item in (self._measured[0], self._simulated[0])]
        return counts[0], counts[1]
