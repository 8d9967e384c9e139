"""The load of a host's vMotion NICs over time, one curve per direction."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pyqtgraph as pg
import PySide6.QtCore  # noqa: F401  # pyqtgraph binds to the Qt binding that is imported first
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmotion_gui.gui.migration.axes import QuantityAxis, TimeAxis
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import Samples


class NicCharts(QWidget):
    """Sent (solid) and received (dashed) bytes per second of each vMotion NIC of one host."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._widget = pg.PlotWidget(
            axisItems={"left": QuantityAxis("left", "bytes_per_s"), "bottom": TimeAxis("bottom")}
        )
        self._plot = self._widget.getPlotItem()
        self._plot.setMenuEnabled(False)
        self._plot.ctrlMenu.setParent(self, Qt.WindowType.Popup)  # pyqtgraph gives it no owner
        self._plot.hideButtons()
        self._plot.setMouseEnabled(x=True, y=False)
        self._plot.addLegend(offset=(-8, 4))
        self._curves: dict[str, pg.PlotDataItem] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._widget)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self._widget.setBackground(theme.background)
        self._plot.showGrid(x=True, y=True, alpha=0.15)
        for side in ("left", "bottom"):
            self._plot.getAxis(side).setPen(theme.border)
            self._plot.getAxis(side).setTextPen(theme.muted)
        self._plot.legend.setLabelTextColor(theme.text)
        self._clear()

    def _clear(self) -> None:
        for curve in self._curves.values():
            self._plot.removeItem(curve)
        self._curves = {}

    def show_nics(self, series: Mapping[str, tuple[Samples, ...]]) -> None:
        """Draw the NICs' series by device: (tx, rx)."""
        names = {device: (self.tr("{nic} sent"), self.tr("{nic} received")) for device in series}
        wanted = {text.format(nic=device) for device, texts in names.items() for text in texts}
        if set(self._curves) != wanted:
            self._clear()
        top = 1024.0
        for index, (device, directions) in enumerate(series.items()):
            for direction, samples in enumerate(directions[:2]):
                name = names[device][direction].format(nic=device)
                if name not in self._curves:
                    self._curves[name] = self._plot.plot(name=name, pen=self._pen(index, direction))
                self._curves[name].setData(samples.time_s, samples.copy_bytes_per_s)
                top = max(top, float(np.max(samples.copy_bytes_per_s, initial=0.0)))
        self._plot.setYRange(0.0, top * 1.18, padding=0.0)

    def _pen(self, index: int, direction: int) -> object:
        roles = ("info", "simulated", "dirty", "normal")
        style = Qt.PenStyle.DashLine if direction else Qt.PenStyle.SolidLine
        return pg.mkPen(self._theme.color(roles[index % len(roles)]), width=1, style=style)
