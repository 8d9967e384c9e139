"""Fields for numbers: whole ones, and quantities that are typed with the unit in which people think of them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QSpinBox, QWidget

from vmotion_gui.gui.editor.field_editor import FieldEditor, guarded
from vmotion_gui.inventory.editing.fields import FormField, Shape, Unit

_WIDTH = 150
_BINARY = ("B", "KB", "MB", "GB", "TB", "PB")
_MOST_DIGITS = 6
_USUAL = {"B": 3, "B/s": 2, "bit/s": 3, "ms": 1}
"""Smallest unit -> which of the units is offered where there is no number yet: GB, MB/s, Gbit/s, seconds."""


def units(unit: Unit) -> list[tuple[str, float]]:
    """Names and factors of the units in which a quantity can be typed."""
    pages = QCoreApplication.translate("Editor", "pages/s")
    minutes, hours = QCoreApplication.translate("Editor", "min"), QCoreApplication.translate("Editor", "h")
    table: dict[Unit, list[tuple[str, float]]] = {
        Unit.PLAIN: [("", 1.0)],
        Unit.BYTES: [(name, 1024.0**power) for power, name in enumerate(_BINARY)],
        Unit.BYTES_PER_S: [(f"{name}/s", 1024.0**power) for power, name in enumerate(_BINARY[:4])],
        Unit.BITS_PER_S: [(f"{name}bit/s", 1000.0**power) for power, name in enumerate(("", "k", "M", "G", "T"))],
        Unit.SECONDS: [("ms", 0.001), ("s", 1.0), (minutes, 60.0), (hours, 3600.0)],
        Unit.MEGAHERTZ: [("MHz", 1.0)],
        Unit.PAGES_PER_S: [(pages, 1.0)],
        Unit.PER_S: [("1/s", 1.0)],
        Unit.SHARE: [("%", 0.01)],
    }
    return table[unit]


class IntegerEditor(FieldEditor):
    """A whole number."""

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self.spin = QSpinBox(self)
        self.spin.setRange(int(field.low or 0), int(field.high if field.high is not None else 1_000_000_000))
        suffix = units(field.unit)[0][0]
        self.spin.setSuffix(f" {suffix}" if suffix else "")
        self.spin.valueChanged.connect(self.edited)
        self.spin.setFixedWidth(_WIDTH)
        guarded(self.spin)
        _left(self, self.spin)

    def value(self) -> int:
        return self.spin.value()

    def set_value(self, value: int) -> None:
        self.spin.blockSignals(True)
        self.spin.setValue(value)
        self.spin.blockSignals(False)

    def focus_field(self) -> QWidget:
        return self.spin


class QuantityEditor(FieldEditor):
    """A number with a unit that can be chosen. What nobody has touched stays exactly what it was."""

    def __init__(self, field: FormField, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = field.shape is Shape.INTEGER
        self._low, self._high = field.low or 0.0, field.high if field.high is not None else 1e15
        self._units = units(field.unit)
        self._value = 0.0
        self.spin = QDoubleSpinBox(self)
        self.spin.setFixedWidth(_WIDTH)
        guarded(self.spin)
        self.unit = QComboBox(self)
        self.unit.addItems([name for name, _ in self._units])
        self.unit.setAccessibleName(QCoreApplication.translate("Editor", "Unit"))
        guarded(self.unit)
        self.unit.setVisible(len(self._units) > 1)
        if len(self._units) == 1 and self._units[0][0]:
            self.spin.setSuffix(f" {self._units[0][0]}")
        _left(self, self.spin, self.unit)
        self.spin.valueChanged.connect(self._typed)
        self.unit.activated.connect(self._unit_chosen)

    def value(self) -> float | int:
        return round(self._value) if self._whole else self._value

    def set_value(self, value: float) -> None:
        self._value = value
        self.unit.setCurrentIndex(self._best_unit(value))
        self._show()

    def focus_field(self) -> QWidget:
        return self.spin

    def _best_unit(self, value: float) -> int:
        """The largest unit in which the number is not below 1; of nothing, the one in which it would be set."""
        fitting = [index for index, (_, factor) in enumerate(self._units) if abs(value) >= factor]
        if value:
            return fitting[-1] if fitting else 0
        return _USUAL.get(self._units[0][0], 0)

    def _show(self) -> None:
        factor = self._units[self.unit.currentIndex()][1]
        shown = self._value / factor
        digits = next((n for n in range(_MOST_DIGITS) if abs(round(shown, n) - shown) < 1e-9), _MOST_DIGITS)
        self.spin.blockSignals(True)
        self.spin.setDecimals(max(digits, 0 if factor == 1.0 and self._whole else 2))
        self.spin.setRange(self._low / factor, self._high / factor)
        self.spin.setValue(shown)
        self.spin.blockSignals(False)

    def _typed(self) -> None:
        self._value = self.spin.value() * self._units[self.unit.currentIndex()][1]
        self.edited.emit()

    def _unit_chosen(self) -> None:
        """The number stays, its unit is another: who chooses TB after typing 2 means 2 TB."""
        number = self.spin.value()
        factor = self._units[self.unit.currentIndex()][1]
        self._value = min(max(number * factor, self._low), self._high)
        self._show()
        self.edited.emit()


def _left(editor: QWidget, *fields: QWidget) -> None:
    layout = QHBoxLayout(editor)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(6)
    for field in fields:
        layout.addWidget(field)
    layout.addStretch(1)
    editor.setFocusProxy(fields[0])
