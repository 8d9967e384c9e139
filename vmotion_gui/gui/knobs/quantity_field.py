"""A field in which a quantity is typed with its unit, and how far along its scale a quantity is."""

from __future__ import annotations

import math
import re

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from vmotion_gui.gui import words
from vmotion_gui.planning.tuning.knobs import Knob

STEPS = 1000
_TYPED = re.compile(r"^\s*([0-9]+(?:[.,][0-9]+)?)\s*([a-zµ/]*)\s*$", re.IGNORECASE)
_BINARY = {name: 1024.0**power for power, name in enumerate(("b", "kb", "mb", "gb", "tb"))}
_DECIMAL = {f"{name}bit/s": 1000.0**power for power, name in enumerate(("", "k", "m", "g", "t"))}
_UNITS: dict[str, dict[str, float]] = {
    "bytes": {**_BINARY, **{name.replace("b", "ib"): factor for name, factor in _BINARY.items() if len(name) > 1}},
    "bytes_per_s": {f"{name}/s": factor for name, factor in _BINARY.items()},
    "bits_per_s": _DECIMAL,
    "seconds": {"ms": 0.001, "s": 1.0, "min": 60.0},
    "count": {"": 1.0},
}
_USUAL = {"bytes": "gb", "bytes_per_s": "mb/s", "bits_per_s": "gbit/s", "seconds": "ms", "count": ""}
_FLOOR = {"bytes_per_s": 1024.0**2, "bytes": 1024.0**2, "bits_per_s": 1e8, "seconds": 1e-4, "count": 1.0}


def parsed(text: str, unit: str) -> float | None:
    """A typed quantity in bytes, seconds …; None if it is none. Without a unit it counts in the usual one."""
    match = _TYPED.match(text)
    if match is None:
        return None
    factor = _UNITS[unit].get(match.group(2).lower() or _USUAL[unit])
    return None if factor is None else float(match.group(1).replace(",", ".")) * factor


def place_of(knob: Knob, value: float) -> int:
    """Where on its slider a value is, 0 to `STEPS`: equal ways are equal factors; counts go one by one."""
    if knob.unit == "count":
        return round((value - knob.least) / max(knob.most - knob.least, 1e-12) * STEPS)
    low = max(knob.least, _FLOOR[knob.unit])
    if value < low:
        return 0
    share = math.log(value / low) / math.log(knob.most / low) if knob.most > low else 1.0
    return min(STEPS, round(1 + share * (STEPS - 1)))


def value_at(knob: Knob, place: int) -> float:
    """The value at a place of the slider, in two digits."""
    if knob.unit == "count":
        return round(knob.least + (knob.most - knob.least) * place / STEPS)
    low = max(knob.least, _FLOOR[knob.unit])
    if place <= 0:
        return knob.least
    if place >= STEPS:
        return knob.most
    return min(max(_round(low * (knob.most / low) ** ((place - 1) / (STEPS - 1)), knob.unit), knob.least), knob.most)


def _round(value: float, unit: str) -> float:
    """Two digits of the number that is read."""
    base = 1024.0 if unit.startswith("bytes") else 1000.0
    scale = base ** math.floor(math.log(value, base))
    shown = value / scale
    digits = 1 - math.floor(math.log10(shown))
    return round(shown, digits) * scale


class QuantityField(QLineEdit):
    """Shows a quantity with its unit; what is typed and not understood is taken back.

    Signals:
        typed(float): the user typed another value.
    """

    typed = Signal(float)

    def __init__(self, unit: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._unit = unit
        self._value = 0.0
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(self.fontMetrics().horizontalAdvance("1.000 Gbit/s") + 18)
        self.editingFinished.connect(self._take)

    def show_value(self, value: float) -> None:
        """Show another value, unless somebody is typing."""
        self._value = value
        if not (self.hasFocus() and self.isModified()):
            self.setText(words.quantity(value, self._unit))
            self.setCursorPosition(0)

    def _take(self) -> None:
        if not self.isModified():
            return
        value = parsed(self.text(), self._unit)
        self.setModified(False)
        self.show_value(self._value)
        if value is not None:
            self.typed.emit(value)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.show_value(self._value)
        super().changeEvent(event)
