"""Tables whose rows and columns are as large as their text, which the user can make three times as large."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QTableView

_USUAL_PX = 17.0
"""The height of a line at which the given widths are right."""
_FONTS = (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange, QEvent.Type.StyleChange)


class TextSized(QObject):
    """Gives a table its columns' widths, and follows the text; what the user has made wider stays wider."""

    def __init__(self, table: QTableView, widths_px: Sequence[int], row_px: int) -> None:
        """`widths_px`, `row_px`: at the usual size of text."""
        super().__init__(table)
        self._table, self._row_px = table, row_px
        self._line_px = _USUAL_PX
        for column, width in enumerate(widths_px):
            table.setColumnWidth(column, width)
        table.verticalHeader().setDefaultSectionSize(row_px)
        table.installEventFilter(self)
        self._keep_rows()
        self._follow()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _FONTS:
            self._follow()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        line_px = float(max(self._table.fontMetrics().height(), _USUAL_PX))
        if line_px == self._line_px:
            return
        share, self._line_px = line_px / self._line_px, line_px
        for column in range(self._table.model().columnCount()):
            self._table.setColumnWidth(column, round(self._table.columnWidth(column) * share))
        self._table.verticalHeader().setDefaultSectionSize(round(self._row_px * line_px / _USUAL_PX))
        self._keep_rows()

    def _keep_rows(self) -> None:
        """The head and a row are seen however large the text is."""
        head = self._table.horizontalHeader().sizeHint().height()
        row = self._table.verticalHeader().defaultSectionSize()
        self._table.setMinimumHeight(head + row + self._table.horizontalScrollBar().sizeHint().height() + 4)
