"""When a step ends."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from vmotion_gui.inventory.lab import Lab
from vmotion_gui.lessons.document import (
    Condition,
    WhenAnswered,
    WhenAsked,
    WhenDone,
    WhenHappened,
    WhenPassed,
    WhenReached,
    WhenTrue,
)

_SIMPLE = (WhenAsked, WhenAnswered, WhenDone, WhenReached)
_EVENT, _TIME, _TRUE = range(4, 7)
EVENT_TYPES = (
    "VmMigratedEvent",
    "VmFailedMigrateEvent",
    "VmBeingHotMigratedEvent",
    "PhaseStarted",
    "PassStarted",
    "PassEnded",
    "SwitchoverStarted",
    "VmStunned",
    "VmResumed",
    "RarpSent",
    "GuestThrottled",
    "RollbackStarted",
    "RollbackEnded",
    "EnteredMaintenanceModeEvent",
)
"""Events that a step may well wait for; a lesson can name any other, too."""


class EndingField(QWidget):
    """Chooses a condition.

    Signals:
        changed(): somebody has chosen something else.
    """

    changed = Signal()

    def __init__(self, lab: Lab, happened: Sequence[str], parent: QWidget) -> None:
        """`happened`: the types of the events that the recording knows."""
        super().__init__(parent)
        self._showing = False
        self.kind, self.happening, self.vm = QComboBox(self), QComboBox(self), QComboBox(self)
        self.count, self.seconds, self.that = QSpinBox(self), QDoubleSpinBox(self), QLineEdit(self)
        names = (
            self.tr("When the user goes on"),
            self.tr("When the question is answered"),
            self.tr("When the user has done what the step asks for"),
            self.tr("When the goals of the exercise are reached"),
            self.tr("At an event of the engine"),
            self.tr("After some simulated time"),
            self.tr("When an expression is true"),
        )
        self.kind.addItems(names)
        self.happening.setEditable(True)
        self.happening.addItems(list(dict.fromkeys((*happened, *EVENT_TYPES))))
        self.vm.addItem(self.tr("Any virtual machine"), "")
        for vm in lab.inventory.vms.values():
            self.vm.addItem(vm.name, vm.id)
        self.count.setRange(1, 10_000)
        self.seconds.setRange(0.0, 1e7)
        self.seconds.setDecimals(3)
        self.seconds.setSuffix(" s")
        self.that.setPlaceholderText('host("vm-1") == "host-2"')
        self._form = QFormLayout()
        for title, field in (
            (self.tr("The step ends"), self.kind),
            (self.tr("Event"), self.happening),
            (self.tr("Of"), self.vm),
            (self.tr("Which time it happens"), self.count),
            (self.tr("Simulated time"), self.seconds),
            (self.tr("Expression"), self.that),
        ):
            field.setAccessibleName(title)
            self._form.addRow(title, field)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._form)
        for box in (self.kind, self.vm):
            box.activated.connect(self._edited)
        self.happening.currentTextChanged.connect(self._edited)
        for number in (self.count, self.seconds):
            number.valueChanged.connect(self._edited)
        self.that.textEdited.connect(self._edited)
        self._arrange()

    def _edited(self) -> None:
        self._arrange()
        if not self._showing:
            self.changed.emit()

    def _arrange(self) -> None:
        """Only what belongs to the kind is seen."""
        kind = self.kind.currentIndex()
        for field, of in (
            (self.happening, _EVENT),
            (self.vm, _EVENT),
            (self.count, _EVENT),
            (self.seconds, _TIME),
            (self.that, _TRUE),
        ):
            self._form.setRowVisible(field, kind == of)

    def show_condition(self, until: Condition) -> None:
        """Fill the fields."""
        self._showing = True
        match until:
            case WhenHappened(type=type_, vm=vm, count=count):
                self.kind.setCurrentIndex(_EVENT)
                self.happening.setCurrentText(type_)
                self.vm.setCurrentIndex(max(self.vm.findData(vm), 0))
                self.count.setValue(count)
            case WhenPassed(after_s=after_s):
                self.kind.setCurrentIndex(_TIME)
                self.seconds.setValue(after_s)
            case WhenTrue(that=that):
                self.kind.setCurrentIndex(_TRUE)
                if self.that.text() != that:
                    self.that.setText(that)
            case _:
                self.kind.setCurrentIndex(_SIMPLE.index(type(until)))
        self._arrange()
        self._showing = False

    def condition(self, before: Condition) -> Condition:
        """What is chosen; what has no field here stays as it was `before`."""
        kind = self.kind.currentIndex()
        if kind == _EVENT:
            migration = before.migration if isinstance(before, WhenHappened) else ""
            type_ = self.happening.currentText().strip()
            return WhenHappened(type=type_, vm=self.vm.currentData(), migration=migration, count=self.count.value())
        if kind == _TIME:
            return WhenPassed(after_s=self.seconds.value())
        return WhenTrue(that=self.that.text()) if kind == _TRUE else _SIMPLE[kind]()
