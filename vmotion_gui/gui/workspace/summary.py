"""The Summary tab and the inspector: cards of the selected object, kept up to date."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.workspace.cards import CardField
from vmotion_gui.gui.workspace.facts import cards_of
from vmotion_gui.gui.workspace.header import ObjectHeader

_REFRESH_MS = 200


class SummaryPane(QWidget):
    """The current object in cards; `compact` for the narrow dock."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.cards = CardField(self, compact=compact)
        self._hint = QLabel(self)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setForegroundRole(self._hint.palette().ColorRole.PlaceholderText)
        self._hint.setMargin(20)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.cards)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ObjectHeader(context, self))
        layout.addLayout(self._stack, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        context = self._context
        context.selection.changed.connect(self.refresh)
        context.session.opened.connect(self.refresh)
        context.session.inventory_changed.connect(self._later)
        context.themes.changed.connect(self.refresh)
        self.cards.followed.connect(self._follow)

    def _later(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Show the current object anew; while the pane is hidden, once it is shown."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        inventory = self._context.session.inventory
        entity = inventory.get(self._context.selection.current)
        self._stack.setCurrentWidget(self._hint if entity is None else self.cards)
        if entity is not None:
            self.cards.show_cards(cards_of(entity, inventory), self._context.themes.theme)

    def _follow(self, id_: str) -> None:
        if self._context.session.inventory.get(id_) is not None:
            self._context.selection.select([id_])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._hint.setText(self.tr("Select an object in the inventory or in the topology to see what is known of it."))
        self.refresh()
