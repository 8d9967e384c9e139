"""The live charts of one migration: rates above, what remains and how the guest is slowed below, over one time axis."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

import numpy as np
import pyqtgraph as pg
import PySide6.QtCore  # noqa: F401  # pyqtgraph binds to the Qt binding that is imported first
from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.migration.axes import PercentAxis, QuantityAxis, TimeAxis
from vmotion_gui.gui.migration.legend import ChartLegend
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import MigrationStatus, PassRecord, Samples

MAX_PASS_LINES = 40
LEAST_SHOWN = 64.0 * 1024**2
"""Bytes, or bytes per second, that the axes reach at least, so that an empty chart does not show crumbs."""
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine, Qt.PenStyle.DashDotLine)
_BELOW = [(0, 0), (1, 0)]
"""Labels of marks hang from their point, right or left of the mark, so that a low chart does not cut them off."""
_LABEL_PX = 20.0
_LEFT_AXIS_WIDTH = 78
_RIGHT_AXIS_WIDTH = 46
_WIDEST_LEFT, _WIDEST_RIGHT = "1,000 MB/s", "100 %"
_TICK_ROOM_PX = 14
_FIELDS = ("copy_bytes_per_s", "dirty_bytes_per_s", "disk_copy_bytes_per_s", "remaining_bytes", "guest_slowdown")


class MigrationCharts(QWidget):
    """Two plots with linked time axes, pass boundaries, the switchover, and a crosshair that reads all series."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._samples: Samples | None = None
        self._theme = theme
        self._marks: list[pg.InfiniteLine] = []
        self._marked: tuple[float, ...] = ()
        self._plots = pg.GraphicsLayoutWidget(self)
        self._rates = self._plots.addPlot(
            0, 0, axisItems={"left": QuantityAxis("left", "bytes_per_s"), "bottom": TimeAxis("bottom")}
        )
        self._amounts = self._plots.addPlot(
            1, 0, axisItems={"left": QuantityAxis("left", "bytes"), "bottom": TimeAxis("bottom")}
        )
        self._amounts.setXLink(self._rates)
        self._slowdown_view = self._second_axis()
        self._make_curves()
        self._crosshair = [self._line(plot) for plot in (self._rates, self._amounts)]
        self._legend = ChartLegend(self)
        self._reading = QLabel(self)
        self._reading.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._legend)
        layout.addWidget(self._plots, 1)
        layout.addWidget(self._reading)
        self._plots.scene().sigMouseMoved.connect(self._read)
        self._plots.viewport().installEventFilter(self)
        self._fit_axes()
        self.set_theme(theme)

    # --- making -------------------------------------------------------------------------------------------------------

    def _make_curves(self) -> None:
        for plot in (self._rates, self._amounts):
            plot.setMenuEnabled(False)
            plot.ctrlMenu.setParent(self, Qt.WindowType.Popup)  # pyqtgraph gives it no owner
            plot.hideButtons()
            plot.setMouseEnabled(x=True, y=False)
            plot.enableAutoRange(x=False, y=False)
            plot.setDownsampling(auto=True, mode="peak")
            plot.setClipToView(True)
        self._rates.getAxis("bottom").setStyle(showValues=False)
        self._rates.showAxis("right")
        self._rates.getAxis("right").setStyle(showValues=False, tickLength=0)
        self._copy = self._rates.plot()
        self._dirty = self._rates.plot()
        self._disk = self._rates.plot()
        self._remaining = self._amounts.plot()
        self._slowdown = pg.PlotCurveItem()
        self._slowdown_view.addItem(self._slowdown)
        self._rates.getViewBox().sigXRangeChanged.connect(self._keep_right_edge)
        self._rates.getViewBox().sigXRangeChanged.connect(self._space_labels)
        self._rates.getViewBox().sigResized.connect(self._space_labels)
        self._follow = True

    def _second_axis(self) -> pg.ViewBox:
        axis = PercentAxis("right")
        self._amounts.layout.addItem(axis, 2, 3)
        view = pg.ViewBox(enableMenu=False)
        self._amounts.scene().addItem(view)
        axis.linkToView(view)
        view.setXLink(self._amounts)
        view.setYRange(0.0, 1.0, padding=0.04)
        view.setMouseEnabled(x=False, y=False)
        self._amounts.getViewBox().sigResized.connect(self._place_second_view)
        self._right_axis = axis
        return view

    def _place_second_view(self) -> None:
        self._slowdown_view.setGeometry(self._amounts.getViewBox().sceneBoundingRect())

    def _line(self, plot: pg.PlotItem) -> pg.InfiniteLine:
        line = pg.InfiniteLine(angle=90, movable=False)
        line.hide()
        plot.addItem(line, ignoreBounds=True)
        return line

    # --- appearance ---------------------------------------------------------------------------------------------------

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self._theme = theme
        self._plots.setBackground(theme.background)
        for plot in (self._rates, self._amounts):
            for side in ("left", "bottom", "right"):
                plot.getAxis(side).setPen(theme.border)
                plot.getAxis(side).setTextPen(theme.muted)
            plot.showGrid(x=True, y=True, alpha=0.12 if not theme.dark else 0.2)
        self._right_axis.setPen(theme.border)
        self._right_axis.setTextPen(theme.muted)
        for curve, color, dash in self._styles():
            curve.setPen(pg.mkPen(color, width=1, style=dash))
        for line in self._crosshair:
            line.setPen(pg.mkPen(theme.muted, style=Qt.PenStyle.DotLine))
        self._remaining.setFillLevel(0.0)
        self._remaining.setBrush(theme.color("info", 40))
        self._retranslate()

    def _styles(self) -> Sequence[tuple[pg.PlotDataItem, QColor, Qt.PenStyle]]:
        theme = self._theme
        return (
            (self._copy, theme.color("info"), _DASHES[0]),
            (self._dirty, theme.color("dirty"), _DASHES[1]),
            (self._disk, theme.color("simulated"), _DASHES[2]),
            (self._remaining, theme.color("info"), _DASHES[0]),
            (self._slowdown, theme.color("alert"), _DASHES[3]),
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        elif event.type() is QEvent.Type.FontChange:
            self._fit_axes()
        super().changeEvent(event)

    def _fit_axes(self) -> None:
        """Labels that are wider than their axis would not be drawn at all; both plots begin and end at one line."""
        metrics = self.fontMetrics()
        left = max(_LEFT_AXIS_WIDTH, metrics.horizontalAdvance(_WIDEST_LEFT) + _TICK_ROOM_PX)
        right = max(_RIGHT_AXIS_WIDTH, metrics.horizontalAdvance(_WIDEST_RIGHT) + _TICK_ROOM_PX)
        for plot in (self._rates, self._amounts):
            plot.getAxis("left").setWidth(left)
        for axis in (self._rates.getAxis("right"), self._right_axis):
            axis.setWidth(right)
        self._reading.setFixedHeight(metrics.height() + 2)

    def series_names(self) -> Mapping[str, str]:
        """The series by their field in `Samples`, in the window's words."""
        return {
            "copy_bytes_per_s": self.tr("Copy bandwidth"),
            "dirty_bytes_per_s": self.tr("Dirty-page rate"),
            "disk_copy_bytes_per_s": self.tr("Disk copy"),
            "remaining_bytes": self.tr("Remaining memory"),
            "guest_slowdown": self.tr("Guest slow-down"),
        }

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Charts of the migration"))
        self._plots.setAccessibleName(self.accessibleName())
        names = self.series_names()
        entries = zip(_FIELDS, self._styles(), strict=True)
        short = (self.tr("Copy"), self.tr("Dirty pages"), self.tr("Disk"), self.tr("Remaining"), self.tr("Slow-down"))
        self._legend.show_series([(names[field], curve, color, dash) for field, (curve, color, dash) in entries], short)
        self._plots.setToolTip(self.tr("Simulated time from left to right; wheel: zoom, double click: everything"))

    def legend_buttons(self) -> tuple[QToolButton, ...]:
        """The switches of the series, in the order of the legend."""
        return self._legend.buttons

    def is_drawn(self, field: str) -> bool:
        """Whether a series, by its field in `Samples`, is switched on."""
        curve = dict(zip(_FIELDS, (curve for curve, _, _ in self._styles()), strict=True))[field]
        return bool(curve.isVisible())

    def span_rect(self, begin_s: float, end_s: float) -> QRect:
        """The part of the plots between two times, here."""
        box = self._rates.getViewBox()
        port = self._plots.viewport()
        xs = [self._plots.mapFromScene(box.mapViewToScene(QPointF(at_s, 0.0))).x() for at_s in (begin_s, end_s)]
        top = port.mapTo(self, QPoint(0, 0))
        return QRect(top.x() + xs[0], top.y(), xs[1] - xs[0], port.height())

    # --- data ---------------------------------------------------------------------------------------------------------

    @property
    def samples(self) -> Samples | None:
        """What the charts show."""
        return self._samples

    def show_samples(self, samples: Samples | None, status: MigrationStatus | None) -> None:
        """Draw a migration's series and mark its passes; None empties the charts."""
        self._samples = samples
        if samples is None or status is None or not len(samples.time_s):
            for curve, _, _ in self._styles():
                curve.setData([], [])
            self._mark(())
            return
        time_s = samples.time_s
        self._copy.setData(time_s, samples.copy_bytes_per_s)
        self._dirty.setData(time_s, samples.dirty_bytes_per_s)
        self._disk.setData(time_s, samples.disk_copy_bytes_per_s)
        self._remaining.setData(time_s, samples.remaining_bytes)
        self._slowdown.setData(time_s, samples.guest_slowdown)
        self.legend_buttons()[2].setVisible(bool(samples.disk_copy_bytes_per_s.any()))
        self._legend.fit()
        self._set_ranges(samples)
        self._mark(status.passes)

    def _set_ranges(self, samples: Samples) -> None:
        rates = (samples.copy_bytes_per_s, samples.dirty_bytes_per_s, samples.disk_copy_bytes_per_s)
        top = max((float(np.max(series, initial=0.0)) for series in rates), default=0.0)
        self._rates.setYRange(0.0, max(top, LEAST_SHOWN) * 1.18, padding=0.0)
        most = float(np.max(samples.remaining_bytes, initial=0.0))
        self._amounts.setYRange(0.0, max(most, LEAST_SHOWN) * 1.18, padding=0.0)
        if self._follow:
            self._show_all()

    def _show_all(self) -> None:
        if self._samples is None or not len(self._samples.time_s):
            return
        first, last = float(self._samples.time_s[0]), float(self._samples.time_s[-1])
        self._follow = True
        self._rates.getViewBox().setXRange(first, max(last, first + 0.5), padding=0.02)
        self._follow = True

    def _keep_right_edge(self) -> None:
        if self._samples is None or not len(self._samples.time_s):
            return
        left, right = self._rates.getViewBox().viewRange()[0]
        first, last = float(self._samples.time_s[0]), float(self._samples.time_s[-1])
        self._follow = left <= first and right >= last

    def _mark(self, passes: Sequence[PassRecord]) -> None:
        starts = tuple(record.start_s for record in passes[-MAX_PASS_LINES:])
        if starts == self._marked:
            return
        self._marked = starts
        for line in self._marks:
            line.getViewBox().removeItem(line)
        self._marks = []
        for record in passes[-MAX_PASS_LINES:]:
            switchover = record.stop_and_copy
            label = self.tr("Switchover") if switchover else str(record.index + 1)
            color = self._theme.color("alert" if switchover else "muted", 255 if switchover else 130)
            for plot, text in ((self._rates, label), (self._amounts, None)):
                line = pg.InfiniteLine(
                    record.start_s,
                    angle=90,
                    pen=pg.mkPen(color, style=_DASHES[0 if switchover else 2]),
                    label=text,
                    labelOpts={
                        "position": 0.7 if switchover else 0.99,
                        "anchors": _BELOW,
                        "color": self._theme.text,
                        "movable": False,
                    },
                )
                plot.addItem(line, ignoreBounds=True)
                self._marks.append(line)
        self._space_labels()

    def _space_labels(self, *_: object) -> None:
        """Of passes that stand too close, the first is numbered."""
        (left, right), width = self._rates.getViewBox().viewRange()[0], self._rates.getViewBox().width()
        free_s = -math.inf
        for line in self._marks:
            if not hasattr(line, "label"):
                continue
            number = line.label.format.isdecimal()
            line.label.setVisible(not number or line.value() >= free_s)
            if number and line.value() >= free_s:
                free_s = line.value() + _LABEL_PX * (right - left) / max(width, 1.0)

    # --- reading ------------------------------------------------------------------------------------------------------

    def _read(self, position: QPointF) -> None:
        samples = self._samples
        inside = any(plot.sceneBoundingRect().contains(position) for plot in (self._rates, self._amounts))
        if samples is None or not len(samples.time_s) or not inside:
            self._hide_crosshair()
            return
        at = self._rates.getViewBox().mapSceneToView(position).x()
        index = int(np.clip(np.searchsorted(samples.time_s, at), 0, len(samples.time_s) - 1))
        for line in self._crosshair:
            line.setPos(float(samples.time_s[index]))
            line.show()
        self._reading.setText(self.reading(index))

    def reading(self, index: int) -> str:
        """All series at one sample, in words."""
        samples = self._samples
        assert samples is not None
        names = self.series_names()
        parts = [f"{samples.time_s[index]:.3f} s"]
        for field in ("copy_bytes_per_s", "dirty_bytes_per_s", "disk_copy_bytes_per_s"):
            value = float(getattr(samples, field)[index])
            if value or field != "disk_copy_bytes_per_s":
                parts.append(f"{names[field]} {words.quantity(value, 'bytes_per_s')}")
        parts.append(f"{names['remaining_bytes']} {words.quantity(float(samples.remaining_bytes[index]), 'bytes')}")
        parts.append(f"{names['guest_slowdown']} {samples.guest_slowdown[index] * 100:.0f} %")
        return " · ".join(parts)

    def _hide_crosshair(self) -> None:
        for line in self._crosshair:
            line.hide()
        self._reading.clear()

    def leaveEvent(self, event: QEvent) -> None:
        self._hide_crosshair()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Double click on the plots shows everything again."""
        if event.type() is QEvent.Type.MouseButtonDblClick:
            self._show_all()
            return True
        return False
