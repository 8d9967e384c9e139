"""When maintenance may be done: from when until when by the wall clock, if that is given at all."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, QTime, Signal
from PySide6.QtWidgets import QCheckBox, QFormLayout, QHBoxLayout, QLabel, QTimeEdit, QWidget

from vmotion_gui.planning.handover.page import Window

_DAY_S = 86_400


class WindowRow(QObject):
    """A row of a form. Signals: changed(): it is another window."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self.given = QCheckBox(QCoreApplication.translate("HostsPage", "Maintenance window:"), parent)
        self.begin, self.end = QTimeEdit(QTime(22, 0), parent), QTimeEdit(QTime(2, 0), parent)
        self.begin.setAccessibleName(QCoreApplication.translate("HostsPage", "Window begins"))
        self.end.setAccessibleName(QCoreApplication.translate("HostsPage", "Window ends"))
        self.given.toggled.connect(self._toggled)
        for edit in (self.begin, self.end):
            edit.timeChanged.connect(self.changed)
        self._toggled(on=False)

    def add_to(self, form: QFormLayout) -> None:
        """Below what the form has."""
        row = QHBoxLayout()
        for widget in (self.begin, QLabel("–", self._parent), self.end):
            row.addWidget(widget)
        row.addStretch(1)
        form.addRow(self.given, row)

    def _toggled(self, on: bool) -> None:
        for edit in (self.begin, self.end):
            edit.setEnabled(on)
        self.changed.emit()

    def window(self) -> Window | None:
        """The window; None if none is given."""
        if not self.given.isChecked():
            return None
        seconds = self.begin.time().secsTo(self.end.time()) % _DAY_S or _DAY_S
        locale = self._parent.locale()
        text = f"{locale.toString(self.begin.time(), 'HH:mm')} – {locale.toString(self.end.time(), 'HH:mm')}"
        return Window(text, float(seconds))
