"""Tables grow with the text, and keep what the user has made of their columns."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from vmotion_gui.gui.text_sized import TextSized


def test_rows_and_columns_keep_their_proportion_to_the_text(qtbot: QtBot) -> None:
    table = QTableView()
    qtbot.addWidget(table)
    model = QStandardItemModel(3, 2, table)
    table.setModel(model)
    TextSized(table, (100, 200), 24)
    table.show()
    table.setColumnWidth(0, 150)  # the user's own width
    rows, line = table.rowHeight(0), table.fontMetrics().height()
    font = table.font()
    font.setPointSizeF(font.pointSizeF() * 3.0)
    table.setFont(font)
    share = table.fontMetrics().height() / max(line, 17)
    assert share > 2.0
    assert table.columnWidth(0) == pytest.approx(150 * share, abs=2)
    assert table.columnWidth(1) == pytest.approx(200 * share, abs=2)
    assert table.rowHeight(0) == pytest.approx(rows * share, abs=2)
    assert table.rowHeight(0) > table.fontMetrics().height()
    assert table.minimumHeight() > table.rowHeight(0)
