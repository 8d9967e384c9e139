"""One knob: its name, its slider, and the field in which its value is typed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSlider, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.knobs.quantity_field import STEPS, QuantityField, place_of, value_at
from vmotion_gui.planning.tuning.knobs import Knob, KnobName

_TERMS: dict[KnobName, str] = {
    "dirtyRate": "dirty-page-rate",
    "workingSet": "working-set",
    "bandwidth": "bandwidth",
    "streams": "stream",
    "roundTrip": "rtt",
    "memory": "pre-copy",
    "switchoverGoal": "switchover-goal",
    "concurrency": "concurrency",
}


class KnobRow(QWidget):
    """A slider with its value.

    Signals:
        turned(float): the value is another one, perhaps on its way to the next.
        settled(): the user has let go.
    """

    turned = Signal(float)
    settled = Signal()

    def __init__(self, knob: Knob, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._knob = knob
        self.name = knob.name
        self.label = QLabel(self)
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, STEPS)
        steps = round(knob.most - knob.least) if knob.unit == "count" else 50
        self.slider.setSingleStep(max(1, STEPS // max(1, steps)))
        self.slider.setPageStep(STEPS // 10)
        self.field = QuantityField(knob.unit, self)
        self.label.setBuddy(self.field)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setVerticalSpacing(0)
        layout.addWidget(self.label, 0, 0)
        layout.addWidget(self.field, 0, 1, 2, 1)
        layout.addWidget(self.slider, 1, 0)
        layout.setColumnStretch(0, 1)
        self.slider.valueChanged.connect(self._slid)
        self.slider.sliderReleased.connect(self.settled)
        self.field.typed.connect(self._typed)
        self.show_knob(knob)

    @property
    def term(self) -> str:
        """What it is about, in the glossary."""
        return _TERMS[self.name]

    def set_texts(self, name: str, tip: str, why_not: str) -> None:
        """Its words; `why_not`: why it cannot be turned, or ""."""
        self.label.setText(name)
        least, most = (words.quantity(value, self._knob.unit) for value in (self._knob.least, self._knob.most))
        parts = [tip, f"{least} – {most}", why_not]
        self.setToolTip("<p>" + "</p><p>".join(part for part in parts if part) + "</p>")
        for widget in (self.slider, self.field):
            widget.setAccessibleName(name)
            widget.setAccessibleDescription(why_not or tip)

    def show_knob(self, knob: Knob) -> None:
        """Stand where the knob does; not while it is held."""
        self._knob = knob
        for widget in (self.label, self.slider, self.field):
            widget.setEnabled(knob.why_not is None)
        if not self.slider.isSliderDown():
            self._show(knob.value)

    def _show(self, value: float) -> None:
        self.slider.blockSignals(True)
        if value_at(self._knob, self.slider.value()) != value:
            self.slider.setValue(place_of(self._knob, value))
        self.slider.blockSignals(False)
        self.field.show_value(value)

    def _slid(self, place: int) -> None:
        value = value_at(self._knob, place)
        self.field.setModified(False)
        self.field.show_value(value)
        self.turned.emit(value)

    def _typed(self, value: float) -> None:
        value = min(max(value, self._knob.least), self._knob.most)
        self._show(value)
        self.turned.emit(value)
        self.settled.emit()
