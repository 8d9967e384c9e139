"""The Summary tab and the inspector: cards of the selected object, kept up to date."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from vmotion_gui.gui.alarms.words import alarm_cards
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.workspace.cards import CardField
from vmotion_gui.gui.workspace.facts import cards_of
from vmotion_gui.gui.workspace.object_pane import ObjectPane

_REFRESH_MS = 200


class SummaryPane(ObjectPane):
    """The current object in cards; `compact` for the narrow dock."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(context, parent, refresh_ms=_REFRESH_MS)
        self.cards = CardField(self, compact=compact)
        self._hint = QLabel(self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(self._hint.palette().ColorRole.PlaceholderText)
        self._hint.setMargin(20)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.cards)
        self.rows.addLayout(self._stack, 1)
        self.cards.followed.connect(self._follow_link)
        context.alarms.changed.connect(self.refresh_soon)
        self.follow()

    def show_object(self) -> None:
        """Fill the cards, or say how to select something."""
        inventory = self._context.session.inventory
        entity = inventory.get(self._context.selection.current)
        self._stack.setCurrentWidget(self._hint if entity is None else self.cards)
        if entity is not None:
            alarms = alarm_cards(self._context.alarms.of(entity.id), self._context.language)
            self.cards.show_cards([*alarms, *cards_of(entity, inventory)], self._context.themes.theme)

    def _follow_link(self, id_: str) -> None:
        if self._context.session.inventory.get(id_) is not None:
            self._context.selection.select([id_])

    def retranslate(self) -> None:
        self._hint.setText(self.tr("Select an object in the inventory or in the topology to see what is known of it."))
        self.cards.setAccessibleName(self.tr("What is known of the object"))
        super().retranslate()
