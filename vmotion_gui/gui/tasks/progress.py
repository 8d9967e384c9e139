"""Draws the status of a running task: its phase in words over a bar."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.tasks.cells import INDETERMINATE, PROGRESS_ROLE

_BAR_HEIGHT = 4
_STRIPE_PX = 6
"""Of a bar that is nothing but a sign that something goes on."""


class ProgressDelegate(QStyledItemDelegate):
    """A text with a thin bar below it, and the percent at its right; stripes without a percent where nobody can say."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        progress = index.data(PROGRESS_ROLE)
        if progress is None:
            super().paint(painter, option, index)
            return
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        rect: QRect = option.rect
        palette: QPalette = option.palette
        if chosen:
            painter.fillRect(rect, palette.highlight())
        inner = rect.adjusted(6, 1, -6, -1)
        painter.setPen(palette.highlightedText().color() if chosen else palette.text().color())
        text, percent = str(index.data()), "" if progress == INDETERMINATE else f"{int(progress * 100)} %"
        flags = Qt.AlignmentFlag.AlignVCenter
        above = inner.adjusted(0, 0, 0, -_BAR_HEIGHT)
        width = painter.fontMetrics().horizontalAdvance(percent)
        painter.drawText(above, int(flags | Qt.AlignmentFlag.AlignRight), percent)
        room = above.adjusted(0, 0, -width - 8, 0)
        short = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(flags | Qt.AlignmentFlag.AlignLeft), short)
        self._bar(
            painter, QRect(inner.left(), inner.bottom() - _BAR_HEIGHT + 1, inner.width(), _BAR_HEIGHT), progress, chosen
        )

    def _bar(self, painter: QPainter, rect: QRect, progress: float | str, chosen: bool) -> None:
        theme = self._context.themes.theme
        ground, fill = ("disabled", "selection_text") if chosen else ("grid", "info")
        painter.fillRect(rect, theme.color(ground))
        if isinstance(progress, str):
            for left in range(rect.left(), rect.right(), 2 * _STRIPE_PX):
                painter.fillRect(QRect(left, rect.top(), _STRIPE_PX, rect.height()), theme.color(fill))
            return
        painter.fillRect(rect.adjusted(0, 0, round(rect.width() * (progress - 1.0)), 0), theme.color(fill))
