"""Select a migration type."""

from __future__ import annotations

from PySide6.QtWidgets import QButtonGroup, QLabel, QRadioButton, QWidget

from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.page import Page
from vmotion_gui.gui.wizards.migrate.panel import Finding
from vmotion_gui.planning.choices import Kind, kinds


class KindPage(Page):
    """Four choices; those that cannot be say why."""

    def __init__(self, draft: Draft, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(draft, intro, parent)
        self._group = QButtonGroup(self)
        self.buttons: dict[Kind, QRadioButton] = {}
        refusals = kinds(draft.inventory, draft.wish.vms)
        for kind, (text, hint) in self._texts().items():
            refusal = refusals[kind]
            button = QRadioButton(text, self)
            button.setEnabled(refusal is None)
            button.setAccessibleDescription(hint)
            reason = draft.context.language.text(refusal) if refusal is not None else hint
            button.setToolTip(reason)
            note = QLabel(reason, self)
            note.setWordWrap(True)
            note.setIndent(26)
            note.setForegroundRole(note.palette().ColorRole.PlaceholderText)
            self._group.addButton(button)
            self.buttons[kind] = button
            self.body.addWidget(button)
            self.body.addWidget(note)
            self.body.addSpacing(6)
        self.body.addStretch(1)
        self._group.buttonClicked.connect(self._chosen)

    def _texts(self) -> dict[Kind, tuple[str, str]]:
        return {
            Kind.COMPUTE: (
                self.tr("Change compute resource only"),
                self.tr("Migrate the virtual machines to another host or cluster."),
            ),
            Kind.STORAGE: (
                self.tr("Change storage only"),
                self.tr("Migrate the virtual machines' storage to another datastore."),
            ),
            Kind.BOTH: (
                self.tr("Change both compute resource and storage"),
                self.tr("Migrate to another host or cluster, and the storage to another datastore."),
            ),
            Kind.EXPORT: (
                self.tr("Cross vCenter Server export"),
                self.tr("Migrate to a host or cluster that another vCenter Server manages."),
            ),
        }

    def _chosen(self) -> None:
        kind = next(kind for kind, button in self.buttons.items() if button.isChecked())
        self.draft.change(kind=kind)
        self.told.emit()

    def enter(self) -> None:
        button = self.buttons[self.draft.wish.kind]
        if button.isEnabled():
            button.setChecked(True)
            return
        able = next((kind for kind, other in self.buttons.items() if other.isEnabled()), None)
        if able is not None:
            self.buttons[able].setChecked(True)
            self.draft.change(kind=able)

    def finding(self) -> Finding:
        if not self.buttons[self.draft.wish.kind].isEnabled():
            return Finding(missing=self.buttons[self.draft.wish.kind].toolTip())
        return Finding(self.draft.source_reasons())

    def first_field(self) -> QWidget:
        return self.buttons[self.draft.wish.kind]
