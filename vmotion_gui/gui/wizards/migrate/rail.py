"""The list of steps at the left: numbers, a tick when done, the present one marked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from vmotion_gui.gui.icons import level_icon
from vmotion_gui.gui.theme import Theme
from vmotion_gui.planning.choices import Step

_ROW = 40


def step_name(step: Step) -> str:
    """A step as the vSphere Client names it."""
    names = {
        Step.KIND: QCoreApplication.translate("MigrateWizard", "Select a migration type"),
        Step.COMPUTE: QCoreApplication.translate("MigrateWizard", "Select a compute resource"),
        Step.STORAGE: QCoreApplication.translate("MigrateWizard", "Select storage"),
        Step.NETWORKS: QCoreApplication.translate("MigrateWizard", "Select networks"),
        Step.PRIORITY: QCoreApplication.translate("MigrateWizard", "Select vMotion priority"),
        Step.READY: QCoreApplication.translate("MigrateWizard", "Ready to complete"),
    }
    return names[step]


class StepRail(QListWidget):
    """Shows the way; a step that has been done can be gone back to by a click."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        empty = QPixmap(16, 16)
        empty.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(empty)
        self.setObjectName("stepRail")
        self.setAccessibleName(QCoreApplication.translate("MigrateWizard", "Steps"))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setStyleSheet(
            f"QListWidget {{ background: {theme.background}; border: 0; border-right: 1px solid {theme.border}; }}"
            f"QListWidget::item {{ padding: 0 12px; border-left: 4px solid transparent; color: {theme.text}; }}"
            f"QListWidget::item:disabled {{ color: {theme.muted}; }}"
            f"QListWidget::item:selected {{ background: {theme.panel}; color: {theme.text};"
            f" border-left: 4px solid {theme.info}; }}"
        )
        widest = max(QFontMetrics(self.font()).horizontalAdvance(f"9  {step_name(step)}") for step in Step)
        self.setFixedWidth(widest + 76)

    def show_steps(self, steps: Sequence[Step], current: Step) -> None:
        """Draw the way with the present step; those behind it are done."""
        self.blockSignals(True)
        self.clear()
        for number, step in enumerate(steps):
            done = number < steps.index(current)
            item = QListWidgetItem(f"{number + 1}  {step_name(step)}", self)
            item.setIcon(level_icon("done", self._theme) if done else self._blank)
            if done:
                text = QCoreApplication.translate("MigrateWizard", "{step}, done").format(step=item.text())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            item.setData(Qt.ItemDataRole.UserRole, step)
            item.setSizeHint(QSize(0, max(_ROW, self.fontMetrics().height() * 2)))
            if not done and step is not current:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            if step is current:
                item.setSelected(True)
        self.blockSignals(False)
