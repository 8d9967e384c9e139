"""A scrolling field of cards, in as many columns as there is room for."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.workspace.card import Card, CardFrame

_COLUMN_WIDTH = 340


class CardField(QScrollArea):
    """Shows cards.

    Signals:
        followed(str): the link to an object was clicked.
    """

    followed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._compact = compact
        self._cards: list[Card] = []
        self._theme: Theme | None = None
        self._columns = 0
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_cards(self, cards: list[Card], theme: Theme) -> None:
        """Show these cards; nothing happens if they are the same as before."""
        if cards == self._cards and theme is self._theme and self._columns == self._wanted_columns():
            return
        self._cards, self._theme = cards, theme
        self._build()

    def _wanted_columns(self) -> int:
        return 1 if self._compact else max(1, self.viewport().width() // _COLUMN_WIDTH)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._theme is not None and self._wanted_columns() != self._columns:
            self._build()

    def _build(self) -> None:
        assert self._theme is not None
        position = self.verticalScrollBar().value()
        self._columns = self._wanted_columns()
        page = QWidget(self)
        row = QHBoxLayout(page)
        edge = 6 if self._compact else 12
        row.setContentsMargins(edge, edge, edge, edge)
        row.setSpacing(edge)
        columns = [QVBoxLayout() for _ in range(self._columns)]
        for column in columns:
            column.setSpacing(edge)
            row.addLayout(column, 1)
        heights = [0] * self._columns
        for card in self._cards:
            place = heights.index(min(heights))
            frame = CardFrame(card, self._theme, page, compact=self._compact)
            frame.followed.connect(self.followed)
            columns[place].addWidget(frame)
            heights[place] += 3 + len(card.rows)
        for column in columns:
            column.addStretch(1)
        self.setWidget(page)
        self.verticalScrollBar().setValue(position)
