"""The settings in one place: the same choices as in the View menu, which a dialog explains."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QPushButton, QWidget


class Choice(NamedTuple):
    """One of several, as a menu offers it."""

    title: Callable[[], str]
    actions: QActionGroup


class SettingsDialog(QDialog):
    """Every change takes effect at once and is remembered; there is nothing to confirm."""

    def __init__(
        self, choices: Sequence[Choice], switches: Sequence[QAction], reset_layout: Callable[[], None], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._choices = choices
        self.boxes = [self._box(choice) for choice in choices]
        self.switches = [(self._switch(action), action) for action in switches]
        self._labels = [QLabel(self) for _ in choices]
        self.reset = QPushButton(self)
        self.reset.clicked.connect(lambda: reset_layout())
        self.reset.setAutoDefault(False)
        self._note = QLabel(self)
        self._note.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self._buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        for label, box in zip(self._labels, self.boxes, strict=True):
            label.setBuddy(box)
            form.addRow(label, box)
        for check, _action in self.switches:
            form.addRow("", check)
        form.addRow("", self.reset)
        form.addRow(self._note)
        form.addRow(self._buttons)
        self._retranslate()

    def _box(self, choice: Choice) -> QComboBox:
        box = QComboBox(self)
        actions = choice.actions.actions()
        for action in actions:
            box.addItem(_plain(action.text()))
            action.toggled.connect(self._show_chosen)
        box.activated.connect(lambda row: actions[row].trigger())
        return box

    def _switch(self, action: QAction) -> QCheckBox:
        check = QCheckBox(self)
        check.setChecked(action.isChecked())
        check.clicked.connect(lambda: action.trigger())
        action.toggled.connect(check.setChecked)
        return check

    def _show_chosen(self) -> None:
        for choice, box in zip(self._choices, self.boxes, strict=True):
            chosen = choice.actions.checkedAction()
            if chosen is not None:
                box.setCurrentIndex(choice.actions.actions().index(chosen))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Settings"))
        for choice, label, box in zip(self._choices, self._labels, self.boxes, strict=True):
            label.setText(choice.title())
            box.setAccessibleName(_plain(choice.title()))
            for row, action in enumerate(choice.actions.actions()):
                box.setItemText(row, _plain(action.text()))
        for check, action in self.switches:
            check.setText(_plain(action.text()))
        self.reset.setText(self.tr("&Arrange the panels as at first"))
        self._note.setText(self.tr("Changes take effect at once. The program remembers them, and the window's layout."))
        self._show_chosen()


def _plain(text: str) -> str:
    return text.replace("&", "")
