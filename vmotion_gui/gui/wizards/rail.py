"""The list of steps at the left: numbers, a tick when done, the present one marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vmotion_gui.gui.icons import level_icon
from vmotion_gui.gui.theme import Theme

_ROW = 40


class StepRail(QListWidget):
    """Shows the way; a step that has been done can be gone back to by a click."""

    def __init__(self, theme: Theme, names: Iterable[str], parent: QWidget | None = None) -> None:
        """`names`: of all steps that there may be, for its width."""
        super().__init__(parent)
        self._theme = theme
        empty = QPixmap(16, 16)
        empty.fill(Qt.GlobalColor.transparent)
        self._blank = QIcon(empty)
        self.setObjectName("stepRail")
        self.setAccessibleName(QCoreApplication.translate("StepRail", "Steps"))
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
        widest = max(QFontMetrics(self.font()).horizontalAdvance(f"9  {name}") for name in names)
        self.setFixedWidth(widest + 76)

    def show_steps(self, steps: Sequence[tuple[object, str]], current: int) -> None:
        """Draw the way, steps with their names, with the present one by its place; those behind it are done. An item's
        user data are its step."""
        self.blockSignals(True)
        self.clear()
        for number, (step, name) in enumerate(steps):
            done = number < current
            item = QListWidgetItem(f"{number + 1}  {name}", self)
            item.setIcon(level_icon("done", self._theme) if done else self._blank)
            if done:
                text = QCoreApplication.translate("StepRail", "{step}, done").format(step=item.text())
                item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            item.setData(Qt.ItemDataRole.UserRole, step)
            item.setSizeHint(QSize(0, max(_ROW, self.fontMetrics().height() * 2)))
            if number > current:
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsEnabled)
            if number == current:
                item.setSelected(True)
        self.blockSignals(False)


def beside(rail: StepRail, dialog: QDialog) -> QVBoxLayout:
    """Lay a wizard out: its steps at the left; what is added to the returned layout stands at their right."""
    sheet = QWidget(dialog)
    right = QVBoxLayout(sheet)
    right.setContentsMargins(20, 16, 20, 16)
    right.setSpacing(10)
    layout = QHBoxLayout(dialog)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(0)
    layout.addWidget(rail)
    layout.addWidget(sheet, 1)
    return right
