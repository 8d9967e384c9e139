"""Select vMotion priority."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.page import Page
from vmotion_gui.gui.wizards.migrate.panel import Finding
from vmotion_gui.inventory.commands import MovePriority


class PriorityPage(Page):
    """High or regular."""

    def __init__(self, draft: Draft, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(draft, intro, parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[MovePriority, QRadioButton] = {}
        choices: tuple[tuple[MovePriority, str, str], ...] = (
            (
                "highPriority",
                self.tr("Schedule vMotion with high priority"),
                self.tr("Starts before regular migrations that wait in the queue."),
            ),
            (
                "defaultPriority",
                self.tr("Schedule regular vMotion"),
                self.tr("Starts in the order in which migrations were asked for."),
            ),
        )
        for priority, text, hint in choices:
            self._add(priority, text, hint)
        self.body.addStretch(1)
        self._group.buttonClicked.connect(self._chosen)

    def _add(self, priority: MovePriority, text: str, hint: str) -> None:
        button = QRadioButton(text, self)
        button.setAccessibleDescription(hint)
        note = QLabel(hint, self)
        note.setIndent(26)
        note.setWordWrap(True)
        note.setForegroundRole(note.palette().ColorRole.PlaceholderText)
        self._group.addButton(button)
        self.buttons[priority] = button
        self.body.addWidget(button)
        self.body.addWidget(note)
        self.body.addSpacing(6)

    def enter(self) -> None:
        self.buttons[self.draft.wish.priority].setChecked(True)

    def _chosen(self) -> None:
        self.draft.change(priority=next(p for p, button in self.buttons.items() if button.isChecked()))
        self.told.emit()

    def finding(self) -> Finding:
        return Finding(self.draft.reasons(networks=True))

    def first_field(self) -> QWidget:
        return self.buttons[self.draft.wish.priority]
