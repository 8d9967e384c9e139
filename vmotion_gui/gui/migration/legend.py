"""A chart's legend beside the plots: a switch per series, with its colour and dash."""

from __future__ import annotations

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

_SAMPLE = QSize(18, 12)
_MARGINS_PX = 8
"""Of both sides together."""


class ChartLegend(QWidget):
    """Buttons that name the series and hide or show them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(_MARGINS_PX // 2, 0, _MARGINS_PX // 2, 0)
        self._layout.setSpacing(0)
        self._layout.addStretch(1)
        self._buttons: list[QToolButton] = []
        self._names: list[tuple[str, str]] = []
        """In full, and short."""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def buttons(self) -> tuple[QToolButton, ...]:
        """The switches, in order."""
        return tuple(self._buttons)

    def show_series(
        self, series: Sequence[tuple[str, pg.PlotDataItem, QColor, Qt.PenStyle]], short: Sequence[str] = ()
    ) -> None:
        """One switch for each (name, curve, colour, dash); switched-off series stay off. `short`: the names where there
        is little room."""
        while len(self._buttons) < len(series):
            self._add_button(series[len(self._buttons)][1])
        names = [name for name, *_ in series]
        self._names = list(zip(names, short or names, strict=True))
        for button, (name, _, color, dash) in zip(self._buttons, series, strict=True):
            button.setText(name)
            button.setToolTip(name)
            button.setAccessibleName(name)
            button.setIcon(_sample(color, dash, self.devicePixelRatioF()))

        self.fit()

    def fit(self) -> None:
        """Full names where they all have room, else the short ones."""
        shown = [place for place, button in enumerate(self._buttons) if not button.isHidden()]
        for length in (0, 1):
            for button, names in zip(self._buttons, self._names, strict=True):
                button.setText(names[length])
            if sum(self._buttons[place].sizeHint().width() for place in shown) <= self.width() - _MARGINS_PX:
                break

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def take_last(self) -> None:
        """One series less."""
        self._names.pop()
        button = self._buttons.pop()
        self._layout.removeWidget(button)
        button.deleteLater()

    def _add_button(self, curve: pg.PlotDataItem) -> None:
        button = QToolButton(self)
        button.setStyleSheet(
            "QToolButton { border: none; padding: 1px 3px; background: transparent; color: palette(text); }"
            "QToolButton:checked { background: transparent; }"
            "QToolButton:!checked { color: palette(mid); }"
        )
        button.setCheckable(True)
        button.setChecked(True)
        button.setIconSize(_SAMPLE)
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        button.toggled.connect(curve.setVisible)
        self._layout.insertWidget(len(self._buttons), button)
        self._buttons.append(button)


def _sample(color: QColor, dash: Qt.PenStyle, ratio: float) -> QIcon:
    pixmap = QPixmap(_SAMPLE * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(QPen(color, 2, dash))
    painter.drawLine(1, _SAMPLE.height() // 2, _SAMPLE.width() - 1, _SAMPLE.height() // 2)
    painter.end()
    return QIcon(pixmap)
