"""A slider that plays a plan ahead."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QToolButton, QWidget

from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.maintenance.ahead import state_at
from vmotion_gui.planning.maintenance.plan import Plan

_STEPS = 1000
_FRAME_MS = 40
_PLAYS_S = 10.0
"""So long a plan takes to play, however long it is."""


class PlaySlider(QWidget):
    """Signals: moved(float): another moment of the plan, seconds after its start."""

    moved = Signal(float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan: Plan | None = None
        self.button = QToolButton(self)
        self.button.setCheckable(True)
        self.button.setText("▶")
        self.button.setToolTip(self.tr("Play the plan ahead"))
        self.button.setAccessibleName(self.tr("Play the plan ahead"))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _STEPS)
        self.slider.setSingleStep(_STEPS // 100)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setAccessibleName(self.tr("Moment of the plan"))
        self.told = QLabel(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._timer.timeout.connect(self._go_on)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.button)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.told)
        self.button.toggled.connect(self._play)
        self.slider.valueChanged.connect(self._tell)

    def show_plan(self, plan: Plan) -> None:
        """From the plan's beginning on."""
        self._plan = plan
        self.stop()
        self.setEnabled(bool(plan.moves))
        self.slider.setValue(0)
        self._tell()

    @property
    def time_s(self) -> float:
        """The moment, in seconds after the plan's start."""
        makespan_s = self._plan.makespan_s if self._plan is not None else 0.0
        return makespan_s * self.slider.value() / _STEPS

    def stop(self) -> None:
        """Play no more."""
        self.button.setChecked(False)

    def _play(self, on: bool) -> None:
        self.button.setText("⏸" if on else "▶")
        if not on:
            self._timer.stop()
            return
        if self.slider.value() >= _STEPS:
            self.slider.setValue(0)
        self._timer.start()

    def _go_on(self) -> None:
        self.slider.setValue(min(_STEPS, self.slider.value() + round(_STEPS * _FRAME_MS / 1000.0 / _PLAYS_S)))
        if self.slider.value() >= _STEPS:
            self.stop()

    def hideEvent(self, event: object) -> None:
        """Nobody sees it."""
        self.stop()

    def _tell(self) -> None:
        plan, time_s = self._plan, self.time_s
        moves = plan.moves if plan is not None else ()
        done = sum(state_at(move, time_s) == "completed" for move in moves)
        text = self.tr("{time} · {done} of {count} moved")
        self.told.setText(
            text.format(time=quantity(time_s, "seconds") if time_s else "0 s", done=done, count=len(moves))
        )
        self.slider.setAccessibleDescription(self.told.text())
        self.moved.emit(time_s)
