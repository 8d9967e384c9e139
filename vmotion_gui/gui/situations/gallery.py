"""All situations with their goals; a digit or a double click starts one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.lessons.pictures import lesson_icon
from vmotion_gui.gui.settings import REACHED
from vmotion_gui.lessons.situations.table import SITUATIONS


class SituationGallery(QDialog):
    """Lets the user choose a situation.

    Signals:
        chosen(int): its place in `SITUATIONS`.
    """

    chosen = Signal(int)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Situations"))
        self.list = QListWidget(self)
        self.list.setIconSize(QSize(32, 32))
        self.list.setSpacing(3)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(self.tr("Situations"))
        reached = set(context.settings.get(REACHED).split())
        text = context.language.text
        for number, situation in enumerate(SITUATIONS, start=1):
            mark = " ✓" if situation.id in reached else ""
            head = f"{number}  {text(situation.name)}{mark}"
            item = QListWidgetItem(f"{head}\n{text(situation.goal)}", self.list)
            item.setIcon(lesson_icon(situation.icon, context.themes.theme))
        self.list.setCurrentRow(0)
        self.start = QPushButton(self.tr("Start"), self)
        self.start.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.addButton(self.start, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        self.start.clicked.connect(lambda: self._choose(self.list.currentRow()))
        self.list.itemActivated.connect(lambda item: self._choose(self.list.row(item)))
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        em = self.fontMetrics().height()
        self.resize(38 * em, 36 * em)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        number = event.key() - Qt.Key.Key_1
        if 0 <= number < len(SITUATIONS):
            self._choose(number)
        else:
            super().keyPressEvent(event)

    def _choose(self, place: int) -> None:
        self.accept()
        self.chosen.emit(place)
