"""The wizard's tables look and behave alike."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

_LOOKED_AT = 60
"""Rows that a column's width is taken from."""


def dress_table(table: QTableView, name: str, *, several: bool = False) -> None:
    """Rows are selected, nothing is edited; Tab leaves the table."""
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(max(26, table.fontMetrics().height() + 10))
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    modes = QAbstractItemView.SelectionMode
    table.setSelectionMode(modes.ExtendedSelection if several else modes.SingleSelection)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setAccessibleName(name)
    table.horizontalHeader().setHighlightSections(False)
    table.horizontalHeader().setMinimumSectionSize(60)
    table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


def share_width(table: QTableView, *stretched: int) -> None:
    """These columns share what the others, each as wide as what is to be seen in it, leave over."""
    header = table.horizontalHeader()
    header.setResizeContentsPrecision(_LOOKED_AT)
    modes = QHeaderView.ResizeMode
    for column in range(header.count()):
        header.setSectionResizeMode(column, modes.Stretch if column in stretched else modes.ResizeToContents)
